package store

import (
	"database/sql"
	"flag"
	"os"
	"os/exec"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The scripts add up to the golden schema; a released script never changes.
func TestTheSchemaIsTheGoldenOne(t *testing.T) {
	s := newStore(t)
	var b strings.Builder
	err := s.read(func(t *tx) error {
		return t.rows(func(r *sql.Rows) error {
			var text string
			err := r.Scan(&text)
			b.WriteString(text + ";\n\n")
			return err
		}, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
	})
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/schema.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the schema is no longer that of %s; if no version with it was released, run the test with -update", golden)
	}
}

func TestEveryTableIsStrictAndPragmasAreInForce(t *testing.T) {
	s := newStore(t)
	var loose int
	if err := s.db.QueryRow("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND strict = 0").Scan(&loose); err != nil || loose != 0 {
		t.Errorf("%d tables are not STRICT, %v", loose, err)
	}
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "locking_mode": "exclusive", "foreign_keys": "1", "trusted_schema": "0", "cell_size_check": "1",
		"mmap_size": "0", "temp_store": "2", "secure_delete": "1", "wal_autocheckpoint": "1000",
	} {
		var got string
		if err := s.db.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil && pragma != "mmap_size" || err == nil && got != want {
			t.Errorf("%s is %q (%v), want %s", pragma, got, err, want)
		}
	}
}

// SQLite before 3.51.3 could corrupt a file when its log was reset.
func TestSQLiteIsNewEnough(t *testing.T) {
	s := newStore(t)
	var version string
	if err := s.db.QueryRow("SELECT sqlite_version()").Scan(&version); err != nil || version != "3.54.1" {
		t.Errorf("SQLite is %s (%v); look at its change log and then at this line", version, err)
	}
}

// The driver works only with the libc that its own go.mod names.
func TestLibcIsTheDriversOwn(t *testing.T) {
	path, err := exec.Command("go", "list", "-m", "-f", "{{.GoMod}}", "modernc.org/sqlite").Output()
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := os.ReadFile(strings.TrimSpace(string(path)))
	if err != nil {
		t.Fatal(err)
	}
	ours, err := exec.Command("go", "list", "-m", "modernc.org/libc").Output()
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.TrimSpace(string(ours)); !strings.Contains(string(theirs), want) {
		t.Errorf("we build with %q, which the driver's go.mod does not name", want)
	}
}

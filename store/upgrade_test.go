package store

import (
	"errors"
	"os"
	"testing"

	"branchbook/store/safefile"
	"branchbook/store/schema"
)

// withScript adds a script, as the next version of the program will.
func withScript(t *testing.T, text string) {
	t.Helper()
	scripts = func() []string { return append(schema.Scripts(), text) }
	t.Cleanup(func() { scripts = schema.Scripts })
}

func TestAnUpgradeIsPrecededByABackup(t *testing.T) {
	s := closedStore(t)
	withScript(t, "CREATE TABLE later (x INTEGER) STRICT")
	up := openAgain(t, s.dir, testOptions())
	if _, err := up.db.Exec("INSERT INTO later (x) VALUES (1)"); err != nil {
		t.Fatal(err)
	}
	list, err := up.Backups()
	if err != nil || list[0].Reason != ReasonUpgrade {
		t.Fatalf("backups: %v, %v", list, err)
	}
	if version, err := readHeader(list[0].Path); err != nil || version != len(scripts())-1 {
		t.Errorf("the backup has schema %d, %v", version, err)
	}
	if err := up.Verify(); err != nil {
		t.Error(err)
	}
}

func TestAFailedUpgradeLeavesTheOldFile(t *testing.T) {
	s := closedStore(t)
	withScript(t, "CREATE TABLE later (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)")
	if opened, err := Open(s.dir, testOptions()); err == nil {
		opened.Close()
		t.Fatal("upgraded with a bad script")
	}
	scripts = schema.Scripts
	old := openAgain(t, s.dir, testOptions())
	if n := len(everything(t, old).Persons); n != 2 {
		t.Errorf("%d people", n)
	}
	if _, err := old.db.Exec("SELECT x FROM later"); err == nil {
		t.Error("half an upgrade stayed")
	}
}

func TestAFileMayNotLiveOnAStickOrANetworkDrive(t *testing.T) {
	s := closedStore(t)
	t.Cleanup(func() { placeOf = safefile.Where })
	for _, place := range []safefile.Place{{Removable: true}, {Network: true}} {
		placeOf = func(string) (safefile.Place, error) { return place, nil }
		var bad *BadPlace
		if err := refused(t, s); !errors.As(err, &bad) || bad.Network != place.Network {
			t.Errorf("open: %v", err)
		}
		dir := t.TempDir()
		if _, err := Create(dir+"/b", testOptions(), testBranch()); !errors.As(err, &bad) {
			t.Errorf("create: %v", err)
		}
		if _, err := os.Stat(dir + "/b/" + fileName); err == nil {
			t.Error("a file was made")
		}
	}
}

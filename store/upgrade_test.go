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

// A file of the first schema has no table for closings yet; the backup before the
// upgrade reads it whole all the same.
func TestAFileOfTheFirstSchemaLearnsToCloseAYear(t *testing.T) {
	all := schema.Scripts()
	scripts = func() []string { return all[:1] }
	t.Cleanup(func() { scripts = schema.Scripts })
	s := newStore(t)
	p := addMembers(t, s, "甲一")[0]
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	scripts = schema.Scripts
	up := openAgain(t, s.dir, testOptions())
	list, err := up.Backups()
	if err != nil || list[0].Reason != ReasonUpgrade {
		t.Fatalf("backups: %v, %v", list, err)
	}
	if _, err := up.SaveClosing(testClosing(p)); err != nil {
		t.Fatal(err)
	}
	if snap := everything(t, up); len(snap.Persons) != 1 || len(snap.Closings) != 1 {
		t.Errorf("%d people, %d closings", len(snap.Persons), len(snap.Closings))
	}
	if err := up.Verify(); err != nil {
		t.Error(err)
	}
	if err := up.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Restore(up.dir, list[0].Path, testOptions()); err != nil {
		t.Fatalf("restore the old backup: %v", err)
	}
	if snap := everything(t, openAgain(t, up.dir, testOptions())); len(snap.Persons) != 1 || len(snap.Closings) != 0 {
		t.Errorf("restored: %d people, %d closings", len(snap.Persons), len(snap.Closings))
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

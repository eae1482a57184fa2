package store

import "testing"

func TestBackupsOfAClosedFolderAreThoseOfTheOpenOne(t *testing.T) {
	dir := t.TempDir()
	if list, err := BackupsIn(dir); err != nil || len(list) != 0 {
		t.Fatalf("of an empty folder: %v, %v", list, err)
	}
	s := newStore(t)
	dir = s.Dir()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	list, err := BackupsIn(dir)
	if err != nil || len(list) != 1 || list[0].Reason != ReasonClose {
		t.Errorf("after closing: %v, %v", list, err)
	}
}

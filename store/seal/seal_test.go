package seal

import (
	"bytes"
	"errors"
	"testing"
)

func TestASealedBodyOpensOnlyInItsPlace(t *testing.T) {
	k := NewKey()
	sealed := k.Seal("person", "a", 3, []byte("王一"))
	if got, err := k.Open("person", "a", 3, sealed); err != nil || string(got) != "王一" {
		t.Fatalf("Open = %q, %v", got, err)
	}
	for name, open := range map[string]func() ([]byte, error){
		"other table":    func() ([]byte, error) { return k.Open("spell", "a", 3, sealed) },
		"other row":      func() ([]byte, error) { return k.Open("person", "b", 3, sealed) },
		"older revision": func() ([]byte, error) { return k.Open("person", "a", 2, sealed) },
		"shifted name":   func() ([]byte, error) { return k.Open("perso", "na", 3, sealed) },
		"other key":      func() ([]byte, error) { return NewKey().Open("person", "a", 3, sealed) },
	} {
		if _, err := open(); !errors.Is(err, ErrAltered) {
			t.Errorf("%s: %v, want ErrAltered", name, err)
		}
	}
}

func TestEveryFlippedBitAndEveryCutIsNoticed(t *testing.T) {
	k := NewKey()
	sealed := k.Seal("person", "a", 1, []byte("some text"))
	for i := range len(sealed) * 8 {
		bad := bytes.Clone(sealed)
		bad[i/8] ^= 1 << (i % 8)
		if _, err := k.Open("person", "a", 1, bad); err == nil {
			t.Fatalf("bit %d flipped unnoticed", i)
		}
	}
	for n := range sealed {
		if _, err := k.Open("person", "a", 1, sealed[:n]); err == nil {
			t.Fatalf("cut to %d bytes unnoticed", n)
		}
	}
}

func TestTheOpenSlotGivesTheSameKeyBack(t *testing.T) {
	k := NewKey()
	slot := k.OpenSlot()
	again, err := slot.Key()
	if err != nil || again.MAC([]byte("x")) != k.MAC([]byte("x")) {
		t.Fatalf("Key: %v", err)
	}
	slot.Wrapped[30] ^= 1
	if _, err := slot.Key(); !errors.Is(err, ErrAltered) {
		t.Errorf("altered slot: %v", err)
	}
	if _, err := (Slot{Kind: "telepathy"}).Key(); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("unknown slot: %v", err)
	}
}

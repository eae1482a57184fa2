package bundle

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"branchbook/store/org"
)

// Keys that are always the same, so that vectors stay.

var (
	branchKey = ed25519.NewKeyFromSeed(bytes.Repeat([]byte{1}, 32))
	upperKey  = ed25519.NewKeyFromSeed(bytes.Repeat([]byte{2}, 32))
	noon      = time.Date(2026, 3, 10, 4, 0, 0, 0, time.UTC)
)

func secretOf(t testing.TB) *Secret {
	t.Helper()
	s, err := NewSecret()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func id(kind string, n int) string { return fmt.Sprintf("01900000-0000-7000-8000-%s%08d", kind, n) }

func personID(n int) org.PersonID { return org.PersonID(id("aaaa", n)) }

// idNumber makes an ID number of a region that does not exist.
func idNumber(n int) string {
	s := fmt.Sprintf("99010119700101%03d", n%1000)
	return s + string(org.IDCheckDigit(s))
}

func sampleBranch() *org.Branch {
	return &org.Branch{ID: org.ItemID(id("bbbb", 1)), Rev: 1, Name: "某镇某村党支部", Code: "990101001", Kind: org.Village,
		Groups: []org.Group{{ID: "g1", Name: "第一党小组"}}}
}

func samplePerson(n int) *org.Person {
	return &org.Person{ID: personID(n), Rev: 2, Name: fmt.Sprintf("人%d", n), Sex: org.Male, IDNumber: idNumber(n), Phone: fmt.Sprintf("139%08d", n),
		Spells: []org.Spell{{Kind: org.SpellCategory, Value: org.FullMember, From: "2001-07"}, {Kind: org.SpellGroup, Group: "g1", From: "2001-07-01"}}}
}

func sampleActivity(n, year, people int) *org.Activity {
	day := org.NewDate(year, time.Month(n%12+1), n%28+1)
	a := &org.Activity{ID: org.ActivityID(id("cccc", n)), Rev: 1, State: org.Held, Title: "主题党日 <学习>", Level: org.LevelBranch, Entered: day,
		Parts: []org.Part{{Kind: org.ThemeDay, Date: day, Start: org.NewClock(9, 0), End: org.NewClock(11, 0), Chair: org.Who{Person: personID(0)},
			Text: "学习文件，交流体会。", Audience: org.Audience{Kind: org.ForAll}}}}
	for i := range people {
		r := org.Attendance{Person: personID(i), Due: true, MayVote: true, As: org.FullMember, Status: org.Present}
		if (i+n)%17 == 0 {
			r.Status, r.Reason = org.Leave, org.ReasonSick
		}
		a.Attendance = append(a.Attendance, r)
	}
	return a
}

// sampleList is a branch with people and, from 2025 on, perYear activities,
// one plan, one reading and one review in each year.
func sampleList(people, years, perYear int, wanted Fields) []org.Aggregate {
	list := []org.Aggregate{sampleBranch()}
	for i := range people {
		list = append(list, Mask(samplePerson(i), wanted))
	}
	list = append(list, &org.Register{ID: org.ItemID(id("dddd", 1)), Rev: 1, Kind: org.RegTeacher, Person: personID(0)})
	for y := range years {
		for i := range perYear {
			list = append(list, sampleActivity(y*perYear+i, 2025-y, people))
		}
		list = append(list, &org.Plan{ID: org.ItemID(id("eeee", y)), Rev: 1, Year: 2025 - y, Kind: org.Lecture, Title: "党课"},
			&org.Reading{ID: org.ItemID(id("ffff", y)), Rev: 1, Year: 2025 - y, Title: "书目", Read: []org.ReadMark{{Person: personID(0)}}},
			&org.Review{ID: org.ItemID(id("1111", y)), Rev: 1, Year: 2025 - y, Person: personID(0), Grade: org.GradeFit})
	}
	return list
}

// sampleClosing closes a year for so many people.
func sampleClosing(year, people int) *org.Closing {
	c := &org.Closing{ID: org.ItemID(id("4444", year)), Rev: 1, Year: year, On: org.NewDate(year+1, 1, 5), Digest: Sum([]byte("pack")).String(), Packs: []string{"central", "jinan-2020"}}
	for i := range people {
		c.People = append(c.People, org.ClosedHours{Person: personID(i), Target: 32 * org.Hour, Counted: 33 * org.Hour, Training: 8 * org.Hour, Study: 25 * org.Hour, Met: true, Why: "正式党员"})
	}
	return c
}

func sampleManifest(t testing.TB, replyTo string) *Manifest {
	t.Helper()
	return &Manifest{ID: id("2222", 1), App: "1.0.0", Device: id("3333", 1), ReplyTo: replyTo, Sequence: 7, Previous: Sum([]byte("previous")),
		Receipt: Sum([]byte("receipt")), Journal: Journal{41, Sum([]byte("head"))}, Pack: Sum([]byte("pack")), Created: noon}
}

func encode(t testing.TB, list []org.Aggregate, years ...int) *Content {
	t.Helper()
	c, err := Encode(list, years...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func write(t testing.TB, m *Manifest, c *Content, to ...age.Recipient) ([]byte, Digest) {
	t.Helper()
	var b bytes.Buffer
	d, err := Write(&b, m, c, branchKey, to...)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), d
}

// wantFault fails unless err is a Fault at that place for that reason.
func wantFault(t *testing.T, what string, err error, where string, why Why) {
	t.Helper()
	var f *Fault
	if !errors.As(err, &f) || f.Why != why || !strings.HasPrefix(f.Where, where) {
		t.Errorf("%s: error %v, want a fault in %q: %s", what, err, where, why)
	}
}

func toAll(list ...*Secret) []age.Recipient {
	var to []age.Recipient
	for _, s := range list {
		to = append(to, s.Identity.Recipient())
	}
	return to
}

func openWith(s *Secret) []age.Identity { return []age.Identity{s.Identity} }

package say

import (
	"errors"
	"fmt"
	"testing"
	"unicode"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/bundle"
	"branchbook/store/org"
	"branchbook/store/sheet"
)

func TestEveryFindingHasWords(t *testing.T) {
	for _, k := range sheet.FindingKinds() {
		if _, ok := findings[k]; !ok {
			t.Errorf("no words for %s", k)
		}
	}
}

func TestErrorsBecomeASentenceAndANextStepInChinese(t *testing.T) {
	for _, err := range []error{
		store.ErrNoBranch, store.ErrDiskFull, &store.Newer{File: 9, Program: 1}, &store.Busy{}, &store.Damaged{What: "x", Err: errors.New("y")},
		&store.BadPlace{Removable: true}, &store.Touched{Ref: org.Ref{Kind: org.KindPerson}, By: store.Entry{Seq: 3, Op: store.OpRecord}},
		&org.Invalid{Field: "parts[1].end", Why: org.WhyOrder}, bundle.ErrAltered, &bundle.Fault{Where: "sequence", Why: bundle.WhyValue},
		sheet.ErrOldXLS, &rules.Fault{File: "a.toml", Line: 3, Key: "rule[0].id", Why: rules.FaultUnknown}, errors.New("something unheard of"),
	} {
		said := Error(fmt.Errorf("do a thing: %w", err))
		if !startsChinese(said.What) || !startsChinese(said.Next) {
			t.Errorf("%v: %q / %q", err, said.What, said.Next)
		}
	}
}

func startsChinese(s string) bool {
	for _, r := range s {
		return unicode.Is(unicode.Han, r) || r == '“'
	}
	return false
}

func TestAFieldPathIsSaidAsPeopleSeeIt(t *testing.T) {
	if got := Field("parts[1].end"); got != "第2个环节的结束时间" {
		t.Errorf("got %s", got)
	}
}

func TestEveryFieldThatPointsHasWords(t *testing.T) {
	who := org.Who{Person: "p"}
	all := []org.Aggregate{
		&org.Person{Spells: []org.Spell{{Group: "g"}}}, &org.Reading{Read: []org.ReadMark{{Person: "p"}}}, &org.Review{Person: "p"},
		&org.Closing{People: []org.ClosedHours{{Person: "p"}}},
		&org.Activity{For: "a", Attendance: []org.Attendance{{Person: "p"}}, Parts: []org.Part{{Chair: who, Recorder: who, Lecturer: who,
			Audience: org.Audience{Persons: []org.PersonID{"p"}}, Votes: []org.Resolution{{Subject: who}}}}},
	}
	for _, a := range all {
		for _, to := range org.PointersOf(a) {
			for _, r := range Field(to.Field) {
				if r < 0x80 {
					t.Errorf("%s is said as %s", to.Field, Field(to.Field))
					break
				}
			}
		}
	}
}

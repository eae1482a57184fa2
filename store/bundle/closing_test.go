package bundle

import (
	"bytes"
	"testing"

	"branchbook/store/org"
)

func TestOnlyWhatTheSecondVersionAddedNeedsTheSecondReader(t *testing.T) {
	s := secretOf(t)
	open, closed := sampleList(3, 2, 1, Fields{}), append(sampleList(3, 2, 1, Fields{}), sampleClosing(2024, 3))
	explained := append(sampleList(3, 2, 1, Fields{}), &org.Waiver{ID: "waiver-of-a-record", Rev: 1, Rule: "record-meeting", Activity: "some-activity", Reason: "活动室维修"})
	abroad := sampleList(3, 2, 1, Fields{})
	for _, a := range abroad {
		if p, ok := a.(*org.Person); ok {
			p.Spells = append(p.Spells, org.Spell{Kind: org.SpellFloating, Value: org.FloatAbroad})
			break
		}
	}
	kept := encode(t, closed)
	kept.Omit(2024)
	for name, c := range map[string]struct {
		content *Content
		reader  int
		records int
	}{
		"nothing is closed":                {encode(t, open), 1, 0},
		"a year is closed":                 {encode(t, closed), 2, 1},
		"a record is explained":            {encode(t, explained), 2, 0},
		"somebody is abroad":               {encode(t, abroad), 2, 0},
		"a year is closed and is not sent": {kept, 2, 0},
	} {
		m := sampleManifest(t, s.Recipient())
		file, _ := write(t, m, c.content, toAll(s)...)
		b, err := Read(bytes.NewReader(file), s.Identity)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		n := 0
		for _, a := range b.Records {
			if a.Ref().Kind == org.KindClosing {
				n++
			}
		}
		if b.Manifest.MinReader != c.reader || n != c.records {
			t.Errorf("%s: min_reader %d, %d closings", name, b.Manifest.MinReader, n)
		}
	}
	r, out := sampleReceipt(), &bytes.Buffer{}
	if _, err := WriteReceipt(out, r, upperKey, toAll(s)...); err != nil || r.MinReader != 1 {
		t.Errorf("a receipt needs reader %d, %v", r.MinReader, err)
	}
	if card := s.Card("某镇党委", Fields{}, noon); card.MinReader != 1 {
		t.Errorf("a card needs reader %d", card.MinReader)
	}
}

func TestAReaderThatIsSaidTooLowOrTooHighIsRefused(t *testing.T) {
	s := secretOf(t)
	for said, list := range map[string][]org.Aggregate{`"min_reader":1`: append(sampleList(1, 1, 1, Fields{}), sampleClosing(2025, 1)), `"min_reader":2`: sampleList(1, 1, 1, Fields{})} {
		m, c := sampleManifest(t, s.Recipient()), encode(t, list)
		if _, err := m.complete(c, branchKey, toAll(s)); err != nil {
			t.Fatal(err)
		}
		f := takeApart(t, m, c, s.Recipient())
		for _, right := range []string{`"min_reader":1`, `"min_reader":2`} {
			if right != said {
				f.inManifest(t, right, said)
			}
		}
		_, err := parse(f.signed(), f.opened)
		wantFault(t, said, err, "min_reader", WhyValue)
	}
}

func TestAClosedYearOf500PeopleFitsIntoARecord(t *testing.T) {
	c := sampleClosing(2025, 500)
	for i := range c.People {
		c.People[i].Why = "2025年1月1日起年老体弱，不作硬性要求（《中国共产党党员教育管理工作条例》第20条）"
	}
	l, err := encodeLine(c)
	if err != nil || len(l.text) > MaxRecord*2/3 {
		t.Errorf("%d bytes, %v", len(l.text), err)
	}
}

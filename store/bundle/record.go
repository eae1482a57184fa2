package bundle

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strconv"

	"branchbook/store/org"
)

// line is one record as it stands in the file, line break included.
type line struct {
	ref  org.Ref
	year int
	text []byte
}

// head is the envelope of a record; the body comes after it as "body".
type head struct {
	Kind org.Kind `json:"kind"`
	ID   string   `json:"id"`
	Rev  org.Rev  `json:"rev"`
	Year int      `json:"year"`
}

// YearOf returns the year that an aggregate is sent with, 0 for those of the
// roster: an activity goes with its first day's year.
func YearOf(a org.Aggregate) int {
	switch v := a.(type) {
	case *org.Activity:
		return v.From().Year()
	case *org.Plan:
		return v.Year
	case *org.Reading:
		return v.Year
	case *org.Review:
		return v.Year
	case *org.Closing:
		return v.Year
	}
	return 0
}

// encodeLine checks an aggregate by itself and writes its line. Kind and id
// need no escaping, since tokens hold nothing that would.
func encodeLine(a org.Aggregate) (line, error) {
	l := line{ref: a.Ref(), year: YearOf(a)}
	if err := checkRecord(a, l); err != nil {
		return l, err
	}
	body, err := json.Marshal(a)
	if err != nil {
		return l, &Fault{l.ref, "body", WhyForm, err}
	}
	b := make([]byte, 0, len(body)+128)
	b = append(b, `{"kind":"`...)
	b = append(b, l.ref.Kind...)
	b = append(b, `","id":"`...)
	b = append(b, l.ref.ID...)
	b = append(b, `","rev":`...)
	b = strconv.AppendInt(b, int64(l.ref.Rev), 10)
	b = append(b, `,"year":`...)
	b = strconv.AppendInt(b, int64(l.year), 10)
	b = append(b, bodyMark...)
	b = append(b, body...)
	l.text = append(b, "}\n"...)
	if len(l.text) > MaxRecord {
		return l, &Fault{l.ref, "record", WhyLarge, ErrTooLarge}
	}
	return l, nil
}

const bodyMark = `,"body":`

// checkRecord checks what needs no other record.
func checkRecord(a org.Aggregate, l line) error {
	if !tokenOK(l.ref.ID) {
		return &Fault{l.ref, "id", WhyValue, nil}
	}
	if l.ref.Rev < 1 {
		return &Fault{l.ref, "rev", WhyValue, nil}
	}
	if err := a.Validate(); err != nil {
		return &Fault{l.ref, "body", WhyValue, err}
	}
	if l.year != 0 && !yearOK(l.year) {
		return &Fault{l.ref, "year", WhyValue, nil}
	}
	return nil
}

// decodeLine reads one record, which must be exactly what encodeLine would
// write for the aggregate in it: that refuses unknown, repeated and wrongly
// spelt names, other escapes, bad UTF-8, and an envelope that contradicts its
// body. number counts lines from 1.
func decodeLine(text []byte, number int) (org.Aggregate, line, error) {
	where := "line " + strconv.Itoa(number)
	before, body, ok := bytes.Cut(text, []byte(bodyMark))
	var h head
	if !ok || !bytes.HasSuffix(body, []byte("}\n")) || org.DecodeStrict(append(bytes.Clone(before), '}'), &h) != nil {
		return nil, line{}, fault(where, WhyForm)
	}
	a, err := org.Decode(h.Kind, body[:len(body)-2])
	if err != nil {
		return nil, line{}, &Fault{Where: where, Why: WhyForm, Err: err}
	}
	l, err := encodeLine(a)
	if err != nil {
		return nil, line{}, err
	}
	if !bytes.Equal(l.text, text) {
		return nil, line{}, &Fault{l.ref, where, WhyForm, nil}
	}
	return a, l, nil
}

// compareLines is the order of records: kinds as org.Kinds lists them, then
// year, then id.
func compareLines(a, b line) int {
	return cmp.Or(
		cmp.Compare(slices.Index(org.Kinds, a.ref.Kind), slices.Index(org.Kinds, b.ref.Kind)),
		cmp.Compare(a.year, b.year), cmp.Compare(a.ref.ID, b.ref.ID))
}

package org

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// New returns an empty aggregate of the kind, nil for an unknown kind.
func New(k Kind) Aggregate {
	switch k {
	case KindBranch:
		return &Branch{}
	case KindPerson:
		return &Person{}
	case KindActivity:
		return &Activity{}
	case KindPlan:
		return &Plan{}
	case KindReading:
		return &Reading{}
	case KindReview:
		return &Review{}
	case KindRegister:
		return &Register{}
	case KindWaiver:
		return &Waiver{}
	case KindPack:
		return &LocalPack{}
	case KindClosing:
		return &Closing{}
	}
	return nil
}

// Decode reads the JSON form of one aggregate strictly: unknown names and
// anything after the value are errors. It does not validate.
func Decode(k Kind, b []byte) (Aggregate, error) {
	a := New(k)
	if a == nil {
		return nil, &Invalid{Field: "kind", Why: WhyChoice}
	}
	if err := DecodeStrict(b, a); err != nil {
		return nil, fmt.Errorf("decode %s: %w", k, err)
	}
	return a, nil
}

// DecodeStrict reads one JSON value into v, refusing unknown names and
// trailing data. Errors never quote the data, which may be personal.
func DecodeStrict(b []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		var inv *Invalid
		if errors.As(err, &inv) {
			return inv
		}
		return fmt.Errorf("bad JSON at byte %d: %w", d.InputOffset(), errShape)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("data after the JSON value: %w", errShape)
	}
	return nil
}

var errShape = errors.New("not the form expected")

package org

import (
	"errors"
	"fmt"
)

// ErrNotFound says that the file holds nothing by that id or name.
var ErrNotFound = errors.New("not found")

// Why is a reason for refusing a value; package ui/say has the sentence.
type Why string

// The reasons.
const (
	WhyEmpty    Why = "empty"    // must not be empty
	WhyLong     Why = "long"     // longer than Field allows
	WhyControl  Why = "control"  // has control or direction-changing characters
	WhyUTF8     Why = "utf8"     // not valid text
	WhyDate     Why = "date"     // no such date
	WhyTime     Why = "time"     // no such time
	WhyNumber   Why = "number"   // not a number, or out of range
	WhyChoice   Why = "choice"   // not one of the words allowed
	WhyOrder    Why = "order"    // ends before it begins
	WhyOverlap  Why = "overlap"  // two exclusive facts at one time
	WhyTwice    Why = "twice"    // the same thing twice
	WhyUnknown  Why = "unknown"  // points at something that is not there
	WhyChecksum Why = "checksum" // an ID number whose check digit is wrong
)

// Invalid says which field of a value is refused and why. It never carries the
// value itself, which may be personal.
type Invalid struct {
	Field string // path in the JSON form, such as parts[1].end
	Why   Why
}

func (e *Invalid) Error() string { return fmt.Sprintf("invalid %s: %s", e.Field, e.Why) }

// In puts a prefix before the field of an *Invalid, so that a fault inside a
// list says where it is. Other errors are returned as they are.
func In(prefix string, err error) error {
	var inv *Invalid
	if !errors.As(err, &inv) {
		return err
	}
	return &Invalid{Field: prefix + "." + inv.Field, Why: inv.Why}
}

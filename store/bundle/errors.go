package bundle

import (
	"errors"
	"fmt"

	"branchbook/store/org"
)

// What can be wrong with a whole file.
var (
	ErrNotABundle   = errors.New("not a file of this kind")
	ErrAltered      = errors.New("the file is damaged or incomplete")
	ErrNotForUs     = errors.New("no key or passphrase at hand opens the file")
	ErrNewerFormat  = errors.New("the file needs a newer program")
	ErrTooLarge     = errors.New("beyond the size that the format allows")
	ErrBadSignature = errors.New("the signature does not fit")
)

// Why is the reason of a Fault.
type Why string

// The reasons.
const (
	WhyForm     Why = "form"      // not the one form in which this may be written
	WhyValue    Why = "value"     // a value that is not allowed here
	WhyOrder    Why = "order"     // in the wrong place
	WhyTwice    Why = "twice"     // the same id twice
	WhyMissing  Why = "missing"   // must be there and is not
	WhyCount    Why = "count"     // a count that lies
	WhyDigest   Why = "digest"    // a digest that lies
	WhyPointer  Why = "pointer"   // points at a person or group that is not there
	WhyUnmasked Why = "unmasked"  // an ID number or phone that the receiver did not ask for
	WhyRewrap   Why = "rewrapped" // was written for somebody else and wrapped anew
	WhySigner   Why = "signer"    // signed by another key than expected
	WhyLarge    Why = "large"     // over a limit of the format; also ErrTooLarge
)

// Fault says what inside a readable file, or among what is to be written, is
// wrong. It never carries the value itself.
type Fault struct {
	Ref   org.Ref // the aggregate concerned, zero for the manifest
	Where string  // field or line
	Why   Why
	Err   error // what lies beneath, such as an *org.Invalid; may be nil
}

func (f *Fault) Error() string {
	s := fmt.Sprintf("bad %s: %s", f.Where, f.Why)
	if f.Ref.Kind != "" {
		s = fmt.Sprintf("bad %s %s: %s: %s", f.Ref.Kind, f.Ref.ID, f.Where, f.Why)
	}
	if f.Err != nil {
		s += ": " + f.Err.Error()
	}
	return s
}

// Unwrap returns what lies beneath.
func (f *Fault) Unwrap() error { return f.Err }

func fault(where string, why Why) error { return &Fault{Where: where, Why: why} }

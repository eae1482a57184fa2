package rules

import "fmt"

// FaultWhy is a reason for refusing a pack; package ui/say has the sentence.
type FaultWhy string

// The reasons.
const (
	FaultSyntax   FaultWhy = "syntax"         // not TOML
	FaultLong     FaultWhy = "long"           // the text is longer than a pack may be
	FaultUnknown  FaultWhy = "unknown_key"    // a key that no pack has
	FaultMissing  FaultWhy = "missing_key"    // a key that must be there
	FaultType     FaultWhy = "wrong_type"     // a number where a text belongs …
	FaultRange    FaultWhy = "out_of_range"   // a number beyond what makes sense
	FaultChoice   FaultWhy = "not_a_choice"   // not one of the words allowed
	FaultNewer    FaultWhy = "newer_program"  // needs a newer program
	FaultDocument FaultWhy = "no_document"    // cites a document that the pack does not list
	FaultTwice    FaultWhy = "twice"          // the same id twice
	FaultOrder    FaultWhy = "order"          // ends before it begins
	FaultPlace    FaultWhy = "unknown_place"  // a sentence with a {place} that nothing fills
	FaultWord     FaultWhy = "forbidden_word" // a sentence that judges (违规), or hides 应/一般应
	FaultNoRule   FaultWhy = "no_rule"        // changes a rule that no pack has, or one of another kind
	FaultNoPack   FaultWhy = "no_pack"        // names a pack that does not ship with the program
	FaultShipped  FaultWhy = "shipped_name"   // a local pack with the name of one that ships with the program
)

// Fault is one mistake in a pack: where it is and what is wrong. It never
// quotes the pack's text.
type Fault struct {
	File string   // as given to Parse
	Line int      // from 1; 0 when not known
	Key  string   // such as rule[2].params.need
	Why  FaultWhy // what is wrong
}

func (f *Fault) Error() string {
	return fmt.Sprintf("read pack %s:%d: %s: %s", f.File, f.Line, f.Key, f.Why)
}

package rules

import "branchbook/store/org"

// kind is one kind of rule: what its parameters are, and the code that judges.
// A new kind is a file kind_….go and a line in kinds.
type kind struct {
	params []param
	lacks  func(params map[string]any) string // the parameter that others ask for and that is not there; may be nil
	places []string                           // what its sentences may name, beside those of every kind
	says   bool                               // it makes findings, so it needs sentences
	check  func(c *check, r *Rule)            // nil where other code asks for the facts
}

// kinds lists every kind by the word that packs use.
var kinds = map[string]kind{
	"frequency": frequencyKind,
	"hours":     hoursKind,
	"attended":  attendedKind,
	"spell":     spellKind,
	"talk":      talkKind,
	"reading":   readingKind,
	"review":    reviewKind,
	"contact":   contactKind,
	"contacts":  contactsKind,
	"streak":    streakKind,
	"degree":    degreeKind,
	"group":     groupKind,
	"counting":  countingKind,
	"due":       dueKind,
	"exemption": exemptionKind,
	"committee": committeeKind,
	"term":      termKind,
	"vote":      voteKind,
	"share":     shareKind,
	"ratio":     ratioKind,
	"record":    recordKind,
	"size":      sizeKind,
}

// kindNames lists the words.
func kindNames() []string { return sortedKeys(kinds) }

// paramType is the type of a parameter.
type paramType int

const (
	typeBound   paramType = iota // ">= 32"
	typeNumber                   // 60
	typeHours                    // "3.5"
	typeYes                      // true
	typeWord                     // "month"
	typeWords                    // ["old", "ill"]
	typeForms                    // { theme_day = "study" }
	typeTexts                    // ["高中", "中专"], free words
	typeYearDay                  // "07-01"
)

// param is one parameter of a kind.
type param struct {
	name     string
	typ      paramType
	lo, hi   int64    // of bounds, numbers and hours
	words    []string // of words
	divides  int64    // a number that must divide this; 0: need not
	most     bool     // a bound from above: <= or <
	required bool
}

// readParams reads the parameters of a kind. Those of a change need not be
// complete.
func readParams(t table, k kind, whole bool) map[string]any {
	out := map[string]any{}
	for _, p := range k.params {
		if _, there := t.m[p.name]; !there && !(whole && p.required) {
			continue
		}
		out[p.name] = p.read(t)
	}
	if whole && k.lacks != nil {
		if name := k.lacks(out); name != "" {
			t.fault(name, FaultMissing)
		}
	}
	t.done()
	return out
}

// lacksOneOf asks for at least one of some parameters; it names the first.
func lacksOneOf(names ...string) func(map[string]any) string {
	return func(params map[string]any) string {
		for _, name := range names {
			if _, there := params[name]; there {
				return ""
			}
		}
		return names[0]
	}
}

func (p param) read(t table) any {
	switch p.typ {
	case typeBound:
		b := t.bound(p.name, true, p.lo, p.hi)
		if p.most && !b.None() && b.Op != "<=" && b.Op != "<" {
			t.fault(p.name, FaultRange)
		}
		return b
	case typeNumber:
		n := t.number(p.name, true, p.lo, p.hi)
		if p.divides != 0 && n > 0 && p.divides%n != 0 {
			t.fault(p.name, FaultRange)
		}
		return n
	case typeHours:
		return t.hours(p.name, p.lo, p.hi)
	case typeYes:
		b, _ := take[bool](t, p.name, true)
		return b
	case typeWord:
		return t.word(p.name, true, p.words)
	case typeWords:
		return t.words(p.name, true, p.words)
	case typeTexts:
		return t.texts(p.name)
	case typeYearDay:
		return t.yearDay(p.name)
	}
	return readForms(t.sub(p.name, true), p.words)
}

// readForms reads a table from kinds of part to forms.
func readForms(t table, formWords []string) map[string]string {
	out := map[string]string{}
	for _, k := range partKindWords() {
		if _, there := t.m[k]; there {
			out[k] = t.word(k, true, formWords)
		}
	}
	t.done()
	return out
}

// Typed looks at parameters; what a pack does not say is the zero value.

func (r *Rule) bound(name string) Bound     { b, _ := r.Params[name].(Bound); return b }
func (r *Rule) number(name string) int64    { n, _ := r.Params[name].(int64); return n }
func (r *Rule) hours(name string) org.Hours { h, _ := r.Params[name].(org.Hours); return h }
func (r *Rule) yes(name string) bool        { b, _ := r.Params[name].(bool); return b }
func (r *Rule) yearDay(name string) yearDay { d, _ := r.Params[name].(yearDay); return d }
func (r *Rule) word(name string) string     { s, _ := r.Params[name].(string); return s }
func (r *Rule) words(name string) []string  { l, _ := r.Params[name].([]string); return l }
func (r *Rule) forms() map[string]string    { m, _ := r.Params["forms"].(map[string]string); return m }

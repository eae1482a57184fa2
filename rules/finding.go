package rules

import (
	"strconv"

	"branchbook/store/org"
)

// Finding is one answer of Check: what a rule asks in one period of the
// branch, a group or a person, and how far it is met.
type Finding struct {
	Rule, Title               string
	Kind                      string // of the rule: frequency, hours, attended …
	Document, Number, Article string // document's title, 文号, article
	Quote                     string
	Checked                   bool // the quote was compared with the document
	Whose                     Whose
	Obligation                Obligation
	Kinds                     []org.PartKind // which kinds of part count, for the grid; may be empty
	Person                    org.PersonID   // empty: the branch or the group
	Group                     org.GroupID
	Activity                  org.ActivityID // the record that the finding is about; may be empty
	Part                      int            // of that activity, from 1; 0: the whole of it
	Period                    string         // 2026, 2026H1, 2026Q3, 2026-11; of a time limit its last day, 2026-11-23
	From, Until               org.Date       // first and last day of the period, inclusive
	Since                     org.Partial    // of a time limit what began it, as precisely as it is known
	Inexact                   bool           // of a time limit: Until is the latest that it can be (日期不全)
	Have, Need                int64          // in Unit; Need 0: the rule has no number
	Unit                      Unit
	State                     State
	Advice                    bool   // 建议: no number, lapsed, unverified, or the superior's duty
	Notice                    string // that the plan behind the rule is over
	Sentence, Next            string // what it is and what to do, in Chinese; Next is empty when done
	Waived                    bool   // a person has explained it; Reason is theirs
	Reason                    string
	Waiver                    org.ItemID // the explanation that holds
	Packs                     []string   // the pack that states the rule, and those that changed it
	Trace                     []string   // how it was found, in Chinese
}

// Unit is the unit of Have and Need.
type Unit string

// Units. For UnitHours the numbers are org.Hours.
const (
	UnitTimes Unit = "次"
	UnitDays  Unit = "天"
	UnitHours Unit = "学时"
	UnitBody  Unit = "个"
	UnitMonth Unit = "个月"
	UnitHeads Unit = "人"
	UnitItem  Unit = "项"
	UnitShare Unit = "%"
)

// amount prints a number with no unit.
func (u Unit) amount(n int64) string {
	if u == UnitHours {
		return org.Hours(n).String()
	}
	return strconv.FormatInt(n, 10)
}

// Cite returns document and article as they are quoted: 《…》第15条.
func (f *Finding) Cite() string { return citeOf(f.Document, f.Article) }

// Short is what is still owed, never negative.
func (f *Finding) Short() int64 { return max(0, f.Need-f.Have) }

// Amount prints Have, Need or Short in the finding's unit: 2次, 31.5学时.
func (f *Finding) Amount(n int64) string { return f.Unit.amount(n) + string(f.Unit) }

// State is how far a finding is met.
type State string

// States. Missing comes only after the last day of the period.
const (
	Done    State = "done"
	Running State = "running"
	Missing State = "missing"
)

// Chinese returns 已完成, 进行中 or 缺项.
func (s State) Chinese() string {
	switch s {
	case Done:
		return "已完成"
	case Missing:
		return "缺项"
	}
	return "进行中"
}

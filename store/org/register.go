package org

// Register is one entry of the branch's registers (名册台账): one shape for all.
type Register struct {
	ID     ItemID       `json:"id"`
	Rev    Rev          `json:"rev"`
	Kind   RegisterKind `json:"kind"`
	Person PersonID     `json:"person,omitempty"`
	Name   string       `json:"name,omitempty"` // whoever or whatever is not a person of the branch
	From   Partial      `json:"from,omitempty"`
	To     Partial      `json:"to,omitempty"`
	Title  string       `json:"title,omitempty"`
	Text   string       `json:"text,omitempty"`
}

// RegisterKind is the kind of register.
type RegisterKind string

// Registers.
const (
	RegTeacher   RegisterKind = "teacher"
	RegVolunteer RegisterKind = "volunteer"
	RegBase      RegisterKind = "base"
	RegAward     RegisterKind = "courseware"
	RegDegree    RegisterKind = "degree"
	RegDuty      RegisterKind = "duty"
	RegPair      RegisterKind = "pair"
	RegFloating  RegisterKind = "floating_contact"
)

var registerKinds = enum[RegisterKind]{
	{RegTeacher, "师资", nil}, {RegVolunteer, "志愿者", nil}, {RegBase, "基地", nil}, {RegAward, "课件与获奖", nil}, {RegDegree, "学历教育推荐", nil},
	{RegDuty, "设岗定责、承诺践诺", []string{"设岗定责", "承诺践诺"}}, {RegPair, "结对帮扶", nil}, {RegFloating, "流动党员联系", nil},
}

// RegisterKinds lists the registers.
func RegisterKinds() []RegisterKind { return registerKinds.values() }

// Chinese returns the official word.
func (k RegisterKind) Chinese() string { return registerKinds.label(k) }

// ParseRegisterKind reads the English or the Chinese word.
func ParseRegisterKind(s string) (RegisterKind, error) { return registerKinds.parse("kind", s) }

// Ref implements Aggregate.
func (r *Register) Ref() Ref { return Ref{KindRegister, string(r.ID), r.Rev} }

// Validate checks shape and limits.
func (r *Register) Validate() error {
	if err := registerKinds.check("kind", r.Kind); err != nil {
		return err
	}
	if r.Person == "" && r.Name == "" && r.Title == "" {
		return &Invalid{"name", WhyEmpty}
	}
	if r.From != "" && r.From.First() == 0 {
		return &Invalid{"from", WhyDate}
	}
	if r.To != "" && r.To.First() == 0 {
		return &Invalid{"to", WhyDate}
	}
	if r.From != "" && r.To != "" && r.To.Last() < r.From.First() {
		return &Invalid{"to", WhyOrder}
	}
	return checkTexts(textField{"name", r.Name, MaxLine}, textField{"title", r.Title, MaxLine}, textField{"text", r.Text, MaxText})
}

// Waiver is a person's decision on a finding: it stays visible as 已说明, with
// the reason, until its end.
type Waiver struct {
	ID       ItemID     `json:"id"`
	Rev      Rev        `json:"rev"`
	Rule     string     `json:"rule"`               // id of the rule
	Person   PersonID   `json:"person,omitempty"`   // empty: the branch
	Group    GroupID    `json:"group,omitempty"`    // empty: any
	Activity ActivityID `json:"activity,omitempty"` // the record that it is about; empty: any
	Period   string     `json:"period,omitempty"`   // 2026, 2026Q3, 2026-11; empty: any
	Until    Date       `json:"until,omitzero"`     // last day on which it holds, 0: no end
	Reason   string     `json:"reason"`
}

// Ref implements Aggregate.
func (w *Waiver) Ref() Ref { return Ref{KindWaiver, string(w.ID), w.Rev} }

// Validate checks shape and limits.
func (w *Waiver) Validate() error {
	if w.Rule == "" || w.Reason == "" {
		return &Invalid{"reason", WhyEmpty}
	}
	return checkTexts(textField{"rule", w.Rule, MaxName}, textField{"period", w.Period, MaxName}, textField{"reason", w.Reason, MaxLine})
}

// LocalPack is a rule pack that the branch itself put in force: the text of a
// pack, or, with Text empty, the name of one that ships with the program
// switched off. It lies in the file, so that backup and hand-over carry it.
type LocalPack struct {
	ID   ItemID `json:"id"`
	Rev  Rev    `json:"rev"`
	Name string `json:"name"`
	On   bool   `json:"on,omitempty"`
	Text string `json:"text,omitempty"` // TOML
}

// Ref implements Aggregate.
func (p *LocalPack) Ref() Ref { return Ref{KindPack, string(p.ID), p.Rev} }

// Validate checks shape and limits; package rules checks the pack itself.
func (p *LocalPack) Validate() error {
	if p.Name == "" {
		return &Invalid{"name", WhyEmpty}
	}
	return checkTexts(textField{"name", p.Name, MaxName}, textField{"text", p.Text, 10 * MaxText})
}

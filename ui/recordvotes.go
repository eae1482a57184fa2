package ui

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/rules"
	"branchbook/store/org"
	"branchbook/ui/kit"
)

// count adds the votes that were written in the form; who could vote, and who of
// them was there, follows from the attendance. Votes on file stay as they are.
func (k *desk) count(b *built, d *draft) {
	for i := range d.parts {
		n := b.became[i][0]
		p := &b.Parts[n-1]
		for _, v := range d.parts[i].votes {
			v.Entitled, v.Present = rules.Bases(k.pack, k.Snapshot, b.Activity, n, nil)
			if v.Yes+v.No+v.Abstain > v.Present {
				b.blame(i, "votes", fmt.Sprintf("“%s”的票数合计 %d，多于有表决权的实到 %d 人", v.Title, v.Yes+v.No+v.Abstain, v.Present))
			}
			p.Votes = append(slices.Clone(p.Votes), v)
		}
	}
}

// voteKinds are the kinds that the form can take; an election has ballots.
var voteKinds = []org.VoteKind{org.VoteOrdinary, org.VoteAdmission, org.VoteConfirm, org.VoteDiscipline, org.VoteCommittee}

// votes shows what was voted on in the part, where there may be votes.
func (f *recordForm) votes() {
	p := f.part()
	if len(p.Votes)+len(p.votes) == 0 && p.Kind != org.Assembly && p.Kind != org.CommitteeMtg {
		return
	}
	body := kit.Stacked(4)
	for _, list := range []*[]org.Resolution{&p.Votes, &p.votes} {
		for i := range *list {
			body.Add(f.voteLine(list, i))
		}
	}
	body.Add(kit.Across(0, kit.NewSmall("记一项表决", f.addVote)))
	f.form.Row(kit.Field{Name: "votes", Label: "表决事项", Widget: body})
}

// voteLine is one vote with what can be done about it. The dialog has no place
// for the ballots of an election.
func (f *recordForm) voteLine(list *[]org.Resolution, i int) fyne.CanvasObject {
	v := (*list)[i]
	buttons := kit.Across(0)
	if v.Election == nil {
		bases := f.bases()
		if v.Present > 0 {
			bases = voteBases{v.Entitled, v.Present}
		}
		buttons.Add(kit.NewLink("修改", func() {
			f.askVote(v, bases, func(now org.Resolution) {
				*list = slices.Clone(*list)
				(*list)[i] = now
			})
		}))
	}
	buttons.Add(kit.NewLink("去掉", func() {
		*list = slices.Delete(slices.Clone(*list), i, i+1)
		f.draw()
	}))
	return kit.Around(nil, nil, nil, kit.Top(buttons), kit.NewProse(voteWords(&v), kit.Body))
}

// voteBases are how many may vote, and how many of them were there.
type voteBases struct{ entitled, present int }

// bases are those of the part as it stands in the form.
func (f *recordForm) bases() voteBases {
	b := f.s.desk.build(f.s.draft())
	entitled, present := rules.Bases(f.s.desk.pack, f.s.desk.Snapshot, b.Activity, b.became[f.s.part][0], nil)
	return voteBases{entitled, present}
}

// firstVote is the kind of vote that a meeting most likely takes.
func firstVote(k org.PartKind) org.VoteKind {
	if k == org.CommitteeMtg {
		return org.VoteCommittee
	}
	return org.VoteOrdinary
}

func voteWords(v *org.Resolution) string {
	words := fmt.Sprintf("%s（%s）：赞成 %d，反对 %d，弃权 %d", v.Title, v.Kind.Chinese(), v.Yes, v.No, v.Abstain)
	if v.Text != "" {
		words += "。决议：" + v.Text
	}
	return words
}

// voteForm is the dialog for one vote.
type voteForm struct {
	f           *recordForm
	old         org.Resolution // as it was, with what the dialog does not show
	bases       voteBases
	form        *kit.Form
	title, text *kit.Entry
	kind        *kit.Select
	whom        *kit.Combo
	yes, no     *kit.Entry
	abstain     *kit.Entry
	secret      *kit.Check
}

func (f *recordForm) addVote() {
	p := f.part()
	f.askVote(org.Resolution{Kind: firstVote(p.Kind)}, f.bases(), func(v org.Resolution) { p.votes = append(slices.Clone(p.votes), v) })
}

// askVote asks for a vote and hands it on.
func (f *recordForm) askVote(old org.Resolution, bases voteBases, put func(org.Resolution)) {
	words := make([]string, len(voteKinds))
	for i, v := range voteKinds {
		words[i] = v.Chinese()
	}
	whom := f.s.desk.who(old.Subject, f.part().Date)
	v := &voteForm{f: f, old: old, bases: bases, title: kit.NewEntry(""), text: kit.NewText(2), kind: kit.NewSelect(words, nil), whom: f.who(&whom),
		yes: countEntry(old.Yes), no: countEntry(old.No), abstain: countEntry(old.Abstain), secret: kit.NewCheck("无记名投票", nil)}
	v.title.SetText(old.Title)
	v.text.SetText(old.Text)
	v.secret.SetOn(old.Secret)
	v.kind.SetChosen(slices.Index(voteKinds, old.Kind))
	counted := fmt.Sprintf("按到会情况：应到会有表决权 %d 人，实到 %d 人", bases.entitled, bases.present)
	v.form = kit.NewForm().
		Row(kit.Field{Name: "title", Label: "表决事项", Widget: v.title, Share: 2, Required: true}, kit.Field{Name: "kind", Label: "种类", Widget: v.kind}).
		Row(kit.Field{Name: "yes", Label: "赞成", Widget: v.yes}, kit.Field{Name: "no", Label: "反对", Widget: v.no}, kit.Field{Name: "abstain", Label: "弃权", Widget: v.abstain}).
		Add(kit.Text(counted, kit.Note)).
		Row(kit.Field{Name: "whom", Label: "表决对象（如接收的预备党员，可不填）", Widget: v.whom, Share: 2}, kit.Field{Name: "secret", Label: " ", Widget: v.secret}).
		Row(kit.Field{Name: "text", Label: "决议（可不填）", Widget: v.text})
	title := "记一项表决"
	if old.Title != "" {
		title = "修改表决"
	}
	var d *kit.Dialog
	d = kit.NewDialog(title, v.form, kit.Answer{Text: "取消", Safe: true}, kit.Answer{Text: "保存", Primary: true, Keep: true, Do: func() {
		r, ok := v.read()
		if !ok {
			d.Fit() // the faults may need room
			return
		}
		put(r)
		d.Close()
		f.draw()
	}})
	d.Width, d.Focus = 620, v.title
	d.Show(f.s.w.win.Canvas())
	d.Fit()
}

// countEntry is a field with a number of votes, empty for none.
func countEntry(n int) *kit.Entry {
	e := kit.NewEntry("")
	if n > 0 {
		e.SetText(strconv.Itoa(n))
	}
	return e
}

// read is the vote in the dialog; false if something is wrong, which is shown.
func (v *voteForm) read() (org.Resolution, bool) {
	r, present := v.old, v.bases.present
	r.Title, r.Text, r.Secret = strings.TrimSpace(v.title.Text), strings.TrimSpace(v.text.Text), v.secret.On()
	if i := v.kind.Chosen(); i >= 0 {
		r.Kind = voteKinds[i]
	}
	r.Entitled, r.Present = max(v.bases.entitled, present), present
	var faults []kit.Fault
	for _, n := range []struct {
		name string
		from *kit.Entry
		to   *int
	}{{"yes", v.yes, &r.Yes}, {"no", v.no, &r.No}, {"abstain", v.abstain, &r.Abstain}} {
		count, ok := countOf(n.from)
		if !ok {
			faults = append(faults, kit.Fault{Name: n.name, Words: "请填数字"})
		}
		*n.to = count
	}
	who, ok := v.f.s.desk.named(v.whom.Text, v.old.Subject, v.f.part().Date)
	if !ok {
		faults = append(faults, kit.Fault{Name: "whom", Words: "这个姓名不止一个人，请写上党小组"})
	}
	r.Subject = who
	var inv *org.Invalid
	switch errors.As(r.Validate(), &inv); {
	case len(faults) > 0 || inv == nil:
	case inv.Field == "yes":
		faults = append(faults, kit.Fault{Name: "yes", Words: fmt.Sprintf("合计多于实到 %d 人", present)})
	case inv.Field == "title" && inv.Why == org.WhyEmpty:
		faults = append(faults, kit.Fault{Name: "title", Words: "请写表决事项"})
	default:
		faults = append(faults, kit.Fault{Name: inv.Field, Words: faultWords(inv.Field, inv.Why)})
	}
	if v.form.SetFaults(faults...) {
		return r, false
	}
	r.Entitled, r.Present = v.old.Entitled, v.old.Present // of a new one, counted on saving
	return r, true
}

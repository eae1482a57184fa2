package ui

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

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
	for _, v := range p.Votes {
		body.Add(kit.Tight(kit.Para(voteWords(&v), kit.Body)))
	}
	for i, v := range p.votes {
		drop := kit.NewLink("去掉", func() {
			p.votes = slices.Delete(slices.Clone(p.votes), i, i+1)
			f.draw()
		})
		body.Add(kit.Around(nil, nil, nil, drop, kit.Tight(kit.Para(voteWords(&v), kit.Body))))
	}
	body.Add(kit.Across(0, kit.NewSmall("记一项表决", f.addVote)))
	f.form.Row(kit.Field{Name: "votes", Label: "表决事项", Widget: body})
}

func voteWords(v *org.Resolution) string {
	return fmt.Sprintf("%s（%s）：赞成 %d，反对 %d，弃权 %d", v.Title, v.Kind.Chinese(), v.Yes, v.No, v.Abstain)
}

// voteForm is the dialog for one vote.
type voteForm struct {
	f           *recordForm
	form        *kit.Form
	title, text *kit.Entry
	kind        *kit.Select
	whom        *kit.Combo
	yes, no     *kit.Entry
	abstain     *kit.Entry
	secret      *kit.Check
}

func (f *recordForm) addVote() {
	words := make([]string, len(voteKinds))
	for i, v := range voteKinds {
		words[i] = v.Chinese()
	}
	whom := ""
	v := &voteForm{f: f, title: kit.NewEntry(""), text: kit.NewEntry(""), kind: kit.NewSelect(words, nil), whom: f.who(&whom),
		yes: kit.NewEntry(""), no: kit.NewEntry(""), abstain: kit.NewEntry(""), secret: kit.NewCheck("无记名投票", nil)}
	v.kind.SetChosen(0)
	if f.part().Kind == org.CommitteeMtg {
		v.kind.SetChosen(slices.Index(voteKinds, org.VoteCommittee))
	}
	b := f.s.desk.build(f.s.draft())
	entitled, present := rules.Bases(f.s.desk.pack, f.s.desk.Snapshot, b.Activity, b.became[f.s.part][0], nil)
	bases := fmt.Sprintf("按到会情况：应到会有表决权 %d 人，实到 %d 人", entitled, present)
	v.form = kit.NewForm().
		Row(kit.Field{Name: "title", Label: "表决事项", Widget: v.title, Share: 2}, kit.Field{Name: "kind", Label: "种类", Widget: v.kind}).
		Row(kit.Field{Name: "yes", Label: "赞成", Widget: v.yes}, kit.Field{Name: "no", Label: "反对", Widget: v.no}, kit.Field{Name: "abstain", Label: "弃权", Widget: v.abstain}).
		Add(kit.Text(bases, kit.Note)).
		Row(kit.Field{Name: "whom", Label: "表决对象（如接收的预备党员，可不填）", Widget: v.whom, Share: 2}, kit.Field{Name: "secret", Label: " ", Widget: v.secret}).
		Row(kit.Field{Name: "text", Label: "决议（可不填）", Widget: v.text})
	var d *kit.Dialog
	d = kit.NewDialog("记一项表决", v.form, kit.Answer{Text: "不记", Safe: true}, kit.Answer{Text: "记上", Primary: true, Keep: true, Do: func() {
		if v.take(present) {
			d.Close()
			f.draw()
		}
	}})
	d.Width, d.Focus = 620, v.title
	d.Show(f.s.w.win.Canvas())
	d.Fit()
}

// take puts the vote into the part, or says what is wrong with it.
func (v *voteForm) take(present int) bool {
	p := v.f.part()
	r := org.Resolution{Title: strings.TrimSpace(v.title.Text), Kind: voteKinds[v.kind.Chosen()], Text: strings.TrimSpace(v.text.Text), Secret: v.secret.On(), Entitled: present, Present: present}
	var faults []kit.Fault
	for _, n := range []struct {
		name string
		from *kit.Entry
		to   *int
	}{{"yes", v.yes, &r.Yes}, {"no", v.no, &r.No}, {"abstain", v.abstain, &r.Abstain}} {
		text := strings.TrimSpace(n.from.Text)
		count, err := strconv.Atoi(text)
		if text != "" && (err != nil || count < 0) {
			faults = append(faults, kit.Fault{Name: n.name, Words: "请填数字"})
		}
		*n.to = count
	}
	who, ok := v.f.s.desk.named(v.whom.Text, org.Who{}, p.Date)
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
		return false
	}
	r.Entitled, r.Present = 0, 0 // counted on saving
	p.votes = append(slices.Clone(p.votes), r)
	return true
}

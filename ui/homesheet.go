package ui

import (
	"context"
	"io"

	"branchbook/rules"
	"branchbook/store/org"
	"branchbook/ui/kit"
	"branchbook/ui/paper"
)

// printSheet asks whose names the sign-in sheet shall have, and shows it for
// printing. When and where it is stays to be written by hand.
func (w *Window) printSheet() {
	task(w, new(kit.Lane), func(_ context.Context, b *Book) ([]org.Group, error) {
		branch, err := b.Store.Branch()
		if err != nil {
			return nil, err
		}
		return branch.OpenGroups(), nil
	}, w.askSheet)
}

// askSheet lets the user choose between all, the committee, a group and a blank
// form.
func (w *Window) askSheet(groups []org.Group) {
	words := []string{"全体党员", "支委会成员"}
	whom := []org.Audience{{Kind: org.ForAll}, {Kind: org.ForCommittee}}
	for _, g := range groups {
		words, whom = append(words, g.Name), append(whom, org.Audience{Kind: org.ForGroups, Groups: []org.GroupID{g.ID}})
	}
	words, whom = append(words, "空白表，不印姓名"), append(whom, org.Audience{})
	pick := kit.NewSelect(words, nil)
	pick.SetChosen(0)
	body := kit.Down(kit.HalfGap, kit.Text("印谁的姓名", kit.Label), pick, kit.Text("时间、地点和主持人留空，到时手写。", kit.Label))
	d := kit.NewDialog("打印签到表", body, kit.Answer{Text: "打开签到表", Primary: true, Do: func() { w.makeSheet(whom[pick.Chosen()]) }},
		kit.Answer{Text: "取消", Safe: true})
	d.Focus = pick
	d.Show(w.win.Canvas())
}

func (w *Window) makeSheet(whom org.Audience) {
	w.printOut(new(kit.Lane), "签到表", nil, func(b *Book, out io.Writer) ([]rune, error) {
		sheet, err := sheetFor(b, whom)
		if err != nil {
			return nil, err
		}
		return paper.SignIn(out, sheet)
	})
}

func sheetFor(b *Book, whom org.Audience) (*paper.SignSheet, error) {
	y, err := b.ThisYear()
	if err != nil {
		return nil, err
	}
	sheet := &paper.SignSheet{Branch: y.Branch.Name}
	if whom.Kind == "" {
		return sheet, nil
	}
	for _, d := range rules.Due(y.Pack, y.Snapshot, &org.Part{Date: y.Today, Audience: whom}) {
		if p := y.Person(d.Person); d.Due && p != nil {
			sheet.Signer = append(sheet.Signer, paper.Signer{Name: y.Label(p, y.Today)})
		}
	}
	return sheet, nil
}

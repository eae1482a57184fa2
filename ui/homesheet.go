package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

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
		kit.Answer{Text: "不打印", Safe: true})
	d.Focus = pick
	d.Show(w.win.Canvas())
}

func (w *Window) makeSheet(whom org.Audience) {
	open := w.opt.OpenFile
	task(w, new(kit.Lane), func(_ context.Context, b *Book) (string, error) {
		path, err := writeSheet(b, whom)
		if err == nil && open != nil {
			err = open(path)
		}
		return path, err
	}, func(string) { w.say("签到表已打开，可以打印。", "", nil) })
}

// writeSheet writes the sheet of those who are due today into a folder of its
// own.
func writeSheet(b *Book, whom org.Audience) (path string, err error) {
	sheet, err := sheetFor(b, whom)
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "branchbook-")
	if err != nil {
		return "", fmt.Errorf("make folder for sheet: %w", err)
	}
	f, err := os.Create(filepath.Join(dir, "签到表.pdf"))
	if err != nil {
		return "", fmt.Errorf("make sheet: %w", err)
	}
	if _, err := paper.SignIn(f, sheet); err != nil {
		return "", fmt.Errorf("write sheet: %w", err)
	}
	return f.Name(), f.Close()
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

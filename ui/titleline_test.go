package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

func TestALongTitleNeverRunsUnderTheButtons(t *testing.T) {
	kittest.App(t)
	l := newTitleLine()
	l.right.Add(kit.NewButton("返回", nil))
	l.show(head{title: strings.Repeat("学习全会精神", 20), note: "2026年11月15日"})
	l.box.Resize(fyne.NewSize(500, kit.TopBar))
	if end := l.title.Position().X + l.title.MinSize().Width; end > l.right.Position().X {
		t.Errorf("the title ends at %v, the button begins at %v", end, l.right.Position().X)
	}
	if !strings.HasSuffix(l.title.Text, "…") || !l.note.Hidden {
		t.Errorf("title %q, note hidden %v", l.title.Text, l.note.Hidden)
	}
	l.box.Resize(fyne.NewSize(4000, kit.TopBar))
	if strings.HasSuffix(l.title.Text, "…") || l.note.Hidden {
		t.Errorf("with room, title %q, note hidden %v", l.title.Text, l.note.Hidden)
	}
}

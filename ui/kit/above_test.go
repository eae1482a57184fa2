package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

func TestWhatStandsBelowFlowingButtonsMovesWithThem(t *testing.T) {
	kittest.App(t)
	chips, body := kit.NewChips([]string{"全部在册 38", "正式党员 36", "预备党员 2"}, nil), kit.Panel(kit.Spring())
	box := kit.Above(12, chips, body)
	for _, c := range []struct{ width, y float32 }{{600, kit.Small + 12}, {260, 2*kit.Small + kit.HalfGap + 12}, {600, kit.Small + 12}} {
		box.Resize(fyne.NewSize(c.width, 400))
		if got := body.Position().Y; got != c.y {
			t.Errorf("at %v wide the body is at %v, want %v", c.width, got, c.y)
		}
		if got := body.Position().Y + body.Size().Height; got != 400 {
			t.Errorf("at %v wide the body ends at %v", c.width, got)
		}
	}
}

//go:build story

package story

import (
	"fmt"
	"slices"
	"testing"
)

func TestTheKeyboardAloneGoesEverywhere(t *testing.T) {
	d := newDesk(t)
	d.readyBranch()
	d.verb("import", d.roster())
	d.start("还差什么")

	for i, place := range []string{"首页", "活动", "党员", "学时", "上报", "设置"} {
		d.keys(fmt.Sprintf("alt+%d", i+1))
		d.titled(place)
	}

	d.keys("ctrl+f")
	d.letters("wj")
	d.see("王建")
	d.keys("Return")
	d.titled("王建")
	d.picture("person")
	d.keys("Escape")
	d.titled("设置")

	d.keys("ctrl+n")
	d.titled("记一次活动")
	d.holdsAt("主题", "")
	d.inOrderOfTheEye(d.walk(60))
	d.keys("Escape")
	d.titled("设置")
	d.quit()
}

// inOrderOfTheEye fails unless Tab goes through the form as it is read: the left
// card, the right one, the line of buttons; after them the frame.
func (d *desk) inOrderOfTheEye(order []shown) {
	d.t.Helper()
	first := slices.IndexFunc(order, func(s shown) bool { return s.Kind == "Words" })
	if first < 0 {
		d.t.Fatal("the kinds of activities are never reached")
	}
	order = append(order[first:], order[:first]...)
	for i := 1; i < len(order); i++ {
		a, b := &order[i-1], &order[i]
		if card(a) > card(b) || card(a) == card(b) && before(b, a) {
			d.t.Errorf("after %s at %.0f,%.0f comes %s at %.0f,%.0f", a.Kind, a.X, a.Y, b.Kind, b.X, b.Y)
		}
	}
	if last := order[len(order)-1]; len(order) < 20 || card(&last) != inFrame {
		d.t.Errorf("only %d things take the focus, at last %s", len(order), last.Kind)
	}
}

// The parts of the form of an activity, in the order of the eye.
const (
	inLeft = iota
	inRight
	inFoot
	inFrame
)

func card(s *shown) int {
	switch {
	case s.X < 176 || s.Y < 64:
		return inFrame
	case s.X > 840:
		return inRight
	case s.Y > 600:
		return inFoot
	}
	return inLeft
}

// before tells whether a is read before b: on a line above, or on the same line
// more to the left. The frame's own order is that of its two bars.
func before(a, b *shown) bool {
	if card(a) == inFrame && (a.X < 176) != (b.X < 176) {
		return b.X < 176
	}
	if a.Y+a.H/2 < b.Y || b.Y+b.H/2 < a.Y {
		return a.Y < b.Y
	}
	return a.X < b.X
}

// walk presses Tab until the focus is where it began.
func (d *desk) walk(most int) (order []shown) {
	d.t.Helper()
	for range most {
		at := d.focused()
		if at == nil {
			d.t.Fatal("nothing has the focus")
		}
		if len(order) > 0 && *at == order[0] {
			return order
		}
		order = append(order, *at)
		d.keys("Tab")
	}
	d.t.Fatalf("after %d steps the focus is not back", most)
	return nil
}

//go:build story

package story

import (
	"fmt"
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
	order := d.walk(60)
	for _, s := range order {
		t.Logf("%-10s %4.0f %4.0f %4.0f %4.0f %q", s.Kind, s.X, s.Y, s.W, s.H, s.Text)
	}
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

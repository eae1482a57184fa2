package say

import (
	"strings"
	"testing"

	"branchbook/rules"
)

func TestEveryFaultOfAPackIsSaidWithItsPlaceAndANextStep(t *testing.T) {
	for why := range packWhys {
		if why == rules.FaultNoPack {
			continue // has no place
		}
		said := Error(&rules.Fault{File: "镇.toml", Line: 7, Key: "pack.on", Why: why})
		if !strings.HasPrefix(said.What, "规则包镇.toml第7行“pack.on”"+packWhys[why]) || !startsChinese(said.Next) {
			t.Errorf("%s: %s", why, said)
		}
	}
	for why := range packNext {
		if _, known := packWhys[why]; !known {
			t.Errorf("%s has a next step and no words", why)
		}
	}
	if got := Error(&rules.Fault{File: "zhen", Line: 6, Key: "hours-gone", Why: rules.FaultNoRule}).Plain().What; !strings.Contains(got, "hours-gone") {
		t.Errorf("the key is lost at the window: %s", got)
	}
	if got := Error(&rules.Fault{File: "镇.toml", Line: 6, Key: "pack.program", Why: rules.FaultNewer}).Next; got != "请换用新版程序，再装一次。" {
		t.Errorf("a newer pack: %s", got)
	}
}

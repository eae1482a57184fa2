package start

import (
	"maps"
	"testing"
)

func TestWhatChineseInputNeedsIsSet(t *testing.T) {
	debian := []string{"C", "C.utf8", "POSIX"}
	chinese := []string{"C", "C.UTF-8", "POSIX", "zh_CN.utf8"}
	type vars = map[string]string
	for name, c := range map[string]struct {
		env              vars
		locales, running []string
		want             vars
	}{
		"nothing set":                        {nil, debian, nil, vars{"LC_CTYPE": "C.UTF-8"}},
		"Chinese is there":                   {nil, chinese, nil, vars{"LC_CTYPE": "zh_CN.UTF-8"}},
		"LANG is C":                          {vars{"LANG": "C"}, chinese, nil, vars{"LC_CTYPE": "zh_CN.UTF-8"}},
		"LANG is POSIX":                      {vars{"LANG": "POSIX"}, nil, nil, vars{"LC_CTYPE": "C.UTF-8"}},
		"LC_ALL is C and wins":               {vars{"LC_ALL": "C", "LC_CTYPE": "zh_CN.UTF-8"}, chinese, nil, vars{"LC_ALL": "zh_CN.UTF-8"}},
		"LC_CTYPE is C and wins":             {vars{"LC_CTYPE": "C", "LANG": "zh_CN.UTF-8"}, chinese, nil, vars{"LC_CTYPE": "zh_CN.UTF-8"}},
		"LANG is Chinese":                    {vars{"LANG": "zh_CN.UTF-8"}, chinese, nil, vars{}},
		"LANG is Chinese, never installed":   {vars{"LANG": "zh_CN.UTF-8"}, debian, nil, vars{"LC_CTYPE": "C.UTF-8"}},
		"LANG is Chinese, locales not known": {vars{"LANG": "zh_CN.UTF-8"}, nil, nil, vars{}},
		"C.UTF-8 is enough":                  {vars{"LC_ALL": "C.UTF-8"}, debian, nil, vars{}},
		"fcitx5 runs":                        {vars{"LANG": "C.UTF-8"}, debian, []string{"bash", "fcitx5"}, vars{"XMODIFIERS": "@im=fcitx"}},
		"fcitx runs":                         {vars{"LANG": "C.UTF-8"}, debian, []string{"fcitx"}, vars{"XMODIFIERS": "@im=fcitx"}},
		"ibus runs":                          {vars{"LANG": "C.UTF-8"}, debian, []string{"ibus-daemon", "ibus-x11"}, vars{"XMODIFIERS": "@im=ibus"}},
		"both run":                           {vars{"LANG": "C.UTF-8"}, debian, []string{"ibus-daemon", "fcitx5"}, vars{"XMODIFIERS": "@im=fcitx"}},
		"none runs":                          {vars{"LANG": "C.UTF-8"}, debian, []string{"fcitx-helper"}, vars{}},
		"the session named it":               {vars{"LANG": "C.UTF-8", "XMODIFIERS": "@im=ibus"}, debian, []string{"fcitx5"}, vars{}},
	} {
		if got := inputEnv(c.env, c.locales, c.running); !maps.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

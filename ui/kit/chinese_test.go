package kit_test

import (
	"testing"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"fyne.io/fyne/v2/container"

	"branchbook/ui/kit"
	"branchbook/ui/kit/kittest"
)

func TestTheToolkitSpeaksChineseOnEveryMachine(t *testing.T) {
	for _, locale := range []string{"C", "POSIX", "zh_CN.UTF-8", "zh_TW.UTF-8", "en_US.UTF-8", "de_DE.UTF-8", "ja_JP.UTF-8", "nb_NO.UTF-8"} {
		t.Run(locale, func(t *testing.T) {
			t.Setenv("LC_ALL", locale)
			t.Setenv("LANG", locale)
			t.Setenv("LANGUAGE", "")
			kittest.App(t)
			for word, want := range map[string]string{"Cut": "剪切", "Copy": "复制", "Paste": "粘贴", "Select all": "全选", "Undo": "撤销", "Redo": "重做", "OK": "知道了", "Quit": "退出"} {
				if got := lang.L(word); got != want {
					t.Errorf("%s is %s, want %s", word, got, want)
				}
			}
		})
	}
}

func TestTheMenuOfAFieldIsChinese(t *testing.T) {
	kittest.App(t)
	e := kit.NewEntry("")
	c := window(t, container.NewVBox(e))
	c.Focus(e)
	typed(c, "字")
	test.TapSecondary(e)
	for _, words := range []string{"撤销", "剪切", "复制", "粘贴", "全选"} {
		if !shows(c, words) {
			t.Errorf("the menu does not show %s", words)
		}
	}
}

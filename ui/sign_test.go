package ui

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"branchbook/store/org"
)

func TestTheSheetIsPrintedWithTheNamesOfThoseDue(t *testing.T) {
	b := forty(t)
	w := openWindow(t, b)
	var opened []string
	w.opt.OpenFile = func(path string) error { opened = append(opened, path); return nil }
	w.record(wanted{kind: org.ThemeDay})
	h := &hand{t: t, w: w}
	h.typed("学习/讨论")
	h.click("打印签到表")
	h.click("打印签到表")
	if len(opened) != 2 || filepath.Base(opened[0]) != "签到表 2026年11月23日 主题党日.pdf" || opened[1] != opened[0] {
		t.Fatalf("opened %v", opened)
	}
	w.now.(*record).form.focus("title")
	h.typed("其他")
	h.click("打印签到表")
	if len(opened) != 3 || filepath.Base(opened[2]) != "签到表 2026年11月23日 主题党日(2).pdf" {
		t.Fatalf("another sheet opened %v", opened)
	}
	text := pdfText(t, opened[0])
	for _, words := range []string{"主题党日签到表", "赵德明", "陈玉明", "40人", "学习/讨论"} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not on the sheet", words)
		}
	}
	if err := w.prints.remove(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(opened[0]); err == nil {
		t.Error("the printed file is still there")
	}
}

func pdfText(t *testing.T, path string) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not there")
	}
	out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestMinutesArePrintedFromThePage(t *testing.T) {
	b := forty(t)
	a := held(t, b, "学习全会精神", org.NewDate(2026, 11, 20))
	w := openWindow(t, b)
	var opened string
	w.opt.OpenFile = func(path string) error { opened = path; return nil }
	w.activity(a.ID)
	(&hand{t: t, w: w}).click("打印记录")
	if text := pdfText(t, opened); !strings.Contains(text, "学习全会精神") || !strings.Contains(text, "柳树村党支部") {
		t.Errorf("minutes: %s", text)
	}
}

func TestCharactersThatTheFontLacksAreTold(t *testing.T) {
	if got, want := undrawn([]rune{'𠮷', '龘'}, []string{"李𠮷明"}), fmt.Sprintf("“李𠮷明”（字码 %04X）、“龘”（字码 %04X）", '𠮷', '龘'); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

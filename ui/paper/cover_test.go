package paper

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func cover() *CoverSheet {
	return &CoverSheet{Branch: "中共禾沿镇柳树湾村支部委员会", Code: "990101-07", To: "中共禾沿镇委员会", Sequence: 4, Period: "2025年、2026年", People: 41, Activities: 96,
		File: "柳树湾村-第4次.bb", Check: strings.Repeat("0a1b2c3d4e5f6071", 4), Before: "2026年9月30日第3次已接收", Made: time.Date(2026, 11, 20, 9, 5, 0, 0, time.UTC), Program: "0.2.0"}
}

func TestTheCoverIsReadWithoutAComputer(t *testing.T) {
	pdf, missing := printed(t, func(b *bytes.Buffer) ([]rune, error) { return Cover(b, cover()) })
	pages := pagesOf(t, pdf)
	if len(pages) != 1 || missing != "" {
		t.Errorf("%d pages, missing %q", len(pages), missing)
	}
	holds(t, pages[0], "中共禾沿镇柳树湾村支部委员会", "990101-07", "报送给中共禾沿镇委员会", "第4次", "2025年、2026年", "人员41人，活动96次", "0A1B2C3D4E5F6071", "2026年11月20日09:05",
		"程序版本0.2.0", "报送人（签字）：", "接收人（签字）：", "以往上报2026年9月30日第3次已接收")
	holds(t, pages[0], "只有接收单位能打开", "核对码")
	if strings.Contains(pages[0], "演示") {
		t.Error("a real branch is called a demo")
	}
}

func TestTheCoverOfADemoSaysSo(t *testing.T) {
	c := cover()
	c.Demo, c.Before = true, ""
	c.Branch, c.To = strings.Repeat("很长的名称", 12), strings.Repeat("很长的名称", 8)
	pdf, _ := printed(t, func(b *bytes.Buffer) ([]rune, error) { return Cover(b, c) })
	pages := pagesOf(t, pdf)
	if len(pages) != 1 {
		t.Errorf("%d pages", len(pages))
	}
	holds(t, pages[0], "演示数据，上级不会接收")
	if strings.Contains(pages[0], "以往上报") {
		t.Error("an empty line is printed")
	}
}

func TestACheckCodeIsGroupedForReadingAloud(t *testing.T) {
	if got, want := grouped("0a1b2c3d4e5f60718"), "0A1B  2C3D  4E5F  6071\n8"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheCoverSaysWhoCanOpenTheBundle(t *testing.T) {
	c := cover()
	c.Passphrase = true
	pdf, _ := printed(t, func(b *bytes.Buffer) ([]rune, error) { return Cover(b, c) })
	page := pagesOf(t, pdf)[0]
	holds(t, page, "只有知道口令的人能打开")
	if strings.Contains(page, "接收单位能打开") {
		t.Error("the receiver is said to open what only a passphrase opens")
	}
}

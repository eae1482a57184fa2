package paper

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// CoverSheet is what the sheet beside a sync bundle says, so that both sides
// know without a computer what lies on the stick. What is empty is left out.
type CoverSheet struct {
	Branch, Code string
	To           string    // for whom: the committee above
	Sequence     int64     // 第几次
	Period       string    // the years in it, in words: 2025年、2026年
	People       int       // persons in it
	Activities   int       // activities in it
	File         string    // its name on the stick
	Check        string    // check code: the digest in hex, printed in groups of four
	Before       string    // what was handed in and received before: 2026年9月30日第3次已接收
	Made         time.Time // printed as the clock of its zone shows it
	Program      string    // version
	Passphrase   bool      // a passphrase opens it, not the receiver's key
	Demo         bool      // an invented branch, refused above
}

// Cover prints the cover sheet of a bundle (上报包封面). It returns the
// characters that the font lacks.
func Cover(w io.Writer, c *CoverSheet) ([]rune, error) {
	p, err := newPress(official)
	if err != nil {
		return nil, err
	}
	p.heading("支部台账上报包封面", strong(22), 40, toCentre)
	if c.Demo {
		p.heading("演示数据，上级不会接收", strong(16), 30, toCentre)
	}
	p.y += 12
	label := 6.5 * 14.0
	for _, r := range c.rows() {
		if r[1] != "" {
			p.row(band{14, 20, 5, 30}, func() {}, cell{r[0], label, toCentre, true}, cell{text: r[1], width: p.inner() - label})
		}
	}
	p.y += 10
	who := "接收单位"
	if c.Passphrase {
		who = "知道口令的人"
	}
	p.heading("上报包已加密，只有"+who+"能打开。请把这张纸和U盘一起报送；接收时两边核对核对码，念前四组即可。", plain(10.5), 17, toLeft)
	p.handOver()
	return p.print(w, "上报包封面")
}

func (c *CoverSheet) rows() [][2]string {
	var made string
	if !c.Made.IsZero() {
		made = fmt.Sprintf("%d年%d月%d日 %02d:%02d", c.Made.Year(), c.Made.Month(), c.Made.Day(), c.Made.Hour(), c.Made.Minute())
	}
	return [][2]string{
		{"党支部", c.Branch}, {"党组织编码", c.Code}, {"报送给", c.To}, {"第几次上报", fmt.Sprintf("第 %d 次", c.Sequence)}, {"所含年度", c.Period},
		{"内容", fmt.Sprintf("人员 %d 人，活动 %d 次", c.People, c.Activities)}, {"核对码", grouped(c.Check)}, {"文件名", c.File}, {"以往上报", c.Before},
		{"生成时间", made}, {"程序版本", c.Program},
	}
}

// grouped sets a code in groups of four, four groups to a line, for reading
// aloud.
func grouped(code string) string {
	var b strings.Builder
	for i, r := range []rune(strings.ToUpper(code)) {
		switch {
		case i > 0 && i%16 == 0:
			b.WriteByte('\n')
		case i > 0 && i%4 == 0:
			b.WriteString("  ")
		}
		b.WriteRune(r)
	}
	return b.String()
}

// handOver is the block that both sides sign.
func (p *press) handOver() {
	const leading = 30
	p.need(3*leading + 10)
	p.y += 10
	half, st := p.inner()/2, plain(13)
	p.fields(st, leading, field{"报送人（签字）", "", half}, field{"接收人（签字）", "", half})
	p.fields(st, leading, field{"报送日期", "", half}, field{"接收日期", "", half})
}

package paper

import (
	"bytes"
	"fmt"
	"io"

	"github.com/signintech/gopdf"

	"branchbook/assets"
)

// mm is one millimetre in points.
const mm = 72 / 25.4

// Widths of lines: frames, and lines to write on.
const (
	frame = 0.6
	fine  = 0.4
)

// setup is the size of the sheet and its margins.
type setup struct {
	across, down             float64
	top, right, bottom, left float64
}

// official is for papers that are bound. Its sides are those of GB/T 9704-2012,
// 156 mm of type with the binding at the left; above and below the standard's
// 37 and 35 mm give way, since a form has no head of an office, and its facts
// and signatures belong on one sheet.
var official = setup{210 * mm, 297 * mm, 25 * mm, 26 * mm, 24 * mm, 28 * mm}

// dense is for tables that belong on one sheet.
var dense = setup{210 * mm, 297 * mm, 16 * mm, 16 * mm, 18 * mm, 24 * mm}

// wide is for tables with many columns.
var wide = setup{297 * mm, 210 * mm, 14 * mm, 15 * mm, 16 * mm, 15 * mm}

// press lays out pages. What it draws is kept until print, when the number of
// pages is known.
type press struct {
	*ruler
	setup
	pages []*sheet
	y     float64 // from the top of the sheet to what comes next
}

// sheet is one page as drawn.
type sheet struct {
	begins bool // the page is the first of a form; pages are numbered from there
	words  []words
	rules  []rule
}

type words struct {
	style
	x, y    float64 // of the baseline
	spacing float64 // between characters, to fill a line
	text    string
}

type rule struct{ x1, y1, x2, y2, width float64 }

func newPress(s setup) (*press, error) {
	u, err := newRuler()
	if err != nil {
		return nil, err
	}
	p := &press{ruler: u, setup: s}
	p.begin()
	return p, nil
}

// begin starts a form on a page of its own.
func (p *press) begin() {
	p.turn()
	p.sheet().begins = true
}

// turn starts a page.
func (p *press) turn() {
	p.pages = append(p.pages, &sheet{})
	p.y = p.top
}

func (p *press) sheet() *sheet  { return p.pages[len(p.pages)-1] }
func (p *press) inner() float64 { return p.across - p.left - p.right }
func (p *press) room() float64  { return p.down - p.bottom - p.y }
func (p *press) full() float64  { return p.down - p.bottom - p.top }

// need turns the page unless so much of it is free.
func (p *press) need(height float64) {
	if p.room() < height {
		p.turn()
	}
}

func (p *press) line(x1, y1, x2, y2, width float64) {
	s := p.sheet()
	s.rules = append(s.rules, rule{x1, y1, x2, y2, width})
}

// write draws drawable text with its baseline at y.
func (p *press) write(x, y float64, st style, text string) { p.spread(x, y, st, text, 0) }

func (p *press) spread(x, y float64, st style, text string, spacing float64) {
	if text != "" {
		s := p.sheet()
		s.words = append(s.words, words{st, x, y, spacing, text})
	}
}

// footSize is the size of the page numbers, and footRise how far they stand
// above the edge.
const (
	footSize = 9
	footRise = 11 * mm
)

// numberPages writes 第 x 页 共 y 页 at the foot of every page, each form by
// itself.
func (p *press) numberPages() {
	for from := 0; from < len(p.pages); {
		to := from + 1
		for to < len(p.pages) && !p.pages[to].begins {
			to++
		}
		for i := from; i < to; i++ {
			text := fmt.Sprintf("第 %d 页 共 %d 页", i-from+1, to-from)
			st := plain(footSize)
			x := p.left + (p.inner()-p.width(text, st))/2
			p.pages[i].words = append(p.pages[i].words, words{st, x, p.down - footRise, 0, text})
		}
		from = to
	}
}

// print writes the PDF and returns the characters that the font lacks.
func (p *press) print(w io.Writer, title string) ([]rune, error) {
	p.numberPages()
	var pen gopdf.GoPdf
	pen.Start(gopdf.Config{PageSize: gopdf.Rect{W: p.across, H: p.down}})
	pen.SetInfo(gopdf.PdfInfo{Title: title, Creator: "支部台账"})
	for _, f := range fonts {
		if err := pen.AddTTFFontData(f.name, f.data); err != nil {
			return nil, fmt.Errorf("read font: %w", err)
		}
	}
	for _, s := range p.pages {
		if err := s.draw(&pen); err != nil {
			return nil, fmt.Errorf("draw page: %w", err)
		}
	}
	var b bytes.Buffer
	if _, err := pen.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("make PDF: %w", err)
	}
	if _, err := w.Write(mend(b.Bytes())); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return p.missing, nil
}

// fonts are the faces in the order in which they go into the file.
var fonts = []struct {
	name string
	data []byte
}{{regularFace, assets.Regular}, {boldFace, assets.Bold}}

const (
	regularFace = "regular"
	boldFace    = "bold"
)

func (s *sheet) draw(pen *gopdf.GoPdf) error {
	pen.AddPage()
	for _, r := range s.rules {
		pen.SetLineWidth(r.width)
		pen.Line(r.x1, r.y1, r.x2, r.y2)
	}
	for _, t := range s.words {
		face := regularFace
		if t.bold {
			face = boldFace
		}
		if err := pen.SetFont(face, "", t.size); err != nil {
			return err
		}
		if err := pen.SetCharSpacing(t.spacing); err != nil {
			return err
		}
		pen.SetXY(t.x, t.y)
		if err := pen.Text(t.text); err != nil {
			return err
		}
	}
	return nil
}

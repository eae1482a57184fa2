package paper

import (
	"fmt"
	"io"
	"strconv"
)

// SignIn prints a sign-in sheet (签到表): two columns of names side by side,
// so that the forty members of a village stand on one page, and a block for
// those who sit in (列席). It returns the characters that the font lacks.
func SignIn(w io.Writer, f *SignSheet) ([]rune, error) {
	p, err := newPress(dense)
	if err != nil {
		return nil, err
	}
	f.top(p)
	signers := f.Signer
	if len(signers) == 0 {
		signers = make([]Signer, f.emptyRows())
	}
	s := signing{press: p, band: signBand}
	s.columns(len(signers) <= 16)
	s.settle(signers, (float64(f.guestRows())+1)*signBand.least+8)
	s.all(signers)
	f.guests(p)
	return p.print(w, f.What+"签到表")
}

// signBand has rows high enough to sign in.
var signBand = band{11, 14.5, 2.5, 8.2 * mm}

// usual is how many names the first page holds in two columns.
const usual = 40

func (f *SignSheet) emptyRows() int {
	if f.Rows > 0 {
		return f.Rows
	}
	return usual
}

func (f *SignSheet) top(p *press) {
	p.heading(f.Branch, plain(13), 20, toCentre)
	p.heading(f.What+"签到表", strong(20), 34, toCentre)
	st, half := plain(11.5), p.inner()/2
	if f.Title != "" && f.Title != f.What {
		p.fields(st, 22, field{"主题", f.Title, p.inner()})
	}
	p.fields(st, 22, field{"时间", when(f.Date, f.Until, f.Start, f.End), half}, field{"地点", f.Place, half})
	p.fields(st, 22, field{"主持人", f.Chair, half}, field{"应到", count(len(f.Signer)), half / 2}, field{"实到", "", half / 2})
	p.y += 8
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n) + "人"
}

func (f *SignSheet) guestRows() int { return max(3, len(f.Guests)) }

// guests draws the block of those who sit in.
func (f *SignSheet) guests(p *press) {
	t := table{p, signBand, []column{{"列席人员", 100, toCentre}, {"单位及职务", p.inner() - 300, toLeft}, {"签名", 110, toLeft}, {"到达时间", 90, toLeft}}}
	rows := f.guestRows()
	p.y += 8
	p.need(float64(min(rows, 8)+1) * t.least)
	t.head()
	for i := range rows {
		name := ""
		if i < len(f.Guests) {
			name = f.Guests[i]
		}
		t.add(name, "", "", "")
	}
}

// signing is the table of names, one or two to a row.
type signing struct {
	*press
	band
	side []column
	two  bool
}

func (s *signing) columns(single bool) {
	s.side = []column{{"序号", 40, toCentre}, {"姓名", 100, toCentre}, {"签名", 0, toLeft}, {"到达时间", 90, toLeft}, {"备注", 90, toCentre}}
	width := s.inner()
	if !single {
		s.two = true
		s.side = []column{{"序号", 27, toCentre}, {"姓名", 62, toCentre}, {"签名", 0, toLeft}, {"到达\n时间", 38, toLeft}, {"备注", 36, toCentre}}
		width /= 2
	}
	for _, c := range s.side {
		width -= c.width
	}
	s.side[2].width = width
}

func (s *signing) head() {
	var cells []cell
	for _, c := range s.side {
		cells = append(cells, cell{c.title, c.width, toCentre, true})
	}
	if s.two {
		cells = append(cells, cells...)
	}
	s.draw(s.band, s.left, s.lay(s.band, cells))
}

// settle makes the rows a little lower where that brings everybody on one
// page, with what else is to stand there.
func (s *signing) settle(signers []Signer, below float64) {
	n := len(signers)
	if s.two {
		n = (n + 1) / 2
	}
	const head = 36
	for _, least := range []float64{8.2 * mm, 7.6 * mm, 7 * mm} {
		s.least = least
		if _, height := s.rows(signers, 0, n); height+head+below <= s.room() {
			return
		}
	}
	s.least = signBand.least
}

// all draws page by page: as many rows as fit, the first half of their names
// at the left and the second at the right.
func (s *signing) all(signers []Signer) {
	for first := 0; ; {
		top := s.y
		s.head()
		rows := s.fit(signers, first)
		for _, r := range rows {
			s.draw(s.band, s.left, r)
		}
		if s.two {
			s.line(s.left+s.inner()/2, top, s.left+s.inner()/2, s.y, 2*frame)
		}
		first += len(rows)
		if s.two {
			first += len(rows)
		}
		if first >= len(signers) {
			return
		}
		s.turn()
	}
}

// fit lays the largest number of rows that the page holds.
func (s *signing) fit(signers []Signer, first int) []laid {
	left := len(signers) - first
	if s.two {
		left = (left + 1) / 2
	}
	n := min(left, int(s.room()/s.least))
	for ; n > 1; n-- {
		if rows, height := s.rows(signers, first, n); height <= s.room() {
			return rows
		}
	}
	rows, _ := s.rows(signers, first, 1)
	return rows
}

func (s *signing) rows(signers []Signer, first, n int) (rows []laid, height float64) {
	for i := range n {
		cells := s.cells(signers, first+i)
		if s.two {
			cells = append(cells, s.cells(signers, first+n+i)...)
		}
		r := s.lay(s.band, cells)
		rows, height = append(rows, r), height+r.height
	}
	return rows, height
}

func (s *signing) cells(signers []Signer, i int) []cell {
	number, signer := "", Signer{}
	if i < len(signers) {
		number, signer = fmt.Sprint(i+1), signers[i]
	}
	texts := []string{number, signer.Name, "", "", signer.Note}
	cells := make([]cell, len(s.side))
	for j, c := range s.side {
		cells[j] = cell{text: texts[j], width: c.width, align: c.align}
	}
	return cells
}

package paper

// align is where a text stands in its box.
type align int

const (
	toLeft align = iota
	toCentre
	toRight
)

// baseline is where the letters of a line stand, from its top, when the line is
// leading high: the body of the type in the middle.
func baseline(st style, leading float64) float64 { return leading/2 + 0.36*st.size }

// heading draws a text line by line across the type area.
func (p *press) heading(text string, st style, leading float64, a align) {
	for _, l := range p.wrap(text, st, p.inner(), 0) {
		p.need(leading)
		p.put(l.text, st, p.left, p.inner(), leading, a)
		p.y += leading
	}
}

// put draws one line in a box from x, at the height reached.
func (p *press) put(text string, st style, x, width, leading float64, a align) {
	switch a {
	case toCentre:
		x += (width - p.width(text, st)) / 2
	case toRight:
		x += width - p.width(text, st)
	}
	p.write(x, p.y+baseline(st, leading), st, text)
}

// prose draws flowing text: each paragraph begins two characters in, and full
// lines reach the margin. The last lines stay with what follows, which takes
// keep.
func (p *press) prose(text string, st style, leading, keep float64) {
	indent := 2 * st.size
	lines := p.wrap(text, st, p.inner(), indent)
	for i, l := range lines {
		// the first two lines of a paragraph stay together, and the last two
		if l.first && !l.last || !l.first && i+1 < len(lines) && lines[i+1].last {
			p.need(2 * leading)
		}
		switch i {
		case len(lines) - 2:
			p.need(2*leading + keep)
		case len(lines) - 1:
			p.need(leading + keep)
		default:
			p.need(leading)
		}
		x, width := p.left, p.inner()
		if l.first {
			x, width = x+indent, width-indent
		}
		p.spread(x, p.y+baseline(st, leading), st, l.text, p.stretch(l, st, width))
		p.y += leading
	}
}

// stretch is the space between characters that lets a line end at the margin;
// 0 for the last line, and where it would show.
func (p *press) stretch(l wrapped, st style, width float64) float64 {
	n := len([]rune(l.text)) - 1
	if l.last || n < 1 {
		return 0
	}
	space := (width - p.width(l.text, st)) / float64(n)
	if space > st.size/8 {
		return 0
	}
	return max(space, 0)
}

// blanks draws lines to write on until so much is left of the page.
func (p *press) blanks(leading, leave float64) {
	for p.room()-leave >= leading {
		p.y += leading
		p.line(p.left, p.y, p.left+p.inner(), p.y, fine)
	}
}

// field is a label and what stands after it; with nothing to say it is a line
// to fill in.
type field struct {
	label, value string
	width        float64 // with the label
}

// fields draws fields side by side, each on a line of its own.
func (p *press) fields(st style, leading float64, list ...field) {
	x, most := p.left, 1
	top := p.y
	for i, f := range list {
		label := p.drawable(f.label, st.bold) + "："
		from := x + p.width(label, st)
		to := x + f.width
		if i+1 < len(list) {
			to -= st.size
		}
		p.y = top
		p.put(label, st, x, 0, leading, toLeft)
		lines := p.wrap(f.value, st, to-from, 0)
		for _, l := range lines {
			p.put(l.text, st, from+2, to-from, leading, toLeft)
			p.y += leading
			p.line(from, p.y-leading*0.14, to, p.y-leading*0.14, fine)
		}
		most = max(most, len(lines))
		x += f.width
	}
	p.y = top + float64(most)*leading
}

package kit

import (
	"image/color"
	"math"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Cell is what one cell of a Table shows.
type Cell struct {
	Text  string
	Style Style  // zero: Body
	Tag   *Tone  // draws the text as a tag
	Bar   *Level // a bar, with the text at its right
	Icon  string // of package assets, before the text
	Note  string // a second line under the text, for rows of at least 48
}

// Level is how far something has come.
type Level struct {
	Fraction float64 // 0 to 1
	Tone     Tone
}

// tableRow is a row's objects, which show one row after the other.
type tableRow struct {
	box    *fyne.Container
	ground *canvas.Rectangle
	line   *canvas.Rectangle
	cells  []*tableCell
	place  int // -1: shows none
}

type tableCell struct {
	text       *canvas.Text
	tag        *canvas.Rectangle // this and the rest are made when they are first needed
	track, bar *canvas.Rectangle
	icon       *canvas.Image
	iconName   string
	note       *canvas.Text
}

func newTableRow(cells int) *tableRow {
	r := &tableRow{ground: canvas.NewRectangle(Surface), line: canvas.NewRectangle(InnerLine), place: -1}
	r.box = &fyne.Container{Objects: []fyne.CanvasObject{r.ground, r.line}}
	for range cells {
		c := &tableCell{text: Text("", Body)}
		r.cells = append(r.cells, c)
		r.box.Objects = append(r.box.Objects, c.text)
	}
	return r
}

// under puts an object below the texts.
func (r *tableRow) under(o fyne.CanvasObject) {
	objects := append([]fyne.CanvasObject{r.ground, r.line, o}, r.box.Objects[2:]...)
	r.box.Objects = objects
}

func (r *tableRow) paint(fill color.NRGBA, width, height float32) {
	setRect(r.ground, fill, fill)
	r.ground.Hidden = fill == Surface // the table's own ground is seen
	r.box.Resize(fyne.NewSize(width, height))
	r.ground.Resize(fyne.NewSize(width, height))
	r.line.Resize(fyne.NewSize(width, 1))
	r.line.Move(fyne.NewPos(0, height-1))
}

// show draws a cell's content between x and x+w.
func (r *tableRow) show(c *tableCell, v Cell, align fyne.TextAlign, chosen bool, x, w, height float32, cut cutter) {
	if v.Style.Size == 0 {
		v.Style = Body
		if v.Tag != nil {
			v.Style = Label
		}
	}
	if chosen && v.Style.Color == Second {
		v.Style.Color = Quiet.Ink
	}
	x, w = x+cellPad, w-2*cellPad
	if r.showIcon(c, v, x, height) {
		x, w = x+iconSide+6, w-iconSide-6
	}
	if r.showBar(c, v, x, w, height) && v.Text != "" {
		x, w = x+w-barText, barText
		align = fyne.TextAlignTrailing
	}
	r.showTag(c, &v, &align, &x, &w, height, cut)
	setText(c.text, cut.cut(v.Text, w, v.Style), v.Style, align)
	text := height - 1
	if r.showNote(c, v, align, chosen, x, w, height, cut) {
		text = height/2 + 4
	}
	placeText(c.text, x, 0, w, text)
}

func (r *tableRow) showNote(c *tableCell, v Cell, align fyne.TextAlign, chosen bool, x, w, height float32, cut cutter) bool {
	if v.Note == "" {
		if c.note != nil {
			c.note.Hide()
		}
		return false
	}
	if c.note == nil {
		c.note = Text("", Label)
		r.box.Objects = append(r.box.Objects, c.note)
	}
	style := Label
	if chosen {
		style = Label.In(Quiet.Ink)
	}
	c.note.Show()
	setText(c.note, cut.cut(v.Note, w, style), style, align)
	placeText(c.note, x, height/2, w, height/2-4)
	return true
}

// markSide is the side of the box that shows a mark.
const markSide float32 = 20

// showMark draws the box of a marked or an unmarked row.
func (r *tableRow) showMark(c *tableCell, on bool, x, w, height float32) {
	if c.tag == nil {
		c.tag = canvas.NewRectangle(Surface)
		c.tag.CornerRadius = 4
		r.under(c.tag)
	}
	drawMark(c.tag, c.text, on, x, w, height-1)
}

func drawMark(box *canvas.Rectangle, sign *canvas.Text, on bool, x, w, height float32) {
	box.Move(fyne.NewPos(x+(w-markSide)/2, (height-markSide)/2))
	box.Resize(fyne.NewSquareSize(markSide))
	if on {
		setRect(box, Accent, Accent)
		setText(sign, "✓", Label.In(AccentInk).Heavy(), fyne.TextAlignCenter)
	} else {
		setRect(box, Surface, Edge)
		setText(sign, "", Label, fyne.TextAlignCenter)
	}
	placeText(sign, x, 0, w, height)
}

// barText is the room for the number beside a bar.
const barText float32 = 52

func (r *tableRow) showBar(c *tableCell, v Cell, x, w, height float32) bool {
	if v.Bar == nil {
		if c.track != nil {
			c.track.Hide()
			c.bar.Hide()
		}
		return false
	}
	if c.track == nil {
		c.track, c.bar = canvas.NewRectangle(InnerLine), canvas.NewRectangle(InnerLine)
		c.track.CornerRadius, c.bar.CornerRadius = 5, 5
		r.under(c.bar)
		r.under(c.track)
	}
	if v.Text != "" {
		w -= barText
	}
	c.track.Show()
	placeBar(c.track, c.bar, *v.Bar, x, (height-10)/2, w, 10)
	return true
}

// placeBar draws the filled part of a bar on its track.
func placeBar(track, bar *canvas.Rectangle, l Level, x, y, w, h float32) {
	part := float32(math.Min(math.Max(l.Fraction, 0), 1))
	track.Move(fyne.NewPos(x, y))
	track.Resize(fyne.NewSize(w, h))
	bar.Hidden = part == 0
	bar.Move(fyne.NewPos(x, y))
	bar.Resize(fyne.NewSize(max(w*part, h), h))
	setRect(bar, l.Tone.Bar, l.Tone.Bar)
}

func (r *tableRow) showTag(c *tableCell, v *Cell, align *fyne.TextAlign, x, w *float32, height float32, cut cutter) {
	if v.Tag == nil || v.Text == "" {
		if c.tag != nil {
			c.tag.Hide()
		}
		return
	}
	if c.tag == nil {
		c.tag = canvas.NewRectangle(v.Tag.Soft)
		c.tag.CornerRadius = 4
		r.under(c.tag)
	}
	v.Style.Color = v.Tag.Ink
	v.Text = cut.cut(v.Text, *w-2*HalfGap, v.Style)
	tag := min(Width(v.Text, v.Style)+2*HalfGap, *w)
	switch *align {
	case fyne.TextAlignCenter:
		*x += (*w - tag) / 2
	case fyne.TextAlignTrailing:
		*x += *w - tag
	}
	*w, *align = tag, fyne.TextAlignCenter
	c.tag.Show()
	setRect(c.tag, v.Tag.Soft, v.Tag.Soft)
	c.tag.Move(fyne.NewPos(*x, (height-1-24)/2))
	c.tag.Resize(fyne.NewSize(tag, 24))
}

func (r *tableRow) showIcon(c *tableCell, v Cell, x, height float32) bool {
	if v.Icon == "" {
		if c.icon != nil {
			c.icon.Hide()
		}
		return false
	}
	if c.icon == nil {
		c.icon = Icon(v.Icon, v.Style.Color, iconSide)
		c.iconName = iconKey(v)
		c.icon.Resize(fyne.NewSquareSize(iconSide))
		r.under(c.icon)
	}
	if c.iconName != iconKey(v) {
		c.iconName, c.icon.Resource = iconKey(v), IconResource(v.Icon, v.Style.Color)
		c.icon.Refresh()
	}
	c.icon.Show()
	c.icon.Move(fyne.NewPos(x, (height-1-iconSide)/2))
	return true
}

func iconKey(v Cell) string { return v.Icon + string(nameOf(v.Style.Color)) }

// cutter remembers what Cut gave, since the same words come again and again.
type cutter map[cutKey]string

type cutKey struct {
	text  string
	width float32
	size  float32
	bold  bool
}

func (c cutter) cut(text string, width float32, s Style) string {
	if float32(utf8.RuneCountInString(text)) <= width/s.Size { // no letter is wider than it is high
		return text
	}
	key := cutKey{text, width, s.Size, s.Bold}
	short, ok := c[key]
	if !ok {
		if len(c) > 4096 {
			clear(c)
		}
		short = Cut(text, width, s)
		c[key] = short
	}
	return short
}

// setText changes a text and draws it anew only if it differs: shaping and
// drawing letters is what costs time.
func setText(t *canvas.Text, text string, s Style, align fyne.TextAlign) {
	text = Drawn(text)
	if t.Text == text && t.Color == s.Color && t.TextSize == s.Size && t.TextStyle == s.text() && t.Alignment == align {
		return
	}
	t.Text, t.Color, t.TextSize, t.TextStyle, t.Alignment = text, s.Color, s.Size, s.text(), align
	t.Refresh()
}

// placeText puts a line of text in the middle of a height.
func placeText(t *canvas.Text, x, y, w, h float32) {
	line := lineHeight(t)
	t.Move(fyne.NewPos(x, y+(h-line)/2))
	t.Resize(fyne.NewSize(w, line))
}

// lineHeight is the same for all words of a size.
func lineHeight(t *canvas.Text) float32 {
	return fyne.MeasureText("汉", t.TextSize, fyne.TextStyle{}).Height
}

// setRect changes a rectangle's colours if they differ. An edge like the fill
// is none.
func setRect(r *canvas.Rectangle, fill, edge color.NRGBA) {
	if r.FillColor == color.Color(fill) && r.StrokeColor == color.Color(edge) {
		return
	}
	r.FillColor, r.StrokeColor, r.StrokeWidth = fill, edge, 0
	if edge != fill {
		r.StrokeWidth = 1
	}
	r.Refresh()
}

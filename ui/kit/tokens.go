package kit

import "image/color"

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// The colours of the window. Text colours reach a contrast of 4.5:1 on every
// background they are used on; tokens_test.go computes it for Pairs.
var (
	Paper     = rgb(0xF7F5F1)                                   // window background
	Surface   = rgb(0xFFFFFF)                                   // cards, side bar, fields
	Line      = rgb(0xE4DFD6)                                   // edge of a card
	InnerLine = rgb(0xEFEBE3)                                   // between the rows of a card
	Edge      = rgb(0x8F877B)                                   // edge of a field or button, 3:1 on white
	Ink       = rgb(0x22201D)                                   // text
	Second    = rgb(0x6B655C)                                   // text beside text
	Accent    = rgb(0xA8201A)                                   // the one primary button, where you are, what is overdue
	AccentInk = rgb(0xFFFFFF)                                   // text on Accent
	Pressed   = rgb(0x8A1813)                                   // the primary button under the pointer
	Hover     = rgb(0xF3EFE8)                                   // a row or button under the pointer
	Shade     = color.NRGBA{R: 0x22, G: 0x20, B: 0x1D, A: 0x59} // over the window, behind a dialog
)

// Tone is the colour of a state: text, the soft ground behind it, and the bar.
// A state is always a word or a sign too.
type Tone struct{ Ink, Soft, Bar color.NRGBA }

// The tones.
var (
	Missing = Tone{Accent, rgb(0xF6E7E4), Accent}               // 缺项, overdue, where you are
	Good    = Tone{rgb(0x245A33), rgb(0xE6F0E7), rgb(0x3F7A50)} // done, reached
	Owing   = Tone{rgb(0x7A4E00), rgb(0xFBF0D9), rgb(0xC98A1B)} // due in this period, short of hours
	Entered = Tone{rgb(0x1F4E79), rgb(0xE5EDF5), rgb(0x1F4E79)} // 补录, posts
	Quiet   = Tone{rgb(0x5A554D), rgb(0xEFECE6), rgb(0x8F877B)} // neutral tags
	Pale    = Tone{rgb(0x245A33), rgb(0xE6F0E7), rgb(0x8FB79C)} // bars of plain amounts
)

// Pair is a text colour on a ground that it is used on.
type Pair struct {
	Name         string
	Text, Ground color.NRGBA
}

// Pairs lists every text colour with the grounds that it is used on.
func Pairs() []Pair {
	list := []Pair{
		{"text on paper", Ink, Paper}, {"text on cards", Ink, Surface}, {"text under the pointer", Ink, Hover},
		{"second text on paper", Second, Paper}, {"second text on cards", Second, Surface}, {"second text under the pointer", Second, Hover},
		{"primary button", AccentInk, Accent}, {"primary button under the pointer", AccentInk, Pressed}, {"link on cards", Accent, Surface}, {"link on paper", Accent, Paper},
		{"text on the chosen row", Ink, Missing.Soft}, {"second text on the chosen row", Quiet.Ink, Missing.Soft}, {"text on a tag", Ink, Quiet.Soft},
	}
	for name, t := range map[string]Tone{"missing": Missing, "good": Good, "owing": Owing, "entered": Entered, "quiet": Quiet} {
		list = append(list, Pair{name + " on its ground", t.Ink, t.Soft}, Pair{name + " on cards", t.Ink, Surface})
	}
	return list
}

// Distances on the grid of 8, in units of the toolkit (pixels at scale 1).
const (
	SideBar    float32 = 176
	TopBar     float32 = 64
	StatusBar  float32 = 28
	Gap        float32 = 16 // between cards, and around the page's inside
	HalfGap    float32 = 8
	PageEdge   float32 = 24 // left and right of a page
	CardRadius float32 = 8
	Radius     float32 = 6  // controls
	Control    float32 = 40 // height of a control
	Small      float32 = 32 // height of a small control
)

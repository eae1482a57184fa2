package kit

import (
	"image/color"
	"math"
	"testing"
)

// WCAG 2.1, 1.4.3: text needs a contrast of 4.5:1.
func TestEveryTextIsReadableOnItsGround(t *testing.T) {
	for _, p := range Pairs() {
		if c := contrast(p.Text, p.Ground); c < 4.5 {
			t.Errorf("%s: contrast %.2f, want 4.5", p.Name, c)
		}
	}
}

// WCAG 2.1, 1.4.11: what tells a control from its ground needs 3:1.
func TestEdgesOfControlsAreSeen(t *testing.T) {
	for _, ground := range []color.NRGBA{Surface, Paper} {
		if c := contrast(Edge, ground); c < 3 {
			t.Errorf("edge on %v: contrast %.2f, want 3", ground, c)
		}
	}
}

func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	lin := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

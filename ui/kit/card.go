package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Panel is the white ground of a card around an object that keeps its own
// distances.
func Panel(body fyne.CanvasObject) *fyne.Container {
	ground := canvas.NewRectangle(Surface)
	ground.CornerRadius, ground.StrokeColor, ground.StrokeWidth = CardRadius, Line, 1
	return container.NewStack(ground, body)
}

// Card is a panel with a title, a note beside it, and a body that takes the
// room that is left. Right may be nil; it stands at the end of the title's line.
// The note is cut where the room is small.
func Card(title, note string, right, body fyne.CanvasObject) *fyne.Container {
	if right != nil {
		right = Middle(right)
	}
	head := Around(nil, nil, Middle(Text(title, CardTitle)), right, Pad(0, HalfGap, 0, HalfGap, Middle(Fit(note, Label, 1))))
	return Panel(Around(Pad(12, Gap, HalfGap, Gap, Sized(0, 28, head)), nil, nil, nil, body))
}

// Tag is a word on the soft ground of its tone.
func Tag(word string, t Tone) *fyne.Container {
	ground := canvas.NewRectangle(t.Soft)
	ground.CornerRadius = 4
	text := Text(word, Label.In(t.Ink))
	text.Alignment = fyne.TextAlignCenter
	return container.NewStack(ground, Pad(2, HalfGap, 2, HalfGap, text))
}

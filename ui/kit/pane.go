package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Empty is what stands where there is nothing yet: what it is, how it comes,
// and the button to begin; the text may be empty, the button nil.
func Empty(title, text string, button *Button) *fyne.Container {
	return pane(Text(title, CardTitle), text, button)
}

// Failed is what stands where something could not be read: a sentence, the next
// step, and a button to try again, which may be nil.
func Failed(title, text string, retry *Button) *fyne.Container {
	return pane(Text(title, CardTitle.In(Accent)), text, retry)
}

// Loading stands while a screen is read.
func Loading() *fyne.Container { return pane(Text("正在读取…", Body.In(Second)), "", nil) }

// paneWidth keeps the sentences of a pane short enough to read.
const paneWidth float32 = 420

func pane(title fyne.CanvasObject, text string, button *Button) *fyne.Container {
	body := Down(HalfGap, container.NewCenter(title))
	if text != "" {
		body.Add(container.NewCenter(lines(text)))
	}
	if button != nil {
		body.Add(Pad(HalfGap, 0, 0, 0, container.NewCenter(button)))
	}
	return container.NewCenter(body)
}

// lines breaks a text into centred lines of the pane's width.
func lines(text string) *fyne.Container {
	all := Down(4)
	line := []rune{}
	flush := func() {
		if len(line) > 0 {
			all.Add(container.NewCenter(Text(string(line), Body.In(Second))))
		}
		line = nil
	}
	for _, r := range text {
		if r == '\n' {
			flush()
			continue
		}
		if Width(string(line)+string(r), Body) > paneWidth && !closing(r) {
			flush()
		}
		line = append(line, r)
	}
	flush()
	return all
}

// closing says that a sign never begins a line.
func closing(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', '？', '！', '）', '》', '”', '…':
		return true
	}
	return false
}

func percent(fraction float64) string { return strconv.Itoa(int(fraction*100)) + "%" }

package paper

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// wrap breaks a text into lines no wider than width, by the rules of Unicode's
// line breaking: no mark that closes begins a line, none that opens ends one.
// The first line of each paragraph is indented by indent. A word that is
// wider than the line breaks between characters.
func (u *ruler) wrap(text string, st style, width, indent float64) (lines []wrapped) {
	for _, paragraph := range strings.Split(u.drawable(text, st.bold), "\n") {
		lines = append(lines, u.wrapOne(paragraph, st, width, indent)...)
	}
	return lines
}

// joiner is the character that no line breaks at (WORD JOINER). It draws
// nothing.
const joiner = '\u2060'

// whole keeps a short text on one line, if a line holds it.
func whole(text string) string { return strings.Join(strings.Split(text, ""), string(joiner)) }

// wrapped is one line of a paragraph.
type wrapped struct {
	text        string
	first, last bool // of its paragraph
}

func (u *ruler) wrapOne(paragraph string, st style, width, indent float64) []wrapped {
	var lines []wrapped
	var line []rune
	used := indent
	end := func() {
		lines = append(lines, wrapped{text: trim(line), first: len(lines) == 0})
		line, used = line[:0], 0
	}
	for _, piece := range pieces(paragraph) {
		if len(line) > 0 && used+u.width(trim(piece), st) > width {
			end()
		}
		for _, r := range piece {
			if r == joiner {
				continue
			}
			w := u.em(r, st.bold) * st.size
			if len(line) > 0 && used+w > width && !unicode.IsSpace(r) {
				end()
			}
			line, used = append(line, r), used+w
		}
	}
	end()
	lines[len(lines)-1].last = true
	return lines
}

// pieces cuts a paragraph where a line may end.
func pieces(paragraph string) [][]rune {
	var seg segmenter.Segmenter
	seg.Init([]rune(paragraph))
	var out [][]rune
	for it := seg.LineIterator(); it.Next(); {
		out = append(out, it.Line().Text)
	}
	return out
}

func trim(line []rune) string { return strings.TrimRightFunc(string(line), unicode.IsSpace) }

package ui

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"branchbook/store/org"
	"branchbook/ui/kit"
	"branchbook/ui/paper"
)

// prints is the private folder for what the window prints, made when it is
// first needed.
type prints struct{ dir string }

// file is a name for a PDF that people can read.
func (p *prints) file(name string) (string, error) {
	if p.dir == "" {
		dir, err := os.MkdirTemp("", "branchbook-print-")
		if err != nil {
			return "", fmt.Errorf("make folder for printing: %w", err)
		}
		p.dir = dir
	}
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return ' '
		}
		return r
	}, name)
	return filepath.Join(p.dir, name+".pdf"), nil
}

// remove takes the folder away, with everything that was printed.
func (p *prints) remove() error {
	if p.dir == "" {
		return nil
	}
	dir := p.dir
	p.dir = ""
	return os.RemoveAll(dir)
}

// printOut makes a PDF away from the window and shows it in the system's
// program. What the font cannot draw is told with the words of seen that it
// stands in.
func (w *Window) printOut(lane *kit.Lane, name string, seen []string, draw func(*Book, io.Writer) ([]rune, error)) {
	path, err := w.prints.file(name)
	if err != nil {
		w.fail(err)
		return
	}
	open := w.opt.OpenFile
	task(w, lane, func(_ context.Context, b *Book) (*printed, error) {
		return printFile(path, func(out io.Writer) ([]rune, error) { return draw(b, out) }, open)
	}, func(p *printed) {
		if p.unopened != nil {
			w.unopened(p.path, p.unopened)
		} else {
			w.say("已打开：“"+filepath.Base(p.path)+"”，在那个窗口里打印", "", nil)
		}
		if len(p.missing) > 0 {
			w.tell("有的字打印不出来："+undrawn(p.missing, seen), "纸上留了“□”，请打印后手写补上。")
		}
	})
}

// printed is a PDF that was made.
type printed struct {
	path     string
	missing  []rune // what the font cannot draw
	unopened error  // why the system did not show it
}

// printFile makes a PDF and opens it. The same once more is the same file, not
// another copy.
func printFile(path string, draw func(io.Writer) ([]rune, error), open func(string) error) (*printed, error) {
	var b bytes.Buffer
	missing, err := draw(&b)
	if err != nil {
		return nil, fmt.Errorf("draw form: %w", err)
	}
	p := &printed{path: path, missing: missing}
	if was, err := os.ReadFile(path); err != nil || !bytes.Equal(was, b.Bytes()) {
		p.path = freeName(path) // the one of before may still be open in a viewer
		if err := os.WriteFile(p.path, b.Bytes(), 0o600); err != nil {
			return nil, fmt.Errorf("write form: %w", err)
		}
	}
	if open != nil {
		if err := open(p.path); err != nil {
			p.unopened = fmt.Errorf("open form: %w", err)
		}
	}
	return p, nil
}

// undrawn names the characters that the font lacks, with where they stand.
func undrawn(missing []rune, seen []string) string {
	var out []string
	for _, r := range missing {
		word := string(r)
		for _, s := range seen {
			if strings.ContainsRune(s, r) {
				word = s
				break
			}
		}
		out = append(out, fmt.Sprintf("“%s”（字码 %04X）", word, r))
	}
	return strings.Join(out, "、")
}

// formName is the name of a printed file: 签到表 2026年11月23日 主题党日.
func formName(form string, a *org.Activity) string {
	return form + " " + a.From().Chinese() + " " + a.Parts[0].Kind.Chinese()
}

// wordsOf lists everybody's name and what an activity is called, to find where a
// character stands.
func wordsOf(s *org.Snapshot, a *org.Activity) []string {
	words := []string{a.Title, a.Place}
	for _, p := range s.Persons {
		words = append(words, p.Name)
	}
	return words
}

// printSheet prints a sign-in sheet of whom the form finds due.
func (s *record) printSheet() {
	if s.desk == nil || s.form.unread() {
		return
	}
	k, a := s.desk, s.desk.build(s.draft()).Activity
	if a.From() == 0 {
		s.form.blame([]fault{{s.part, "date", faultWords("date", org.WhyDate)}}, s.part)
		return
	}
	var due []org.PersonID
	for _, row := range k.roll(s.draft(), 0).rows {
		if row.due {
			due = append(due, row.person)
		}
	}
	a.Attendance = nil // whoever signs decides; what is ticked already stays on the screen
	s.w.printOut(&s.printing, formName("签到表", a), wordsOf(k.Snapshot, a), func(_ *Book, out io.Writer) ([]rune, error) {
		return paper.SignIn(out, paper.SheetOf(k.Snapshot, a, 0, due))
	})
}

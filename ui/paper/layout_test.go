package paper

import (
	"bytes"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"branchbook/rules"
	"branchbook/store/demo"
	"branchbook/store/org"
)

var today = org.NewDate(2026, 11, 20)

// village is an invented branch with two years of activities.
func village(t *testing.T, members int) (*org.Snapshot, *rules.Pack) {
	t.Helper()
	s, err := demo.Make(demo.Options{Members: members, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	pack, err := rules.Load(today, s.Packs)
	if err != nil {
		t.Fatal(err)
	}
	return s, pack
}

// printed runs a form and returns its bytes and what the font lacks.
func printed(t *testing.T, form func(*bytes.Buffer) ([]rune, error)) ([]byte, string) {
	t.Helper()
	var b bytes.Buffer
	missing, err := form(&b)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), string(missing)
}

// pagesOf gives the text of each page as a reader of PDF sees it, in the order
// in which it was drawn, without white space.
func pagesOf(t *testing.T, pdf []byte) []string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext (poppler-utils) is not installed: the text of the PDF is not read back")
	}
	var out, errs bytes.Buffer
	c := exec.Command(tool, "-raw", "-", "-")
	c.Stdin, c.Stdout, c.Stderr = bytes.NewReader(pdf), &out, &errs
	if err := c.Run(); err != nil || errs.Len() > 0 {
		t.Fatalf("pdftotext: %v %s", err, errs.String())
	}
	pages := strings.Split(strings.TrimSuffix(out.String(), "\f"), "\f")
	for i := range pages {
		pages[i] = bare(pages[i])
	}
	return pages
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func holds(t *testing.T, text string, wants ...string) {
	t.Helper()
	for _, w := range wants {
		if !strings.Contains(text, bare(w)) {
			t.Errorf("missing %q in\n%s", w, text)
		}
	}
}

// withoutFeet joins pages without their numbers.
func withoutFeet(pages []string) string {
	return regexp.MustCompile(`第\d+页共\d+页`).ReplaceAllString(strings.Join(pages, ""), "")
}

const speech = "会议学习了《中国共产党支部工作条例（试行）》第三章“组织设置”；讨论时，有3名党员提出不同意见：村口的路灯，何时修好？书记答：“年底以前。”——会后公示（2026年12月1日起，共7天）。"

func TestTextComesBackFromThePDF(t *testing.T) {
	p, err := newPress(official)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat(speech, 12) + "\n末段：王𬍛、𫖯仰、阿依古丽·买买提、《Branchbook》v0.2。"
	p.prose(text, plain(14), 25, 0)
	pdf, missing := printed(t, func(b *bytes.Buffer) ([]rune, error) { return p.print(b, "题") })
	if missing != "" {
		t.Errorf("the font lacks %s", missing)
	}
	if got := withoutFeet(pagesOf(t, pdf)); got != bare(text) {
		t.Errorf("got\n%s\nwant\n%s", got, bare(text))
	}
}

func TestOffsetsPointAtObjects(t *testing.T) {
	p, err := newPress(official)
	if err != nil {
		t.Fatal(err)
	}
	p.heading("王𬍛", strong(14), 20, toLeft)
	p.heading("𫖯", plain(14), 20, toLeft)
	pdf, _ := printed(t, func(b *bytes.Buffer) ([]rune, error) { return p.print(b, "题") })
	if n := len(regexp.MustCompile(`<D[89AB][0-9A-F]{2}D[C-F][0-9A-F]{2}>`).FindAll(pdf, -1)); n != 2 {
		t.Errorf("%d characters beyond U+FFFF in UTF-16, want 2", n)
	}
	at, err := strconv.Atoi(string(start.FindSubmatch(pdf)[1]))
	if err != nil || !bytes.HasPrefix(pdf[at:], []byte("xref\n")) {
		t.Fatalf("startxref %d does not point at the table (%v)", at, err)
	}
	for i, e := range entry.FindAllSubmatch(pdf[at:], -1) {
		offset, err := strconv.Atoi(string(e[1]))
		if want := strconv.Itoa(i+1) + " 0 obj\n"; err != nil || !bytes.HasPrefix(pdf[offset:], []byte(want)) {
			t.Errorf("object %d is not at %d", i+1, offset)
		}
	}
	for _, m := range cmap.FindAllSubmatch(pdf, -1) {
		if want := strconv.Itoa(len(m[2])); string(m[1]) != want {
			t.Errorf("length %s, want %s", m[1], want)
		}
	}
}

func TestLinesKeepToTheRulesOfPunctuation(t *testing.T) {
	u, err := newRuler()
	if err != nil {
		t.Fatal(err)
	}
	for width := 60.0; width < 300; width += 7 {
		var all strings.Builder
		for i, l := range u.wrap(speech, plain(14), width, 28) {
			all.WriteString(l.text)
			room := width
			if i == 0 {
				room -= 28
			}
			if w := u.width(l.text, plain(14)); w > room+0.01 {
				t.Errorf("line of %.1f in %.1f: %s", w, room, l.text)
			}
			runes := []rune(l.text)
			if strings.ContainsRune("，。；：？”）》、", runes[0]) || strings.ContainsRune("（《“", runes[len(runes)-1]) {
				t.Errorf("width %.0f: %s", width, l.text)
			}
		}
		if all.String() != speech {
			t.Errorf("width %.0f: text lost: %s", width, all.String())
		}
	}
}

func TestAWordWiderThanTheLineIsCut(t *testing.T) {
	u, err := newRuler()
	if err != nil {
		t.Fatal(err)
	}
	word := strings.Repeat("abcdefghij", 30)
	all := ""
	for _, l := range u.wrap("见"+word, plain(12), 200, 0) {
		if u.width(l.text, plain(12)) > 200 {
			t.Errorf("too wide: %s", l.text)
		}
		all += l.text
	}
	if all != "见"+word {
		t.Errorf("got %s", all)
	}
}

func TestARowHigherThanThePageIsCut(t *testing.T) {
	p, err := newPress(official)
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("某某某（事假）、", 400)
	p.row(grid, func() {}, cell{"缺席", 80, toCentre, true}, cell{text: long, width: p.inner() - 80})
	pdf, _ := printed(t, func(b *bytes.Buffer) ([]rune, error) { return p.print(b, "题") })
	pages := pagesOf(t, pdf)
	if len(pages) != 3 {
		t.Errorf("%d pages, want 3", len(pages))
	}
	if n := strings.Count(withoutFeet(pages), "某某某（事假）、"); n != 400 {
		t.Errorf("%d of 400 names are there", n)
	}
	for i, s := range p.pages {
		for _, w := range s.words {
			if w.y > p.down-footRise+1 {
				t.Errorf("page %d: %q at %.0f is below the foot", i+1, w.text, w.y)
			}
		}
	}
}

func TestMissingNamesEachCharacterOnce(t *testing.T) {
	got, err := Missing("王𠮷", "李𠮷", "赵一\u200b\U000e0100")
	if err != nil || !slices.Equal(got, []rune("𠮷")) {
		t.Errorf("got %s (%v)", string(got), err)
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	s, pack := village(t, 60)
	hours := rules.Hours(pack, s, 2026, today)
	a := lastHeld(t, s, org.ThemeDay)
	forms := map[string]func(*bytes.Buffer) ([]rune, error){
		"sign":    func(b *bytes.Buffer) ([]rune, error) { return SignIn(b, SheetOf(s, a, 0, nil)) },
		"minutes": func(b *bytes.Buffer) ([]rune, error) { return Minutes(b, pack, s, a) },
		"table":   func(b *bytes.Buffer) ([]rune, error) { return HoursTable(b, s, hours, year2026(today)) },
		"book":    func(b *bytes.Buffer) ([]rune, error) { return nil, HoursBook(b, s, hours, year2026(today)) },
		"cover":   func(b *bytes.Buffer) ([]rune, error) { return Cover(b, cover()) },
	}
	for name, form := range forms {
		first, _ := printed(t, form)
		for range 5 {
			if again, _ := printed(t, form); !bytes.Equal(first, again) {
				t.Errorf("%s differs from one time to the next", name)
			}
		}
	}
}

// lastHeld is the newest activity that begins with a part of the kind.
func lastHeld(t *testing.T, s *org.Snapshot, k org.PartKind) *org.Activity {
	t.Helper()
	for _, a := range slices.Backward(s.Activities) {
		if a.State == org.Held && len(a.Attendance) > 0 && a.Parts[0].Kind == k {
			return a
		}
	}
	t.Fatalf("no %s in the branch", k)
	return nil
}

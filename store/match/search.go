package match

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"branchbook/store/org"
)

// Rank says how well somebody fits what was typed: the less, the better.
type Rank int

// The ranks, for 张德华 of somebody who types …
const (
	WholeName     Rank = iota // 张德华
	NameStart                 // 张德
	WholePinyin               // zhangdehua
	WholeInitials             // zdh, or zhdh
	InitialsStart             // zd
	PinyinStart               // zhangd, or 张d
	NamePart                  // 德华
	PinyinPart                // dehua, or dh
	Misread                   // any of these with a reading that a surname does not have: danhong for 单红
)

// Hit is somebody who fits what was typed. Hits of one rank fit equally well:
// where one person must be chosen, the first hit is beyond doubt only if the
// second has another rank.
type Hit struct {
	Person org.PersonID
	Rank   Rank
}

// Index finds people by name, pinyin and initials. It does not follow later
// changes of the people; make a new one. Any number of goroutines may use it.
type Index struct {
	entries []entry
	longest int // bytes of the longest text that can fit anybody
}

type entry struct {
	person org.PersonID
	name   string // folded
	units  []unit
}

// NewIndex makes the index of the persons given, all of them, whoever left too.
func NewIndex(persons []*org.Person) *Index {
	x, d := &Index{entries: make([]entry, len(persons))}, dictionary{}
	for i, p := range persons {
		e := entry{p.ID, fold(p.Name), d.units(p.Name)}
		x.entries[i] = e
		x.longest = max(x.longest, e.longest())
	}
	return x
}

// longest is the length in bytes of the longest text that fits; the name itself
// is not longer, since every unit can be typed as itself.
func (e *entry) longest() int {
	sum := 0
	for _, u := range e.units {
		long := 0
		for _, w := range u.ways {
			long = max(long, len(w.text))
		}
		sum += long
	}
	return sum
}

// Find returns whom the text fits, best first and at most limit of them, or
// all if limit is 0. The text is any part of a name in characters, or pinyin:
// of each character the whole syllable or its beginning, with or without
// spaces, with v, u, yu or ü for ü. Within a rank who fits by the usual reading
// goes first, then the order of the persons given to NewIndex. A text without
// letters or characters fits nobody.
func (x *Index) Find(text string, limit int) []Hit {
	text = fold(text)
	if text == "" || len(text) > x.longest {
		return nil
	}
	m := matcher{text, make([]cost, len(text)+1), make([]cost, len(text)+1)}
	type graded struct {
		at    int
		grade grade
	}
	var found []graded
	for i := range x.entries {
		if g := m.entry(&x.entries[i]); g != nobody {
			found = append(found, graded{i, g})
		}
	}
	slices.SortStableFunc(found, func(a, b graded) int { return cmp.Compare(a.grade, b.grade) })
	if limit > 0 && len(found) > limit {
		found = found[:limit]
	}
	hits := make([]Hit, len(found))
	for i, f := range found {
		hits[i] = Hit{x.entries[f.at].person, f.grade.rank()}
	}
	return hits
}

// grade orders hits finer than the rank.
type grade int

const nobody grade = 1 << 16

func gradeOf(r Rank, c cost) grade {
	switch c {
	case never:
		return nobody
	case misread:
		return grade(Misread)<<8 | grade(r)
	}
	return grade(r)<<8 | grade(c)
}

func (g grade) rank() Rank { return Rank(g >> 8) }

// style says how much of each unit must be typed.
type style int

const (
	beginnings style = iota // one letter or more
	initials                // the initial: one letter, or zh, ch, sh
	syllables               // all
)

// matcher compares one text with many names. cur and next say for every place
// in the text at what cost the units so far lead up to it.
type matcher struct {
	text      string
	cur, next []cost
}

// entry grades how the text fits somebody.
func (m *matcher) entry(e *entry) grade {
	if e.name == m.text {
		return gradeOf(WholeName, usual)
	}
	if strings.HasPrefix(e.name, m.text) {
		return gradeOf(NameStart, usual)
	}
	best := m.start(e.units)
	if strings.Contains(e.name, m.text) {
		best = min(best, gradeOf(NamePart, usual))
	}
	for i := 1; i < len(e.units) && best > gradeOf(PinyinPart, usual); i++ {
		c, _ := m.spell(e.units[i:], beginnings)
		best = min(best, gradeOf(PinyinPart, c))
	}
	return best
}

// start grades how the text fits the units from the first one on.
func (m *matcher) start(units []unit) grade {
	c, _ := m.spell(units, beginnings)
	if c == never {
		return nobody
	}
	best := gradeOf(PinyinStart, c)
	part, whole := m.spell(units, initials)
	best = min(best, gradeOf(InitialsStart, part), gradeOf(WholeInitials, whole))
	_, whole = m.spell(units, syllables)
	return min(best, gradeOf(WholePinyin, whole))
}

// spell returns at what cost the text is used up by units from the first on,
// and by all of them.
func (m *matcher) spell(units []unit, how style) (part, whole cost) {
	for i := range m.cur {
		m.cur[i] = never
	}
	m.cur[0] = usual
	part = never
	end := len(m.text)
	for i := range units {
		if !m.step(&units[i], how) {
			return part, never
		}
		part = min(part, m.cur[end])
	}
	return part, m.cur[end]
}

// step goes on by one unit and tells whether that is possible at all.
func (m *matcher) step(u *unit, how style) bool {
	for i := range m.next {
		m.next[i] = never
	}
	alive := false
	for at, c := range m.cur[:len(m.text)] {
		if c == never {
			continue
		}
		for i := range u.ways {
			alive = m.take(&u.ways[i], at, c, how) || alive
		}
	}
	m.cur, m.next = m.next, m.cur
	return alive
}

// take types a unit in one way from a place in the text on.
func (m *matcher) take(w *way, at int, c cost, how style) bool {
	common := commonPrefix(m.text[at:], w.text)
	if common == 0 {
		return false
	}
	least, most := 1, common
	switch how {
	case syllables:
		least = len(w.text)
	case initials:
		least, most = 1, 1
		if r := w.text[0]; r >= utf8.RuneSelf {
			_, least = utf8.DecodeRuneInString(w.text)
			most = least
		} else if common > 1 && w.text[1] == 'h' && strings.IndexByte("zcs", r) >= 0 {
			most = 2
		}
	}
	for n := least; n <= min(most, common); n++ {
		m.next[at+n] = min(m.next[at+n], max(c, w.cost))
	}
	return least <= common
}

func commonPrefix(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

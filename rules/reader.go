package rules

import (
	"errors"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"branchbook/store/org"

	"github.com/BurntSushi/toml"
)

// MaxPack is the longest text of a pack in bytes, that of org.LocalPack.
const MaxPack = 10 * org.MaxText

// reader collects the faults of one pack.
type reader struct {
	file   string
	lines  map[string]int
	faults []*Fault
}

// table is one TOML table on its way into a value: every key that is read is
// ticked off, what is left over is a fault.
type table struct {
	r    *reader
	path string
	m    map[string]any
	used map[string]bool
}

func newReader(file string, text []byte) (*reader, table) {
	r := &reader{file: file, lines: map[string]int{}}
	root := table{r: r, used: map[string]bool{}}
	if len(text) > MaxPack {
		r.add("", FaultLong)
		return r, root
	}
	r.lines = lineIndex(string(text))
	if _, err := toml.Decode(string(text), &root.m); err != nil {
		f := &Fault{File: file, Why: FaultSyntax}
		var pe toml.ParseError
		if errors.As(err, &pe) {
			f.Line, f.Key = pe.Position.Line, pe.LastKey
		}
		r.faults = append(r.faults, f)
		root.m = nil
	}
	return r, root
}

// add notes a fault at a path; the line is that of the nearest path above that
// has one.
func (r *reader) add(path string, why FaultWhy) {
	f := &Fault{File: r.file, Key: path, Why: why, Line: 1}
	for p := path; p != ""; p = above(p) {
		if n, ok := r.lines[p]; ok {
			f.Line = n
			break
		}
	}
	r.faults = append(r.faults, f)
}

func above(path string) string {
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return ""
	}
	return path[:i]
}

func (t table) at(key string) string {
	if t.path == "" {
		return key
	}
	return t.path + "." + key
}

func (t table) fault(key string, why FaultWhy) { t.r.add(t.at(key), why) }

// take fetches a value and ticks its key off.
func take[T any](t table, key string, required bool) (v T, ok bool) {
	raw, there := t.m[key]
	t.used[key] = true
	if !there {
		if required {
			t.fault(key, FaultMissing)
		}
		return v, false
	}
	if v, ok = raw.(T); !ok {
		t.fault(key, FaultType)
	}
	return v, ok
}

// text reads a text of at most max characters.
func (t table) text(key string, max int, required bool) string {
	s, ok := take[string](t, key, required)
	switch {
	case ok && required && s == "":
		t.fault(key, FaultMissing)
	case utf8.RuneCountInString(s) > max:
		t.fault(key, FaultLong)
	}
	return s
}

// word reads a text that is one of the choices.
func (t table) word(key string, required bool, choices []string) string {
	s, ok := take[string](t, key, required)
	if ok && !slices.Contains(choices, s) {
		t.fault(key, FaultChoice)
		return ""
	}
	return s
}

// words reads a list of distinct choices.
func (t table) words(key string, required bool, choices []string) []string {
	raw, ok := take[[]any](t, key, required)
	if !ok {
		return nil
	}
	out := make([]string, 0, len(raw))
	for _, v := range raw {
		s, ok := v.(string)
		switch {
		case !ok:
			t.fault(key, FaultType)
		case !slices.Contains(choices, s):
			t.fault(key, FaultChoice)
		case slices.Contains(out, s):
			t.fault(key, FaultTwice)
		default:
			out = append(out, s)
		}
	}
	return out
}

// texts reads a list of distinct free words.
func (t table) texts(key string) []string {
	raw, _ := take[[]any](t, key, true)
	out := make([]string, 0, len(raw))
	for _, v := range raw {
		s, ok := v.(string)
		switch {
		case !ok || s == "":
			t.fault(key, FaultType)
		case utf8.RuneCountInString(s) > org.MaxName:
			t.fault(key, FaultLong)
		case slices.Contains(out, s):
			t.fault(key, FaultTwice)
		default:
			out = append(out, s)
		}
	}
	return out
}

// number reads a whole number in [lo, hi].
func (t table) number(key string, required bool, lo, hi int64) int64 {
	n, ok := take[int64](t, key, required)
	if ok && (n < lo || n > hi) {
		t.fault(key, FaultRange)
	}
	return n
}

// bound reads a number with its strictness; its value lies in [lo, hi].
func (t table) bound(key string, required bool, lo, hi int64) Bound {
	s, ok := take[string](t, key, required)
	if !ok {
		return Bound{}
	}
	b, ok := parseBound(s)
	switch {
	case !ok:
		t.fault(key, FaultType)
	case b.Num < lo*b.Den || b.Num > hi*b.Den:
		t.fault(key, FaultRange)
	}
	return b
}

// hours reads an amount of 学时 written as a text, such as "4" or "3.5"; it lies
// in [lo, hi] 学时.
func (t table) hours(key string, lo, hi int64) org.Hours {
	s, ok := take[string](t, key, true)
	if !ok {
		return 0
	}
	h, err := org.ParseHours(s)
	switch {
	case err != nil:
		t.fault(key, FaultType)
	case h < org.Hours(lo)*org.Hour || h > org.Hours(hi)*org.Hour:
		t.fault(key, FaultRange)
	}
	return h
}

// yearDay reads a day of the year written as "07-01".
func (t table) yearDay(key string) yearDay {
	s, ok := take[string](t, key, true)
	if !ok {
		return yearDay{}
	}
	d, ok := parseYearDay(s)
	if !ok {
		t.fault(key, FaultType)
	}
	return d
}

// yes reads true or false.
func (t table) yes(key string) bool {
	b, _ := take[bool](t, key, false)
	return b
}

// date reads a TOML local date.
func (t table) date(key string, required bool) org.Date {
	v, ok := take[time.Time](t, key, required)
	if !ok {
		return 0
	}
	d := org.DateOf(v)
	if v.Location().String() != "date-local" || d == 0 {
		t.fault(key, FaultType)
		return 0
	}
	return d
}

// sub opens a table inside; one that is not there reads as empty.
func (t table) sub(key string, required bool) table {
	m, _ := take[map[string]any](t, key, required)
	return table{r: t.r, path: t.at(key), m: m, used: map[string]bool{}}
}

// list opens an array of tables.
func (t table) list(key string) []table {
	if _, there := t.m[key]; !there {
		return nil
	}
	list, _ := take[[]map[string]any](t, key, false)
	out := make([]table, len(list))
	for i, m := range list {
		out[i] = table{r: t.r, path: t.at(key) + "[" + strconv.Itoa(i) + "]", m: m, used: map[string]bool{}}
	}
	return out
}

// done reports the keys that nothing has read.
func (t table) done() {
	var left []string
	for k := range t.m {
		if !t.used[k] {
			left = append(left, k)
		}
	}
	sort.Strings(left)
	for _, k := range left {
		t.fault(k, FaultUnknown)
	}
}

// lineIndex finds the line of each table and key, as far as a look at the
// lines alone can: good enough to send a person to the right place.
func lineIndex(text string) map[string]int {
	at, counts := map[string]int{}, map[string]int{}
	here, open := "", ""
	for i, line := range strings.Split(text, "\n") {
		s := strings.TrimSpace(line)
		key, _, assigns := strings.Cut(s, "=")
		switch {
		case open != "":
			if strings.Contains(s, open) {
				open = ""
			}
			continue
		case strings.HasPrefix(s, "[["):
			name := strings.Trim(strings.SplitN(s, "]]", 2)[0], "[ ")
			here = name + "[" + strconv.Itoa(counts[name]) + "]"
			counts[name]++
			at[here] = i + 1
			note(at, name, i+1)
		case strings.HasPrefix(s, "["):
			here = inside(strings.Trim(strings.SplitN(s, "]", 2)[0], "[ "), counts)
			at[here] = i + 1
		case assigns && !strings.HasPrefix(s, "#"):
			note(at, table{path: here}.at(strings.Trim(strings.TrimSpace(key), `"'`)), i+1)
		}
		for _, q := range []string{`"""`, "'''"} {
			if strings.Count(s, q)%2 == 1 {
				open = q
			}
		}
	}
	return at
}

func note(at map[string]int, path string, line int) {
	if _, there := at[path]; !there {
		at[path] = line
	}
}

// inside turns rule.params into rule[2].params, the last rule opened.
func inside(name string, counts map[string]int) string {
	first, rest, _ := strings.Cut(name, ".")
	if n := counts[first]; n > 0 {
		first += "[" + strconv.Itoa(n-1) + "]"
	}
	if rest == "" {
		return first
	}
	return first + "." + rest
}

package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/say"
)

// runReadingAdd puts an item on the year's reading list. Items are found by
// title too, so one stands there once.
func runReadingAdd(c *call) (result, error) {
	source := c.flags.String("source", "", "谁列的（`单位`）")
	words, err := c.parse(2, 2)
	if err != nil {
		return nil, err
	}
	year, err := yearOf(words[0])
	if err != nil {
		return nil, err
	}
	item := &org.Reading{ID: store.NewItemID(), Year: year, Title: strings.TrimSpace(words[1]), Source: strings.TrimSpace(*source)}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := yearSnapshot(s, year)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(snap.Readings, func(r *org.Reading) bool { return r.Title == item.Title }) {
			return nil, say.ErrReadingTwice
		}
		if err := saveItem(s, item, item.Title); err != nil {
			return nil, err
		}
		return listReadings(s, year)
	})
}

// runReadingMark says that people have read an item; without a day none is
// kept, and one that is there stays.
func runReadingMark(c *call) (result, error) {
	on := c.flags.String("on", "", "读完的`日期`，不知道的不写")
	return c.markReading(func() (change, error) {
		day, err := c.pastDay(*on)
		return func(r *org.Reading, id org.PersonID) error {
			i := markOf(r, id)
			switch {
			case i < 0:
				r.Read = append(r.Read, org.ReadMark{Person: id, On: day})
			case c.set("on"):
				r.Read[i].On = day
			}
			return nil
		}, err
	})
}

func runReadingUnmark(c *call) (result, error) {
	return c.markReading(func() (change, error) {
		return func(r *org.Reading, id org.PersonID) error {
			i := markOf(r, id)
			if i < 0 {
				return org.ErrNotFound
			}
			r.Read = slices.Delete(r.Read, i, i+1)
			return nil
		}, nil
	})
}

func markOf(r *org.Reading, id org.PersonID) int {
	return slices.IndexFunc(r.Read, func(m org.ReadMark) bool { return m.Person == id })
}

// change is what is done to the marks of an item for one person.
type change func(*org.Reading, org.PersonID) error

// markReading changes the marks of everybody named, or of nobody.
func (c *call) markReading(with func() (change, error)) (result, error) {
	words, err := c.parse(2, -1)
	if err != nil {
		return nil, err
	}
	do, err := with()
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		was, err := findReading(s, words[0])
		if err != nil {
			return nil, err
		}
		now := org.Copy(was, was.Rev).(*org.Reading)
		for _, name := range words[1:] {
			p, err := findPerson(c, s, name)
			if err != nil {
				return nil, err
			}
			if err := do(now, p.ID); err != nil {
				return nil, &nameFault{name: name, err: err}
			}
		}
		if err := c.saveOver(s, was, now, now.Title); err != nil {
			return nil, err
		}
		return listReadings(s, now.Year)
	})
}

// findReading finds an item by its number or its exact title, of whatever year.
func findReading(s *store.Store, text string) (*org.Reading, error) {
	all, err := s.Readings()
	if err != nil {
		return nil, err
	}
	var found *org.Reading
	for _, r := range all {
		switch {
		case string(r.ID) == text:
			return r, nil
		case r.Title != strings.TrimSpace(text):
		case found != nil:
			return nil, usage("“%s”在%d年和%d年的书目里都有，请写编号（reading list 年度）。", r.Title, found.Year, r.Year)
		default:
			found = r
		}
	}
	if found == nil {
		return nil, say.ErrNoReading
	}
	return found, nil
}

func runReadingList(c *call) (result, error) { return c.ofYear(listReadings) }

func listReadings(s *store.Store, year int) (result, error) {
	snap, err := yearSnapshot(s, year)
	if err != nil {
		return nil, err
	}
	out := readingList{year, []readingLine{}}
	for _, r := range snap.Readings {
		line := readingLine{Reading: *r, Read: []readBy{}}
		for _, m := range r.Read {
			line.Read = append(line.Read, readBy{m, snap.Label(snap.Person(m.Person), lastDay)})
		}
		out.lines = append(out.lines, line)
	}
	return out, nil
}

// readingLine is one item with the names of who has read it.
type readingLine struct {
	org.Reading
	Read []readBy `json:"read"`
}

type readBy struct {
	org.ReadMark
	Who string `json:"who"`
}

type readingList struct {
	year  int
	lines []readingLine
}

func (l readingList) MarshalJSON() ([]byte, error) { return json.Marshal(l.lines) }

func (l readingList) text(w io.Writer) {
	if len(l.lines) == 0 {
		fmt.Fprintf(w, "%d年还没有登记必读书目。\n", l.year)
		return
	}
	grid(w, brief(l.table()))
}

func (l readingList) table() [][]string {
	rows := [][]string{{"编号", "年度", "题目", "谁列的", "已读人数", "已读的人"}}
	for _, r := range l.lines {
		var who []string
		for _, m := range r.Read {
			name := m.Who
			if m.On != 0 {
				name += " " + m.On.String()
			}
			who = append(who, name)
		}
		rows = append(rows, []string{string(r.ID), strconv.Itoa(r.Year), r.Title, r.Source, strconv.Itoa(len(r.Read)), strings.Join(who, "、")})
	}
	return rows
}

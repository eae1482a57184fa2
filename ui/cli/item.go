package cli

import (
	"reflect"
	"strings"

	"branchbook/store"
	"branchbook/store/org"
)

// yearSnapshot holds the small facts of one calendar year, besides the people.
func yearSnapshot(s *store.Store, year int) (*org.Snapshot, error) {
	return s.Snapshot(org.NewDate(year, 1, 1), org.NewDate(year, 12, 31))
}

// saveItem saves a small fact; faults name its kind.
func saveItem(s *store.Store, a org.Aggregate, note string) error {
	_, err := s.SaveItem(a, note)
	return org.In(string(a.Ref().Kind), err)
}

// saveOver saves a small fact in the place of its old state, unless it is just
// as it was.
func (c *call) saveOver(s *store.Store, was, now org.Aggregate, note string) error {
	if reflect.DeepEqual(was, now) {
		c.notes = append(c.notes, "内容和原来一样，没有改动。")
		return nil
	}
	return saveItem(s, now, note)
}

// setText puts in the text of a flag if the call gives it.
func (c *call) setText(flag, text string, to *string) {
	if c.set(flag) {
		*to = strings.TrimSpace(text)
	}
}

// pastDay reads the day of what has happened; empty text is no day.
func (c *call) pastDay(text string) (org.Date, error) {
	if text == "" {
		return 0, nil
	}
	d, err := c.day(text)
	if err == nil && d > org.DateOf(c.env.Now()) {
		return 0, usage("%s还没有到，不能先登记。", d.Chinese())
	}
	return d, err
}

// brief cuts long texts, for a screen.
func brief(rows [][]string) [][]string {
	const most = 30
	for _, row := range rows {
		for i, cell := range row {
			row[i] = strings.Join(strings.Fields(cell), " ")
			if rs := []rune(row[i]); len(rs) > most && i > 0 {
				row[i] = string(rs[:most]) + "…"
			}
		}
	}
	return rows
}

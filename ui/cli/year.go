package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/closed"
	"branchbook/store/org"
	"branchbook/ui/say"
)

// mayChange refuses to save what would change the hours of a closed year, unless
// the call says that it may.
func (c *call) mayChange(s *store.Store, list ...org.Aggregate) error {
	q, err := closed.Ask(s, org.DateOf(c.env.Now()), list...)
	switch {
	case err != nil:
		return err
	case q == nil:
		return nil
	case !c.change:
		return q
	}
	c.notes = append(c.notes, strings.Join(say.ClosedYears(q), "")+say.StaysClosed)
	return nil
}

// tellClosed adds to a year's hours that the year is closed, and whether these
// are still the hours it was closed with.
func (c *call) tellClosed(pack *rules.Pack, snap *org.Snapshot, year int) {
	shut := rules.ClosingOf(snap, year)
	if !shut.Closed() {
		return
	}
	note := fmt.Sprintf("%d年已于%s封存，", year, shut.On.Chinese())
	if n := len(rules.Changes(shut, rules.Hours(pack, snap, year, shut.On))); n > 0 {
		note += fmt.Sprintf("现在有%d人的学时与封存时不同（year show %d）。", n, year)
	} else {
		note += "现在的学时与封存时一致。"
	}
	c.notes = append(c.notes, note)
}

// yearWord reads the one word of the verbs of a year.
func (c *call) yearWord() (int, error) {
	words, err := c.parse(1, 1)
	if err != nil {
		return 0, err
	}
	return yearOf(words[0])
}

// ofYear shows something of the year that is the verb's one word.
func (c *call) ofYear(show func(*store.Store, int) (result, error)) (result, error) {
	year, err := c.yearWord()
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) { return show(s, year) })
}

func yearOf(word string) (int, error) {
	year, err := strconv.Atoi(word)
	if err != nil || year < 1921 || year > 2200 {
		return 0, usage("年度要写四位数字，如 2025。")
	}
	return year, nil
}

func runYearClose(c *call) (result, error) {
	year, err := c.yearWord()
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		today := org.DateOf(c.env.Now())
		pack, snap, err := judge(s, year, today)
		if err != nil {
			return nil, err
		}
		shut, err := rules.Close(pack, snap, year, today, store.NewItemID())
		if err != nil {
			return nil, err
		}
		if _, err := s.SaveClosing(shut); err != nil {
			return nil, err
		}
		return c.showYear(s, year)
	})
}

func runYearShow(c *call) (result, error) { return c.ofYear(c.showYear) }

func runYearOpen(c *call) (result, error) {
	why := c.flags.String("why", "", "重新打开的`原因`，必写")
	year, err := c.yearWord()
	if err != nil {
		return nil, err
	}
	reason := strings.TrimSpace(*why)
	if reason == "" {
		return nil, usage("要用 --why 写明重新打开的原因。")
	}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := s.Snapshot(org.NewDate(year, 1, 1), org.NewDate(year, 12, 31))
		if err != nil {
			return nil, err
		}
		shut := rules.ClosingOf(snap, year)
		if !shut.Closed() {
			return nil, say.ErrNotClosed
		}
		open := org.Copy(shut, shut.Rev).(*org.Closing)
		open.Opened, open.Reason = org.DateOf(c.env.Now()), reason
		if _, err := s.SaveClosing(open); err != nil {
			return nil, err
		}
		return c.showYear(s, year)
	})
}

// showYear shows what a year was closed with, and whose hours are others now.
func (c *call) showYear(s *store.Store, year int) (result, error) {
	pack, snap, err := judge(s, year, org.DateOf(c.env.Now()))
	if err != nil {
		return nil, err
	}
	shut := rules.ClosingOf(snap, year)
	if shut == nil {
		return nil, say.ErrNotClosed
	}
	r := &yearResult{Year: year, Closed: shut.Closed(), On: shut.On, Opened: shut.Opened, Reason: shut.Reason, Pack: shut.Digest, Packs: shut.Packs, People: []closedLine{}, Changes: []changeLine{}}
	for i := range shut.People {
		h := &shut.People[i]
		r.People = append(r.People, closedLine{h.Person, say.Whose(snap, year, h.Person), figuresOf(h)})
	}
	for _, d := range rules.Changes(shut, rules.Hours(pack, snap, year, shut.On)) {
		name := say.Whose(snap, year, d.Person)
		r.Changes = append(r.Changes, changeLine{d.Person, name, figuresOrNone(d.Was), figuresOrNone(d.Now), say.HoursChange(name, d)})
	}
	return r, nil
}

// yearResult is what a year was closed with, and what is other now.
type yearResult struct {
	Year    int          `json:"year"`
	Closed  bool         `json:"closed"` // false: opened again
	On      org.Date     `json:"on"`     // when it was closed
	Opened  org.Date     `json:"opened,omitzero"`
	Reason  string       `json:"reason,omitempty"` // why it was opened
	Pack    string       `json:"pack"`             // digest of the rules
	Packs   []string     `json:"packs"`
	People  []closedLine `json:"people"`
	Changes []changeLine `json:"changes"`
}

// closedLine is one member of a closed year.
type closedLine struct {
	Person org.PersonID `json:"person"`
	Name   string       `json:"name"`
	closedFigures
}

// closedFigures are amounts of 学时 with at most two decimals.
type closedFigures struct {
	Target    json.Number `json:"target"`
	Counted   json.Number `json:"counted"`
	Training  json.Number `json:"training"`
	Study     json.Number `json:"study"`
	Met       bool        `json:"met"`
	TargetWhy string      `json:"target_why"`
}

func figuresOf(h *org.ClosedHours) closedFigures {
	return closedFigures{credit(h.Target), credit(h.Counted), credit(h.Training), credit(h.Study), h.Met, h.Why}
}

// changeLine is one member whose figures are others now. was or now is missing
// where the member does not count.
type changeLine struct {
	Person org.PersonID   `json:"person"`
	Name   string         `json:"name"`
	Was    *closedFigures `json:"was,omitempty"`
	Now    *closedFigures `json:"now,omitempty"`
	words  string
}

func figuresOrNone(h *org.ClosedHours) *closedFigures {
	if h == nil {
		return nil
	}
	f := figuresOf(h)
	return &f
}

func (r *yearResult) text(w io.Writer) {
	fmt.Fprintf(w, "%d年学时，%s封存。规则：%s。\n", r.Year, r.On.Chinese(), strings.Join(r.Packs, "、"))
	if !r.Closed {
		fmt.Fprintf(w, "%s重新打开：%s\n", r.Opened.Chinese(), r.Reason)
	}
	grid(w, r.table())
	if len(r.Changes) == 0 {
		fmt.Fprintln(w, "现在的学时与封存时一致。")
		return
	}
	fmt.Fprintf(w, "现在有%d人与封存时不同：\n", len(r.Changes))
	for _, d := range r.Changes {
		fmt.Fprintln(w, "  "+d.words)
	}
	fmt.Fprintf(w, "要改成现在的数字，可以重新封存：branchbook year close %d\n", r.Year)
}

func (r *yearResult) table() [][]string {
	rows := [][]string{{"序号", "姓名", "应修", "集中培训", "集体学习", "合计", "是否达标", "说明"}}
	for i, p := range r.People {
		target, met := p.Target.String(), "未达到"
		switch {
		case target == "0":
			target, met = "—", "—"
		case p.Met:
			met = "已达到"
		}
		rows = append(rows, []string{fmt.Sprint(i + 1), p.Name, target, p.Training.String(), p.Study.String(), p.Counted.String(), met, p.TargetWhy})
	}
	return rows
}

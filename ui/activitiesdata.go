package ui

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/rules"
	"branchbook/store/org"
)

// activityRow is one line of the table of activities.
type activityRow struct {
	id       org.ActivityID
	from, to org.Date
	kinds    []org.PartKind
	months   [12]bool // of the year, in which it has parts
	day      string   // 11月20日, 7月3日至5日
	kind     string   // 党员大会、党课
	title    string
	place    string
	turnout  string // 实到 31/34; empty while nobody was judged
	hours    org.Hours
	state    activityTag
	words    string // what the search looks at
}

// activityTag is what is special about an activity.
type activityTag int

// The tags.
const (
	tagNone activityTag = iota
	tagLate
	tagPlanned
	tagWaiting // planned for a day that is over
	tagCancelled
)

var activityTagWords = []string{"", "补录", "计划", "待记录", "已取消"}

// activityYear is what the screen shows of a year.
type activityYear struct {
	n       int
	this    int  // the year of today
	month   int  // of today, 0 in another year
	earlier bool // there is something to see in the year before
	rows    []activityRow
	kinds   []kindCount
	grid    []rules.KindYear
	today   org.Date
}

// kindCount is how many activities have a kind.
type kindCount struct {
	kind org.PartKind
	n    int
}

// loadActivities reads a year, the newest activity first.
func loadActivities(b *Book, year int) (*activityYear, error) {
	y, err := b.Year(year)
	if err != nil {
		return nil, err
	}
	d := &activityYear{n: year, this: y.Today.Year(), today: y.Today}
	if year == d.this {
		d.month = int(y.Today.Month())
	}
	d.earlier = placeOf(y).earlier
	count := map[org.PartKind]int{}
	for _, a := range y.Activities {
		if a.To().Year() < year || a.From().Year() > year {
			continue
		}
		r := activityRowOf(y, a)
		d.rows = append(d.rows, r)
		for _, k := range r.kinds {
			count[k]++
		}
	}
	slices.Reverse(d.rows)
	for _, k := range org.PartKinds() {
		if count[k] > 0 {
			d.kinds = append(d.kinds, kindCount{k, count[k]})
		}
	}
	d.grid = rules.YearGrid(y.Pack, y.Snapshot, y.Findings(), year, y.Day)
	return d, nil
}

func activityRowOf(y *Year, a *org.Activity) activityRow {
	r := activityRow{id: a.ID, from: a.From(), to: a.To(), title: a.Title, place: a.Place}
	for i := range a.Parts {
		p := &a.Parts[i]
		if !slices.Contains(r.kinds, p.Kind) {
			r.kinds = append(r.kinds, p.Kind)
		}
		if p.Date.Year() == y.N {
			r.months[p.Date.Month()-1] = true
		}
	}
	r.hours = y.Pack.ActivityHours(a)
	r.day, r.kind = spanWords(r.from, r.to), shortKinds(r.kinds)
	if due, present, _ := rules.Turnout(a, 0); a.State == org.Held {
		r.turnout = fmt.Sprintf("%d/%d", present, due)
	}
	switch {
	case a.State == org.Planned && r.to < y.Today:
		r.state = tagWaiting
	case a.State == org.Planned:
		r.state = tagPlanned
	case a.State == org.Cancelled:
		r.state = tagCancelled
	case y.Pack.Late(a):
		r.state = tagLate
	}
	r.words = strings.ToLower(strings.Join([]string{r.title, r.kind, r.place, r.day, a.Organiser, activityTagWords[r.state]}, " "))
	for i := range a.Parts {
		r.words += " " + strings.ToLower(a.Parts[i].Title) + " " + a.Parts[i].Kind.Chinese()
	}
	return r
}

// spanWords is the days of an activity, without the year.
func spanWords(from, to org.Date) string {
	switch {
	case from == to:
		return monthDay(from)
	case from.Year() == to.Year() && from.Month() == to.Month():
		_, _, day := to.YMD()
		return fmt.Sprintf("%s至%d日", monthDay(from), day)
	}
	return monthDay(from) + "至" + monthDay(to)
}

// shortKind is a kind in the words of a narrow place.
func shortKind(k org.PartKind) string {
	switch k {
	case org.CommitteeMtg:
		return "支委会"
	case org.Appraisal:
		return "民主评议"
	case org.GroupStudy:
		return "集体学习"
	case org.Practice:
		return "承诺践诺"
	}
	return k.Chinese()
}

func shortKinds(list []org.PartKind) string {
	words := make([]string, len(list))
	for i, k := range list {
		words[i] = shortKind(k)
	}
	return strings.Join(words, "、")
}

// gridKinds are the kinds that a branch looks for by themselves.
var gridKinds = []org.PartKind{org.Assembly, org.CommitteeMtg, org.GroupMeeting, org.Lecture, org.ThemeDay, org.LifeMeeting, org.Appraisal, org.Training}

func usualKind(k org.PartKind) bool   { return slices.Contains(gridKinds, k) }
func unusualKind(k org.PartKind) bool { return !usualKind(k) }

// showing is which activities of a year the screen shows.
type showing struct {
	year  int          // 0: this year
	kind  org.PartKind // "": all
	rest  bool         // only what has a kind that is not usual
	month int          // 1 to 12; 0: all
	words string       // every one of them is in the activity
	grid  bool         // as a grid
}

// pick lists the rows that are shown.
func (d *activityYear) pick(s showing) (out []*activityRow) {
	words := strings.Fields(strings.ToLower(s.words))
	for i := range d.rows {
		r := &d.rows[i]
		if s.kind != "" && !slices.Contains(r.kinds, s.kind) || s.rest && !slices.ContainsFunc(r.kinds, unusualKind) || s.month > 0 && !r.months[s.month-1] {
			continue
		}
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(r.words, w) }) {
			out = append(out, r)
		}
	}
	return out
}

package ui

import (
	"slices"
	"time"

	"branchbook/rules"
	"branchbook/store/org"
)

// homeData is what the first page shows.
type homeData struct {
	today    org.Date
	people   int // on file, of whatever kind
	unsorted int // of whom nobody has said what they are: in no number below
	lacks    []lack
	grid     []rules.KindYear
	coming   []comingDay
	progress rules.Progress
	targets  []org.Hours // that members owe, from the least up
	notice   string      // that the plan behind a target is over
}

// loadHome reads the first page as of today.
func loadHome(b *Book) (*homeData, error) {
	y, err := b.ThisYear()
	if err != nil {
		return nil, err
	}
	d := &homeData{today: y.Today, people: len(y.Persons)}
	d.unsorted = peopleOf(y.Snapshot, y.Today).counts[peopleUnsorted]
	findings, hours := y.Findings(), rules.Hours(y.Pack, y.Snapshot, y.Running(), y.Today)
	all := append(lastYear(y, findings), findings...)
	d.lacks = adviceFolded(lacksOf(y, all))
	d.grid = rules.YearGrid(y.Pack, y.Snapshot, findings, y.N, y.Day)
	d.coming = comingOf(y.Pack, y.Snapshot, all, y.Today)
	d.progress = rules.ProgressOf(y.Snapshot, hours, y.Day)
	d.targets, d.notice = targetsOf(hours)
	return d, nil
}

// lastMonth is the last month in which the year before is still looked at.
const lastMonth = time.March

// lastYear lists what the year before has left missing, while people still
// think of it. What ran out then and is still open is among this year's.
func lastYear(y *Year, now []rules.Finding) []rules.Finding {
	if y.Today.Month() > lastMonth {
		return nil
	}
	return slices.DeleteFunc(rules.CheckYear(y.Pack, y.Snapshot, y.N-1, y.Today), func(f rules.Finding) bool {
		unread := f.Kind == "hours" && f.From.Year() < y.N-1 // a year of hours that began before what is read
		return unread || f.State != rules.Missing || f.Advice || f.Waived || slices.ContainsFunc(now, func(n rules.Finding) bool {
			return n.Rule == f.Rule && n.Person == f.Person && n.Period == f.Period
		})
	})
}

// count adds up what the lines of one state stand for.
func (d *homeData) count(state lackState) (n int) {
	for _, l := range d.lacks {
		if l.state == state {
			n += l.count
		}
	}
	return n
}

// firstState is the first state that something stands in.
func (d *homeData) firstState() lackState {
	for state := range lackStates {
		if d.count(state) > 0 {
			return state
		}
	}
	return lackDone
}

// targetsOf lists the different targets, and what is to be said of one.
func targetsOf(hours []rules.PersonHours) (list []org.Hours, notice string) {
	for i := range hours {
		h := &hours[i]
		if h.Notice != "" {
			notice = h.Notice
		}
		if h.Applies {
			list = append(list, h.Target)
		}
	}
	return distinctHours(list), notice
}

// follow goes to where a step leads.
func (s step) follow(w *Window) {
	switch {
	case s.activity != "":
		w.activity(s.activity)
	case s.person != "":
		w.person(s.person)
	case s.record != (wanted{}):
		w.record(s.record)
	case s.reviews != 0:
		w.reviews(s.reviews)
	case s.readings != 0:
		w.readings(s.readings)
	case s.list, s.rule != "":
		w.show(newLacks(w, s.state, s.rule, s.title))
	case s.grid != 0:
		w.show(newActivitiesOf(w, showing{year: s.grid, grid: true}))
	default:
		w.open(s.place)
	}
}

// step is where a button leads, and its words.
type step struct {
	verb     string
	activity org.ActivityID
	person   org.PersonID
	record   wanted
	grid     int // the grid of this year
	reviews  int // the reviews of this year
	readings int // the reading list of this year

	list        bool   // the findings of a state
	rule, title string // of this rule
	state       lackState
	place       place
}

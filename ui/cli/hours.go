package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
)

// judge is what the rules need: the pack of a day and the facts of a year.
func judge(s *store.Store, year int, day org.Date) (*rules.Pack, *org.Snapshot, error) {
	snap, err := s.Year(year)
	if err != nil {
		return nil, nil, err
	}
	pack, err := rules.Load(day, snap.Packs)
	return pack, snap, err
}

func runHours(c *call) (result, error) {
	year := c.flags.Int("year", 0, "`年度`，默认今年")
	dayText := c.flags.String("day", "", "截至哪一天（`日期`），默认今天或年末")
	person := c.flags.String("person", "", "只看这个`人`，并列出每次活动")
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	today := org.DateOf(c.env.Now())
	day, err := c.day(*dayText)
	if err != nil {
		return nil, err
	}
	if *year, err = c.year(*year, today.Year()); err != nil {
		return nil, err
	}
	if *dayText == "" {
		day = min(day, org.NewDate(*year, 12, 31))
	}
	return c.with(func(s *store.Store) (result, error) {
		pack, snap, err := judge(s, *year, day)
		if err != nil {
			return nil, err
		}
		var only org.PersonID
		if *person != "" {
			p, err := findPerson(c, s, *person)
			if err != nil {
				return nil, err
			}
			only = p.ID
		}
		c.tellClosed(pack, snap, *year)
		return hoursOf(pack, snap, *year, day, only), nil
	})
}

// hoursResult is a year's hours in roster order.
type hoursResult struct {
	Year   int         `json:"year"`
	Day    org.Date    `json:"day"`
	Notice string      `json:"notice,omitempty"`
	People []hoursLine `json:"people"`
	single bool
}

// hoursLine is one member. Amounts are 学时 with at most two decimals.
type hoursLine struct {
	Person    org.PersonID `json:"person"`
	Name      string       `json:"name"`
	Posts     []string     `json:"posts"`
	Applies   bool         `json:"applies"`
	Target    json.Number  `json:"target"`
	TargetWhy string       `json:"target_why"`
	Counted   json.Number  `json:"counted"`
	Training  json.Number  `json:"training"`
	Study     json.Number  `json:"study"`
	Trainings int          `json:"trainings"`
	Met       bool         `json:"met"`
	Short     json.Number  `json:"short"`
	Lines     []creditLine `json:"lines"`
	label     string       // the name, and the group where two have it
}

// creditLine is what one part gave.
type creditLine struct {
	Date     org.Date       `json:"date"`
	Activity org.ActivityID `json:"activity"`
	Title    string         `json:"title"`
	Part     int            `json:"part"`
	Form     org.Form       `json:"form"`
	Hours    json.Number    `json:"hours"`
	Why      rules.HourWhy  `json:"why,omitempty"` // why nothing, or not all, counted
}

func hoursOf(pack *rules.Pack, snap *org.Snapshot, year int, day org.Date, only org.PersonID) *hoursResult {
	titles := map[org.ActivityID]string{}
	for _, a := range snap.Activities {
		titles[a.ID] = a.Title
	}
	r := &hoursResult{Year: year, Day: day, People: []hoursLine{}, single: only != ""}
	for _, h := range rules.Hours(pack, snap, year, day) {
		if only != "" && h.Person != only {
			continue
		}
		p := snap.Person(h.Person)
		line := hoursLine{Person: h.Person, Name: p.Name, label: snap.Label(p, day), Posts: posts(p, day), Applies: h.Applies, Target: credit(h.Target), TargetWhy: h.TargetWhy,
			Counted: credit(h.Counted), Training: credit(h.Training), Study: credit(h.Study), Trainings: h.Trainings, Met: h.Met, Short: credit(h.Short), Lines: []creditLine{}}
		for _, l := range h.Lines {
			line.Lines = append(line.Lines, creditLine{l.Date, l.Activity, titles[l.Activity], l.Part, l.Form, credit(l.Hours), l.Why})
		}
		r.People = append(r.People, line)
		if h.Notice != "" {
			r.Notice = h.Notice
		}
	}
	return r
}

// credit is an amount of 学时 as a number with at most two decimals.
func credit(h org.Hours) json.Number { return json.Number(h.String()) }

func posts(p *org.Person, day org.Date) []string {
	out := []string{}
	for _, s := range p.All(org.SpellPost, day) {
		out = append(out, s.Chinese())
	}
	return out
}

func (r *hoursResult) text(w io.Writer) {
	fmt.Fprintf(w, "%d年学时（截至%s）\n", r.Year, r.Day.Chinese())
	if len(r.People) == 0 {
		fmt.Fprintln(w, "没有需要统计学时的党员。")
		return
	}
	grid(w, r.table())
	if r.Notice != "" {
		fmt.Fprintln(w, r.Notice)
	}
	if !r.single {
		return
	}
	for _, p := range r.People {
		if len(p.Lines) == 0 {
			fmt.Fprintln(w, "这一年还没有参加活动的记录。")
			continue
		}
		rows := [][]string{{"日期", "活动", "形式", "学时", "说明"}}
		for _, l := range p.Lines {
			rows = append(rows, []string{l.Date.Chinese(), l.Title, l.Form.Chinese(), l.Hours.String(), l.Why.Chinese()})
		}
		grid(w, rows)
	}
}

func (r *hoursResult) table() [][]string {
	rows := [][]string{{"序号", "姓名", "职务", "应修", "集中培训", "集体学习", "合计", "培训次数", "是否达标", "还差", "说明"}}
	for i, p := range r.People {
		target, met, short := p.Target.String(), "未达到", p.Short.String()
		switch {
		case !p.Applies:
			target, met, short = "—", "—", "—"
		case p.Met:
			met, short = "已达到", "0"
		}
		rows = append(rows, []string{fmt.Sprint(i + 1), p.label, strings.Join(p.Posts, "、"), target, p.Training.String(), p.Study.String(), p.Counted.String(), fmt.Sprint(p.Trainings), met, short, p.TargetWhy})
	}
	return rows
}

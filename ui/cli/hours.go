package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/say"
)

// judge is what the rules need: the pack of a day and the facts of a year, and
// of the year of hours of that number, which may go on longer.
func judge(s *store.Store, year int, day org.Date) (*rules.Pack, *org.Snapshot, error) {
	snap, err := s.Year(year)
	if err != nil {
		return nil, nil, err
	}
	pack, err := rules.Load(day, snap.Packs)
	if err != nil {
		return nil, nil, err
	}
	if hours := pack.HoursSpan(year, day); !hours.Calendar() {
		snap, err = s.YearUntil(year, hours.Last)
	}
	return pack, snap, err
}

// judgeHours is judge for a year of hours, 0 for the one that the day lies in.
func judgeHours(s *store.Store, year int, day org.Date) (*rules.Pack, *org.Snapshot, rules.HoursSpan, error) {
	pack, snap, err := judge(s, cmp.Or(year, day.Year()), day)
	if err != nil {
		return nil, nil, rules.HoursSpan{}, err
	}
	if year == 0 {
		year = pack.HoursYearOf(day)
	}
	return pack, snap, pack.HoursSpan(year, day), nil
}

func runHours(c *call) (result, error) {
	year := c.flags.Int("year", 0, "`年度`，默认今年")
	dayText := c.flags.String("day", "", "截至哪一天（`日期`），默认今天或年末")
	person := c.flags.String("person", "", "只看这个`人`，并列出每次活动")
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	day, err := c.day(*dayText)
	if err != nil {
		return nil, err
	}
	if *year, err = c.year(*year, 0); err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		pack, snap, span, err := judgeHours(s, *year, day)
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
		c.tellClosed(pack, snap, span.Year)
		return hoursOf(pack, snap, span, only), nil
	})
}

// hoursResult is a year of hours in roster order.
type hoursResult struct {
	Year   int         `json:"year"`
	First  org.Date    `json:"first"` // of the year, and its last day
	Last   org.Date    `json:"last"`
	Day    org.Date    `json:"day"`
	Notice string      `json:"notice,omitempty"`
	People []hoursLine `json:"people"`
	single bool
	span   rules.HoursSpan
}

// hoursLine is one member. Amounts are 学时 with at most two decimals.
type hoursLine struct {
	Person    org.PersonID  `json:"person"`
	Name      string        `json:"name"`
	Posts     []string      `json:"posts"`
	Applies   bool          `json:"applies"`
	Target    json.Number   `json:"target"`
	TargetWhy string        `json:"target_why"`
	Counted   json.Number   `json:"counted"`
	Training  json.Number   `json:"training"`
	Study     json.Number   `json:"study"`
	Trainings int           `json:"trainings"`
	Contents  []contentLine `json:"contents"`
	Met       bool          `json:"met"`
	Short     json.Number   `json:"short"`
	Ahead     aheadLine     `json:"ahead"`
	Lines     []creditLine  `json:"lines"`
	label     string        // the name, and the group where two have it
	contents  string        // in words
	ahead     string        // in words, of whoever owes something while the year runs
}

// contentLine is what counted of one content category.
type contentLine struct {
	Content org.Content `json:"content"` // "" for what names none
	Hours   json.Number `json:"hours"`
}

// aheadLine is what is still planned for somebody in the year.
type aheadLine struct {
	Count   int         `json:"count"`
	Hours   json.Number `json:"hours"`   // of those whose length is known, about
	Unknown int         `json:"unknown"` // of them, how many of unknown length
	Kinds   []kindLine  `json:"kinds"`
}

type kindLine struct {
	Kind  org.PartKind `json:"kind"`
	Count int          `json:"count"`
}

// creditLine is what one part gave.
type creditLine struct {
	Date     org.Date       `json:"date"`
	Activity org.ActivityID `json:"activity"`
	Title    string         `json:"title"`
	Part     int            `json:"part"`
	Form     org.Form       `json:"form"`
	Content  org.Content    `json:"content,omitempty"`
	Hours    json.Number    `json:"hours"`
	Why      rules.HourWhy  `json:"why,omitempty"` // why nothing, or not all, counted
}

func hoursOf(pack *rules.Pack, snap *org.Snapshot, span rules.HoursSpan, only org.PersonID) *hoursResult {
	titles := map[org.ActivityID]string{}
	for _, a := range snap.Activities {
		titles[a.ID] = a.Title
	}
	r := &hoursResult{Year: span.Year, First: span.First, Last: span.Last, Day: span.Day, People: []hoursLine{}, single: only != "", span: span}
	for _, h := range rules.Hours(pack, snap, span.Year, span.Day) {
		if only != "" && h.Person != only {
			continue
		}
		line := hoursLineOf(snap, &h, span)
		for _, l := range h.Lines {
			line.Lines = append(line.Lines, creditLine{l.Date, l.Activity, titles[l.Activity], l.Part, l.Form, l.Content, credit(l.Hours), l.Why})
		}
		r.People = append(r.People, line)
		if h.Notice != "" {
			r.Notice = h.Notice
		}
	}
	return r
}

func hoursLineOf(snap *org.Snapshot, h *rules.PersonHours, span rules.HoursSpan) hoursLine {
	p := snap.Person(h.Person)
	line := hoursLine{Person: h.Person, Name: p.Name, label: snap.Label(p, span.Day), Posts: posts(p, span.Day), Applies: h.Applies, Target: credit(h.Target), TargetWhy: h.TargetWhy,
		Counted: credit(h.Counted), Training: credit(h.Training), Study: credit(h.Study), Trainings: h.Trainings, Contents: []contentLine{}, Met: h.Met, Short: credit(h.Short),
		Ahead: aheadLine{h.Ahead.Count, credit(h.Ahead.Hours), h.Ahead.Unknown, []kindLine{}}, Lines: []creditLine{}, contents: say.Contents(h.Contents)}
	for _, c := range h.Contents {
		line.Contents = append(line.Contents, contentLine{c.Content, credit(c.Hours)})
	}
	for _, k := range h.Ahead.Kinds {
		line.Ahead.Kinds = append(line.Ahead.Kinds, kindLine{k.Kind, k.Count})
	}
	if h.Applies && !h.Met && span.Day < span.Last {
		line.ahead = "还差 " + h.Short.String() + " 学时，" + say.Ahead(h)
	}
	return line
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
	within := ""
	if !r.span.Calendar() {
		within = r.First.Chinese() + "至" + r.Last.Chinese() + "，"
	}
	fmt.Fprintf(w, "%d年学时（%s截至%s）\n", r.Year, within, r.Day.Chinese())
	if len(r.People) == 0 {
		fmt.Fprintln(w, "没有需要统计学时的党员。")
		return
	}
	rows := r.table()
	for i := range rows {
		rows[i] = rows[i][:textColumns]
	}
	grid(w, rows)
	if r.Notice != "" {
		fmt.Fprintln(w, r.Notice)
	}
	if r.single {
		r.details(w)
	}
}

// details are the lines about one person.
func (r *hoursResult) details(w io.Writer) {
	for _, p := range r.People {
		if p.ahead != "" {
			fmt.Fprintln(w, p.ahead)
		}
		if p.contents != "" {
			fmt.Fprintln(w, "内容："+p.contents)
		}
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

// textColumns are as many of the columns as a line for people has room for.
const textColumns = 11

func (r *hoursResult) table() [][]string {
	rows := [][]string{{"序号", "姓名", "职务", "应修", "集中培训", "集体学习", "合计", "培训次数", "是否达标", "还差", "说明", "计划次数", "计划学时", "时长不明", "内容类别"}}
	for i, p := range r.People {
		target, met, short := p.Target.String(), "未达到", p.Short.String()
		switch {
		case !p.Applies:
			target, met, short = "—", "—", "—"
		case p.Met:
			met, short = "已达到", "0"
		}
		rows = append(rows, []string{fmt.Sprint(i + 1), p.label, strings.Join(p.Posts, "、"), target, p.Training.String(), p.Study.String(), p.Counted.String(), fmt.Sprint(p.Trainings), met, short, p.TargetWhy,
			fmt.Sprint(p.Ahead.Count), p.Ahead.Hours.String(), fmt.Sprint(p.Ahead.Unknown), p.contents})
	}
	return rows
}

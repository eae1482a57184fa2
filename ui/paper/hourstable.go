package paper

import (
	"io"
	"strconv"

	"branchbook/rules"
	"branchbook/store/org"
)

// HoursTable prints the year's hours (年度学时统计表) on A4 across: the hours as
// package rules found them for the year, in their order. It returns
// the characters that the font lacks.
func HoursTable(w io.Writer, s *org.Snapshot, hours []rules.PersonHours, year rules.HoursSpan) ([]rune, error) {
	p, err := newPress(wide)
	if err != nil {
		return nil, err
	}
	title := hoursTitle(s, year.Year)
	p.heading(title, strong(18), 30, toCentre)
	p.heading(hoursUntil(year)+"　　单位：学时", plain(10.5), 20, toRight)
	t := table{p, band{10.5, 13.5, 2.5, 18.5}, hoursColumns(p.inner())}
	t.head()
	for _, r := range hoursRows(s, hours, year) {
		t.add(r.texts()...)
	}
	if len(hours) == 0 {
		t.row(t.band, t.head, cell{text: nobody, width: p.inner(), align: toCentre})
	}
	p.hoursFoot(hours)
	return p.print(w, title)
}

func hoursColumns(width float64) []column {
	columns := []column{{"序号", 34, toCentre}, {"姓名", 84, toCentre}, {"人员类别", 62, toCentre}, {"职务", 92, toCentre}, {"应修\n学时", 46, toCentre},
		{"集中培训\n学时", 56, toCentre}, {"集体学习\n学时", 56, toCentre}, {"合计", 46, toCentre}, {"集中培训\n次数", 56, toCentre}, {"是否\n达标", 40, toCentre},
		{"还差", 46, toCentre}, {"备注", width, toLeft}}
	last := len(columns) - 1
	for _, c := range columns[:last] {
		columns[last].width -= c.width
	}
	return columns
}

func (r *hoursRow) texts() []string {
	target, short := "—", "—"
	if r.owes {
		target, short = r.target.String(), r.short.String()
	}
	return []string{strconv.Itoa(r.number), r.name, r.category, r.posts, target, r.training.String(), r.study.String(), r.total.String(),
		strconv.Itoa(r.trainings), r.metWord(), short, r.note}
}

func (p *press) hoursFoot(hours []rules.PersonHours) {
	p.y += 4
	for _, n := range notices(hours) {
		p.heading(n, plain(9.5), 16, toLeft)
	}
	p.need(30)
	p.y += 6
	third := p.inner() / 3
	p.fields(plain(11), 24, field{"支部书记（签字）", "", third}, field{"填表人（签字）", "", third}, field{"填表日期", "", third})
}

package demo

import (
	"slices"
	"time"

	"branchbook/store/org"
)

// makeUps are for some of those who missed the winter training or the June
// theme day.
func (b *builder) makeUps() {
	for _, d := range slices.Clone(b.drafts) {
		theme := d.Parts[0].Kind == org.ThemeDay && d.From().Month() == time.June
		list := slices.DeleteFunc(slices.Clone(d.missed), func(a *actor) bool { return a.gone(d.From()) || a.comes < 60 })
		if d.Season == "" && !theme || len(list) == 0 {
			continue
		}
		s := subject{title: "补课：" + d.Title, content: d.Parts[0].Content, method: "lecture", text: "放录像，读材料，答疑。"}
		m := b.small(org.MakeUp, d.To()+10, s, 180, list[:min(len(list), 5)]...)
		if m != nil {
			m.madeUp = d
			b.attend(m)
		}
	}
}

// ahead plans the next theme day and the next meeting of the year's end.
func (b *builder) ahead() {
	y, m, _ := b.Today.YMD()
	theme := org.NewDate(y, m, 15)
	if theme <= b.Today {
		theme = theme.AddMonths(1)
	}
	s := turn(themes[theme.Month()-1], theme.Year())
	b.coming(at(part(org.ThemeDay, theme, s), 14, 30, 120), s.place)

	q := (int(m) - 1) / 3
	on := org.NewDate(y, time.Month(3*q+3), 26)
	if on <= b.Today {
		q, on = (q+1)%4, on.AddMonths(3)
	}
	p := at(part(org.Assembly, on, assemblies[q]), 19, 10, 80)
	p.Text = ""
	b.coming(p, "")
}

func (b *builder) coming(p org.Part, place string) {
	p.Text, p.Basics = "", nil
	if place == "" {
		place = hall
	}
	b.drafts = append(b.drafts, &draft{Activity: &org.Activity{State: org.Planned, Title: p.Title, Place: place, Level: org.LevelBranch, Parts: []org.Part{p}}})
}

// enter numbers the activities in the order of time, says when each was
// entered, and puts them into the snapshot.
func (b *builder) enter() {
	for _, d := range b.drafts {
		d.ID = org.ActivityID(b.ids.next(forActivity))
		if d.State == org.Held {
			d.Entered = min(b.Today, d.To()+org.Date(b.IntN(5)/3))
		}
		b.snap.Activities = append(b.snap.Activities, d.Activity)
	}
	for _, d := range b.drafts {
		if d.madeUp != nil {
			d.For = d.madeUp.ID
		}
	}
	b.late(org.CommitteeMtg, 22)
	b.late(org.GroupMeeting, 31)
}

// late lets the last activity of a kind that allows it be entered so many days
// after it.
func (b *builder) late(kind org.PartKind, days int) {
	for _, d := range slices.Backward(b.drafts) {
		if d.State == org.Held && d.Parts[0].Kind == kind && len(d.Parts) == 1 && d.To().AddDays(days) < b.Today-60 {
			d.Entered = d.To().AddDays(days)
			return
		}
	}
}

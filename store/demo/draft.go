package demo

import (
	"cmp"
	"slices"

	"branchbook/store/org"
)

// draft is an activity before it has its id.
type draft struct {
	*org.Activity
	madeUp  *draft // what it makes up for
	muster  bool   // called so that nearly everybody due comes
	sure    bool   // only those who came are in it
	extras  bool   // guests and people on the way come too
	offWho  *actor // not there at the part offPart
	offPart int
	matters []matter
	missed  []*actor // due and not there, known once the attendance is
}

// plan begins an activity on a day inside the records; nil outside.
func (b *builder) plan(on org.Date, title, place string) *draft {
	if on < b.first || on > b.Today {
		return nil
	}
	d := &draft{Activity: &org.Activity{State: org.Held, Title: title, Place: cmp.Or(place, hall), Level: org.LevelBranch}}
	b.drafts = append(b.drafts, d)
	return d
}

// hall is where the branch usually meets.
const hall = "村党群服务中心会议室"

// part begins a part about a subject; the audience is everybody.
func part(kind org.PartKind, on org.Date, s subject) org.Part {
	p := org.Part{Kind: kind, Date: on, Title: s.title, Text: s.text, Content: s.content, Method: s.method, Audience: org.Audience{Kind: org.ForAll}}
	if s.papers != "" {
		p.Materials = []string{s.papers}
	}
	if s.content != "" {
		p.Basics = append(p.Basics, org.Badge)
	}
	if s.oath {
		p.Basics = append(p.Basics, org.Oath)
	}
	if s.birthday {
		p.Basics = append(p.Basics, org.Birthday)
	}
	return p
}

// at sets when a part begins, in hours and minutes, and how long it is.
func at(p org.Part, hour, minute, length int) org.Part {
	p.Start = org.NewClock(hour, minute)
	p.End = p.Start + org.Clock(length)
	return p
}

// led sets chair and recorder, as far as the posts of the day are held.
func (b *builder) led(p org.Part) org.Part {
	if a := b.chair(p.Date); a != nil {
		p.Chair.Person = a.ID
	}
	if a := b.holder(p.Date, org.Committee, "组织委员"); a != nil {
		p.Recorder.Person = a.ID
	}
	return p
}

// chair is the secretary of a day, the deputy if there is none.
func (b *builder) chair(day org.Date) *actor {
	if a := b.holder(day, org.Secretary, ""); a != nil {
		return a
	}
	return b.holder(day, org.Deputy, "")
}

// holder finds who holds a post on the day; nil for nobody.
func (b *builder) holder(day org.Date, post org.SpellValue, title string) *actor {
	return b.inPost(day, func(s *org.Spell) bool { return s.Value == post && (title == "" || s.Title == title) })
}

// headOf is the head of a group on the day.
func (b *builder) headOf(g org.GroupID, day org.Date) *actor {
	return b.inPost(day, func(s *org.Spell) bool { return s.Value == org.GroupHead && s.Group == g })
}

func (b *builder) inPost(day org.Date, fits func(*org.Spell) bool) *actor {
	for _, a := range b.cast {
		if !a.posted {
			continue
		}
		for i := range a.Spells {
			if s := &a.Spells[i]; s.Kind == org.SpellPost && s.Holds(day) && fits(s) {
				return a
			}
		}
	}
	return nil
}

// named is an audience of people by name.
func named(list ...*actor) org.Audience {
	a := org.Audience{Kind: org.ForNamed}
	for _, p := range list {
		if !slices.Contains(a.Persons, p.ID) {
			a.Persons = append(a.Persons, p.ID)
		}
	}
	return a
}

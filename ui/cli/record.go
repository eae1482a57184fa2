package cli

import (
	"fmt"
	"slices"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/say"
)

func runRecord(c *call) (result, error) {
	id := c.flags.String("id", "", "更正已有活动的`编号`；不写则登记新活动")
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	if err := c.reads(words[0]); err != nil {
		return nil, err
	}
	f, err := readRecord(words[0])
	if err != nil {
		return nil, fmt.Errorf("read activity file: %w", err)
	}
	return c.with(func(s *store.Store) (result, error) {
		a, pack, snap, err := buildActivity(c, s, f, org.ActivityID(*id))
		if err != nil {
			return nil, err
		}
		if err := c.mayChange(s, a); err != nil {
			return nil, err
		}
		if _, err := s.RecordActivity(a); err != nil {
			return nil, err
		}
		saved, err := s.Activity(a.ID)
		if err != nil {
			return nil, err
		}
		v := showActivity(pack, snap, saved)
		c.notes = slices.Concat(c.notes, v.doubts(), twins(s, saved))
		return v, nil
	})
}

// builder turns an activity file into an activity of this branch.
type builder struct {
	snap   *org.Snapshot
	pack   *rules.Pack
	a      *org.Activity
	old    *org.Activity // the record that is corrected, nil for a new one
	partNo [][]int       // for every part of the file, the parts that it became
}

func buildActivity(c *call, s *store.Store, f *recordFile, id org.ActivityID) (*org.Activity, *rules.Pack, *org.Snapshot, error) {
	b := &builder{a: &org.Activity{ID: store.NewActivityID()}}
	var err error
	if id != "" {
		if b.old, err = s.Activity(id); err != nil {
			return nil, nil, nil, err
		}
		b.a.ID, b.a.Rev = b.old.ID, b.old.Rev
	}
	if b.snap, err = s.Snapshot(1, 0); err != nil {
		return nil, nil, nil, err
	}
	if b.pack, err = rules.Load(org.DateOf(c.env.Now()), b.snap.Packs); err != nil {
		return nil, nil, nil, err
	}
	for _, step := range []func(*recordFile) error{b.head, b.parts, b.people, b.votes} {
		if err := step(f); err != nil {
			return nil, nil, nil, err
		}
	}
	if b.a.State == org.Held && b.a.To() > org.DateOf(c.env.Now()) {
		return nil, nil, nil, &say.FileFault{Why: say.FileFuture}
	}
	return b.a, b.pack, b.snap, nil
}

// doubts are words about what was saved and may not have been meant so.
func (v *activityView) doubts() (out []string) {
	if v.Activity.State != org.Held {
		return nil
	}
	for i, p := range v.Parts {
		part := &v.Activity.Parts[i]
		if p.Due == 0 {
			out = append(out, fmt.Sprintf("请核对：环节%d应到0人，参加范围（%s）里没有应到的人。", p.Part, part.Audience.Kind.Chinese()))
		}
		if studied := p.Form == org.FormTraining || p.Form == org.FormStudy; studied && times(part) == "" && part.Certified == 0 {
			out = append(out, fmt.Sprintf("请核对：环节%d没有写时间，学时按0计。", p.Part))
		}
	}
	return out
}

// twins warns of another activity of the same kind on the same day, or at the
// same time with the same people.
func twins(s *store.Store, a *org.Activity) (out []string) {
	list, err := s.Activities(a.From(), a.To())
	if err != nil {
		return nil // the record is saved; only the warning is lost
	}
	for _, other := range list {
		if other.ID != a.ID && other.State == org.Held && sameKindAndDay(a, other) {
			out = append(out, "请核对：同一天还登记了同类活动“"+other.Title+"”（编号 "+string(other.ID)+"），重复的可以撤销（undo）。")
		}
	}
	for _, other := range org.SameTime(a, list) {
		out = append(out, "请核对：同一时间还有同一批人到会的“"+other.Title+"”（编号 "+string(other.ID)+"），学时会重复计算。")
	}
	return out
}

func sameKindAndDay(a, b *org.Activity) bool {
	for i := range a.Parts {
		for j := range b.Parts {
			x, y := &a.Parts[i], &b.Parts[j]
			if x.Kind == y.Kind && x.Date == y.Date && x.Start == y.Start && rules.SameAudience(&x.Audience, &y.Audience) {
				return true
			}
		}
	}
	return false
}

func (b *builder) head(f *recordFile) (err error) {
	a := b.a
	a.Title, a.Place, a.Organiser, a.Source, a.Proof, a.Note, a.For = f.Title, f.Place, f.Organiser, f.Source, f.Proof, f.Note, org.ActivityID(f.For)
	if a.State, err = org.ParseActivityState(firstOf(f.State, "held")); err != nil {
		return err
	}
	if a.Level, err = org.ParseLevel(firstOf(f.Level, "branch")); err != nil {
		return err
	}
	if f.Season != "" {
		a.Season, err = org.ParseSeason(f.Season)
	}
	return err
}

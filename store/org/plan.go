package org

// Plan is one planned item of the year (年度计划).
type Plan struct {
	ID    ItemID   `json:"id"`
	Rev   Rev      `json:"rev"`
	Year  int      `json:"year"`
	Kind  PartKind `json:"kind"`
	Month int      `json:"month,omitempty"` // 1–12, 0 when not fixed
	Title string   `json:"title"`
	Text  string   `json:"text,omitempty"`
}

// Reading is one item of the year's required reading (必读书目和篇目, opinion 1).
type Reading struct {
	ID     ItemID     `json:"id"`
	Rev    Rev        `json:"rev"`
	Year   int        `json:"year"`
	Title  string     `json:"title"`
	Source string     `json:"source,omitempty"` // who set it
	Read   []ReadMark `json:"read,omitempty"`
}

// ReadMark says that a person has read an item, and when.
type ReadMark struct {
	Person PersonID `json:"person"`
	On     Date     `json:"on,omitzero"`
}

// Ref implements Aggregate.
func (p *Plan) Ref() Ref { return Ref{KindPlan, string(p.ID), p.Rev} }

// Ref implements Aggregate.
func (r *Reading) Ref() Ref { return Ref{KindReading, string(r.ID), r.Rev} }

// Validate checks shape and limits.
func (p *Plan) Validate() error {
	if p.Title == "" {
		return &Invalid{"title", WhyEmpty}
	}
	if err := checkYear(p.Year); err != nil {
		return err
	}
	if p.Month < 0 || p.Month > 12 {
		return &Invalid{"month", WhyNumber}
	}
	if err := partKinds.check("kind", p.Kind); err != nil {
		return err
	}
	return checkTexts(textField{"title", p.Title, MaxLine}, textField{"text", p.Text, MaxText})
}

// Validate checks shape and limits.
func (r *Reading) Validate() error {
	if r.Title == "" {
		return &Invalid{"title", WhyEmpty}
	}
	if err := checkYear(r.Year); err != nil {
		return err
	}
	seen := map[PersonID]bool{}
	for _, m := range r.Read {
		if m.Person == "" || seen[m.Person] {
			return &Invalid{"read", WhyTwice}
		}
		seen[m.Person] = true
	}
	return checkTexts(textField{"title", r.Title, MaxLine}, textField{"source", r.Source, MaxLine})
}

func checkYear(y int) error {
	if y < 1921 || y > 2200 {
		return &Invalid{"year", WhyNumber}
	}
	return nil
}

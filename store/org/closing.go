package org

import "encoding/hex"

// Closing is a year that was closed (年度封存): everybody's hours as the rules of
// that day gave them. What is entered or put in force later changes the year's
// live hours and never these; closing the year again replaces them. A year that
// was opened again keeps what it was closed with, and why it was opened.
type Closing struct {
	ID     ItemID        `json:"id"`
	Rev    Rev           `json:"rev"`
	Year   int           `json:"year"`
	On     Date          `json:"on"`     // the day of closing, after the year's last day
	Digest string        `json:"digest"` // of the rules in force on the year's last day, hex SHA-256
	Packs  []string      `json:"packs"`  // the names of the packs in force
	People []ClosedHours `json:"people"`
	Opened Date          `json:"opened,omitzero"`  // the day on which it was opened again; none: it is closed
	Reason string        `json:"reason,omitempty"` // why it was opened
}

// ClosedHours is what counted for one member of a closed year, and what was
// owed.
type ClosedHours struct {
	Person   PersonID `json:"person"`
	Target   Hours    `json:"target"` // 应修; 0 for none
	Counted  Hours    `json:"counted"`
	Training Hours    `json:"training"` // 集中培训
	Study    Hours    `json:"study"`    // 集体学习
	Met      bool     `json:"met"`
	Why      string   `json:"why,omitempty"` // why this target, or none, in Chinese
}

// Same tells whether two hold the same figures, whatever the words.
func (h ClosedHours) Same(other ClosedHours) bool {
	h.Why, other.Why = "", ""
	return h == other
}

// Closed tells whether the year is closed, and was not opened again.
func (c *Closing) Closed() bool { return c != nil && c.Opened == 0 }

// Ref implements Aggregate.
func (c *Closing) Ref() Ref { return Ref{KindClosing, string(c.ID), c.Rev} }

// Validate checks shape and limits.
func (c *Closing) Validate() error {
	if err := checkYear(c.Year); err != nil {
		return err
	}
	if c.On.Year() <= c.Year {
		return &Invalid{"on", WhyOrder}
	}
	if b, err := hex.DecodeString(c.Digest); err != nil || len(b) != 32 || hex.EncodeToString(b) != c.Digest {
		return &Invalid{"digest", WhyNumber}
	}
	if len(c.Packs) > maxPacks {
		return &Invalid{"packs", WhyLong}
	}
	for _, name := range c.Packs {
		if name == "" {
			return &Invalid{"packs", WhyEmpty}
		}
		if err := checkText("packs", name, MaxName); err != nil {
			return err
		}
	}
	if err := c.checkPeople(); err != nil {
		return err
	}
	return c.checkOpened()
}

const maxPacks = 100

func (c *Closing) checkPeople() error {
	if len(c.People) > MaxList {
		return &Invalid{"people", WhyLong}
	}
	seen := map[PersonID]bool{}
	for _, h := range c.People {
		if h.Person == "" || seen[h.Person] {
			return &Invalid{"people", WhyTwice}
		}
		seen[h.Person] = true
		for _, n := range []Hours{h.Target, h.Counted, h.Training, h.Study} {
			if n < 0 || n > maxClosed {
				return &Invalid{"people", WhyNumber}
			}
		}
		if err := checkText("people", h.Why, MaxLine); err != nil {
			return err
		}
	}
	return nil
}

// maxClosed is more than any year has.
const maxClosed = 1_000_000 * Hour

func (c *Closing) checkOpened() error {
	switch {
	case (c.Opened == 0) != (c.Reason == ""):
		return &Invalid{"reason", WhyEmpty}
	case c.Opened != 0 && c.Opened < c.On:
		return &Invalid{"opened", WhyOrder}
	}
	return checkText("reason", c.Reason, MaxLine)
}

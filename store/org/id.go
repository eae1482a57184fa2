package org

// Ids are UUIDs in their 36-character text form, made by package store. They
// say nothing about whom they name.
type (
	// PersonID names a Person.
	PersonID string
	// ActivityID names an Activity.
	ActivityID string
	// GroupID names a Group of the branch.
	GroupID string
	// ItemID names one of the small aggregates: Plan, Reading, Review,
	// Register, Waiver, LocalPack, Closing.
	ItemID string
)

// Rev counts the saves of one aggregate, from 1. 0 means not saved yet.
type Rev int64

// Kind names a kind of aggregate; it is the word used in the journal and as
// the record type in a bundle.
type Kind string

// The kinds of aggregate.
const (
	KindBranch   Kind = "branch"
	KindPerson   Kind = "person"
	KindActivity Kind = "activity"
	KindPlan     Kind = "plan"
	KindReading  Kind = "reading"
	KindReview   Kind = "review"
	KindRegister Kind = "register"
	KindWaiver   Kind = "waiver"
	KindPack     Kind = "pack"
	KindClosing  Kind = "closing"
)

// Kinds lists every kind of aggregate in the order in which they are written.
var Kinds = []Kind{KindBranch, KindPerson, KindActivity, KindPlan, KindReading, KindReview, KindRegister, KindWaiver, KindPack, KindClosing}

// Aggregate is one unit of saving: it has an id and a revision, and checks its
// own shape.
type Aggregate interface {
	// Ref tells kind, id and revision.
	Ref() Ref
	// Validate returns the first fault of shape as an *Invalid.
	Validate() error
}

// Ref points at one revision of one aggregate.
type Ref struct {
	Kind Kind   `json:"kind"`
	ID   string `json:"id"`
	Rev  Rev    `json:"rev"`
}

package ui

import "branchbook/store/org"

// wanted says what a new record is to begin with; what is zero is for the form
// to fill in.
type wanted struct {
	kind  org.PartKind
	day   org.Date
	group org.GroupID
	like  org.ActivityID // an earlier activity to begin from: 照上次再记一次
	edit  org.ActivityID // a recorded activity to correct
}

// record opens 记一次活动.
func (w *Window) record(want wanted) { w.show(newRecord(w, want)) }

// activity opens what was recorded of an activity.
func (w *Window) activity(id org.ActivityID) { w.show(newActivity(w, id)) }

// person opens a person's page.
func (w *Window) person(id org.PersonID) { w.show(newPerson(w, id)) }

// addPerson opens the form of a new person.
func (w *Window) addPerson() { w.show(newPersonForm(w, "")) }

// correctPerson opens the form of a person on file.
func (w *Window) correctPerson(id org.PersonID) { w.show(newPersonForm(w, id)) }

// intake opens the import of a roster.
func (w *Window) intake() { w.show(newIntake(w)) }

// journal opens the list of the last operations.
func (w *Window) journal() { w.show(newJournal(w)) }

// clauses opens what a pack of rules says, or, without a name, what all that are
// in force say together.
func (w *Window) clauses(pack, title string) { w.show(newClauses(w, pack, title)) }

// reviews opens 民主评议和述学评学 of a year.
func (w *Window) reviews(year int) { w.show(newReviews(w, year)) }

// readings opens 必读书目 of a year.
func (w *Window) readings(year int) { w.show(newReadings(w, year)) }

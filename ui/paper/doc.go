// Package paper makes the forms that people print, sign and hand in: sign-in
// sheet, minutes, cover sheet and the year's hours, as PDF and xlsx.
//
// It opens no window, no file and no clock: the caller gives a writer and plain
// values, and the same values give the same bytes. It judges nothing: what
// stands on a form is what the record or package rules says.
//
// Each PDF function returns the characters that the font cannot draw, in the
// order in which they were met. The form is printed all the same, with □ in
// their place for the pen, so that one rare name does not hold up a meeting.
package paper

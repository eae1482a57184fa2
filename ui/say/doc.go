// Package say turns errors, findings and operations into Chinese sentences for
// people, each with the next step.
//
// It is the only place with such sentences. An error that it does not know gets
// one plain sentence; its own text is for the log, never for a person.
package say

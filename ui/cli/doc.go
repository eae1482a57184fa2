// Package cli is the command line: one verb per thing that a user does.
//
// A verb parses its words, calls store and rules, and hands back a result that
// can print itself as text, JSON or CSV. It holds no rule and no SQL.
package cli

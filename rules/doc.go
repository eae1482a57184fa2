// Package rules is the judge: pure functions that say, by a pack of dated and
// cited rules, who is due at a meeting (Due), how many hours of study somebody
// has and owes (Hours), and what a branch has done or still lacks (Check).
//
// The package reads no disk, no SQL and no clock: everything follows from a
// Pack, an org.Snapshot and a day. Packs hold the numbers, dates, citations and
// sentences (FORMAT.md lists every key); the kinds of rule are Go code, one
// file kind_….go each. It judges nobody: a finding is 已完成, 进行中 or 缺项,
// and 缺项 only after the last day of its period.
package rules

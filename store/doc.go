// Package store keeps one branch's file on disk: all SQL, one transaction per
// intention, the journal with undo, backups and what leaves in a bundle.
//
// A data folder holds the file itself, a lock file with the owner's note
// beside it, the device mark, and the folder of backups:
//
//	branchbook.db        the file (SQLite, WAL, one connection)
//	branchbook.lock      locked while a program has the file open
//	branchbook.owner     who has it open; left behind only by a crash
//	branchbook.device    which device this folder is, and its newest journal head
//	backups/             verified copies, thinned
//
// Invariants: every save that returned nil is on the disk; every text that a
// person typed is sealed; every change is one journal entry that can be undone
// until something else touches the same records; nothing is ever repaired in
// place. To add a table: a new script in schema/, the type in package org, a
// noun file here, one line in kinds.
package store

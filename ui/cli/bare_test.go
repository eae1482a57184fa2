package cli

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"

	_ "modernc.org/sqlite"

	"branchbook/store/org"
	"branchbook/store/schema"
)

// bareFile is a file with our tables and pragmas and a hundred people, written
// without any of our code: the floor for a save.
func bareFile(t *testing.T) *sql.DB {
	t.Helper()
	dsn := "file:" + filepath.Join(t.TempDir(), "bare.db") + "?_txlock=immediate&_pragma=locking_mode(EXCLUSIVE)&_pragma=journal_mode(WAL)" +
		"&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)&_pragma=mmap_size(0)" +
		"&_pragma=temp_store(2)&_pragma=secure_delete(1)&_pragma=wal_autocheckpoint(1000)"
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(schema.Scripts()[0]); err != nil {
		t.Fatal(err)
	}
	for i := range 100 {
		if _, err := db.Exec("INSERT INTO person (no, id, rev, body) VALUES (?, ?, 1, ?)", i+1, fmt.Sprintf("%036d", i), make([]byte, 300)); err != nil {
			t.Fatal(err)
		}
	}
	return db
}

// saveBare writes the rows of an activity with a hundred attendances.
func saveBare(t *testing.T, db *sql.DB, n int, a *org.Activity) {
	t.Helper()
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	exec := func(query string, args ...any) {
		if _, err := tx.Exec(query, args...); err != nil {
			t.Fatal(err)
		}
	}
	exec(`INSERT INTO activity (no, id, rev, state, level, season, entered, first_day, last_day, body) VALUES (?, ?, 1, 'held', 'branch', '', ?, ?, ?, ?)`,
		n, fmt.Sprintf("%036d", n), barDay, barDay, barDay, make([]byte, 150))
	exec(`INSERT INTO part (activity, n, kind, form, content, method, day, starts, ends, length, pause, minutes, certified, audience, body)
		VALUES (?, 1, 'theme_day', '', '', '', ?, 541, 661, '', 0, 0, 0, 'all', ?)`, n, barDay, make([]byte, 150))
	insert, err := tx.Prepare(`INSERT INTO attendance (activity, person, part, due, may_vote, as_what, status, reason, minutes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		t.Fatal(err)
	}
	defer insert.Close()
	for i, r := range a.Attendance {
		if _, err := insert.Exec(n, i+1, 0, r.Due, r.MayVote, r.As, r.Status, r.Reason, 0); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
}

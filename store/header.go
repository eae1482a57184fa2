package store

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"branchbook/store/schema"
)

// magic is how every SQLite file begins.
const magic = "SQLite format 3\x00"

// readHeader looks at the first bytes of a file that nobody has open and tells
// its schema version, before SQLite gets to see it. It refuses other programs'
// files and newer ones.
func readHeader(path string) (version int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var h [100]byte
	n, err := io.ReadFull(f, h[:])
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return 0, err
	}
	if k := min(n, len(magic)); string(h[:k]) != magic[:k] {
		return 0, ErrForeign
	}
	if err != nil {
		return 0, &Damaged{What: "header", Err: errors.New("file is shorter than its header")}
	}
	if binary.BigEndian.Uint32(h[68:]) != applicationID {
		return 0, ErrForeign
	}
	version = int(binary.BigEndian.Uint32(h[60:]))
	if newest := len(scripts()); version > newest {
		return 0, &Newer{File: version, Program: newest}
	}
	return version, nil
}

// quickCheck runs the cheap checks that every start makes.
func (s *Store) quickCheck() error {
	return checkPragmas(s.db, "quick_check")
}

// checkPragmas runs an integrity pragma and the foreign key check. Both answer
// in rows; Exec would never see a fault.
func checkPragmas(db *sql.DB, integrity string) error {
	var answer string
	if err := db.QueryRow("PRAGMA " + integrity + "(1)").Scan(&answer); err != nil {
		return &Damaged{What: integrity, Err: err}
	}
	if answer != "ok" {
		return &Damaged{What: integrity, Err: errors.New("structure does not check")}
	}
	rows, err := db.Query("PRAGMA foreign_key_check")
	if err != nil {
		return &Damaged{What: "foreign_key_check", Err: err}
	}
	defer rows.Close()
	if rows.Next() {
		return &Damaged{What: "foreign_key_check", Err: errors.New("a record points at nothing")}
	}
	return rows.Err()
}

// scripts is replaced in tests, which need a schema that does not exist yet.
var scripts = schema.Scripts

// migrate brings the file from a version to the newest, each script in one
// transaction with its number, after a verified backup.
func (s *Store) migrate(from int) error {
	scripts := scripts()
	if from == len(scripts) {
		return nil
	}
	if from > 0 {
		if _, err := s.backup(ReasonUpgrade); err != nil {
			return fmt.Errorf("back up before upgrade: %w", err)
		}
	}
	for v := from; v < len(scripts); v++ {
		err := s.write(func(t *tx) error {
			if _, err := t.Exec(scripts[v]); err != nil {
				return err
			}
			_, err := t.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, v+1))
			return err
		})
		if err != nil {
			return fmt.Errorf("upgrade to schema %d: %w", v+1, err)
		}
	}
	return s.checkpoint()
}

package store

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"time"

	"modernc.org/sqlite"

	"branchbook/store/org"
	"branchbook/store/safefile"
)

// Sentinels to branch on; package ui/say has the sentences.
var (
	ErrNoBranch      = errors.New("no branch in this folder")
	ErrExists        = errors.New("folder already holds a branch")
	ErrForeign       = errors.New("not a branchbook file")
	ErrDiskFull      = errors.New("disk full")
	ErrReadOnly      = errors.New("folder cannot be written")
	ErrOpenCopy      = errors.New("backup was not closed: its log lies beside it")
	ErrInside        = errors.New("the data folder is for its own files")
	ErrNothingToUndo = errors.New("nothing to undo")
	ErrFounding      = errors.New("the founding entry cannot be undone")
	ErrPurged        = errors.New("before-image was purged")
	ErrTooLate       = errors.New("already undone")
	ErrClosed        = errors.New("file is closed")
)

// Busy says that another program has the file open.
type Busy struct{ Owner Owner }

func (e *Busy) Error() string { return fmt.Sprintf("file is open in process %d", e.Owner.PID) }

// Newer says that the file was written by a newer program.
type Newer struct{ File, Program int }

func (e *Newer) Error() string {
	return fmt.Sprintf("file has schema %d, this program knows %d", e.File, e.Program)
}

// Damaged says that the file, or a backup, is not as it was written. Backup is
// the newest verified backup, if there is one. Nothing was changed.
type Damaged struct {
	What   string
	Backup string
	Err    error
}

func (e *Damaged) Error() string { return fmt.Sprintf("file damaged (%s): %v", e.What, e.Err) }

func (e *Damaged) Unwrap() error { return e.Err }

// BadPlace says that the data folder lies where a file must not live.
type BadPlace struct{ Removable, Network bool }

func (e *BadPlace) Error() string { return "data folder on a removable or network drive" }

// Conflict says that somebody saved the record since it was read.
type Conflict struct{ Ref org.Ref }

func (e *Conflict) Error() string { return fmt.Sprintf("%s changed since it was read", e.Ref.Kind) }

// Touched says that an undo would undo a later operation as well.
type Touched struct {
	Ref org.Ref
	By  Entry
}

func (e *Touched) Error() string {
	return fmt.Sprintf("%s was touched by entry %d since", e.Ref.Kind, e.By.Seq)
}

// NoBackup says that everything was saved, and that the backup after it could
// not be made.
type NoBackup struct{ Err error }

func (e *NoBackup) Error() string { return "back up after saving: " + e.Err.Error() }

func (e *NoBackup) Unwrap() error { return e.Err }

// InUse says that a record cannot go because others point at it.
type InUse struct{ Ref org.Ref }

func (e *InUse) Error() string { return fmt.Sprintf("%s is in use", e.Ref.Kind) }

// SQLite's primary result codes that mean something to people.
const (
	codeBusy     = 5
	codeLocked   = 6
	codeReadOnly = 8
	codeCorrupt  = 11
	codeFull     = 13
	codeCantOpen = 14
	codeNotADB   = 26
)

// classify gives an error of SQLite or of the system its sentinel.
func classify(err error) error {
	var se *sqlite.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, safefile.ErrNoSpace), errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("%w: %w", ErrDiskFull, err)
	case errors.Is(err, safefile.ErrReadOnly), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	case !errors.As(err, &se):
		return err
	}
	switch se.Code() & 0xff {
	case codeBusy, codeLocked:
		return &Busy{}
	case codeFull:
		return fmt.Errorf("%w: %w", ErrDiskFull, err)
	case codeReadOnly, codeCantOpen:
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	case codeCorrupt, codeNotADB:
		return &Damaged{What: "sqlite", Err: err}
	}
	return err
}

// Owner is the note of the program that has the file open. It lies in a file
// of its own, since a locked file cannot be read on Windows.
type Owner struct {
	PID     int       `json:"pid"`
	Host    string    `json:"host"`
	Program string    `json:"program"` // window or verb
	Since   time.Time `json:"since"`
}

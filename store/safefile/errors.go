package safefile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// What can be told to a person.
var (
	ErrExists   = errors.New("the file exists already")
	ErrNoSpace  = errors.New("not enough free space")
	ErrReadOnly = errors.New("writing is not allowed here")
	ErrGone     = errors.New("the drive is gone or failing")
	ErrAltered  = errors.New("the drive gave back other bytes than were written")
)

// said puts the step before an error, names its class, and drops the path,
// which may hold a person's name.
func said(step string, err error) error {
	if err == nil {
		return nil
	}
	if class := classOf(err); class != nil {
		return fmt.Errorf("%s: %w (%w)", step, class, bare(err))
	}
	return fmt.Errorf("%s: %w", step, bare(err))
}

func bare(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

func classOf(err error) error {
	if errors.Is(err, ErrExists) || errors.Is(err, fs.ErrExist) {
		return ErrExists
	}
	var no syscall.Errno
	if errors.As(err, &no) {
		return classes[no]
	}
	return nil
}

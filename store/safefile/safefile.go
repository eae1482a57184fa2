// Package safefile writes one file so that at every moment the old or the new
// content lies complete on the disk, and tells removable and network drives
// from the computer's own.
//
// One writer per target at a time: two that write the same file at once may
// both fail, but never leave a mixture.
package safefile

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Options says how a file is written.
type Options struct {
	Replace bool  // an existing file may be replaced; else it is ErrExists
	Size    int64 // expected size in bytes for WriteFunc, 0 if not known
}

// Write writes data to path and returns its SHA-256 as read back from the
// drive. See WriteFunc.
func Write(path string, data []byte, o Options) (digest [32]byte, err error) {
	o.Size = int64(len(data))
	return WriteFunc(path, o, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// WriteFunc writes what fill writes. The bytes go to .NAME.part beside the
// target, are synced, read back past the cache where the system allows it, and
// compared; then the file gets its name in one step. If anything fails before
// that step, the .part is removed and the old file is as it was. An error of
// the last step, making the new name durable, comes with the digest: the new
// content is in place, but a power cut may still bring the old one back.
//
// Errors: ErrExists, ErrNoSpace, ErrReadOnly, ErrGone, ErrAltered, what fill
// returned, or another of the system.
func WriteFunc(path string, o Options, fill func(io.Writer) error) (digest [32]byte, err error) {
	if err := admit(path, o); err != nil {
		return digest, err
	}
	part := PartName(path)
	digest, err = writePart(part, fill)
	if err == nil {
		err = readBack(part, digest)
	}
	if err == nil {
		err = said("rename file", disk.rename(part, path, o.Replace))
	}
	if err != nil {
		disk.remove(part)
		return [32]byte{}, err
	}
	return digest, said("sync folder", disk.syncDir(filepath.Dir(path)))
}

// PartName returns the name under which path is written before it is complete:
// .NAME.part in the same folder. One that a pulled stick left behind is removed
// by the next Write.
func PartName(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".part")
}

// admit refuses before anything is written: a target that must stay, and a
// drive without twice the size free, since some of it goes to the folder and
// to what else is being written.
func admit(path string, o Options) error {
	info, err := os.Lstat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return fmt.Errorf("%w: not an ordinary file", ErrExists)
	case err == nil && !o.Replace:
		return ErrExists
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return said("look at target", err)
	}
	free, total, err := disk.space(filepath.Dir(path))
	if err != nil {
		return said("ask free space", err)
	}
	// Some network file systems report a size of 0: then only writing tells.
	if total != 0 && o.Size > 0 && free < 2*uint64(o.Size) {
		return ErrNoSpace
	}
	return nil
}

func writePart(part string, fill func(io.Writer) error) (digest [32]byte, err error) {
	if err := disk.remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return digest, said("remove old part", err)
	}
	f, err := disk.create(part)
	if err != nil {
		return digest, said("create file", err)
	}
	w := &partWriter{f: f, h: sha256.New()}
	err = fill(w)
	if w.err != nil {
		err = w.err // fill may have swallowed it
	}
	if err == nil {
		err = said("sync file", disk.sync(f))
	}
	if e := disk.close(f); err == nil {
		err = said("close file", e)
	}
	return [32]byte(w.h.Sum(nil)), err
}

// partWriter writes and hashes, and remembers the first failure.
type partWriter struct {
	f   *os.File
	h   hash.Hash
	err error
}

func (w *partWriter) Write(b []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	n, err := disk.write(w.f, b)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	w.h.Write(b[:n])
	w.err = said("write file", err)
	return n, w.err
}

// readBack compares what the drive gives back with what was written.
func readBack(part string, want [32]byte) error {
	f, err := disk.open(part)
	if err != nil {
		return said("reopen file", err)
	}
	defer f.Close()
	forget(f)
	h, buf := sha256.New(), make([]byte, 256<<10)
	for {
		n, err := disk.read(f, buf)
		h.Write(buf[:n])
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return said("read back file", err)
		}
	}
	if [32]byte(h.Sum(nil)) != want {
		return ErrAltered
	}
	return nil
}

// Rename gives a finished file its name in the same folder and makes the name
// durable. ErrExists if the name is taken, unless replace allows it.
func Rename(from, to string, replace bool) error {
	if err := disk.rename(from, to, replace); err != nil {
		return said("rename file", err)
	}
	return said("sync folder", disk.syncDir(filepath.Dir(to)))
}

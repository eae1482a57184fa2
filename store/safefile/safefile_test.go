package safefile

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

var errPulled = errors.New("pulled")

// failing counts every call to the system and fails the nth, or from the nth
// on; a failing write still writes half, a failing read gives nothing.
func failing(t *testing.T, n int, sticky bool, with error) *int {
	t.Helper()
	calls := new(int)
	bad := func() bool { *calls++; return *calls == n || sticky && *calls >= n }
	real := system
	disk = steps{
		space: func(d string) (uint64, uint64, error) {
			if bad() {
				return 0, 0, with
			}
			return real.space(d)
		},
		create: func(p string) (*os.File, error) {
			if bad() {
				return nil, with
			}
			return real.create(p)
		},
		write: func(f *os.File, b []byte) (int, error) {
			if bad() {
				n, _ := real.write(f, b[:len(b)/2])
				return n, with
			}
			return real.write(f, b)
		},
		sync: func(f *os.File) error {
			if bad() {
				return with
			}
			return real.sync(f)
		},
		close: func(f *os.File) error {
			if err := real.close(f); !bad() {
				return err
			}
			return with
		},
		open: func(p string) (*os.File, error) {
			if bad() {
				return nil, with
			}
			return real.open(p)
		},
		read: func(f *os.File, b []byte) (int, error) {
			if bad() {
				return 0, with
			}
			return real.read(f, b)
		},
		rename: func(a, b string, r bool) error {
			if bad() {
				return with
			}
			return real.rename(a, b, r)
		},
		syncDir: func(d string) error {
			if bad() {
				return with
			}
			return real.syncDir(d)
		},
		remove: func(p string) error {
			if bad() {
				return with
			}
			return real.remove(p)
		},
	}
	t.Cleanup(func() { disk = system })
	return calls
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range list {
		out = append(out, e.Name())
	}
	return out
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return string(b)
}

func TestWriteReadsBackWhatItWrote(t *testing.T) {
	path := filepath.Join(t.TempDir(), "上报包.bundle")
	data := bytes.Repeat([]byte("支部台账"), 200_000)
	digest, err := Write(path, data, Options{})
	if err != nil || digest != sha256.Sum256(data) {
		t.Fatalf("digest %x, error %v", digest, err)
	}
	if content(t, path) != string(data) {
		t.Error("the file holds other bytes")
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, want 0600", info.Mode().Perm())
	}
	if got := names(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("left behind: %v", got)
	}
}

// steps in one Write: remove, create, write ×3, sync, close, open, read …
func writeInThree(path string) ([32]byte, error) {
	return WriteFunc(path, Options{Replace: true, Size: 6}, func(w io.Writer) error {
		for _, s := range []string{"ne", "w!", "ok"} {
			if _, err := io.WriteString(w, s); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestEveryFailingStepLeavesTheOldOrTheNewFile(t *testing.T) {
	for _, old := range []string{"", "old"} {
		for n, done := 1, false; !done; n++ {
			path := filepath.Join(t.TempDir(), "x.bundle")
			if old != "" {
				if err := os.WriteFile(path, []byte(old), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			calls := failing(t, n, false, errPulled)
			_, err := writeInThree(path)
			done = *calls < n
			disk = system
			got := content(t, path)
			switch {
			case done && (err != nil || got != "new!ok"):
				t.Fatalf("no fault: %q, %v", got, err)
			case !done && !errors.Is(err, errPulled):
				t.Errorf("call %d failed, but Write says %v", n, err)
			case !done && got != old && got != "new!ok":
				t.Errorf("call %d failed, file holds %q", n, got)
			}
			if list := names(t, filepath.Dir(path)); slices.Contains(list, ".x.bundle.part") {
				t.Errorf("call %d failed, left behind: %v", n, list)
			}
			if n > 40 {
				t.Fatal("no end of calls")
			}
		}
	}
}

func TestAStickPulledAtAnyMomentHoldsOneCompleteFile(t *testing.T) {
	for n := 1; ; n++ {
		path := filepath.Join(t.TempDir(), "x.bundle")
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		calls := failing(t, n, true, errPulled)
		_, err := writeInThree(path)
		reached := *calls >= n
		disk = system
		if got := content(t, path); got != "old" && got != "new!ok" {
			t.Errorf("pulled at call %d: file holds %q", n, got)
		}
		if reached == (err == nil) {
			t.Errorf("pulled at call %d (reached: %v): error %v", n, reached, err)
		}
		if _, err := writeInThree(path); err != nil {
			t.Errorf("pulled at call %d: the next try fails: %v", n, err)
		}
		if list := names(t, filepath.Dir(path)); len(list) != 1 {
			t.Errorf("pulled at call %d: after the next try: %v", n, list)
		}
		if !reached {
			return
		}
	}
}

func TestADriveThatGivesBackOtherBytesIsNoticed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	disk.read = func(f *os.File, b []byte) (int, error) {
		n, err := f.Read(b)
		if n > 0 {
			b[n/2] ^= 4
		}
		return n, err
	}
	t.Cleanup(func() { disk = system })
	if _, err := Write(path, []byte("hello"), Options{}); !errors.Is(err, ErrAltered) {
		t.Errorf("error %v, want ErrAltered", err)
	}
	if list := names(t, filepath.Dir(path)); len(list) != 0 {
		t.Errorf("left behind: %v", list)
	}
}

func TestAnExistingFileStaysUnlessReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	if _, err := Write(path, []byte("first"), Options{}); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(path, []byte("second"), Options{}); !errors.Is(err, ErrExists) || content(t, path) != "first" {
		t.Errorf("error %v, content %q", err, content(t, path))
	}
	if _, err := WriteFunc(path, Options{}, func(io.Writer) error { t.Error("work was done for nothing"); return nil }); !errors.Is(err, ErrExists) {
		t.Errorf("error %v, want ErrExists", err)
	}
	if err := rename(path, path+"2", false); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(path, []byte("third"), Options{}); err != nil {
		t.Fatal(err)
	}
	if err := said("rename", rename(path, path+"2", false)); !errors.Is(err, ErrExists) || content(t, path+"2") != "first" {
		t.Errorf("a file that appeared meanwhile: error %v", err)
	}
	if _, err := Write(filepath.Dir(path), []byte("x"), Options{Replace: true}); !errors.Is(err, ErrExists) {
		t.Errorf("a folder as target: error %v", err)
	}
}

func TestASwallowedWriteErrorStillFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	disk.write = func(*os.File, []byte) (int, error) { return 0, syscall.ENOSPC }
	t.Cleanup(func() { disk = system })
	_, err := WriteFunc(path, Options{}, func(w io.Writer) error { _, _ = w.Write([]byte("x")); return nil })
	if !errors.Is(err, ErrNoSpace) {
		t.Errorf("error %v, want ErrNoSpace", err)
	}
}

func TestWhatFillSaysComesThrough(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	_, err := WriteFunc(path, Options{}, func(io.Writer) error { return errPulled })
	if !errors.Is(err, errPulled) || len(names(t, filepath.Dir(path))) != 0 {
		t.Errorf("error %v, left %v", err, names(t, filepath.Dir(path)))
	}
}

func TestTwiceTheSizeMustBeFree(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	t.Cleanup(func() { disk = system })
	for _, c := range []struct {
		free, total uint64
		want        error
	}{{19, 100, ErrNoSpace}, {20, 100, nil}, {0, 0, nil}} {
		disk.space = func(string) (uint64, uint64, error) { return c.free, c.total, nil }
		if _, err := Write(path, []byte("ten bytes!"), Options{Replace: true}); !errors.Is(err, c.want) {
			t.Errorf("%d of %d free: error %v, want %v", c.free, c.total, err, c.want)
		}
	}
}

func TestErrorsHaveAClassAndNoPath(t *testing.T) {
	for _, c := range []struct {
		no   syscall.Errno
		want error
	}{{syscall.ENOSPC, ErrNoSpace}, {syscall.EROFS, ErrReadOnly}, {syscall.EACCES, ErrReadOnly}, {syscall.EIO, ErrGone}, {syscall.EEXIST, ErrExists}} {
		err := said("write file", fmt.Errorf("deep: %w", &fs.PathError{Op: "write", Path: "/home/zhang-san", Err: c.no}))
		if !errors.Is(err, c.want) || !errors.Is(err, c.no) || strings.Contains(err.Error(), "zhang") {
			t.Errorf("%v: %v", c.no, err)
		}
	}
	if _, err := Write(filepath.Join(t.TempDir(), "none", "x"), nil, Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestRenameNeverTakesANameThatIsThere(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a": "first", "b": "second"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Rename(filepath.Join(dir, "a"), filepath.Join(dir, "b"), false); !errors.Is(err, ErrExists) || content(t, filepath.Join(dir, "b")) != "second" {
		t.Errorf("onto a file: %v", err)
	}
	if err := Rename(filepath.Join(dir, "a"), filepath.Join(dir, "c"), false); err != nil || content(t, filepath.Join(dir, "c")) != "first" {
		t.Errorf("to a new name: %v", err)
	}
	if err := Rename(filepath.Join(dir, "c"), filepath.Join(dir, "b"), true); err != nil || content(t, filepath.Join(dir, "b")) != "first" {
		t.Errorf("in the place of a file: %v", err)
	}
}

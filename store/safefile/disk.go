package safefile

import "os"

// steps are the calls to the system that can fail while a file is written.
type steps struct {
	space   func(dir string) (free, total uint64, err error)
	create  func(path string) (*os.File, error)
	write   func(f *os.File, b []byte) (int, error)
	sync    func(f *os.File) error
	close   func(f *os.File) error
	open    func(path string) (*os.File, error)
	read    func(f *os.File, b []byte) (int, error)
	rename  func(from, to string, replace bool) error
	syncDir func(dir string) error
	remove  func(path string) error
}

// disk is what Write uses; tests put failing calls in its place.
var disk = system

var system = steps{
	space: space,
	create: func(path string) (*os.File, error) {
		return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	},
	write:   (*os.File).Write,
	sync:    (*os.File).Sync,
	close:   (*os.File).Close,
	open:    os.Open,
	read:    (*os.File).Read,
	rename:  rename,
	syncDir: syncDir,
	remove:  os.Remove,
}

// Free returns the bytes that this user may still write in the folder.
func Free(dir string) (uint64, error) {
	free, _, err := disk.space(dir)
	return free, said("ask free space", err)
}

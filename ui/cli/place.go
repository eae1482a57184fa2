package cli

import (
	"fmt"
	"os"
	"syscall"

	"branchbook/ui/say"
)

// reads checks the files that a verb is about to read, before anything is done:
// they are files, not pipes, devices or folders, and -o is none of them. Empty
// paths are files that the call does not name.
func (c *call) reads(paths ...string) error {
	for _, path := range paths {
		if path == "" {
			continue
		}
		info, err := os.Stat(path)
		switch {
		case err != nil:
			return fmt.Errorf("read input: %w", err)
		case c.isOutput(info):
			return usage("-o 不能是这次要读的文件。")
		case info.IsDir():
			return fmt.Errorf("read input: %w", syscall.EISDIR)
		case !info.Mode().IsRegular():
			return say.ErrNotFile
		}
	}
	return nil
}

func (c *call) isOutput(input os.FileInfo) bool {
	if c.out == "" {
		return false
	}
	info, err := os.Stat(c.out)
	return err == nil && os.SameFile(info, input)
}

package cli

import (
	"path/filepath"

	"branchbook/store"
)

func runBackup(c *call) (result, error) {
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	if c.out == "" {
		return nil, usage("要写明备份文件：-o 文件。")
	}
	return c.with(func(s *store.Store) (result, error) {
		if err := s.BackupTo(c.out); err != nil {
			return nil, err
		}
		seq, head, err := s.Head()
		if err != nil {
			return nil, err
		}
		path, err := filepath.Abs(c.out)
		return made{facts{{"path", "备份文件", path}, {"seq", "备份到第几步", seq}, {"head", "核对码", head}, {"verified", "打开检验", passed(true)}}}, err
	})
}

func runRestore(c *call) (result, error) {
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	if err := c.reads(words[0]); err != nil {
		return nil, err
	}
	dir, err := c.dir()
	if err != nil {
		return nil, err
	}
	if err := store.Restore(dir, words[0], c.options()); err != nil {
		return nil, err
	}
	c.saved = true
	c.notes = append(c.notes, "已恢复。恢复后的台账算作新设备，下次上报时请告诉上级确认。")
	return c.with(showBranch)
}

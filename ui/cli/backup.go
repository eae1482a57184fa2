package cli

import (
	"io"
	"path/filepath"
	"strconv"

	"branchbook/store"
	"branchbook/ui/say"
)

func runBackup(c *call) (result, error) {
	list := c.flags.Bool("list", false, "列出程序自动做的备份，新的在前")
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	if *list {
		return c.with(func(s *store.Store) (result, error) {
			found, err := s.Backups()
			return backupList(append([]store.Backup{}, found...)), err
		})
	}
	if c.out == "" {
		return nil, usage("要写明备份文件：-o 文件；或用 --list 查看自动备份。")
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

type backupList []store.Backup

func (l backupList) text(w io.Writer) { grid(w, l.table()) }

func (l backupList) table() [][]string {
	rows := [][]string{{"序号", "时间", "原因", "文件"}}
	for _, b := range l {
		rows = append(rows, []string{strconv.Itoa(b.N), b.At.Format("2006-01-02 15:04"), say.Reason(b.Reason), b.Path})
	}
	return rows
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

package cli

import (
	"fmt"
	"io"
	"strconv"

	"branchbook/store"
	"branchbook/ui/say"
)

func runJournal(c *call) (result, error) {
	limit := c.flags.Int("limit", 50, "最多列出`几步`，0为全部")
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		list, err := s.Journal(*limit)
		return entryList(list), err
	})
}

type entryList []store.Entry

func (l entryList) text(w io.Writer) { grid(w, l.table()) }

func (l entryList) table() [][]string {
	rows := [][]string{{"步骤", "时间", "操作", "内容", "记录数", "状态"}}
	for _, e := range l {
		state := ""
		if e.Undone {
			state = "已撤销"
		}
		rows = append(rows, []string{strconv.FormatInt(e.Seq, 10), e.At.Format("2006-01-02 15:04"), entryWord(e), e.Note, fmt.Sprint(e.Count), state})
	}
	return rows
}

func entryWord(e store.Entry) string {
	if e.Undoes != 0 {
		return fmt.Sprintf("撤销第%d步", e.Undoes)
	}
	return say.Op(e.Op)
}

func runUndo(c *call) (result, error) {
	words, err := c.parse(0, 1)
	if err != nil {
		return nil, err
	}
	var seq int64
	if len(words) == 1 {
		if seq, err = strconv.ParseInt(words[0], 10, 64); err != nil || seq < 1 {
			return nil, usage("步骤号要写数字，可用 journal 查看。")
		}
	}
	return c.with(func(s *store.Store) (result, error) {
		e, done, err := s.Undo(seq)
		if err != nil {
			return nil, err
		}
		return facts{{"undone", "已撤销第几步", e.Seq}, {"op", "操作", say.Op(e.Op)}, {"note", "内容", e.Note}, {"seq", "本步", done.Seq}, {"records", "恢复记录", len(done.Refs)}}, nil
	})
}

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
		return append(entryList{}, list...), err
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
		return &undoResult{e.Seq, e.Op, e.Note, done.Seq, len(done.Refs), entryWord(e)}, nil
	})
}

// undoResult is what an undo did.
type undoResult struct {
	Undone  int64    `json:"undone"` // the step that no longer holds
	Op      store.Op `json:"op"`
	Note    string   `json:"note"`
	Seq     int64    `json:"seq"` // the step of the undo itself
	Records int      `json:"records"`
	word    string
}

func (r *undoResult) text(w io.Writer) {
	fmt.Fprintf(w, "已撤销第%d步（%s %s），恢复%d条记录。\n", r.Undone, r.word, r.Note, r.Records)
	fmt.Fprintf(w, "如撤销错了：branchbook undo %d\n", r.Seq)
}

func (r *undoResult) table() [][]string {
	return [][]string{{"撤销的步骤", "操作", "内容", "本步", "记录数"}, {fmt.Sprint(r.Undone), r.word, r.Note, fmt.Sprint(r.Seq), fmt.Sprint(r.Records)}}
}

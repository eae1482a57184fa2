package ui

import (
	"fmt"
	"strconv"
	"time"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/say"
)

// journalRow is one operation.
type journalRow struct {
	seq    int64
	at     time.Time
	what   string // the operation, and what it took back
	note   string // what it was about
	count  int
	undone bool
	again  bool // an undo: taking it back does the thing again
	fixed  bool // nothing takes it back
	newest bool // the newest that stands
}

// loadJournal lists all operations, the newest first.
func loadJournal(b *Book) ([]journalRow, error) {
	list, err := b.Store.Journal(0)
	if err != nil {
		return nil, err
	}
	ops := make(map[int64]store.Entry, len(list))
	for _, e := range list {
		ops[e.Seq] = e
	}
	rows := make([]journalRow, 0, len(list))
	newest := true
	for _, e := range list {
		r := journalRow{seq: e.Seq, at: e.At, what: opWords(e, ops), note: e.Note, count: e.Count, undone: e.Undone, again: e.Undoes != 0, fixed: e.Op == store.OpInit}
		if r.note == "" {
			r.note = ops[e.Undoes].Note
		}
		if !e.Undone && newest {
			r.newest, newest = true, false
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// opWords names an operation: an undo by what it took back.
func opWords(e store.Entry, ops map[int64]store.Entry) string {
	if e.Undoes == 0 {
		return say.Op(e.Op)
	}
	back, ok := ops[e.Undoes]
	switch {
	case !ok:
		return fmt.Sprintf("撤销第%d步", e.Undoes)
	case back.Undoes != 0:
		if first, ok := ops[back.Undoes]; ok {
			return "恢复：" + say.Op(first.Op)
		}
		return fmt.Sprintf("恢复第%d步", back.Undoes)
	}
	return "撤销：" + say.Op(back.Op)
}

// can tells whether the operation may be taken back.
func (r *journalRow) can() bool { return !r.undone && !r.fixed }

// verb is what taking it back is called.
func (r *journalRow) verb() string {
	if r.again {
		return "恢复"
	}
	return "撤销"
}

// state says what became of it.
func (r *journalRow) state() string {
	switch {
	case r.undone:
		return "已撤销"
	case r.fixed:
		return "不能撤销"
	}
	return ""
}

func (r *journalRow) when() string {
	return org.DateOf(r.at.Local()).Chinese() + r.at.Local().Format(" 15:04")
}

// title is what is asked before it is taken back.
func (r *journalRow) title() string {
	return r.verb() + "第" + strconv.FormatInt(r.seq, 10) + "步？"
}

// words tell what would be taken back.
func (r *journalRow) words() string {
	text := r.when() + " " + r.what
	if r.note != "" {
		text += "（" + r.note + "）"
	}
	return fmt.Sprintf("%s，共 %d 条记录。只动这一步的内容，后来做的都不变；%s之后还可以再改回来。", text, r.count, r.verb())
}

package ui

import (
	"strings"
	"testing"

	"branchbook/store"
	"branchbook/store/org"
)

// rename saves another name of the branch, as a change that can be taken back.
func rename(w *Window, name string) {
	w.act("改名："+name, func(b *Book) (store.Changed, error) {
		br, err := b.Store.Branch()
		if err != nil {
			return store.Changed{}, err
		}
		to := *br
		to.Name = name
		return b.Store.SetBranch(&to)
	}, nil)
}

func branchName(t *testing.T, b *Book) string {
	t.Helper()
	br, err := b.Store.Branch()
	if err != nil {
		t.Fatal(err)
	}
	return br.Name
}

func TestWhatWasTakenBackComesAgainByTheKeyboard(t *testing.T) {
	b := emptyBook(t)
	w := openWindow(t, b)
	rename(w, "甲支部")
	rename(w, "乙支部")
	is := func(want string) {
		t.Helper()
		if got := branchName(t, b); got != want {
			t.Errorf("the branch is called %s, want %s", got, want)
		}
	}
	w.takeBack()
	is("甲支部")
	w.frame.toast.Dismiss() // 恢复 has gone
	w.redo()
	is("乙支部")
	w.redo() // nothing more
	is("乙支部")
	w.takeBack()
	w.takeBack() // the line offers 恢复
	is("乙支部")
	w.redo()
	is("乙支部")
	w.frame.toast.Dismiss()
	w.takeBack()
	rename(w, "丙支部")
	w.redo() // something was changed since
	is("丙支部")
}

func TestALineOfWhatWasDoneDoesNotFollow(t *testing.T) {
	w := openWindow(t, demoBook(t, 8))
	rename(w, "甲支部")
	if !strings.Contains(w.frame.toast.Words(), "改名") {
		t.Fatalf("the line says %q", w.frame.toast.Words())
	}
	w.addPerson()
	if got := w.frame.toast.Words(); got != "" {
		t.Errorf("over another form it says %q", got)
	}
	rename(w, "乙支部")
	s := formOf(t, w, map[string]string{"name": "王"})
	w.frame.look()
	if got := w.frame.toast.Words(); got != "" {
		t.Errorf("after the first key it says %q", got)
	}
	if !strings.HasPrefix(w.frame.status.Text, "还没有保存") {
		t.Errorf("with words in the form the status is %q", w.frame.status.Text)
	}
	s.passing = true
	w.open(atHome)
	w.frame.look()
	if !strings.HasPrefix(w.frame.status.Text, "已自动保存") {
		t.Errorf("without a form the status is %q", w.frame.status.Text)
	}
}

func TestADayThatIsHalfTypedIsNotReadForTheStatus(t *testing.T) {
	w := openWindow(t, demoBook(t, 8))
	w.record(wanted{kind: org.ThemeDay})
	s := w.now.(*record)
	s.form.focus("date")
	h := &hand{t: t, w: w}
	h.typed("1")
	w.frame.look()
	if !w.frame.draft || s.form.form.FaultOf("date") != "" {
		t.Errorf("not saved %v, fault %q", w.frame.draft, s.form.form.FaultOf("date"))
	}
}

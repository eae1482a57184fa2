//go:build story

package story

import (
	"os"
	"strings"
	"testing"
)

// readyBranch makes the branch of the main story by the verbs, in the user's own
// data folder.
func (d *desk) readyBranch() {
	d.t.Helper()
	d.verb("init", "--name", branchName, "--code", "990-0001", "--kind", "村", "--group", "第一党小组", "--group", "第二党小组")
}

func TestWhatWasDoneIsTakenBack(t *testing.T) {
	d := newDesk(t)
	d.readyBranch()
	roster := d.roster()
	d.start("先登记党员")

	// An import goes by 撤销 and comes back by Ctrl+Y.
	d.importRoster(roster)
	d.click("撤销")
	d.see("已撤销：导入花名册")
	d.keys("alt+3")
	d.see("还没有党员")
	d.picture("import-undone")
	d.keys("ctrl+y")
	d.see("全部在册 8")

	// A record goes by Ctrl+Z.
	d.keys("ctrl+n")
	d.fill("主题", theme)
	d.keys("ctrl+s")
	d.see("已保存：" + theme)
	d.keys("ctrl+z")
	d.see("已撤销：记一次活动")
	d.titled("党员") // from where the record was begun
	d.keys("alt+2")
	d.titled("活动")
	d.see("还没有")
	d.gone(theme)
	d.picture("record-undone")

	// What is typed and not saved is asked about.
	d.keys("ctrl+n")
	d.fill("主题", "学了一半")
	d.keys("alt+1")
	d.see("这次活动还没有保存")
	d.picture("asked")
	d.click("继续填写")
	d.holdsAt("主题", "学了一半")
	d.keys("alt+1")
	d.click("不保存，离开")
	d.titled("首页")
	d.quit()

	if out := d.verb("person", "list", "--format", "csv"); strings.Count(out, "\n") != 9 {
		t.Errorf("the file has not 8 people:\n%s", out)
	}
	if out := d.verb("activity", "list", "--format", "csv"); strings.Count(out, "\n") != 1 {
		t.Errorf("the file still has activities:\n%s", out)
	}
}

func TestADemoIsLeftAgain(t *testing.T) {
	d := newDesk(t)
	d.start("新建支部")
	d.click("看演示支部")
	d.see("演示：人员全部虚构", "还差什么")
	if len(d.files(d.dir("tmp"), "/branchbook.db")) != 1 {
		t.Error("the demo has no file where one was looked for")
	}
	d.picture("demo")
	d.click("结束演示")
	d.see("填支部名称和类型，两三分钟")
	if left, err := os.ReadDir(d.dir("tmp")); err != nil || len(left) != 0 {
		t.Errorf("the demo has left %v, %v", left, err)
	}
	d.quit()
}

//go:build story

package story

import (
	"math"
	"path/filepath"
	"testing"
)

// The branch of the main story.
const (
	branchName = "柳溪村党支部"
	superior   = "柳溪镇党委"
	theme      = "学习党章"
	place      = "村委会二楼"
	basis      = "柳镇委〔2024〕3号"
	said       = "学习第一章；讨论防汛值班。"
)

// The main story: a new branch, its roster, two posts, a 主题党日 with three who
// were not there, and a bundle for the level above, which holds what the verbs
// would have put into it.
func TestFromAnEmptyComputerToABundle(t *testing.T) {
	d := newDesk(t)
	roster := d.roster()
	card, identity := d.card(superior)

	d.start("新建支部")
	d.picture("first")
	d.newBranch()
	d.importRoster(roster)
	d.click("去看党员")
	d.see("全部在册 8")
	d.givePost("王建", "wj", "书记", "2024-3-10", basis)
	d.givePost("李红", "lh", "副书记", "2024-3-10", "")
	d.recordThemeDay()
	d.hoursAndHomeShowIt()
	bundle := d.handIn(card)
	d.quit()

	d.verify(bundle, identity)
	same(t, d.read(bundle, identity), d.read(d.byVerbs(roster, card), identity))
}

func (d *desk) newBranch() {
	d.t.Helper()
	d.keys("Return") // the first button has the focus
	d.see("以后都能在“设置”里改")
	d.fill("支部名称", branchName)
	d.choose("类型", "村")
	d.fill("编码", "990-0001")
	d.fill("上级党组织", superior)
	d.fill("本届任期开始", "2024-3-10")
	d.keys("Tab")
	d.see("2024年3月10日")
	d.click("加一个党小组")
	d.see("第一党小组")
	d.click("加一个党小组")
	d.see("第二党小组")
	d.picture("branch")
	d.click("新建支部")
	d.see("支部建好了")
}

func (d *desk) importRoster(roster string) {
	d.t.Helper()
	d.click("导入花名册")
	d.click("选花名册文件")
	d.chooseFile(roster)
	d.see("导入 8 人")
	d.picture("roster")
	d.click("导入 8 人")
	d.see("导入好了", "新增 8 人")
}

// chooseFile pastes a path into the chooser's only field.
func (d *desk) chooseFile(path string) {
	d.t.Helper()
	d.see("上一级")
	for _, s := range d.screen() {
		if s.isField() {
			d.clickAt(s.X+12, s.Y+s.H/2)
		}
	}
	d.keys("ctrl+a")
	d.paste(path)
	d.keys("Return")
}

// givePost opens somebody's page by initials and registers a post.
func (d *desk) givePost(name, initials, post, day, basis string) {
	d.t.Helper()
	d.keys("ctrl+f")
	d.letters(initials)
	d.keys("Return")
	d.see("登记变动", name)
	d.click("登记变动")
	d.click("开始担任职务")
	d.choose("职务", post)
	d.fill("任职日期（批复日期）", day)
	if basis != "" {
		d.fill("依据（批复、文号）", basis)
	}
	d.picture("post")
	d.click("保存")
	d.see("已登记：" + name)
}

// recordThemeDay types the title through the input method, and the times and the
// absent by the keyboard alone.
func (d *desk) recordThemeDay() {
	d.t.Helper()
	d.copied("不是从这里来的") // so that nothing but the input method can have made the title
	d.keys("ctrl+n")
	d.see("主题")
	d.pinyin("xuexi", "dangzhang")
	d.holds(theme)
	d.keys("Tab") // past the day, which is today
	d.keys("Tab")
	d.letters("900")
	d.keys("Tab")
	d.letters("1100")
	d.keys("Tab")
	d.write(place)
	d.fill("记录人", "李红")
	d.fill("内容", said)
	d.click("佩戴党员徽章")
	d.click("重温入党誓词")
	d.absent()
	d.picture("record")
	d.keys("ctrl+s")
	d.see("已保存：" + theme)
	d.picture("recorded")
}

// absent goes to people by their initials: Enter leads on to the next state. Who
// was touched last can be said more of.
func (d *desk) absent() {
	d.t.Helper()
	d.into("姓名、首字母")
	d.letters("lh")
	d.keys("Return")
	d.see("请假 1")
	d.letters("zm") // the sheet passes letters on
	d.keys("Return")
	d.letters("zm")
	d.keys("Return")
	d.see("请假 1", "缺席 1")
	d.letters("sm")
	d.keys("Return")
	d.click("病假")
	d.see("请假·病假", "应到 8", "实到 5", "请假 2", "缺席 1", "本次计 2 学时")
}

func (d *desk) hoursAndHomeShowIt() {
	d.t.Helper()
	d.keys("alt+4")
	d.see("应修")
	for name, hours := range map[string]string{"王建": "2", "李红": "0", "张伟（第一党小组）": "2", "赵敏": "0", "孙明": "0", "刘远": "2"} {
		d.seeInRow(name, hours)
	}
	d.picture("hours")
	d.keys("alt+1")
	d.see("还差什么")
	d.seeInRow("主题党日", "✓")
	d.picture("home")
}

// seeInRow waits until two words stand on one line.
func (d *desk) seeInRow(name, words string) {
	d.t.Helper()
	d.wait(name+" without "+words, func(list []shown) bool {
		line := find(list, name)
		for i := range list {
			if s := &list[i]; line != nil && s.Text == words && math.Abs(s.Y+s.H/2-line.Y-line.H/2) < 8 {
				return true
			}
		}
		return false
	})
}

// handIn takes the card, chooses a folder and exports. It returns the bundle.
func (d *desk) handIn(card string) string {
	d.t.Helper()
	stick := d.dir("交给镇里")
	d.keys("alt+5")
	d.click("选收件名片")
	d.chooseFile(card)
	d.see("请打电话和对方核对这六组数字")
	d.picture("card")
	d.click("核对一致，使用")
	d.click("写到别的文件夹")
	d.chooseFile(stick)
	d.click("用“交给镇里”")
	d.click("导出上报包")
	d.see("第 1 次已写好")
	d.picture("handed-in")
	for _, ending := range []string{".bundle", "-封面.pdf", "-学时统计表.xlsx"} {
		if len(d.files(stick, ending)) != 1 {
			d.t.Errorf("no file %s was written", ending)
		}
	}
	return d.files(stick, ".bundle")[0]
}

func (d *desk) files(dir, ending string) []string {
	list, err := filepath.Glob(filepath.Join(dir, "*"+ending))
	d.must(err)
	return list
}

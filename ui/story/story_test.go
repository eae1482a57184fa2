//go:build story

package story

import (
	"path/filepath"
	"testing"
)

// The branch of the main story.
const (
	branchName = "柳溪村党支部"
	superior   = "柳溪镇党委"
	theme      = "学习党章"
	place      = "村委会二楼"
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
	d.givePost("王建", "wj", "书记", "2024-3-10", "柳镇委〔2024〕3号")
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
	d.click("去登记职务")
	d.see("全部在册 8")
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
	d.click("徽章")
	d.click("誓词")
	d.picture("record")
	d.keys("ctrl+s")
	d.see("已保存“" + theme + "”")
	d.picture("recorded")
}

func (d *desk) hoursAndHomeShowIt() {
	d.t.Helper()
	d.keys("alt+4")
	d.see("应修")
	d.picture("hours")
	d.keys("alt+1")
	d.see("还差什么")
	d.picture("home")
}

func (d *desk) handIn(card string) string {
	d.t.Helper()
	d.keys("alt+5")
	d.click("选收件名片")
	d.chooseFile(card)
	d.click("核对一致，使用")
	d.click("写到别的文件夹")
	d.chooseFile(filepath.Dir(card))
	d.picture("folder")
	d.click("导出上报包")
	d.see("第 1 次已写好")
	d.picture("handed-in")
	return ""
}

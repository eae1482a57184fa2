package say

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"syscall"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/store/safefile"
	"branchbook/ui/start"
)

// Said is a sentence and the next step.
type Said struct {
	What string `json:"error"`
	Next string `json:"next"`
}

// Plain leaves out the verbs of the command line, which stand in brackets, for
// people who sit at the window.
func (s Said) Plain() Said {
	return Said{verbs.ReplaceAllString(s.What, ""), verbs.ReplaceAllString(s.Next, "")}
}

var verbs = regexp.MustCompile(`（[a-z-][a-z -]*）`)

// String joins the two for a line of text.
func (s Said) String() string { return s.What + s.Next }

// Error says what went wrong and what to do next. It is never empty.
func Error(err error) Said {
	if errors.Is(err, ErrNotShown) { // whatever kept it from being shown
		return Said{"内容已经保存，只是结果没有写成文件；请不要再登记一遍。", "可以在操作记录里查看刚才那一步（journal）。"}
	}
	for _, say := range []func(error) (Said, bool){fileError, accessError, undoError, factError, bundleError, sheetError, nameError, packError, closingError, activityFileError, valueError} {
		if s, ok := say(err); ok {
			return s
		}
	}
	for _, known := range sentences {
		if errors.Is(err, known.err) {
			return known.said
		}
	}
	return Said{"操作没有完成，原有数据没有改变。", "请再试一次；仍不行时，请把程序版本和刚才的操作告诉维护人员。"}
}

// sentences are for errors that need nothing filled in. The first that matches
// wins, so what is special stands before what is general.
var sentences = []struct {
	err  error
	said Said
}{
	{store.ErrNoBranch, Said{"这个文件夹里还没有支部台账。", "请先新建支部（init），或从备份恢复（restore）。"}},
	{store.ErrExists, Said{"这个文件夹里已经有一个支部台账，没有改动。", "请换一个文件夹（--data），或直接使用已有的台账。"}},
	{store.ErrForeign, Said{"这不是支部台账的数据文件，没有改动。", "请检查文件夹或文件是否选错。"}},
	{store.ErrDiskFull, Said{"磁盘空间不足，这次没有保存，原有数据完好。", "请清理磁盘或换一个位置，再做一次。"}},
	{safefile.ErrNoSpace, Said{"磁盘空间不足，文件没有写成，原有数据完好。", "请清理磁盘或换一个位置，再做一次。"}},
	{store.ErrReadOnly, Said{"这个文件夹不能写入，没有改动。", "请检查文件夹权限，或把数据放到自己的用户文件夹。"}},
	{safefile.ErrReadOnly, Said{"这个位置不能写入，文件没有写成。", "请检查写保护和权限，或换一个位置。"}},
	{safefile.ErrAltered, Said{"写到盘上的内容读回来不一样，文件已作废。", "这个U盘可能已坏，请换一个U盘再做一次。"}},
	{safefile.ErrGone, Said{"写到一半时盘不见了或读写出错，文件没有写成。", "请重新插好U盘，再做一次。"}},
	{safefile.ErrExists, Said{"同名文件已经存在，没有覆盖。", "请换一个文件名，或先把原来的文件移走。"}},
	{ErrCancelled, Said{"这次活动已经取消过了。", "要恢复的话，请撤销取消的那一步（undo）。"}},
	{ErrNotHeld, Said{"只有已开展的活动才核对应到，没有改动。", "请核对活动的状态（activity list）。"}},
	{ErrReadingTwice, Said{"这一年的必读书目里已有这个题目，没有再加。", "请查看清单（reading list）。"}},
	{ErrNoReading, Said{"必读书目里没有这个编号或题目。", "题目要与书目里写的完全一样，可先看清单（reading list）。"}},
	{ErrRowsLeft, Said{"有的行没有导入，原因已逐行列出。", "请改好表格，再导入一次；已经导入的行不会重复。"}},
	{ErrNotFile, Said{"这不是普通文件，没有读取。", "请核对文件是否选错。"}},
	{ErrNoHome, Said{"不知道数据该放在哪里。", "请写明数据文件夹（--data）。"}},
	{ErrNoFolder, Said{"放结果的文件夹不存在，什么也没有做。", "请核对 -o 后面的位置，或先建好文件夹。"}},
	{store.ErrOpenCopy, Said{"这个备份旁边还有没写完的日志，直接恢复会丢掉最后几步，没有恢复。", "请在它原来的文件夹里打开一次再做备份，或换一份备份。"}},
	{store.ErrInside, Said{"这个位置在数据文件夹里，那里只放台账自己的文件，没有写。", "请换一个文件夹。"}},
	{store.ErrFounding, Said{"新建支部这一步不能撤销。", "支部资料可以用 branch set 更正。"}},
	{store.ErrNothingToUndo, Said{"没有可以撤销的操作。", "可以查看操作记录（journal）。"}},
	{store.ErrClosed, Said{"支部文件已经关上了。", "请关掉窗口，重新打开程序。"}},
	{store.ErrTooLate, Said{"这一步已经撤销过了。", "可以查看操作记录（journal）；撤销那一步“撤销”就能恢复。"}},
	{store.ErrPurged, Said{"这一步的原内容已经清理，不能撤销。", "请手工更正，或从备份恢复。"}},
	{org.ErrNotFound, Said{"没有找到这条记录。", "请核对名称或编号，可先看清单（list）。"}},
	{start.ErrNoProgram, Said{"这台电脑上没有能打开这种文件的程序。", "请先装好 WPS 一类的办公软件或 PDF 阅读软件，也可以把文件拷到别的电脑上看。"}},
	{start.ErrNoDisplay, Said{"没有屏幕可以显示窗口。", "请在电脑的桌面上打开本程序；在终端里可以用命令，见 branchbook --help。"}},
	{start.ErrNoOpenGL, Said{"这台电脑的显卡驱动太旧或没有装好，窗口打不开，台账数据没有改变。", "请装好显卡驱动、重启电脑再打开；正用远程桌面的，请到电脑前打开。还是不行，请找维护人员换用带 softgl 文件夹的版本。"}},
	{syscall.EISDIR, Said{"这是一个文件夹，不是文件。", "请写明里面的哪个文件。"}},
	{syscall.ENOTDIR, Said{"这个位置上是一个文件，不是文件夹。", "请核对文件夹的写法，或换一个文件夹。"}},
	{fs.ErrNotExist, Said{"没有找到这个文件。", "请核对文件名和所在的文件夹。"}},
	{fs.ErrExist, Said{"同名文件已经存在，没有覆盖。", "请换一个文件名，或先把原来的文件移走。"}},
	{fs.ErrPermission, Said{"没有权限读写这个文件。", "请检查文件权限，或换一个位置。"}},
}

func fileError(err error) (Said, bool) {
	var busy *store.Busy
	var newer *store.Newer
	var damaged *store.Damaged
	var place *store.BadPlace
	var missed *store.NoBackup
	switch {
	case errors.As(err, &missed):
		return Said{"内容已经保存，只是随后的备份没有做成。", "请清理磁盘或检查数据文件夹的权限，再备份一次（backup）。"}, true
	case errors.As(err, &busy):
		return Said{busyText(busy.Owner), "请先在那里关闭，再做一次。"}, true
	case errors.As(err, &newer):
		return Said{fmt.Sprintf("数据文件由更新版本的程序写成（第%d版，本程序只认到第%d版），没有改动。", newer.File, newer.Program), "请换用新版程序打开。"}, true
	case errors.As(err, &damaged):
		return Said{"数据文件已损坏，没有改动。", damagedNext(damaged.Backup)}, true
	case errors.As(err, &place):
		if place.Network {
			return Said{"数据文件夹在网络盘上，网络一断就可能损坏，没有打开。", "请把数据放到本机硬盘。"}, true
		}
		return Said{"数据文件夹在U盘上，拔出时容易损坏，没有打开。", "请把数据放到本机硬盘，U盘只放上报包和备份。"}, true
	}
	return Said{}, false
}

func busyText(o store.Owner) string {
	if o.PID == 0 {
		return "支部台账正在别处打开。"
	}
	what := "命令"
	if o.Program == "window" {
		what = "窗口"
	}
	return fmt.Sprintf("支部台账正由另一个%s打开（计算机%s，进程%d，%s开始）。", what, o.Host, o.PID, o.Since.Format("15:04"))
}

func damagedNext(backup string) string {
	if backup == "" {
		return "请不要再写入这个文件夹，找一份以前的备份来恢复（restore）。"
	}
	return "请从最近一份完好的备份恢复（restore）：" + backup
}

func accessError(err error) (Said, bool) {
	var conflict *store.Conflict
	var inUse *store.InUse
	switch {
	case errors.As(err, &conflict):
		return Said{"这条记录在您打开之后又被改过，没有保存。", "请重新打开这条记录再改。"}, true
	case errors.As(err, &inUse):
		return Said{"还有别的记录用到它，不能去掉。", "请改为停用，或先更正用到它的记录。"}, true
	}
	return Said{}, false
}

func undoError(err error) (Said, bool) {
	var touched *store.Touched
	if !errors.As(err, &touched) {
		return Said{}, false
	}
	e := touched.By
	return Said{fmt.Sprintf("不能撤销：后来的第%d步（%s%s）又改动或用到了这里的记录。", e.Seq, Op(e.Op), quoted(e.Note)),
		fmt.Sprintf("请先撤销第%d步，或直接更正。", e.Seq)}, true
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}

func valueError(err error) (Said, bool) {
	var inv *org.Invalid
	if !errors.As(err, &inv) {
		return Said{}, false
	}
	said := Said{fmt.Sprintf("“%s”%s，没有保存。", Field(inv.Field), Why(inv.Why)), "请改正后再做一次。"}
	switch list := choices(inv.Field); {
	case inv.Why == org.WhyChoice && len(list) > 0:
		said.Next = "可填：" + strings.Join(list, "、") + "。"
	case inv.Why == org.WhyDate:
		said.Next = "日期要写成 2026-03-10 的样子。"
	case inv.Why == org.WhyNumber && strings.HasSuffix(inv.Field, ".yes"):
		said.Next = "赞成、反对、弃权合计不能多于实到人数加书面意见，实到不能多于应到。"
	case inv.Why == org.WhyNumber && strings.HasSuffix(inv.Field, ".election"):
		said.Next = "发出的选票不能多于实到人数，收回的不能多于发出的，有效的不能多于收回的；应选至少1人。"
	case inv.Why == org.WhyNumber && strings.HasPrefix(inv.Field, "person[") && strings.HasSuffix(inv.Field, ".minutes"):
		said.Next = "个人参加的分钟数不能多于那个环节的时长（不含休息）。"
	case inv.Why == org.WhyEmpty && strings.HasPrefix(inv.Field, "person[") && strings.HasSuffix(inv.Field, ".part"):
		said.Next = "活动有几个环节时，写了分钟数就要用 part 写明是哪个环节。"
	case inv.Why == org.WhyNumber && strings.HasSuffix(inv.Field, ".ballots"):
		said.Next = "各等次的票数合计不能多于收回的票数（--ballots），都不能是负数。"
	case inv.Why == org.WhyNumber && strings.HasSuffix(inv.Field, ".month"):
		said.Next = "月份写1到12；没有定在哪个月的写0或者不写。"
	case inv.Field == "for_activity" && inv.Why == org.WhyChoice:
		said.Next = "活动不能补自己，请写所补的那次活动的编号。"
	case inv.Why == org.WhyOverlap:
		said.Next = "请核对日期，或先登记前一段的结束（fact end）。"
	case inv.Why == org.WhyTime:
		said.Next = "时间要写成 9:00 的样子。"
	case inv.Why == org.WhyChecksum:
		said.Next = "请核对身份证；核对无误的，可以照录（--id-odd）。"
	}
	return said, true
}

package say

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/bundle"
	"branchbook/store/closed"
	"branchbook/store/match"
	"branchbook/store/org"
	"branchbook/store/safefile"
	"branchbook/store/sheet"
	"branchbook/ui/start"
)

// exported is every error that a package can hand out, by the name that the
// source gives it.
var exported = map[string]error{
	"store.ErrNoBranch": store.ErrNoBranch, "store.ErrExists": store.ErrExists, "store.ErrForeign": store.ErrForeign, "store.ErrDiskFull": store.ErrDiskFull,
	"store.ErrReadOnly": store.ErrReadOnly, "store.ErrNothingToUndo": store.ErrNothingToUndo, "store.ErrFounding": store.ErrFounding, "store.ErrOpenCopy": store.ErrOpenCopy, "store.ErrInside": store.ErrInside, "store.ErrPurged": store.ErrPurged, "store.ErrTooLate": store.ErrTooLate, "store.ErrClosed": store.ErrClosed,
	"store.Busy": &store.Busy{Owner: store.Owner{PID: 7, Host: "甲", Program: "window", Since: time.Unix(0, 0)}}, "store.Newer": &store.Newer{File: 9, Program: 1},
	"store.Damaged": &store.Damaged{What: "header", Err: errors.New("x")}, "store.BadPlace": &store.BadPlace{Network: true}, "store.Conflict": &store.Conflict{},
	"store.NoBackup": &store.NoBackup{Err: store.ErrDiskFull}, "store.Touched": &store.Touched{By: store.Entry{Seq: 3, Op: store.OpRecord}}, "store.InUse": &store.InUse{},

	"bundle.ErrNotABundle": bundle.ErrNotABundle, "bundle.ErrAltered": bundle.ErrAltered, "bundle.ErrNotForUs": bundle.ErrNotForUs,
	"bundle.ErrNewerFormat": bundle.ErrNewerFormat, "bundle.ErrTooLarge": bundle.ErrTooLarge, "bundle.ErrBadSignature": bundle.ErrBadSignature,
	"bundle.Fault": &bundle.Fault{Where: "sequence", Why: bundle.WhyValue},

	"sheet.ErrEmpty": sheet.ErrEmpty, "sheet.ErrTooLarge": sheet.ErrTooLarge, "sheet.ErrOldXLS": sheet.ErrOldXLS, "sheet.ErrEncrypted": sheet.ErrEncrypted,
	"sheet.ErrHTML": sheet.ErrHTML, "sheet.ErrNotSheet": sheet.ErrNotSheet, "sheet.ErrBroken": sheet.ErrBroken, "sheet.ErrNoHeader": sheet.ErrNoHeader, "sheet.ErrNoSheet": sheet.ErrNoSheet,
	"sheet.ErrDateUnread": sheet.ErrDateUnread, "sheet.ErrDateNone": sheet.ErrDateNone, "sheet.ErrMonthDouble": sheet.ErrMonthDouble,

	"safefile.ErrExists": safefile.ErrExists, "safefile.ErrNoSpace": safefile.ErrNoSpace, "safefile.ErrReadOnly": safefile.ErrReadOnly,
	"safefile.ErrGone": safefile.ErrGone, "safefile.ErrAltered": safefile.ErrAltered,

	"start.ErrNoProgram": start.ErrNoProgram, "start.ErrNoDisplay": start.ErrNoDisplay, "start.ErrNoOpenGL": start.ErrNoOpenGL,

	"match.ErrNoSuch": match.ErrNoSuch, "match.Ambiguous": &match.Ambiguous{Candidates: make([]org.PersonID, 2)},
	"match.Left": &match.Left{Since: org.NewDate(2025, 1, 1)}, "match.NotYet": &match.NotYet{From: org.NewDate(2025, 1, 1)},

	"rules.Fault": &rules.Fault{File: "a.toml", Line: 3, Key: "rule[0].id", Why: rules.FaultUnknown},

	"rules.NotOver": &rules.NotOver{Year: 2026, Last: org.NewDate(2026, 12, 31)}, "closed.Question": &closed.Question{},

	"org.ErrNotFound": org.ErrNotFound, "org.Invalid": &org.Invalid{Field: "born", Why: org.WhyDate}, "org.FactFault": &org.FactFault{Why: org.FactNone},
}

func TestEveryErrorHasASentenceOfItsOwn(t *testing.T) {
	common := Error(errors.New("something unheard of"))
	said := map[Said]string{}
	for name, err := range exported {
		got := Error(fmt.Errorf("do a thing: %w", err))
		switch other, twice := said[got]; {
		case got == common:
			t.Errorf("%s has no sentence", name)
		case twice:
			t.Errorf("%s and %s say the same: %s", name, other, got)
		case !startsChinese(got.What) || !startsChinese(got.Next) || !strings.HasSuffix(got.What, "。") || !strings.HasSuffix(got.Next, "。") && !strings.Contains(got.Next, "restore "):
			t.Errorf("%s: %q / %q", name, got.What, got.Next)
		}
		said[got] = name
	}
}

// TestNoErrorIsLeftOut reads the sources, so that whoever adds an error learns
// that it needs a sentence.
func TestNoErrorIsLeftOut(t *testing.T) {
	var found []string
	for pkg, dir := range map[string]string{"store": "../../store", "bundle": "../../store/bundle", "sheet": "../../store/sheet",
		"safefile": "../../store/safefile", "match": "../../store/match", "rules": "../../rules", "org": "../../store/org", "start": "../start", "closed": "../../store/closed"} {
		found = append(found, errorsOf(t, pkg, dir)...)
	}
	for _, name := range found {
		if _, ok := exported[name]; !ok {
			t.Errorf("%s is not among the errors that have sentences", name)
		}
	}
	for name := range exported {
		if !slices.Contains(found, name) {
			t.Errorf("%s is not in the sources any more", name)
		}
	}
}

// errorsOf lists the exported Err… variables and the exported types with an
// Error method of a package.
func errorsOf(t *testing.T, pkg, dir string) (out []string) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no sources of %s: %v", pkg, err)
	}
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		if file.Name.Name == pkg && !strings.HasSuffix(path, "_test.go") {
			out = append(out, errorsIn(pkg, file)...)
		}
	}
	return out
}

func errorsIn(pkg string, file *ast.File) (out []string) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Name.Name == "Error" && n.Recv != nil {
				if star, ok := n.Recv.List[0].Type.(*ast.StarExpr); ok && ast.IsExported(star.X.(*ast.Ident).Name) {
					out = append(out, pkg+"."+star.X.(*ast.Ident).Name)
				}
			}
			return false
		case *ast.ValueSpec:
			for _, name := range n.Names {
				if rest, ok := strings.CutPrefix(name.Name, "Err"); ok && ast.IsExported(rest) {
					out = append(out, pkg+"."+name.Name)
				}
			}
		}
		return true
	})
	return out
}

func TestEveryReasonHasWords(t *testing.T) {
	for _, w := range []org.Why{org.WhyEmpty, org.WhyLong, org.WhyControl, org.WhyUTF8, org.WhyDate, org.WhyTime, org.WhyNumber, org.WhyChoice,
		org.WhyOrder, org.WhyOverlap, org.WhyTwice, org.WhyUnknown, org.WhyChecksum} {
		if _, ok := whys[w]; !ok {
			t.Errorf("no words for %s", w)
		}
	}
	for why, said := range factFaults {
		if got := Error(&org.FactFault{Why: why}); got != said || !startsChinese(said.What) || !startsChinese(said.Next) {
			t.Errorf("%s: %v", why, got)
		}
	}
	for name, err := range map[string]error{"card": ErrCentralPack, "shipped": ErrShippedPack, "taken": &PackTaken{"甲"}, "rule": ErrNoRule, "passphrase": ErrShortPassphrase, "cancelled": ErrCancelled, "not held": ErrNotHeld, "folder": ErrNoFolder,
		"shown": ErrNotShown, "rows": ErrRowsLeft, "pipe": ErrNotFile, "home": ErrNoHome, "year": ErrNotClosed, "reading": ErrReadingTwice, "no reading": ErrNoReading} {
		if got := Error(err); got == Error(errors.New("x")) {
			t.Errorf("%s has no sentence", name)
		}
	}
}

// TestChoicesAreNamed: a word that is not on a list is answered with the list.
func TestChoicesAreNamed(t *testing.T) {
	for path, want := range map[string]string{
		"kind": "村", "register.kind": "流动党员联系", "plan.kind": "党课", "review.grade": "基本合格", "review.study_fit": "优秀", "parts[0].kind": "党课", "parts[0].resolutions[1].kind": "选举", "parts[2].audience": "支委", "parts[0].form": "集体学习",
		"post.value": "副书记", "category.value": "预备党员", "person[3].status": "请假", "reason": "病假", "ended": "去世", "began": "转入", "sex": "女",
		"state": "计划", "level": "区县", "season": "冬训", "parts[0].content": "知识技能培训", "parts[0].method": "研讨式", "parts[0].length": "半天", "parts[0].basics": "重温入党誓词",
	} {
		said := Error(&org.Invalid{Field: path, Why: org.WhyChoice})
		if !strings.HasPrefix(said.Next, "可填：") || !strings.Contains(said.Next, want) {
			t.Errorf("%s: %s", path, said)
		}
		if strings.ContainsFunc(said.What, func(r rune) bool { return r < 0x80 && unicode.IsLetter(r) }) {
			t.Errorf("%s: English in %s", path, said.What)
		}
	}
}

func TestFieldsThatHaveNoNameOfTheirOwnAreNotSaid(t *testing.T) {
	for path, want := range map[string]string{
		"from.date": "开始日期", "parts[0].start.time": "第1个环节的开始时间", "parts[0].date": "第1个环节的日期", "parts[0].certified.hours": "第1个环节的认定学时",
		"person.name": "姓名", "person[1].name": "第2个人员的姓名", "group.group": "党小组", "post.value": "职务", "name": "名称", "date": "日期", "term.start.date": "任期的开始时间",
		"category": "人员类别", "post.title": "职务的主题",
	} {
		if got := Field(path); got != want {
			t.Errorf("%s is said %s, want %s", path, got, want)
		}
	}
}

// Somebody at the window knows no verbs and no flags.
func TestNoSentenceForTheWindowNamesAVerb(t *testing.T) {
	verb := regexp.MustCompile(`\b(journal|undo|init|restore|backup|list|show|add|end|import|export|branchbook)\b|--`)
	for name, err := range exported {
		if s := Error(err).Plain().String(); verb.MatchString(s) && err != start.ErrNoDisplay { // there is no window then
			t.Errorf("%s: %s", name, s)
		}
	}
	for _, w := range []org.FactWhy{org.FactNotProbationary, org.FactNoExtension, org.FactBeforeJoined, org.FactHere, org.FactNotHere, org.FactNone, org.FactSeveral, org.FactEarly, org.FactIDTaken} {
		if s := Error(&org.FactFault{Why: w}).Plain().String(); verb.MatchString(s) {
			t.Errorf("%s: %s", w, s)
		}
	}
}

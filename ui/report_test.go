package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"
	"fyne.io/fyne/v2"
	"github.com/xuri/excelize/v2"

	"branchbook/store/bundle"
	"branchbook/store/org"
	"branchbook/store/safefile"
)

// townCard writes the card of an invented town and returns its secret.
func townCard(t testing.TB, path string, wanted bundle.Fields) *bundle.Secret {
	t.Helper()
	card, secret, err := bundle.NewCard("柳溪镇党委", wanted, now())
	if err != nil {
		t.Fatal(err)
	}
	text, err := card.Encode(secret)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return secret
}

// openReport opens the page with these sticks.
func openReport(w *Window, drives ...safefile.Drive) *report {
	s := newReport(w)
	s.drives = func() ([]safefile.Drive, error) { return drives, nil }
	w.top(s)
	return s
}

// stickWithCard is a stick with the town's card on it.
func stickWithCard(t testing.TB, wanted bundle.Fields) (safefile.Drive, *bundle.Secret) {
	t.Helper()
	stick := safefile.Drive{Name: "KINGSTON", Path: t.TempDir(), Free: 14 << 30}
	return stick, townCard(t, filepath.Join(stick.Path, "镇党委.card"), wanted)
}

// readBundle reads what was written and checks everything about it.
func readBundle(t testing.TB, path string, id age.Identity) *bundle.Bundle {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := bundle.Read(f, id)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// namesIn lists a folder, without the card.
func namesIn(t testing.TB, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".card" {
			names = append(names, e.Name())
		}
	}
	return names
}

const firstName = "柳树村党支部-上报-第1次-2026年11月23日"

func TestHandingInWritesThreeFilesThatTheSuperiorCanRead(t *testing.T) {
	b := hoursBook(t)
	w := openWindow(t, b)
	var shown []string
	w.opt.OpenFile = func(path string) error { shown = append(shown, path); return nil }
	stick, secret := stickWithCard(t, bundle.Fields{})
	openReport(w, stick)
	tapsOn(t, w, "U 盘上找到：柳溪镇党委")
	card := secret.Card("", bundle.Fields{}, now())
	if groups := strings.Fields(card.Fingerprint()); !readsOn(w, strings.Join(groups[:3], "   ")) || !readsOn(w, strings.Join(groups[3:], "   ")) {
		t.Error("the code to compare is not shown")
	}
	tapsOn(t, w, "核对一致，使用")
	if !readsOn(w, "包里有 5 人的资料、3 次活动和考勤（2025年、2026年）。") || !readsOn(w, "公民身份号码和电话只报打码的。") {
		t.Error("what leaves is not said")
	}
	tapsOn(t, w, "导出上报包")
	if got := namesIn(t, stick.Path); !slices.Equal(got, []string{firstName + "-学时统计表.xlsx", firstName + "-封面.pdf", firstName + ".bundle"}) {
		t.Fatalf("on the stick: %q", got)
	}
	read := readBundle(t, filepath.Join(stick.Path, firstName+".bundle"), secret.Identity)
	if m := read.Manifest; m.Sequence != 1 || m.Counts[org.KindPerson] != 5 || m.Counts[org.KindActivity] != 3 || m.Branch.Name != "柳树村党支部" || m.Pack == (bundle.Digest{}) {
		t.Errorf("manifest %+v", m)
	}
	code := readAloud(read.Digest.String())
	if !readsOn(w, "可以拔出 U 盘了") || !readsOn(w, code) {
		t.Error("the page does not say that it is done, with the code")
	}
	cover := pdfWords(t, filepath.Join(stick.Path, firstName+"-封面.pdf"))
	for _, want := range []string{"柳树村党支部", "柳溪镇党委", "第1次", "2025年、2026年", "人员5人，活动3次", strings.ReplaceAll(code, " ", ""), firstName + ".bundle"} {
		if !strings.Contains(cover, want) {
			t.Errorf("the cover lacks %s: %s", want, cover)
		}
	}
	tapsOn(t, w, "打印封面")
	tapsOn(t, w, "打开所在文件夹")
	if !slices.Equal(shown, []string{filepath.Join(stick.Path, firstName+"-封面.pdf"), stick.Path}) {
		t.Errorf("shown %q", shown)
	}
	book, err := excelize.OpenFile(filepath.Join(stick.Path, firstName+"-学时统计表.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if name, err := book.GetCellValue("学时统计", "B4"); err != nil || name != "张德厚" {
		t.Errorf("B4 is %s, %v", name, err)
	}
}

func TestTheCardIsKeptAndTheHistoryGrows(t *testing.T) {
	w := openWindow(t, hoursBook(t))
	stick, _ := stickWithCard(t, bundle.Fields{Phone: true})
	openReport(w, stick).takeCard(filepath.Join(stick.Path, "镇党委.card"))
	tapsOn(t, w, "核对一致，使用")
	tapsOn(t, w, "导出上报包")
	s := openReport(w, stick)
	if s.facts.card == nil || s.facts.card.Name != "柳溪镇党委" || s.facts.next != 2 || len(s.facts.sent) != 1 {
		t.Fatalf("facts %+v", s.facts)
	}
	r := s.facts.sent[0]
	if r.sequence != 1 || r.to != "柳溪镇党委" || !slices.Equal(r.years, []int{2025, 2026}) || len(r.check) != 64 || r.receiptWord() != "还没有" {
		t.Errorf("row %+v", r)
	}
	if !readsOn(w, "电话按上级要求完整上报，公民身份号码只报打码的。") {
		t.Error("that phones go up whole is not said")
	}
	if got := s.facts.before(); got != "2026年11月23日导出过第1次，还没有收到回执" {
		t.Error(got)
	}
}

func TestAPassphraseIsWrittenTwiceAndOpensTheBundle(t *testing.T) {
	w := openWindow(t, hoursBook(t))
	stick := safefile.Drive{Name: "A", Path: t.TempDir(), Free: 1 << 30}
	s := openReport(w, stick)
	tapsOn(t, w, "没有名片，用口令")
	for _, c := range []struct {
		first, second string
		at            string
		want          string
	}{
		{"柳树村七个字", "柳树村七个字", "pass0", "口令至少要 8 个字，现在 6 个"}, {"12345678", "12345678", "pass0", "这个口令太好猜，请换一个"},
		{"88888888", "", "pass0", "这个口令太好猜，请换一个"}, {"柳树村的口令是八个字", "柳树村的口令是八个", "pass1", "两次写的口令不一样"},
	} {
		s.view.pass[0].SetText(c.first)
		s.view.pass[1].SetText(c.second)
		s.view.checkPass()
		if !s.view.export.Disabled() || s.view.passForm.FaultOf(c.at) != c.want {
			t.Errorf("%s and %s: %s", c.first, c.second, s.wanting())
		}
	}
	s.view.pass[1].SetText("柳树村的口令是八个字")
	tapsOn(t, w, "导出上报包")
	_, id, err := bundle.Passphrase("柳树村的口令是八个字")
	if err != nil {
		t.Fatal(err)
	}
	if read := readBundle(t, filepath.Join(stick.Path, firstName+".bundle"), id); read.Manifest.Counts[org.KindPerson] != 5 {
		t.Errorf("counts %v", read.Manifest.Counts)
	}
	if !readsOn(w, "第 1 次已写好") || !readsOn(w, "报送给柳溪镇党委，用口令打开") || readsOn(w, "先在第①步") || readsOn(w, "这次是第 2 次") {
		t.Error("the page looks as if nothing had been written")
	}
	if s.view.pass[0].Text != "" || s.facts.sent[0].to != "柳溪镇党委" {
		t.Errorf("after it: passphrase %q, to %q", s.view.pass[0].Text, s.facts.sent[0].to)
	}
}

// readyReport opens the page with the town's card kept.
func readyReport(t testing.TB, w *Window, drives ...safefile.Drive) *report {
	t.Helper()
	card := filepath.Join(t.TempDir(), "a.card")
	townCard(t, card, bundle.Fields{})
	text, _, err := readCard(card)
	if err != nil {
		t.Fatal(err)
	}
	w.prefer(func(p *Prefs) { p.Card = text })
	return openReport(w, drives...)
}

func TestAStickThatIsTooSmallCannotBeChosen(t *testing.T) {
	w := openWindow(t, hoursBook(t))
	small, large := safefile.Drive{Name: "OLD", Path: t.TempDir(), Free: 1 << 20}, safefile.Drive{Name: "NEW", Path: t.TempDir(), Free: 1 << 30}
	s := readyReport(t, w, small, large)
	if s.dir != large.Path {
		t.Errorf("%s is chosen", s.dir)
	}
	if !s.facts.drives[0].tooSmall() || !readsOn(w, "空间不够：剩余 1 MB，需要 4 MB") {
		t.Error("the small stick is not said to be small")
	}
}

func TestAStickThatWasPulledIsSaidAndLeavesNothing(t *testing.T) {
	w := openWindow(t, hoursBook(t))
	stick := safefile.Drive{Name: "GONE", Path: filepath.Join(t.TempDir(), "stick"), Free: 1 << 30}
	if err := os.Mkdir(stick.Path, 0o700); err != nil {
		t.Fatal(err)
	}
	s := readyReport(t, w, stick)
	if err := os.Remove(stick.Path); err != nil {
		t.Fatal(err)
	}
	s.drives = func() ([]safefile.Drive, error) { return nil, nil }
	tapsOn(t, w, "导出上报包")
	if !readsOn(w, "写到一半时盘不见了") || !readsOn(w, "请重新插好") {
		t.Error("it is not said")
	}
	tapsOn(t, w, "知道了")
	if s.busy || s.done != nil || len(s.facts.sent) != 1 || s.facts.sent[0].receiptWord() != "没有写成" || s.facts.next != 2 {
		t.Errorf("busy %v, done %v, sent %+v", s.busy, s.done, s.facts.sent)
	}
	if s.dir == stick.Path {
		t.Error("the stick that is gone is still chosen")
	}
}

func TestANameThatIsTakenIsAskedAbout(t *testing.T) {
	w := openWindow(t, hoursBook(t))
	stick := safefile.Drive{Name: "A", Path: t.TempDir(), Free: 1 << 30}
	readyReport(t, w, stick)
	old := filepath.Join(stick.Path, firstName+"-封面.pdf")
	if err := os.WriteFile(old, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	tapsOn(t, w, "导出上报包")
	tapsOn(t, w, "取消")
	if n := len(namesIn(t, stick.Path)); n != 1 {
		t.Fatalf("%d files though nothing was to be written", n)
	}
	tapsOn(t, w, "导出上报包")
	tapsOn(t, w, "另起一个名字")
	got := namesIn(t, stick.Path)
	if kept, err := os.ReadFile(old); err != nil || string(kept) != "mine" || !slices.Contains(got, firstName+"(2).bundle") || len(got) != 4 {
		t.Errorf("%q, %v", got, err)
	}
}

func TestReplacingTakesTheOldFilesPlace(t *testing.T) {
	w := openWindow(t, hoursBook(t))
	stick := safefile.Drive{Name: "A", Path: t.TempDir(), Free: 1 << 30}
	s := readyReport(t, w, stick)
	old := filepath.Join(stick.Path, firstName+".bundle")
	if err := os.WriteFile(old, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	tapsOn(t, w, "导出上报包")
	tapsOn(t, w, "代替旧文件")
	if kept, err := os.ReadFile(old); err != nil || string(kept) == "mine" || s.done == nil || len(namesIn(t, stick.Path)) != 3 {
		t.Errorf("not replaced: %v", err)
	}
}

func TestTheBundleStandsWhenTheCoverSheetCannotBeWritten(t *testing.T) {
	w := openWindow(t, hoursBook(t))
	stick := safefile.Drive{Name: "A", Path: t.TempDir(), Free: 1 << 30}
	s := readyReport(t, w, stick)
	if err := os.MkdirAll(filepath.Join(stick.Path, firstName+"-封面.pdf", "a folder in its place"), 0o700); err != nil {
		t.Fatal(err)
	}
	tapsOn(t, w, "导出上报包")
	tapsOn(t, w, "代替旧文件")
	if !readsOn(w, "上报包已经写好，只是封面没有写成。") {
		t.Error("it is not said that the bundle stands")
	}
	tapsOn(t, w, "知道了")
	if s.busy || len(s.facts.sent) != 1 || s.facts.sent[0].check == "" {
		t.Errorf("busy %v, history %+v", s.busy, s.facts.sent)
	}
	if names := namesIn(t, stick.Path); slices.ContainsFunc(names, func(n string) bool { return strings.HasSuffix(n, ".part") }) {
		t.Errorf("half a file: %q", names)
	}
}

func TestTheDataFolderTakesNoBundle(t *testing.T) {
	b := hoursBook(t)
	w := openWindow(t, b)
	s := readyReport(t, w)
	s.choose(b.Store.Dir())
	tapsOn(t, w, "导出上报包")
	if !readsOn(w, "那里只放台账自己的文件") {
		t.Error("it is not said why")
	}
	if names := namesIn(t, b.Store.Dir()); slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, "上报") }) {
		t.Errorf("in the data folder: %q", names)
	}
}

func TestAFileThatIsNoCardIsSaid(t *testing.T) {
	w := openWindow(t, hoursBook(t))
	path := filepath.Join(t.TempDir(), "a.card")
	if err := os.WriteFile(path, []byte("hello"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := openReport(w)
	s.takeCard(path)
	if !readsOn(w, "这个文件不是上报包、收件名片或回执。") || len(w.prefs().Card) != 0 {
		t.Error("a file that is no card is taken")
	}
}

func TestAnInventedBranchIsToldThatItIsRefused(t *testing.T) {
	w := openWindow(t, demoBook(t, 8))
	openReport(w)
	if !readsOn(w, demoWords) {
		t.Error("it is not said")
	}
}

func TestNamesOfFilesHoldNoForbiddenSigns(t *testing.T) {
	if got, want := bundleName(` 柳树村/党支部:"甲" `, 3, org.NewDate(2026, 11, 23)), "柳树村党支部甲-上报-第3次-2026年11月23日"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := yearsText([]int{2024, 2025, 2026}); got != "2024—2026年" {
		t.Error(got)
	}
	if got := yearsText([]int{2020, 2025, 2026}); got != "2020年、2025年、2026年" {
		t.Error(got)
	}
}

func TestReportForTheEye(t *testing.T) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		t.Skip("PICTURES names no folder")
	}
	w := openWindow(t, demoBook(t, 38))
	openReport(w)
	picture(t, w, dir+"/report-none.png")
	stick, _ := stickWithCard(t, bundle.Fields{})
	s := openReport(w, stick, safefile.Drive{Name: "OLD", Path: t.TempDir(), Free: 1 << 20})
	picture(t, w, dir+"/report-card.png")
	tapsOn(t, w, "U 盘上找到：柳溪镇党委")
	picture(t, w, dir+"/report-dialog.png")
	tapsOn(t, w, "核对一致，使用")
	picture(t, w, dir+"/report-ready.png")
	w.win.Resize(fyne.NewSize(975, 497))
	picture(t, w, dir+"/report-ready-huge.png")
	w.win.Resize(fyne.NewSize(1366, 696))
	tapsOn(t, w, "导出上报包")
	picture(t, w, dir+"/report-done.png")
	s.again()
	s.usePass(true)
	picture(t, w, dir+"/report-pass.png")
}

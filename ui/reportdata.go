package ui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"branchbook/store/bundle"
	"branchbook/store/org"
	"branchbook/store/safefile"
)

// reportFacts is what the page of handing in begins from.
type reportFacts struct {
	branch     string
	superior   string
	demo       bool
	people     int
	activities int
	years      []int
	next       int64 // number of the next bundle
	card       *bundle.Card
	found      []foundCard
	drives     []driveRow
	folder     string // where to write if there is no stick; may be empty
	sent       []sentRow
}

// foundCard is a card that lies on a stick.
type foundCard struct {
	path string
	card *bundle.Card
}

// driveRow is a stick to write to.
type driveRow struct {
	name, path string
	free       uint64
	need       uint64 // bytes that everything may take
}

func (d *driveRow) tooSmall() bool { return d.free < d.need }

// sentRow is one bundle that was written.
type sentRow struct {
	sequence int64
	here     bool // by this copy of the file
	at       time.Time
	to       string
	years    []int
	check    string // empty: the file was never finished
}

// besideBundle is more than the cover sheet and the spreadsheet take.
const besideBundle = 4 << 20

// loadReport reads what is to be handed in, for whom, and where to.
func loadReport(b *Book, drives func() ([]safefile.Drive, error)) (*reportFacts, error) {
	snap, err := b.Store.Snapshot(org.NewDate(1, 1, 1), org.NewDate(9999, 12, 31))
	if err != nil {
		return nil, err
	}
	f := &reportFacts{branch: snap.Branch.Name, superior: snap.Branch.Superior, demo: snap.Branch.Demo, people: len(snap.Persons), activities: len(snap.Activities)}
	for _, a := range snap.Activities {
		if y := bundle.YearOf(a); !slices.Contains(f.years, y) {
			f.years = append(f.years, y)
		}
	}
	slices.Sort(f.years)
	if err := f.history(b); err != nil {
		return nil, err
	}
	prefs := LoadPrefs(b.Store.Dir())
	if card, err := bundle.ParseCard(prefs.Card); err == nil {
		f.card = card
	}
	return f, f.places(b, drives, prefs.Folder)
}

func (f *reportFacts) history(b *Book) error {
	sent, err := b.Store.SentBundles()
	if err != nil {
		return err
	}
	f.next = 1
	for _, s := range sent {
		r := sentRow{sequence: s.Sequence, here: s.Device == b.Store.DeviceID(), at: s.At, to: s.To, check: s.Digest.String()}
		for _, y := range s.Years {
			r.years = append(r.years, y.Year)
		}
		if r.here {
			f.next = max(f.next, s.Sequence+1)
		}
		f.sent = append(f.sent, r)
	}
	return nil
}

func (f *reportFacts) places(b *Book, list func() ([]safefile.Drive, error), last string) error {
	size, err := b.Store.Size()
	if err != nil {
		return err
	}
	drives, err := list()
	if err != nil {
		return err
	}
	for _, d := range drives {
		f.drives = append(f.drives, driveRow{d.Name, d.Path, d.Free, uint64(size) + besideBundle})
		f.found = append(f.found, cardsOn(d)...)
	}
	if own := listSpots(nil, last); len(own) > 0 {
		f.folder = own[0].path
	}
	return nil
}

// cardsOn lists the cards in the top folder of a stick.
func cardsOn(d safefile.Drive) (out []foundCard) {
	rows, err := listFolder(d.Path, cardEndings)
	if err != nil {
		return nil // pulled out meanwhile
	}
	for _, r := range rows {
		if r.dir {
			continue
		}
		if _, card, err := readCard(r.path); err == nil {
			out = append(out, foundCard{r.path, card})
		}
	}
	return out
}

// cardEndings are how the file of a card may end.
var cardEndings = []string{".card"}

// who says whose data goes up, and how much, in words.
func (f *reportFacts) who() string {
	text := fmt.Sprintf("%d 人的资料", f.people)
	if f.activities > 0 {
		text += fmt.Sprintf("、%d 次活动和考勤（%s）", f.activities, yearsText(f.years))
	}
	return text
}

// masked says what becomes of ID numbers and phones.
func masked(wanted bundle.Fields) string {
	switch {
	case wanted.IDNumber && wanted.Phone:
		return "公民身份号码和电话按上级要求完整上报。"
	case wanted.IDNumber:
		return "公民身份号码按上级要求完整上报，电话只报打码的。"
	case wanted.Phone:
		return "电话按上级要求完整上报，公民身份号码只报打码的。"
	}
	return "公民身份号码和电话只报打码的。"
}

// yearsText lists years: 2024—2026年 where they follow each other.
func yearsText(years []int) string {
	if len(years) == 0 {
		return ""
	}
	first, last := years[0], years[len(years)-1]
	if len(years) > 2 && last-first == len(years)-1 {
		return fmt.Sprintf("%d—%d年", first, last)
	}
	var out []string
	for _, y := range years {
		out = append(out, strconv.Itoa(y)+"年")
	}
	return strings.Join(out, "、")
}

// before tells of the last bundle, for the cover sheet.
func (f *reportFacts) before() string {
	for _, s := range f.sent {
		if s.check != "" {
			return fmt.Sprintf("%s导出过第%d次，还没有收到回执", org.DateOf(s.at.Local()).Chinese(), s.sequence)
		}
	}
	return ""
}

// bundleName is the name of what is written, without an ending.
func bundleName(branch string, sequence int64, day org.Date) string {
	return fmt.Sprintf("%s-上报-第%d次-%s", fileWords(branch), sequence, day.Chinese())
}

// fileWords leaves out what no file system of a stick takes in a name.
func fileWords(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`\/:*?"<>|`, r) {
			return -1
		}
		return r
	}, text)
	runes := []rune(strings.Trim(text, " ."))
	return string(runes[:min(len(runes), 40)])
}

// order says what is to be handed in, to whom and where.
type order struct {
	card     *bundle.Card
	pass     string // if there is no card
	dir      string
	name     string // without an ending
	replace  bool
	superior string // for a passphrase, which names nobody
	before   string
	people   int
}

func (o *order) bundle() string { return filepath.Join(o.dir, o.name+".bundle") }
func (o *order) cover() string  { return filepath.Join(o.dir, o.name+"-封面.pdf") }
func (o *order) hours() string  { return filepath.Join(o.dir, o.name+"-学时统计表.xlsx") }

// files are all that an order writes.
func (o *order) files() []string { return []string{o.bundle(), o.cover(), o.hours()} }

// forWhom says for whom a bundle was written.
func (o *order) forWhom() string {
	who := "报送给上级"
	if to := o.to(); to != "" {
		who = "报送给" + to
	}
	if o.card == nil {
		who += "，用口令打开"
	}
	return who
}

// to is who receives it, for the list of what was sent.
func (o *order) to() string {
	if o.card != nil {
		return o.card.Name
	}
	return o.superior
}

// passFault is what is wrong with a passphrase typed twice, and at which of the
// two fields; no words if nothing is.
func passFault(first, second string) (at int, words string) {
	switch n := len([]rune(first)); {
	case n < bundle.MinPassphrase:
		return 0, fmt.Sprintf("口令至少要 %d 个字，现在 %d 个", bundle.MinPassphrase, n)
	case easyPass(first):
		return 0, "这个口令太好猜，请换一个"
	case first != second:
		return 1, "两次写的口令不一样"
	}
	return 0, ""
}

// easyPass tells whether a passphrase is what everybody tries first: few
// different signs, or signs that follow each other.
func easyPass(pass string) bool {
	runes := []rune(strings.ToLower(pass))
	up, down, kinds := true, true, map[rune]bool{}
	for i, r := range runes {
		kinds[r] = true
		if i > 0 {
			up, down = up && r == runes[i-1]+1, down && r == runes[i-1]-1
		}
	}
	return up || down || len(kinds) < 4
}

// readAloud is how a check code is read on the telephone: its first four groups
// of four, as the cover sheet has it.
func readAloud(check string) string {
	var groups []string
	for i := 0; i+4 <= min(len(check), 16); i += 4 {
		groups = append(groups, strings.ToUpper(check[i:i+4]))
	}
	return strings.Join(groups, " ")
}

// receiptWord says what became of a bundle. Receipts cannot be read yet, so it
// is never more than written.
func (r *sentRow) receiptWord() string {
	if r.check == "" {
		return "没有写成"
	}
	return "还没有"
}

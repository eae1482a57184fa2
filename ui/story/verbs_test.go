//go:build story

package story

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"branchbook/store/bundle"
	"branchbook/store/org"
)

// verb runs the program as a command.
func (d *desk) verb(args ...string) string {
	d.t.Helper()
	c := exec.Command(program, args...)
	c.Env, c.Dir = d.env, d.home
	out, err := c.CombinedOutput()
	if err != nil {
		d.t.Fatalf("branchbook %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// card makes the keys of a level above, and its card.
func (d *desk) card(name string) (card, identity string) {
	d.t.Helper()
	card, identity = filepath.Join(d.home, "town.card"), filepath.Join(d.home, "town.key")
	d.verb("card", "new", "--name", name, "-o", card, "--identity", identity)
	return card, identity
}

// verify lets the program itself check a bundle.
func (d *desk) verify(path, identity string) {
	d.t.Helper()
	out := d.verb("verify", path, "--identity", identity)
	for _, want := range []string{"支部：" + branchName, "人员：8", "活动：1"} {
		if !strings.Contains(out, want) {
			d.t.Errorf("verify does not say %s:\n%s", want, out)
		}
	}
}

// read opens a bundle with the identity of the level above.
func (d *desk) read(path, identity string) *bundle.Bundle {
	d.t.Helper()
	f, err := os.Open(path)
	d.must(err)
	defer f.Close()
	key, err := os.Open(identity)
	d.must(err)
	defer key.Close()
	ids, err := age.ParseIdentities(key)
	d.must(err)
	b, err := bundle.Read(f, ids...)
	d.must(err)
	return b
}

// byVerbs tells the main story once more through the verbs, and returns the
// bundle.
func (d *desk) byVerbs(roster, card string) string {
	d.t.Helper()
	data, record, out := filepath.Join(d.home, "by-verbs"), filepath.Join(d.home, "record.toml"), filepath.Join(d.home, "by-verbs.bundle")
	today := time.Now()
	book := func(args ...string) { d.verb(append([]string{"--data", data}, args...)...) }
	book("init", "--name", branchName, "--code", "990-0001", "--kind", "村", "--superior", superior, "--term-start", "2024-03-10",
		"--since", today.Format("2006-01-")+"01", "--group", "第一党小组", "--group", "第二党小组")
	book("import", roster)
	book("fact", "add", "王建", "职务", "书记", "--from", "2024-03-10", "--basis", basis)
	book("fact", "add", "李红", "职务", "副书记", "--from", "2024-03-10")
	d.must(os.WriteFile(record, []byte(strings.ReplaceAll(themeDay, "TODAY", today.Format(time.DateOnly))), 0o600))
	book("record", record)
	book("export", "-o", out, "--to", card)
	return out
}

const themeDay = `title = "` + theme + `"
place = "` + place + `"
[[part]]
kind = "主题党日"
date = TODAY
start = "9:00"
end = "11:00"
chair = "王建"
recorder = "李红"
text = "` + said + `"
basics = ["徽章", "誓词"]
[[person]]
name = "李红"
status = "请假"
[[person]]
name = "赵敏"
status = "缺席"
[[person]]
name = "孙明"
status = "请假"
reason = "病假"
`

// same compares what two bundles hold, but for ids, which count by their order of
// appearance, and for times.
func same(t *testing.T, got, want *bundle.Bundle) {
	t.Helper()
	if diff := cmp.Diff(plain(t, want), plain(t, got)); diff != "" {
		t.Errorf("the records of the window (+) are not those of the verbs (-):\n%s", diff)
	}
}

// plain is the records of a bundle in the order of roster and calendar, as any
// reader of JSON has them.
func plain(t *testing.T, b *bundle.Bundle) (list []any) {
	t.Helper()
	records := slices.Clone(b.Records)
	slices.SortStableFunc(records, func(a, b org.Aggregate) int { return strings.Compare(order(a), order(b)) })
	seen := map[string]string{}
	for _, r := range records {
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var any any
		if err := json.Unmarshal(text, &any); err != nil {
			t.Fatal(err)
		}
		list = append(list, counted(any, seen))
	}
	return list
}

// order sorts the branch before people, and people before activities.
func order(a org.Aggregate) string {
	switch a := a.(type) {
	case *org.Branch:
		return "0"
	case *org.Person:
		return "1" + a.IDNumber + a.Name + a.Address
	case *org.Activity:
		return "2" + a.From().String() + a.Title
	}
	return "3"
}

// counted puts the count of its first appearance in the place of every id.
func counted(v any, seen map[string]string) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = counted(v[i], seen)
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			v[key] = counted(v[key], seen)
		}
	case string:
		if uuid.Validate(v) == nil {
			if seen[v] == "" {
				seen[v] = fmt.Sprintf("id %d", len(seen)+1)
			}
			return seen[v]
		}
	}
	return v
}

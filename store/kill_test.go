package store

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"branchbook/store/org"
)

var soak = flag.Bool("soak", false, "run the long tests for long")

// kills is how often the writing loop is killed.
func kills() int {
	switch {
	case *soak:
		return 10_000
	case testing.Short():
		return 20
	}
	return 200
}

// writeForever saves until it is killed, and says the sequence of every save
// that was acknowledged.
func writeForever(dir string) {
	s, err := Open(dir, testOptions())
	if err != nil {
		fmt.Println("open:", err)
		os.Exit(1)
	}
	people, err := peopleOf(s)
	if err != nil {
		fmt.Println("read:", err)
		os.Exit(1)
	}
	for i := 0; ; i++ {
		done, err := writeOnce(s, people, i)
		if err != nil {
			fmt.Println("save:", err)
			os.Exit(1)
		}
		fmt.Println(done.Seq)
	}
}

// cycleForever opens, saves, exports and closes until it is killed, so that the
// kills fall into opening, into the backup on closing and into an export.
func cycleForever(dir string) {
	id, err := age.GenerateX25519Identity()
	for i := 0; err == nil; i++ {
		var s *Store
		if s, err = Open(dir, testOptions()); err != nil {
			break
		}
		var done Changed
		if done, err = s.RecordActivity(themeDay(org.NewDate(2026, 2, 1+i%28))); err != nil {
			break
		}
		fmt.Println(done.Seq)
		if _, err = s.Export(Export{Path: dir + ".bundle", To: id.Recipient(), App: "test", Replace: true}); err == nil {
			err = s.Close()
		}
	}
	fmt.Println("cycle:", err)
	os.Exit(1)
}

func peopleOf(s *Store) ([]*org.Person, error) {
	snap, err := s.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	return snap.Persons, nil
}

// writeOnce is one of the ways in which the file changes.
func writeOnce(s *Store, people []*org.Person, i int) (Changed, error) {
	switch i % 5 {
	case 3:
		return s.Import("名册"+canary, nil, []*org.Person{member("来人" + canary)})
	case 4:
		_, done, err := s.Undo(0)
		return done, err
	}
	a := themeDay(org.NewDate(2026, 1, 1+i%28), people...)
	a.Note = canary
	return s.RecordActivity(a)
}

// canary is a text that must never be readable in the bytes of the folder.
const canary = "金丝雀暗号甲乙丙"

func TestMain(m *testing.M) {
	if dir := os.Getenv("WRITE_FOREVER"); dir != "" {
		writeForever(dir)
	}
	if dir := os.Getenv("CREATE_ONCE"); dir != "" {
		createOnce(dir)
	}
	if dir := os.Getenv("CYCLE_FOREVER"); dir != "" {
		cycleForever(dir)
	}
	if dir := os.Getenv("RESTORE_ONCE"); dir != "" {
		if err := Restore(dir, os.Getenv("RESTORE_FROM"), testOptions()); err != nil {
			fmt.Println("restore:", err)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func TestKillLosesNoAcknowledgedSave(t *testing.T) {
	var s *Store
	acked := int64(0)
	total := 0
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 1))
	t.Logf("seed %d", seed)
	for i := range kills() {
		if i%50 == 0 {
			s = newStore(t)
			acked = 1
			addMembers(t, s, "甲一"+canary, "乙二"+canary, "丙三"+canary)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
		how := "WRITE_FOREVER"
		if i%4 == 3 {
			how = "CYCLE_FOREVER"
		}
		n := killOnce(t, how, s.dir, time.Duration(random.IntN(60_000))*time.Microsecond)
		acked = max(acked, n)
		total += checkAfterKill(t, s.dir, acked)
		if t.Failed() {
			t.Fatalf("after kill %d", i+1)
		}
	}
	if total < kills() {
		t.Errorf("only %d saves in %d runs: the kills came too early to prove anything", total, kills())
	}
}

// killOnce starts a writer, kills it some time after its first acknowledged
// save, and returns the last sequence that it acknowledged.
func killOnce(t *testing.T, how, dir string, after time.Duration) int64 {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), how+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	last := int64(0)
	if lines.Scan() {
		last = parseSeq(t, lines.Text())
		time.AfterFunc(after, func() { cmd.Process.Kill() })
	}
	for lines.Scan() {
		last = parseSeq(t, lines.Text())
	}
	cmd.Process.Kill()
	_ = cmd.Wait()
	return last
}

func parseSeq(t *testing.T, line string) int64 {
	n, err := strconv.ParseInt(line, 10, 64)
	if err != nil {
		t.Fatalf("the writer said: %s", line)
	}
	return n
}

// checkAfterKill looks at the bytes as they were left, opens the file as any
// start would, which verifies all of it, and returns how many saves it holds.
func checkAfterKill(t *testing.T, dir string, acked int64) int {
	t.Helper()
	noCanary(t, dir)
	s, err := Open(dir, testOptions())
	if err != nil {
		t.Fatalf("open after kill: %v", err)
	}
	defer s.abandon()
	seq, _, err := s.Head()
	if err != nil {
		t.Fatal(err)
	}
	if seq < acked || seq > acked+1 {
		t.Errorf("file holds %d saves, %d were acknowledged", seq, acked)
	}
	return int(seq)
}

// noCanary looks for what was typed in the bytes of every file.
func noCanary(t *testing.T, dir string) {
	t.Helper()
	words := []string{canary, canary[:12], "19900001111", "柳河湾村党支部", "主题党日", "村委会", "学习材料"}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		for _, w := range words {
			if bytes.Contains(b, []byte(w)) {
				t.Errorf("%s holds typed text", strings.TrimPrefix(path, dir))
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// createOnce makes a branch, for the test below to kill.
func createOnce(dir string) {
	s, err := Create(dir, testOptions(), testBranch())
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(0)
}

func TestAKilledCreateLeavesNoHalfBranch(t *testing.T) {
	made, none := 0, 0
	for i := range 30 {
		dir := filepath.Join(t.TempDir(), "b")
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "CREATE_ONCE="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(i) * 2 * time.Millisecond)
		cmd.Process.Kill()
		_ = cmd.Wait()
		s, err := Open(dir, testOptions())
		switch {
		case err == nil:
			made++
		case errors.Is(err, ErrNoBranch):
			none++
			s, err = Create(dir, testOptions(), testBranch())
		}
		if err != nil {
			t.Fatalf("after a kill at %d ms: %v", 2*i, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d made, %d not yet", made, none)
}

func TestAKilledRestoreLeavesTheOldOrTheNewBranch(t *testing.T) {
	s := newStore(t)
	addMembers(t, s, "甲一")
	from := filepath.Join(t.TempDir(), "b.db")
	if err := s.BackupTo(from); err != nil {
		t.Fatal(err)
	}
	addMembers(t, s, "乙二")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	seen := map[int]int{}
	for i := range 30 {
		dir := copyFolder(t, s.dir)
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "RESTORE_ONCE="+dir, "RESTORE_FROM="+from)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(i) * 2 * time.Millisecond)
		cmd.Process.Kill()
		_ = cmd.Wait()
		opened, err := Open(dir, testOptions())
		if err != nil {
			t.Fatalf("after a kill at %d ms: %v", 2*i, err)
		}
		n := len(everything(t, opened).Persons)
		seen[n]++
		if err := opened.Verify(); err != nil || n != 1 && n != 2 {
			t.Errorf("after a kill at %d ms: %d people, %v", 2*i, n, err)
		}
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
	}
	t.Logf("old %d times, new %d times", seen[2], seen[1])
}

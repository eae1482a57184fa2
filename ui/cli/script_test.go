package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/rogpeppe/go-internal/testscript"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/store/sheet/sheettest"
)

// The scripts run the command line as a program of its own. Only this test
// program reads NOW: the real one has no way to set its clock.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"branchbook": func() { os.Exit(Run(scriptEnv(), os.Args[1:])) },
		"hold":       hold,
	})
}

func scriptEnv() Env {
	return Env{Stdout: os.Stdout, Stderr: os.Stderr, Now: scriptClock, Version: "test", Machine: os.Getenv("MACHINE")}
}

func scriptClock() time.Time {
	now, err := time.ParseInLocation("2006-01-02 15:04", os.Getenv("NOW"), time.Local)
	if err != nil {
		return time.Date(2026, 3, 20, 10, 0, 0, 0, time.Local)
	}
	return now
}

// hold keeps a data folder open, as a window would, until it is killed or the
// file named second appears.
func hold() {
	s, err := store.Open(os.Args[1], store.Options{Program: "window", Machine: os.Getenv("MACHINE")})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if err := os.WriteFile(os.Args[2], nil, 0o600); err != nil {
		os.Exit(1)
	}
	for range 600 {
		time.Sleep(50 * time.Millisecond)
		if _, err := os.Stat(os.Args[2]); errors.Is(err, os.ErrNotExist) {
			break
		}
	}
	s.Close()
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("MACHINE", "script machine")
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("LC_ALL", "C.UTF-8")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "fods": fods, "waitfile": waitFile, "samerecords": sameRecords, "nowhere": nowhere, "poke": poke, "verbshelp": verbsHelp, "capture": capture, "mkfile": mkfile, "crlf": crlf, "all": everything, "smash": smash,
		},
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

// exits CODE PROGRAM ARGS… runs a program that must end with the code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// waitFile FILE waits until a file is there.
func waitFile(ts *testscript.TestScript, neg bool, args []string) {
	for range 200 {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Fatalf("%s never came", args[0])
}

// nowhere FOLDER FILE fails if any line of the file stands in the bytes of any
// file of the folder, in UTF-8, UTF-16 or as JSON escapes.
func nowhere(ts *testscript.TestScript, neg bool, args []string) {
	words := strings.Fields(ts.ReadFile(args[1]))
	files := 0
	ts.Check(filepath.Walk(ts.MkAbs(args[0]), func(path string, info os.FileInfo, err error) error {
		if err != nil || !info.Mode().IsRegular() {
			return err
		}
		files++
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, w := range words {
			for _, form := range forms(w) {
				if bytes.Contains(b, form) {
					ts.Fatalf("%s holds %q", path, w)
				}
			}
		}
		return nil
	}))
	if files < 2 || len(words) < 5 {
		ts.Fatalf("looked for %d words in %d files only", len(words), files)
	}
}

func forms(w string) [][]byte {
	var wide, escaped []byte
	for _, r := range w {
		wide = append(wide, byte(r), byte(r>>8))
	}
	escaped = []byte(strings.Trim(strconv.QuoteToASCII(w), `"`))
	return [][]byte{[]byte(w), wide, escaped}
}

// poke FILE OFFSET BYTE changes one byte; a negative offset counts from the
// end.
func poke(ts *testscript.TestScript, neg bool, args []string) {
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	at, err := strconv.Atoi(args[1])
	ts.Check(err)
	if at < 0 {
		at += len(b)
	}
	v, err := strconv.ParseUint(args[2], 0, 8)
	ts.Check(err)
	if b[at] == byte(v) {
		v = ^v // by chance; the file must change
	}
	b[at] = byte(v)
	ts.Check(os.WriteFile(path, b, 0o600))
}

// sameRecords NDJSON FOLDER compares a bundle's text, read by any JSON reader,
// with what the data folder holds: every record once, equal but for masking.
func sameRecords(ts *testscript.TestScript, neg bool, args []string) {
	s, err := store.Open(ts.MkAbs(args[1]), store.Options{Machine: "script machine"})
	ts.Check(err)
	defer s.Close()
	snap, err := s.Snapshot(1, org.NewDate(9999, 1, 1))
	ts.Check(err)
	want := recordsOf(snap)
	lines := strings.Split(strings.TrimSpace(ts.ReadFile(args[0])), "\n")
	got := map[string]any{}
	for _, line := range lines[1 : len(lines)-1] {
		var rec struct {
			ID   string         `json:"id"`
			Body map[string]any `json:"body"`
		}
		ts.Check(json.Unmarshal([]byte(line), &rec))
		delete(rec.Body, "id_number")
		delete(rec.Body, "phone")
		delete(rec.Body, "id_odd")
		got[rec.ID] = rec.Body
	}
	if len(got) != len(want) {
		ts.Fatalf("%d records, want %d", len(got), len(want))
	}
	for id, w := range want {
		b, err := json.Marshal(w)
		ts.Check(err)
		var plain map[string]any
		ts.Check(json.Unmarshal(b, &plain))
		if !reflect.DeepEqual(got[id], any(plain)) {
			ts.Fatalf("record %s differs:\n%v\n%v", id, got[id], plain)
		}
	}
}

// verbsHelp FILE reads the help of every verb that the file, the help of all,
// should name: it has a usage line and no line without Chinese words.
func verbsHelp(ts *testscript.TestScript, neg bool, args []string) {
	all := ts.ReadFile(args[0])
	count := 0
	for _, name := range verbNames() {
		count++
		if !strings.Contains(all, "  "+name+" ") {
			ts.Fatalf("%s is not in the list", name)
		}
		ts.Check(ts.Exec("branchbook", append(strings.Fields(name), "--help")...))
		help := ts.ReadFile("stdout")
		if !strings.Contains(help, "用法：branchbook "+name) || !strings.Contains(help, "通用选项：") {
			ts.Fatalf("%s has no usage:\n%s", name, help)
		}
		for _, line := range strings.Split(help, "\n") {
			if line != "" && !strings.ContainsFunc(line, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
				ts.Fatalf("%s: no Chinese in %q", name, line)
			}
		}
	}
	if count < 25 {
		ts.Fatalf("only %d verbs", count)
	}
}

// verbNames lists the verbs that do something, families first.
func verbNames() (out []string) {
	for _, v := range verbs {
		if v.subs == nil {
			out = append(out, v.name)
		}
		for _, sub := range v.subs {
			out = append(out, v.name+" "+sub.name)
		}
	}
	return out
}

// capture NAME REGEXP sets a variable to what the first group matches in the
// last output.
func capture(ts *testscript.TestScript, neg bool, args []string) {
	m := regexp.MustCompile("(?m)" + args[1]).FindStringSubmatch(ts.ReadFile("stdout"))
	if m == nil {
		ts.Fatalf("nothing matches %s in\n%s", args[1], ts.ReadFile("stdout"))
	}
	ts.Setenv(args[0], m[1])
}

// everything FOLDER FILE writes what the verbs show of a folder, but for the
// revisions, which never go back.
func everything(ts *testscript.TestScript, neg bool, args []string) {
	var out strings.Builder
	for _, verb := range []string{"branch show", "person list --all --full", "activity list", "hours", "check", "pack list"} {
		ts.Check(ts.Exec("branchbook", append(strings.Fields(verb), "--data", args[0], "--format", "json")...))
		for line := range strings.Lines(ts.ReadFile("stdout")) {
			if !strings.Contains(line, `"rev":`) {
				out.WriteString(line)
			}
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(out.String()), 0o600))
}

// smash FILE OFFSET fills a page with rubbish.
func smash(ts *testscript.TestScript, neg bool, args []string) {
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	at, err := strconv.Atoi(args[1])
	ts.Check(err)
	for i := range 4096 {
		b[at+i] = byte(i * 7)
	}
	ts.Check(os.WriteFile(path, b, 0o600))
}

// mkfile FILE LINE TAIL makes a file of one line, which may hold variables, and
// what the file TAIL holds.
func mkfile(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(args[1]+"\n"+ts.ReadFile(args[2])), 0o600))
}

// crlf FROM TO copies a text with the line ends of Windows.
func crlf(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.ReplaceAll(ts.ReadFile(args[0]), "\n", "\r\n")), 0o600))
}

// recordsOf maps every record by its id, people without what is masked.
func recordsOf(snap *org.Snapshot) map[string]any {
	want := map[string]any{string(snap.Branch.ID): snap.Branch}
	for _, p := range snap.Persons {
		c := *p
		c.IDNumber, c.Phone, c.IDOdd = "", "", false
		want[string(p.ID)] = &c
	}
	for _, a := range snap.Activities {
		want[string(a.ID)] = a
	}
	for _, k := range snap.Packs {
		want[string(k.ID)] = k
	}
	return want
}

// fods TSV FODS makes a flat OpenDocument sheet, for LibreOffice to save as
// xlsx; see sheettest.Flat.
func fods(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(sheettest.Flat(ts.ReadFile(args[0]))), 0o600))
}

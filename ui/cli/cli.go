package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/say"
)

// Env is what a verb may touch besides files that it is told of.
type Env struct {
	Stdout, Stderr io.Writer
	Now            func() time.Time
	Version        string
	Machine        string // what tells this computer from others; found out if empty
}

// Exit codes. 0 only when all went well.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
	exitBusy   = 3
)

// usageError says that the words of a call are off.
type usageError struct{ what string }

func (e *usageError) Error() string { return e.what }

func usage(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

// errHelp ends a verb after its help was printed.
var errHelp = errors.New("help printed")

// verb is one thing that a user does. words are its positional words for the
// help; a verb with subs is a family.
type verb struct {
	name  string
	words string
	short string
	run   func(*call) (result, error)
	edits bool // it changes what hours are counted from, and asks before it changes a closed year
	subs  []verb
}

// Run runs the command line and returns the exit code. args do not include the
// program's name.
func Run(env Env, args []string) int {
	if env.Now == nil {
		env.Now = time.Now
	}
	c := &call{env: env}
	err := c.dispatch(args)
	var words *usageError
	var busy *store.Busy
	switch {
	case err == nil, errors.Is(err, errHelp):
		return exitOK
	case errors.As(err, &words):
		said := say.Said{What: words.what, Next: "用法见：branchbook " + c.path() + "--help"}
		if wantsJSON(args) {
			printJSON(env.Stderr, said)
		} else {
			fmt.Fprintln(env.Stderr, said.What+"\n"+said.Next)
		}
		return exitUsage
	}
	for _, e := range failures(err) {
		c.complain(e)
	}
	if errors.As(err, &busy) {
		return exitBusy
	}
	return exitFailed
}

// wantsJSON tells whether a call asks for JSON, even if it cannot be read whole.
func wantsJSON(args []string) bool {
	for i, a := range args {
		name, value, joined := strings.Cut(strings.TrimLeft(a, "-"), "=")
		if !strings.HasPrefix(a, "-") || name != "format" {
			continue
		}
		if !joined && i+1 < len(args) {
			value = args[i+1]
		}
		return value == "json"
	}
	return false
}

// call is one call of a verb.
type call struct {
	env    Env
	verb   []string // its name, family first
	spec   verb
	rest   []string
	flags  *flag.FlagSet
	data   string
	format string
	out    string
	change bool     // closed years may change
	saved  bool     // something was saved or made, whatever fails now
	notes  []string // said on stderr after the result
	after  []error  // what failed although the result is safe
}

func (c *call) path() string {
	if len(c.verb) == 0 {
		return ""
	}
	return strings.Join(c.verb, " ") + " "
}

// dispatch finds the verb and runs it. Words before the verb may only be the
// common flags. "help person add" is "person add --help".
func (c *call) dispatch(args []string) error {
	before, args, err := leading(args)
	if err != nil {
		return err
	}
	if len(args) > 0 && args[0] == "help" {
		args = append(args[1:len(args):len(args)], "--help")
	}
	if len(args) == 0 || isHelp(args[0]) {
		return printHelp(c.env.Stdout)
	}
	list, short := verbs, ""
	for {
		if len(args) == 0 {
			return usage("“%s”后面还缺一个词：%s。", strings.Join(c.verb, " "), names(list))
		}
		if len(c.verb) > 0 && isHelp(args[0]) {
			return printFamily(c.env.Stdout, c.verb, short, list)
		}
		v, ok := find(list, args[0])
		if !ok {
			return usage("没有“%s”这个命令。", strings.Join(append(c.verb, args[0]), " "))
		}
		c.verb, args = append(c.verb, v.name), args[1:]
		if v.subs == nil {
			c.spec, c.rest = v, append(before, args...)
			return c.runVerb()
		}
		list, short = v.subs, v.short
	}
}

func isHelp(word string) bool { return word == "--help" || word == "-help" || word == "-h" }

// leading cuts off the flags before the verb, each with its value.
func leading(args []string) (flags, rest []string, err error) {
	for len(args) > 0 && strings.HasPrefix(args[0], "-") && !isHelp(args[0]) {
		name, _, joined := strings.Cut(strings.TrimLeft(args[0], "-"), "=")
		if name != "data" && name != "format" && name != "o" {
			return nil, nil, usage("命令前面只能写 --data、--format 和 -o，没有 %s。", args[0])
		}
		n := 2
		if joined {
			n = 1
		}
		if len(args) < n {
			return nil, nil, usage("%s 后面要有内容。", args[0])
		}
		flags, args = append(flags, args[:n]...), args[n:]
	}
	return flags, args, nil
}

func find(list []verb, name string) (verb, bool) {
	for _, v := range list {
		if v.name == name {
			return v, true
		}
	}
	return verb{}, false
}

func names(list []verb) string {
	var out []string
	for _, v := range list {
		out = append(out, v.name)
	}
	return strings.Join(out, "、")
}

func (c *call) runVerb() error {
	c.flags = flag.NewFlagSet(strings.Join(c.verb, " "), flag.ContinueOnError)
	c.flags.SetOutput(io.Discard)
	c.flags.StringVar(&c.data, "data", "", "数据文件夹")
	c.flags.StringVar(&c.format, "format", "text", "输出形式：text、json 或 csv")
	c.flags.StringVar(&c.out, "o", "", "输出到文件")
	if c.spec.edits {
		c.flags.BoolVar(&c.change, "change-closed", false, "会改动已封存年度的学时，也照改；封存的数字不变")
	}
	r, err := c.spec.run(c)
	if err == nil {
		err = c.print(r)
	}
	if err != nil && c.saved {
		err = fmt.Errorf("%w: %v", say.ErrNotShown, err) // not to be said as if nothing had been done
	}
	if err != nil && !c.saved {
		return err
	}
	for _, n := range c.notes {
		fmt.Fprintln(c.env.Stderr, n)
	}
	return together(err, c.after)
}

// parse reads the verb's words, flags and names in any order, and checks how
// many names there are; most < 0 means any number.
func (c *call) parse(least, most int) ([]string, error) {
	var words []string
	rest := c.rest
	for {
		err := c.flags.Parse(rest)
		if errors.Is(err, flag.ErrHelp) {
			return nil, c.printVerbHelp()
		}
		if err != nil {
			return nil, usage("选项不对：%s。", flagFault(err))
		}
		rest = c.flags.Args()
		if len(rest) == 0 {
			break
		}
		words, rest = append(words, rest[0]), rest[1:]
	}
	if c.set("data") && c.data == "" {
		return nil, usage("--data 后面要写数据文件夹。")
	}
	if c.format != "text" && c.format != "json" && c.format != "csv" {
		return nil, usage("--format 只能是 text、json 或 csv。")
	}
	if len(words) < least {
		return nil, usage("还缺：%s。", c.spec.words)
	}
	if most >= 0 && len(words) > most {
		return nil, usage("多了不认识的词“%s”。", words[most])
	}
	if dir, err := c.dir(); c.out != "" && err == nil && store.Inside(dir, c.out) {
		return nil, usage("-o 不能写进数据文件夹，那里只放台账自己的文件。") // it could take the place of the branch's file
	}
	if info, err := os.Stat(c.out); err == nil && info.IsDir() {
		return nil, fmt.Errorf("find place for result: %w", syscall.EISDIR)
	}
	if info, err := os.Stat(filepath.Dir(c.out)); c.out != "" && (err != nil || !info.IsDir()) {
		return nil, say.ErrNoFolder // before anything is saved
	}
	return words, nil
}

// set tells whether the user gave the flag.
func (c *call) set(name string) bool {
	found := false
	c.flags.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

// setAny tells whether the user gave any flag of the verb's own.
func (c *call) setAny() bool {
	found := false
	c.flags.Visit(func(f *flag.Flag) {
		found = found || f.Name != "data" && f.Name != "format" && f.Name != "o" && f.Name != "change-closed"
	})
	return found
}

func (c *call) dir() (string, error) {
	if c.data != "" {
		return c.data, nil
	}
	dir, err := store.DefaultDir()
	if err != nil {
		return "", fmt.Errorf("%w: %v", say.ErrNoHome, err)
	}
	return dir, nil
}

func (c *call) options() store.Options {
	return store.Options{Now: c.env.Now, Program: "verb", Machine: c.env.Machine}
}

// day reads a day flag, today if it is empty.
func (c *call) day(text string) (org.Date, error) {
	if text == "" {
		return org.DateOf(c.env.Now()), nil
	}
	d, err := org.ParseDate(text)
	if err != nil {
		return 0, usage("日期要写成 2026-03-10 的样子。")
	}
	return d, nil
}

// year reads a year flag, the other year if it is not set.
func (c *call) year(flag, other int) (int, error) {
	if !c.set("year") {
		return other, nil
	}
	if flag < 1921 || flag > 2200 {
		return 0, usage("--year 要写四位年度，如 2026。")
	}
	return flag, nil
}

// open opens the data folder.
func (c *call) open() (*store.Store, error) {
	dir, err := c.dir()
	if err != nil {
		return nil, err
	}
	return store.Open(dir, c.options())
}

// with opens the file, runs f, and closes it; the first error counts.
func (c *call) with(f func(*store.Store) (result, error)) (r result, err error) {
	s, err := c.open()
	if err != nil {
		return nil, err
	}
	defer func() { err = c.close(s, err) }()
	before, _, err := s.Head()
	if err != nil {
		return nil, err
	}
	r, err = f(s)
	if after, _, e := s.Head(); e == nil && after > before {
		c.saved = true
	}
	return r, err
}

// close closes the file; err, what went wrong before, counts first. That only
// the backup failed does not take the result away: it is said after it.
func (c *call) close(s *store.Store, err error) error {
	e := s.Close()
	var missed *store.NoBackup
	switch {
	case errors.As(e, &missed):
		c.after = append(c.after, e)
		return err
	case err != nil:
		return err
	}
	return e
}

// list is a flag that may be given several times.
type list []string

func (l *list) String() string { return strings.Join(*l, "、") }

func (l *list) Set(s string) error { *l = append(*l, s); return nil }

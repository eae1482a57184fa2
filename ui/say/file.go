package say

import (
	"errors"
	"fmt"
)

// ErrCancelled refuses to cancel twice; ErrNotHeld to judge again who was due
// at something that did not take place.
var (
	ErrCancelled = errors.New("activity is cancelled already")
	ErrNotHeld   = errors.New("activity was not held")
)

// ErrNoFolder says that the folder for a result is not there.
var ErrNoFolder = errors.New("no folder for the result")

// ErrReadingTwice refuses an item that is on the year's reading list already;
// ErrNoReading says that no list has it.
var (
	ErrReadingTwice = errors.New("the reading list has the title")
	ErrNoReading    = errors.New("no reading list has it")
)

// ErrNotShown says that what was to be done is done and its result could not be
// written; ErrRowsLeft that rows of a roster were left out, whatever came in.
var (
	ErrNotShown = errors.New("done, result not written")
	ErrRowsLeft = errors.New("rows left out")
)

// ErrNotFile refuses to read a pipe or a device; ErrNoHome says that there is
// no place for data unless one is named.
var (
	ErrNotFile = errors.New("not a regular file")
	ErrNoHome  = errors.New("no home folder")
)

// FileFault is a fault of an activity file that a person wrote, with its place.
type FileFault struct {
	Line int    // from 1, 0 when not known
	Key  string // may be empty
	Why  FileWhy
}

// FileWhy is what is wrong in an activity file.
type FileWhy string

// The reasons; none is a fault of the writing itself.
const (
	FileUnknownKey FileWhy = "unknown_key"
	FileWrongType  FileWhy = "wrong_type" // a number where a text belongs …
	FileLong       FileWhy = "long"
	FileFuture     FileWhy = "future" // held on a day that has not come
)

func (e *FileFault) Error() string {
	return fmt.Sprintf("activity file, line %d, key %s", e.Line, e.Key)
}

func activityFileError(err error) (Said, bool) {
	var f *FileFault
	if !errors.As(err, &f) {
		return Said{}, false
	}
	place := "活动文件"
	if f.Line > 0 {
		place += fmt.Sprintf("第%d行", f.Line)
	}
	what := "写法不对"
	if f.Key != "" {
		what = "“" + f.Key + "”的写法不对"
	}
	switch f.Why {
	case FileUnknownKey:
		what = "有不认识的“" + f.Key + "”"
	case FileWrongType:
		what = "“" + f.Key + "”的内容类型不对：文字要加双引号，人数、分钟数不加，名单要加方括号"
	case FileLong:
		return Said{"活动文件太大，没有保存。", "请核对文件是否选错。"}, true
	case FileFuture:
		return Said{"活动日期在今天之后，没有保存。", "还没有开展的，请在文件开头写 state = \"计划\"。"}, true
	}
	return Said{place + what + "，没有保存。", "请对照 docs/cli.md 里的写法改正。"}, true
}

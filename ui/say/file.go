package say

import (
	"errors"
	"fmt"
)

// FileFault is a fault of an activity file that a person wrote, with its place.
type FileFault struct {
	Line int    // from 1, 0 when not known
	Key  string // may be empty
}

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
		what = "有不认识或写错的“" + f.Key + "”"
	}
	return Said{place + what + "，没有保存。", "请对照 docs/cli.md 里的写法改正。"}, true
}

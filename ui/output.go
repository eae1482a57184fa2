package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"branchbook/store"
	"branchbook/store/safefile"
	"branchbook/ui/kit"
)

// openFile shows a file or folder in the system's program for it.
func (w *Window) openFile(path string) {
	err := errors.ErrUnsupported
	if w.opt.OpenFile != nil {
		err = w.opt.OpenFile(path)
	}
	if err != nil {
		w.log(fmt.Errorf("show file: %w", nameless(err)))
		w.tell("文件已经做好，但没有找到能打开它的程序。", "请自己打开："+path)
		return
	}
	w.say("已打开："+filepath.Base(path), "", nil)
}

// freeName is the path, or one with a number if it is taken: 名单(2).pdf.
func freeName(path string) string {
	ext := filepath.Ext(path)
	free := path
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); errors.Is(err, fs.ErrNotExist) {
			return free
		}
		free = fmt.Sprintf("%s(%d)%s", path[:len(path)-len(ext)], n, ext)
	}
}

// saveOut writes a file into a folder that the user chooses. A file of that
// name is replaced only after asking.
func (w *Window) saveOut(lane *kit.Lane, title, name string, fill func(*Book, io.Writer) error) {
	w.chooseFolder(title, func(dir string) {
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); err == nil {
			w.ask("这个文件夹里已有同名文件", name+"：要用新的代替它吗？", "代替旧文件", "不代替", func() { w.write(lane, path, true, fill) })
			return
		}
		w.write(lane, path, false, fill)
	})
}

func (w *Window) write(lane *kit.Lane, path string, replace bool, fill func(*Book, io.Writer) error) {
	task(w, lane, func(_ context.Context, b *Book) (string, error) {
		if store.Inside(b.Store.Dir(), path) {
			return "", store.ErrInside
		}
		_, err := safefile.WriteFunc(path, safefile.Options{Replace: replace}, func(out io.Writer) error { return fill(b, out) })
		return path, err
	}, func(path string) {
		w.say("已保存："+path, "打开", func() { w.openFile(path) })
	})
}

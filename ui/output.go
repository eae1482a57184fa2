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
		w.unopened(path, err)
		return
	}
	w.say("已打开："+filepath.Base(path), "", nil)
}

// unopened says that the system has no program for a file, where the file is, and
// how it can be taken elsewhere.
func (w *Window) unopened(path string, err error) {
	w.log(fmt.Errorf("show file: %w", nameless(err)))
	const title = "文件已经做好，但这台电脑没有打开它"
	words := "可能没有装能打开它的程序，比如 WPS 或 PDF 阅读软件。\n文件在：" + path
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		w.tell(title, words)
		return
	}
	answers := []kit.Answer{{Text: "打开所在文件夹", Do: func() { w.openFile(filepath.Dir(path)) }}, {Text: "知道了", Safe: true, Primary: true}}
	if filepath.Dir(path) == w.prints.dir {
		words += "\n关掉本程序时，这个文件会一起清理掉。要留着，请另存一份，可以存到 U 盘，拿到别的电脑上打印。"
		answers = append([]kit.Answer{{Text: "另存一份", Do: func() { w.keepPrinted(path) }}}, answers...)
	}
	kit.Choose(w.win.Canvas(), title, words, answers...)
}

// keepPrinted saves a copy of what was printed into a folder that the user chooses.
func (w *Window) keepPrinted(path string) {
	w.saveOut(new(kit.Lane), "存到哪个文件夹", filepath.Base(path), func(_ *Book, out io.Writer) error {
		b, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("read form: %w", err)
		}
		_, err = out.Write(b)
		return err
	})
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

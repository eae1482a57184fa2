package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/say"
)

// isOwn tells whether a pack lies in the branch's file, and not in the program.
func isOwn(local []*org.LocalPack, name string) bool {
	return slices.ContainsFunc(local, func(p *org.LocalPack) bool { return p.Name == name && p.Text != "" })
}

// packFaults says of each pack of the branch that cannot be used why not, with
// line and key: a newer version of the program may read it otherwise.
func packFaults(day org.Date, local []*org.LocalPack) map[string]string {
	out := map[string]string{}
	tell := func(err error) {
		var f *rules.Fault
		if errors.As(err, &f) {
			out[f.File] = say.Error(err).Plain().String()
		}
	}
	for _, p := range local {
		if p.Text != "" {
			_, err := rules.Parse(p.Name, []byte(p.Text))
			tell(err)
		}
	}
	if len(out) == 0 {
		_, err := rules.Load(day, local)
		tell(err)
	}
	return out
}

// install lets the user choose the file of a pack, says what it is, and puts it
// in force.
func (s *settings) install() {
	s.w.chooseFile("选规则包文件", []string{".toml"}, func(path string) {
		task(s.w, &s.work, func(_ context.Context, b *Book) (*rules.Installed, error) { return readPack(b, path) }, s.offer)
	})
}

// readPack reads a pack from a file, without putting it in force.
func readPack(b *Book, path string) (*rules.Installed, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("read pack: %w", err)
	}
	if info.Size() > rules.MaxPack {
		return nil, &rules.Fault{File: filepath.Base(path), Why: rules.FaultLong}
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read pack: %w", err)
	}
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	return rules.Install(b.Today(), snap.Packs, filepath.Base(path), text, store.NewItemID())
}

// offer asks before a pack is put in force, or takes the place of another.
func (s *settings) offer(in *rules.Installed) {
	about := rules.LayerChinese(in.Info.Layer) + "，" + packSpan(in.Info) + "。装入以后立即启用，缺项和学时按它算；不要的可以停用或去掉，也可以撤销。"
	put := func() {
		s.w.actOn("已装入并启用："+in.Info.Title, these(in.Pack), func(b *Book) (store.Changed, error) { return b.Store.SavePack(in.Pack) }, nil)
	}
	switch {
	case in.Same():
		s.w.tell("这个规则包已经装着，内容一样。", "没有改动。")
	case in.Was != nil && in.Was.Text != in.Pack.Text:
		s.w.ask("换掉同名的规则包？", "已经装有“"+in.Pack.Name+"”，内容不一样。要换成："+in.Info.Title+"，"+about, "换成这一份", "不换", put)
	default:
		s.w.ask("装入规则包？", in.Info.Title+"："+about, "装入并启用", "不装", put)
	}
}

// uninstall takes a pack of the branch out of the file, after asking.
func (s *settings) uninstall(p packRow) {
	s.w.ask("去掉规则包？", p.title+"：去掉以后，缺项和学时不再按它算。可以撤销。", "去掉", "不去掉", func() {
		saves := func(b *Book) ([]org.Aggregate, error) {
			pack, err := ownPack(b, p.name)
			if err != nil {
				return nil, err
			}
			without := *pack
			without.On = false // counts as taken out does
			return []org.Aggregate{&without}, nil
		}
		s.w.actOn("已去掉："+p.title, saves, func(b *Book) (store.Changed, error) {
			pack, err := ownPack(b, p.name)
			if err != nil {
				return store.Changed{}, err
			}
			return b.Store.RemovePack(pack)
		}, nil)
	})
}

// ownPack finds a pack of the branch that may be taken out.
func ownPack(b *Book, name string) (*org.LocalPack, error) {
	snap, err := b.Store.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	return rules.Uninstall(b.Today(), snap.Packs, name)
}

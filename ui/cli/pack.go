package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"branchbook/rules"
	"branchbook/store"
	"branchbook/store/org"
	"branchbook/ui/say"
)

func runPackList(c *call) (result, error) {
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	return c.with(listPacks)
}

func runPackOn(c *call) (result, error)  { return c.switchPack(true) }
func runPackOff(c *call) (result, error) { return c.switchPack(false) }

// switchPack puts a shipped or a local pack in force or out of it, once the
// rules have agreed to the result.
func (c *call) switchPack(on bool) (result, error) {
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := s.Snapshot(1, 0)
		if err != nil {
			return nil, err
		}
		if !on && rules.Always(words[0]) {
			return nil, say.ErrCentralPack
		}
		pack, err := rules.Switch(org.DateOf(c.env.Now()), snap.Packs, words[0], on, store.NewItemID())
		if err != nil {
			return nil, err
		}
		if err := c.mayChange(s, pack); err != nil {
			return nil, err
		}
		if _, err := s.SavePack(pack); err != nil {
			return nil, err
		}
		return listPacks(s)
	})
}

// runPackAdd puts the pack of a file in force; one of the same name gives way
// only when the user says so.
func runPackAdd(c *call) (result, error) {
	replace := c.flags.Bool("replace", false, "换掉同名的规则包")
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	text, err := c.packText(words[0])
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := s.Snapshot(1, 0)
		if err != nil {
			return nil, err
		}
		in, err := rules.Install(org.DateOf(c.env.Now()), snap.Packs, filepath.Base(words[0]), text, store.NewItemID())
		switch {
		case err != nil:
			return nil, err
		case in.Same():
			c.notes = append(c.notes, "这个规则包已经装着，内容一样，没有改动。")
			return listPacks(s)
		case in.Was != nil && !*replace && in.Was.Text != in.Pack.Text:
			return nil, &say.PackTaken{Name: in.Pack.Name}
		}
		if err := c.mayChange(s, in.Pack); err != nil {
			return nil, err
		}
		if _, err := s.SavePack(in.Pack); err != nil {
			return nil, err
		}
		return listPacks(s)
	})
}

func (c *call) packText(path string) ([]byte, error) {
	if err := c.reads(path); err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("read pack: %w", err)
	}
	if info.Size() > rules.MaxPack {
		return nil, &rules.Fault{File: filepath.Base(path), Why: rules.FaultLong}
	}
	return os.ReadFile(path)
}

// runPackRemove takes a pack of the branch out of the file.
func runPackRemove(c *call) (result, error) {
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := s.Snapshot(1, 0)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(rules.Shipped(), func(i rules.Info) bool { return i.Name == words[0] }) {
			return nil, say.ErrShippedPack
		}
		pack, err := rules.Uninstall(org.DateOf(c.env.Now()), snap.Packs, words[0])
		if err != nil {
			return nil, err
		}
		without := *pack
		without.On = false // counts as taken out does
		if err := c.mayChange(s, &without); err != nil {
			return nil, err
		}
		if _, err := s.RemovePack(pack); err != nil {
			return nil, err
		}
		return listPacks(s)
	})
}

type packLine struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Layer string `json:"layer"` // central, plan, province, city, county, town, branch
	On    bool   `json:"on"`
}

type packList []packLine

func listPacks(s *store.Store) (result, error) {
	snap, err := s.Snapshot(1, 0)
	if err != nil {
		return nil, err
	}
	out := packList{}
	for _, p := range rules.Packs(snap.Packs) {
		out = append(out, packLine{p.Name, p.Title, p.Layer, p.On})
	}
	return out, nil
}

func (l packList) text(w io.Writer) { grid(w, l.table()) }

func (l packList) table() [][]string {
	rows := [][]string{{"名称", "规则包", "层级", "启用"}}
	for _, p := range l {
		rows = append(rows, []string{p.Name, p.Title, rules.LayerChinese(p.Layer), plain(p.On)})
	}
	return rows
}

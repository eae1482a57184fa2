package cli

import (
	"io"

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

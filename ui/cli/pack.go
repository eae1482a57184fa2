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
		pack := org.LocalPack{ID: store.NewItemID(), Name: words[0]}
		packs := []*org.LocalPack{&pack}
		for _, p := range snap.Packs {
			if p.Name == words[0] {
				pack = *p
			} else {
				packs = append(packs, p)
			}
		}
		pack.On = on
		if !on && words[0] == rules.Shipped()[0].Name {
			return nil, say.ErrCentralPack
		}
		if _, err := rules.Load(org.DateOf(c.env.Now()), packs); err != nil {
			return nil, err
		}
		if _, err := s.SavePack(&pack); err != nil {
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
	shipped := map[string]int{}
	for i, p := range rules.Shipped() {
		shipped[p.Name] = i
		out = append(out, packLine{p.Name, p.Title, p.Layer, p.On})
	}
	for _, p := range snap.Packs {
		if i, ok := shipped[p.Name]; ok && p.Text == "" {
			out[i].On = p.On
			continue
		}
		out = append(out, packLine{p.Name, p.Name, "branch", p.On})
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

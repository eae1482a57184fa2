package rules

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"

	"branchbook/store/org"
)

//go:embed packs/*.toml
var packFiles embed.FS

// Pack is what all packs together make of the rules. It knows the rules of
// every day, so that a period is judged by what held on its last day; the day
// it was loaded for decides Rules, Rule, Digest and the facts for forms.
type Pack struct {
	day     org.Date
	eras    []*era // by first day
	sources []Info // lowest layer first
}

// era is a run of days on which the effective rules do not change.
type era struct {
	from  org.Date
	rules []*Rule // in the order in which the packs name them
	byID  map[string]*Rule
	facts facts
}

// shipped reads the embedded packs once; a fault in one is a bug that the
// tests of this package find.
var shipped = sync.OnceValues(func() ([]*Source, error) {
	files, err := packFiles.ReadDir("packs")
	if err != nil {
		return nil, fmt.Errorf("list embedded packs: %w", err)
	}
	var out []*Source
	for _, f := range files {
		text, err := packFiles.ReadFile("packs/" + f.Name())
		if err != nil {
			return nil, fmt.Errorf("read embedded pack: %w", err)
		}
		s, err := Parse(f.Name(), text)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
})

// Shipped lists the packs that come with the program, lowest layer first.
func Shipped() []Info {
	sources, err := shipped()
	if err != nil {
		panic("rules: " + err.Error())
	}
	sources = slices.Clone(sources)
	slices.SortStableFunc(sources, byLayer)
	out := make([]Info, len(sources))
	for i, s := range sources {
		out[i] = s.Info
	}
	return out
}

// Load returns the effective pack of a day: the embedded packs that are on,
// and the branch's local packs. A local pack that is On with a Text is read
// and put in force; one with an empty Text switches the embedded pack of that
// name on (On) or off (not On). The central pack cannot be switched off. The
// error is a *Fault whose File is the local pack's name.
func Load(day org.Date, local []*org.LocalPack) (*Pack, error) {
	embedded, err := shipped()
	if err != nil {
		return nil, err
	}
	sources, err := choose(embedded, local)
	if err != nil {
		return nil, err
	}
	return build(day, sources)
}

// choose selects the sources that are on.
func choose(embedded []*Source, local []*org.LocalPack) ([]*Source, error) {
	on, own := map[string]bool{}, map[string]*Source{}
	for _, s := range embedded {
		on[s.Name] = s.On
	}
	if err := switches(on, local); err != nil {
		return nil, err
	}
	var out []*Source
	for _, s := range embedded {
		if on[s.Name] {
			out = append(out, s)
		}
	}
	for _, l := range local {
		if l.Text == "" || !l.On {
			continue
		}
		s, err := Parse(l.Name, []byte(l.Text))
		if err != nil {
			return nil, err
		}
		if on[s.Name] || own[s.Name] != nil {
			return nil, &Fault{File: l.Name, Line: 1, Key: "pack.name", Why: FaultTwice}
		}
		own[s.Name] = s
		out = append(out, s)
	}
	return out, nil
}

// switches turns embedded packs on and off by name.
func switches(on map[string]bool, local []*org.LocalPack) error {
	for _, l := range local {
		if l.Text != "" {
			continue
		}
		if _, known := on[l.Name]; !known {
			return &Fault{File: l.Name, Key: "name", Why: FaultNoPack}
		}
		on[l.Name] = l.On || l.Name == centralPack
	}
	return nil
}

// centralPack is the pack that is always in force.
const centralPack = "central"

// byLayer orders packs from the lowest layer up; within a layer the later one
// in force overrides, then the name decides.
func byLayer(a, b *Source) int {
	return cmp.Or(
		slices.Index(Layers(), a.Layer)-slices.Index(Layers(), b.Layer),
		cmp.Compare(a.From, b.From),
		strings.Compare(a.Name, b.Name))
}

// build layers the sources and cuts the calendar where anything changes.
func build(day org.Date, sources []*Source) (*Pack, error) {
	sources = slices.Clone(sources)
	slices.SortStableFunc(sources, byLayer)
	if err := targetsExist(sources); err != nil {
		return nil, err
	}
	p := &Pack{day: day}
	for _, s := range sources {
		p.sources = append(p.sources, s.Info)
	}
	for _, from := range turns(sources) {
		p.eras = append(p.eras, newEra(from, sources))
	}
	return p, nil
}

// turns lists the days on which some rule begins or no longer holds.
func turns(sources []*Source) []org.Date {
	set := map[org.Date]bool{0: true}
	add := func(from, to org.Date) {
		set[from] = true
		if to != 0 {
			set[to+1] = true
		}
	}
	for _, s := range sources {
		for i := range s.Rules {
			add(s.Rules[i].From, s.Rules[i].To)
		}
		for i := range s.Changes {
			add(s.Changes[i].From, s.Changes[i].To)
		}
	}
	out := make([]org.Date, 0, len(set))
	for d := range set {
		out = append(out, d)
	}
	slices.Sort(out)
	return out
}

// at returns the era that a day lies in.
func (p *Pack) at(day org.Date) *era {
	i := sort.Search(len(p.eras), func(i int) bool { return p.eras[i].from > day })
	return p.eras[max(i-1, 0)]
}

// Sources lists the packs that the effective one is made of, lowest layer first.
func (p *Pack) Sources() []Info { return slices.Clone(p.sources) }

// Day returns the day that the pack was loaded for.
func (p *Pack) Day() org.Date { return p.day }

// Rules lists the rules in force on the pack's day, in the order of the packs.
func (p *Pack) Rules() []*Rule { return slices.Clone(p.at(p.day).rules) }

// Rule finds a rule in force on the pack's day by id; nil if there is none.
func (p *Pack) Rule(id string) *Rule {
	if r := p.at(p.day).byID[id]; r != nil && !r.Off {
		return r
	}
	return nil
}

// Resting lists the rules that some pack states for the pack's day and that are
// not in force: those that nobody has verified (Doubt says what is not sure),
// and those that a later layer ended.
func (p *Pack) Resting() []*Rule {
	var out []*Rule
	for _, r := range p.at(p.day).byID {
		if r.Off {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b *Rule) int { return cmp.Compare(a.order, b.order) })
	return out
}

// Digest is the hex SHA-256 of the rules in force on the pack's day, with
// everything they say, in the order of their ids.
func (p *Pack) Digest() string {
	list := p.Rules()
	slices.SortFunc(list, func(a, b *Rule) int { return strings.Compare(a.ID, b.ID) })
	b, err := json.Marshal(list)
	if err != nil {
		panic("rules: encode rules: " + err.Error())
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

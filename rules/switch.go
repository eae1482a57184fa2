package rules

import "branchbook/store/org"

// Always reports whether a pack is always in force.
func Always(name string) bool { return name == centralPack }

// Packs lists the packs that come with the program and those of the branch, and
// which of them are switched on. What a local pack says of itself stands in its
// text; one that cannot be read is known by its name alone.
func Packs(local []*org.LocalPack) []Info {
	out := Shipped()
	for _, l := range local {
		if l.Text != "" {
			out = append(out, localInfo(l))
			continue
		}
		for i := range out {
			if out[i].Name == l.Name {
				out[i].On = l.On || Always(l.Name)
			}
		}
	}
	return out
}

func localInfo(l *org.LocalPack) Info {
	info := Info{Name: l.Name, Title: l.Name, Layer: "branch"}
	if s, err := Parse(l.Name, []byte(l.Text)); err == nil {
		info = s.Info
		info.Name = l.Name
	}
	info.On = l.On
	return info
}

// Switch returns the local pack that puts a shipped or a local pack in force or
// out of it, once the rules of the day have agreed to the result; fresh is its id
// if the branch has none yet. Errors as those of Load.
func Switch(day org.Date, local []*org.LocalPack, name string, on bool, fresh org.ItemID) (*org.LocalPack, error) {
	pack := org.LocalPack{ID: fresh, Name: name}
	packs := []*org.LocalPack{&pack}
	for _, p := range local {
		if p.Name == name {
			pack = *p
		} else {
			packs = append(packs, p)
		}
	}
	pack.On = on
	if _, err := Load(day, packs); err != nil {
		return nil, err
	}
	return &pack, nil
}

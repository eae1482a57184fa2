package rules

import (
	"bytes"
	"errors"
	"slices"

	"branchbook/store/org"
)

// Installed is what would become of the text of a pack in a branch.
type Installed struct {
	Pack *org.LocalPack // to be saved: in force
	Info Info           // what the pack says of itself
	Was  *org.LocalPack // the local pack of that name that it would replace; nil if there is none
}

// Same tells whether nothing would change.
func (i *Installed) Same() bool { return i.Was != nil && *i.Was == *i.Pack }

// Install reads the text of a pack as a local pack of the branch, once the rules
// of the day have agreed to it. One of the same name gives way to it and keeps
// its id; fresh is the id if there is none. The error is a *Fault with the file.
func Install(day org.Date, local []*org.LocalPack, file string, text []byte, fresh org.ItemID) (*Installed, error) {
	text = bytes.ReplaceAll(bytes.TrimPrefix(text, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	s, err := Parse(file, text)
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(Shipped(), func(i Info) bool { return i.Name == s.Name }) {
		return nil, &Fault{File: file, Line: lineIndex(string(text))["pack.name"], Key: "pack.name", Why: FaultShipped}
	}
	out := &Installed{Pack: &org.LocalPack{ID: fresh, Name: s.Name, On: true, Text: string(text)}, Info: s.Info}
	out.Info.On = true
	others := []*org.LocalPack{out.Pack}
	for _, p := range local {
		if p.Name != s.Name {
			others = append(others, p)
			continue
		}
		out.Was = p
		out.Pack.ID, out.Pack.Rev = p.ID, p.Rev
	}
	if err := out.Pack.Validate(); err != nil {
		return nil, &Fault{File: file, Line: 1, Why: FaultSyntax}
	}
	if _, err := Load(day, others); err != nil {
		var f *Fault
		if errors.As(err, &f) && f.File == s.Name {
			f.File = file
		}
		return nil, err
	}
	return out, nil
}

// Uninstall finds a local pack that may be taken out of the file: the rules of
// the day have agreed to what is left.
func Uninstall(day org.Date, local []*org.LocalPack, name string) (*org.LocalPack, error) {
	at := slices.IndexFunc(local, func(p *org.LocalPack) bool { return p.Name == name && p.Text != "" })
	if at < 0 {
		return nil, &Fault{File: name, Key: "name", Why: FaultNoPack}
	}
	if _, err := Load(day, slices.Delete(slices.Clone(local), at, at+1)); err != nil {
		return nil, err
	}
	return local[at], nil
}

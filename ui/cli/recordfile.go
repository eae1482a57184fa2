package cli

import (
	"errors"
	"os"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"branchbook/store/org"
	"branchbook/ui/say"
)

// maxRecordFile is the size of an activity file beyond which it cannot be one.
const maxRecordFile = 1 << 20

// recordFile is an activity as written in a TOML file; docs/cli.md lists every
// key. Words may be the official Chinese ones or the stable English ones.
type recordFile struct {
	Title     string       `toml:"title"`
	State     string       `toml:"state"`
	Place     string       `toml:"place"`
	Organiser string       `toml:"organiser"`
	Level     string       `toml:"level"`
	Season    string       `toml:"season"`
	For       string       `toml:"for"`
	Source    string       `toml:"source"`
	Proof     string       `toml:"proof"`
	Note      string       `toml:"note"`
	Others    string       `toml:"others"`
	Parts     []partFile   `toml:"part"`
	People    []personFile `toml:"person"`
}

type partFile struct {
	Kind      string           `toml:"kind"`
	Form      string           `toml:"form"`
	Content   string           `toml:"content"`
	Method    string           `toml:"method"`
	Date      tomlDate         `toml:"date"`
	Start     string           `toml:"start"`
	End       string           `toml:"end"`
	Length    string           `toml:"length"`
	Break     int              `toml:"break"`
	Minutes   int              `toml:"minutes"`
	Certified string           `toml:"certified"`
	Chair     string           `toml:"chair"`
	Recorder  string           `toml:"recorder"`
	Lecturer  string           `toml:"lecturer"`
	Title     string           `toml:"title"`
	Text      string           `toml:"text"`
	Materials []string         `toml:"materials"`
	Basics    []string         `toml:"basics"`
	Analysis  bool             `toml:"analysis"`
	School    bool             `toml:"party_school"`
	Audience  string           `toml:"audience"`
	Groups    []string         `toml:"groups"`
	Persons   []string         `toml:"persons"`
	Votes     []resolutionFile `toml:"resolution"`
}

type resolutionFile struct {
	Kind         string          `toml:"kind"`
	Title        string          `toml:"title"`
	Subject      string          `toml:"subject"`
	Entitled     *int            `toml:"entitled"`
	Present      *int            `toml:"present"`
	Yes          int             `toml:"yes"`
	No           int             `toml:"no"`
	Abstain      int             `toml:"abstain"`
	Written      int             `toml:"written"`
	Secret       bool            `toml:"secret"`
	Text         string          `toml:"text"`
	LeftOut      []leftOutFile   `toml:"left_out"`
	Seats        int             `toml:"seats"`
	BallotsOut   int             `toml:"ballots_out"`
	BallotsIn    int             `toml:"ballots_in"`
	BallotsValid int             `toml:"ballots_valid"`
	Candidates   []candidateFile `toml:"candidate"`
}

type leftOutFile struct {
	Person  string `toml:"person"`
	Basis   string `toml:"basis"`
	Consent bool   `toml:"consent"`
}

type candidateFile struct {
	Name    string `toml:"name"`
	Yes     int    `toml:"yes"`
	Elected bool   `toml:"elected"`
}

// personFile is one exception: somebody who was not simply there.
type personFile struct {
	Name    string `toml:"name"`
	Part    int    `toml:"part"`
	Status  string `toml:"status"`
	Reason  string `toml:"reason"`
	Minutes int    `toml:"minutes"`
	Text    string `toml:"text"`
}

// tomlDate accepts a TOML date and a text of the same form.
type tomlDate org.Date

func (d *tomlDate) UnmarshalTOML(v any) error {
	switch v := v.(type) {
	case time.Time:
		*d = tomlDate(org.DateOf(v))
		return nil
	case string:
		day, err := org.ParseDate(v)
		*d = tomlDate(day)
		return err
	}
	return &org.Invalid{Field: "date", Why: org.WhyDate}
}

// readRecord reads an activity file strictly: an unknown key is an error, so
// that a slip of the pen cannot lose anything.
func readRecord(path string) (*recordFile, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxRecordFile {
		return nil, &org.Invalid{Field: "text", Why: org.WhyLong}
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var f recordFile
	meta, err := toml.Decode(strings.TrimPrefix(string(text), "\ufeff"), &f)
	if err != nil {
		return nil, tomlFault(err)
	}
	if keys := meta.Undecoded(); len(keys) > 0 {
		return nil, &say.FileFault{Line: lineOf(string(text), keys[0]), Key: keys[0].String()}
	}
	return &f, nil
}

func tomlFault(err error) error {
	var inv *org.Invalid
	if errors.As(err, &inv) {
		return inv
	}
	var parse toml.ParseError
	if errors.As(err, &parse) {
		return &say.FileFault{Line: parse.Position.Line, Key: parse.LastKey}
	}
	return &say.FileFault{}
}

// lineOf finds the line on which a key stands; 0 if it cannot be told.
func lineOf(text string, key toml.Key) int {
	last := key[len(key)-1]
	for i, line := range strings.Split(text, "\n") {
		name, _, found := strings.Cut(line, "=")
		if strings.Trim(strings.TrimSpace(name), `"'[]`) == last && (found || strings.HasPrefix(strings.TrimSpace(line), "[")) {
			return i + 1
		}
	}
	return 0
}

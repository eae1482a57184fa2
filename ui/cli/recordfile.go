package cli

import (
	"errors"
	"os"
	"reflect"
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
		return nil, &say.FileFault{Why: say.FileLong}
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parseRecord(strings.ReplaceAll(strings.TrimPrefix(string(text), "\ufeff"), "\r\n", "\n"))
}

func parseRecord(text string) (*recordFile, error) {
	var tree map[string]any
	if _, err := toml.Decode(text, &tree); err != nil {
		return nil, tomlFault(err)
	}
	if key := wrongType(tree, reflect.TypeFor[recordFile]()); key != nil {
		return nil, &say.FileFault{Line: lineOf(text, key, true), Key: key.String(), Why: say.FileWrongType}
	}
	var f recordFile
	meta, err := toml.Decode(text, &f)
	if err != nil {
		return nil, tomlFault(err)
	}
	if keys := meta.Undecoded(); len(keys) > 0 {
		return nil, &say.FileFault{Line: lineOf(text, keys[0], false), Key: keys[0].String(), Why: say.FileUnknownKey}
	}
	return &f, nil
}

// wrongType finds the first key whose value cannot go into the struct type:
// the decoder itself does not say where. Unknown keys are not its business.
func wrongType(tree map[string]any, t reflect.Type) toml.Key {
	for i := range t.NumField() {
		name := t.Field(i).Tag.Get("toml")
		if v, ok := tree[name]; ok {
			if key := misfit(v, t.Field(i).Type); key != nil {
				return append(toml.Key{name}, key[1:]...)
			}
		}
	}
	return nil
}

// misfit tells how a value does not fit: nil if it does, else a key whose first
// part stands for the value itself.
func misfit(v any, t reflect.Type) toml.Key {
	if t == reflect.TypeFor[tomlDate]() {
		return nil // reads itself
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	fits := false
	switch t.Kind() {
	case reflect.String:
		_, fits = v.(string)
	case reflect.Bool:
		_, fits = v.(bool)
	case reflect.Int:
		_, fits = v.(int64)
	case reflect.Slice:
		return misfits(v, t.Elem())
	case reflect.Struct:
		if tree, ok := v.(map[string]any); ok {
			if key := wrongType(tree, t); key != nil {
				return append(toml.Key{""}, key...)
			}
			return nil
		}
	}
	if fits {
		return nil
	}
	return toml.Key{""}
}

func misfits(v any, t reflect.Type) toml.Key {
	switch list := v.(type) {
	case []map[string]any:
		for _, x := range list {
			if key := misfit(x, t); key != nil {
				return key
			}
		}
		return nil
	case []any:
		for _, x := range list {
			if key := misfit(x, t); key != nil {
				return key
			}
		}
		return nil
	}
	return toml.Key{""}
}

func tomlFault(err error) error {
	var parse toml.ParseError
	if errors.As(err, &parse) {
		return &say.FileFault{Line: parse.Position.Line, Key: parse.LastKey}
	}
	return &say.FileFault{}
}

// linesOf finds the lines on which a key stands.
func linesOf(text string, key toml.Key) (out []int) {
	table := ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			table, _, _ = strings.Cut(strings.TrimLeft(line, "["), "]")
			line = ""
		}
		name, _, _ := strings.Cut(line, "=")
		if strings.Trim(table+"."+strings.Trim(strings.TrimSpace(name), `"'`), ".") == key.String() {
			out = append(out, i+1)
		}
	}
	return out
}

// lineOf is the first line of a key, or if only is set the one line that has it;
// 0 if it cannot be told.
func lineOf(text string, key toml.Key, only bool) int {
	lines := linesOf(text, key)
	if len(lines) == 0 || only && len(lines) > 1 {
		return 0
	}
	return lines[0]
}

package cli

import (
	"errors"
	"fmt"
	"regexp"

	"branchbook/ui/say"
)

// several are faults of one call, each to be said.
type several []error

func (s several) Error() string { return errors.Join(s...).Error() }

func (s several) Unwrap() []error { return s }

func failures(err error) []error {
	if list, ok := err.(several); ok {
		return list
	}
	return []error{err}
}

// complain says on stderr what went wrong.
func (c *call) complain(err error) {
	said := say.Error(err)
	var name *nameFault
	if errors.As(err, &name) {
		said = say.Named(name.name, name.both, name.err)
	}
	if c.format == "json" {
		printJSON(c.env.Stderr, said)
	} else {
		fmt.Fprintln(c.env.Stderr, said)
	}
}

// together joins what failed; nil if nothing did.
func together(err error, after []error) error {
	if err != nil {
		after = append([]error{err}, after...)
	}
	if len(after) == 0 {
		return nil
	}
	return several(after)
}

// flagFault turns the flag package's English into Chinese by what it is about.
func flagFault(err error) string {
	m := flagWords.FindStringSubmatch(err.Error())
	switch {
	case m == nil:
		return "写法不对"
	case m[1] == "flag provided but not defined":
		return "没有 " + dashes(m[3])
	case m[1] == "flag needs an argument":
		return dashes(m[3]) + " 后面要有内容"
	}
	return dashes(m[3]) + " 的内容不对"
}

// flagWords are the forms of the flag package's errors, with the flag's name.
var flagWords = regexp.MustCompile(`^(flag provided but not defined|flag needs an argument|invalid (boolean )?value ".*" for)(?:: | flag | )-+([^:]*)`)

func dashes(name string) string {
	if name == "o" {
		return "-o"
	}
	return "--" + name
}

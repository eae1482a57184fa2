package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Combo is a one-line field with suggestions below it: what is typed is taken
// as it is, a suggestion saves the typing. ↓, Alt+↓, F4 or the sign in the field
// opens all of them.
type Combo struct {
	Entry
	OnPicked func(text string)          // a suggestion was taken; Text is set before
	Suggest  func(text string) []string // what fits a text, best first, which Enter takes; nil: the options that contain it
	None     string                     // said where Suggest finds nothing; may be empty
	Clears   bool                       // the text goes when the list is left, as in a search

	options []string
	nothing bool // the list says None
	list    *list
	over    *layer
}

// NewCombo returns a field with suggestions.
func NewCombo(placeholder string, options []string) *Combo {
	c := &Combo{options: options}
	c.extend(c)
	c.SetPlaceHolder(placeholder)
	sign := newInButton("down", c.openAll)
	c.ActionItem = sign
	c.drawing = func() { sign.show(!c.Disabled() && len(c.options) > 0) }
	return c
}

// SetOptions changes the suggestions.
func (c *Combo) SetOptions(options []string) {
	c.options = options
	c.Refresh()
}

// TypedRune implements fyne.Focusable.
func (c *Combo) TypedRune(r rune) {
	c.Entry.TypedRune(r)
	c.suggest()
}

// TypedKey implements fyne.Focusable.
func (c *Combo) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown, fyne.KeyF4:
		c.openAll()
	case fyne.KeyEscape:
		if c.Clears && c.Text != "" {
			c.shut()
			return
		}
		c.Entry.TypedKey(k)
	case fyne.KeyBackspace, fyne.KeyDelete:
		c.Entry.TypedKey(k)
		c.suggest()
	default:
		c.Entry.TypedKey(k)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (c *Combo) TypedShortcut(s fyne.Shortcut) {
	if isAltDown(s) {
		c.openAll()
		return
	}
	before := c.Text
	c.Entry.TypedShortcut(s)
	if c.Text != before {
		c.suggest()
	}
}

// suggest opens the suggestions that contain what is typed, and nothing when
// that is no help.
func (c *Combo) suggest() {
	if c.Suggest != nil {
		if fit := c.Suggest(c.Text); len(fit) > 0 {
			c.nothing = false
			c.open(fit, 0)
			return
		}
		if c.nothing = c.None != "" && c.Text != ""; c.nothing {
			c.open([]string{c.None}, -1)
			return
		}
		c.over.close()
		return
	}
	var fit []string
	for _, o := range c.options {
		if c.Text != "" && strings.Contains(o, c.Text) {
			fit = append(fit, o)
		}
	}
	if len(fit) == 0 || len(fit) == 1 && fit[0] == c.Text {
		c.over.close()
		return
	}
	c.open(fit, -1)
}

func (c *Combo) openAll() {
	if c.Disabled() || len(c.options) == 0 {
		return
	}
	at := 0
	for i, o := range c.options {
		if o == c.Text {
			at = i
		}
	}
	c.open(c.options, at)
}

// open shows options; the focus goes to the list, which types on into the field.
func (c *Combo) open(options []string, at int) {
	on := canvasOf(c)
	if on == nil {
		return
	}
	if c.over.isOpen() {
		c.list.set(options, at)
		c.over.Refresh()
		return
	}
	on.Focus(c)
	c.list = newList(options, at, func(i int) { c.pick(c.list.options[i]) })
	c.list.typeTo, c.list.left = c, c.shut
	c.over = &layer{body: onGround(c.list), outside: c.shut, keys: c.list.TypedKey,
		place: beside(c, func() fyne.Size { return c.list.want(c.Size().Width) })}
	c.over.open(on)
	on.Focus(c.list)
}

func (c *Combo) shut() {
	c.over.close()
	if c.Clears {
		c.SetText("")
	}
}

func (c *Combo) pick(text string) {
	if c.nothing {
		c.shut()
		return
	}
	c.over.close()
	c.person(func() { c.SetText(text) })
	c.CursorColumn = len([]rune(text))
	c.Refresh()
	if c.OnPicked != nil {
		c.OnPicked(text)
	}
}

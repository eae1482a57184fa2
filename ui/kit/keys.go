package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// PassUp gives a key that a widget has no use for, such as Esc or F1, to the
// dialog that the widget stands in, or else to the window. The toolkit gives a
// key to the focused widget alone.
func PassUp(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := canvasOf(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// passShortcut gives a shortcut to the window unless something lies over it.
func passShortcut(o fyne.CanvasObject, s fyne.Shortcut) {
	if c := canvasOf(o); c != nil && !Covered(c) {
		toWindow(c, s)
	}
}

// toWindow is replaced in tests, whose windows take no shortcuts.
var toWindow = func(c fyne.Canvas, s fyne.Shortcut) {
	if window, ok := c.(fyne.Shortcutable); ok {
		window.TypedShortcut(s)
	}
}

// Covered reports whether a dialog or a list lies over the window, so that the
// shortcuts of the window should rest.
func Covered(c fyne.Canvas) bool { return c.Overlays().Top() != nil }

// canvasOf is the canvas that shows an object, also one that was put there just
// now: the driver knows only what it has painted.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	if c := painted(o); c != nil {
		return c
	}
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		c := w.Canvas()
		for _, root := range rootsOf(c) {
			if _, found := scrollsAround(root, o); found {
				return c
			}
		}
	}
	return nil
}

// painted is replaced in tests, whose driver knows every object.
var painted = func(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

func rootsOf(c fyne.Canvas) []fyne.CanvasObject {
	if c.Content() == nil {
		return c.Overlays().List()
	}
	return append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...)
}

// Focus gives the keyboard to an object of the window, also to one that was put
// there just now, and brings it into view.
func Focus(o interface {
	fyne.CanvasObject
	fyne.Focusable
}) {
	Reveal(o)
	if c := canvasOf(o); c != nil {
		c.Focus(o)
	}
}

// goOn does what Tab does, for a widget that had to take the key itself.
func goOn(c fyne.Canvas) {
	keyboard, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	if ok && keyboard.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		c.FocusPrevious()
		return
	}
	c.FocusNext()
}

// insider is a widget that shows what lies inside it to Reveal.
type insider interface{ inside() fyne.CanvasObject }

// Reveal scrolls whatever an object stands in until the object is seen. The
// widgets of this package do it when they get the focus, so that Tab never
// leads to a place out of sight.
func Reveal(o fyne.CanvasObject) {
	c := canvasOf(o)
	if c == nil {
		return
	}
	for _, root := range rootsOf(c) {
		scrolls, found := scrollsAround(root, o)
		for i := len(scrolls) - 1; found && i >= 0; i-- {
			scrollTo(scrolls[i], o)
		}
	}
}

// scrollsAround lists the scrolls between root and an object, outermost first.
func scrollsAround(root, o fyne.CanvasObject) (scrolls []*container.Scroll, found bool) {
	if root == o {
		return nil, true
	}
	for _, child := range childrenOf(root) {
		if inner, ok := scrollsAround(child, o); ok {
			if s, is := root.(*container.Scroll); is {
				inner = append([]*container.Scroll{s}, inner...)
			}
			return inner, true
		}
	}
	return nil, false
}

func childrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case insider:
		return []fyne.CanvasObject{o.inside()}
	}
	return nil
}

func scrollTo(s *container.Scroll, o fyne.CanvasObject) {
	y, _ := below(s.Content, o)
	under := y + o.Size().Height - s.Size().Height
	switch {
	case y < 0 || o.Size().Height > s.Size().Height:
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, s.Offset.Y+y-HalfGap))
	case under > 0:
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, s.Offset.Y+under+HalfGap))
	}
}

// below is how far an object stands below the upper edge of what root stands in.
// The driver tells it of painted objects alone.
func below(root, o fyne.CanvasObject) (y float32, found bool) {
	if root == o {
		return root.Position().Y, true
	}
	for _, child := range childrenOf(root) {
		if y, found := below(child, o); found {
			return root.Position().Y + y, true
		}
	}
	return 0, false
}

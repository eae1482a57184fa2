package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"branchbook/assets"
)

// Theme is the light look of the window with the embedded font. It ignores the
// system's dark mode: paper is white, and so are the forms that it becomes.
type Theme struct{}

var _ fyne.Theme = Theme{}

var (
	regular = fyne.NewStaticResource("NotoSansSC-Regular.ttf", assets.Regular)
	bold    = fyne.NewStaticResource("NotoSansSC-Bold.ttf", assets.Bold)
)

// Font implements fyne.Theme: two weights, and the toolkit's own signs.
func (Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return bold
	}
	return regular
}

// Icon implements fyne.Theme.
func (Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

var colours = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          Paper,
	theme.ColorNameButton:              Surface,
	theme.ColorNameDisabledButton:      Quiet.Soft,
	theme.ColorNameDisabled:            Quiet.Ink,
	theme.ColorNameError:               Accent,
	theme.ColorNameFocus:               Accent,
	theme.ColorNameForeground:          Ink,
	theme.ColorNameForegroundOnError:   AccentInk,
	theme.ColorNameForegroundOnPrimary: AccentInk,
	theme.ColorNameForegroundOnSuccess: AccentInk,
	theme.ColorNameForegroundOnWarning: Ink,
	theme.ColorNameHeaderBackground:    Surface,
	theme.ColorNameHover:               Hover,
	theme.ColorNameHyperlink:           Accent,
	theme.ColorNameInputBackground:     Surface,
	theme.ColorNameInputBorder:         Edge,
	theme.ColorNameMenuBackground:      Surface,
	theme.ColorNameOverlayBackground:   Surface,
	theme.ColorNamePlaceHolder:         Second,
	theme.ColorNamePressed:             Missing.Soft,
	theme.ColorNamePrimary:             Accent,
	theme.ColorNameScrollBar:           color.NRGBA{R: 0x22, G: 0x20, B: 0x1D, A: 0x66},
	theme.ColorNameScrollBarBackground: color.Transparent,
	theme.ColorNameSelection:           Missing.Soft,
	theme.ColorNameSeparator:           Line,
	theme.ColorNameShadow:              color.NRGBA{A: 0x22},
	theme.ColorNameSuccess:             Good.Ink,
	theme.ColorNameWarning:             Owing.Ink,
}

// Color implements fyne.Theme. Unknown names are those of Style's colours.
func (Theme) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := colours[n]; ok {
		return c
	}
	if c, ok := named[n]; ok {
		return c
	}
	return theme.DefaultTheme().Color(n, theme.VariantLight)
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               BodySize,
	theme.SizeNameCaptionText:        NoteSize,
	theme.SizeNameSubHeadingText:     CardSize,
	theme.SizeNameHeadingText:        PageSize,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       8,
	theme.SizeNameLineSpacing:        4,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        Radius,
	theme.SizeNameSelectionRadius:    3,
	theme.SizeNameButtonRadius:       Radius,
	theme.SizeNameCardRadius:         CardRadius,
	theme.SizeNameDialogRadius:       CardRadius,
	theme.SizeNamePopupRadius:        Radius,
	theme.SizeNameMenuRadius:         Radius,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameScrollBar:          12,
	theme.SizeNameScrollBarSmall:     5,
	theme.SizeNameScrollBarRadius:    3,
	theme.SizeNameInlineIcon:         20,
}

// Size implements fyne.Theme.
func (Theme) Size(n fyne.ThemeSizeName) float32 {
	if s, ok := sizes[n]; ok {
		return s
	}
	if s, ok := textSizes[n]; ok {
		return s
	}
	return theme.DefaultTheme().Size(n)
}

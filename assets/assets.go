// Package assets holds what the program carries with it: the font, the icons and
// the licences.
package assets

import (
	"embed"
	"io/fs"
)

// Regular and Bold are Noto Sans SC, for the window and for paper.
var (
	//go:embed font/NotoSansSC_400Regular.ttf
	Regular []byte
	//go:embed font/NotoSansSC_700Bold.ttf
	Bold []byte
)

// FontLicence is the SIL Open Font Licence that the font comes under.
//
//go:embed font/OFL.txt
var FontLicence string

// Licences are those of the program, of Go and of the modules that it is built
// from; the title of each stands behind "== ". pack/licences.sh writes the file.
//
//go:embed licences.txt
var Licences string

// AppIcon is the program's icon, a PNG of 256 pixels.
//
//go:embed icon/app.png
var AppIcon []byte

//go:embed icon/line/*.svg
var line embed.FS

// LineIcon returns a line icon as SVG whose strokes are of the colour
// "currentColor"; an error if there is none of that name.
func LineIcon(name string) ([]byte, error) { return line.ReadFile("icon/line/" + name + ".svg") }

// LineIcons lists the names of the line icons.
func LineIcons() []string {
	entries, err := fs.ReadDir(line, "icon/line")
	if err != nil {
		return nil
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()[:len(e.Name())-len(".svg")]
	}
	return names
}

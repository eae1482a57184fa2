package kit

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"branchbook/assets"
)

// Icon is a line icon of package assets in a colour, size units wide and high.
// It panics on an unknown name, which is a fault of the program.
func Icon(name string, c color.NRGBA, size float32) *canvas.Image {
	img := canvas.NewImageFromResource(IconResource(name, c))
	img.FillMode = canvas.ImageFillContain
	img.SetMinSize(fyne.NewSize(size, size))
	return img
}

// IconResource is the drawing of Icon.
func IconResource(name string, c color.NRGBA) fyne.Resource {
	svg, err := assets.LineIcon(name)
	if err != nil {
		panic("no icon " + name)
	}
	hex := fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
	return fyne.NewStaticResource(name+hex+".svg", bytes.ReplaceAll(svg, []byte("currentColor"), []byte(hex)))
}

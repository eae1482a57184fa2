package kit

import (
	_ "embed"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// toolkitWords are the toolkit's own words in Chinese.
//
//go:embed chinese.json
var toolkitWords []byte

// Chinese makes the toolkit's own words Chinese whatever the language of the
// machine is. It is called once, before anything is shown.
func Chinese() error {
	// The toolkit asks for the words of the machine's language, so ours take
	// their place.
	for _, name := range []string{lang.SystemLocale().LanguageString(), "en", "zh", "zh-Hans"} {
		if err := lang.AddTranslations(fyne.NewStaticResource(name+".json", toolkitWords)); err != nil {
			return fmt.Errorf("add the toolkit's words for %s: %w", name, err)
		}
	}
	return nil
}

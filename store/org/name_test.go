package org

import "testing"

func TestMinorityNamesAndSpacesInNames(t *testing.T) {
	for in, want := range map[string]string{
		"王 伟": "王伟", "王　　伟\n": "王伟", " 阿迪力・艾合买提 ": "阿迪力·艾合买提", "阿迪力 • 艾合买提": "阿迪力·艾合买提", "阿迪力.艾合买提": "阿迪力·艾合买提",
		"Ｊｏｈｎ  Smith": "John Smith", "J. Smith": "J. Smith", "\u200b王伟\ufeff": "王伟", "䶮𠮷": "䶮𠮷",
	} {
		if got := TidyName(in); got != want {
			t.Errorf("TidyName(%q) = %q, want %q", in, got, want)
		}
	}
}

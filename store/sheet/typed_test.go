package sheet

import "testing"

func TestWhatIsTypedIsReadAsACellIs(t *testing.T) {
	for text, want := range map[string]string{"汉": "汉族", "汉族": "汉族", " 维吾尔 ": "维吾尔族", "穿青人": "穿青人", "99": "99", "": ""} {
		if got := Nation(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"138-0013-8000": "13800138000", "0531-88886666": "053188886666", "88886666": "88886666", "13800138000、88886666": "13800138000、88886666"} {
		if got, ok := Phones(text); !ok || got != want {
			t.Errorf("%q: %q, %v", text, got, ok)
		}
	}
	for _, text := range []string{"1380013", "138001380001", "村委电话"} {
		if _, ok := Phones(text); ok {
			t.Errorf("%q is a phone number", text)
		}
	}
}

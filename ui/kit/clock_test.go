package kit

import "testing"

func TestTimesAreReadAsPeopleTypeThem(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"14:30", "14:30"}, {"1430", "14:30"}, {"14.30", "14:30"}, {"14：30", "14:30"}, {"１４：３０", "14:30"}, {"14。30", "14:30"},
		{"9:05", "09:05"}, {"930", "09:30"}, {"0900", "09:00"}, {"14点", "14:00"}, {"14点半", "14:30"}, {"14点30分", "14:30"},
		{"2点半", "14:30"}, {"2点", "14:00"}, {"2:30", "02:30"}, {"9点", "09:00"}, {"9点整", "09:00"}, {"7点半", "07:30"},
		{"上午9点", "09:00"}, {"上午9:30", "09:30"}, {"早上8点", "08:00"}, {"凌晨2点", "02:00"}, {"中午12点", "12:00"}, {"中午1点", "13:00"},
		{"中午11:30", "11:30"}, {"下午2:30", "14:30"}, {"下午2点半", "14:30"}, {"下午 2 点 半", "14:30"}, {"下午14:30", "14:30"},
		{"晚上7点", "19:00"}, {"晚上8:15", "20:15"}, {"傍晚6点", "18:00"}, {"0:00", "00:00"}, {"23:59", "23:59"}, {"下午12:30", "12:30"},
		{"24:00", ""}, {"24:01", ""}, {"25:00", ""}, {"14:60", ""}, {"上午14:30", ""}, {"14", "14:00"}, {"8", "08:00"}, {"2", "14:00"}, {"上午9", "09:00"}, {"0", "00:00"}, {"25", ""}, {"123456", ""}, {"14:3:0", ""}, {"半", ""}, {"", ""}, {"下午", ""}, {"-1:30", ""},
	} {
		got, ok := ParseTime(c.text, false)
		if ok != (c.want != "") || ok && got.Text() != c.want {
			t.Errorf("ParseTime(%q) = %s, %v; want %s", c.text, got.Text(), ok, c.want)
		}
	}
}

func TestMidnightIsATimeOnlyWhereItIsAllowed(t *testing.T) {
	if got, ok := ParseTime("24:00", true); !ok || got != 1440 {
		t.Errorf("24:00 = %d, %v", got, ok)
	}
	if _, ok := ParseTime("24:01", true); ok {
		t.Error("24:01 is a time")
	}
}

func FuzzTimeIsReadAgainAsItIsShown(f *testing.F) {
	for _, s := range []string{"14:30", "2点半", "下午2:30", "1430", "24:00", "晚上12点", "上午14:30", "99:99"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, text string, midnight bool) {
		got, ok := ParseTime(text, midnight)
		if !ok {
			return
		}
		again, ok := ParseTime(got.Text(), midnight)
		if !ok || again != got {
			t.Errorf("%q is %d, shown as %s, read again as %d, %v", text, got, got.Text(), again, ok)
		}
	})
}

package sheet

import (
	"strconv"
	"strings"

	"branchbook/store/org"
)

// idText brings an ID number to plain characters: no spaces, no width, capital X.
func idText(s string) string {
	return strings.ToUpper(squeeze(half(s)))
}

// idFault says what is wrong with an ID number in the form of idText; "" if
// nothing. sameColumnRounded tells that numbers beside it have been rounded, so
// that one whose check digit fits by chance is not trusted.
func idFault(s string, today org.Date, sameColumnRounded bool) FindingKind {
	switch {
	case strings.Contains(s, "*"):
		return Masked
	case rounded(s):
		return IDRounded
	case len(s) == 15 && digits(s):
		return IDOld
	case len(s) != 18 || !digits(s[:17]):
		return IDForm
	case strings.HasSuffix(s, "000") && (sameColumnRounded || org.CheckIDNumber(s) != nil):
		return IDRounded
	case s[17] != 'X' && !digits(s[17:]):
		return IDForm
	case org.IDBorn(s) == 0 || org.IDBorn(s) > today:
		return IDDate
	case org.CheckIDNumber(s) != nil:
		return IDCheck
	}
	return ""
}

// rounded tells a number that a spreadsheet shows in powers of ten.
func rounded(s string) bool {
	if !strings.Contains(s, "E+") && !strings.Contains(s, ".") {
		return false
	}
	v, err := strconv.ParseFloat(s, 64)
	return err == nil && v > 1e14
}

// phones reads one number or several, and says what is wrong with any that it
// leaves out. Several are joined with 、 as on forms.
func phones(s string) (string, FindingKind) {
	if len(s) == 11 && s[0] == '1' && digits(s) {
		return s, ""
	}
	var good []string
	var fault FindingKind
	for _, p := range strings.FieldsFunc(half(s), func(r rune) bool { return strings.ContainsRune("/、,，;；", r) }) {
		n, k := phone(p)
		if k != "" {
			fault = k
		} else if n != "" {
			good = append(good, n)
		}
	}
	return strings.Join(good, "、"), fault
}

var phoneMarks = strings.NewReplacer("-", "", "–", "", "—", "", "(", "", ")", "")

// phone reads one mobile or fixed number to digits.
func phone(s string) (string, FindingKind) {
	s = strings.TrimPrefix(strings.TrimSpace(s), "+86")
	if strings.Contains(s, "*") {
		return "", Masked
	}
	if strings.ContainsAny(s, "eE.") {
		return phoneNumber(s)
	}
	s = phoneMarks.Replace(squeeze(s))
	if strings.HasPrefix(s, "0086") {
		s = s[4:]
	} else if len(s) == 13 {
		s = strings.TrimPrefix(s, "86")
	}
	mobile := len(s) == 11 && strings.HasPrefix(s, "1")
	area := strings.HasPrefix(s, "0") && len(s) >= 10 && len(s) <= 12
	local := (len(s) == 7 || len(s) == 8) && s[0] >= '2'
	switch {
	case s == "":
		return "", ""
	case digits(s) && (mobile || area || local):
		return s, ""
	}
	return "", PhoneForm
}

// phoneNumber reads 13800138000.0 and 1.3800138E+10. Six figures and fewer are
// what a spreadsheet shows of a longer number.
func phoneNumber(s string) (string, FindingKind) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v < 1e10 || v >= 2e10 || v != float64(int64(v)) {
		return "", PhoneForm
	}
	mantissa, _, powers := strings.Cut(strings.ToUpper(s), "E")
	if powers && len(strings.Replace(mantissa, ".", "", 1)) <= 6 {
		return "", PhoneRounded
	}
	return strconv.FormatInt(int64(v), 10), ""
}

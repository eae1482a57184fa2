package org

import "time"

// CheckIDNumber checks an 18-digit 公民身份号码 (GB 11643): form, a real date of
// birth, check digit. The region is not checked. It returns an *Invalid with
// WhyNumber for the form, WhyDate for the date, WhyChecksum for the digit.
func CheckIDNumber(s string) error {
	if len(s) != 18 {
		return &Invalid{"id_number", WhyNumber}
	}
	sum := 0
	for i := range 17 {
		if s[i] < '0' || s[i] > '9' {
			return &Invalid{"id_number", WhyNumber}
		}
		sum += int(s[i]-'0') * idWeights[i]
	}
	if s[17] != 'X' && (s[17] < '0' || s[17] > '9') {
		return &Invalid{"id_number", WhyNumber}
	}
	if IDBorn(s) == 0 {
		return &Invalid{"id_number", WhyDate}
	}
	if "10X98765432"[sum%11] != s[17] {
		return &Invalid{"id_number", WhyChecksum}
	}
	return nil
}

var idWeights = [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}

// IDCheckDigit returns the check digit of the first 17 digits, 0 if they are
// not digits.
func IDCheckDigit(first17 string) byte {
	sum := 0
	if len(first17) != 17 {
		return 0
	}
	for i := range 17 {
		if first17[i] < '0' || first17[i] > '9' {
			return 0
		}
		sum += int(first17[i]-'0') * idWeights[i]
	}
	return "10X98765432"[sum%11]
}

// IDBorn returns the date of birth that an 18-digit number carries, or 0.
func IDBorn(s string) Date {
	if len(s) != 18 {
		return 0
	}
	y, m, d, ok := split(s[6:10] + "-" + s[10:12] + "-" + s[12:14])
	if !ok || y < 1850 {
		return 0
	}
	return NewDate(y, time.Month(m), d)
}

// IDSex returns the sex that an 18-digit number carries, or "".
func IDSex(s string) Sex {
	if len(s) != 18 || s[16] < '0' || s[16] > '9' {
		return ""
	}
	if s[16]%2 == 1 {
		return Male
	}
	return Female
}

// MaskID shows the first six and the last four characters of an ID number.
func MaskID(s string) string { return mask(s, 6, 4) }

// MaskPhone shows the first three and the last four digits of a phone number.
func MaskPhone(s string) string { return mask(s, 3, 4) }

func mask(s string, head, tail int) string {
	b := []byte(s)
	if len(b) <= head+tail {
		head, tail = 0, 0
	}
	for i := head; i < len(b)-tail; i++ {
		b[i] = '*'
	}
	return string(b)
}

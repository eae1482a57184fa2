package sheet

import (
	"strings"
	"testing"

	"branchbook/store/org"
)

// testdata/libreoffice.xlsx is the national form of roster_test.go as saved by
// LibreOffice Calc.
func TestAWorkbookSavedByLibreOfficeReadsTheSame(t *testing.T) {
	b, err := Open("testdata/libreoffice.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadRoster(b, today)
	if err != nil {
		t.Fatal(err)
	}
	checkNational(t, r)
}

// testdata/wps.csv is in GB18030, as Excel and WPS write csv in China: a title,
// cells with a tab or ="…" to stay text, a rounded ID number, a total.
func TestACsvInTheChineseEncodingIsRead(t *testing.T) {
	b, err := Open("testdata/wps.csv")
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadRoster(b, today)
	if err != nil || r.Header != 2 || len(r.Rows) != 3 || len(r.Findings) != 0 {
		t.Fatalf("%v: header %d, %d rows, %s", err, r.Header, len(r.Rows), kinds(r.Findings))
	}
	a, z, q := r.Rows[0], r.Rows[1], r.Rows[2]
	if p := a.Person; p.Name != "王伟" || p.IDNumber != number("19850305", 11) || p.Born != "1985-03-05" || p.FullFrom != "2011-06-20" || p.Phone != "13800138000" || a.Post != "党支部书记" || len(a.Findings) != 0 {
		t.Errorf("first: %+v, %s", a, kinds(a.Findings))
	}
	if p := z.Person; p.Name != "赵䶮" || p.IDNumber != number("19900716", 22) || p.FullFrom != "2012-07-01" || z.Post != "" || len(z.Findings) != 0 {
		t.Errorf("second: %+v, %s", z, kinds(z.Findings))
	}
	if got := kinds(q.Findings); got != "id_rounded@F5 phone_rounded@A5" || q.Person.Born != "1999" || !q.Person.Is(today, org.SpellCategory, org.Probationary) {
		t.Errorf("third: %s, %+v", got, q)
	}
}

func TestFindingsCarryNoCellContents(t *testing.T) {
	r := roster(t, national(t))
	for _, row := range r.Rows {
		for _, f := range append(row.Findings, r.Findings...) {
			for _, word := range []string{f.Sheet, f.Cell, string(f.Kind), string(f.Field)} {
				if word != "" && (strings.Contains(word, row.Person.Name) && row.Person.Name != "" || strings.Contains(word, "1985")) {
					t.Errorf("%s tells what the cell holds", f.Kind)
				}
			}
		}
	}
}

package sheet

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"branchbook/store/org"
)

// large is a roster of 5,000 invented people in the columns of 灯塔.
func large(b *testing.B) []byte {
	rows := make([][]any, 1, 5001)
	for _, c := range lighthouse {
		rows[0] = append(rows[0], c[0])
	}
	for n := range 5000 {
		born := org.NewDate(1950, 1, 1).AddDays(n * 3)
		y, m, d := born.YMD()
		row := make([]any, 0, len(lighthouse))
		for _, c := range lighthouse {
			switch c[0] {
			case "序号":
				row = append(row, n+1)
			case "姓名":
				row = append(row, "王"+string(rune('一'+n%3000)))
			case "公民身份号码":
				row = append(row, number(fmt.Sprintf("%04d%02d%02d", y, m, d), n%490*2+1))
			case "出生日期":
				row = append(row, fmt.Sprintf("%04d.%02d", y, m))
			case "入党日期":
				row = append(row, 40349)
			case "转正日期":
				row = append(row, 40714)
			default:
				row = append(row, c[1])
			}
		}
		rows = append(rows, row)
	}
	return workbook(b, rows, nil)
}

// BenchmarkBareRead is the measure: the library's own row reader with the same
// options. BenchmarkReadRoster may take half as long again.
func BenchmarkBareRead(b *testing.B) {
	data := large(b)
	for b.Loop() {
		f, err := excelize.OpenReader(bytes.NewReader(data), options)
		if err != nil {
			b.Fatal(err)
		}
		rows, err := f.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for rows.Next() {
			cells, err := rows.Columns()
			if err != nil {
				b.Fatal(err)
			}
			n += len(cells)
		}
		if n < 5000*25 {
			b.Fatalf("%d cells", n)
		}
		rows.Close()
		f.Close()
	}
}

func BenchmarkReadRoster(b *testing.B) {
	data := large(b)
	for b.Loop() {
		book, err := Read("", data)
		if err != nil {
			b.Fatal(err)
		}
		r, err := ReadRoster(book, today)
		if err != nil || len(r.Rows) != 5000 || len(r.Rows[4999].Findings) != 0 {
			b.Fatalf("%v: %d rows, %s", err, len(r.Rows), kinds(r.Rows[4999].Findings))
		}
	}
}

package bundle

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"testing"
)

// BenchmarkBundle makes and reads the bundle of a branch of 500 members with 90
// activities in each of 10 years.
func BenchmarkBundle(b *testing.B) {
	list := sampleList(500, 10, 90, Fields{})
	s := secretOf(b)
	to := s.Identity.Recipient()
	file, _ := write(b, sampleManifest(b, to.String()), encode(b, list), to)
	b.Run("encode", func(b *testing.B) {
		for b.Loop() {
			encode(b, list)
		}
	})
	b.Run("make", func(b *testing.B) {
		b.ReportMetric(float64(len(file)), "file-bytes")
		for b.Loop() {
			write(b, sampleManifest(b, to.String()), encode(b, list), to)
		}
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, err := Read(bytes.NewReader(file), s.Identity); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkLevel is what the gzip level was chosen by.
func BenchmarkLevel(b *testing.B) {
	c := encode(b, sampleList(500, 10, 90, Fields{}))
	text, err := join(nil, c.lines)
	if err != nil {
		b.Fatal(err)
	}
	for level := 1; level <= 9; level++ {
		b.Run(fmt.Sprint(level), func(b *testing.B) {
			size := 0
			for b.Loop() {
				var out bytes.Buffer
				w, err := gzip.NewWriterLevel(&out, level)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := io.Copy(w, bytes.NewReader(text)); err != nil || w.Close() != nil {
					b.Fatal(err)
				}
				size = out.Len()
			}
			b.SetBytes(int64(len(text)))
			b.ReportMetric(float64(size), "file-bytes")
		})
	}
}

package bundle

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
	"runtime"
	"testing"

	"filippo.io/age"

	"branchbook/store/org"
)

// small is a bundle of one person and nothing else.
func small(t testing.TB, s *Secret) []byte {
	t.Helper()
	file, _ := write(t, sampleManifest(t, s.Recipient()), encode(t, sampleList(1, 0, 0, Fields{})), toAll(s)...)
	return file
}

func TestEverySingleBitCounts(t *testing.T) {
	s := secretOf(t)
	file := small(t, s)
	for i := range file {
		for bit := range 8 {
			file[i] ^= 1 << bit
			if _, err := Read(bytes.NewReader(file), s.Identity); err == nil {
				t.Errorf("byte %d, bit %d turned, and the bundle was read", i, bit)
			}
			file[i] ^= 1 << bit
		}
	}
	t.Logf("%d bits turned", 8*len(file))
}

func TestEveryCutAndEveryAdditionIsNoticed(t *testing.T) {
	s := secretOf(t)
	file := small(t, s)
	for n := range file {
		if _, err := Read(bytes.NewReader(file[:n]), s.Identity); err == nil {
			t.Errorf("cut to %d of %d bytes, and the bundle was read", n, len(file))
		}
	}
	packed, _, err := decrypt(file, []age.Identity{s.Identity})
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{
		"after the age file": append(bytes.Clone(file), 0),
		"after gzip":         encrypt(t, append(bytes.Clone(packed), 0), toAll(s)...),
		"a second gzip":      encrypt(t, append(bytes.Clone(packed), packed...), toAll(s)...),
		"after an empty one": encrypt(t, append(zipped(t, nil), packed...), toAll(s)...),
	} {
		if _, err := Read(bytes.NewReader(b), s.Identity); !errors.Is(err, ErrAltered) {
			t.Errorf("data %s: error %v, want ErrAltered", name, err)
		}
	}
	for n := range packed {
		if _, err := Read(bytes.NewReader(encrypt(t, packed[:n], toAll(s)...)), s.Identity); err == nil {
			t.Errorf("gzip cut to %d bytes, and the bundle was read", n)
		}
	}
}

func TestOtherFilesAreNamedAsSuch(t *testing.T) {
	s := secretOf(t)
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"an empty file":          {nil, ErrNotABundle},
		"a text":                 {[]byte("hello\n"), ErrNotABundle},
		"half a header":          {small(t, s)[:60], ErrAltered},
		"an age file of text":    {encrypt(t, []byte("hello\n"), toAll(s)...), ErrNotABundle},
		"an age file of gzip":    {encrypt(t, zipped(t, []byte("hello\n")), toAll(s)...), ErrNotABundle},
		"an endless age header":  {append([]byte(ageMagic), bytes.Repeat([]byte("-> X\n"), MaxHeader)...), ErrTooLarge},
		"a file over the limit":  {make([]byte, MaxFile+1), ErrTooLarge},
		"a receipt for a bundle": {sampleReceiptFile(t, s), ErrNotABundle},
	} {
		if _, err := Read(bytes.NewReader(c.file), s.Identity); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", name, err, c.want)
		}
	}
}

func zipped(t testing.TB, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(text); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// zeros is a gzip of n zero bytes that says it holds said bytes.
func zeros(t *testing.T, n int64, said uint32) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(w, io.LimitReader(zeroReader{}, n)); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	binary.LittleEndian.PutUint32(b.Bytes()[b.Len()-4:], said)
	return b.Bytes()
}

type zeroReader struct{}

func (zeroReader) Read(b []byte) (int, error) { clear(b); return len(b), nil }

func TestABombDoesNotGoOff(t *testing.T) {
	s := secretOf(t)
	const big = 300 << 20
	for name, c := range map[string]struct {
		packed []byte
		want   error
	}{
		"300 MB":                        {zeros(t, big, big), ErrTooLarge},
		"300 MB that say 1 KB":          {zeros(t, big, 1024), ErrAltered},
		"1 KB that says 200 MB":         {zeros(t, 1024, 200<<20), ErrAltered},
		"4 GB and 1 KB, as gzip counts": {zeros(t, 1024, 1025), ErrAltered},
	} {
		file := encrypt(t, c.packed, toAll(s)...)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read(bytes.NewReader(file), s.Identity)
		runtime.ReadMemStats(&after)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", name, err, c.want)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 32<<20 {
			t.Errorf("%s: %d MB of memory", name, used>>20)
		}
	}
}

func TestMoreThanTheFormatAllowsIsNotWritten(t *testing.T) {
	out := capped{w: io.Discard, left: 10}
	if n, err := out.Write(make([]byte, 10)); n != 10 || err != nil {
		t.Errorf("%d bytes, %v", n, err)
	}
	if _, err := out.Write(make([]byte, 1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("one byte more: %v", err)
	}
	if _, err := Encode(make([]org.Aggregate, MaxRecords+1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("one record more: %v", err)
	}
	big := line{text: make([]byte, MaxPlain/4)}
	if _, err := join([]byte("{}\n"), []line{big, big, big, big}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a text over the limit: %v", err)
	}
	if _, err := join(make([]byte, MaxManifest+1), nil); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a manifest over the limit: %v", err)
	}
}

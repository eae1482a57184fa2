package bundle

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestThePublicToolOpensIt uses the age program, where it is installed, with
// the secret file as it stands.
func TestThePublicToolOpensIt(t *testing.T) {
	tool, err := exec.LookPath("age")
	if err != nil {
		t.Skip("age is not installed")
	}
	s, dir := secretOf(t), t.TempDir()
	file, digest := write(t, sampleManifest(t, s.Recipient()), encode(t, sampleList(3, 1, 1, Fields{})), toAll(s)...)
	key, path := filepath.Join(dir, "upper.secret"), filepath.Join(dir, "x.bundle")
	if os.WriteFile(key, s.Encode(), 0o600) != nil || os.WriteFile(path, file, 0o600) != nil {
		t.Fatal("cannot write the files")
	}
	packed, err := exec.Command(tool, "-d", "-i", key, path).Output()
	if err != nil {
		t.Fatal(err)
	}
	zip, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(zip)
	if err != nil {
		t.Fatal(err)
	}
	last := bytes.LastIndexByte(text[:len(text)-1], '\n') + 1
	if Sum(text[:last]) != digest {
		t.Error("what comes before the last line does not have the bundle's digest")
	}
}

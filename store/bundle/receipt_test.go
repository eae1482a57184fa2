package bundle

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"branchbook/store/org"
)

func sampleReceipt() *Receipt {
	return &Receipt{ID: id("4444", 1), App: "1.0.0", Issuer: "某镇党委", Branch: BranchName{"b1", "990101001", "某镇某村党支部", org.Village}, Device: "d1",
		Accepted: Sum([]byte("bundle")), Sequence: 7, Journal: Journal{41, Sum([]byte("head"))}, Roster: Sum([]byte("roster")),
		Years:    []Held{{2024, Sum([]byte("2024"))}, {2025, Sum([]byte("2025"))}},
		Returned: []Returned{{org.KindActivity, "a1", 3, "缺主持人"}}, Created: noon}
}

func sampleReceiptFile(t testing.TB, to *Secret) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := WriteReceipt(&b, sampleReceipt(), upperKey, toAll(to)...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAReceiptIsReadAsWritten(t *testing.T) {
	s := secretOf(t)
	for _, r := range []*Receipt{sampleReceipt(), {ID: "r", App: "1", Branch: BranchName{"b", "c", "n", org.Organ}, Device: "d", Accepted: Digest{1}, Sequence: 1, Roster: Digest{2}, Created: noon}} {
		var b bytes.Buffer
		digest, err := WriteReceipt(&b, r, upperKey, toAll(s)...)
		if err != nil {
			t.Fatal(err)
		}
		got, d, err := ReadReceipt(&b, KeyOf(upperKey), s.Identity)
		if err != nil || d != digest || !reflect.DeepEqual(got, r) {
			t.Errorf("%+v, %v, %v; want %+v", got, d, err, r)
		}
	}
}

func TestAReceiptOfSomebodyElseIsRefused(t *testing.T) {
	s := secretOf(t)
	file := sampleReceiptFile(t, s)
	_, _, err := ReadReceipt(bytes.NewReader(file), KeyOf(branchKey), s.Identity)
	wantFault(t, "another signer", err, "signing_key", WhySigner)
	if _, _, err := ReadReceipt(bytes.NewReader(file), KeyOf(upperKey), secretOf(t).Identity); !errors.Is(err, ErrNotForUs) {
		t.Errorf("another branch: %v", err)
	}
	if _, _, err := ReadReceipt(bytes.NewReader(small(t, s)), KeyOf(upperKey), s.Identity); !errors.Is(err, ErrNotABundle) {
		t.Errorf("a bundle for a receipt: %v", err)
	}
}

// signedReceipt signs a changed receipt with the upper level's key.
func signedReceipt(t testing.TB, s *Secret, old, new string) []byte {
	t.Helper()
	r := sampleReceipt()
	if _, err := WriteReceipt(io.Discard, r, upperKey, toAll(s)...); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(r)
	if err != nil || !strings.Contains(string(b), old) {
		t.Fatalf("no %q in %s: %v", old, b, err)
	}
	message := []byte(receiptDomain + strings.Replace(string(b), old, new, 1) + "\n")
	return append(message, sign(message, upperKey)...)
}

func TestAReceiptThatIsWrongIsRefused(t *testing.T) {
	s := secretOf(t)
	for _, c := range []struct {
		name, old, new string
		where          string
		why            Why
	}{
		{"an unknown name", `{"type"`, `{"x":1,"type"`, "receipt", WhyForm},
		{"two lines", `Z"}`, "Z\"}\n{}", "receipt", WhyForm},
		{"no digest", Sum([]byte("bundle")).String(), "", "accepted", WhyMissing},
		{"no sequence", `"sequence":7`, `"sequence":0`, "accepted", WhyMissing},
		{"an unknown kind", `"kind":"activity"`, `"kind":"party"`, "returned", WhyValue},
		{"an unknown kind of branch", `"village"`, `"村"`, "branch.kind", WhyValue},
		{"a reason of two lines", "缺主持人", `缺\n主持人`, "returned", WhyValue},
		{"no reason", "缺主持人", "", "returned", WhyValue},
		{"years in the wrong order", `"year":2024`, `"year":2026`, "years", WhyOrder},
		{"no list", `[{"kind":"activity","id":"a1","rev":3,"reason":"缺主持人"}]`, "null", "years", WhyMissing},
		{"another recipient", s.Recipient(), secretOf(t).Recipient(), "recipients", WhyRewrap},
		{"an unknown signature", "ed25519", "sm2", "algorithms", WhyValue},
	} {
		_, _, err := parseReceipt(signedReceipt(t, s, c.old, c.new), s.Recipient(), KeyOf(upperKey))
		wantFault(t, c.name, err, c.where, c.why)
	}
	good := signedReceipt(t, s, `"d1"`, `"d2"`)
	if _, _, err := parseReceipt(good, s.Recipient(), KeyOf(upperKey)); err != nil {
		t.Errorf("the harness itself: %v", err)
	}
	if _, _, err := parseReceipt(bytes.Replace(good, []byte(`"d2"`), []byte(`"d3"`), 1), s.Recipient(), KeyOf(upperKey)); !errors.Is(err, ErrBadSignature) {
		t.Errorf("changed after signing: %v", err)
	}
	r := sampleReceipt()
	for range MaxReturned {
		r.Returned = append(r.Returned, r.Returned[0])
	}
	if _, err := WriteReceipt(io.Discard, r, upperKey, toAll(s)...); !errors.Is(err, ErrTooLarge) {
		t.Errorf("too many returned: %v", err)
	}
}

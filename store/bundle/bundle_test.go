package bundle

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"filippo.io/age"
	"pgregory.net/rapid"

	"branchbook/store/org"
)

// drawList makes a branch of any small size, with any text that is allowed.
func drawList(r *rapid.T, wanted Fields) []org.Aggregate {
	list := sampleList(rapid.IntRange(1, 12).Draw(r, "people"), rapid.IntRange(0, 3).Draw(r, "years"), rapid.IntRange(0, 4).Draw(r, "activities"), wanted)
	text := rapid.StringMatching(`[ -~一-龥<>&é𠀀]{1,40}`)
	for _, a := range list {
		switch v := a.(type) {
		case *org.Person:
			v.Note, v.Name = text.Draw(r, "note"), text.Draw(r, "name")
		case *org.Activity:
			v.Title, v.Note = text.Draw(r, "title"), text.Draw(r, "line")+"\n\t"
			v.Attendance = v.Attendance[:rapid.IntRange(0, len(v.Attendance)).Draw(r, "attendance")]
		}
	}
	return list
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	s := secretOf(t)
	rapid.Check(t, func(r *rapid.T) {
		wanted := Fields{rapid.Bool().Draw(r, "id"), rapid.Bool().Draw(r, "phone")}
		list := drawList(r, wanted)
		c := encode(t, list, 2019)
		c.Omit(rapid.SampledFrom([]int{2019, 2023, 2025}).Draw(r, "omitted"))
		m := sampleManifest(t, s.Recipient())
		m.Fields = wanted
		file, digest := write(t, m, c, s.Identity.Recipient())
		b, err := Read(bytes.NewReader(file), s.Identity)
		if err != nil {
			r.Fatal(err)
		}
		if b.Digest != digest || !reflect.DeepEqual(b.Manifest, *m) {
			r.Fatalf("manifest %+v, want %+v", b.Manifest, *m)
		}
		r.Log(len(file))
		sameRecords(r, b, list, c)
	})
}

// sameRecords checks that a bundle holds each aggregate of the list whose year
// was sent, and that encoding what was read gives the same bytes.
func sameRecords(r *rapid.T, b *Bundle, list []org.Aggregate, c *Content) {
	read := map[org.Ref]org.Aggregate{}
	for _, a := range b.Records {
		read[a.Ref()] = a
	}
	for _, a := range list {
		y := YearOf(a)
		sent := y == 0 || slices.ContainsFunc(c.Years(), func(x Year) bool { return x.Year == y && x.Sent })
		if got, ok := read[a.Ref()]; ok != sent {
			r.Fatalf("%v of %d: read %v, sent %v", a.Ref(), y, ok, sent)
		} else if sent && string(mustLine(r, got)) != string(mustLine(r, a)) {
			r.Fatalf("%v changed on the way", a.Ref())
		}
	}
	again, err := Encode(b.Records)
	if err != nil || again.Roster() != b.Manifest.Roster {
		r.Fatalf("encoded again: %v, %v", again, err)
	}
}

func mustLine(r *rapid.T, a org.Aggregate) []byte {
	l, err := encodeLine(a)
	if err != nil {
		r.Fatal(err)
	}
	return l.text
}

func TestTheOrderOfTheListDoesNotMatter(t *testing.T) {
	list := sampleList(5, 2, 3, Fields{})
	a := encode(t, list)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	if b := encode(t, list); !reflect.DeepEqual(a.Years(), b.Years()) || a.Roster() != b.Roster() || !reflect.DeepEqual(a.lines, b.lines) {
		t.Error("another order gives another content")
	}
}

func TestAYearsDigestChangesOnlyWithTheYear(t *testing.T) {
	list := sampleList(3, 2, 2, Fields{})
	before := encode(t, list)
	for _, a := range list {
		if v, ok := a.(*org.Activity); ok && v.From().Year() == 2025 {
			v.Attendance[0].Status, v.Attendance[0].Reason = org.Absent, org.ReasonOther
		}
	}
	after := encode(t, list)
	if before.Roster() != after.Roster() || before.Years()[0].Digest != after.Years()[0].Digest || before.Years()[1].Digest == after.Years()[1].Digest {
		t.Errorf("before %v %v\nafter %v %v", before.Roster(), before.Years(), after.Roster(), after.Years())
	}
}

func TestAYearThatBecameEmptyIsSentEmpty(t *testing.T) {
	s := secretOf(t)
	file, _ := write(t, sampleManifest(t, s.Recipient()), encode(t, sampleList(2, 1, 1, Fields{}), 2020, 2025), toAll(s)...)
	b, err := Read(bytes.NewReader(file), s.Identity)
	if err != nil {
		t.Fatal(err)
	}
	if y := b.Manifest.Years; len(y) != 2 || y[0].Year != 2020 || !y[0].Sent || len(y[0].Counts) != 0 || y[0].Digest != Sum(nil) {
		t.Errorf("years %+v", y)
	}
}

func TestWhatIsNotFitToSendIsNotWritten(t *testing.T) {
	s := secretOf(t)
	big := sampleActivity(1, 2025, 1)
	for range 3 {
		p := big.Parts[0]
		p.Text = strings.Repeat("记", org.MaxText)
		big.Parts = append(big.Parts, p)
	}
	strange := sampleActivity(1, 2025, 2)
	noID := sampleActivity(1, 2025, 1)
	noID.ID = "有 空格"
	early := sampleActivity(1, 1900, 1)
	unsaved := samplePerson(0)
	unsaved.Rev = 0
	for _, c := range []struct {
		name  string
		with  org.Aggregate
		where string
		why   Why
	}{
		{"a record over the limit", big, "record", WhyLarge},
		{"an attendance of nobody", strange, "attendance", WhyPointer},
		{"an id of other characters", noID, "id", WhyValue},
		{"a year that cannot be", early, "year", WhyValue},
		{"a person never saved", unsaved, "rev", WhyValue},
		{"an id twice", sampleBranchAs(string(personID(0))), "id", WhyTwice},
		{"two branches", sampleBranchAs("another"), "branch", WhyTwice},
		{"a person without a name", &org.Person{ID: "x", Rev: 1}, "body", WhyValue},
	} {
		_, err := Encode(append(sampleList(1, 0, 0, Fields{}), c.with))
		wantFault(t, c.name, err, c.where, c.why)
		if errors.Is(err, ErrTooLarge) != (c.why == WhyLarge) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	_, err := Encode([]org.Aggregate{samplePerson(0)})
	wantFault(t, "no branch", err, "branch", WhyMissing)
	var out bytes.Buffer
	_, err = Write(&out, sampleManifest(t, s.Recipient()), encode(t, sampleList(1, 0, 0, Fields{IDNumber: true})), branchKey, toAll(s)...)
	wantFault(t, "an ID number nobody asked for", err, "id_number", WhyUnmasked)
	_, err = Write(&out, &Manifest{}, encode(t, sampleList(1, 0, 0, Fields{})), branchKey, toAll(s)...)
	wantFault(t, "an empty manifest", err, "bundle_id", WhyValue)
	_, err = Write(&out, sampleManifest(t, s.Recipient()), encode(t, sampleList(1, 0, 0, Fields{})), branchKey)
	wantFault(t, "nobody to read it", err, "recipients", WhyMissing)
	if out.Len() != 0 {
		t.Errorf("%d bytes were written", out.Len())
	}
}

func sampleBranchAs(id string) *org.Branch {
	b := sampleBranch()
	b.ID = org.ItemID(id)
	return b
}

func TestAnActivityWith500PeopleFitsIntoARecord(t *testing.T) {
	a := sampleActivity(1, 2025, 500)
	for i := range a.Attendance {
		a.Attendance[i].Status, a.Attendance[i].Reason, a.Attendance[i].Text = org.Leave, org.ReasonPrivate, "外出务工，已向支部请假"
	}
	a.Parts[0].Text = strings.Repeat("记", 30_000)
	l, err := encodeLine(a)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes", len(l.text))
}

func TestOnlyTheReceiverOpensIt(t *testing.T) {
	ours, standby, other := secretOf(t), secretOf(t), secretOf(t)
	c := encode(t, sampleList(1, 1, 1, Fields{}))
	file, _ := write(t, sampleManifest(t, ours.Recipient()), c, toAll(ours, standby)...)
	for _, id := range []age.Identity{ours.Identity, standby.Identity} {
		if _, err := Read(bytes.NewReader(file), other.Identity, id); err != nil {
			t.Error(err)
		}
	}
	for _, ids := range [][]age.Identity{{}, {other.Identity}} {
		if _, err := Read(bytes.NewReader(file), ids...); !errors.Is(err, ErrNotForUs) {
			t.Errorf("error %v, want ErrNotForUs", err)
		}
	}
}

func TestAPassphraseServesWithoutACard(t *testing.T) {
	_, right, err := Passphrase("三会一课 2026")
	if err != nil {
		t.Fatal(err)
	}
	_, wrong, err := Passphrase("三会一课 2027")
	if err != nil {
		t.Fatal(err)
	}
	s := secretOf(t)
	m := sampleManifest(t, s.Recipient())
	file, _ := write(t, m, encode(t, sampleList(1, 1, 1, Fields{})), cheap(t, "三会一课 2026"))
	if _, err := Read(bytes.NewReader(file), s.Identity, right); err != nil {
		t.Error(err)
	}
	if m.Algorithms.Encryption != "age-scrypt" || !slices.Equal(m.Recipients, []string{"passphrase"}) {
		t.Errorf("manifest %+v", m)
	}
	if _, err := Read(bytes.NewReader(file), wrong); !errors.Is(err, ErrNotForUs) {
		t.Errorf("wrong passphrase: %v", err)
	}
	costly := bytes.Replace(file, []byte(" 10\n"), []byte(" 19\n"), 1)
	if _, err := Read(bytes.NewReader(costly), right); !errors.Is(err, ErrTooLarge) || bytes.Equal(costly, file) {
		t.Errorf("a passphrase that would cost too much: %v", err)
	}
	if _, _, err := Passphrase(""); err == nil {
		t.Error("an empty passphrase was taken")
	}
}

// cheap is a passphrase that costs little, for tests.
func cheap(t testing.TB, words string) age.Recipient {
	t.Helper()
	r, err := age.NewScryptRecipient(words)
	if err != nil {
		t.Fatal(err)
	}
	r.SetWorkFactor(10)
	return r
}

func TestABundleWrappedAnewForAnotherIsNoticed(t *testing.T) {
	first, second := secretOf(t), secretOf(t)
	file, _ := write(t, sampleManifest(t, first.Recipient()), encode(t, sampleList(1, 1, 1, Fields{})), toAll(first)...)
	packed, _, err := decrypt(file, []age.Identity{first.Identity})
	if err != nil {
		t.Fatal(err)
	}
	_, err = Read(bytes.NewReader(encrypt(t, packed, toAll(second)...)), second.Identity)
	wantFault(t, "wrapped for another", err, "recipients", WhyRewrap)
	_, words, err := Passphrase("words")
	if err != nil {
		t.Fatal(err)
	}
	_, err = Read(bytes.NewReader(encrypt(t, packed, cheap(t, "words"))), words)
	wantFault(t, "wrapped under a passphrase", err, "recipients", WhyRewrap)
}

func encrypt(t testing.TB, payload []byte, to ...age.Recipient) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(payload); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAnErrorOfTheDriveComesThrough(t *testing.T) {
	broken := errors.New("stick pulled")
	if _, err := Read(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("reading: %v", err)
	}
	s := secretOf(t)
	if _, err := Write(brokenWriter{broken}, sampleManifest(t, s.Recipient()), encode(t, sampleList(1, 1, 1, Fields{})), branchKey, toAll(s)...); !errors.Is(err, broken) {
		t.Errorf("writing: %v", err)
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestMaskedPeopleStayValid(t *testing.T) {
	for _, c := range []struct{ number, phone, wantNumber, wantPhone string }{
		{idNumber(1), "13900000001", "990101********" + idNumber(1)[14:], "139****0001"},
		{"", "", "", ""},
		{"123", "110", "***", "***"},
		{"旧号码一二三四五六", "电话0531-1234", "*********", "电********1234"},
	} {
		p := samplePerson(1)
		p.IDNumber, p.Phone, p.IDOdd = c.number, c.phone, false
		m := Mask(p, Fields{})
		if m.IDNumber != c.wantNumber || m.Phone != c.wantPhone || m.IDOdd != (c.number != "") || m.Validate() != nil {
			t.Errorf("%q, %q became %q, %q: %v", c.number, c.phone, m.IDNumber, m.Phone, m.Validate())
		}
		if err := checkMasked([]*org.Person{m}, Fields{}); err != nil {
			t.Errorf("%q: %v", c.number, err)
		}
		if p.IDNumber != c.number || p.IDOdd {
			t.Error("the person itself was masked")
		}
	}
	full := Mask(samplePerson(1), Fields{true, true})
	if !reflect.DeepEqual(full, samplePerson(1)) {
		t.Error("what was asked for was masked")
	}
}

package bundle

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"branchbook/store/org"
)

// forged is a bundle's text taken apart, to be put together wrongly.
type forged struct {
	manifest string
	records  []string
	key      ed25519.PrivateKey
	opened   string
}

// forge takes a good bundle of 3 people and 2 years apart.
func forge(t testing.TB) *forged {
	t.Helper()
	return forgeFor(t, secretOf(t))
}

func forgeFor(t testing.TB, s *Secret) *forged {
	t.Helper()
	m := sampleManifest(t, s.Recipient())
	c := encode(t, sampleList(3, 2, 2, Fields{}))
	if _, err := m.complete(c, branchKey, toAll(s)); err != nil {
		t.Fatal(err)
	}
	return takeApart(t, m, c, s.Recipient())
}

func takeApart(t testing.TB, m *Manifest, c *Content, opened string) *forged {
	t.Helper()
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	f := &forged{manifest: string(b), key: branchKey, opened: opened}
	lines, _ := c.sent()
	for _, l := range lines {
		f.records = append(f.records, string(l.text))
	}
	return f
}

func (f *forged) text() string { return f.manifest + "\n" + strings.Join(f.records, "") }

func (f *forged) signed() []byte {
	message := []byte(bundleDomain + f.text())
	return append(message, sign(message, f.key)...)
}

// settle makes digests and counts of the manifest true again after records
// were changed, as a forger would.
func (f *forged) settle(t testing.TB) {
	t.Helper()
	var m Manifest
	if err := json.Unmarshal([]byte(f.manifest), &m); err != nil {
		t.Fatal(err)
	}
	c := &Content{}
	var years []int
	for _, y := range m.Years {
		years = append(years, y.Year)
	}
	for _, r := range f.records {
		var h head
		if err := json.Unmarshal([]byte(r), &h); err != nil {
			t.Fatal(err)
		}
		c.lines = append(c.lines, line{org.Ref{Kind: h.Kind, ID: h.ID, Rev: h.Rev}, h.Year, []byte(r)})
	}
	c.tally(years)
	m.Roster, m.Years = c.roster, c.years
	_, m.Counts = c.sent()
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	f.manifest = string(b)
}

// inRecord replaces text in the first record of the kind, and settles.
func (f *forged) inRecord(t testing.TB, kind org.Kind, old, new string) {
	t.Helper()
	for i, r := range f.records {
		if strings.HasPrefix(r, `{"kind":"`+string(kind)+`"`) {
			if !strings.Contains(r, old) {
				t.Fatalf("the %s has no %q: %s", kind, old, r)
			}
			f.records[i] = strings.Replace(r, old, new, 1)
			f.settle(t)
			return
		}
	}
	t.Fatalf("no %s", kind)
}

func (f *forged) inManifest(t testing.TB, old, new string) {
	t.Helper()
	if !strings.Contains(f.manifest, old) {
		t.Fatalf("the manifest has no %q: %s", old, f.manifest)
	}
	f.manifest = strings.Replace(f.manifest, old, new, 1)
}

func TestAGoodTextIsRead(t *testing.T) {
	f := forge(t)
	b, err := parse(f.signed(), f.opened)
	if err != nil {
		t.Fatal(err)
	}
	if b.Digest != Sum([]byte(f.text())) || len(b.Records) != len(f.records) {
		t.Errorf("digest %v, %d records", b.Digest, len(b.Records))
	}
}

// Every case has one fault; the signature is good unless the case says so.
func TestWhatIsWrongInsideIsRefused(t *testing.T) {
	const many = 20_000
	for _, c := range []struct {
		name  string
		edit  func(f *forged)
		where string
		why   Why
	}{
		{"an unknown name in the manifest", func(f *forged) { f.inManifest(t, `{"type"`, `{"extra":1,"type"`) }, "manifest", WhyForm},
		{"a name twice in the manifest", func(f *forged) { f.inManifest(t, `"demo":false`, `"demo":true,"demo":false`) }, "manifest", WhyForm},
		{"a name in capitals in the manifest", func(f *forged) { f.inManifest(t, `"demo"`, `"Demo"`) }, "manifest", WhyForm},
		{"a space in the manifest", func(f *forged) { f.inManifest(t, `"demo":`, `"demo": `) }, "manifest", WhyForm},
		{"a digest in capitals", func(f *forged) {
			f.inManifest(t, Sum([]byte("pack")).String(), strings.ToUpper(Sum([]byte("pack")).String()))
		}, "manifest", WhyForm},
		{"format 0", func(f *forged) { f.inManifest(t, `"format":1`, `"format":0`) }, "format", WhyValue},
		{"min_reader 0", func(f *forged) { f.inManifest(t, `"min_reader":1`, `"min_reader":0`) }, "format", WhyValue},
		{"an unknown cipher", func(f *forged) { f.inManifest(t, "age-x25519", "sm4") }, "algorithms", WhyValue},
		{"an unknown digest", func(f *forged) { f.inManifest(t, "sha-256", "sm3") }, "algorithms", WhyValue},
		{"a passphrase among keys", func(f *forged) { f.inManifest(t, `"recipients":[`, `"recipients":["passphrase",`) }, "recipients", WhyValue},
		{"a recipient twice", func(f *forged) { f.inManifest(t, `"recipients":[`, `"recipients":["`+f.opened+`",`) }, "recipients", WhyValue},
		{"a count of nothing", func(f *forged) { f.inManifest(t, `"counts":{"activity":2,`, `"counts":{"activity":0,`) }, "years", WhyCount},
		{"no recipient", func(f *forged) { f.inManifest(t, `["`+f.opened+`"]`, `[]`) }, "recipients", WhyMissing},
		{"another recipient", func(f *forged) { f.opened = secretOf(t).Recipient() }, "recipients", WhyRewrap},
		{"a device with a space", func(f *forged) { f.inManifest(t, id("3333", 1), "a b") }, "device", WhyValue},
		{"no sequence", func(f *forged) { f.inManifest(t, `"sequence":7`, `"sequence":0`) }, "sequence", WhyValue},
		{"a journal head without entries", func(f *forged) { f.inManifest(t, `"sequence":41`, `"sequence":0`) }, "journal", WhyValue},
		{"reply_to is no key", func(f *forged) { f.inManifest(t, `"reply_to":"age1`, `"reply_to":"age2`) }, "reply_to", WhyValue},
		{"a time with a zone", func(f *forged) { f.inManifest(t, "T04:00:00Z", "T12:00:00+08:00") }, "created_at", WhyValue},
		{"a time with a fraction", func(f *forged) { f.inManifest(t, "T04:00:00Z", "T04:00:00.5Z") }, "created_at", WhyValue},
		{"years in the wrong order", func(f *forged) { f.inManifest(t, `"year":2024`, `"year":2026`) }, "years", WhyOrder},
		{"a demo that says it is none", func(f *forged) { f.inManifest(t, `"demo":false`, `"demo":true`) }, "branch", WhyValue},
		{"another branch's code", func(f *forged) { f.inManifest(t, `"code":"990101001"`, `"code":"990101002"`) }, "branch", WhyValue},
		{"the roster's count lies", func(f *forged) { f.inManifest(t, `"count":5`, `"count":6`) }, "roster", WhyCount},
		{"the roster's digest lies", func(f *forged) {
			f.inManifest(t, `"roster":{"digest":"`, `"roster":{"digest":"00`)
			cut2(f, `"roster":{"digest":"`)
		}, "roster", WhyDigest},
		{"a year's digest lies", func(f *forged) {
			f.inManifest(t, `"sent":true,"digest":"`, `"sent":true,"digest":"00`)
			cut2(f, `"sent":true,"digest":"`)
		}, "years", WhyDigest},
		{"a year's count lies", func(f *forged) { f.inManifest(t, `"counts":{"activity":2,`, `"counts":{"activity":3,`) }, "years", WhyCount},
		{"the counts lie", func(f *forged) { f.inManifest(t, `"person":3,`, `"person":4,`) }, "counts", WhyCount},
		{"a year's count of a kind that has no year", func(f *forged) { f.inManifest(t, `"counts":{"activity":2,`, `"counts":{"activity":2,"person":1,`) }, "years", WhyCount},
		{"no counts", func(f *forged) {
			f.inManifest(t, `"counts":{"activity":2,"plan":1,"reading":1,"review":1}`, `"counts":null`)
		}, "years", WhyMissing},
		{"a year that is not sent but is here", func(f *forged) { f.inManifest(t, `"sent":true`, `"sent":false`) }, "years", WhyCount},
		{"a year said to be sent that is not here", func(f *forged) { f.records = dropYear(f.records, 2024) }, "counts", WhyCount},
		{"a record less", func(f *forged) { f.records = f.records[:len(f.records)-1] }, "roster", WhyCount},
		{"two records changed places", func(f *forged) { swap(f, 1, 2); f.settle(t) }, "record", WhyOrder},
		{"kinds in the wrong order", func(f *forged) { swap(f, 0, 1); f.settle(t) }, "record", WhyOrder},
		{"a record twice", func(f *forged) { f.records = append(f.records[:2], f.records[1:]...); f.settle(t) }, "record", WhyOrder},
		{"an id that two kinds have", func(f *forged) {
			f.inRecord(t, org.KindRegister, id("dddd", 1), string(personID(0)))
			f.inRecord(t, org.KindRegister, id("dddd", 1), string(personID(0)))
		}, "id", WhyTwice},
		{"no branch", func(f *forged) { f.records = f.records[1:]; f.settle(t) }, "branch", WhyMissing},
		{"an unknown kind", func(f *forged) { f.records[0] = strings.Replace(f.records[0], `"branch"`, `"Branch"`, 1) }, "line 2", WhyForm},
		{"an unknown name in a record", func(f *forged) { f.inRecord(t, org.KindPerson, `"sex"`, `"extra":1,"sex"`) }, "line 3", WhyForm},
		{"an unknown name in the envelope", func(f *forged) { f.inRecord(t, org.KindPerson, `"rev":2,"year"`, `"x":1,"rev":2,"year"`) }, "line 3", WhyForm},
		{"a name twice in a record", func(f *forged) { f.inRecord(t, org.KindPerson, `"sex":"m"`, `"sex":"f","sex":"m"`) }, "line 3", WhyForm},
		{"a name in capitals in a record", func(f *forged) { f.inRecord(t, org.KindPerson, `"sex"`, `"Sex"`) }, "line 3", WhyForm},
		{"another escape", func(f *forged) { f.inRecord(t, org.KindActivity, `\u003c`, `<`) }, "line 6", WhyForm},
		{"names in another order", func(f *forged) {
			f.inRecord(t, org.KindBranch, `"name":"某镇某村党支部","code":"990101001"`, `"code":"990101001","name":"某镇某村党支部"`)
		}, "line 2", WhyForm},
		{"an empty field that is left out", func(f *forged) { f.inRecord(t, org.KindPerson, `"sex":"m"`, `"sex":"m","nation":""`) }, "line 3", WhyForm},
		{"bad UTF-8", func(f *forged) { f.inRecord(t, org.KindPerson, "人0", "人\xff") }, "line 3", WhyForm},
		{"half a surrogate", func(f *forged) { f.inRecord(t, org.KindPerson, "人0", `\ud800`) }, "line 3", WhyForm},
		{"NaN", func(f *forged) { f.records[1] = strings.Replace(f.records[1], `"rev":2,"name"`, `"rev":NaN,"name"`, 1) }, "line 3", WhyForm},
		{"a number with a point", func(f *forged) { f.records[1] = strings.Replace(f.records[1], `"rev":2,"name"`, `"rev":2.0,"name"`, 1) }, "line 3", WhyForm},
		{"a deep nest", func(f *forged) {
			nest := `"x":` + strings.Repeat("[", many) + strings.Repeat("]", many) + `,"sex":"m"`
			f.records[1] = strings.Replace(f.records[1], `"sex":"m"`, nest, 1)
		}, "line 3", WhyForm},
		{"two values on a line", func(f *forged) { f.records[1] = strings.TrimSuffix(f.records[1], "\n") + "{}\n" }, "line 3", WhyForm},
		{"a blank line", func(f *forged) { f.records[1] = "\n" + f.records[1] }, "line 3", WhyForm},
		{"the envelope's rev is not the body's", func(f *forged) { f.inRecord(t, org.KindPerson, `"rev":2,"year"`, `"rev":3,"year"`) }, "line 3", WhyForm},
		{"the envelope's id is not the body's", func(f *forged) { f.inRecord(t, org.KindPerson, string(personID(0)), string(personID(9))) }, "line 3", WhyForm},
		{"the envelope's year is not the body's", func(f *forged) { f.inRecord(t, org.KindActivity, `"year":2024`, `"year":2025`) }, "line 6", WhyForm},
		{"the envelope's kind is not the body's", func(f *forged) { f.inRecord(t, org.KindRegister, `"kind":"register"`, `"kind":"waiver"`) }, "line 16", WhyForm},
		{"a revision 0", func(f *forged) {
			f.inRecord(t, org.KindPerson, `"rev":2`, `"rev":0`)
			f.inRecord(t, org.KindPerson, `"rev":2`, `"rev":0`)
		}, "rev", WhyValue},
		{"a value that is not allowed", func(f *forged) { f.inRecord(t, org.KindPerson, `"sex":"m"`, `"sex":"x"`) }, "body", WhyValue},
		{"spells that overlap", func(f *forged) {
			f.inRecord(t, org.KindPerson, `"spells":[`, `"spells":[{"kind":"category","value":"full"},`)
		}, "body", WhyValue},
		{"an attendance of nobody", func(f *forged) {
			f.inRecord(t, org.KindActivity, `"attendance":[{"person":"`+string(personID(0)), `"attendance":[{"person":"`+string(personID(9)))
		}, "attendance", WhyPointer},
		{"a chair who is nobody", func(f *forged) {
			f.inRecord(t, org.KindActivity, `"chair":{"person":"`+string(personID(0)), `"chair":{"person":"`+string(personID(9)))
		}, "parts.chair", WhyPointer},
		{"a group that is none", func(f *forged) { f.inRecord(t, org.KindPerson, `"group":"g1"`, `"group":"g2"`) }, "spells", WhyPointer},
		{"a reading by nobody", func(f *forged) { f.inRecord(t, org.KindReading, string(personID(0)), string(personID(9))) }, "read", WhyPointer},
		{"a review of nobody", func(f *forged) { f.inRecord(t, org.KindReview, string(personID(0)), string(personID(9))) }, "person", WhyPointer},
		{"a register of nobody", func(f *forged) { f.inRecord(t, org.KindRegister, string(personID(0)), string(personID(9))) }, "person", WhyPointer},
		{"an ID number in the clear", func(f *forged) { f.inRecord(t, org.KindPerson, "********", "19700101") }, "id_number", WhyUnmasked},
		{"a phone in the clear", func(f *forged) { f.inRecord(t, org.KindPerson, `"phone":"139****`, `"phone":"1390000`) }, "phone", WhyUnmasked},
	} {
		f := forge(t)
		c.edit(f)
		b, err := parse(f.signed(), f.opened)
		if b != nil {
			t.Errorf("%s: a bundle came out", c.name)
		}
		wantFault(t, c.name, err, c.where, c.why)
	}
}

// cut2 takes two digits away behind the place where two were put in.
func cut2(f *forged, mark string) {
	i := strings.Index(f.manifest, mark) + len(mark) + 2
	f.manifest = f.manifest[:i] + f.manifest[i+2:]
}

func swap(f *forged, i, j int) { f.records[i], f.records[j] = f.records[j], f.records[i] }

func dropYear(records []string, year int) []string {
	var out []string
	for _, r := range records {
		var h head
		if json.Unmarshal([]byte(r), &h) == nil && h.Year != year {
			out = append(out, r)
		}
	}
	return out
}

func TestWhatIsWrongWithTheWholeTextIsRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(f *forged) []byte
		want error
	}{
		{"nothing", func(*forged) []byte { return []byte(bundleDomain) }, ErrNotABundle},
		{"no line break", func(*forged) []byte { return []byte(bundleDomain + "hello") }, ErrNotABundle},
		{"another text", func(*forged) []byte { return []byte(bundleDomain + "hello\nworld\n") }, ErrNotABundle},
		{"a receipt", func(f *forged) []byte { f.inManifest(t, `"bundle"`, `"receipt"`); return f.signed() }, ErrNotABundle},
		{"a later format", func(f *forged) []byte { f.inManifest(t, `"format":1`, `"format":2,"new":1`); return f.signed() }, ErrNewerFormat},
		{"a later reader", func(f *forged) []byte { f.inManifest(t, `"min_reader":1`, `"min_reader":3`); return f.signed() }, ErrNewerFormat},
		{"a manifest that is too long", func(f *forged) []byte {
			f.inManifest(t, `"app_version":"`, `"app_version":"`+strings.Repeat("x", MaxManifest))
			return f.signed()
		}, ErrTooLarge},
		{"a record that is too long", func(f *forged) []byte {
			f.records[1] = strings.Replace(f.records[1], "人0", strings.Repeat("人", MaxRecord/3), 1)
			return f.signed()
		}, ErrTooLarge},
		{"too many records", func(f *forged) []byte { f.records = []string{strings.Repeat("\n", MaxRecords+1)}; return f.signed() }, ErrTooLarge},
		{"a last record without its end", func(f *forged) []byte {
			n := len(f.records) - 1
			f.records[n] = strings.TrimSuffix(f.records[n], "\n")
			return f.signed()
		}, ErrAltered},
		{"no signature", func(f *forged) []byte { return []byte(bundleDomain + f.text()) }, ErrAltered},
		{"nothing but a signature", func(f *forged) []byte { return append([]byte(bundleDomain), sign(nil, branchKey)...) }, ErrNotABundle},
		{"a signature in capitals", func(f *forged) []byte {
			b := f.signed()
			i := bytes.LastIndexByte(b, ':') + 2
			return append(b[:i], append(bytes.ToUpper(b[i:len(b)-3]), "\"}\n"...)...)
		}, ErrAltered},
		{"data after the signature", func(f *forged) []byte { return append(f.signed(), '\n') }, ErrAltered},
		{"two signatures", func(f *forged) []byte { return append(f.signed(), sign([]byte(bundleDomain+f.text()), branchKey)...) }, ErrBadSignature},
		{"somebody else's signature", func(f *forged) []byte { f.key = upperKey; return f.signed() }, ErrBadSignature},
		{"a signature of another domain", func(f *forged) []byte {
			return append([]byte(bundleDomain+f.text()), sign([]byte(receiptDomain+f.text()), branchKey)...)
		}, ErrBadSignature},
		{"a change after signing", func(f *forged) []byte { return bytes.Replace(f.signed(), []byte("人1"), []byte("人9"), 1) }, ErrBadSignature},
		{"a bad record under a bad signature", func(f *forged) []byte {
			return bytes.Replace(f.signed(), []byte(`"sex":"m"`), []byte(`"sex":"x"`), 1)
		}, ErrBadSignature},
	} {
		f := forge(t)
		if b, err := parse(c.edit(f), f.opened); !errors.Is(err, c.want) || b != nil {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
	}
}

func TestAYearThatIsNotSentStillHasToBePossible(t *testing.T) {
	s := secretOf(t)
	m := sampleManifest(t, s.Recipient())
	c := encode(t, sampleList(3, 2, 2, Fields{}))
	c.Omit(2024)
	if _, err := m.complete(c, branchKey, toAll(s)); err != nil {
		t.Fatal(err)
	}
	if _, err := parse(takeApart(t, m, c, s.Recipient()).signed(), s.Recipient()); err != nil {
		t.Fatal(err)
	}
	for name, c2 := range map[string]struct {
		old, new string
		why      Why
	}{
		"no records of a kind": {`{"activity":2`, `{"activity":0`, WhyCount},
		"no digest":            {c.Years()[0].Digest.String(), "", WhyMissing},
		"people in a year":     {`{"activity":2`, `{"activity":2,"person":1`, WhyCount},
	} {
		f := takeApart(t, m, c, s.Recipient())
		f.inManifest(t, c2.old, c2.new)
		_, err := parse(f.signed(), f.opened)
		wantFault(t, name, err, "years", c2.why)
	}
}

package bundle

import (
	"crypto/ed25519"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"filippo.io/age"

	"branchbook/store/org"
)

// Receipt is the upper level's answer to one bundle: what it now holds of the
// branch, and what it returns for correction. WriteReceipt fills in type,
// versions, algorithms, key and recipients.
type Receipt struct {
	Type       string     `json:"type"` // "receipt"
	Format     int        `json:"format"`
	MinReader  int        `json:"min_reader"`
	Algorithms Algorithms `json:"algorithms"`
	ID         string     `json:"receipt_id"`
	App        string     `json:"app_version"`
	Issuer     string     `json:"issuer"` // name of the committee, as on its card
	Signer     Key        `json:"signing_key"`
	Recipients []string   `json:"recipients"` // the branch's reply_to
	Branch     BranchName `json:"branch"`
	Device     string     `json:"device"`
	Accepted   Digest     `json:"accepted"` // digest of the bundle
	Sequence   int64      `json:"sequence"` // of the bundle
	Journal    Journal    `json:"journal"`  // of the bundle
	Roster     Digest     `json:"roster"`   // what is held now
	Years      []Held     `json:"years"`    // what is held now, ascending
	Returned   []Returned `json:"returned"`
	Previous   Digest     `json:"previous"` // of the receipt before, none for the first
	Created    time.Time  `json:"created_at"`
}

// Held is one year as the upper level holds it.
type Held struct {
	Year   int    `json:"year"`
	Digest Digest `json:"digest"`
}

// Returned is one aggregate that is handed back for correction.
type Returned struct {
	Kind   org.Kind `json:"kind"`
	ID     string   `json:"id"`
	Rev    org.Rev  `json:"rev"`
	Reason string   `json:"reason"` // one line, for people
}

// WriteReceipt signs and writes a receipt and returns its digest, which the
// branch's next manifest names. Errors as with Write.
func WriteReceipt(w io.Writer, r *Receipt, key ed25519.PrivateKey, to ...age.Recipient) (Digest, error) {
	names, err := namesOf(to)
	if err != nil {
		return Digest{}, err
	}
	r.Type, r.Format, r.MinReader = "receipt", Format, firstReader
	r.Recipients, r.Algorithms, r.Signer = names, algorithms(names), KeyOf(key)
	r.Years, r.Returned = append([]Held{}, r.Years...), append([]Returned{}, r.Returned...)
	if err := r.check(); err != nil {
		return Digest{}, err
	}
	first, err := json.Marshal(r)
	if err != nil {
		return Digest{}, fmt.Errorf("encode receipt: %w", err)
	}
	if len(first)+1+signatureLine > MaxReceipt {
		return Digest{}, &Fault{Where: "receipt", Why: WhyLarge, Err: ErrTooLarge}
	}
	message := append([]byte(receiptDomain), append(first, '\n')...)
	if err := seal(w, receiptDomain, message, key, to); err != nil {
		return Digest{}, err
	}
	return Sum(message[len(receiptDomain):]), nil
}

// ReadReceipt reads a receipt that must be signed with the key of the card.
// Errors as with Read; a receipt of somebody else is a *Fault with WhySigner.
func ReadReceipt(r io.Reader, from Key, ids ...age.Identity) (*Receipt, Digest, error) {
	signed, opened, err := unseal(r, receiptDomain, MaxReceipt, ids)
	if err != nil {
		return nil, Digest{}, err
	}
	return parseReceipt(signed, opened, from)
}

func parseReceipt(signed []byte, opened string, from Key) (*Receipt, Digest, error) {
	first, err := firstLine(signed[len(receiptDomain):], MaxReceipt)
	if err != nil {
		return nil, Digest{}, err
	}
	if err := probe(first, "receipt"); err != nil {
		return nil, Digest{}, err
	}
	message, sig, err := splitSigned(signed)
	if err != nil {
		return nil, Digest{}, err
	}
	text := message[len(receiptDomain):]
	if len(text) != len(first)+1 {
		return nil, Digest{}, fault("receipt", WhyForm)
	}
	var r Receipt
	if err := strict(first, &r); err != nil {
		return nil, Digest{}, &Fault{Where: "receipt", Why: WhyForm, Err: err}
	}
	if err := r.admit(message, sig, opened, from); err != nil {
		return nil, Digest{}, err
	}
	return &r, Sum(text), nil
}

// admit checks what only the reader can: who signed it and for whom.
func (r *Receipt) admit(message, sig []byte, opened string, from Key) error {
	if err := r.check(); err != nil {
		return err
	}
	if r.Signer != from {
		return fault("signing_key", WhySigner)
	}
	if err := verify(message, sig, from); err != nil {
		return err
	}
	if !slices.Contains(r.Recipients, opened) {
		return fault("recipients", WhyRewrap)
	}
	return nil
}

func (r *Receipt) check() error {
	if err := checkHead(r.Type, "receipt", r.Format, r.MinReader, r.Algorithms, r.Recipients); err != nil {
		return err
	}
	if err := checkTokens(token{"receipt_id", r.ID}, token{"device", r.Device}, token{"branch.id", string(r.Branch.ID)}); err != nil {
		return err
	}
	if r.Accepted == (Digest{}) || r.Roster == (Digest{}) || r.Sequence < 1 {
		return fault("accepted", WhyMissing)
	}
	if err := r.Journal.check(); err != nil {
		return err
	}
	if err := r.checkTexts(); err != nil {
		return err
	}
	if err := r.checkLists(); err != nil {
		return err
	}
	return checkTime(r.Created)
}

func (r *Receipt) checkTexts() error {
	for _, t := range []token{{"app_version", r.App}, {"issuer", r.Issuer}, {"branch.name", r.Branch.Name}, {"branch.code", r.Branch.Code}} {
		if err := org.CheckText(t.where, t.text, org.MaxLine); err != nil {
			return &Fault{Where: t.where, Why: WhyValue, Err: err}
		}
	}
	if k, err := org.ParseBranchKind(string(r.Branch.Kind)); err != nil || k != r.Branch.Kind {
		return fault("branch.kind", WhyValue)
	}
	return nil
}

func (r *Receipt) checkLists() error {
	if r.Years == nil || r.Returned == nil {
		return fault("years", WhyMissing)
	}
	if len(r.Years) > MaxYears || len(r.Returned) > MaxReturned {
		return &Fault{Where: "years", Why: WhyLarge, Err: ErrTooLarge}
	}
	for i, y := range r.Years {
		if !yearOK(y.Year) || y.Digest == (Digest{}) || i > 0 && y.Year <= r.Years[i-1].Year {
			return fault("years", WhyOrder)
		}
	}
	for _, x := range r.Returned {
		if !slices.Contains(org.Kinds, x.Kind) || !tokenOK(x.ID) || x.Rev < 1 || x.Reason == "" {
			return fault("returned", WhyValue)
		}
		if err := org.CheckText("reason", x.Reason, org.MaxLine); err != nil {
			return &Fault{Where: "returned", Why: WhyValue, Err: err}
		}
	}
	return nil
}

package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"filippo.io/age"

	"branchbook/store"
	"branchbook/store/bundle"
	"branchbook/store/org"
	"branchbook/store/safefile"
	"branchbook/ui/say"
)

func runCardNew(c *call) (result, error) {
	name := c.flags.String("name", "", "收件`单位`名称")
	identity := c.flags.String("identity", "", "密钥`文件`（自己保管，绝不外传）")
	ids := c.flags.Bool("want-id-number", false, "要求上报完整身份号码")
	phones := c.flags.Bool("want-phone", false, "要求上报完整电话")
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	if c.out == "" || *identity == "" || *name == "" {
		return nil, usage("要写明 --name 单位、-o 名片文件 和 --identity 密钥文件。")
	}
	if filepath.Clean(c.out) == filepath.Clean(*identity) {
		return nil, usage("名片和密钥要写成两个文件。")
	}
	card, secret, err := bundle.NewCard(*name, bundle.Fields{IDNumber: *ids, Phone: *phones}, c.env.Now())
	if err != nil {
		return nil, err
	}
	text, err := card.Encode(secret)
	if err != nil {
		return nil, err
	}
	if _, err := safefile.Write(*identity, secret.Encode(), safefile.Options{}); err != nil {
		return nil, fmt.Errorf("write identity: %w", err)
	}
	if _, err := safefile.Write(c.out, text, safefile.Options{}); err != nil {
		return nil, errors.Join(fmt.Errorf("write card: %w", err), os.Remove(*identity))
	}
	c.notes = append(c.notes, "请把名片交给支部，并在电话里读核对码；密钥文件请妥善保管并另存一份。")
	return made{cardFacts(card)}, nil
}

func cardFacts(card *bundle.Card) facts {
	return facts{{"name", "收件单位", card.Name}, {"fingerprint", "核对码", card.Fingerprint()}, {"id_number", "要完整身份号码", card.Fields.IDNumber},
		{"phone", "要完整电话", card.Fields.Phone}, {"recipient", "加密公钥", card.Recipient}}
}

func runCardShow(c *call) (result, error) {
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	if err := c.reads(words[0]); err != nil {
		return nil, err
	}
	card, err := readCard(words[0])
	if err != nil {
		return nil, err
	}
	return cardFacts(card), nil
}

// readSmall reads a small file, refusing one that cannot be what is wanted.
func readSmall(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > bundle.MaxCard {
		return nil, bundle.ErrNotABundle
	}
	return os.ReadFile(path)
}

func readCard(path string) (*bundle.Card, error) {
	b, err := readSmall(path)
	if err != nil {
		return nil, fmt.Errorf("read card: %w", err)
	}
	return bundle.ParseCard(b)
}

// passphrase reads the first line of a file.
func passphrase(path string, least int) (age.Recipient, age.Identity, error) {
	b, err := readSmall(path)
	if err != nil {
		return nil, nil, fmt.Errorf("read passphrase: %w", err)
	}
	line, _, _ := strings.Cut(string(bytes.TrimPrefix(b, []byte("\ufeff"))), "\n")
	words := strings.TrimRight(line, "\r")
	if utf8.RuneCountInString(words) < least {
		return nil, nil, say.ErrShortPassphrase
	}
	return bundle.Passphrase(words)
}

func runExport(c *call) (result, error) {
	to := c.flags.String("to", "", "上级的收件`名片`")
	pass := c.flags.String("passphrase-file", "", "口令`文件`（没有名片时用）")
	replace := c.flags.Bool("replace", false, "覆盖同名文件")
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	if c.out == "" || (*to == "") == (*pass == "") {
		return nil, usage("要写明 -o 上报包文件，以及 --to 名片 或 --passphrase-file 口令文件 中的一个。")
	}
	if err := c.reads(*to, *pass); err != nil {
		return nil, err
	}
	e := store.Export{Path: c.out, App: c.env.Version, Replace: *replace}
	if err := addressee(&e, *to, *pass); err != nil {
		return nil, err
	}
	return c.with(func(s *store.Store) (result, error) {
		snap, err := s.Snapshot(1, 0)
		if err != nil {
			return nil, err
		}
		pack, _, err := judge(s, c.env.Now().Year(), org.DateOf(c.env.Now()))
		if err != nil {
			return nil, err
		}
		e.Pack = pack.Digest()
		sent, err := s.Export(e)
		if err != nil {
			return nil, err
		}
		if snap.Branch.Demo {
			c.notes = append(c.notes, "这是演示支部的上报包，上级不会接收。")
		}
		return made{sentFacts(sent, c.out, len(snap.Persons))}, nil
	})
}

// addressee sets for whom the bundle is.
func addressee(e *store.Export, to, pass string) (err error) {
	if pass != "" {
		e.To, _, err = passphrase(pass, bundle.MinPassphrase)
		return err
	}
	card, err := readCard(to)
	if err != nil {
		return err
	}
	e.ToName, e.Fields = card.Name, card.Fields
	e.To, err = card.To()
	return err
}

func sentFacts(sent *store.Sent, path string, persons int) facts {
	years := []int{}
	for _, y := range sent.Years {
		years = append(years, y.Year)
	}
	return facts{{"path", "上报包", path}, {"sequence", "第几次", sent.Sequence}, {"persons", "人员", persons}, {"years", "年度", years},
		{"digest", "核对码", sent.Digest.String()}, {"to", "收件单位", sent.To}, {"device", "设备", sent.Device}}
}

func runVerify(c *call) (result, error) {
	identity := c.flags.String("identity", "", "密钥`文件`")
	pass := c.flags.String("passphrase-file", "", "口令`文件`")
	words, err := c.parse(1, 1)
	if err != nil {
		return nil, err
	}
	if (*identity == "") == (*pass == "") {
		return nil, usage("要写明 --identity 密钥文件 或 --passphrase-file 口令文件 中的一个。")
	}
	if err := c.reads(words[0], *identity, *pass); err != nil {
		return nil, err
	}
	id, err := opener(*identity, *pass)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(words[0])
	if err != nil {
		return nil, fmt.Errorf("read bundle: %w", err)
	}
	defer f.Close()
	b, err := bundle.Read(f, id)
	if err != nil {
		return nil, fmt.Errorf("read bundle: %w", err)
	}
	return bundleFacts(b), nil
}

func opener(identity, pass string) (age.Identity, error) {
	if pass != "" {
		_, id, err := passphrase(pass, 1)
		return id, err
	}
	b, err := readSmall(identity)
	if err != nil {
		return nil, fmt.Errorf("read identity: %w", err)
	}
	secret, err := bundle.ParseSecret(b)
	if err != nil {
		return nil, err
	}
	return secret.Identity, nil
}

func bundleFacts(b *bundle.Bundle) facts {
	m := &b.Manifest
	years := []int{}
	for _, y := range m.Years {
		years = append(years, y.Year)
	}
	return facts{{"branch", "支部", m.Branch.Name}, {"code", "编码", m.Branch.Code}, {"demo", "演示", m.Demo}, {"sequence", "第几次", m.Sequence},
		{"created_at", "制作时间", m.Created.Local()}, {"persons", "人员", m.Counts[org.KindPerson]}, {"activities", "活动", m.Counts[org.KindActivity]},
		{"years", "年度", years}, {"digest", "核对码", b.Digest.String()}, {"device", "设备", m.Device}, {"signing_key", "签名公钥", m.Signer.String()},
		{"pack", "规则包摘要", m.Pack.String()}, {"verified", "签名和内容检验", passed(true)}}
}

// passed is what a test came to.
type passed bool

func (passed) Chinese() string { return "通过" }

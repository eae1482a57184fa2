package rules

import (
	"fmt"
	"strconv"
	"strings"

	"branchbook/store/org"
)

func init() {
	worldLines["联系人"] = readContactPerson
	worldLines["台账"] = readRegister
	worldLines["必读"] = readReading
	worldLines["述评"] = readReview
	worldLines["档案"] = readFile
	worldLines["记录应到"] = readDue
	worldLines["写明原因"] = readReason
	worldDetails["授课"] = func(w *world, _ *org.Activity, p *org.Part, value string) error {
		p.Lecturer = org.Who{Name: value}
		if q := w.person(value); q != nil {
			p.Lecturer = org.Who{Person: q.ID}
		}
		return nil
	}
	worldDetails["材料"] = func(_ *world, _ *org.Activity, p *org.Part, value string) error {
		p.Materials = strings.Split(value, "、")
		return nil
	}
}

func (w *world) named(name string) (*org.Person, error) {
	if p := w.person(name); p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("no such person")
}

// readContactPerson reads "甲 李四": who keeps in touch with 甲, who floats.
func readContactPerson(w *world, words []string) error {
	p, err := w.named(words[0])
	if err != nil {
		return err
	}
	for i := range p.Spells {
		if p.Spells[i].Kind == org.SpellFloating {
			p.Spells[i].Who = words[1]
		}
	}
	return nil
}

// readRegister reads "流动党员联系 甲 2026-03-05", the day may be a month or a
// year, or left out.
func readRegister(w *world, words []string) error {
	kind, err := org.ParseRegisterKind(words[0])
	if err != nil {
		return err
	}
	p, err := w.named(words[1])
	if err != nil {
		return err
	}
	e := &org.Register{ID: org.ItemID(strconv.Itoa(len(w.registers) + 1)), Kind: kind, Person: p.ID}
	if len(words) > 2 {
		if e.From, err = org.ParsePartial(words[2]); err != nil {
			return err
		}
	}
	w.registers = append(w.registers, e)
	return e.Validate()
}

// readReading reads "2026 《党章》 ： 甲 乙=2026-03-05": who has read it, and when.
func readReading(w *world, words []string) error {
	year, err := strconv.Atoi(words[0])
	if err != nil {
		return err
	}
	item := &org.Reading{ID: org.ItemID(strconv.Itoa(len(w.readings) + 1)), Year: year, Title: words[1]}
	for _, word := range words[min(3, len(words)):] {
		name, day, _ := strings.Cut(word, "=")
		p, err := w.named(name)
		if err != nil {
			return err
		}
		m := org.ReadMark{Person: p.ID}
		if err := m.On.UnmarshalText([]byte(day)); err != nil {
			return err
		}
		item.Read = append(item.Read, m)
	}
	w.readings = append(w.readings, item)
	return item.Validate()
}

// readReview reads "2026 甲 述学=2026-12-10 评学=合格"; 述学有稿 is a
// report without a day.
func readReview(w *world, words []string) error {
	year, err := strconv.Atoi(words[0])
	if err != nil {
		return err
	}
	p, err := w.named(words[1])
	if err != nil {
		return err
	}
	v := &org.Review{ID: org.ItemID(strconv.Itoa(len(w.reviews) + 1)), Year: year, Person: p.ID}
	for _, word := range words[2:] {
		switch key, value, _ := strings.Cut(word, "="); key {
		case "评学":
			v.StudyFit, err = org.ParseGrade(value)
		case "述学":
			v.StudyOn, err = org.ParseDate(value)
		case "述学有稿":
			v.Study = "略"
		default:
			err = fmt.Errorf("no such word")
		}
		if err != nil {
			return err
		}
	}
	w.reviews = append(w.reviews, v)
	return v.Validate()
}

// readFile reads "甲 出生=1985-03 学历=高中".
func readFile(w *world, words []string) error {
	p, err := w.named(words[0])
	if err != nil {
		return err
	}
	for _, word := range words[1:] {
		switch key, value, _ := strings.Cut(word, "="); key {
		case "出生":
			if p.Born, err = org.ParsePartial(value); err != nil {
				return err
			}
		case "学历":
			p.Education = value
		default:
			return fmt.Errorf("no such word")
		}
	}
	return nil
}

// readDue reads "甲 乙" or 全体: the record of the last activity has them as due.
func readDue(w *world, words []string) error {
	a := w.activities[len(w.activities)-1]
	for i := range a.Attendance {
		for _, name := range words {
			if r := &a.Attendance[i]; string(r.Person) == name || name == "全体" {
				r.Due = true
			}
		}
	}
	return nil
}

// readReason reads "甲 病假": why 甲 was not at the last activity.
func readReason(w *world, words []string) (err error) {
	a := w.activities[len(w.activities)-1]
	for i := range a.Attendance {
		if r := &a.Attendance[i]; string(r.Person) == words[0] {
			if r.Reason, err = org.ParseReason(words[1]); err != nil {
				return err
			}
		}
	}
	return nil
}

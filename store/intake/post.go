package intake

import (
	"slices"
	"strings"

	"branchbook/store/org"
)

// Post is a post that the sheet gives to somebody who has none on file. The
// sheet has no day for it, so that only a person can enter it.
type Post struct {
	Person org.PersonID
	Name   string
	Words  string    // as written
	Fact   org.Spell // without a day; no Value where the words cannot be read
}

// posts reads what a sheet writes of somebody's posts, one for each word:
// “支部书记、宣传委员” are two.
func posts(p *org.Person, words string) (out []Post) {
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("、，,；;/ \n兼", r) }) {
		fact := org.Spell{Kind: org.SpellPost, Value: postValue(w)}
		switch fact.Value {
		case org.Committee:
			fact.Title = postTitle(w)
		case org.GroupHead:
			fact.Group = groupOf(p)
		}
		out = append(out, Post{p.ID, p.Name, w, fact})
	}
	return out
}

// postEnds are the posts by the end of their words, the longer first.
var postEnds = []struct {
	end   string
	value org.SpellValue
}{{"第一书记", org.FirstSec}, {"副书记", org.Deputy}, {"书记", org.Secretary}, {"委员", org.Committee}, {"支委", org.Committee}, {"组长", org.GroupHead}}

// elsewhere are words of posts that are none of a Party branch, or are over.
var elsewhere = []string{"团", "妇", "党委", "总支", "村委", "居委", "原", "曾", "前"}

func postValue(word string) org.SpellValue {
	if slices.ContainsFunc(elsewhere, func(e string) bool { return strings.Contains(word, e) }) {
		return ""
	}
	for _, p := range postEnds {
		if strings.HasSuffix(word, p.end) {
			return p.value
		}
	}
	return ""
}

// postTitle is what kind of 委员 somebody is, "" for a plain one.
func postTitle(word string) string {
	for _, t := range []string{"组织委员", "宣传委员", "纪检委员", "纪律检查委员", "统战委员", "群团委员", "青年委员"} {
		if strings.HasSuffix(word, t) {
			return t
		}
	}
	return ""
}

func groupOf(p *org.Person) org.GroupID {
	if s, ok := p.Open(org.SpellGroup); ok {
		return s.Group
	}
	return ""
}

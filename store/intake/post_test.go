package intake

import (
	"fmt"
	"testing"

	"branchbook/store/org"
)

func TestPostsAreReadAsTheRosterWritesThem(t *testing.T) {
	p := &org.Person{ID: "p", Name: "王建", Spells: []org.Spell{{Kind: org.SpellGroup, Group: "g1"}}}
	for words, want := range map[string]string{
		"党支部书记": "[secretary  ]", "柳树村党支部副书记": "[deputy  ]", "支部委员": "[committee  ]", "支委": "[committee  ]",
		"组织委员": "[committee 组织委员 ]", "第一党小组组长": "[group_head  g1]", "驻村第一书记": "[first_secretary  ]",
		"书记、宣传委员": "[secretary   committee 宣传委员 ]", "副书记兼纪检委员": "[deputy   committee 纪检委员 ]",
		"团支部书记": "[  ]", "原支部书记": "[  ]", "镇党委委员": "[  ]", "党员": "[  ]",
	} {
		var got []string
		for _, x := range posts(p, words) {
			got = append(got, fmt.Sprintf("%s %s %s", x.Fact.Value, x.Fact.Title, x.Fact.Group))
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%s: %v, want %s", words, got, want)
		}
	}
}

func TestAPlanListsThePostsThatAreNotOnFile(t *testing.T) {
	snap := branch()
	text := "姓名,出生日期,人员类别,党内职务\n王建,1970-02-15,正式党员,支部书记\n李红,1975-06-08,正式党员,\n"
	p := Make(snap, roster(t, text))
	if len(p.Posts) != 1 || p.Posts[0].Name != "王建" || p.Posts[0].Person != p.People[0].ID || p.Posts[0].Words != "支部书记" {
		t.Fatalf("posts %+v", p.Posts)
	}
	snap = take(snap, p)
	snap.Persons[0].Spells = append(snap.Persons[0].Spells, p.Posts[0].Fact)
	if again := Make(snap, roster(t, text)); len(again.Posts) != 0 {
		t.Errorf("asked again: %+v", again.Posts)
	}
}

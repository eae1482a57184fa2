package match

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"branchbook/store/org"
)

// people makes persons whose ids are their names.
func people(names ...string) []*org.Person {
	out := make([]*org.Person, len(names))
	for i, name := range names {
		out[i] = &org.Person{ID: org.PersonID(name), Name: name}
	}
	return out
}

// found writes hits as name:rank words.
func found(hits []Hit) string {
	var out []string
	for _, h := range hits {
		out = append(out, fmt.Sprintf("%s:%d", h.Person, h.Rank))
	}
	return strings.Join(out, " ")
}

func TestANameIsFoundByItsReadings(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Rank // -1: not found
	}{
		{"张德华", "张德华", WholeName},
		{"张德华", "张　德", NameStart},
		{"张德华", "zhangdehua", WholePinyin},
		{"张德华", "Zhang De Hua", WholePinyin},
		{"张德华", "ｚｈａｎｇｄｅｈｕａ", WholePinyin},
		{"张德华", "ZDH", WholeInitials},
		{"张德华", "zhdh", WholeInitials},
		{"张德华", "张dh", WholeInitials},
		{"张德华", "zd", InitialsStart},
		{"张德华", "zh", InitialsStart},
		{"张德华", "zhangdeh", PinyinStart},
		{"张德华", "zhdehu", PinyinStart},
		{"张德华", "张de", PinyinStart},
		{"张德华", "德华", NamePart},
		{"张德华", "德", NamePart},
		{"张德华", "dh", PinyinPart},
		{"张德华", "hua", PinyinPart},
		{"张德华", "zhua", -1},
		{"张德华", "zdhx", -1},
		{"张德华", "hd", -1},
		{"张德华", "张华", -1},
		{"张德华", "angdehua", -1},
		{"张德华", strings.Repeat("zhangdehua", 1000), -1},

		{"单红", "shanhong", WholePinyin},
		{"单红", "sh", WholeInitials},
		{"单红", "danhong", Misread},
		{"单红", "chanh", Misread},
		{"李单", "lidan", WholePinyin},
		{"李单", "lishan", WholePinyin},
		{"单丹", "dan", PinyinPart},
		{"仇建国", "qjg", WholeInitials},
		{"仇建国", "chou", Misread},
		{"查良", "zhaliang", WholePinyin},
		{"解放", "xf", WholeInitials},
		{"曾曾", "zengceng", WholePinyin},
		{"曾曾", "cz", Misread},
		{"朴英", "piaoying", WholePinyin},
		{"区志强", "ouzhiqiang", WholePinyin},
		{"区志强", "ozq", WholeInitials},
		{"盖青", "geqing", WholePinyin},
		{"盖青", "gaiqing", WholePinyin},
		{"覃勇", "qy", WholeInitials},
		{"覃勇", "tanyong", WholePinyin},
		{"覃勇", "yany", Misread},
		{"方明", "pang", Misread},
		{"刘长明", "liuchangming", WholePinyin},
		{"刘长明", "liuzhangming", WholePinyin},
		{"张行", "zh", WholeInitials},
		{"张行", "zx", WholeInitials},

		{"吕梁", "lvliang", WholePinyin},
		{"吕梁", "luliang", WholePinyin},
		{"吕梁", "lyuliang", WholePinyin},
		{"吕梁", "lüliang", WholePinyin},
		{"吕梁", "LÜ Liang", WholePinyin},
		{"吕梁", "ll", WholeInitials},
		{"吕梁", "lyu", PinyinStart},
		{"徐略", "xulve", WholePinyin},
		{"徐略", "xülue", WholePinyin},
		{"徐略", "xvlyue", WholePinyin},

		{"尉迟恭", "yuchigong", WholePinyin},
		{"尉迟恭", "ycg", WholeInitials},
		{"尉迟恭", "weichi", Misread},
		{"尉明", "weiming", WholePinyin},
		{"万俟宁", "moqining", WholePinyin},
		{"澹台敬", "ttj", WholeInitials},
		{"澹台敬", "tanyi", Misread},
		{"长孙无忌", "zswj", WholeInitials},
		{"长孙无忌", "zhswuji", PinyinStart},
		{"令狐冲", "linghuchong", WholePinyin},
		{"乐正绫", "yzl", WholeInitials},
		{"耶律齐", "yelvqi", WholePinyin},
		{"耶律齐", "yeluqi", WholePinyin},
		{"单于飞", "syf", WholeInitials},
		{"欧阳修文", "oyxw", WholeInitials},
		{"欧阳修文", "xiuwen", PinyinPart},

		{"买买提·艾力", "买买提艾力", WholeName},
		{"买买提·艾力", "买买提•艾", NameStart},
		{"买买提·艾力", "mmtal", WholeInitials},
		{"买买提·艾力", "aili", PinyinPart},
		{"买买提·艾力", "maimaiti·aili", WholePinyin},
		{"先阿红", "xian", PinyinStart},
		{"安西安", "xi'an", PinyinPart},
		{"𠮷田明", "𠮷", NameStart},
		{"𠮷田明", "𠮷tm", WholeInitials},
		{"𠮷田明", "tianming", PinyinPart},
		{"\ue863伟", "\ue863w", WholeInitials},
		{"\u2f42明", "\u2f42", NameStart}, // a radical sign instead of 文
		{"John Smith", "john smith", WholeName},
		{"John Smith", "Ｊｏｈｎ", NameStart},
		{"John Smith", "js", WholeInitials},
		{"John Aja", "ja", WholeInitials},
		{"John Smith", "johsm", PinyinStart},
		{"John Smith", "smi", NamePart},
		{"John Smith", "mit", NamePart},
		{"Émile", "é", NameStart},
		{"Müller Anna", "müller", NameStart},
		{"王伟2", "ww2", WholeInitials},
		{"王伟（大）", "王伟(大", WholeName},
	} {
		hits, want := NewIndex(people(c.name)).Find(c.text, 0), ""
		if c.want >= 0 {
			want = fmt.Sprintf("%s:%d", c.name, c.want)
		}
		if got := found(hits); got != want {
			t.Errorf("%s by %.20q: %q, want %q", c.name, c.text, got, want)
		}
	}
}

func TestTheBestHitComesFirst(t *testing.T) {
	for _, c := range []struct{ names, text, want string }{
		{"王小明 李王 王明", "王", "王小明:1 王明:1 李王:6"},
		{"王明明 王明", "王明", "王明:0 王明明:1"},
		{"赵红 张华明 周浩", "zh", "赵红:3 周浩:3 张华明:4"},
		{"李安 李爱年 连生", "lian", "李安:2 李爱年:5 连生:5"},
		{"单红 邓华明 王东海 邓华", "dh", "邓华:3 邓华明:4 王东海:7 单红:8"},
		{"单洪涛 单红", "dh", "单红:8 单洪涛:8"},
		{"张行 张华", "zh", "张华:3 张行:3"}, // as well, but less likely
		{"吕明 卢明", "lu", "卢明:5 吕明:5"},
		{"张伟 赵武 张伟", "zw", "张伟:3 赵武:3 张伟:3"},
		{"刘海 韦红 李伟", "wei", "韦红:5 李伟:7"},
	} {
		if got := found(NewIndex(people(strings.Fields(c.names)...)).Find(c.text, 0)); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestEquallyGoodHitsStandInTheOrderOfTheRoster(t *testing.T) {
	list := many(5000)
	at := map[org.PersonID]int{}
	for i, p := range list {
		p.ID = org.PersonID(fmt.Sprint(i))
		at[p.ID] = i
	}
	hits := NewIndex(list).Find("z", 0)
	surnames := slices.DeleteFunc(slices.Clone(hits), func(h Hit) bool { return h.Rank != InitialsStart })
	if len(surnames) < 50 || len(surnames) == len(hits) || !slices.IsSortedFunc(surnames, func(a, b Hit) int { return at[a.Person] - at[b.Person] }) {
		t.Errorf("%d of %d hits: %v", len(surnames), len(hits), surnames)
	}
}

func TestFindKeepsToTheLimit(t *testing.T) {
	x := NewIndex(people("王明明", "王明", "王红"))
	for limit, want := range map[int]string{0: "王明:3 王明明:4", 1: "王明:3", 5: "王明:3 王明明:4"} {
		if got := found(x.Find("wm", limit)); got != want {
			t.Errorf("limit %d: %s, want %s", limit, got, want)
		}
	}
}

func TestNothingTypedFindsNobody(t *testing.T) {
	x := NewIndex(people("王明", "", "·"))
	for _, text := range []string{"", " ", "　", "·", "'", "\xff", "。"} {
		if hits := x.Find(text, 0); hits != nil {
			t.Errorf("%q: %v", text, hits)
		}
	}
	if hits := NewIndex(nil).Find("a", 0); hits != nil {
		t.Errorf("nobody: %v", hits)
	}
}

func TestInitialsReadSurnames(t *testing.T) {
	for name, want := range map[string]string{
		"张德华": "ZDH", "区勇": "OY", "单 红": "SH", "尉迟恭": "YCG", "买买提·艾力": "MMTAL", "吕梁": "LL", "覃勇": "QY",
		"John smith": "JS", "Émile": "É", "𠮷田": "𠮷T", "王伟2": "WW2", "": "",
	} {
		if got := Initials(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// A reading that the dictionary does not have is most likely a typing mistake
// in the tables; but some exist for surnames alone.
func TestSurnamesAreReadAsTheDictionaryKnows(t *testing.T) {
	d := dictionary{}
	alone := map[rune]string{'谌': "shen", '黑': "he", '费': "bi"}
	check := func(r rune, reading string) {
		if !slices.Contains(d.readings(r), reading) && alone[r] != reading {
			t.Errorf("%c %s: the dictionary has %v", r, reading, d.readings(r))
		}
	}
	for r, list := range surnames {
		if len(list) == 0 {
			t.Errorf("%c has no reading", r)
		}
		for _, s := range list {
			check(r, s)
		}
	}
	for pair, s := range doubleSurnames {
		check(pair[0], s[0])
		check(pair[1], s[1])
	}
	if len(surnames) < 80 || len(doubleSurnames) < 80 {
		t.Errorf("%d single and %d double surnames", len(surnames), len(doubleSurnames))
	}
}

// anyName makes Chinese names of two to eight characters, with rare characters
// and the middle dot, and names in letters.
var anyName = rapid.OneOf(
	rapid.StringMatching(`[\x{4e00}-\x{9fa5}]{2,4}`),
	rapid.StringMatching(`(单|吕|尉迟|长孙|欧阳|\x{20BB7}|\x{e863})[\x{4e00}-\x{9fa5}]{1,2}`),
	rapid.StringMatching(`[\x{4e00}-\x{9fa5}]{2,5}·[\x{4e00}-\x{9fa5}]{1,5}`),
	rapid.StringMatching(`[A-Z][a-zéü]{1,8}( [A-Z][a-z]{1,8}){0,2}`),
)

func TestEverybodyIsFoundByNameInitialsAndPinyin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfNDistinct(anyName, 1, 30, rapid.ID).Draw(t, "names")
		name := rapid.SampledFrom(names).Draw(t, "name")
		x := NewIndex(people(names...))
		rank := func(text string) Rank {
			for _, h := range x.Find(text, 0) {
				if string(h.Person) == name {
					return h.Rank
				}
			}
			t.Fatalf("%s is not found by %q", name, text)
			return 0
		}
		if got := rank(name); got != WholeName {
			t.Fatalf("%s by name: rank %d", name, got)
		}
		if got := rank(Initials(name)); got > WholeInitials {
			t.Fatalf("%s by initials %s: rank %d", name, Initials(name), got)
		}
		var whole []string
		for _, u := range (dictionary{}).units(name) {
			whole = append(whole, u.ways[0].text)
		}
		text := strings.Join(whole, rapid.SampledFrom([]string{"", " ", "'"}).Draw(t, "between"))
		if got := rank(text); got > WholePinyin {
			t.Fatalf("%s by pinyin %s: rank %d", name, text, got)
		}
		rs := []rune(fold(name))
		from := rapid.IntRange(0, len(rs)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(rs)).Draw(t, "to")
		if got := rank(string(rs[from:to])); got > NamePart {
			t.Fatalf("%s by part %s: rank %d", name, string(rs[from:to]), got)
		}
	})
}

// FuzzFind takes any name and any text: no panic, and a name with a letter or
// a character is found by itself.
func FuzzFind(f *testing.F) {
	for _, s := range [][2]string{{"张德华", "zdh"}, {"尉迟恭", "yu chi"}, {"a\xffb", "\xf0\x28"}, {"ⓐİſ", "i̇"}, {"㐀\u0301x", "ʼ"}, {"·", "·"}} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		x := NewIndex(people(name, text, "能能能能能"))
		x.Find(text, 3)
		Initials(text)
		if !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			return
		}
		if hits := x.Find(name, 0); len(hits) == 0 || hits[0].Rank != WholeName {
			t.Errorf("%q is not found by itself: %v", name, hits)
		}
	})
}

// many makes as many names as asked for, of common characters.
func many(n int) []*org.Person {
	sur, given := []rune("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃单"),
		[]rune("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂长行乐华国建红志德春梅文海龙玉珍东生林云")
	names := make([]string, n)
	for i := range names {
		names[i] = string([]rune{sur[i*7%len(sur)], given[i*3%len(given)], given[i*11/5%len(given)]})
	}
	return people(names...)
}

func BenchmarkFind(b *testing.B) {
	for _, n := range []int{500, 5000} {
		x := NewIndex(many(n))
		for _, text := range []string{"z", "zh", "zhdh", "zhangde", "hua", "华", "xxxx", "lilililili"} {
			b.Run(fmt.Sprintf("%d/%s", n, text), func(b *testing.B) {
				for b.Loop() {
					x.Find(text, 20)
				}
			})
		}
	}
}

func BenchmarkNewIndex(b *testing.B) {
	list := many(500)
	for b.Loop() {
		NewIndex(list)
	}
}

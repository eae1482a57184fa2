package demo

import (
	"math/rand/v2"
	"slices"
	"strings"

	"branchbook/store/org"
)

// Places that do not exist.
const (
	county = "澄原县"
	town   = "禾沿镇"
)

var villages = []string{"石榴沟村", "柳树湾村", "前枣坡村", "后杏园村", "水磨台村", "双槐铺村"}

var (
	surnames   = strings.Fields("赵 钱 孙 周 吴 郑 冯 陈 卫 蒋 沈 韩 杨 朱 秦 许 何 吕 施 孔 曹 严 金 魏 陶 姜 谢 邹 柏 窦 章 苏 潘 葛 范 彭 鲁 韦 马 苗 方 俞 任 袁 鲍 史 唐 费")
	olderMen   = strings.Fields("守田 存厚 兆丰 满囤 连升 庆禾 树森 怀谷 广耕 传畴 占稳 立穗 铁锁 长庚 春垄 永垣 家稔 来顺 宝墙 兴畦 景穗 保囤 玉柱 福垄 成荫 怀信 明礼 根旺 继畴 万仓")
	youngerMen = strings.Fields("一垚 晨垚 嘉穗 子垣 昱阳 景初 泽林 文垚 昊苗 书垣 思远 启航 亦舟 君屹 承禾 鸣谷 予安 乐禾 知行 沐阳")
	olderWomen = strings.Fields("桂枝 翠禾 玉穗 春桃 秋穗 兰枝 桂荣 巧莲 玉苗 素芹 秀禾 凤枝 爱莲 月娥 彩霞 银环 香芹 云莲 淑禾 腊梅 翠屏 金枝")
	youngWomen = strings.Fields("梦禾 雅穗 晓禾 佳苗 思禾 雪垚 若溪 语桐 亦菲 可欣 沐禾 芷晴 予禾 书苗 安琪 诗禾 静苗 乐瑶")
)

// Outside lecturers.
var lecturers = []string{"闻砚秋", "阮青垄", "佟岸舟"}

// names deals out names of which no two are equal.
type names struct{ pools [2][2][]string }

func newNames(r *rand.Rand) *names {
	n := &names{}
	for i, given := range [2][2][]string{{olderMen, youngerMen}, {olderWomen, youngWomen}} {
		for j, list := range given {
			for _, s := range surnames {
				for _, g := range list {
					n.pools[i][j] = append(n.pools[i][j], s+g)
				}
			}
			r.Shuffle(len(n.pools[i][j]), func(x, y int) { p := n.pools[i][j]; p[x], p[y] = p[y], p[x] })
		}
	}
	return n
}

// next deals a name that suits sex and age; when those run out, one of the
// same sex.
func (n *names) next(sex org.Sex, young bool) string {
	i, j := 0, 0
	if sex == org.Female {
		i = 1
	}
	if young {
		j = 1
	}
	if len(n.pools[i][j]) == 0 {
		j = 1 - j
	}
	p := &n.pools[i][j]
	name := (*p)[len(*p)-1]
	*p = slices.Delete(*p, len(*p)-1, len(*p))
	return name
}

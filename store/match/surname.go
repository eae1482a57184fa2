package match

import "strings"

// surnames says how characters are read as surnames, the usual reading first.
// It has the surnames whose reading differs from the common one, and those for
// which the dictionary knows old readings that no family uses.
var surnames = singleSurnames(`
单 shan,仇 qiu,查 zha,解 xie,曾 zeng,朴 piao,区 ou,盖 ge gai,任 ren,乐 yue le,宁 ning,翟 zhai di,
覃 qin tan,缪 miao mou,冼 xian,洗 xian,员 yun yuan,逄 pang,召 shao zhao,折 she zhe,佴 nai,郗 xi chi,
隗 wei kui,么 yao,幺 yao,种 chong,繁 po,钭 tou dou,臧 zang,藏 zang,卜 bu,秘 bi mi,祭 zhai ji,黑 he hei,牟 mou mu,
那 na,能 nai neng,粘 nian,尹 yin,於 yu,阚 kan,句 gou ju,缴 jiao,沈 shen,冯 feng,贾 jia,叶 ye,
石 shi,柏 bai bo,薄 bo,费 fei bi,褚 chu,晁 chao,炅 gui,强 qiang,占 zhan,都 du,俞 yu,郇 xun huan,
宿 su,乜 nie,蔚 wei yu,隽 juan jun,莘 shen xin,车 che,陆 lu,陶 tao,汤 tang,万 wan,尉 wei,余 yu,于 yu,
盛 sheng,湛 zhan,谌 chen shen,葛 ge,呙 guo,撒 sa,令 ling,贲 ben,郄 qie xi,宓 mi fu,甄 zhen,谷 gu,
夏 xia,丁 ding,方 fang,彭 peng,潘 pan,祝 zhu,白 bai,庄 zhuang,温 wen,邓 deng,许 xu,吴 wu,王 wang,
朱 zhu,施 shi,戚 qi,姚 yao,汪 wang,祁 qi,齐 qi,杜 du,董 dong,童 tong,蔡 cai,霍 huo,莫 mo,房 fang,
蓝 lan,路 lu,明 ming,包 bao,邢 xing,裴 pei,焦 jiao,殷 yin,郝 hao,倪 ni,屈 qu,舒 shu,平 ping,和 he,
詹 zhan,景 jing,尚 shang,柴 chai,瞿 qu,冉 ran,艾 ai,古 gu,池 chi,怀 huai,蒲 pu,司 si,冷 leng,
游 you,涂 tu,芦 lu,沙 sha,甘 gan,戎 rong,祖 zu,暴 bao,家 jia,支 zhi,卞 bian,狄 di,阮 ruan`)

// doubleSurnames says how surnames of two characters are read. 单于 is left
// out, since a 单于飞 of today is of the family 单.
var doubleSurnames = pairSurnames(`
欧阳 ou yang,尉迟 yu chi,万俟 mo qi,澹台 tan tai,长孙 zhang sun,令狐 ling hu,司马 si ma,上官 shang guan,
诸葛 zhu ge,夏侯 xia hou,东方 dong fang,皇甫 huang fu,公孙 gong sun,慕容 mu rong,司徒 si tu,司空 si kong,
闻人 wen ren,赫连 he lian,公羊 gong yang,淳于 chun yu,太叔 tai shu,申屠 shen tu,仲孙 zhong sun,
轩辕 xuan yuan,钟离 zhong li,宇文 yu wen,濮阳 pu yang,公冶 gong ye,宗政 zong zheng,太史 tai shi,
端木 duan mu,巫马 wu ma,公西 gong xi,漆雕 qi diao,乐正 yue zheng,壤驷 rang si,公良 gong liang,
拓跋 tuo ba,夹谷 jia gu,宰父 zai fu,谷梁 gu liang,段干 duan gan,百里 bai li,东郭 dong guo,南门 nan men,
呼延 hu yan,羊舌 yang she,微生 wei sheng,梁丘 liang qiu,左丘 zuo qiu,东门 dong men,西门 xi men,
南宫 nan gong,第五 di wu,公仪 gong yi,公乘 gong sheng,太公 tai gong,鲜于 xian yu,闾丘 lü qiu,子车 zi ju,
颛孙 zhuan sun,司寇 si kou,亓官 qi guan,仉督 zhang du,独孤 du gu,纳兰 na lan,完颜 wan yan,耶律 ye lü,
叶赫 ye he,贺兰 he lan,宿勤 su qin,贺若 he ruo,屈突 qu tu,豆卢 dou lu,斛律 hu lü,贺拔 he ba,
吐谷 tu yu,沮渠 ju qu,秃发 tu fa,乞伏 qi fu,尔朱 er zhu,达奚 da xi,哥舒 ge shu,即墨 ji mo,墨台 mo tai,
欧侯 ou hou,陈吴 chen wu`)

func singleSurnames(table string) map[rune][]string {
	out := map[rune][]string{}
	for entry := range strings.SplitSeq(table, ",") {
		words := strings.Fields(entry)
		out[[]rune(words[0])[0]] = words[1:]
	}
	return out
}

func pairSurnames(table string) map[[2]rune][2]string {
	out := map[[2]rune][2]string{}
	for entry := range strings.SplitSeq(strings.ReplaceAll(table, "ü", "v"), ",") {
		words := strings.Fields(entry)
		rs := []rune(words[0])
		out[[2]rune{rs[0], rs[1]}] = [2]string{words[1], words[2]}
	}
	return out
}

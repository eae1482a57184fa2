package say

import (
	"errors"
	"fmt"

	"branchbook/store/bundle"
	"branchbook/store/org"
)

// ErrShortPassphrase refuses a passphrase that could be guessed.
var ErrShortPassphrase = errors.New("passphrase too short")

func bundleError(err error) (Said, bool) {
	var fault *bundle.Fault
	switch {
	case errors.Is(err, ErrShortPassphrase):
		return Said{"口令太短，没有采用。", "请在口令文件的第一行写8个字以上的口令，并另外告诉收件人。"}, true
	case errors.Is(err, bundle.ErrNotABundle):
		return Said{"这个文件不是上报包、收件名片或回执。", "请核对文件是否选错。"}, true
	case errors.Is(err, bundle.ErrNewerFormat):
		return Said{"这个文件由更新版本的程序做成，本程序读不了。", "请换用新版程序。"}, true
	case errors.Is(err, bundle.ErrTooLarge):
		return Said{"内容超过了上报包允许的大小。", "请检查是否有一次活动的记录或名单过长。"}, true
	case errors.Is(err, bundle.ErrNotForUs):
		return Said{"现有的密钥或口令打不开这个文件。", "请核对口令，或核对它是不是做给本级的。"}, true
	case errors.Is(err, bundle.ErrBadSignature):
		return Said{"文件的签名不对，内容不可信，没有采用。", "请让对方重新导出。"}, true
	case errors.Is(err, bundle.ErrAltered):
		return Said{"文件已损坏或不完整，没有采用。", "请重新拷贝；仍不行时请对方重新导出。"}, true
	case errors.As(err, &fault):
		return Said{fmt.Sprintf("文件里的%s不对（%s），没有采用。", bundlePlace(fault), BundleWhy(fault.Why)), "请让对方升级程序后重新导出。"}, true
	}
	return Said{}, false
}

func bundlePlace(f *bundle.Fault) string {
	where := Field(f.Where)
	if f.Ref != (org.Ref{}) {
		where = Kind(f.Ref.Kind) + where
	}
	if where == "" {
		return "内容"
	}
	return "“" + where + "”"
}

// BundleWhy returns what is wrong inside a bundle, a card or a receipt.
func BundleWhy(w bundle.Why) string {
	if s, ok := bundleWhys[w]; ok {
		return s
	}
	return "不合格式"
}

var bundleWhys = map[bundle.Why]string{
	bundle.WhyForm: "写法不合格式", bundle.WhyValue: "值不在允许范围", bundle.WhyOrder: "次序不对", bundle.WhyTwice: "编号重复",
	bundle.WhyMissing: "缺少必有的内容", bundle.WhyCount: "数目不符", bundle.WhyDigest: "摘要不符", bundle.WhyPointer: "指向不存在的人员或党小组",
	bundle.WhyUnmasked: "含有对方没有要求的个人信息", bundle.WhyRewrap: "原本不是做给本级的", bundle.WhySigner: "签名的密钥不是原来那一把", bundle.WhyLarge: "超过大小限制",
}

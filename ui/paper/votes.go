package paper

import (
	"fmt"

	"branchbook/store/org"
)

// votes prints the resolutions with their bases.
func (p *press) votes(r *record) {
	for i := range r.part.Votes {
		if i == 0 {
			p.caption("表决事项")
		}
		p.need(3 * leading)
		v := &r.part.Votes[i]
		lines := append([]string{fmt.Sprintf("%d. %s（%s）", i+1, v.Title, v.Kind.Chinese())}, r.voteLines(v)...)
		p.prose(list("\n", lines...), text, leading, after(r, i+1))
	}
}

func (r *record) voteLines(v *org.Resolution) (out []string) {
	if name := r.who(v.Subject); name != "" {
		out = append(out, "对象："+name+"。")
	}
	out = append(out, fmt.Sprintf("应到会有表决权的党员%d人，实到会%d人。", v.Entitled, v.Present))
	for _, l := range v.LeftOut {
		consent := ""
		if l.Consent {
			consent = "，上级已同意并经支部党员大会通过"
		}
		out = append(out, fmt.Sprintf("不计入应到会：%s（%s%s）。", r.name(l.Person), l.Basis, consent))
	}
	if v.Election != nil {
		out = append(out, r.electionLines(v.Election)...)
	} else {
		out = append(out, votes(v))
	}
	if v.Text != "" {
		out = append(out, "决议："+v.Text)
	}
	return out
}

func votes(v *org.Resolution) string {
	how := "表决："
	if v.Secret {
		how = "无记名投票："
	}
	line := fmt.Sprintf("%s赞成%d票，反对%d票，弃权%d票", how, v.Yes, v.No, v.Abstain)
	if v.Written > 0 {
		line += fmt.Sprintf("（其中会前书面意见%d票）", v.Written)
	}
	return line + "。"
}

func (r *record) electionLines(e *org.Election) []string {
	out := []string{fmt.Sprintf("应选%d人。发出选票%d张，收回%d张，有效%d张。", e.Seats, e.Out, e.In, e.Valid)}
	var names []string
	for _, c := range e.Candidates {
		elected := ""
		if c.Elected {
			elected = "，当选"
		}
		names = append(names, whole(fmt.Sprintf("%s%d票%s", r.who(c.Who), c.Yes, elected)))
	}
	if len(names) > 0 {
		out = append(out, "得票："+list("；", names...)+"。")
	}
	return out
}

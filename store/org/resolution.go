package org

// Resolution is one vote (表决事项). Entitled and Present are the bases of the
// day, prefilled from who is due and correctable; each name left out of
// Entitled is kept with its basis and whether the superior consented.
type Resolution struct {
	Kind     VoteKind  `json:"kind"`
	Title    string    `json:"title"`
	Subject  Who       `json:"subject,omitzero"` // the person admitted, made full …
	Entitled int       `json:"entitled"`         // 应到会有表决权
	Present  int       `json:"present"`          // 实到会有表决权
	Yes      int       `json:"yes"`
	No       int       `json:"no,omitempty"`
	Abstain  int       `json:"abstain,omitempty"`
	Written  int       `json:"written,omitempty"` // 书面意见 among Yes
	Secret   bool      `json:"secret,omitempty"`  // 无记名投票
	LeftOut  []LeftOut `json:"left_out,omitempty"`
	Election *Election `json:"election,omitempty"`
	Text     string    `json:"text,omitempty"` // what was decided
}

// LeftOut is a member who is not counted among those entitled, and why.
type LeftOut struct {
	Person  PersonID `json:"person"`
	Basis   string   `json:"basis"`
	Consent bool     `json:"consent,omitempty"` // the superior agreed and the assembly passed it
}

// Election holds the ballots of a vote for posts.
type Election struct {
	Seats      int     `json:"seats"`
	Out        int     `json:"ballots_out"`
	In         int     `json:"ballots_in"`
	Valid      int     `json:"ballots_valid"`
	Candidates []Tally `json:"candidates"`
}

// Tally is one candidate's votes.
type Tally struct {
	Who     Who  `json:"who"`
	Yes     int  `json:"yes"`
	Elected bool `json:"elected,omitempty"`
}

// VoteKind is the kind of a resolution; each kind has its own bases.
type VoteKind string

// Kinds of resolution.
const (
	VoteOrdinary   VoteKind = "ordinary"   // 一般事项
	VoteAdmission  VoteKind = "admission"  // 接收预备党员
	VoteConfirm    VoteKind = "confirm"    // 转正
	VoteElection   VoteKind = "election"   // 选举
	VoteDiscipline VoteKind = "discipline" // 处置
	VoteCommittee  VoteKind = "committee"  // 支委会议定
)

var voteKinds = enum[VoteKind]{
	{VoteOrdinary, "一般事项", []string{"一般"}}, {VoteAdmission, "接收预备党员", nil}, {VoteConfirm, "转正", []string{"预备党员转正"}},
	{VoteElection, "选举", nil}, {VoteDiscipline, "处置", []string{"党员处置"}}, {VoteCommittee, "支委会议定", nil},
}

// Chinese returns the official word.
func (k VoteKind) Chinese() string { return voteKinds.label(k) }

// ParseVoteKind reads the English or the Chinese word.
func ParseVoteKind(s string) (VoteKind, error) { return voteKinds.parse("kind", s) }

// Validate checks shape and that no count is negative or beyond its base.
func (r *Resolution) Validate() error {
	if err := voteKinds.check("kind", r.Kind); err != nil {
		return err
	}
	if r.Title == "" {
		return &Invalid{"title", WhyEmpty}
	}
	for _, n := range []int{r.Entitled, r.Present, r.Yes, r.No, r.Abstain, r.Written} {
		if n < 0 || n > 100_000 {
			return &Invalid{"yes", WhyNumber}
		}
	}
	if r.Present > r.Entitled || r.Yes+r.No+r.Abstain > r.Present+r.Written || r.Written > r.Yes+r.No+r.Abstain {
		return &Invalid{"yes", WhyNumber}
	}
	for _, l := range r.LeftOut {
		if l.Person == "" || l.Basis == "" {
			return &Invalid{"left_out", WhyEmpty}
		}
		if err := checkText("left_out", l.Basis, MaxLine); err != nil {
			return err
		}
	}
	if err := checkTexts(textField{"title", r.Title, MaxLine}, textField{"text", r.Text, MaxText}, textField{"subject", r.Subject.Name, MaxName}); err != nil {
		return err
	}
	return r.Election.validate(r.Present)
}

func (e *Election) validate(present int) error {
	if e == nil {
		return nil
	}
	if e.Seats < 1 || e.Out < 0 || e.In < 0 || e.Valid < 0 || e.Out > present || e.In > e.Out || e.Valid > e.In || len(e.Candidates) > 200 {
		return &Invalid{"election", WhyNumber}
	}
	for _, c := range e.Candidates {
		if c.Yes < 0 || c.Yes > e.Valid {
			return &Invalid{"election.candidates", WhyNumber}
		}
		if err := checkText("election.candidates", c.Who.Name, MaxName); err != nil {
			return err
		}
	}
	return nil
}

package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"branchbook/store"
	"branchbook/store/demo"
	"branchbook/store/org"
)

// demoMark lies in a demo's folder, so that nobody takes it for a real branch.
const demoMark = "这是演示数据.txt"

func runDemo(c *call) (result, error) {
	members := c.flags.Int("members", 38, "`人数`")
	years := c.flags.Int("years", 2, "`年数`，1到10")
	seed := c.flags.Uint64("seed", 1, "随机`种子`：同样的种子得到同样的支部")
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	if *members < 1 || *members > 2000 || *years < 1 || *years > 10 {
		return nil, usage("--members 要在1到2000之间，--years 要在1到10之间。")
	}
	snap, err := demo.Make(demo.Options{Members: *members, Years: *years, Seed: *seed, Today: org.DateOf(c.env.Now())})
	if err != nil {
		return nil, err
	}
	if c.data == "" {
		dir, err := c.dir()
		if err != nil {
			return nil, err
		}
		c.data = dir + "-demo"
	}
	r, err := c.create(snap.Branch, func(s *store.Store) error {
		_, err := s.LoadDemo(snap)
		return err
	})
	if err != nil {
		return nil, err
	}
	mark := filepath.Join(c.data, demoMark)
	if err := os.WriteFile(mark, []byte("本文件夹是支部台账的演示数据，人员、活动全部虚构，不能上报。\n"), 0o600); err != nil {
		return nil, fmt.Errorf("mark demo folder: %w", err)
	}
	return r, nil
}

func runVersion(c *call) (result, error) {
	if _, err := c.parse(0, 0); err != nil {
		return nil, err
	}
	return facts{{"version", "支部台账", c.env.Version}}, nil
}

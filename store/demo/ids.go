package demo

import (
	"fmt"
	"math/rand/v2"

	"branchbook/store/org"
)

// ids makes UUIDs of version 8: a tag of the seed, what the id is for, a
// number that rises, and random bits. So ids sort in the order of making.
type ids struct {
	*rand.Rand
	tag   uint32
	count [forItem + 1]uint32
	taken map[string]bool // ID numbers without their check digit
}

// What an id is for; at most 7.
const (
	forGroup = iota
	forPerson
	forActivity
	forItem
)

func (g *ids) next(what int) string {
	g.count[what]++
	n, r := uint32(what)<<25|g.count[what], g.Uint64()
	return fmt.Sprintf("%08x-%04x-8%03x-%04x-%012x", g.tag, n>>12, n&0xfff, 0x8000|r>>50, r&(1<<48-1))
}

func (g *ids) item() org.ItemID { return org.ItemID(g.next(forItem)) }

// region is a place code that does not exist.
const region = "990101"

// idNumber makes an ID number that nobody else has.
func (g *ids) idNumber(born org.Date, sex org.Sex) string {
	y, m, d := born.YMD()
	for {
		serial := g.IntN(500) * 2
		if sex == org.Male {
			serial++
		}
		s := fmt.Sprintf("%s%04d%02d%02d%03d", region, y, int(m), d, serial)
		if !g.taken[s] {
			g.taken[s] = true
			return s + string(org.IDCheckDigit(s))
		}
	}
}

// phone makes a mobile number under a prefix not in use; n is below
// 10,000.
func phone(n int) string { return fmt.Sprintf("1540000%04d", n) }

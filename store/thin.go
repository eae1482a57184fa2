package store

import (
	"fmt"
	"os"
)

// How many backups are kept: the newest ones, then one a day, a week, a month.
const (
	keepNewest  = 10
	keepDays    = 12
	keepWeeks   = 10
	keepMonths  = 9
	keepUpgrade = 2
)

// surplus returns the backups that may go, given all of them newest first. What
// is newest is decided by the count in the name, so a clock that jumped never
// costs the newest ones; days, weeks and months only thin what is older. The
// copies made before the last two upgrades stay.
func surplus(list []Backup) (gone []Backup) {
	days, weeks, months := map[string]bool{}, map[string]bool{}, map[string]bool{}
	upgrades := 0
	for i, b := range list {
		year, week := b.At.ISOWeek()
		fresh := firstOf(days, b.At.Format("20060102"), keepDays)
		fresh = firstOf(weeks, fmt.Sprintf("%d-%d", year, week), keepWeeks) || fresh
		fresh = firstOf(months, b.At.Format("200601"), keepMonths) || fresh
		if b.Reason == ReasonUpgrade {
			upgrades++
			fresh = fresh || upgrades <= keepUpgrade
		}
		if i >= keepNewest && !fresh {
			gone = append(gone, b)
		}
	}
	return gone
}

// firstOf takes a place in seen for a new key while there are places.
func firstOf(seen map[string]bool, key string, places int) bool {
	if seen[key] || len(seen) >= places {
		return false
	}
	seen[key] = true
	return true
}

// thin removes surplus backups. One that cannot be removed stays for the next
// time; that is no reason to call a backup failed.
func (s *Store) thin() error {
	list, err := s.backups()
	if err != nil {
		return err
	}
	for _, b := range surplus(list) {
		_ = os.Remove(b.Path)
	}
	return nil
}

package store

import "branchbook/store/org"

// LoadDemo fills a demo branch's file with an invented snapshot, in one
// operation. Unlike RecordActivity it keeps the days of entry that the snapshot
// gives, so that a demo can show late entries. It refuses a real branch.
func (s *Store) LoadDemo(snap *org.Snapshot) (Changed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.change(OpDemo, "", func(t *tx) error {
		b, err := t.branch()
		if err != nil {
			return err
		}
		if !b.Demo {
			return ErrExists
		}
		made := *snap.Branch
		made.ID, made.Rev = b.ID, b.Rev
		list := []org.Aggregate{&made}
		list = appendAll(list, snap.Persons)
		for _, a := range snap.Activities {
			c := *a
			c.Attendance = inOrder(a.Attendance)
			list = append(list, &c)
		}
		list = appendAll(list, snap.Plans)
		list = appendAll(list, snap.Readings)
		list = appendAll(list, snap.Reviews)
		list = appendAll(list, snap.Registers)
		list = appendAll(list, snap.Waivers)
		list = appendAll(list, snap.Packs)
		for _, a := range list {
			if err := t.put(a); err != nil {
				return err
			}
		}
		return nil
	})
}

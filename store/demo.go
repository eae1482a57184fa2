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
		for _, p := range snap.Persons {
			list = append(list, p)
		}
		for _, a := range snap.Activities {
			c := *a
			c.Attendance = inOrder(a.Attendance)
			list = append(list, &c)
		}
		for _, a := range append(list, snap.Small()...) {
			if err := t.put(a); err != nil {
				return err
			}
		}
		return nil
	})
}

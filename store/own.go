package store

import "branchbook/store/org"

// own returns a copy of a shared value, for a caller who may change it.
func own[T org.Aggregate](a T) T { return org.Copy(a, a.Ref().Rev).(T) }

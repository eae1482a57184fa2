package store

import (
	"encoding/json"

	"branchbook/store/org"
)

// own returns a deep copy of a shared value, for a caller who may change it.
func own[T org.Aggregate](a T) T {
	b, err := json.Marshal(a)
	if err != nil {
		panic(err) // it was read from JSON
	}
	c := org.New(a.Ref().Kind).(T)
	if err := json.Unmarshal(b, c); err != nil {
		panic(err) // it was written a moment ago
	}
	return c
}

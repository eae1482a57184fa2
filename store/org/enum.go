package org

// word is one value of an enumeration with its official Chinese word and other
// words that people write for it.
type word[T ~string] struct {
	v    T
	zh   string
	also []string
}

// enum is an ordered enumeration: the order is that of pick-lists.
type enum[T ~string] []word[T]

func (e enum[T]) label(v T) string {
	for _, w := range e {
		if w.v == v {
			return w.zh
		}
	}
	return string(v)
}

func (e enum[T]) has(v T) bool {
	for _, w := range e {
		if w.v == v {
			return true
		}
	}
	return false
}

// parse accepts the stable English word, the Chinese word and its synonyms.
func (e enum[T]) parse(field, s string) (T, error) {
	for _, w := range e {
		if string(w.v) == s || w.zh == s {
			return w.v, nil
		}
		for _, a := range w.also {
			if a == s {
				return w.v, nil
			}
		}
	}
	return "", &Invalid{Field: field, Why: WhyChoice}
}

func (e enum[T]) check(field string, v T) error {
	if !e.has(v) {
		return &Invalid{Field: field, Why: WhyChoice}
	}
	return nil
}

// optional allows the empty value as well.
func (e enum[T]) optional(field string, v T) error {
	if v == "" {
		return nil
	}
	return e.check(field, v)
}

func (e enum[T]) values() []T {
	out := make([]T, len(e))
	for i, w := range e {
		out[i] = w.v
	}
	return out
}

package kit

// Tell shows what is wrong with one field, or nothing any more for no words. It
// leads nowhere and leaves the other fields as they are: for what follows from
// another field while somebody is typing.
func (f *Form) Tell(name, words string) {
	for _, field := range f.fields {
		if field.Name == name {
			field.tell(words, f.settle)
		}
	}
}

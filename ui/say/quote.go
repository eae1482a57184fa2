package say

// Quote puts the words of a document into quotation marks and says if nobody has
// compared them with it; "" for no words.
func Quote(words string, checked bool) string {
	switch {
	case words == "":
		return ""
	case checked:
		return "“" + words + "”"
	}
	return "“" + words + "”（引文待核对原件）"
}

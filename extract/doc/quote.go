package doc

// Quote is what somebody said, with who said it.
type Quote struct {
	Span               // the quoted words without quotation marks
	Range              // tokens of the quoted words
	Kind        string // direct indirect mixed
	Speaker     int    // entity index or None
	SpeakerText string // as written
	SpeakerSpan Span   // where the speaker stands; empty where unknown
	Verb        string // lemma of the verb of saying
	Cue         Span   // the words that announce the quote; empty where none
	By          string
}

package doc

// Event is one happening of the article, told once or many times.
type Event struct {
	Type       string
	Trigger    Span // the word that names it
	Span            // the words that tell it
	Sentence   int
	Roles      []Filler
	Polarity   string // affirmative negated
	Modality   string // asserted reported possible planned denied
	Source     int    // entity index or None
	Confidence float64
	By         string
}

// Filler is who or what plays a role in an event.
type Filler struct {
	Role  string
	Span         // the words
	Kind  string // entity amount date quote text
	Index int    // into the Document's list of that kind; None for text
}

// Role returns the first filler of a role.
func (e *Event) Role(name string) (Filler, bool) {
	for _, f := range e.Roles {
		if f.Role == name {
			return f, true
		}
	}
	return Filler{Index: None}, false
}

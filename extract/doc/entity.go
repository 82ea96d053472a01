package doc

// The types of entities.
const (
	Person       = "person"
	Organization = "organization"
	Location     = "location"
	Product      = "product"
	Work         = "work"
	EventName    = "event"
)

// Mention is a place in the text where somebody or something is named.
type Mention struct {
	Range
	Span
	Type     string
	Kind     string // company media institution party team school unit other; country region city site street water other
	Form     string // name short acronym nominal pronoun
	Evidence []Evidence
}

// Evidence is one reason for a type of a mention, with its weight.
type Evidence struct {
	Name   string // readable: "lexicon.company", "left.title"
	Type   string // the type that it speaks for
	Weight float64
	By     string // the rule or lexicon line
}

// Entity is who or what several mentions name.
type Entity struct {
	Type     string
	Kind     string
	Name     string // the fullest form in the article
	Gender   string // "m", "f" or ""
	Salience float64
	Aliases  []string
	Mentions []int // indexes into Document.Mentions, in text order
	Roles    []Role
	Parent   int  // index of the entity that it belongs to, or None
	Reporter bool // only reports the news
}

// Role is a function that a person has according to the article.
type Role struct {
	Title            string
	Span                    // of the title in the text
	Organization     int    // entity index or None
	OrganizationText string // as written where it is no entity
	Status           string // current former incoming acting
	By               string
}

// EntityOf returns the index of the entity that holds a mention, or None.
func (d *Document) EntityOf(mention int) int {
	for i := range d.Entities {
		for _, m := range d.Entities[i].Mentions {
			if m == mention {
				return i
			}
		}
	}
	return None
}

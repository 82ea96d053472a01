package doc

// Token is the smallest piece of text that has a meaning of its own. Tokens stand in order, do not overlap, and only white space
// (and invisible characters) lies between them.
type Token struct {
	Span
	Norm  string // lower case, NFC, straight apostrophe, no soft hyphens; accents kept
	Word  int32  // the lexicon's number of Norm, or None
	Shape Shape
	Gap   Gap
}

// Shape says what a token looks like.
type Shape uint16

// The bits of a Shape.
const (
	Capital  Shape = 1 << iota // begins with an upper-case letter
	Upper                      // all letters are upper case, at least two
	Lower                      // begins with a lower-case letter
	Mixed                      // an upper-case letter after a lower-case one: OpenAI, iPhone, McDonald
	Digit                      // a number in digits: 12, 1 200, 3,5
	HasDigit                   // letters and digits together: G7, 3M, 1er
	Punct                      // punctuation
	Symbol                     // %, €, $, °, +, =
	Elided                     // ends with an apostrophe: l', d', qu'
	Hyphen                     // has a hyphen inside
	Initial                    // one capital letter with a stop: J.
	Stop                       // a word that carries its full stop: art., M., etc.
	Clitic                     // -t-il, -ce, -vous after a verb
	Open                       // opens a quotation or a parenthesis
	Close                      // closes one
)

// Gap says what lies between a token and the one before it.
type Gap uint8

// The kinds of gaps.
const (
	Glued     Gap = iota // nothing
	Blank                // spaces
	Line                 // one line break
	Paragraph            // at least one empty line, or the start of the text
)

// Is tells whether a token has all bits of s.
func (t *Token) Is(s Shape) bool { return t.Shape&s == s }

// Sentence is a range of tokens that one reads in one breath.
type Sentence struct {
	Range
	Kind      SentenceKind
	Paragraph int // number of the paragraph, from 0
}

// SentenceKind tells what a sentence is in the page.
type SentenceKind uint8

// The kinds of sentences.
const (
	Prose   SentenceKind = iota
	Heading              // the title or a subheading
	Aside                // inside boilerplate: no stage above reads it
)

// Annotation is a class of the lexicon (several words) or a rule that was found at a range of tokens.
type Annotation struct {
	Range
	Kind  string // the class or what the rule yields
	By    string // who made it: the rule's name, or the class file for a lexicon entry
	Entry int32  // lexicon entry, None for a rule
	Parts []Part // named captures of the rule
}

// Part is a named piece of an annotation.
type Part struct {
	Name string
	Range
}

// Part returns the first capture of that name.
func (a *Annotation) Part(name string) (Range, bool) {
	for _, p := range a.Parts {
		if p.Name == name {
			return p.Range, true
		}
	}
	return Range{}, false
}

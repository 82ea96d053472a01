// Package rule runs rule files over tokens. It knows no French and no article: what leaves the room are matches, ranges of tokens
// with a kind and named captures.
//
// A rule is a pattern, its documentation and its test in one block:
//
//	person.title: @title [ (Capital|@particle)* Capital ] => person
//	+ Mme [Anne Hidalgo] a inauguré le pont.
//	- M. le maire a parlé.
//
// Items of a pattern: "literal" (one or more words, as folded), @class (a class of the lexicon, of one or several words), <kind> (an earlier
// annotation), a shape (Capital Upper Lower Mixed Digit HasDigit Punct Symbol Elided Hyphen Initial Open Close Any), ^ and $ (start and end of a sentence),
// (a|b), and ? * + after an item. !item is one token that is not that, item&item one that is both. name=item captures. [ ] marks what becomes
// the annotation; without it the whole match does. * and + repeat at most Repeat times, so that running is linear in the tokens.
//
// In one layer the longest match wins, then the rule that stands first. A rule's own match is the first that its items find, each taking
// as much as it can.
package rule

import "fmt"

// Repeat is how often * and + may repeat an item.
const Repeat = 12

// Set is a set of 256 bits: classes of the lexicon below FirstShape, shapes from there on.
type Set [4]uint64

// Has tells whether bit b is in the set.
func (s *Set) Has(b uint8) bool { return s[b>>6]&(1<<(b&63)) != 0 }

// Add puts bit b into the set.
func (s *Set) Add(b uint8) { s[b>>6] |= 1 << (b & 63) }

func (s *Set) meets(o *Set) bool {
	return s[0]&o[0]|s[1]&o[1]|s[2]&o[2]|s[3]&o[3] != 0
}

func (s *Set) holds(o *Set) bool {
	return s[0]&o[0] == o[0] && s[1]&o[1] == o[1] && s[2]&o[2] == o[2] && s[3]&o[3] == o[3]
}

// FirstShape is the bit of the first shape; the bits below are classes.
const FirstShape = 240

// Shapes are the names of shapes in the order of their bits, from FirstShape on: the order of doc.Shape.
var Shapes = [...]string{"Capital", "Upper", "Lower", "Mixed", "Digit", "HasDigit", "Punct", "Symbol", "Elided", "Hyphen", "Initial", "Stop", "Clitic", "Open", "Close"}

// Names resolves what patterns name.
type Names interface {
	// Bit returns the bit of a class, 0 where there is no class of that name.
	Bit(class string) uint8
	// Words returns the symbols of the words into which a literal falls; a word that no text can hold is an error.
	Words(literal string) ([]int32, error)
}

// Example is a sentence that a rule must (or must not) match; Marks are the byte ranges of brackets in Text, which has none.
type Example struct {
	Positive bool
	Text     string
	Marks    [][2]int
	Line     int
}

// Rule is one compiled rule.
type Rule struct {
	Name     string
	Kind     string
	Path     string
	Line     int
	Examples []Example

	prog   []inst
	caps   []string // names of captures; capture 0 is the mark
	marked bool
	first  first
}

// A Mistake is a place in a rule file that does not follow the form.
type Mistake struct {
	Path      string
	Line, Col int
	What      string
}

func (m Mistake) Error() string { return fmt.Sprintf("%s:%d:%d: %s", m.Path, m.Line, m.Col, m.What) }

package summary

import (
	"sync/atomic"

	"github.com/kljensen/snowball/french"

	"github.com/breve-nlp/breve/lexicon"
)

// stems keeps the stems of the lexicon's words that were met last; two words of one slot push each other out. Any number of goroutines may use it.
type stems [1 << 16]atomic.Pointer[stemmed]

type stemmed struct {
	word int32
	stem string
}

// of returns the Snowball stem of a word. That of a word of the lexicon is the stem of the lexicon's spelling, however the article writes it: "Etat" is état,
// and no article changes what the next one reads.
func (s *stems) of(lex *lexicon.Lexicon, word int32, norm string) string {
	if word < 0 { // a name or a number: it has no endings to cut
		return norm
	}
	slot := &s[uint32(word)%uint32(len(s))]
	if x := slot.Load(); x != nil && x.word == word {
		return x.stem
	}
	x := &stemmed{word, stem(lex.Norm(word))}
	slot.Store(x)
	return x.stem
}

func stem(norm string) string {
	if len(norm) > 40 {
		return norm
	}
	return french.Stem(norm, true)
}

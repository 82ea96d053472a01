// Package language tells in which language an article is written.
package language

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Teller tells languages by their small words. It is safe for any number of goroutines.
type Teller struct {
	names []string
	words map[int32][]int // the languages of a word, as indexes into names
}

// New returns a Teller for the words of the lexicon's class "language".
func New(lex *lexicon.Lexicon) *Teller {
	t := &Teller{words: map[int32][]int{}}
	for form, attr := range lex.Entries("language") {
		w := lex.Word(lexicon.Fold(form))
		for _, name := range strings.Split(attr("lang"), ",") {
			t.words[w] = append(t.words[w], t.number(name))
		}
	}
	return t
}

func (t *Teller) number(name string) int {
	for i, n := range t.names {
		if n == name {
			return i
		}
	}
	t.names = append(t.names, name)
	return len(t.names) - 1
}

// enough is how many tokens are looked at: small words show themselves within a page.
const enough = 600

// Tell returns the BCP 47 tag of the language of most small words, "fr" where French is as good as any, and "und" where there are too few words to tell.
func (t *Teller) Tell(tokens []doc.Token) string {
	if len(tokens) > enough {
		tokens = tokens[:enough]
	}
	var count [16]int
	for i := range tokens {
		if w := tokens[i].Word; w >= 0 {
			for _, l := range t.words[w] {
				if l < len(count) {
					count[l]++
				}
			}
		}
	}
	best, french := -1, 0
	for i, name := range t.names {
		if name == "fr" {
			french = count[i]
		}
		if best < 0 || count[i] > count[best] {
			best = i
		}
	}
	switch {
	case best < 0 || count[best] < 3 && french == 0:
		return "und"
	case count[best] >= 4 && count[best]*2 > french*3:
		return t.names[best]
	}
	return "fr"
}

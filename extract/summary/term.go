package summary

import (
	"unicode"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// number gives the same number to all words of one stem.
func (r *reading) number(tokens []doc.Token) {
	r.terms = grow(r.terms, len(tokens))
	r.counts, r.stemOf, r.sample = r.counts[:0], r.stemOf[:0], r.sample[:0]
	if r.byStem == nil || len(r.byStem) > 1<<14 {
		r.byStem, r.byNorm = make(map[string]int32, 512), make(map[string]int32, 64)
	} else {
		clear(r.byStem)
		clear(r.byNorm)
	}
	if r.round++; r.round == 0 { // all numbers are used up
		clear(r.byWord[:])
		r.round = 1
	}
	for i := range tokens {
		t := &tokens[i]
		r.terms[i] = doc.None
		if t.Shape&(doc.Punct|doc.Symbol|doc.Elided|doc.Clitic) != 0 {
			continue
		}
		n, known := r.termBefore(t.Word)
		if known && n == doc.None {
			continue
		}
		if !known {
			if r.silent(tokens, i) {
				if t.Word >= 0 && r.c.lex.Attr(t.Word, r.c.stop, "noun") == "" {
					r.keep(t.Word, doc.None)
				}
				continue
			}
			n = r.term(t, true)
			if !r.c.lex.Is(t.Word, r.c.stop) { // what a stop word says depends on the word before
				r.keep(t.Word, n)
			}
		}
		r.terms[i] = n
		r.counts[n]++
		if r.sample[n] < 0 {
			r.sample[n] = int32(i)
		}
	}
	r.hefts = grow(r.hefts, len(r.counts))
	for n, k := range r.counts {
		r.hefts[n] = heft(k)
	}
	r.inTitle = grow(r.inTitle, len(r.counts))
	r.titled = 0
	words := r.cut(r.d.Source.Title)
	if r.pairs == nil {
		r.pairs = map[[2]int32]bool{}
	}
	clear(r.pairs)
	last := int32(doc.None)
	for i := range words {
		t := &words[i]
		if t.Shape&(doc.Punct|doc.Symbol|doc.Elided|doc.Clitic) != 0 || r.silent(words, i) {
			continue
		}
		r.titled++
		n := r.term(t, false)
		if n >= 0 {
			r.inTitle[n] = true
			if last >= 0 {
				r.pairs[[2]int32{last, n}] = true
			}
		}
		last = n
	}
}

// term returns the number of a word's stem; None where it is new and must not be added.
func (r *reading) term(t *doc.Token, add bool) int32 {
	if n, ok := r.termBefore(t.Word); ok && n >= 0 {
		return n
	}
	if t.Word < 0 {
		if n, ok := r.byNorm[t.Norm]; ok {
			return n
		}
	}
	stem := r.c.stems.of(r.c.lex, t.Word, t.Norm)
	n, ok := r.byStem[stem]
	if !ok {
		if !add {
			return doc.None
		}
		n = int32(len(r.counts))
		r.byStem[stem] = n
		r.counts, r.stemOf, r.sample = append(r.counts, 0), append(r.stemOf, stem), append(r.sample, doc.None)
	}
	if t.Word < 0 {
		r.byNorm[t.Norm] = n
	}
	return n
}

// silent tells whether a word says nothing of what the article is about.
func (r *reading) silent(tokens []doc.Token, i int) bool {
	t := &tokens[i]
	if t.Shape&doc.Digit != 0 {
		return false
	}
	lex := r.c.lex
	if utf8.RuneCountInString(t.Norm) < 2 {
		return true
	}
	if !lex.Is(t.Word, r.c.stop) {
		return false
	}
	if i == 0 || lex.Attr(t.Word, r.c.stop, "noun") == "" {
		return true
	}
	p := &tokens[i-1] // "cet été", "à l'est", "deux avions"
	return !(p.Shape&doc.Digit != 0 || lex.Is(p.Word, r.c.determiner) || lex.Is(p.Word, r.c.number))
}

// cut cuts a title into words. Its cut is coarse: it only has to find the same words as the text.
func (r *reading) cut(title string) []doc.Token {
	out := r.title.Tokens[:0]
	for i := 0; i < len(title); {
		c, n := utf8.DecodeRuneInString(title[i:])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			i += n
			continue
		}
		j := i + n
		elided := false
		for j < len(title) {
			c, n = utf8.DecodeRuneInString(title[j:])
			if c == '\'' || c == '’' {
				j += n
				elided = j-i < 7
				if elided {
					break
				}
				continue
			}
			if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !(c == '-' || c == '.' || c == ',' || c == '\u202f' || c == '\u00a0') {
				break
			}
			if c == '.' || c == ',' || c == '\u202f' || c == '\u00a0' { // "2.000", "3,5": inside a number only
				next, _ := utf8.DecodeRuneInString(title[j+n:])
				last, _ := utf8.DecodeLastRuneInString(title[:j])
				if !unicode.IsDigit(next) || !unicode.IsDigit(last) {
					break
				}
			}
			j += n
		}
		norm := lexicon.Fold(title[i:j])
		t := doc.Token{Norm: norm, Word: r.c.lex.Word(norm)}
		if elided {
			t.Shape = doc.Elided
		}
		if first, _ := utf8.DecodeRuneInString(norm); unicode.IsDigit(first) {
			t.Shape |= doc.Digit
		}
		if first, _ := utf8.DecodeRuneInString(title[i:]); unicode.IsUpper(first) {
			t.Shape |= doc.Capital
		}
		out = append(out, t)
		i = j
	}
	r.title.Tokens = out
	return out
}

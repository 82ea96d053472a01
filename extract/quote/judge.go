package quote

import "github.com/breve-nlp/breve/extract/doc"

// shape is what the quoted words look like.
type shape struct {
	words   int  // words, elided ones not counted
	finite  bool // a verb is certain
	capital bool // begins with a capital
	whole   bool // stands as a sentence of its own: at the start of one, or after a colon
	ended   bool // a full stop, question or exclamation mark stands in it
	names   bool // every full word begins with a capital
}

// look tells what the words of a span look like.
func (r *reader) look(q *quoted) shape {
	s := shape{names: true}
	in := q.inside()
	for i := in.First; i < in.Last; i++ {
		t := &r.d.Tokens[i]
		if t.Is(doc.Punct) {
			switch r.mark(i) {
			case ".", "!", "?", "…", "...":
				s.ended = true
			}
			continue
		}
		if s.words == 0 && !s.capital {
			s.capital = t.Is(doc.Capital) || t.Is(doc.Digit)
		}
		if !t.Is(doc.Elided) {
			s.words++
		}
		if t.Is(doc.Lower) && t.Len() > 3 && !t.Is(doc.Clitic) {
			s.names = false
		}
		if !s.finite && r.surelyFinite(i, in) {
			s.finite = true
		}
	}
	s.whole = r.startsSentence(q.open)
	return s
}

// surelyFinite tells a verb with a subject from its homographs: "tiendra", "ils jugent", "est"; not "mesure", "juge".
func (r *reader) surelyFinite(i int, in doc.Range) bool {
	set := r.lex.Set(r.d.Tokens[i].Word)
	if !set.Has(r.finite) {
		return false
	}
	if set.Has(r.auxiliary) && !set.Has(r.infinitive) && !set.Has(r.participle) {
		return i == in.First || !r.is(i-1, r.determiner)
	}
	if !set.Has(r.noun) && !set.Has(r.adjective) && !set.Has(r.preposition) && !set.Has(r.adverb) && !set.Has(r.participle) && !set.Has(r.determiner) {
		return true
	}
	for k := i - 1; k >= in.First; k-- {
		switch p, _ := r.partOf(k); p {
		case "not":
			continue
		case "self":
			return r.d.Tokens[k].Is(doc.Lower) || r.d.Tokens[k].Is(doc.Elided) // le budget se découpe; not: Me Pierre
		case "subject", "anyone", "who":
			return true
		case "object":
			if r.is(k, r.pronoun) && !r.is(k, r.determiner) {
				if !r.is(k, r.preposition) {
					return true
				}
				if k > in.First { // il en garde un souvenir, not: placée en garde à vue
					switch p, _ := r.partOf(k - 1); p {
					case "subject", "anyone", "who", "not":
						return true
					}
				}
				return false
			}
		}
		return false
	}
	return false
}

// startsSentence tells whether an opening mark is the first token of a sentence, or only other marks, dashes and brackets stand before it.
func (r *reader) startsSentence(open int) bool {
	s := r.d.SentenceAt(open)
	if s < 0 {
		return true
	}
	for i := open - 1; i >= r.d.Sentences[s].First; i-- {
		if !r.d.Tokens[i].Is(doc.Punct) {
			return false
		}
		if m := r.mark(i); m == "." || m == "!" || m == "?" {
			return true
		}
	}
	return true
}

// named tells whether what stands before an opening mark announces a name or a title: "le film", "surnommé", "dit", "le mot".
func (r *reader) named(open, first int) string {
	i := open - 1
	if i >= first && r.mark(i) == ":" {
		i--
	}
	if i < first {
		return ""
	}
	if r.is(i, r.scare) {
		return r.lex.Attr(r.d.Tokens[i].Word, r.scare, "kind")
	}
	if p, _ := r.partOf(i); p == "of" && i-1 >= first && r.is(i-1, r.scare) {
		return "title" // le projet de "Charte commune"
	}
	return ""
}

// link is how firmly a span is tied to somebody who speaks.
type link int

const (
	loose    link = iota // nothing near says so
	chained              // the sentence before was said by somebody
	governed             // a verb of saying stands in the sentence
	adjacent             // a verb of saying touches it
)

// isQuote decides whether quoted words were said by somebody.
func (r *reader) isQuote(q *quoted, s shape, l link, first int) bool {
	name := r.named(q.open, first)
	title := s.capital && !s.whole && !s.finite || s.names && !s.finite && s.words > 1
	switch {
	case s.words == 0:
		return false
	case name == "name" && !(s.words >= 6 && s.finite):
		return false
	case name == "title" && s.capital && !(s.finite && s.words >= 4 && l >= governed):
		return false
	case s.whole && l == adjacent:
		return s.words >= 2 || s.finite || s.ended || !s.names || r.is(q.open+1, r.adverb)
	case title && (s.words < 9 || s.words < 15 && l < governed):
		return false
	case l == adjacent:
		return s.words >= 3 || s.finite
	case l == governed:
		return s.words >= 3 || s.finite
	case s.whole && s.finite && s.words >= 3:
		return true
	case l == chained:
		return s.words >= 4 && (s.finite || s.whole) || s.words >= 5
	}
	return s.finite && s.words >= 5 || s.words >= 10
}

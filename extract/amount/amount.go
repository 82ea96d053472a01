// Package amount finds the figures of an article: sums of money, percentages, shares, counts, measures, ages, scores, with their values.
//
// A figure is read in four steps: the number itself (number.go), what stands behind it and makes it money, an age or a count (suffix.go and
// the files named for the kinds), what stands around it and makes it inexact or says where it goes (around.go), and, when the whole article
// is read, what is left out and must be taken from another figure: "310 millions" after "4,2 milliards d'euros" (ellipsis.go).
//
// Small coins alone keep their own count: "50 centimes" is value 50, unit centime, currency EUR; with their euros they are added: 13,45.
package amount

import (
	"sync"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Measurer reads amounts. It is safe for any number of goroutines.
type Measurer struct {
	words   vocabulary
	scratch sync.Pool
}

// New returns a Measurer that knows what the lexicon knows.
func New(lex *lexicon.Lexicon) *Measurer {
	m := &Measurer{words: vocabularyOf(lex)}
	m.scratch.New = func() any { return new(reader) }
	return m
}

// Measure returns the amounts of the document in the order of its text. Sums that contradict themselves are told as the warning bad_sum.
func (m *Measurer) Measure(d *doc.Document) []doc.Amount {
	r := m.scratch.Get().(*reader)
	r.words, r.d, r.t = &m.words, d, d.Tokens
	r.out, r.notes, r.annotation = r.out[:0], r.notes[:0], 0
	if cap(r.roles) < len(d.Tokens) {
		r.roles = make([]role, len(d.Tokens))
	}
	r.roles = r.roles[:len(d.Tokens)]
	clear(r.roles)
	for s := range d.Sentences {
		if d.Sentences[s].Kind == doc.Aside {
			continue
		}
		r.sentence, r.lo, r.hi = s, d.Sentences[s].First, d.Sentences[s].Last
		r.read()
	}
	r.resolve()
	r.check()
	var out []doc.Amount
	if len(r.out) > 0 {
		out = append(out, r.out...)
	}
	r.d, r.t = nil, nil
	m.scratch.Put(r)
	return out
}

// reader is the work on one document.
type reader struct {
	annotation int // the first annotation that does not begin before the token that is looked at
	words      *vocabulary
	d          *doc.Document
	t          []doc.Token
	sentence   int
	roles      []role // of the tokens, where they have been asked for; 0: not yet
	lo, hi     int    // tokens of the sentence
	used       int    // tokens before this one belong to earlier amounts
	out        []doc.Amount
	notes      []note
}

// note is what is known of an amount beside its fields, until the whole article is read.
type note struct {
	sentence int
	open     bool   // kind, unit or currency must come from another figure
	small    bool   // open, and nothing but a modifier or its form says that it is a figure
	part     bool   // "dont 400"
	against  bool   // "contre 12 millions": compared with the figure before
	to       bool   // "à 310 millions": where the figure before has come
	among    string // currencies that share the name
	sign     bool   // the currency stands as a sign
	scale    float64
	fromTo   int // 1: where a change begins, 2: where it ends
	minor    bool
}

// read finds the amounts of one sentence.
func (r *reader) read() {
	r.used = r.lo
	lex := r.words.lex
	for i := r.lo; i < r.hi; {
		if last := r.insideName(i); last > i { // 30 millions d'amis, 20 Minutes
			i = last
			continue
		}
		t := &r.t[i]
		if t.Shape&(doc.Digit|doc.HasDigit) == 0 {
			if t.Word < 0 {
				if t.Shape&doc.Hyphen == 0 || !r.startsNumber(t.Norm) {
					i++
					continue
				}
			} else if set := lex.Set(t.Word); !set.Has(r.words.number) && !set.Has(r.words.magnitude) {
				if t.Shape&doc.Hyphen == 0 || !r.startsNumber(t.Norm) {
					i++
					continue
				}
			}
		}
		if r.role(i) == one && !r.oneCounts(i) {
			i++
			continue
		}
		next := r.figure(i)
		if next <= i {
			next = i + 1
		}
		i = next
	}
}

// insideName returns the end of a name of the lexicon that begins at token i, i where none does. Annotations come by first token.
func (r *reader) insideName(i int) int {
	for ; r.annotation < len(r.d.Annotations) && r.d.Annotations[r.annotation].First < i; r.annotation++ {
	}
	for k := r.annotation; k < len(r.d.Annotations) && r.d.Annotations[k].First == i; k++ {
		a := &r.d.Annotations[k]
		if a.Entry == doc.None || a.Len() < 2 {
			continue
		}
		if r.words.lex.Set(a.Entry).Meets(&r.words.names) {
			return a.Last
		}
	}
	return i
}

// oneCounts tells whether "un" can be a number: before a unit, a currency, a fraction, or in "un Français sur trois".
func (r *reader) oneCounts(i int) bool {
	for k := i + 1; k < min(i+5, r.hi); k++ {
		if r.role(k) == on {
			return true
		}
		if k > i+1 {
			continue
		}
		t := &r.t[k]
		if t.Word < 0 {
			if w := r.word(k); w < 0 && t.Shape&doc.Hyphen == 0 {
				continue
			}
			return true
		}
		set := r.words.lex.Set(t.Word)
		if set.Has(r.words.number) || set.Has(r.words.magnitude) || set.Has(r.words.unitWord) || set.Has(r.words.currencyWord) || set.Has(r.words.currency) || set.Has(0) || t.Shape&doc.Hyphen != 0 || r.onlyPlural(k) {
			return true
		}
	}
	return false
}

// emit adds an amount that covers tokens [first, last).
func (r *reader) emit(a doc.Amount, n note) *doc.Amount {
	if a.Span.End == 0 {
		a.Span = r.d.Span(a.Range)
	}
	n.sentence = r.sentence
	a.Whole = doc.None
	if a.By == "" {
		a.By = maker(a.Kind)
	}
	r.out, r.notes = append(r.out, a), append(r.notes, n)
	r.used = a.Last
	return &r.out[len(r.out)-1]
}

// maker names what made an amount of a kind, without building the name each time.
func maker(kind string) string {
	switch kind {
	case "money":
		return "amount.money"
	case "percent":
		return "amount.percent"
	case "count":
		return "amount.count"
	case "measure":
		return "amount.measure"
	case "age":
		return "amount.age"
	case "share":
		return "amount.share"
	case "points":
		return "amount.points"
	case "score":
		return "amount.score"
	}
	return "amount.number"
}

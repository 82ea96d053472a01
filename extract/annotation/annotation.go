// Package annotation lays what the lexicon and the rules know over the tokens of an article: forms of several words first, then each layer of rules.
package annotation

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/rule"
	"github.com/breve-nlp/breve/lexicon"
)

// Marker marks articles. It is safe for any number of goroutines.
type Marker struct {
	lex                  *lexicon.Lexicon
	layers               *rule.Layers
	labels               []int32 // label of each class for the rules
	names                []string
	heads                []lexicon.Class // classes of head nouns
	article, contraction lexicon.Class
	bodies               []lexicon.Class // of bodies whose names are written with more or fewer capitals
	body                 lexicon.Class   // institutions: "ministère de la défense", "cour de cassation" are written in lower case too
	pool                 sync.Pool
}

// New returns a Marker for a lexicon and the rules that were compiled against it.
func New(lex *lexicon.Lexicon, layers *rule.Layers) *Marker {
	m := &Marker{lex: lex, layers: layers, names: append([]string{""}, lex.Classes()...)}
	for _, n := range []string{"institution", "media", "association", "school", "party", "union", "federation"} {
		m.bodies = append(m.bodies, lex.Class(n))
	}
	m.body, m.article, m.contraction = lex.Class("institution"), lex.Class("article"), lex.Class("contraction")
	for _, n := range []string{"org-head", "place-head", "event-head"} {
		m.heads = append(m.heads, lex.Class(n))
	}
	for _, n := range m.names {
		m.labels = append(m.labels, layers.Label(n))
	}
	m.pool.New = func() any { return new(scratch) }
	return m
}

type scratch struct {
	tape    rule.Tape
	matches []rule.Match
}

// Mark returns the forms of several words and the matches of rules in all sentences that are not boilerplate, by first token.
func (m *Marker) Mark(d *doc.Document) []doc.Annotation {
	s := m.pool.Get().(*scratch)
	defer m.pool.Put(s)
	t := &s.tape
	t.Reset(len(d.Tokens))
	for i := range d.Tokens {
		t.Words[i] = d.Tokens[i].Word
		set := rule.Set(*m.lex.Set(d.Tokens[i].Word))
		set[3] |= uint64(d.Tokens[i].Shape) << (rule.FirstShape - 192)
		t.Sets[i] = set
	}
	out := make([]doc.Annotation, 0, len(d.Tokens)/8)
	for _, sent := range d.Sentences {
		if sent.Kind == doc.Aside {
			continue
		}
		from := len(out)
		out = m.forms(d, sent.Range, t, out)
		s.matches = s.matches[:0]
		for n := range m.layers.Len() {
			s.matches = m.layers.Run(n, t, sent.First, sent.Last, s.matches)
		}
		for _, x := range s.matches {
			a := doc.Annotation{Range: doc.Range{First: x.First, Last: x.Last}, Kind: x.Rule.Kind, By: x.Rule.Name, Entry: doc.None}
			for _, p := range x.Parts {
				a.Parts = append(a.Parts, doc.Part{Name: p.Name, Range: doc.Range{First: p.First, Last: p.Last}})
			}
			out = append(out, a)
		}
		slices.SortStableFunc(out[from:], func(a, b doc.Annotation) int { return a.First - b.First })
	}
	return out
}

// forms finds, at each token that no longer form covers, the longest form of several words.
func (m *Marker) forms(d *doc.Document, r doc.Range, t *rule.Tape, out []doc.Annotation) []doc.Annotation {
	covered := 0
	for i := r.First; i < r.Last; i++ {
		w := d.Tokens[i].Word
		if w < 0 || !m.lex.Continues(w) {
			continue
		}
		entry, last := m.longest(d, r, w, i, covered)
		if entry < 0 {
			continue
		}
		found := false
		for _, x := range m.lex.Readings(entry) {
			c := x.ID
			first := i
			if text := d.Words(doc.Range{First: i, Last: last}); !fits(x.Form, text) && !(m.isHead(w) && (c == m.body || fits(tail(x.Form), tail(text)))) && !m.relaxed(d, i, w, c) {
				// "l'Est républicain": the article of a name is written small
				if !m.lex.Is(w, m.article) || !fits(withoutArticle(x.Form), d.Words(doc.Range{First: i + 1, Last: last})) {
					continue
				}
				first = i + 1
			}
			found = true
			out = append(out, doc.Annotation{Range: doc.Range{First: first, Last: last}, Kind: x.Class, By: x.File, Entry: entry})
			t.Mark(m.labels[c], first, last)
		}
		if found {
			covered = max(covered, last)
		}
	}
	return m.contracted(d, r, t, out)
}

// contracted finds names with an article that a preposition has swallowed: "du Monde", "au Figaro".
func (m *Marker) contracted(d *doc.Document, r doc.Range, t *rule.Tape, out []doc.Annotation) []doc.Annotation {
	for i := r.First; i+1 < r.Last; i++ {
		w := d.Tokens[i].Word
		if !m.lex.Is(w, m.contraction) || !d.Tokens[i+1].Is(doc.Capital) {
			continue
		}
		article := m.lex.Word(m.lex.Attr(w, m.contraction, "article"))
		entry, last := m.longest(d, r, article, i, 0)
		if entry < 0 {
			continue
		}
		for _, x := range m.lex.Readings(entry) {
			if fits(withoutArticle(x.Form), d.Words(doc.Range{First: i + 1, Last: last})) {
				out = append(out, doc.Annotation{Range: doc.Range{First: i + 1, Last: last}, Kind: x.Class, By: x.File, Entry: entry})
				t.Mark(m.labels[x.ID], i+1, last)
			}
		}
	}
	return out
}

// withoutArticle cuts the first word, or what stands before an apostrophe, off a form.
func withoutArticle(s string) string {
	if i := strings.IndexAny(s, " '"); i >= 0 {
		return s[i+1:]
	}
	return s
}

// longest returns the longest form that begins with the word w at token i and ends behind the token covered, and where it ends.
func (m *Marker) longest(d *doc.Document, r doc.Range, w int32, i, covered int) (entry int32, last int) {
	entry = doc.None
	for e, k := w, i+1; k < r.Last; k++ {

		if e = m.lex.Next(e, d.Tokens[k].Word); e < 0 {
			break
		}
		if k+1 > covered && m.named(e) {
			entry, last = e, k+1
		}
		if !m.lex.Continues(e) {
			break
		}
	}
	return entry, last
}

// relaxed tells whether a body's name may be written with small letters after its first word: "Haut conseil pour le climat", "France inter". After an article that
// would be anything: "Le monde".
func (m *Marker) relaxed(d *doc.Document, i int, w int32, c lexicon.Class) bool {
	return d.Tokens[i].Is(doc.Capital) && !m.lex.Is(w, m.article) && slices.Contains(m.bodies, c)
}

// isHead tells a noun that names of several words begin with: "parti communiste" is the Parti communiste.
func (m *Marker) isHead(w int32) bool {
	for _, c := range m.heads {
		if m.lex.Is(w, c) {
			return true
		}
	}
	return false
}

// tail is what follows the first word.
func tail(s string) string {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return s[i:]
	}
	return ""
}

// named tells whether an entry is a form and not only the beginning of one.
func (m *Marker) named(e int32) bool {
	s := *m.lex.Set(e)
	s[0] &^= 1
	return s != lexicon.Set{}
}

// fits tells whether the text has capitals where the form has them: "Le Monde" is a newspaper, "le monde" is not. Text that is all in capitals fits.
func fits(form, text string) bool {
	start := true
	for form != "" && text != "" {
		f, n := utf8.DecodeRuneInString(form)
		t, k := utf8.DecodeRuneInString(text)
		form, text = form[n:], text[k:]
		if start && unicode.IsUpper(f) && unicode.IsLower(t) {
			return false
		}
		start = !unicode.IsLetter(f)
		if start == unicode.IsLetter(t) {
			return true // spaces or hyphens differ: the first word decided
		}
	}
	return true
}

package entity

import (
	"slices"
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// speaksHere tells whether a noun phrase speaks: "selon le site", "indique la station", "le titre affirme".
func (r *reader) speaksHere(first, last int, s doc.Sentence) bool {
	return r.said(first, s.First) || r.according(first-1) || last < s.Last && r.says(last)
}

// lastOfRole returns the last person named in the last sentences who has a role or is addressed by it: "le conseil" is the avocat, or Me Durand.
func (r *reader) lastOfRole(i, n int, title, address string) int {
	for m, back := r.nameUpTo(i), 0; m >= 0 && back < reach && int(r.sentence[m]) >= n-4; m, back = m-1, back+1 {
		e := r.person(m)
		if e < 0 {
			continue
		}
		if t := r.mentions[m].First - 1; r.is(t, r.c.title) && address != "" && r.lex.Attr(r.d.Tokens[t].Word, r.c.title, "kind") == address && r.d.Tokens[t].Is(doc.Capital) {
			return e
		}
		for _, o := range r.whos[e].roles {
			if r.lemmaOf(o.Title) == title {
				return e
			}
		}
	}
	return doc.None
}

// lemmaOf returns the masculine singular of the first word of a title: "avocate parisienne" is avocat.
func (r *reader) lemmaOf(title string) string {
	word, _, _ := strings.Cut(title, " ")
	if e := r.lex.Word(foldWord(word)); r.lex.Is(e, r.c.role) {
		return r.role(e).lemma
	}
	return word
}

// lastOutlet returns the last medium of certain kinds that the last sentences name: "l'hebdomadaire" is Le Point. A medium of another kind is passed.
func (r *reader) lastOutlet(i, n int, kinds string, narrowed, subject bool) int {
	unknown := doc.None
	for m, back := r.nameUpTo(i), 0; m >= 0 && back < reach && int(r.sentence[m]) >= n-4; m, back = m-1, back+1 {
		e := r.whoOf(m)
		if r.whos[e].typ != doc.Organization || int(r.sentence[m]) == n && !subject { // Canal+, à qui appartient la chaîne: another one
			continue
		}
		if k := r.outletKind(m); k != "" && strings.Contains(kinds, k) {
			return e
		} else if k == "" && unknown < 0 && r.whos[e].kind == "media" && !narrowed { // Maritima fabrique le journal municipal: another one
			unknown = e
		}
	}
	return unknown
}

// outletKind returns what media.tsv says of a name, with or without its article.
func (r *reader) outletKind(m int) string {
	x := r.mentions[m].Range
	e := r.whole(x)
	if !r.lex.Is(e, r.c.media) && x.Len() > 1 && r.is(x.First, r.c.article) {
		e = r.whole(doc.Range{First: x.First + 1, Last: x.Last})
	}
	if !r.lex.Is(e, r.c.media) && r.is(x.First-1, r.c.article) {
		e = r.whole(doc.Range{First: x.First - 1, Last: x.Last})
	}
	return r.lex.Attr(e, r.c.media, "kind")
}

// mayBe tells whether a noun of age may mean a person: "cette adolescente de 15 ans" is nobody of whom another age is told, who has an office or who
// was heard while an unnamed adolescente was spoken of.
func (r *reader) mayBe(e int, noun int32, last, end int) bool {
	w := &r.whos[e]
	if part, _, j := r.part(last, end); part == "of" && j+1 < end && r.d.Tokens[j].Is(doc.Digit) && r.is(j+1, r.c.age) && r.ageOf(w) != r.norm(j) {
		return false
	}
	if len(w.roles) > 0 && r.lex.Attr(noun, r.c.nominal, "young") != "" {
		return false
	}
	return !slices.Contains(r.strangers, noun) || len(w.roles) == 0 && !r.heard(w)
}

// ageOf returns the age that stands behind a name: "Paul Durand, 54 ans", "Zoé (15 ans)"; "" where none is told.
func (r *reader) ageOf(w *who) string {
	for _, m := range w.mentions[:min(len(w.mentions), 8)] {
		if k := r.mentions[m].Last; int(m) < r.names && k+2 < len(r.d.Tokens) && (r.norm(k) == "," || r.norm(k) == "(") && r.d.Tokens[k+1].Is(doc.Digit) && r.is(k+2, r.c.age) {
			return r.norm(k + 1)
		}
	}
	return ""
}

// heard tells whether somebody speaks in the article.
func (r *reader) heard(w *who) bool {
	for _, m := range w.mentions[:min(len(w.mentions), reach)] {
		if int(m) >= r.names {
			continue
		}
		x := r.mentions[m].Range
		i := x.First
		for n := 0; n < 2 && r.is(i-1, r.c.title); n++ {
			i--
		}
		if r.is(i-1, r.c.speech) || r.according(i-1) || r.says(x.Last) {
			return true
		}
	}
	return false
}

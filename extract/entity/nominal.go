package entity

import (
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
	"slices"
)

func foldWord(s string) string { return lexicon.Fold(s) }

// turn is somebody who acted or spoke in a sentence.
type turn struct {
	entity   int32
	sentence int32
}

// nominals finds nouns and pronouns that go back to somebody: "le groupe", "la firme de Cupertino", "le quinquagénaire", "ce dernier", "elle". A link
// that is not clear is left out: a wrong one is worse than none.
func (r *reader) nominals() {
	r.only, r.most = r.alonePerson(), doc.None
	for e := range r.whos {
		if w := &r.whos[e]; w.typ == doc.Person && (r.most < 0 || len(w.mentions) > len(r.whos[r.most].mentions)) {
			r.most = e
		}
	}
	next := 0 // phrase of a role
	paragraph := -1
	r.quoted = false
	for n, s := range r.d.Sentences {
		if s.Kind == doc.Aside {
			continue
		}
		if s.Paragraph != paragraph {
			r.quoted, paragraph = false, s.Paragraph
		}
		for i := s.First; i < s.Last; i++ {
			switch t := &r.d.Tokens[i]; {
			case t.Norm == "\"":
				r.quoted = !r.quoted
			case t.Norm == "«" || t.Norm == "“":
				r.quoted = true
			case t.Norm == "»" || t.Norm == "”":
				r.quoted = false
			}
			for next < len(r.list) && r.list[next].First < i {
				next++
			}
			if m := r.at(i); m >= 0 {
				if r.mentions[m].First == i && r.acts(m) {
					r.spoken = append(r.spoken, turn{int32(r.whoOf(m)), int32(n)})
				}
				continue
			}
			if s.Kind == doc.Heading {
				continue
			}
			if next < len(r.list) && r.list[next].First == i {
				p := &r.list[next]
				if p.tied < 0 && r.it.token >= s.First {
					r.byVerb(next)
				}
				if last := r.refer(p); last > i {
					for k := next + 1; k < len(r.list) && r.list[k].First == last+1 && r.norm(last) == "," && r.list[k].tied < 0 && r.list[k].det == ""; k++ {
						r.tieTo(k, int(p.tied), apposed) // le biologiste à l'université de Brest, membre du Cercle des abers
						last = r.list[k].Last
					}
					i = last - 1
					continue
				}
				if p.tied >= 0 {
					if p.how == named && r.said(p.First, s.First) { // a estimé le chef de file des sénateurs Paul Durand
						r.spoken = append(r.spoken, turn{p.tied, int32(n)})
					}
					i = max(i, p.head.Last-1)
					continue
				}
			}
			if !r.little(i) {
				continue
			}
			part, e, last := r.part(i, s.Last)
			switch part {
			case "subject":
				if !r.quoted && !r.impersonal(last, s.Last) {
					r.pronoun(i, last, n, e)
				}
			case "last":
				r.lastNamed(i, last, n, e)
			case "ind":
				if e, _ := r.form(last, s.Last, r.c.nominal); e >= 0 && r.lex.Attr(e, r.c.nominal, "kind") == "person" && !slices.Contains(r.strangers, e) {
					r.strangers = append(r.strangers, e) // une adolescente: somebody without a name
				}
			case "def", "this":
				if l := r.noun(i, last, n, part == "this", true); l > last {
					i = l - 1
				}
			case "of", "to":
				if e.article {
					if l := r.noun(last, last, n, false, false); l > last {
						i = l - 1
					}
				}
			}
			if part == "void" {
				i = last - 1
			}
		}
	}
}

// add notes a mention of an entity.
func (r *reader) add(e int, x doc.Range, form string) {
	w := &r.whos[e]
	w.mentions = append(w.mentions, int32(len(r.mentions)))
	r.mentions = append(r.mentions, doc.Mention{Range: x, Span: r.d.Span(x), Type: w.typ, Kind: w.kind, Form: form})
}

// acts tells whether a name is the subject of a verb or speaks.
func (r *reader) acts(m int) bool {
	x := r.mentions[m].Range
	s := r.d.Sentences[r.sentence[m]]
	i := x.First
	for n := 0; n < 2 && i > s.First && r.is(i-1, r.c.title); n++ {
		i--
	}
	if i > s.First && r.is(i-1, r.c.speech) && !r.is(i-1, r.c.preposition) {
		return true
	}
	if i > s.First && r.is(i-1, r.c.article) {
		i--
	}
	if i > s.First {
		if part, _ := r.partBefore(i); part == "of" || part == "to" || part == "as" || part == "and" || r.is(i-1, r.c.preposition) {
			return false // … et Luc Morin sont partis: il is neither
		}
	}
	k := x.Last
	if r.norm(k) == "," || r.norm(k) == "(" { // Orvane, qui espère grandir, embauche
		for c := k + 1; c < s.Last && c < k+25; c++ {
			if r.norm(c) == "," || r.norm(c) == ")" {
				k = c + 1
				break
			}
		}
	}
	for n := 0; n < 3 && k < s.Last; n++ {
		t := &r.d.Tokens[k]
		if part, _, _ := r.part(k, s.Last); part == "not" || r.is(k, r.c.clitic) || t.Is(doc.Elided) || r.is(k, r.c.adverb) && !r.is(k, r.c.finite) || len(t.Norm) == 2 && r.is(k, r.c.pronoun) {
			k++
			continue
		}
		return t.Is(doc.Lower) && r.is(k, r.c.finite) && r.at(k) < 0
	}
	return false
}

// noun ties "le groupe", "la firme de Cupertino", "ce club", "le ministère" whose noun begins at a token; it returns the token behind it.
func (r *reader) noun(from, i, n int, this, det bool) int {
	s := r.d.Sentences[n]
	if i >= s.Last || r.at(i) >= 0 {
		return 0
	}
	first := from
	if !det {
		first = i
	}
	if e, last := r.form(i, s.Last, r.c.paraphrase); e >= 0 {
		if w := r.known(e, last > i+1, r.d.Tokens[i].Is(doc.Lower)); w >= 0 {
			r.add(w, doc.Range{First: first, Last: last}, "nominal")
			return last
		}
	}
	if !r.d.Tokens[i].Is(doc.Lower) {
		return 0
	}
	e, last := r.form(i, s.Last, r.c.nominal)
	head, headLast := r.form(i, s.Last, r.c.orgHead)
	if e < 0 && head < 0 {
		return 0
	}
	if e < 0 {
		last = headLast
	}
	outlets, nounLast := "", last
	if e >= 0 {
		if outlets = r.lex.Attr(e, r.c.nominal, "outlet"); outlets != "" { // l'hebdomadaire satirique
			for last < s.Last && r.at(last) < 0 && r.adjective(last) && !r.bare(last, s.Last) {
				last++
			}
		}
		if r.lex.Attr(e, r.c.nominal, "speaks") != "" && !(det && r.speaksHere(from, last, s)) {
			e = doc.None
			if head < 0 {
				return 0
			}
			last = headLast
		}
	}
	if !this && !r.bare(last, s.Last) {
		if !(r.adjective(last) && r.is(last, r.c.demonym) && r.bare(last+1, s.Last)) {
			return 0
		}
		last++
	}
	w := doc.None
	if e >= 0 && r.lex.Attr(e, r.c.nominal, "role") != "" {
		if w = r.lastOfRole(i, n, r.lex.Attr(e, r.c.nominal, "role"), r.lex.Attr(e, r.c.nominal, "address")); w >= 0 {
			r.add(w, doc.Range{First: first, Last: last}, "nominal")
			return last
		}
		e = doc.None
	}
	if head >= 0 {
		if w = r.sameHead(i, headLast); w >= 0 && e >= 0 {
			if o := r.oneBody(i, n, r.lex.Attr(e, r.c.nominal, "kind")); o != w && o >= 0 {
				return 0 // another one was named since
			}
		}
	}
	if w < 0 && e >= 0 {
		kinds := r.lex.Attr(e, r.c.nominal, "kind")
		if r.lex.Attr(e, r.c.nominal, "owned") != "" && !this {
			return 0
		}
		if kinds == "person" {
			if w = r.onePerson(i, n, r.lex.Attr(e, r.c.nominal, "gender")); w >= 0 && (!r.acted(w, n-1) || !r.mayBe(w, e, last, s.Last)) {
				w = doc.None
			}
		} else if outlets != "" {
			if w = r.lastOutlet(i, n, outlets, last > nounLast, r.speaksHere(from, last, s)); w < 0 && kinds != "media" {
				w = r.oneBody(i, n, kinds)
			}
		} else {
			w = r.oneBody(i, n, kinds)
		}
	}
	if w < 0 {
		return 0
	}
	r.add(w, doc.Range{First: first, Last: last}, "nominal")
	return last
}

// acted tells whether somebody acted in a sentence or after it.
func (r *reader) acted(e, n int) bool {
	for k := len(r.spoken) - 1; k >= max(0, len(r.spoken)-reach) && int(r.spoken[k].sentence) >= n; k-- {
		if int(r.spoken[k].entity) == e {
			return true
		}
	}
	return false
}

// bare tells whether nothing that narrows a noun stands at a token: no complement, no name, no relative of its own.
func (r *reader) bare(i, end int) bool {
	if i >= end {
		return true
	}
	if r.at(i) >= 0 || r.d.Tokens[i].Is(doc.Capital) && !r.d.Tokens[i].Is(doc.Punct) {
		return false
	}
	part, _, _ := r.part(i, end)
	if part == "of" {
		return false
	}
	if part == "on" { // le mouvement contre la réforme
		if d, _, j := r.part(i+1, end); d == "def" && r.at(j) < 0 {
			return false
		}
	}
	t := &r.d.Tokens[i]
	return t.Is(doc.Punct) || !r.is(i, r.c.adjective) || r.is(i, r.c.finite) || r.is(i, r.c.participle)
}

// onePerson returns the only person of a gender that was named in the last two sentences before a token, or None.
func (r *reader) onePerson(i, n int, gender string) int {
	found := doc.None
	for m, back := r.nameUpTo(i), 0; m >= 0 && back < reach && int(r.sentence[m]) >= n-1; m, back = m-1, back+1 {
		e := r.person(m)
		if e < 0 || len(gender) == 1 && r.whos[e].gender() != 0 && r.whos[e].gender() != gender[0] {
			continue
		}
		if found >= 0 && found != e {
			return doc.None
		}
		found = e
	}
	return found
}

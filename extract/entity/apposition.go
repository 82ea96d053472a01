package entity

import "github.com/breve-nlp/breve/extract/doc"

// joined tells whether another person follows a name: "Paul Durand et Anne Morel", "Paul Durand (LR), Anne Morel".
func (r *reader) joined(i, end int) bool {
	if _, l := r.inParentheses(i, end); l > i {
		i = l
	}
	part, _, l := r.part(i, end)
	if part != "and" {
		if r.norm(i) != "," {
			return false
		}
		l = i + 1
	}
	e, _ := r.personAt(l, end)
	return e >= 0
}

// fronted tells whether a phrase stands inside a clause without subject that opens the sentence: "Interrogé par le juge, Paul Durand a nié". The comma
// closes the clause and the name behind it is its subject.
func (r *reader) fronted(p *phrase) bool {
	i := r.opening(p.sentence)
	if i >= p.First || r.at(i) >= 0 {
		return false
	}
	if !r.is(i, r.c.participle) && !r.is(i, r.c.gerund) {
		return false
	}
	for c := p.First - 1; c > i && c > p.First-40; c-- {
		if r.norm(c) == "," {
			return false
		}
	}
	return true
}

// opening returns the first word of a sentence behind quotation marks, dashes and "en".
func (r *reader) opening(n int) int {
	s := r.d.Sentences[n]
	i := s.First
	for c := 0; c < 3 && i+1 < s.Last && (r.d.Tokens[i].Is(doc.Punct) || r.is(i, r.c.preposition) && r.is(i+1, r.c.gerund) || r.is(i, r.c.adverb) && !r.is(i, r.c.participle)); c++ {
		i++
	}
	return i
}

// asks tells a question without a verb: "Paul Durand, maire de Brest ?" gives no role.
func (r *reader) asks(n int) bool {
	s := r.d.Sentences[n]
	if s.Len() == 0 || s.Len() > 30 || r.norm(s.Last-1) != "?" {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if r.at(i) < 0 && r.is(i, r.c.finite) && !r.is(i, r.c.noun) && !r.is(i, r.c.adjective) {
			return false
		}
	}
	return true
}

// unclosed tells an apposition whose second comma was forgotten: "Paul Durand, le chef de la police de Brest a été entendu".
func (r *reader) unclosed(p *phrase, s doc.Sentence) bool {
	m := r.ends(p.First - 1)
	return r.norm(p.First-1) == "," && m >= 0 && r.mentions[m].First == r.opening(p.sentence) && p.title.Len()+p.orgText.Len() > p.head.Len() && p.Last < s.Last &&
		r.is(p.Last, r.c.finite) && !r.is(p.Last, r.c.adjective)
}

// verbal tells a bare word that is a verb here: "Paul Durand, président d'Orvane, critique la mesure", "X, accusé par", "a été élu avec".
func (r *reader) verbal(p *phrase, end int) bool {
	if p.head.Len() > 1 || p.head.Last >= end || p.title.Len() > 1 {
		return false
	}
	part, _, _ := r.part(p.head.Last, end)
	i := p.head.First
	if r.is(i, r.c.finite) && !r.is(i, r.c.participle) {
		return part == "def" || part == "ind" || part == "own" || part == "this"
	}
	return r.is(i, r.c.participle) && (part == "to" || part != "of" && r.is(p.head.Last, r.c.preposition))
}

// follows tells whether a phrase is joined with what ends before a token: "… et directeur général du Monde".
func (r *reader) follows(k, last int) bool {
	p := &r.list[k]
	part, _ := r.partBefore(p.First)
	return part == "and" && p.First == last+1 && p.det == ""
}

// closes tells whether an apposition can end before a token.
func (r *reader) closes(i, end int) bool {
	if i >= end {
		return true
	}
	switch r.norm(i) {
	case ",", ".", ")", ";", ":", "!", "?", "…", "»", "–", "—", "\"", "”":
		return true
	}
	return false
}

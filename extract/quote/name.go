package quote

import "github.com/breve-nlp/breve/extract/doc"

// within returns the body inside which "on" speaks: "a-t-on indiqué à l'Elysée", "précise-t-on dans son entourage".
func (r *reader) within(i int) speaker {
	none := speaker{entity: doc.None}
	if i+1 >= len(r.d.Tokens) {
		return none
	}
	p, last := r.partOf(i)
	if p != "to" && !r.is(i, r.preposition) {
		return none
	}
	end, ok := r.phrase(last, min(len(r.d.Tokens), last+10))
	if p == "to" && !r.d.Tokens[last].Is(doc.Lower) {
		p = "" // au Kremlin
	}
	if !ok {
		return none
	}
	s := r.byWords(doc.Range{First: last, Last: end}, false)
	if s.plural || s.media || s.person || s.entity >= 0 && r.d.Entities[s.entity].Type != doc.Organization || s.entity < 0 && !s.body {
		return none
	}
	return s
}

// nameOf tells whether the person's name at the end of a phrase belongs to its head and not to a noun behind "de": "le maire de Roscoff Paul Roux", "le chef
// de file des sénateurs Paul Roux", not "un conseiller du président Paul Roux".
func (r *reader) nameOf(m, head int, roleEntry int32) bool {
	y := &r.d.Mentions[m]
	if y.Type == doc.Organization && roleEntry < 0 && head > 0 && r.d.Tokens[head].Is(doc.Lower) && r.is(head, r.noun) { // l'agence de surveillance médicale Roscontrol
		p, _ := r.partOf(y.First - 1)
		return p == "" && r.d.Tokens[y.First-1].Is(doc.Lower) && r.is(y.First-1, r.adjective) && !r.is(y.First-1, r.preposition)
	}
	if y.Type != doc.Person || y.Range.Len() < 2 || roleEntry < 0 || r.lex.Attr(roleEntry, r.role, "number") == "p" {
		return false
	}
	if p, _ := r.partOf(y.First - 1); p != "" || r.is(y.First-1, r.preposition) || r.determines(y.First-1) || r.is(y.First-1, r.title) {
		return false
	}
	_, after := r.form(head, r.role)
	for k := after; k < y.First; k++ {
		if e, end := r.form(k, r.role); e >= 0 && r.d.Tokens[k].Is(doc.Lower) && r.lex.Attr(e, r.role, "number") == "s" && (r.is(k, r.noun) || end > k+1) {
			return false
		}
	}
	return true
}

// pastComplement returns the comma behind a role whose complement the phrase does not hold: "le ministre chargé des Relations avec le Parlement, Paul Roux"; i
// where there is none.
func (r *reader) pastComplement(i int, roleEntry int32) int {
	if roleEntry < 0 || i >= len(r.d.Tokens) || !r.is(i, r.preposition) && !r.is(i, r.participle) {
		return i
	}
	for k := i; k < min(len(r.d.Tokens), i+10); k++ {
		if r.mark(k) == "," {
			return k
		}
		if r.d.Tokens[k].Is(doc.Punct) || r.is(k, r.finite) && r.surelyFinite(k, doc.Range{First: i, Last: k + 1}) {
			break
		}
		if m, _ := r.mention(k); m >= 0 && r.d.Mentions[m].Type == doc.Person {
			break
		}
	}
	return i
}

// otherOffice tells whether somebody is known to hold another office than the one that a noun names: "le maire" is not the Premier ministre.
func (r *reader) otherOffice(e, head int, roleEntry int32) bool {
	if r.lex.Attr(roleEntry, r.role, "kind") != "office" {
		return false
	}
	lemma, other := r.roleLemma(head), false
	for k := range r.d.Entities[e].Roles {
		x := &r.d.Entities[e].Roles[k]
		for i := r.d.TokenAt(x.Start); i < len(r.d.Tokens) && r.d.Tokens[i].Start < x.End; i++ {
			if entry, _ := r.form(i, r.role); entry >= 0 && r.lex.Attr(entry, r.role, "kind") == "office" {
				if r.roleLemma(i) == lemma {
					return false
				}
				other = true
			}
		}
	}
	return other
}

// begins tells whether a token is the first of its sentence.
func (r *reader) begins(i int) bool {
	k := r.d.SentenceAt(i)
	return k >= 0 && r.d.Sentences[k].First == i
}

// opened returns the person whose name opened the sentence without a verb of its own before a pronoun: "Tel Paul Roux, 34 ans, arrivé en mai: il a vu".
func (r *reader) opened(i int, gender byte) int {
	k := r.d.SentenceAt(i)
	if k < 0 || r.d.Tokens[i].Is(doc.Clitic) {
		return doc.None
	}
	first := r.d.Sentences[k].First
	one := doc.None
	for j := first; j < i; j++ {
		if r.mark(j) == "\"" || r.is(j, r.finite) && r.surelyFinite(j, doc.Range{First: first, Last: i}) {
			return doc.None
		}
		if m, e := r.mention(j); m >= 0 && r.d.Mentions[m].Type == doc.Person && r.d.Mentions[m].Form == "name" {
			if e < 0 || one >= 0 && one != e || !agrees(r.gender(e), gender) {
				return doc.None
			}
			one = e
		}
	}
	if one >= 0 && i > first && r.mark(i-1) == ":" {
		return one
	}
	return doc.None
}

// closed tells whether a clause ends before a token.
func (r *reader) closed(i int) bool { return i >= len(r.d.Tokens) || r.d.Tokens[i].Is(doc.Punct) }

// epithet tells a noun that can stand for a person whom the article named: "l'écologiste", "l'insoumis", "le Breton"; not "le code", "la mesure".
func (r *reader) epithet(head int) bool {
	t := &r.d.Tokens[head]
	return t.Word < 0 || !t.Is(doc.Lower) || r.is(head, r.adjective) || r.is(head, r.participle)
}

// member tells whether a phrase that looks like the name of a party means one of its people, who spoke last: "le Marcheur", "le Républicain".
func (r *reader) member(named int, x doc.Range) bool {
	y, m := &r.d.Mentions[named], &r.memory
	if y.Type != doc.Organization || y.Kind == "media" || y.Kind == "institution" || y.Kind == "company" || !r.is(x.Last-1, r.adjective) || y.Range.Len() != 1 || x.Len() != 2 || m.speaker.entity < 0 || !m.speaker.person {
		return false
	}
	p, _ := r.partOf(x.First)
	g, _ := r.tagged(x.Last - 1)
	return p == "object" && r.definite(x.First) && !r.d.Tokens[x.Last-1].Is(doc.Upper) && (r.d.Tokens[x.First].Is(doc.Elided) || g != "")
}

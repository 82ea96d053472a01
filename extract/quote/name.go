package quote

import "github.com/breve-nlp/breve/extract/doc"

// nameOf tells whether the person's name at the end of a phrase belongs to its head and not to a noun behind "de": "le maire de Roscoff Paul Roux", "le chef
// de file des sénateurs Paul Roux", not "un conseiller du président Paul Roux".
func (r *reader) nameOf(m, head int, roleEntry int32) bool {
	y := &r.d.Mentions[m]
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

// begins tells whether a token is the first of its sentence.
func (r *reader) begins(i int) bool {
	k := r.d.SentenceAt(i)
	return k >= 0 && r.d.Sentences[k].First == i
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

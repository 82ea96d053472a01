package summary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
)

// lean finds the names for the pronouns that a line leans on; false where one of them cannot be named.
func (r *reading) lean(l *line) ([]naming, bool) {
	if l.within && !l.pronoun && l.inverted == doc.None && l.link.Last == l.link.First {
		return nil, true
	}
	if l.torn {
		return nil, false
	}
	if l.clause && !l.pronoun && l.inverted == doc.None {
		return nil, true
	}
	if !l.orphan || l.link.Last > l.link.First && !l.pronoun {
		if l.inverted == doc.None {
			if n, ok := r.called(l); ok {
				return []naming{n}, true
			}
			return nil, !l.orphan || l.link.Last > l.link.First
		}
	}
	t := r.d.Tokens
	var out []naming
	if l.pronoun {
		m := r.mentionAt(l.subject)
		if m == doc.None || r.entityOf[m] < 0 || r.d.Mentions[m].Form != "pronoun" && r.d.Mentions[m].Form != "nominal" {
			return nil, false
		}
		name, proof, ok := r.named(int(r.entityOf[m]))
		if !ok || !r.is(r.d.Mentions[m].Last, r.c.finite) && r.c.lex.Attr(t[min(r.d.Mentions[m].Last, len(t)-1)].Word, r.c.clause, "part") == "" && r.c.lex.Attr(t[min(r.d.Mentions[m].Last, len(t)-1)].Word, r.c.negation, "part") != "first" {
			return nil, false
		}
		place := r.d.Mentions[m].Range
		if place.First > l.First && t[place.First-1].Shape&doc.Elided != 0 { // "S'il gagne" becomes "Si Marie Dupont gagne"
			place.First--
			name = r.unelided(place.First) + name
			if startsWithVowel(r.d.Slice(proof)) {
				name = r.d.Slice(t[place.First].Span) + r.d.Slice(proof)
			}
		}
		out = append(out, naming{place, place.Last, name, proof})
	} else if l.orphan && l.link.Last == l.link.First && l.inverted == doc.None {
		return nil, false
	}
	if l.inverted != doc.None && len(out) == 0 {
		e := doc.None
		for q := range r.d.Quotes {
			x := &r.d.Quotes[q]
			if x.Speaker != doc.None && (x.Cue.Overlaps(t[l.inverted].Span) || x.SpeakerSpan.Overlaps(t[l.inverted].Span)) {
				e = x.Speaker
				break
			}
		}
		if e == doc.None {
			if m := r.mentionAt(l.inverted); m >= 0 {
				e = int(r.entityOf[m])
			}
		}
		if e == doc.None {
			return nil, false
		}
		name, proof, ok := r.named(e)
		if !ok {
			return nil, false
		}
		at := l.inverted + 1
		if at < l.Last && r.is(at, r.c.participle) { // "a-t-il déclaré" becomes "a déclaré Marie Dupont"
			at++
		}
		out = append(out, naming{doc.Range{First: l.inverted, Last: l.inverted + 1}, at, name, proof})
	}
	return out, true
}

// called finds the name for a noun that opens a line and goes back to somebody whom the line does not name: "La chanteuse a annoncé". A noun that
// says of itself who is meant stays: "La maire de Lyon".
func (r *reading) called(l *line) (naming, bool) {
	t := r.d.Tokens
	m := r.mentionAt(l.First)
	if m == doc.None || r.d.Mentions[m].Form != "nominal" || r.entityOf[m] < 0 {
		return naming{}, false
	}
	x, e := &r.d.Mentions[m], r.entityOf[m]
	if r.d.Entities[e].Type != doc.Person || x.Range.Len() > 3 || x.Last >= l.Last || !r.is(x.Last, r.c.finite) && t[x.Last].Norm != "," && r.c.lex.Attr(t[x.Last].Word, r.c.negation, "part") != "first" {
		return naming{}, false
	}
	for k := l.mentions.First; k < l.mentions.Last; k++ {
		if r.entityOf[k] == e && r.d.Mentions[k].Form != "pronoun" && r.d.Mentions[k].Form != "nominal" {
			return naming{}, false
		}
	}
	name, proof, ok := r.named(int(e))
	return naming{x.Range, x.Last, name, proof}, ok
}

// unelided returns an elided word in full, with a space: "qu'" is "que", "s'" is "si".
func (r *reading) unelided(i int) string {
	s := r.d.Slice(r.d.Tokens[i].Span)
	stem := strings.TrimRight(s, "'\u2019")
	if utf8.RuneCountInString(stem) == 1 {
		return stem + "i "
	}
	return stem + "e "
}

// startsWithVowel tells whether a word takes an elision before it; an h is left alone.
func startsWithVowel(s string) bool {
	switch c, _ := utf8.DecodeRuneInString(s); unicode.ToLower(c) {
	case 'a', 'e', 'i', 'o', 'u', 'à', 'â', 'é', 'è', 'ê', 'î', 'ô':
		return true
	}
	return false
}

// named returns the name of an entity with the article that it has in the text, and where it stands so.
func (r *reading) named(e int) (string, doc.Span, bool) {
	if e < 0 || e >= len(r.d.Entities) {
		return "", doc.Span{}, false
	}
	x := &r.d.Entities[e]
	best := doc.None
	for _, m := range x.Mentions {
		f := r.d.Mentions[m].Form
		if f == "pronoun" || f == "nominal" {
			continue
		}
		s := r.d.Slice(r.d.Mentions[m].Span)
		if s == x.Name {
			best = m
			break
		}
		if best == doc.None {
			best = m
		}
	}
	if best == doc.None {
		return "", doc.Span{}, false
	}
	m := &r.d.Mentions[best]
	name := r.d.Slice(m.Span)
	if x.Type != doc.Person {
		name = r.article(e) + name
	}
	return name, m.Span, true
}

// article returns the definite article that goes before a name in the text, with its space: "l'", "la ", "".
func (r *reading) article(e int) string {
	t := r.d.Tokens
	for _, m := range r.d.Entities[e].Mentions {
		x := &r.d.Mentions[m]
		if x.Form == "pronoun" || x.Form == "nominal" || x.First == 0 {
			continue
		}
		switch n := t[x.First-1].Norm; n {
		case "l'":
			return r.d.Slice(t[x.First-1].Span)[:1] + r.d.Slice(t[x.First-1].Span)[1:]
		case "la", "le", "les":
			return n + " "
		case "du", "au":
			return "le "
		case "des", "aux":
			return "les "
		}
	}
	return ""
}

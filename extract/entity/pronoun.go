package entity

import "github.com/breve-nlp/breve/extract/doc"

// lastNamed ties "ce dernier", "l'intéressée" with the name before it.
func (r *reader) lastNamed(i, last, n int, part *word) {
	gender := part.gender
	for m, back := r.nameUpTo(i), 0; m >= 0 && back < reach && int(r.sentence[m]) >= n-1; m, back = m-1, back+1 {
		e := r.whoOf(m)
		w := &r.whos[e]
		switch {
		case w.typ == doc.Person && (w.gender() == 0 || string(rune(w.gender())) == gender):
			if o := r.accused(m); o >= 0 {
				if g := r.whos[o].gender(); g != 0 && string(rune(g)) != gender {
					return
				}
				e = o
			} else if r.onePerson(i, n, gender) < 0 && (r.child(w) || r.mourned(w)) {
				return
			}
		case w.typ == doc.Organization && int(r.sentence[m]) == n && last == i+2 && !r.cited(m):
		default:
			continue
		}
		r.add(e, doc.Range{First: i, Last: last}, "nominal")
		return
	}
}

// accused returns the person who does what an infinitive tells, where a name is only its object: in "accuse Paul Durand d'avoir volé Marc Leroy" the
// one spoken of is Paul Durand.
func (r *reader) accused(m int) int {
	first := r.d.Sentences[r.sentence[m]].First
	for c := r.mentions[m].First - 1; c > first && c > r.mentions[m].First-6; c-- {
		if r.d.Tokens[c].Is(doc.Punct) || r.at(c) >= 0 {
			break
		}
		if part, _ := r.partBefore(c); r.is(c, r.c.infinitive) && part == "of" {
			return r.person(r.ends(c - 1))
		}
	}
	return doc.None
}

// child tells somebody of less than thirteen years.
func (r *reader) child(w *who) bool {
	a := r.ageOf(w)
	return len(a) == 1 || len(a) == 2 && a < "13"
}

// mourned tells somebody of whose death the article speaks: "le meurtre de Paul Durand".
func (r *reader) mourned(w *who) bool {
	for _, m := range w.mentions[:min(len(w.mentions), 8)] {
		if int(m) >= r.names {
			continue
		}
		i := r.mentions[m].First
		if part, _ := r.partBefore(i); part == "of" && i > 1 && r.lex.Attr(r.d.Tokens[i-2].Word, r.c.eventNoun, "type") == "death" {
			return true
		}
	}
	return false
}

// pronoun ties "il" or "elle" with the person who acted last, where no other person of that gender was named since.
func (r *reader) pronoun(i, last, n int, part *word) {
	gender := part.gender
	if gender == "" || r.d.Tokens[i].Is(doc.Clitic) || r.norm(i-1) == "," && r.norm(last) == "," { // une enseignante s'apprête, elle, à partir
		return
	}
	one := r.onePerson(i, n, gender)
	for k := len(r.spoken) - 1; k >= max(0, len(r.spoken)-reach) && int(r.spoken[k].sentence) >= n-1; k-- {
		t := r.spoken[k]
		w := &r.whos[t.entity]
		if w.typ != doc.Person {
			if int(t.sentence) < n {
				continue
			}
			return // the body acted last: elle may be the company
		}
		if w.gender() == 0 || string(rune(w.gender())) != gender {
			continue
		}
		if one != int(t.entity) && !(one == doc.None && r.spoken[len(r.spoken)-1].entity == t.entity && int(t.sentence) == n-1 && r.onePerson(i, n, "") == doc.None && r.alone(i, n, int(t.entity))) {
			return
		}
		r.add(int(t.entity), doc.Range{First: i, Last: last}, "pronoun")
		r.it.token, r.it.entity = i, int(t.entity)
		r.spoken = append(r.spoken, turn{t.entity, int32(n)})
		return
	}
}

// impersonal tells "il est important de", "il est clair que": nobody is meant.
func (r *reader) impersonal(i, end int) bool {
	if v, _ := r.roleVerb(i); v != "be" {
		return false
	}
	for i++; i < end && r.is(i, r.c.adverb) && !r.is(i, r.c.adjective); i++ {
	}
	if i+1 >= end || !r.is(i, r.c.adjective) && !r.is(i, r.c.participle) {
		return false
	}
	part, _, _ := r.part(i+1, end)
	return part == "of" || r.is(i+1, r.c.conjunction) && part != "and"
}

// alone tells whether nobody else is named in the sentence before a token.
func (r *reader) alone(i, n, e int) bool {
	for m, back := r.nameUpTo(i), 0; m >= 0 && back < reach && int(r.sentence[m]) >= n; m, back = m-1, back+1 {
		if o := r.person(m); o >= 0 && o != e {
			return false
		}
	}
	return true
}

package quote

import "github.com/breve-nlp/breve/extract/doc"

// sentence reads a sentence, and those that follow it where a quote runs over their ends, unless a quote that began before holds it.
func (r *reader) sentence(k int) {
	s := &r.d.Sentences[k]
	for r.next < len(r.spans) && r.spans[r.next].after() <= s.First {
		r.next++
	}
	if r.next < len(r.spans) && r.spans[r.next].open < s.First {
		return // read with the sentence in which the quote began
	}
	for first := s.First; first < s.Last; {
		stretch := doc.Range{First: first, Last: min(s.Last, first+longest)}
		first = r.stretch(k, stretch)
	}
}

// longest is the length in tokens at which a sentence is read in pieces: lists of names without a full stop would take quadratic time.
const longest = 1500

// stretch reads a sentence or a piece of one, and returns the token after what was read.
func (r *reader) stretch(k int, stretch doc.Range) (next int) {
	for r.next < len(r.spans) && r.spans[r.next].after() <= stretch.First {
		r.next++
	}
	from := r.next
	to := from
	for to < len(r.spans) && r.spans[to].open < stretch.Last {
		if r.spans[to].after() > stretch.Last && r.d.Sentences[k].Last > stretch.Last {
			stretch.Last = min(r.d.Sentences[k].Last, r.spans[to].after())
		}
		for r.spans[to].after() > stretch.Last && k+1 < len(r.d.Sentences) {
			k++
			if r.d.Sentences[k].Kind != doc.Aside {
				stretch.Last = r.d.Sentences[k].Last
			} else {
				stretch.Last = max(stretch.Last, min(r.spans[to].after(), r.d.Sentences[k].Last))
			}
		}
		to++
	}
	spans := r.spans[from:to]
	r.findCues(stretch, spans)
	if len(spans) == 0 && len(r.cues) == 0 {
		r.focus(stretch)
		return stretch.Last
	}
	for i := range spans {
		r.quoted(&spans[i], stretch, spans[i+1:])
	}
	r.indirect(stretch)
	r.focus(stretch)
	return stretch.Last
}

// findCues lists the cues of a stretch, in text order, outside quoted words.
func (r *reader) findCues(x doc.Range, spans []quoted) {
	r.cues = r.cues[:0]
	sp := 0
	clause := true // at the start of a clause
	for i := x.First; i < x.Last; {
		for sp < len(spans) && spans[sp].open < i {
			sp++
		}
		if sp < len(spans) && spans[sp].open == i {
			c, ok := r.inciseAfter(spans[sp].after(), x)
			if ok && c.guess && !r.startsSentence(i) {
				ok = false
			}
			if ok || spans[sp].inside().Len() > 3 {
				i = spans[sp].after()
				clause = false
				if ok {
					c.from = spans[sp].inside()
					r.cues = append(r.cues, c)
					i = max(i, c.Last)
				}
				continue
			}
		}
		set := r.lex.Set(r.d.Tokens[i].Word)
		comma := r.mark(i) == ","
		switch {
		case comma && i+1 < x.Last:
			if c, ok := r.incise(i, x.Last); ok && !c.guess && r.inserted(&c, x) {
				c.from = doc.Range{First: x.First, Last: i}
				r.cues = append(r.cues, c)
				i = max(i+1, c.Last)
				clause = false
				continue
			}
			clause = true
			i++
			continue
		case set.Has(r.cue) || r.formAt[i] > 0:
			if e, kind, last := r.cueKind(i); kind == "according" {
				if c, ok := r.accordingTo(i, last, e, x.Last); ok && r.speaks(&c, clause, x) {
					r.cues = append(r.cues, c)
					i = max(i+1, c.Last)
					clause = false
					continue
				}
			}
		}
		if set.Has(r.verb) || r.formAt[i] > 0 {
			if c, ok := r.group(i, x.First); ok {
				// a verb that an incise already has is not read twice
				if n := len(r.cues); n == 0 || r.cues[n-1].Last <= c.First || !r.cues[n-1].incise {
					r.cues = append(r.cues, c)
				}
				i = max(i+1, c.Last)
				clause = false
				continue
			}
		}
		if set.Has(r.part) || r.formAt[i] > 0 {
			if p, last := r.partOf(i); p == "and" || p == "that" {
				clause = true
				i = last
				continue
			}
		}
		clause = clause && r.d.Tokens[i].Is(doc.Punct) || r.mark(i) == ":"
		i++
	}
}

// inciseAfter reads the incise behind a closing mark; `"…" pour la survie du port` is none.
func (r *reader) inciseAfter(i int, x doc.Range) (cue, bool) {
	if i >= x.Last {
		return cue{}, false
	}
	if r.mark(i) == "(" { // "Six more years !" (six années de plus), a écrit Paul Roux
		if k := r.closing(i, x.Last); k > i && k+1 < x.Last {
			i = k + 1
		}
	}
	c, ok := r.incise(i, x.Last)
	if ok && c.form == according {
		ok = r.speaks(&c, false, x)
	}
	return c, ok
}

// inserted tells whether words between commas that look like an incise are one: who speaks can speak, and the sentence, or the part of it, ends there.
func (r *reader) inserted(c *cue, x doc.Range) bool {
	if c.form == according {
		return r.speaks(c, false, x)
	}
	if c.inverted {
		return true
	}
	if r.lex.Attr(c.entry, r.verb, "que") == "" && r.lex.Attr(c.entry, r.verb, "direct") == "" {
		return false
	}
	if c.last < x.Last {
		if p, _ := r.partOf(c.last); p == "and" {
			return false // est venu, a salué les maires et repart
		}
	}
	if !r.resumes(c.last, x.Last) && r.bare(doc.Range{First: x.First, Last: c.First}) {
		return false // Nadia Kerr, placée en garde à vue, avait accusé son beau-frère
	}
	if k := c.who.First; r.is(c.who.Last-1, r.saying) && !r.definite(k) || r.is(min(k+1, c.who.Last-1), r.saying) && !r.definite(k) {
		return false // Nadia Kerr, a décrit un texte insuffisant
	}
	s := r.byWords(c.who, c.form != according)
	return s.body && !(s.entity >= 0 && r.d.Entities[s.entity].Type == doc.Location)
}

// resumes tells whether the verb of the clause stands behind an incise: "Le chantier, a annoncé la ministre, durera trois ans".
func (r *reader) resumes(i, last int) bool {
	if i >= last || r.mark(i) != "," {
		return false
	}
	for i++; i < last; i++ {
		switch p, _ := r.partOf(i); p {
		case "not", "self", "object":
			continue
		}
		return r.is(i, r.finite)
	}
	return false
}

// bare tells whether the clause before a verb has no verb yet, so that the verb is its own and what follows it is the object: in all of it, or behind an "et"
// that begins a clause with an apposition ("et son président, Paul Roux, réclame").
func (r *reader) bare(x doc.Range) bool {
	if x.Len() < 3 {
		return false
	}
	if r.mark(x.Last-1) == "," {
		x.Last--
	}
	for k := x.Last - 1; k >= x.First && r.mark(k) != ","; k-- {
		if p, _ := r.partOf(k); p == "as" {
			return false // Or, comme le dévoile Le Lien, le port ferme
		}
		if m := r.mark(k); m == "?" || m == "!" {
			return false // Pourquoi ne pas ouvrir le port ?, lance le maire
		}
	}
	if !r.hasVerb(x) {
		for k := x.First; k < x.Last-1; k++ { // la zone compte trois quais, précise le maire
			if last, ok := r.phrase(k, x.Last); ok && r.determines(k) && last < x.Last && r.is(last, r.finite) && r.is(last, r.verbal) {
				return false
			}
		}
		who, _, _, ok := r.leftSubject(x.First, x.Last, false)
		return ok && who.Len() > 0 && (who.Last < x.Last-1 || r.isPerson(who) && who.First > x.First && r.mark(who.First-1) == ",")
	}
	for k := x.Last - 2; k > x.First+1; k-- {
		if m := r.mark(k); m == ";" || m == ":" {
			return k+2 < x.Last && !r.hasVerb(doc.Range{First: k + 1, Last: x.Last})
		}
		if p, to := r.partOf(k); p == "and" && to < x.Last && r.determines(to) {
			commas, person := 0, false
			for j := to; j < x.Last; j++ {
				if r.mark(j) == "," {
					commas++
				}
				if m, _ := r.mention(j); m >= 0 && r.d.Mentions[m].Type == doc.Person && commas == 1 {
					person = true
				}
			}
			return commas > 0 && person && !r.hasVerb(doc.Range{First: to, Last: x.Last})
		}
	}
	return false
}

// speaks tells whether "selon X" or "pour X" names somebody who speaks: "pour la première fois" does not.
func (r *reader) speaks(c *cue, clause bool, x doc.Range) bool {
	if c.who.Len() == 0 {
		return c.relative >= 0 && !r.weak(c) || c.pronoun >= 0 && (clause || !r.weak(c))
	}
	if r.weak(c) {
		// pour l'écologiste, "on peut …"; pour Paris, c'est non
		if !clause || c.last >= x.Last || r.mark(c.last) != "," {
			return false
		}
		s := r.byWords(c.who, c.form != according)
		return s.body && (s.person || s.entity >= 0 && r.d.Entities[s.entity].Type != doc.Location)
	}
	if c.Len() > 1 {
		return true
	}
	s := r.byWords(c.who, c.form != according)
	return s.body || s.entity >= 0
}

// weak tells a cue that has other uses than to name a source.
func (r *reader) weak(c *cue) bool { return r.lex.Attr(c.entry, r.cue, "weak") != "" }

// focus keeps the person who is the subject of the sentence: "il" in the next one may be him. A subheading has none.
func (r *reader) focus(x doc.Range) {
	if !r.d.Tokens[x.Last-1].Is(doc.Punct) || x.Len() < 4 {
		return
	}
	for m := r.mentionBefore(x.First) + 1; m < len(r.d.Mentions) && r.d.Mentions[m].First < min(x.Last, x.First+14); m++ {
		y := &r.d.Mentions[m]
		e := int(r.entity[m])
		if y.Type != doc.Person || e < 0 || y.First < r.memory.focusAt && r.memory.focus >= 0 {
			continue
		}
		if p := y.First - 1; p >= x.First {
			if part, _ := r.partOf(p); part == "of" || part == "to" || r.is(p, r.preposition) {
				continue
			}
		}
		if r.covering(y.First) {
			continue
		}
		r.memory.focus, r.memory.focusAt, r.memory.unnamed = e, y.First, doc.Range{}
		return
	}
	if r.determines(x.First) && !r.covering(x.First) {
		if last, ok := r.phrase(x.First, min(x.Last, x.First+12)); ok {
			who := doc.Range{First: x.First, Last: last}
			if s := r.byWords(who, false); s.person && !s.plural { // L'homme est âgé de 29 ans. Il a expliqué
				r.memory.focus, r.memory.focusAt, r.memory.unnamed, r.memory.gender = s.entity, x.First, who, s.gender
				return
			}
		}
	}
	r.only(x)
}

// only makes the one person of a sentence without a pronoun the focus, wherever the name stands: "C'est le cas d'Hugo Lenz."
func (r *reader) only(x doc.Range) {
	one, at := doc.None, 0
	for m := r.mentionBefore(x.First) + 1; m < len(r.d.Mentions) && r.d.Mentions[m].First < x.Last; m++ {
		y := &r.d.Mentions[m]
		e := int(r.entity[m])
		if y.Type != doc.Person || e < 0 || r.covering(y.First) {
			continue
		}
		if one >= 0 && e != one {
			return
		}
		one, at = e, y.First
	}
	if one < 0 || at < r.memory.focusAt || at < r.memory.at {
		return
	}
	for i := x.First; i < x.Last; i++ {
		if r.is(i, r.part) {
			if p, _ := r.partOf(i); p == "subject" {
				return
			}
		}
	}
	r.memory.focus, r.memory.focusAt, r.memory.unnamed = one, at, doc.Range{}
}

// covering tells whether a token stands in quotation marks.
func (r *reader) covering(i int) bool {
	lo, hi := 0, len(r.spans)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.spans[mid].after() <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(r.spans) && r.spans[lo].open < i
}

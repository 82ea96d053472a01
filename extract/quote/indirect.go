package quote

import "github.com/breve-nlp/breve/extract/doc"

// indirect yields what the cues of a stretch report in the author's words: "a affirmé que …", "Selon X, …", "…, a annoncé la ministre". Where words in marks
// already stand for what was said, it yields nothing more.
func (r *reader) indirect(x doc.Range) {
	for i := range r.cues {
		c := &r.cues[i]
		if c.used || c.anyone && c.who.Len() == 0 || c.Last > x.Last {
			continue
		}
		said, ok := r.said(c, x)
		if !ok || c.form == according && r.weak(c) && r.told(i, said) || c.that >= 0 && !c.incise && r.supposed(c, x) {
			continue
		}
		said, span := r.trim(said)
		if said.Len() < 2 || r.meets(said) {
			continue
		}
		s := r.resolve(c, i, x.First)
		if s.unknown() || !s.body {
			continue
		}
		q := doc.Quote{Range: said, Span: span, Kind: "indirect", Speaker: s.entity, Verb: r.lemma(c), Cue: r.d.Span(c.Range), By: "quote.indirect"}
		if s.words.Len() > 0 {
			q.SpeakerSpan = r.d.Span(s.words)
			q.SpeakerText = r.d.Slice(q.SpeakerSpan)
		}
		c.used = true
		r.quotes = append(r.quotes, q)
		r.remember(s, c.Last-1)
	}
}

// told tells whether somebody else says what stands behind "pour X": in "pour Le Lien, le chanteur raconte que" X is a medium and no speaker.
func (r *reader) told(i int, said doc.Range) bool {
	for k := i + 1; k < len(r.cues); k++ {
		if c := &r.cues[k]; c.form == finite && c.First < said.Last && (c.that >= 0 || r.is(min(c.Last, len(r.d.Tokens)-1), r.infinitive)) {
			return true
		}
	}
	return false
}

// supposed tells whether the clause of a verb of saying is only supposed: "si des riverains constatent que".
func (r *reader) supposed(c *cue, x doc.Range) bool {
	for k := c.First - 1; k >= x.First && k > c.First-12; k-- {
		p, last := r.partOf(k)
		if p == "sub" {
			return last == k+1 && r.lex.Attr(r.d.Tokens[k].Word, r.part, "if") != ""
		}
		if p == "that" || p == "who" || r.d.Tokens[k].Is(doc.Punct) {
			return false
		}
	}
	return false
}

// said returns the clause that a cue reports.
func (r *reader) said(c *cue, x doc.Range) (doc.Range, bool) {
	switch {
	case c.form == according:
		if c.incise || c.First > x.First+3 && c.last < x.Last && r.mark(c.last) != "," {
			first := c.from.First
			if !c.incise || c.from.Len() > 0 && r.covering(first) {
				first = x.First
			} else if c.from.Len() > 0 {
				return r.around(c, x), true
			}
			return doc.Range{First: first, Last: c.First}, c.First > first
		}
		first := c.last
		first = r.pastAside(first, x.Last)
		return doc.Range{First: first, Last: r.clauseEnd(first, x.Last)}, r.hasVerb(doc.Range{First: first, Last: x.Last})
	case c.incise:
		if c.from.Len() == 0 || r.mark(c.from.First) == "(" && r.mark(c.from.Last-1) == ")" {
			return c.from, false
		}
		if r.covering(c.from.First) { // avait amassé un "trésor", mentionne Le Parisien
			return doc.Range{First: x.First, Last: c.First}, c.from.First > x.First+2
		}
		return r.around(c, x), true
	case c.that >= 0 && c.that < x.Last && r.lex.Attr(c.entry, r.verb, "que") != "":
		if !r.hasVerb(doc.Range{First: c.that, Last: x.Last}) || r.wish(c) {
			return doc.Range{}, false // ne rêve que de revanche
		}
		return doc.Range{First: c.that, Last: r.clauseEnd(c.that, x.Last)}, c.form != infinitive || r.afterSemi(c, x)
	case c.form == finite && c.Last < x.Last && r.lex.Attr(c.entry, r.verb, "kind") != "think" && !r.wish(c):
		k := c.Last
		if r.lex.Attr(c.entry, r.verb, "inf") != "" && !r.is(k, r.infinitive) {
			k = r.overComplements(k, x.Last)
		}
		if r.lex.Attr(c.entry, r.verb, "inf") != "" && r.is(k, r.infinitive) {
			return doc.Range{First: k, Last: r.clauseEnd(k, x.Last)}, true
		}
		if p, _ := r.partOf(k); p == "of" && k+1 < x.Last && r.lex.Attr(c.entry, r.verb, "de") != "" && r.is(k+1, r.infinitive) && !r.is(k+1, r.noun) {
			return doc.Range{First: k + 1, Last: r.clauseEnd(k+1, x.Last)}, true
		}
	}
	return doc.Range{}, false
}

// overComplements returns the infinitive, or its negation, behind a date and complements: "a expliqué en juin auprès de l'AFP n'avoir jamais vu"; i where none is.
func (r *reader) overComplements(i, last int) int {
	verb := func(k int) bool {
		return k < last && r.is(k, r.infinitive) && (!r.is(k, r.noun) || r.is(k, r.auxiliary))
	}
	for k := i; k < last && k < i+12; {
		p, end := r.partOf(k)
		switch {
		case verb(k):
			return k
		case p == "not" && verb(k+1):
			return k + 1
		case p == "to" || p == "during" || (p == "" || p == "object") && r.is(k, r.preposition) || p == "of" && k > i:
			next := max(end, r.complement(end, last))
			for end < next && !verb(end) {
				end++
			}
			k = end
		case r.timely(k):
			k++
		default:
			return i
		}
	}
	return i
}

// pastAside skips what still belongs to the source: "Selon Le Monde, qui a eu accès au texte, …", "Selon des informations relayées par plusieurs médias, …".
func (r *reader) pastAside(i, last int) int {
	open := i < last && r.mark(i) == ","
	if open {
		i++
	}
	if i >= last {
		return i
	}
	if p, _ := r.partOf(i); p != "who" && p != "whom" && (open || !r.is(i, r.participle)) {
		return i
	}
	for k := i; k < last && k < i+25; k++ {
		if r.mark(k) == "," {
			return k + 1
		}
	}
	return i
}

// around returns what an incise between commas is about: what stands before it, and what stands behind it where the clause goes on there: "Le recours, a
// annoncé la ministre, concerne tous les ports".
func (r *reader) around(c *cue, x doc.Range) doc.Range {
	k := c.last
	if k >= x.Last || r.mark(k) != "," || k+2 >= x.Last {
		return c.from
	}
	switch p, _ := r.partOf(k + 1); p {
	case "and", "sub", "who", "whom", "as":
		return c.from
	}
	if r.hasVerb(c.from) && !r.is(k+1, r.infinitive) && !r.is(k+1, r.finite) {
		return c.from
	}
	return doc.Range{First: c.from.First, Last: r.clauseEnd(k+1, x.Last)}
}

// hasVerb tells whether a clause has a verb.
func (r *reader) hasVerb(x doc.Range) bool {
	for i := x.First; i < x.Last; i++ {
		if r.is(i, r.finite) && (r.surelyFinite(i, x) || !r.is(i, r.noun) && !r.is(i, r.adjective) && !r.is(i, r.preposition) && !r.is(i, r.adverb)) {
			return true
		}
	}
	return false
}

// wish tells a verb of wanting: what somebody wants, nobody said.
func (r *reader) wish(c *cue) bool { return r.lex.Attr(c.entry, r.verb, "kind") == "wish" }

// afterSemi tells whether an infinitive tells what was really said: "a tenu à préciser que", but not "pour dire que".
func (r *reader) afterSemi(c *cue, x doc.Range) bool {
	if r.mark(x.Last-1) == "?" {
		return false // peut-il affirmer que … ?
	}
	for k := c.First - 1; k >= x.First && k > c.First-4; k-- {
		switch p, _ := r.partOf(k); p {
		case "to", "of", "ahead":
			continue
		}
		return r.is(k, r.finite) || r.is(k, r.participle)
	}
	return false
}

// clauseEnd returns where a reported clause that begins at i ends: the sentence does, or another cue takes over (", précisant que", ", a-t-il ajouté").
func (r *reader) clauseEnd(i, last int) int {
	for k := range r.cues {
		c := &r.cues[k]
		if c.First <= i+1 || c.First >= last || r.mark(c.First-1) != "," {
			continue
		}
		if c.incise || c.form == gerund {
			return c.First - 1
		}
	}
	for k := i; k < last; k++ {
		if r.mark(k) == ";" {
			return k
		}
	}
	return last
}

// meets tells whether a quote already covers some of the tokens.
func (r *reader) meets(x doc.Range) bool {
	for i := len(r.quotes) - 1; i >= 0; i-- {
		q := &r.quotes[i]
		if q.Range.Overlaps(x) {
			return true
		}
		if q.Last < x.First-400 {
			return false
		}
	}
	return false
}

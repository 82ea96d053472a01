package quote

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// form is the form of a verb of saying.
type form uint8

const (
	noForm form = iota
	finite
	gerund     // estimant que, en disant
	infinitive // avant de poursuivre
	according  // no verb: selon, d'après
)

// cue is what announces that somebody speaks: a verb of saying with its subject, or "selon X".
type cue struct {
	doc.Range           // the words: "a-t-il déclaré", "selon"
	form      form      // of the verb
	entry     int32     // the lexicon's entry of the verb or the "selon"
	who       doc.Range // the words for the speaker; empty where none stand there
	pronoun   int       // the token of a pronoun that stands for the speaker, or None
	inverted  bool      // the subject is a pronoun behind the verb: "dit-il"
	incise    bool      // stands after what was said
	that      int       // the first token after "que", or None
	relative  int       // the token of a "qui" that is the subject, or None
	anyone    bool      // the subject is "on"
	speaker   speaker   // resolved
	known     bool      // speaker is resolved
	guess     bool      // the verb is none of saying
	used      bool      // a quote in marks has it
	from      doc.Range // incise: what is said stands here
	last      int       // where the incise ends, its subject included
}

// verbs finds the group of a verb of saying that ends at token i (where its form of several words begins): "a-t-il également déclaré" from "a" on.
// first is the leftmost token that the group may hold.
func (r *reader) group(i, first int) (c cue, ok bool) {
	e, last := r.form(i, r.verb)
	if e < 0 {
		return c, false
	}
	set := r.lex.Set(r.d.Tokens[i].Word)
	if last == i+1 && set.Has(r.auxiliary) {
		switch r.lex.Attr(r.d.Tokens[i].Word, r.auxiliary, "kind") {
		case "have", "be":
			return c, false // "étaient" is no form of étayer
		}
	}
	c = cue{entry: e, pronoun: doc.None, that: doc.None, relative: doc.None}
	have, be, self, object := false, false, false, false
	j := i - 1
back:
	for ; j >= first; j-- {
		t := &r.d.Tokens[j]
		switch p, _ := r.partOf(j); p {
		case "self":
			self = true
			continue
		case "not", "link":
			continue
		case "object":
			if have || be {
				if r.is(j, r.pronoun) && j > first && !r.is(j-1, r.preposition) {
					continue
				}
				break back
			}
			object = true
			continue
		case "subject", "anyone":
			if t.Is(doc.Clitic) {
				c.pronoun, c.anyone = j, p == "anyone"
				continue
			}
			break back
		}
		if r.is(j, r.auxiliary) {
			switch r.lex.Attr(t.Word, r.auxiliary, "kind") {
			case "have":
				have = true
			case "be":
				be = true
			default:
				break back
			}
			continue
		}
		if !have && !be && r.is(j, r.adverb) && !r.is(j, r.finite) && set.Has(r.participle) && i-j <= 3 {
			continue
		}
		break
	}
	c.Range = doc.Range{First: j + 1, Last: last}
	if !have && !be && set.Has(r.participle) {
		if k := r.farAuxiliary(i, first); k >= 0 {
			have, c.First = true, k
		}
	}
	switch {
	case be && !self:
		return c, false // a été annoncé: who speaks is not the subject
	case set.Has(r.participle) && (have || be) && !set.Has(r.infinitive):
		c.form = finite
	case have || be:
		return c, false
	case set.Has(r.gerund):
		c.form = gerund
		if r.is(i, r.noun) && j >= first && r.is(j, r.determiner) {
			return c, false
		}
	case set.Has(r.infinitive):
		c.form = infinitive
		if r.is(i, r.noun) && i > first && r.is(i-1, r.determiner) || i > first && r.d.Tokens[i-1].Is(doc.Open) {
			return c, false // le conseiller
		}
		if p, _ := r.partOf(max(first, i-1)); r.lex.Attr(e, r.verb, "que") == "" && p != "of" && p != "ahead" && p != "to" {
			return c, false // compte poursuivre ce "travail"
		}
	case set.Has(r.finite):
		c.form = finite
		// the adverbs and articles that were walked over do not belong to a verb in a simple tense
		for c.First < i {
			if p, _ := r.partOf(c.First); p == "not" || p == "self" || p == "object" {
				break
			}
			c.First++
		}
		if r.isNoun(i, first, object) {
			return c, false
		}
	default:
		return c, false
	}
	if r.lex.Attr(e, r.verb, "reflexive") != "" && !self {
		return c, false // la nouvelle réjouit les salariés
	}
	if k := r.clitic(last); k >= 0 {
		switch p, _ := r.partOf(k); p {
		case "subject", "anyone":
			c.pronoun, c.anyone = k, p == "anyone"
			c.Last = k + 1
		}
	}
	c.inverted = c.pronoun >= 0
	c.that = r.thatAfter(c.Last)
	return c, true
}

// thatAfter returns the token after a "que" that follows a verb directly, or after an adverb or a short complement between two commas; None else.
func (r *reader) thatAfter(i int) int {
	for k := i; k < len(r.d.Tokens) && k < i+8; k++ {
		p, last := r.partOf(k)
		if p == "that" {
			if k > i && r.is(k-1, r.preposition) {
				return doc.None // sans que, pour que
			}
			return last
		}
		if p == "sub" || p == "who" || p == "whom" || p == "as" {
			return doc.None
		}
		if k == i && r.determines(k) && !r.tells(k) {
			return doc.None // dénonce la censure, qu'il s'agisse de…; rapporte des propos qu'aurait tenus
		}
		if k == i && r.d.Tokens[k].Is(doc.Punct) && r.mark(k) != "," {
			return doc.None
		}
		if r.is(k, r.finite) && !r.is(k, r.noun) && !r.is(k, r.adverb) && !r.is(k, r.preposition) {
			return doc.None
		}
		if m := r.mark(k); m != "" && m != "," {
			return doc.None
		}
	}
	return doc.None
}

// tells tells whether the noun phrase at a token tells when: "a annoncé cette semaine que", "a dit le 3 avril que".
func (r *reader) tells(i int) bool {
	for k := i; k < i+3 && k < len(r.d.Tokens); k++ {
		if r.timely(k) {
			return true
		}
	}
	last, ok := r.phrase(i, min(len(r.d.Tokens), i+8))
	return ok && r.temporal(i, last)
}

// incise reads what stands behind quoted words and says who spoke them: ", a-t-il dit", "a expliqué le capitaine Lenz", ", comme l'explique Capital",
// ", selon la mairie".
func (r *reader) incise(p, limit int) (c cue, ok bool) {
	j := p
	comma := false
	for j < limit && r.d.Tokens[j].Is(doc.Punct) {
		switch r.mark(j) {
		case ",", "–", "—", "-", "...", "…", "!", "?", "(":
			comma = true
			j++
			continue
		}
		return c, false
	}
	for n := 0; j < limit && n < 3; n++ {
		part, last := r.partOf(j)
		if part == "as" {
			comma = true
			j = last
			continue
		}
		if r.is(j, r.adverb) && !r.is(j, r.finite) && !r.is(j, r.preposition) {
			j++
			continue
		}
		break
	}
	if j >= limit {
		return c, false
	}
	if e, kind, last := r.cueKind(j); kind == "according" {
		c, ok = r.accordingTo(j, last, e, limit)
		c.incise = true
		return c, ok
	}
	start := j
	modal := false
	for n := 0; j < limit && n < 7; n++ {
		if e, _ := r.form(j, r.verb); e >= 0 {
			c, ok = r.group(j, start)
			if !ok || c.form == gerund || c.form == infinitive && !modal {
				ok = false
				// "a" + participle may still follow: se dit convaincu
				j++
				continue
			}
			c.incise = true
			c.Range.First = start
			break
		}
		switch part, _ := r.partOf(j); part {
		case "object", "self", "not", "link", "to", "of":
			j++
			continue
		case "subject", "anyone":
			if r.d.Tokens[j].Is(doc.Clitic) {
				j++
				continue
			}
		}
		if r.is(j, r.auxiliary) || r.is(j, r.adverb) && j > start {
			j++
			continue
		}
		if k := r.overAside(j, start, limit); k > j {
			j = k
			continue
		}
		if j == start && r.is(j, r.finite) && !r.is(j, r.noun) {
			modal = true // veut croire, tient à rassurer, préfère nuancer
			j++
			continue
		}
		break
	}
	if !ok {
		if c, ok = r.unknownVerb(start, limit); ok || !comma {
			return c, ok
		}
		return r.anyVerb(start, limit)
	}
	if c.form == infinitive {
		c.form = finite
	}
	c.last = c.Last
	if c.inverted {
		return c, true
	}
	if c.Last < limit && !r.d.Tokens[c.Last].Is(doc.Clitic) && r.lex.Attr(c.entry, r.verb, "direct") != "" {
		if p, last := r.partOf(c.Last); p == "subject" && last > c.Last+1 { // a ironisé l'intéressé
			c.pronoun, c.last = c.Last, last
			return c, true
		}
	}
	if who, found := r.rightSubject(c.Last, limit); found {
		c.who = who
		c.last = who.Last
		return c, comma || r.lex.Attr(c.entry, r.verb, "direct") != ""
	}
	return c, false
}

// unknownVerb takes any verb with a pronoun behind it for a verb of saying: `"…", s'étrangle-t-elle`.
func (r *reader) unknownVerb(start, limit int) (c cue, ok bool) {
	for j := start; j < limit && j < start+4; j++ {
		if !r.d.Tokens[j].Is(doc.Clitic) || j == start {
			if r.d.Tokens[j].Is(doc.Punct) {
				return c, false
			}
			continue
		}
		if p, _ := r.partOf(j); p != "subject" {
			return c, false
		}
		v := j - 1
		if p, _ := r.partOf(v); p == "link" && v > start {
			v-- // martèle t-il
		}
		if r.is(v, r.finite) && !r.is(v, r.auxiliary) {
			return cue{Range: doc.Range{First: start, Last: j + 1}, form: finite, entry: r.d.Tokens[v].Word, pronoun: j, inverted: true,
				incise: true, that: doc.None, relative: doc.None, last: j + 1}, true
		}
		return c, false
	}
	return c, false
}

// anyVerb takes any verb whose subject behind it can speak for a verb of saying: `"…", a complèté le député européen auprès de l'AFP`. It is asked only behind
// a quotation mark.
func (r *reader) anyVerb(start, limit int) (c cue, ok bool) {
	j, have := start, false
	for j < limit && j < start+4 {
		p, _ := r.partOf(j)
		if r.is(j, r.auxiliary) && r.is(j, r.finite) {
			have = true
		} else if p != "self" && p != "object" && !(have && r.is(j, r.adverb)) {
			break
		}
		j++
	}
	if j >= limit || !r.d.Tokens[j].Is(doc.Lower) || have && !r.is(j, r.participle) && r.d.Tokens[j].Word >= 0 ||
		!have && (!r.is(j, r.finite) || r.is(j, r.noun) || r.is(j, r.preposition) || r.is(j, r.adverb)) {
		return c, false
	}
	who, found := r.rightSubject(j+1, min(limit, j+16))
	if !found || !r.byWords(who, true).body {
		return c, false
	}
	return cue{Range: doc.Range{First: start, Last: j + 1}, form: finite, entry: r.d.Tokens[j].Word, pronoun: doc.None, incise: true, that: doc.None,
		relative: doc.None, who: who, last: who.Last, guess: true}, true
}

// accordingTo reads "selon X" from its first word.
func (r *reader) accordingTo(first, last int, entry int32, limit int) (c cue, ok bool) {
	c = cue{Range: doc.Range{First: first, Last: last}, form: according, entry: entry, pronoun: doc.None, that: doc.None, relative: doc.None}
	if last >= limit {
		return c, false
	}
	if last+1 < limit && r.is(last+1, r.infinitive) && !r.is(last+1, r.noun) {
		return c, false // pour se protéger, pour y parvenir
	}
	switch p, _ := r.partOf(last); p {
	case "that":
		return c, false // pour que
	case "self":
		if r.d.Tokens[last].Is(doc.Lower) { // not: selon Me Roux
			return c, false
		}
	case "whom":
		c.relative = last
		c.last = last + 1
		return c, true
	case "subject":
		c.pronoun = last
		c.last = last + 1
		return c, true
	}
	if t := r.d.Tokens[last].Norm; r.d.Tokens[last].Is(doc.Lower) && r.is(last, r.pronoun) && !r.is(last, r.determiner) && t != "" {
		// selon lui, selon elle
		c.pronoun = last
		c.last = last + 1
		return c, r.is(last, r.pronoun)
	}
	end, found := r.phrase(last, limit)
	if !found {
		return c, false
	}
	c.who = doc.Range{First: last, Last: end}
	c.last = end
	return c, true
}

// verb returns the lemma of a cue's verb.
func (r *reader) lemma(c *cue) string {
	if c.form == according {
		return ""
	}
	if f := r.lex.Form(c.entry, r.verb); f != "" {
		return f
	}
	return r.lex.Lemma(c.entry, 'v')
}

package summary

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// segment is what stands between two commas of a sentence, outside quotation marks and parentheses.
type segment struct {
	doc.Range        // without the commas
	kind      string // what opens it, by trim.tsv: sub phrase lead both keep, or relative, source, join
	finite    int    // the first finite verb outside a relative clause, or None
	name      bool   // it ends with a name
	det       bool   // it opens like a noun phrase that says who the name before it is
	verb      bool   // it opens with the verb of a subject that stands before
	subject   bool   // it opens with a subject
}

// clauses is a sentence cut at its commas. It is used again for the next one.
type clauses struct {
	segments []segment
	asides   []doc.Range // what stands in parentheses or between dashes, with them
	body     doc.Range   // without the final stop
	stop     int         // the final stop, or None
}

// divide cuts a sentence into segments.
func (r *reading) divide(s doc.Range, c *clauses) {
	t := r.d.Tokens
	c.segments, c.asides = c.segments[:0], c.asides[:0]
	c.body, c.stop = s, doc.None
	if s.First >= s.Last {
		return
	}
	switch t[s.Last-1].Norm {
	case ".", "!", "…", "...", "?":
		c.stop = s.Last - 1
		c.body.Last--
	}
	first, quoted, depth, open, dash := s.First, false, 0, doc.None, doc.None
	for i := s.First; i < c.body.Last; i++ {
		switch n := t[i].Norm; {
		case n == "(" || n == "[":
			if depth == 0 {
				open = i
			}
			depth++
		case n == ")" || n == "]":
			if depth > 0 {
				depth--
				if depth == 0 && !quoted {
					c.asides = append(c.asides, doc.Range{First: open, Last: i + 1})
				}
			}
		case n == "«" || n == "“":
			quoted = true
		case n == "»" || n == "”":
			quoted = false
		case n == "\"":
			quoted = t[i].Shape&doc.Open != 0 || t[i].Shape&doc.Close == 0 && !quoted
		case (n == "–" || n == "—" || n == "-") && depth == 0 && !quoted && i > s.First && t[i].Gap != doc.Glued:
			if dash == doc.None {
				dash = i
			} else {
				c.asides = append(c.asides, doc.Range{First: dash, Last: i + 1})
				dash = doc.None
			}
		case n == "," && depth == 0 && !quoted:
			c.segments = append(c.segments, r.segment(doc.Range{First: first, Last: i}))
			first = i + 1
		}
	}
	c.segments = append(c.segments, r.segment(doc.Range{First: first, Last: c.body.Last}))
}

// segment reads what opens a stretch of tokens and whether it has a verb of its own.
func (r *reading) segment(s doc.Range) segment {
	t, lex, c := r.d.Tokens, r.c.lex, r.c
	g := segment{Range: s, finite: doc.None}
	if s.First >= s.Last {
		return g
	}
	i := s.First
	if e, _ := r.longest(i, s.Last, c.trim); e >= 0 {
		g.kind = lex.Attr(e, c.trim, "kind")
	}
	if e, _ := r.longest(i, s.Last, c.cue); e >= 0 && g.kind == "" {
		if k := lex.Attr(e, c.cue, "kind"); k == "according" || k == "anonymous" || k == "hearsay" {
			g.kind = "source"
		}
	}
	part := lex.Attr(t[i].Word, c.clause, "part")
	switch part {
	case "who", "whose", "where":
		g.kind = "relative"
	case "and":
		g.kind = "join"
	}
	if g.kind == "" && r.is(i, c.preposition) && i+1 < s.Last && lex.Attr(t[i+1].Word, c.clause, "part") == "who" {
		g.kind = "relative" // "à qui", "dans laquelle"
	}
	if t[i].Norm == "selon" || g.kind == "" && r.speaks(s) {
		g.kind = "source"
	}
	relative := false
	for k := i; k < s.Last; k++ {
		switch lex.Attr(t[k].Word, c.clause, "part") {
		case "who", "whose", "where", "whom", "sub", "if":
			if k > i {
				relative = true
			}
		}
		if k > i && lex.Attr(t[k].Word, c.trim, "kind") == "relative" {
			relative = true // "auquel"
		}
		if g.finite == doc.None && !relative && r.verbal(k, s) {
			g.finite = k
		}
	}
	k := i
	for k < s.Last && (lex.Attr(t[k].Word, c.negation, "part") == "first" || lex.Attr(t[k].Word, c.clause, "part") == "self" || t[k].Norm == "y" || t[k].Norm == "en" ||
		t[k].Norm == "l'" && k+1 < s.Last && r.is(k+1, c.auxiliary)) {
		k++
	}
	g.verb = k < s.Last && r.verbal(k, s)
	g.det = g.kind == "" && !g.verb && (r.is(i, c.determiner) && part != "poss" && part != "this" || r.is(i, c.role) || r.is(i, c.participle) && t[i].Shape&doc.Lower != 0)
	g.subject = !g.verb && (r.is(i, c.determiner) || t[i].Shape&doc.Capital != 0 || part == "subject")
	for m := r.mentionBefore(s.Last); m >= 0 && r.d.Mentions[m].Last >= s.Last; m-- {
		if x := &r.d.Mentions[m]; x.Last == s.Last && x.First >= s.First && x.Form != "pronoun" && x.Form != "nominal" {
			g.name = true
			break
		}
	}
	return g
}

// verbal tells whether a token is a finite verb here, as far as its neighbours tell: "porte" after "la" is a noun.
func (r *reading) verbal(k int, s doc.Range) bool {
	t, c := &r.d.Tokens[k], r.c
	if !r.is(k, c.finite) || t.Shape&doc.Capital != 0 && k > s.First {
		return false
	}
	if t.Shape&doc.Capital != 0 && r.mentionAt(k) >= 0 {
		return false // "Marie Dupont" does not marry
	}
	if k > s.First && r.d.Tokens[k-1].Norm == "y" && t.Norm == "a" {
		return false // "il y a deux semaines"
	}
	if r.is(k, c.auxiliary) {
		return !(k > s.First && r.is(k-1, c.determiner) && r.is(k, c.noun) && r.d.Tokens[k-1].Norm != "l'")
	}
	if !r.is(k, c.noun) && !r.is(k, c.adjective) && !r.is(k, c.preposition) && !r.is(k, c.determiner) {
		return !r.is(k, c.participle) || k > s.First
	}
	if k == s.First {
		return !r.is(k, c.noun) && !r.is(k, c.adjective) && !r.is(k, c.preposition)
	}
	p := k - 1
	if r.is(p, c.pronoun) && !r.is(p, c.determiner) && !r.is(p, c.noun) {
		return true
	}
	return false
}

// speaks tells whether a stretch says who says the rest: "a indiqué le ministre", "a-t-il ajouté", "estime Marie Dupont".
func (r *reading) speaks(s doc.Range) bool {
	t := r.d.Tokens
	for k := s.First; k < min(s.First+5, s.Last); k++ {
		if !r.is(k, r.c.finite) && !r.is(k, r.c.participle) {
			if k == s.First {
				return false
			}
			continue
		}
		if r.c.lex.Attr(t[k].Word, r.c.auxiliary, "kind") == "be" && !(k > s.First && r.c.lex.Attr(t[k-1].Word, r.c.clause, "part") == "self") {
			return false // "sera assurée par des bus"
		}
		if r.is(k, r.c.speech) {
			return true
		}
		if r.is(k, r.c.auxiliary) && k+1 < s.Last && t[k+1].Shape&doc.Clitic != 0 {
			return true
		}
	}
	return false
}

// mentionBefore returns the last mention that begins before a token, or None.
func (r *reading) mentionBefore(token int) int {
	m := r.d.Mentions
	lo, hi := 0, len(m)
	for lo < hi {
		mid := (lo + hi) / 2
		if m[mid].First < token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// mentionAt returns the longest mention that begins at a token, or None.
func (r *reading) mentionAt(token int) int {
	best := doc.None
	for m := r.mentionBefore(token + 1); m >= 0 && r.d.Mentions[m].First == token; m-- {
		if best == doc.None || r.d.Mentions[m].Last > r.d.Mentions[best].Last {
			best = m
		}
	}
	return best
}

package summary

import (
	"slices"

	"github.com/breve-nlp/breve/extract/doc"
)

// trim lists what can be taken out of a sentence, the parts that cost least first. What says whose words it is stays, and so does what the truth of
// the rest hangs on: "si", "sans", "sauf".
// The first so many go in any case; up to the second number stand parentheses, of which all go or none.
func (r *reading) cuts(l *line) (out []doc.Range, free, asides int) {
	c := &r.clauses
	r.divide(l.Range, c)
	t := r.d.Tokens
	out = make([]doc.Range, 0, 8)
	add := func(first, last int) {
		if first < last && !(first <= c.body.First && last >= c.body.Last) {
			out = append(out, doc.Range{First: first, Last: last})
		}
	}
	first := r.stamp(l)
	for first < l.Last && t[first].Shape&(doc.Punct|doc.Symbol) != 0 && t[first].Shape&doc.Open == 0 && t[first].Norm != "(" && t[first].Norm != "…" {
		first++ // a bullet
	}
	add(l.First, first)
	r.fillers(l, add)
	free = len(out)
	s := c.segments
	if k := l.link; k.Last > k.First {
		if k.Last+1 < l.Last && k.Last > k.First+1 && t[k.Last].Shape&doc.Lower != 0 && t[k.Last+1].Norm == "," && (r.is(k.Last, r.c.adjective) || r.is(k.Last, r.c.participle)) {
			k.Last++ // "Dans ce contexte tendu, …"
		}
		if k.Last < l.Last && t[k.Last].Norm == "," {
			k.Last++
		}
		add(first, k.Last)
		free = len(out)
	}
	for _, a := range c.asides {
		if a.Len() > 2 {
			add(a.First, a.Last)
		}
	}
	asides = len(out)
	n := len(s)
	for k := 1; k < n; k++ {
		g, p := &s[k], &s[k-1]
		comma := p.Last
		switch {
		case g.kind == "relative" && k+1 < n && s[k+1].verb && (p.finite == doc.None || s[k+1].kind != "source"):
			add(comma, s[k+1].First) // "Meta, qui ambitionne …, s'assure"
		case g.det && g.finite == doc.None && k+1 < n && s[k+1].verb && p.name && p.finite == doc.None:
			add(comma, s[k+1].First) // "Jean Dupont, le maire de Lyon, a annoncé"
		case g.kind == "relative" && r.mainVerb(s[:k]):
			r.toEnd(s, k, add)
		case g.kind == "sub" && r.mainVerb(s[:k]):
			r.toEnd(s, k, add)
		}
	}
	for k := 1; k < n; k++ {
		g, p := &s[k], &s[k-1]
		if !r.mainVerb(s[:k]) {
			continue
		}
		switch {
		case (g.kind == "phrase" || g.kind == "both") && g.finite == doc.None && k == n-1:
			add(p.Last, c.body.Last)
		case g.det && p.name && g.finite == doc.None && k == n-1 && !r.joins(g.Range):
			add(p.Last, c.body.Last) // "… par Jean Dupont, le maire de Lyon."
		case g.kind == "" && r.is(g.First, r.c.gerund) && k == n-1:
			add(p.Last, c.body.Last) // "…, provoquant la colère des riverains."
		}
	}
	for i := c.body.First + 6; i+4 < c.body.Last; i++ { // a second thought behind a semicolon
		if t[i].Norm == ";" {
			add(i, c.body.Last)
			break
		}
	}
	if n > 1 {
		g := &s[0]
		next := &s[1]
		if (g.kind == "both" || g.kind == "lead" || r.startsWithDate(g)) && g.finite == doc.None && next.subject && next.finite != doc.None {
			add(l.First, next.First)
		}
	}
	return out, free, asides
}

// fillers cuts the words that tie a sentence to the one before from inside it: "a toutefois exclu", "Apple, de son côté, tente".
func (r *reading) fillers(l *line, add func(first, last int)) {
	t := r.d.Tokens
	quoted := false
	for k := l.First; k+1 < l.Last; k++ {
		switch t[k].Norm {
		case "\"", "«", "»", "“", "”":
			quoted = !quoted
		}
		if quoted || k == l.First || t[k].Shape&doc.Capital != 0 {
			continue
		}
		e, end := r.longest(k, l.Last, r.c.trim)
		if e < 0 || r.c.lex.Attr(e, r.c.trim, "kind") != "filler" {
			continue
		}
		before, after := t[k-1].Norm == ",", t[end].Norm == ","
		switch {
		case before && after:
			add(k-1, end+1)
		case !before && !after && (r.is(k-1, r.c.finite) || end > k+1):
			add(k, end)
		case !before && after && end > k+1 && t[k-1].Shape&doc.Capital != 0:
			add(k, end+1) // "Marie Dupont pour sa part, a refusé"
		}
		k = end - 1
	}
}

// toEnd cuts from segment k to the end, or to a last segment that says who says so.
func (r *reading) toEnd(s []segment, k int, add func(first, last int)) {
	last := len(s)
	for j := k; j < len(s); j++ {
		if j > k && s[j].kind == "source" {
			last = j
			break
		}
		if s[j].kind == "keep" || j > k && s[j].verb {
			return
		}
	}
	if last == len(s) {
		add(s[k-1].Last, s[last-1].Last)
	} else {
		add(s[k-1].Last, s[last].First-1)
	}
}

// mainVerb tells whether the segments so far can stand as a sentence.
func (r *reading) mainVerb(s []segment) bool {
	for i := range s {
		if s[i].finite != doc.None && s[i].kind != "relative" && s[i].kind != "sub" && s[i].kind != "source" && s[i].kind != "keep" {
			return true
		}
	}
	return false
}

// joins tells whether a stretch is the end of an enumeration.
func (r *reading) joins(s doc.Range) bool {
	for i := s.First; i < s.Last; i++ {
		switch r.d.Tokens[i].Norm {
		case "et", "ou":
			return true
		}
	}
	return false
}

func (r *reading) startsWithDate(g *segment) bool {
	for k := g.First; k < min(g.First+2, g.Last); k++ {
		if r.is(k, r.c.weekday) {
			return true
		}
		if t := &r.d.Tokens[k]; t.Shape&doc.Digit != 0 && k+1 < g.Last && r.is(k+1, r.c.month) {
			return true
		}
	}
	return false
}

// kept returns what stays of a range when cuts are taken out, in order.
func kept(s doc.Range, cuts []doc.Range) []doc.Range {
	sorted := slices.Clone(cuts)
	slices.SortFunc(sorted, func(a, b doc.Range) int { return a.First - b.First })
	var out []doc.Range
	at := s.First
	for _, c := range sorted {
		if c.First > at {
			out = append(out, doc.Range{First: at, Last: min(c.First, s.Last)})
		}
		at = max(at, c.Last)
	}
	if at < s.Last {
		out = append(out, doc.Range{First: at, Last: s.Last})
	}
	return out
}

package summary

import (
	"cmp"
	"slices"

	"github.com/breve-nlp/breve/extract/doc"
)

// draft is a claim on its way: a line, what is taken out of it, and the names that stand for its pronouns.
type draft struct {
	line  int
	cuts  []doc.Range
	names []naming
	words int
	whole bool // it has a verb outside its relative clauses
	claim doc.Claim
}

// naming puts a name in the place of a pronoun.
type naming struct {
	doc.Range        // what is left out
	at        int    // the name is written before this token
	name      string // the words
	proof     doc.Span
}

// The words of a claim: a line longer than longest is trimmed as far as is safe.
const (
	longest  = 35
	shortest = 15
)

// draft makes a claim of a line; false where the line cannot stand alone.
func (r *reading) draft(i, most int) (draft, bool) {
	l := &r.lines[i]
	x := draft{line: i, words: r.length([]doc.Range{l.Range})}
	names, ok := r.lean(l)
	if !ok {
		return x, false
	}
	x.names = names
	cuts, free, asides := r.cuts(l)
	bare := false // the parentheses go
	for _, g := range r.clauses.segments {
		x.whole = x.whole || g.finite != doc.None && g.kind != "relative" && g.kind != "sub"
	}
	if r.headline.sum > 0 && asides < len(cuts) {
		slices.SortStableFunc(cuts[asides:], func(a, b doc.Range) int { return cmp.Compare(r.titleWords(a), r.titleWords(b)) })
	}
	whole := r.headlineOf(l, l.Range, names)
	for n, c := range cuts {
		if n >= free && x.words <= most && !(bare && n < asides) {
			continue
		}
		all := append(slices.Clone(x.cuts), c)
		rest := kept(l.Range, all)
		words := r.length(rest)
		if words < 8 && words < l.words-3 || !r.balanced(rest) || r.cutsName(names, c) {
			continue
		}
		if n >= free && (r.losesWords(l, c) || x.words <= most+15 && n >= asides && (r.headline.sum > 0 && r.tellsTitle(l, rest, names) < whole-0.08 || r.losesMoney(l, c))) {
			continue
		}
		x.cuts, x.words = all, words
		bare = bare || n >= free && n < asides
	}
	r.write(&x)
	return x, true
}

// headlineOf returns the part of the title that a stretch of a line tells.
func (r *reading) headlineOf(l *line, s doc.Range, names []naming) float64 {
	return r.tellsTitle(l, []doc.Range{s}, names)
}

// titleWords counts the words of a stretch that the title has.
func (r *reading) titleWords(s doc.Range) int {
	n := 0
	for k := s.First; k < s.Last; k++ {
		if t := r.terms[k]; t >= 0 && r.inTitle[t] {
			n++
		}
	}
	return n
}

// losesWords tells whether a cut takes somebody's words and leaves who says them: "…, a-t-il souligné".
func (r *reading) losesWords(l *line, c doc.Range) bool {
	cut, all := r.d.Span(c), r.d.Span(l.Range)
	for i := range r.d.Quotes {
		q := &r.d.Quotes[i]
		if q.Span.Len() > 0 && cut.Contains(q.Span) && q.Cue.Len() > 0 && all.Contains(q.Cue) && !cut.Contains(q.Cue) {
			return true
		}
	}
	return false
}

// losesMoney tells whether a cut takes the only sum of a line: "le contrat, d'un montant de 130 millions d'euros, …".
func (r *reading) losesMoney(l *line, c doc.Range) bool {
	lost := false
	for a := l.amounts.First; a < l.amounts.Last; a++ {
		x := &r.d.Amounts[a]
		if x.Kind != "money" && x.Kind != "percent" {
			continue
		}
		if !(c.First <= x.Range.First && x.Range.Last <= c.Last) {
			return false
		}
		lost = true
	}
	return lost
}

// length counts the words as a reader does: "l'accord" is one.
func (r *reading) length(pieces []doc.Range) int {
	n := 0
	for _, p := range pieces {
		for k := p.First; k < p.Last; k++ {
			if r.d.Tokens[k].Shape&(doc.Punct|doc.Symbol|doc.Elided|doc.Clitic) == 0 {
				n++
			}
		}
	}
	return n
}

// cutsName tells whether a cut takes away the place of a name.
func (r *reading) cutsName(names []naming, c doc.Range) bool {
	return slices.ContainsFunc(names, func(n naming) bool { return n.Overlaps(c) || c.First <= n.at && n.at < c.Last })
}

// balanced tells whether every quotation mark and parenthesis that opens is closed.
func (r *reading) balanced(pieces []doc.Range) bool {
	straight, round, angle := 0, 0, 0
	for _, p := range pieces {
		for k := p.First; k < p.Last; k++ {
			switch r.d.Tokens[k].Norm {
			case "\"":
				straight++
			case "(":
				round++
			case ")":
				round--
			case "«":
				angle++
			case "»":
				angle--
			}
		}
	}
	return straight%2 == 0 && round == 0 && angle == 0
}

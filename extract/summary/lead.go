package summary

import (
	"slices"

	"github.com/breve-nlp/breve/extract/doc"
)

// lead returns the sentence that carries the news.
func (r *reading) lead() doc.Claim {
	list := r.candidates()
	r.leadLine, r.leadTerms = doc.None, nil
	if len(list) == 0 || !r.lines[list[0]].usable {
		return doc.Claim{} // a poem, a table: nothing that is a sentence
	}
	r.readHeadline()
	best, value, found := draft{}, 0.0, false
	for rank, i := range r.early(list) {
		x, ok := r.draft(i, longest)
		if !ok {
			continue
		}
		v := r.merit(&x) + r.news(&x, rank)
		if !found || v > value {
			best, value, found = x, v, true
		}
	}
	if !found { // nothing stands alone: the first sentence, as it is
		i := slices.Min(list)
		best = draft{line: i, words: r.lines[i].words}
		r.write(&best)
	}
	r.leadLine, r.leadTerms = best.line, r.left(&best)
	best.claim.Events = r.tells(&best)
	best.claim.Score = r.lines[best.line].score
	if c, ok := r.compose(&best); ok {
		return c
	}
	return best.claim
}

// early returns the lines among which the lead is: the first that can be used, in their order.
func (r *reading) early(list []int) []int {
	out := slices.Clone(list)
	slices.Sort(out)
	return out[:min(len(out), 14)]
}

// news is what a draft is worth besides as a lead: it tells what the title tells, and what is new, and needs no sentence before it. Without a title
// the first sentences have it.
func (r *reading) news(x *draft, rank int) float64 {
	l := &r.lines[x.line]
	told := 0.0
	v := -0.6*l.score - 3*l.x[fQuestion]
	if r.headline.sum > 0 {
		told = r.tellsTitle(l, kept(l.Range, x.cuts), x.names)
		v += 22*told + 2.5/float64(rank+1) - 0.3*float64(rank)
		if told > 0.4 && x.words < shortest {
			v += 0.25 * float64(shortest-x.words)
		}
		if told > 0.5 {
			v += 2 * l.x[fPerson] // the title's own quote: "Je l'ai beaucoup aimé", a confié …
		}
		if told > 0.4 || rank == 0 && !l.within {
			v += 2 * l.quoted // an agency lets a minister tell the news: "Les frontières ferment", a annoncé …
		}
	} else {
		v += 0.4*l.score + 3/float64(rank+1)
	}
	v += l.x[fToday]
	r.divide(l.Range, &r.clauses)
	switch r.manner(l) {
	case newsTense:
		v += 1
	case pastTense:
		v -= 5
	case beforeNews:
		v -= 6
	case standing:
		v -= 2.5
	}
	if r.old(l) {
		v -= 5
	}
	if r.clauses.segments[0].kind == "sub" || r.opensClause(l.First) && r.d.Tokens[l.First].Shape&doc.Elided == 0 {
		v-- // "Alors que les écoles rouvrent, …"
	}
	if l.x[fQuestion] > 0 {
		v -= 4
	}
	if r.stale(l) {
		v -= 3
	}
	if r.since(l) {
		v -= 2.5
	}
	if x.words > longest && x.words <= 50 && told > 0.3 && rank < 2 {
		v += 0.2 * float64(x.words-longest)
	}
	if r.fragment() {
		v -= 12
	}
	if r.disagrees() {
		v -= 4
	}
	return v - 3.5*r.dangling(l, x)
}

// old tells whether a line begins with a year before that of the article: "En 1984, alors âgée de 15 ans, …".
func (r *reading) old(l *line) bool {
	day := r.d.Source.Published
	if len(day) < 4 {
		return false
	}
	for k := l.dates.First; k < l.dates.Last; k++ {
		if x := &r.d.Dates[k]; x.First >= l.First && x.First < l.First+6 && x.Type == "DATE" && len(x.Value) >= 4 && x.Value[0] >= '1' && x.Value[0] <= '2' && x.Value[:4] < day[:4] {
			return true
		}
	}
	return false
}

// stale tells whether a line opens with a day of the article's year that is more than four days before it: "Le 14 septembre dernier, …".
func (r *reading) stale(l *line) bool {
	day := r.d.Source.Published
	if len(day) < 10 {
		return false
	}
	now := dayNumber(day[:10])
	for k := l.dates.First; k < l.dates.Last; k++ {
		x := &r.d.Dates[k]
		if x.First < l.First || x.First > l.First+2 || x.Type != "DATE" || len(x.Value) != 10 {
			continue
		}
		if dayNumber(x.Value) < now-5 {
			return true
		}
	}
	return false
}

// dayNumber counts days, all months as long as the longest; 2020-09-14.
func dayNumber(s string) int {
	n := func(s string) (v int) {
		for _, c := range []byte(s) {
			v = 10*v + int(c-'0')
		}
		return v
	}
	return 372*n(s[:4]) + 31*n(s[5:7]) + n(s[8:10])
}

// since tells whether all the days that a line names are of a year before that of the article: "Le plus grand incendie a eu lieu en novembre 2018".
func (r *reading) since(l *line) bool {
	day := r.d.Source.Published
	if len(day) < 4 {
		return false
	}
	past := false
	for k := l.dates.First; k < l.dates.Last; k++ {
		x := &r.d.Dates[k]
		if x.First < l.First || x.Type != "DATE" || len(x.Value) < 4 || x.Value[0] < '1' || x.Value[0] > '2' {
			continue
		}
		if x.Value[:4] >= day[:4] {
			return false
		}
		past = true
	}
	return past
}

// merit is what a draft is worth as a lead or key point.
func (r *reading) merit(x *draft) float64 {
	l := &r.lines[x.line]
	v := l.score
	if x.words > longest {
		v -= 1.5 + 0.4*float64(x.words-longest)
	}
	if x.words < shortest {
		v -= 0.4 * float64(shortest-x.words)
	}
	v -= 3*l.quoted + 4*l.x[fQuestion] + 2*l.x[fShout] + 3*l.x[fPerson] + 3*l.x[fVerbless]
	v -= 3*l.x[fBackground] + 1.5*l.x[fPointing]
	v += 1.5*l.x[fEventRank] + 2*l.x[fEarly] - 0.7*float64(len(x.names))
	if !l.ends {
		v -= 3
	}
	if r.pointsBack(l) {
		v--
	}
	if !x.whole {
		v -= 4 // "Un absentéisme que le secrétaire d'Etat entend gérer."
	}
	return v
}

// pointsBack tells whether an object pronoun near the start stands for something said before: "Le policier l'aurait sommé de descendre".
func (r *reading) pointsBack(l *line) bool {
	for k := l.First + 1; k < min(l.First+8, l.Last-1); k++ {
		switch r.c.lex.Attr(r.d.Tokens[k].Word, r.c.clause, "part") {
		case "object":
			if r.is(k+1, r.c.auxiliary) && !r.is(k+1, r.c.noun) {
				return true
			}
		case "indirect":
			if r.d.Tokens[k].Norm == "lui" && r.is(k+1, r.c.finite) {
				return true
			}
		}
	}
	return false
}

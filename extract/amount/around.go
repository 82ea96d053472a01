package amount

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// around reads what stands before and behind the amount at tokens [first, last): what makes it inexact, where it goes, what it is counted
// by, what it is a share of, what it tells of.
func (r *reader) around(a *doc.Amount, n *note, first, last int) {
	p := r.left(a, n, first)
	r.right(a, last)
	r.rate(a, last)
	r.bounds(a)
	r.telling(a, p, last)
}

// left reads the words before the amount and returns where they begin.
func (r *reader) left(a *doc.Amount, n *note, p int) int {
	if a.HasValue && p > r.lo && r.t[p].Gap == doc.Glued {
		switch r.t[p-1].Norm {
		case "+":
			a.Direction = "up"
			p--
		case "±", "~", "≈":
			a.Modifier = "about"
			p--
		case "<":
			a.Modifier = "less_than"
			p--
		case ">":
			a.Modifier = "more_than"
			p--
		}
	}
	if a.Value < 0 && (a.Kind == "percent" || a.Kind == "points" || a.Kind == "money") {
		a.Direction = "down"
	}
	lex := r.words.lex
	q := p
	if r.role(q-1) == the || r.role(q-1) == own {
		q--
	}
	found := false
	for _, end := range [2]int{p, q} {
		if s, e := r.before(end, r.words.approximator); e >= 0 && lex.Attr(e, r.words.approximator, "side") != "right" && s >= r.used {
			if m := lex.Attr(e, r.words.approximator, "modifier"); m != "exact" || a.Modifier == "" {
				a.Modifier = m
			}
			p, found = s, true
			break
		}
		if s, e := r.before(end, r.words.approximatorVerb); e >= 0 {
			a.Modifier = lex.Attr(e, r.words.approximatorVerb, "modifier")
			p, found = s, true
			break
		}
		if q == p {
			break
		}
	}
	if !found && r.role(q-1) == not && r.is(q-2, r.words.approximatorVerb) { // ne dépasse pas
		a.Modifier = "at_most"
		p = q - 2
	}
	if !a.HasValue && a.Modifier == "about" { // quelques centaines: vague already
		a.Modifier = ""
	}
	switch r.role(p - 1) {
	case part:
		n.part = true
	case against:
		n.against = true
	case at, to:
		n.to = true
	}
	if a.Direction == "" {
		r.goes(a, p)
	}
	return p
}

// goes reads where the figure goes: "en hausse de 6 %", "a bondi d'environ 3 %", "perd 12 points".
func (r *reader) goes(a *doc.Amount, p int) {
	k := p - 1
	joined := r.isOf(k)
	if joined {
		k--
	}
	if !joined && a.Kind != "percent" && a.Kind != "points" {
		return
	}
	lex := r.words.lex
	for tries := 0; tries < 3 && k >= r.lo; tries++ {
		if s, e := r.before(k+1, r.words.direction); e >= 0 && s >= r.used && joined {
			a.Direction = lex.Attr(e, r.words.direction, "direction")
			return
		}
		if r.is(k, r.words.directionVerb) && (joined || tries == 0) && !(r.is(k, r.words.noun) && (r.is(k-1, r.words.determiner) || r.isOf(k-1))) {
			if d := lex.Attr(r.t[k].Word, r.words.directionVerb, "direction"); d != "change" && (joined && a.Kind != "count" || !joined || r.is(k, r.words.verb)) {
				a.Direction = d
			}
			return
		}
		if !r.is(k, r.words.adverb) && !r.is(k, r.words.adjective) {
			return
		}
		k--
	}
}

// right reads what makes the amount inexact behind it: "au moins", "environ", "maximum".
func (r *reader) right(a *doc.Amount, last int) {
	if a.Modifier != "exact" || last >= r.hi || r.t[last].Word < 0 || r.t[last].Gap >= doc.Line {
		return
	}
	end, e := r.longest(last, r.words.approximator)
	if e < 0 && r.isOf(last) { // 40 % de femmes au minimum
		if s, after := r.phrase(last + 1); after > s {
			end, e = r.longest(after, r.words.approximator)
		}
	}
	if e < 0 || r.words.lex.Attr(e, r.words.approximator, "side") == "" {
		return
	}
	if end < r.hi && (r.t[end].Shape&doc.Digit != 0 || r.is(end, r.words.number) || r.role(end) == the || r.is(end, r.words.determiner)) {
		return // it belongs to what follows
	}
	a.Modifier = r.words.lex.Attr(e, r.words.approximator, "modifier")
}

// rate reads what the amount is counted by: "par an", "/mois", "le litre", "annuels".
func (r *reader) rate(a *doc.Amount, k int) {
	if a.Kind == "age" || a.Kind == "share" || a.Kind == "score" {
		return
	}
	lex := r.words.lex
	for tries := 0; tries < 3 && k < r.hi && r.t[k].Gap <= doc.Blank; tries++ {
		switch r.role(k) {
		case by:
			if end, e := r.longest(k+1, r.words.per); e >= 0 {
				a.Per = r.text(k+1, end)
			}
			return
		case the:
			if end, e := r.longest(k+1, r.words.per); e >= 0 && a.Kind == "money" && lex.Attr(e, r.words.per, "name") == "" {
				a.Per = r.text(k+1, end)
			}
			return
		}
		if e := r.t[k].Word; lex.Is(e, r.words.per) {
			a.Per = lex.Attr(e, r.words.per, "name")
			return
		}
		if !r.is(k, r.words.adjective) && !(r.isOf(k) && a.Kind == "money" && tries == 0) {
			return
		}
		k++
	}
}

// bounds sets min and max by the modifier.
func (r *reader) bounds(a *doc.Amount) {
	if !a.HasValue || a.Value < 0 { // jusqu'à -15 °C goes down
		return
	}
	switch a.Modifier {
	case "more_than", "at_least":
		a.Min, a.HasMin = a.Value, true
	case "less_than", "at_most", "almost":
		a.Max, a.HasMax = a.Value, true
	}
}

// telling reads what a share is taken of ("du capital") and what the figure tells of ("un chiffre d'affaires de", "d'amende").
func (r *reader) telling(a *doc.Amount, p, last int) {
	if (a.Kind == "percent" || a.Kind == "share" || a.Kind == "points") && a.Of == "" && r.isOf(last) {
		if s, e := r.phrase(last + 1); e > s {
			a.Of = r.text(s, e)
		}
	}
	if a.Kind == "count" || a.Kind == "age" || a.Kind == "score" {
		return
	}
	if a.Kind == "money" && r.role(last) == of {
		if s, e := r.phrase(last + 1); e > s {
			a.About = r.text(s, e)
			return
		}
	}
	if !r.isOf(p - 1) {
		return
	}
	end := p - 1
	s := end
	for s > r.lo && s > end-5 && (r.is(s-1, r.words.noun) || r.is(s-1, r.words.adjective) && s == end || r.isOf(s-1) && s < end && r.is(s-2, r.words.noun)) {
		if r.isOf(s - 1) {
			s--
			continue
		}
		if r.role(s-1) == have || r.is(s-1, r.words.participle) && r.role(s-2) == have || r.is(s-1, r.words.adverb) {
			break
		}
		if r.is(s-1, r.words.determiner) || r.is(s-1, r.words.pronoun) && !r.is(s-1, r.words.noun) || r.role(s-1) == the || r.is(s-1, r.words.finite) && !r.is(s-1, r.words.noun) {
			break
		}
		s--
	}
	switch r.role(s - 1) {
	case at, to, in, noRole:
		if r.role(s-1) != noRole { // à hauteur de, au lieu de, en comparaison de
			return
		}
	}
	if s < end && !r.is(s, r.words.direction) && !(r.is(s, r.words.directionVerb) && !r.is(s-1, r.words.determiner) && !r.isOf(s-1)) && r.is(s, r.words.noun) && !r.isOf(s) {
		a.About = r.text(s, end)
	}
}

// phrase returns the noun phrase that begins at token k, without its article: "salaire brut", "usagers".
func (r *reader) phrase(k int) (int, int) {
	if r.is(k, r.words.adverb) {
		return k, k
	}
	for k < r.hi && (r.role(k) == the || r.role(k) == own || r.is(k, r.words.determiner) && !r.is(k, r.words.noun)) {
		k++
	}
	if k >= r.hi || r.t[k].Shape&(doc.Punct|doc.Symbol|doc.Digit) != 0 || r.t[k].Gap >= doc.Line {
		return k, k
	}
	e := k
	if r.is(e, r.words.noun) || r.t[e].Word < 0 || r.t[e].Shape&doc.Capital != 0 {
		e++
	} else if r.is(e, r.words.adjective) && r.is(e+1, r.words.noun) {
		e += 2
	} else {
		return k, k
	}
	if e < r.hi && r.t[e].Gap == doc.Blank && r.is(e, r.words.adjective) && !r.is(e, r.words.finite) && !r.is(e, r.words.preposition) && !r.is(e, r.words.adverb) && r.t[e].Shape&doc.Lower != 0 && !strings.HasSuffix(r.t[e].Norm, "'") {
		e++
	}
	return k, e
}

package amount

import "github.com/breve-nlp/breve/extract/doc"

// age decides whether years (months, weeks) are how old somebody is; else they are a duration, which is no amount.
func (r *reader) age(n *number, s *suffix) (int, bool) {
	if n.scale > 1 && !n.noun || n.vague || n.value > 130 && s.unit == "year" || n.value < 0 || !r.old(n, s) {
		return 0, false
	}
	x := *s
	x.kind = "age"
	a, note := r.amount(n, &x)
	r.around(&a, &note, n.first, s.last)
	r.emit(a, note)
	return s.last, true
}

// old looks for the signs of an age around the words: "âgé de 54 ans", "un homme de 54 ans", "Jeanne, 54 ans,", "elle avait dix ans".
func (r *reader) old(n *number, s *suffix) bool {
	next := s.last
	years := s.unit == "year"
	if r.isOf(next) && next+1 < r.hi && (r.isCue(next+1, "term") || r.is(next+1, r.words.adverb) || !r.isCue(next+1, "age") && !r.is(next+1, r.words.preposition)) {
		return false // trois ans de prison, dix ans de plus
	}
	if r.isCue(next, "term") || r.is(next, r.words.adverb) && r.t[next].Gap == doc.Blank && !r.is(next, r.words.approximator) && !r.is(next, r.words.preposition) && !r.finiteAfter(next) {
		return false // trois ans ferme, trois ans plus tard
	}
	p := n.first
	if _, ok := r.cueNear(p-5, p, "age"); ok {
		return true
	}
	start := p // before the words that make it inexact
	if a, e := r.before(p, r.words.approximator); e >= 0 {
		start = a
	}
	if q := start - 2; q >= r.lo && r.t[start-1].Norm == "-" && r.t[q].Shape&doc.Digit != 0 { // 40 - 50 ans
		start = q
		if a, e := r.before(q, r.words.approximator); e >= 0 {
			start = a
		}
	}
	for start > r.lo && (r.role(start-1) == own || r.role(start-1) == the) {
		start--
	}
	if a, e := r.before(p, r.words.approximator); e >= 0 && years && r.words.lex.Attr(e, r.words.approximator, "modifier") != "about" {
		switch r.role(a - 1) {
		case the, own, from, to: // les moins de 18 ans
			return true
		}
	}
	prev := r.role(start - 1)
	switch {
	case r.role(next) == during && !(prev == during): // cinq ans après
		return false
	case prev == have && r.isCue(start-2, "person"):
		return true
	case prev == have:
		return (years || s.unit == "month") && !(r.role(start-2) == there) && !(r.isOf(next) && next+1 < r.hi)
	case prev == during || prev == in:
		return prev == during && r.incise(start-1, next)
	case r.isOf(start - 1):
		return r.personBefore(start-1) && (years || r.isCue(start-2, "person") || r.isCue(start-3, "person"))
	case (prev == at || prev == to) && r.role(start-2) == during: // d'ici à trois ans
		return false
	case (prev == at || prev == to) && years:
		_, term := r.cueNear(start-6, start-1, "sentence")
		return !term && !r.isCue(start-2, "term") && !r.isCue(start-2, "money")
	}
	if p < start {
		return false
	}
	if a, e := r.before(p, r.words.approximator); e >= 0 && years || e >= 0 && r.comparison(a) {
		if r.isOf(a-1) || r.role(a-1) == of {
			return r.personBefore(a - 1)
		}
		if r.personAt(a-1) || r.comparison(a) {
			return true
		}
	}
	if years && start > r.lo && start == p {
		t := &r.t[p-1]
		closed := next >= r.hi || r.t[next].Shape&doc.Punct != 0
		if t.Norm == "," && closed && r.nameBefore(p-1) {
			return true
		}
		if t.Norm == "(" && closed && p-1 > r.lo && r.t[p-2].Shape&doc.Capital != 0 {
			return true
		}
	}
	return false
}

// comparison tells "plus jeunes que trois mois": the words themselves speak of age.
func (r *reader) comparison(a int) bool {
	return r.is(a+1, r.words.cue) && r.isCue(a+1, "person") || r.isCue(a+1, "age")
}

// incise tells ", après trente cinq ans," : an age looked back from, set off by commas.
func (r *reader) incise(p, next int) bool {
	return p > r.lo && r.t[p-1].Norm == "," && next < r.hi && r.t[next].Norm == ","
}

// personBefore tells whether the noun before "de" at token p is a person: "un homme de 54 ans", "la petite fille blonde de 3 ans".
func (r *reader) personBefore(p int) bool {
	for k := p - 1; k >= max(r.lo, p-3); k-- {
		if r.personAt(k) || r.is(k, r.words.office) && (!r.is(k, r.words.adjective) || r.is(k-1, r.words.determiner)) { // un industriel, un partenariat industriel
			return true
		}
		if !r.is(k, r.words.adjective) && r.t[k].Shape&doc.Capital == 0 && !r.is(k, r.words.demonym) {
			return false
		}
	}
	return false
}

func (r *reader) personAt(k int) bool {
	return r.isCue(k, "person") || k > r.lo && r.t[k].Shape&doc.Capital != 0 && r.t[k].Shape&doc.Upper == 0 && r.role(k) == noRole && !r.is(k, r.words.month) && !r.is(k, r.words.finite)
}

// nameBefore tells whether a name or a person stands before the comma at token p: "Jeanne Martin, 54 ans,".
func (r *reader) nameBefore(p int) bool {
	for k := p - 1; k >= max(r.lo, p-4); k-- {
		if r.t[k].Shape&doc.Capital != 0 || r.isCue(k, "person") {
			return true
		}
	}
	return false
}

package amount

import "github.com/breve-nlp/breve/extract/doc"

// span reads two numbers that make one range, "entre 3,2 et 3,4 millions d'euros", "50 à 75 %", "deux ou trois ans", or a change with two
// ends, "passe de 42 à 45 postes", which is two amounts. n and s are its first number.
func (r *reader) span(n *number, s *suffix) (int, bool) {
	k := s.last
	if k+1 >= r.hi || r.t[k].Gap >= doc.Line || n.vague || n.one && s.kind == "" || s.kind == "date" {
		return 0, false
	}
	open, isBetween := r.opened(n.first)
	sep := r.role(k)
	next := k + 1
	switch {
	case sep == at || sep == to:
	case sep == and && isBetween:
	case sep == or:
	case dash(r.t[k].Norm) && r.t[k].Gap == doc.Glued && r.t[k+1].Gap == doc.Glued && n.digits.length > 0:
	default:
		return 0, false
	}
	for next < r.hi && r.role(next) == the && isBetween {
		next++
	}
	if _, e := r.longest(next, r.words.approximator); e >= 0 {
		return 0, false
	}
	if next >= r.hi {
		return 0, false
	}
	m, ok := r.number(next, false)
	if !ok || m.vague || m.fraction || m.special != 0 || m.one || m.unitEntry >= 0 {
		return 0, false
	}
	s2 := r.suffixOf(&m)
	if s2.kind == "date" || s2.kind == "ordinal" {
		return s2.last, true
	}
	if s2.kind == "" && s.kind != "" && s2.last == m.last { // "180 euros à 350" is not written
		return 0, false
	}
	if s.kind != "" && (s.kind != s2.kind || s.currency != s2.currency || s.kind != "count" && s.unit != s2.unit || s.kind == "count" && sep == at) {
		return 0, false
	}
	low := n.value
	if n.scale == 1 && m.scale >= 1000 && low < 1000 && s.kind == "" {
		low *= m.scale
	}
	if n.word && m.word && n.scale == 1 && low <= 9 && m.value >= 200 && m.value <= 900 && s.kind == "" && int(m.value)%100 == 0 { // deux à trois cents
		low *= 100
	}
	if n.digits.length == 4 && s.kind == "" && m.scale >= 1e6 && r.year(n, &suffix{}) { // une dette estimée pour 2025 à 2,9 milliards
		return 0, false
	}
	change := !isBetween && sep != or && (r.changes(n, open) || open < n.first && low > m.value && (s2.kind == "money" || s2.kind == "percent"))
	if !change && low >= m.value || n.digits.zero || n.digits.length == 4 && r.year(n, &suffix{}) && s.kind == "" && (s2.kind == "" || isBetween) {
		return 0, false
	}
	if s2.kind == "time" {
		if !s2.age {
			return s2.last, true
		}
		whole := *n
		whole.last = m.last
		if isBetween { // ils ont entre 60 et 80 ans
			whole.first = open
		}
		bracket := r.t[max(n.first-1, r.lo)].Norm == "(" && s2.last < r.hi && r.t[s2.last].Norm == ")"
		group := (r.role(n.first-1) == the || bracket) && !r.isOf(s2.last) && s2.unit == "year" // les 18-25 ans
		if !group && !r.old(&whole, &s2) {
			return s2.last, true
		}
		s2.kind = "age"
	}
	if s2.kind == "" && (!isBetween || r.named(n)) && !change && m.scale < 1e6 {
		return 0, false
	}
	x := s2
	if s2.kind == "" {
		x.kind = "number"
	}
	if change {
		r.ends(n, &m, s, &x, low)
		return x.last, true
	}
	x.cents = 0
	a, note := r.amount(&m, &x)
	first := n.first
	if open < first {
		first = open
	}
	a.Range = doc.Range{First: first, Last: x.last}
	a.Span = doc.Span{Start: r.t[first].Start, End: r.t[x.last-1].End}
	note.open, note.small = s2.kind == "", m.scale < 1e6
	r.around(&a, &note, first, x.last)
	a.Value, a.HasValue = 0, false
	a.Min, a.Max, a.HasMin, a.HasMax = low, m.value+s2.cents/100, true, true
	a.Modifier = "between"
	r.emit(a, note)
	return x.last, true
}

// opened tells where a range begins: at "entre", or at the "de" of "de 50 à 75 %".
func (r *reader) opened(first int) (int, bool) {
	p := first - 1
	for p > r.lo && (r.role(p) == the || r.is(p, r.words.approximator) && r.role(p) == noRole) {
		p--
	}
	switch r.role(p) {
	case between:
		return p, true
	case of:
		if p == first-1 {
			return p, false
		}
	}
	return first, false
}

// changes tells whether "de A à B" is a change from one to the other: "passé de 200 à 50", "trois postes (de 42 à 45)".
func (r *reader) changes(n *number, open int) bool {
	if open == n.first {
		return false
	}
	if open > r.lo && r.t[open-1].Shape&doc.Open != 0 {
		return true
	}
	for k := open - 1; k >= max(r.lo, open-4); k-- {
		if r.is(k, r.words.directionVerb) {
			w := r.t[k].Word
			return r.words.lex.Attr(w, r.words.directionVerb, "direction") == "change" || r.words.lex.Attr(w, r.words.directionVerb, "level") != ""
		}
		if !r.is(k, r.words.adverb) {
			return false
		}
	}
	return false
}

// ends emits the two ends of a change; the first takes what it leaves out from the second.
func (r *reader) ends(n, m *number, s, x *suffix, low float64) {
	first := *s
	if s.kind == "" {
		first = *x
		first.last = n.last
	}
	first.cents = s.cents
	from := *n
	from.value = low
	a, note := r.amount(&from, &first)
	note.fromTo = 1
	note.open, note.small = x.kind == "number", m.scale < 1e6
	r.around(&a, &note, n.first, first.last)
	r.emit(a, note)
	b, note2 := r.amount(m, x)
	note2.fromTo, note2.open, note2.small = 2, x.kind == "number", m.scale < 1e6
	r.around(&b, &note2, m.first, x.last)
	r.emit(b, note2)
}

package amount

import (
	"math"

	"github.com/breve-nlp/breve/extract/doc"
)

// figure reads the figure that begins at token i, emits what is an amount, and returns the token after it.
func (r *reader) figure(i int) int {
	t := &r.t[i]
	if t.Shape&doc.HasDigit != 0 {
		return r.mixed(i)
	}
	if t.Shape&doc.Digit != 0 {
		if next, ok := r.label(i); ok {
			return next
		}
		if next, ok := r.score(i); ok {
			return next
		}
		if next, ok := r.goals(i); ok {
			return next
		}
	}
	n, ok := r.number(i, r.prefixSign(i))
	if !ok {
		return i + 1
	}
	if n.vague && i > r.lo && r.t[i-1].Shape&doc.Digit != 0 { // 2, 0 milliards: not read as one number
		return n.last
	}
	if n.special != 0 {
		return r.specialWord(&n)
	}
	if n.fraction {
		return r.share(&n)
	}
	if n.one {
		if next, ok := r.oneOf(&n); ok {
			return next
		}
	}
	if next, ok := r.outOf(&n); ok {
		return next
	}
	s := r.suffixOf(&n)
	if n.one && s.kind == "" || s.kind == "ordinal" {
		return i + 1
	}
	if next, ok := r.span(&n, &s); ok {
		return next
	}
	if next, ok := r.list(&n, &s); ok {
		return next
	}
	return r.single(&n, &s)
}

// single emits the amount of one number with what stands behind it.
func (r *reader) single(n *number, s *suffix) int {
	switch s.kind {
	case "date":
		next := s.last
		if next < r.hi && r.t[next].Shape&doc.Digit != 0 { // 8 juillet 2025
			next++
		}
		return next
	case "time":
		if s.age {
			if next, ok := r.age(n, s); ok {
				return next
			}
		}
		return s.last
	case "":
		return r.bare(n)
	case "count":
		if r.named(n) || r.definite(n) || r.year(n, s) {
			return n.last
		}
	case "number", "measure":
		if r.definite(n) && r.role(n.first-1) == own { // ses deux pieds
			return s.last
		}
		if n.digits.length == 4 && r.role(n.first-1) == in && n.value > 1700 && n.value < 2100 && s.unit == "year" {
			return s.last
		}
	}
	a, note := r.amount(n, s)
	r.around(&a, &note, n.first, s.last)
	if s.kind == "points" && s.unit == "point" && n.word && a.Direction == "" { // les deux points suivants
		a.Kind, a.Unit = "count", r.t[s.last-1].Norm
	}
	r.emit(a, note)
	return s.last
}

// amount makes the amount of a number and its suffix.
func (r *reader) amount(n *number, s *suffix) (doc.Amount, note) {
	last := max(s.last, n.last)
	a := doc.Amount{
		Range: doc.Range{First: n.first, Last: last}, Span: doc.Span{Start: n.start, End: r.t[last-1].End},
		Kind: s.kind, Currency: s.currency, Unit: s.unit, Per: s.per, Inferred: s.inferred, Modifier: "exact",
	}
	if n.vague {
		a.Modifier = ""
	} else {
		a.Value, a.HasValue = n.value+s.cents/100, true
		if s.negative && a.Value > 0 {
			a.Value = -a.Value
		}
		if s.kind == "percent" && s.unit == "percent" || s.kind == "points" {
			a.Value = math.Round(a.Value*1e9) / 1e9
		}
	}
	if s.minor != "" {
		a.Unit = s.minor
	}
	if s.kind == "percent" {
		if a.Unit == "percent" {
			a.Unit = ""
		}
	}
	if n.about && !n.vague {
		a.Modifier = "about"
	}
	return a, note{among: s.among, sign: s.sign, scale: n.scale, minor: s.minor != ""}
}

// bare decides on a number without anything behind it.
func (r *reader) bare(n *number) int {
	a, note := r.amount(n, &suffix{kind: "number", last: n.last})
	if next, ok := r.percentBefore(n); ok {
		return next
	}
	if direction := r.factor(n); direction != "" { // multiplié par trois
		a, note = r.amount(n, &suffix{kind: "number", unit: "times", last: n.last})
		r.around(&a, &note, n.first, n.last)
		a.Direction = direction
		r.emit(a, note)
		return n.last
	}
	if z := r.belowZero(n.last); z > 0 && !n.vague { // 10 en dessous de zéro
		s := suffix{kind: "measure", unit: "celsius", inferred: true, negative: true, last: z}
		a, note = r.amount(n, &s)
		r.around(&a, &note, n.first, z)
		r.emit(a, note)
		return z
	}
	if n.word && r.words.lex.Attr(r.t[n.last-1].Word, r.words.number, "alone") != "" || r.role(n.first-1) == forRole && n.digits.grouped && r.used >= n.first-1 {
		return n.last // en quarantaine; 2,8 cas pour 100 000
	}
	if n.vague && r.t[n.first].Shape&doc.Lower == 0 {
		return n.last
	}
	if !n.digits.grouped && n.digits.length > 0 && n.digits.length < 3 && n.value <= 31 && r.singularArticle(n.first-1) { // autour du 23
		return n.last
	}
	big := n.scale >= 1e6
	if n.one || n.vague && !big && n.scale < 1000 && r.role(n.last) != of && !big {
		if n.vague && n.scale < 1000 || n.one {
			return n.last
		}
	}
	if !big && (r.named(n) || r.year(n, &suffix{}) || n.digits.zero) {
		return n.last
	}
	if n.first > 1 && r.t[n.first-1].Norm == "." && r.t[n.first-2].Shape&doc.Digit != 0 { // 1. 6 milliards: a number in pieces
		return n.last
	}
	r.around(&a, &note, n.first, n.last)
	note.open = !n.vague
	note.small = !big
	if !big && !n.digits.grouped && n.scale < 1000 && !note.part && !note.against && (a.Modifier == "exact" || a.Modifier == "") && !r.among(n, &note) {
		return n.last
	}
	r.emit(a, note)
	return n.last
}

// factor returns where a figure goes that is multiplied or divided by the number, "" where it is not.
func (r *reader) factor(n *number) string {
	p := n.first
	if a, e := r.before(p, r.words.approximator); e >= 0 {
		p = a
	}
	if r.role(p-1) != by || !r.is(p-2, r.words.directionVerb) || n.vague || n.one {
		return ""
	}
	w := r.t[p-2].Word
	if r.words.lex.Attr(w, r.words.directionVerb, "factor") == "" {
		return ""
	}
	return r.words.lex.Attr(w, r.words.directionVerb, "direction")
}

func (r *reader) finiteAfter(i int) bool { return r.is(i, r.words.finite) }

// singularArticle tells "le", "du", "au": before a bare small number they make a day.
func (r *reader) singularArticle(p int) bool {
	switch r.role(p) {
	case the, from, to:
		last := r.t[p].Norm[len(r.t[p].Norm)-1]
		return last != 's' && last != 'x'
	}
	return false
}

// among tells whether the number is said of others: "300 salariés sur 900", "30 000 des 35 000 communes", "de 42 à 45 postes".
func (r *reader) among(n *number, note *note) bool {
	if n.digits.length == 0 && !n.digits.grouped && !n.word {
		return false
	}
	k := len(r.out) - 1
	if k < 0 {
		return r.beforeWhole(n.last)
	}
	if x := r.role(n.first - 1); r.notes[k].part && r.notes[k].sentence == r.sentence && (x == and || r.t[n.first-1].Norm == ",") && n.first-r.out[k].Last <= 8 { // dont 700 à Lyon et 800 à Nantes
		note.part = true
		return true
	}
	if r.beforeWhole(n.last) {
		return true
	}
	if r.role(n.first-1) == on {
		return r.notes[k].sentence == r.sentence && r.out[k].Last == n.first-1 && r.out[k].Kind == "count"
	}
	return false
}

// beforeWhole tells "400 de ses 2 000 agences", "cinq des onze joueurs": the whole follows at token k.
func (r *reader) beforeWhole(k int) bool {
	if !r.isOf(k) {
		return false
	}
	if k++; r.role(k) == own {
		k++
	} else if r.role(k-1) != from {
		return false
	}
	return k < r.hi && (r.t[k].Shape&doc.Digit != 0 || r.is(k, r.words.number) && r.role(k) != one && !r.is(k, r.words.adjective) && r.words.lex.Attr(r.word(k), r.words.number, "kind") != "ordinal")
}

// named tells whether the number belongs to a name or is a label: "article 12", "Boeing 737", "Europe 1".
func (r *reader) named(n *number) bool {
	p := n.first - 1
	if p < r.lo || n.scale > 1 || n.vague {
		return false
	}
	if r.t[n.first].Gap > doc.Blank {
		return false
	}
	if !n.digits.grouped && (n.word || n.digits.whole) && r.numberedBefore(n.first) {
		return true
	}
	if n.word || n.digits.grouped || !n.digits.whole || n.value >= 1000 || r.heading() {
		return false
	}
	t := &r.t[p]
	if t.Shape&doc.Capital == 0 || p == r.lo {
		return false
	}
	if n.last < r.hi && r.t[n.last].Gap == doc.Blank && r.head(n, n.last, n.value >= 2) >= 0 && t.Shape&doc.Upper != 0 {
		return false
	}
	if t.Word < 0 {
		return true
	}
	set := r.words.lex.Set(t.Word)
	return !set.Has(r.words.finite) && !set.Has(r.words.preposition) && !set.Has(r.words.determiner) && !set.Has(r.words.conjunction) && !set.Has(r.words.pronoun) && !set.Has(r.words.adverb)
}

// numberedBefore tells whether a noun whose number is a label stands before token i: "article 12", "n° 5", "pages 3".
func (r *reader) numberedBefore(i int) bool {
	if _, e := r.before(i, r.words.numbered); e >= 0 {
		return true
	}
	return false
}

// definite tells "les deux hommes", "ses deux filles": known people and things, not how many there are.
func (r *reader) definite(n *number) bool {
	if !n.word || n.value != 2 || n.last != n.first+1 {
		return false
	}
	switch r.role(n.first - 1) {
	case the, own, from, to:
		return true
	}
	return false
}

// year tells a year: "en 2017", "la présidentielle de 2022".
func (r *reader) year(n *number, s *suffix) bool {
	if n.digits.length != 4 || n.scale != 1 || n.value < 1000 || n.value > 2200 {
		return false
	}
	if s.kind == "" {
		return n.value >= 1500 && n.value <= 2150
	}
	if n.value < 1900 || n.value > 2100 {
		return false
	}
	p := n.first - 1
	switch r.role(p) {
	case in, during:
		return true
	case of, from:
		return p > r.lo && (r.is(p-1, r.words.month) || r.is(p-1, r.words.noun) && r.t[n.last].Shape&doc.Capital != 0)
	}
	return r.is(p, r.words.month) || r.is(p, r.words.weekday)
}

package amount

import (
	"math"

	"github.com/breve-nlp/breve/extract/doc"
)

// share reads a fraction in words: "un quart du capital", "les deux tiers", "la moitié des élus"; and "un quart de litre", a measure.
func (r *reader) share(n *number) int {
	if r.isOf(n.last) {
		s := suffix{last: n.last}
		if r.measured(n, n.last, &s) && s.kind == "measure" || r.money(n, n.last, &s) {
			a, note := r.amount(n, &s)
			r.around(&a, &note, n.first, s.last)
			r.emit(a, note)
			return s.last
		}
		if s.kind != "" { // un quart d'heure
			return max(s.last, n.last)
		}
	}
	lone := n.last == n.first+1
	det := r.role(n.first - 1)
	follows := r.isOf(n.last)
	if follows && n.last+1 < r.hi && r.isCue(n.last+1, "round") { // quarts de finale
		return n.last
	}
	noun := n.last < r.hi && (r.is(n.last, r.words.noun) || r.is(n.last, r.words.adjective)) && !r.is(n.last, r.words.preposition) && !r.is(n.last, r.words.finite)
	switch {
	case n.ordinal && (!follows || lone && !n.one):
		return n.last
	case lone && n.value == 0.5 && det != the && (det != own || !follows): // à moitié, moitié-moitié, sa moitié
		return n.last
	case lone && n.value == 0.5 && noun && !follows: // la moitié sud
		return n.last
	case lone && n.value == 0.5:
	case lone && r.t[n.first].Shape&doc.Symbol != 0:
	case lone && !n.one && (!follows || det != the && det != from && det != to):
		return n.last
	case n.value == 0.3333 && !follows: // un tiers: somebody else
		return n.last
	case noun:
		return n.last
	}
	s := suffix{kind: "share", last: n.last}
	a, note := r.amount(n, &s)
	r.around(&a, &note, n.first, n.last)
	r.emit(a, note)
	return n.last
}

// outOf reads "deux Français sur trois", "neuf sur dix"; the number is what stands before "sur".
func (r *reader) outOf(n *number) (int, bool) {
	if n.scale > 1 || n.vague || n.value < 1 || n.value > 100 || n.value != math.Floor(n.value) {
		return 0, false
	}
	k := n.last
	for tries := 0; k < r.hi && r.role(k) != on; tries++ {
		if tries == 3 || r.t[k].Shape&(doc.Punct|doc.Symbol|doc.Digit|doc.HasDigit) != 0 || r.is(k, r.words.finite) && !r.is(k, r.words.noun) || r.is(k, r.words.unitWord) && !r.is(k, r.words.noun) {
			return 0, false
		}
		k++
	}
	if k+1 >= r.hi || r.role(k) != on || k > n.last && !(r.is(n.last, r.words.noun) || r.is(n.last, r.words.adjective) || r.t[n.last].Shape&doc.Capital != 0) {
		return 0, false
	}
	if k > n.last && r.is(n.last, r.words.unitWord) {
		return 0, false
	}
	m, ok := r.number(k+1, false)
	if !ok || m.scale > 1 && m.value != 1000 && !n.one || m.vague || m.one || m.fraction || m.special != 0 || m.value <= n.value || m.value > 1000 && !n.one || m.value != math.Floor(m.value) {
		return 0, false
	}
	if !n.one && m.value > 10 && m.value != 12 && m.value != 20 && m.value != 100 && m.value != 1000 || m.digits.grouped && m.value != 1000 {
		return 0, false
	}
	s := r.suffixOf(&m)
	if s.kind != "" {
		return 0, false
	}
	whole := number{first: n.first, last: m.last, start: n.start, end: m.end, value: ratio(n.value, m.value), scale: 1}
	a, note := r.amount(&whole, &suffix{kind: "share", last: m.last})
	if k > n.last {
		a.Of = r.text(n.last, k)
	}
	r.around(&a, &note, n.first, m.last)
	r.emit(a, note)
	return m.last, true
}

// oneOf reads "un Français sur trois", which begins with an article.
func (r *reader) oneOf(n *number) (int, bool) {
	if n.last-n.first != 1 || n.value != 1 {
		return 0, false
	}
	k := n.last
	for tries := 0; tries < 3 && k < r.hi && r.t[k].Shape&(doc.Punct|doc.Symbol) == 0; tries++ {
		if r.role(k) == on {
			return r.outOf(n)
		}
		k++
	}
	return 0, false
}

// ratio is a share with four decimals, or as it is where that would leave nothing of it.
func ratio(a, b float64) float64 {
	v := a / b
	if v < 0.001 {
		return v
	}
	return math.Round(v*1e4) / 1e4
}

package amount

import (
	"math"

	"github.com/breve-nlp/breve/extract/doc"
)

// wholes points from the parts to the whole: "1 200 postes, dont 400 à Lyon", "300 salariés sur 900".
func (r *reader) wholes() {
	for k := 1; k < len(r.out); k++ {
		if r.notes[k].sentence != r.notes[k-1].sentence {
			continue
		}
		a, b := &r.out[k-1], &r.out[k]
		r.bound(k)
		if (r.role(a.Last) == on || r.role(a.Last) == from || r.role(a.Last) == of && r.role(a.Last+1) == own) && b.First-a.Last <= 3 && a.Kind == b.Kind && a.HasValue && b.HasValue && a.Value <= b.Value {
			a.Whole = k
		}
		if !r.notes[k].part {
			continue
		}
		whole := k - 1
		for whole > 0 && r.notes[whole-1].sentence == r.notes[k].sentence && (r.out[whole].Kind != b.Kind || r.out[whole].Currency != b.Currency) {
			whole--
		}
		if r.out[whole].Whole != doc.None && r.notes[whole].part { // dont 700 à Lyon et 800 à Nantes
			whole = r.out[whole].Whole
		}
		if whole >= k || !r.comparable(whole, k) {
			continue
		}
		b.Whole = whole
		r.otherParts(k, whole)
	}
}

// otherParts points the figures that go on after "dont" to the same whole: "dont 400 à Lyon, 200 à Lille et 100 à Nantes".
func (r *reader) otherParts(k, whole int) {
	for j := k + 1; j < len(r.out) && r.notes[j].sentence == r.notes[k].sentence && !r.notes[j].part; j++ {
		if !r.comparable(whole, j) || r.out[j].Unit != r.out[k].Unit || r.out[j].Unit != r.out[whole].Unit {
			return
		}
		between := r.out[j].First - r.out[j-1].Last
		if between > 8 {
			return
		}
		r.out[j].Whole = whole
	}
}

func (r *reader) comparable(whole, k int) bool {
	a, b := &r.out[whole], &r.out[k]
	return r.notes[whole].sentence == r.notes[k].sentence && a.Kind == b.Kind && a.Currency == b.Currency && a.HasValue && b.HasValue && b.Value <= a.Value
}

// check compares what the article says twice: parts with their whole, a change in percent with its ends.
func (r *reader) check() {
	for k := range r.out {
		if r.out[k].HasValue && r.contradicts(k) {
			r.d.Warn("bad_sum", "Des chiffres de l’article se contredisent : "+r.d.Words(r.out[k].Range)+".")
			return
		}
	}
}

func (r *reader) contradicts(k int) bool {
	a := &r.out[k]
	sum, parts := 0.0, 0
	for j := k + 1; j < len(r.out) && r.notes[j].sentence == r.notes[k].sentence; j++ {
		b := &r.out[j]
		if b.Whole == k && b.HasValue {
			sum += b.Value
			parts++
		}
		if r.notes[k].fromTo == 1 && j == k+1 && r.notes[j].fromTo == 2 && r.wrongChange(k, j) {
			return true
		}
	}
	return parts > 0 && sum > a.Value*1.005 && a.Modifier != "more_than" && a.Modifier != "at_least" && a.Modifier != "about"
}

// wrongChange tells whether a percentage with a direction does not fit "de A à B" in the same sentence.
func (r *reader) wrongChange(from, to int) bool {
	a, b := r.out[from].Value, r.out[to].Value
	if a <= 0 || b <= 0 || r.out[from].Kind != r.out[to].Kind {
		return false
	}
	real := (b - a) / a * 100
	for j := max(0, from-2); j < len(r.out) && j <= to+2; j++ {
		p := &r.out[j]
		if r.notes[j].sentence != r.notes[from].sentence || p.Kind != "percent" || !p.HasValue || p.Direction == "" || j == from || j == to || p.Of != "" {
			continue
		}
		told := math.Abs(p.Value)
		if p.Direction == "down" {
			told = -told
		}
		if (told > 0) != (real > 0) || math.Abs(told-real) > 2+math.Abs(told)/8 {
			return true
		}
	}
	return false
}

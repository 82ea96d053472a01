package amount

import "github.com/breve-nlp/breve/extract/doc"

// score reads the result of a match, "3-1", "6-4"; "15-20 personnes", "18-25 ans" are ranges, "2019-2020" is a season.
func (r *reader) score(i int) (int, bool) {
	if i+2 >= r.hi || r.t[i+1].Gap != doc.Glued || r.t[i+2].Gap != doc.Glued || r.t[i+2].Shape&doc.Digit == 0 || !dash(r.t[i+1].Norm) {
		return 0, false
	}
	if i+3 < r.hi && r.t[i+3].Gap == doc.Glued && dash(r.t[i+3].Norm) || i > r.lo && r.t[i].Gap == doc.Glued && dash(r.t[i-1].Norm) {
		k := i + 1 // 06-12-34-56: a number of something else
		for k < r.hi && r.t[k].Gap == doc.Glued {
			k++
		}
		return k, true
	}
	a, ok1 := parseDigits(r.d.Slice(r.t[i].Span), false)
	b, ok2 := parseDigits(r.d.Slice(r.t[i+2].Span), false)
	if !ok1 || !ok2 {
		return 0, false
	}
	if a.length == 4 && b.length >= 2 && a.value > 1500 && a.value < 2150 {
		return i + 3, true
	}
	m, ok := r.number(i+2, false)
	if !ok {
		return 0, false
	}
	s := r.suffixOf(&m)
	if s.kind != "" && !(s.kind == "count" && a.value >= b.value) {
		if s.kind == "date" {
			return s.last, true
		}
		return 0, false // a range
	}
	if !a.whole || !b.whole || a.length == 0 || b.length == 0 || a.value > 199 || b.value > 199 || a.zero || b.zero || a.negative || r.numberedBefore(i) || r.is(i-1, r.words.unitWord) || r.role(i-1) == the {
		return i + 3, true
	}
	if i > r.lo && r.t[i].Gap == doc.Glued && r.t[i-1].Shape&(doc.Open|doc.Elided) == 0 {
		return i + 3, true
	}
	if k := i + 3; k < r.hi && (r.is(k, r.words.numbered) || r.t[k].Norm == "," && r.is(k+1, r.words.numbered)) { // 38-40, rue
		return k, true
	}
	x := doc.Amount{Range: doc.Range{First: i, Last: i + 3}, Kind: "score", Modifier: "exact"}
	r.emit(x, note{})
	return i + 3, true
}

// goals reads the result in words: "mènent 2 à 1", "3 buts à 0" says a count.
func (r *reader) goals(i int) (int, bool) {
	if i+2 >= r.hi || r.role(i+1) != at || r.t[i+2].Shape&doc.Digit == 0 || r.isOf(i-1) || i == r.lo || r.role(i-1) == between {
		return 0, false
	}
	a, ok1 := parseDigits(r.d.Slice(r.t[i].Span), false)
	b, ok2 := parseDigits(r.d.Slice(r.t[i+2].Span), false)
	if !ok1 || !ok2 || a.length == 0 || b.length == 0 || a.length > 2 || b.length > 2 || a.value > 15 || b.value > a.value || a.zero || b.zero {
		return 0, false
	}
	if k := i + 3; k < r.hi && r.t[k].Shape&(doc.Punct|doc.Close) == 0 && r.role(k) == noRole {
		return 0, false
	}
	x := doc.Amount{Range: doc.Range{First: i, Last: i + 3}, Kind: "score", Modifier: "exact"}
	r.emit(x, note{})
	return i + 3, true
}

func dash(s string) bool { return s == "-" || s == "–" || s == "—" || s == "−" }

package date

import (
	"strconv"

	"github.com/breve-nlp/breve/extract/doc"
)

// durationAt reads a duration, and what stands after it: "trois ans plus tard".
func (r *reader) durationAt(i int) int { return r.spanAt(i, i) }

func (r *reader) spanAt(start, i int) int {
	q, end := r.quantity(i)
	if end == i {
		return r.rangeAt(start, i)
	}
	if r.isAge(start, end, q) {
		return end
	}
	if !r.measured(start, end, q) {
		return i
	}
	if r.kindAt(r.prev(start)) == kPartOf {
		start = i
	}
	switch k := r.kindAt(end); k {
	case kLater, kEarlier:
		return r.offset(start, r.next(end), q, k == kLater)
	case kAfter, kBefore:
		if end+1 >= r.last || r.d.Tokens[end+1].Is(doc.Punct) && r.norm(end+1) != "\"" && r.norm(end+1) != "«" {
			return r.offset(start, end+1, q, k == kAfter)
		}
	}
	r.emit(start, end, "DURATION", q.value(), r.approx(start), true, "date.duration")
	return end
}

// rangeAt reads a number whose unit stands after a second number: "de 8 à 24 mois", "trois ou quatre mois".
func (r *reader) rangeAt(start, i int) int {
	n, k := r.count(i)
	if k == i || r.marks[i].has(flagFraction|flagCount) {
		return i
	}
	if kd := r.kindAt(k); kd != kAnd && kd != kTo && r.norm(k) != "-" && r.norm(k) != "–" {
		return r.ellipsis(i, k, n)
	}
	if r.marks[i].unit == 4 && n > 1000 && n < 2200 && r.marks[i].kind == kDigits { // en 2004 à 14 mois
		return i
	}
	j := k + 1
	if r.kindAt(j) != kDigits && r.kindAt(j) != kNumber {
		return i
	}
	q, end := r.quantity(j)
	if end == j || q.vague {
		return i
	}
	if r.isAge(start, end, q) || r.agesFrom(start, end, q) {
		return end
	}
	first := quantity{n: n, unit: q.unit}
	if c := r.marks[end-1]; c.kind == kUnit && c.n > 1 {
		first.n *= int(c.n)
	}
	r.emit(start, k, "DURATION", first.value(), "", true, "date.range")
	r.emit(j, end, "DURATION", q.value(), "", true, "date.range")
	return end
}

// ellipsis reads "un" in "trois ans de prison, dont un avec sursis".
func (r *reader) ellipsis(i, k, n int) int {
	if r.kindAt(r.prev(i)) != kPartOf || r.kindAt(k) != kSuspended || len(r.out) == 0 {
		return i
	}
	last := &r.out[len(r.out)-1]
	if last.Type != "DURATION" || last.First < r.first || len(last.Value) < 3 {
		return i
	}
	v := last.Value
	r.emit(i, k, "DURATION", "P"+strconv.Itoa(n)+v[len(v)-1:], "", true, "date.ellipsis")
	return k
}

// approx is APPROX where the words before say so.
func (r *reader) approx(start int) string {
	p := r.prev(start)
	switch r.kindAt(p) {
	case kToward, kAlmost:
		return "APPROX"
	case kOf:
		if k := r.kindAt(r.prev(p)); k == kAlmost || k == kToward {
			return "APPROX"
		}
	}
	return ""
}

// measured keeps "un jour", "une année", "une seconde" to where a length is meant.
func (r *reader) measured(start, end int, q quantity) bool {
	if !q.word || q.months+q.days+q.rest+q.hours > 0 {
		return true
	}
	if q.unit == unitSecond && q.n == 1 && end < r.last && (r.countable(end) || r.d.Tokens[end].Is(doc.Open)) { // une seconde vie
		return false
	}
	p := r.prev(start)
	before := r.kindAt(p)
	switch {
	case q.n != 1 || q.unit == unitMonth || q.unit == unitHour || q.unit == unitMinute || q.unit == unitSecond || q.unit == unitWeek:
		return true
	case q.unit == unitYear && r.marks[end-1].kind == kUnit && r.norm(end-1) != "" && len(r.norm(end-1)) <= 2: // un an
		return true
	case r.kindAt(end) == kLater || r.kindAt(end) == kEarlier || r.kindAt(end) == kAfter || r.kindAt(end) == kBefore:
		return true
	}
	switch before {
	case kDuring, kSince, kIn, kAfter, kWithin, kAgo, kAlmost, kToward, kUnder, kBy:
		return true
	}
	return false
}

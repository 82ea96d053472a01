package date

import "github.com/breve-nlp/breve/extract/doc"

// numericAt reads 8/7 and 08.07.25.
func (r *reader) numericAt(i int) (moment, int) {
	m := &r.marks[i]
	y, mo, d := int(m.n>>9), int(m.n>>5&15), int(m.n&31)
	if m.has(flagShort) {
		switch r.kindAt(r.prev(i)) {
		case kArticle, kTo, kOf, kWeekday, kAnd, kUntil:
		default:
			return moment{}, i
		}
	}
	if r.glued(i+1) && r.kindAt(i+2) == kDigits && r.glued(i+2) { // 03.20.02.14.15 is a telephone number
		return moment{}, i
	}
	t := r.dayOfMonth(d, mo, y, 0, i, i+1)
	if s := r.d.Slice(r.d.Tokens[i].Span); len(s) >= 16 && s[10] == 'T' {
		h, a := digits(s[11:13])
		min, b := digits(s[14:16])
		if a && b && h < 24 && min < 60 {
			t.clock = h*60 + min
		}
	}
	return t, i + 1
}

// dashed reads 2015-3-3, which is five tokens.
func (r *reader) dashed(i int) (moment, int) {
	if i+4 >= r.last || r.marks[i].unit != 4 || r.norm(i+1) != "-" || r.norm(i+3) != "-" || r.kindAt(i+2) != kDigits || r.kindAt(i+4) != kDigits ||
		!r.glued(i+1) || !r.glued(i+2) || !r.glued(i+3) || !r.glued(i+4) {
		return moment{}, i
	}
	y, mo, d := int(r.marks[i].n), int(r.marks[i+2].n), int(r.marks[i+4].n)
	if !valid(y, mo, d) {
		return moment{}, i
	}
	return moment{grain: grainDay, y: y, m: mo, d: d, clock: -1}, i + 5
}

// spaced reads "20 02 14" and, after an article, "le 17 2".
func (r *reader) spaced(i int) (moment, int) {
	d, k := r.dayDigits(i)
	if d == 0 || r.kindAt(i) != kDigits || r.kindAt(i-1) == kDigits || r.kindAt(k) != kDigits {
		return moment{}, i
	}
	mo := r.marks[k]
	if mo.n < 1 || mo.n > 12 || mo.unit > 2 || mo.has(flagFraction) || r.d.Tokens[k].Gap != doc.Blank {
		return moment{}, i
	}
	if r.kindAt(k+1) == kDigits {
		y := r.marks[k+1]
		if r.kindAt(k+2) == kDigits || y.unit != 2 && y.unit != 4 || y.unit == 4 && (y.n < 1900 || y.n > 2100) || y.has(flagFraction) {
			return moment{}, i
		}
		year := int(y.n)
		if y.unit == 2 {
			year = century(year)
		}
		if !valid(year, int(mo.n), d) || r.countable(k+2) {
			return moment{}, i
		}
		return r.dayOfMonth(d, int(mo.n), year, 0, i, k+2), k + 2
	}
	if r.kindAt(i-1) != kArticle || r.countable(k+1) || r.kindAt(k+1) == kUnit {
		return moment{}, i
	}
	return r.dayOfMonth(d, int(mo.n), 0, 0, i, k+1), k + 1
}

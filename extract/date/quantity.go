package date

import (
	"strconv"

	"github.com/breve-nlp/breve/extract/doc"
)

// quantity is a length of time as it stands in the text.
type quantity struct {
	n      int // how many of the unit
	unit   unit
	months int // "et demi" of a year or month, in months; days for months and weeks below
	days   int
	hours  int
	rest   int // minutes of an hour, seconds of a minute
	frac   string
	vague  bool // some: "plusieurs mois"
	word   bool // the number was "un" or "une"
}

// value writes P3Y, PT1H30M, P1Y6M, PXD.
func (q quantity) value() string {
	before, after := q.unit.letters()
	if q.vague {
		return before + "X" + after
	}
	if q.frac != "" {
		return before + q.frac + after
	}
	s := before
	if q.n > 0 || q.rest == 0 && q.months == 0 && q.days == 0 && q.hours == 0 {
		s += strconv.Itoa(q.n) + after
	}
	if q.months > 0 {
		s += strconv.Itoa(q.months) + "M"
	}
	if q.days > 0 {
		s += strconv.Itoa(q.days) + "D"
	}
	if q.hours > 0 {
		s += "T" + strconv.Itoa(q.hours) + "H"
	}
	if q.rest > 0 {
		if q.unit == unitHour {
			s += strconv.Itoa(q.rest) + "M"
		} else {
			s += strconv.Itoa(q.rest) + "S"
		}
	}
	return s
}

// count reads a number in digits or words.
func (r *reader) count(i int) (n, end int) {
	if i >= r.last {
		return 0, i
	}
	if r.marks[i].kind == kDigits {
		return int(r.marks[i].n), i + 1
	}
	total, k := 0, i
	for k < r.last && k < i+12 { // no number has more words
		m := &r.marks[k]
		if m.kind == kAnd && k > i && r.kindAt(k+1) == kNumber && (r.marks[k+1].n == 1 || r.marks[k+1].n == 11) && total >= 20 {
			k++
			continue
		}
		if m.kind != kNumber || m.has(flagCount) && k > i && total != 1 {
			break
		}
		switch v := int(m.n); {
		case (v == 100 || v == 1000) && total > 0 && !m.has(flagCount):
			if total < 1e6 {
				total *= v
			}
		case m.has(flagCount):
			total = v
		case k > i && total%10 != 0 && !(total >= 60 && v >= 10):
			return total, k
		case v == 20 && total == 4:
			total = 80
		default:
			total += v
		}
		k++
		if m.has(flagCount) {
			break
		}
	}
	return total, k
}

// quantity reads "trois ans", "un mois et demi", "une demi-heure", "2 h 30", "une dizaine de jours", "20 prochaines années", "plusieurs mois".
func (r *reader) quantity(i int) (quantity, int) {
	var q quantity
	if i >= r.last {
		return q, i
	}
	k := i
	m := &r.marks[i]
	half := false
	switch m.kind {
	case kClock:
		if m.has(flagShort) {
			return q, i
		}
		return quantity{n: int(m.n) / 60, unit: unitHour, rest: int(m.n) % 60}, i + 1
	case kVague:
		q.vague = true
		k = r.next(i)
	case kDigits, kNumber:
		q.n, k = r.count(i)
		if k == i {
			return q, i
		}
		q.word = m.kind == kNumber && q.n == 1
		if m.has(flagFraction) {
			s := []byte(r.norm(i))
			for p := range s {
				if s[p] == ',' {
					s[p] = '.'
				}
			}
			q.frac = string(s)
		}
		if r.marks[k-1].has(flagCount) {
			if !r.of(k) {
				return q, i
			}
			q.vague = q.n >= 1000 || !r.singular(k-1) // des dizaines d'années
			k++
		}
		switch r.kindAt(k) {
		case kQuarter: // un quart d'heure, trois quarts d'heure
			if r.kindAt(k+1) == kOf && r.kindAt(k+2) == kUnit && r.marks[k+2].unit == unitHour {
				return quantity{n: q.n * 15, unit: unitMinute}, k + 3
			}
			return q, i
		case kHalf: // une demi heure
			half = true
			k++
		case kAnd:
			return q, i
		}
		if r.glued(k) && (r.norm(k) == "'" || r.norm(k) == "′") && m.kind == kDigits && m.unit <= 3 && !(k+1 < r.last && r.glued(k+1) && !r.d.Tokens[k+1].Is(doc.Punct)) {
			return quantity{n: q.n, unit: unitMinute}, k + 1
		}
	case kHalf:
		half = true
		k = i + 1
	case kLast, kNext:
		k = r.next(i)
		if e := 0; r.kindAt(k) == kDigits || r.kindAt(k) == kNumber {
			if q.n, e = r.count(k); e > k && r.kindAt(e) == kUnit {
				k = e
			}
		} else {
			q.vague = true
		}
	default:
		return q, i
	}
	for n := 0; n < 4 && (r.kindAt(k) == kLast || r.kindAt(k) == kNext || r.kindAt(k) == kVague || r.kindAt(k) == kHalf && !half); n++ {
		if r.kindAt(k) == kHalf {
			half = true
		}
		k = r.next(k)
	}
	if r.kindAt(k) != kUnit {
		return q, i
	}
	if c := &r.marks[k]; c.has(flagCount) && r.of(k+1) && r.kindAt(k+2) == kUnit && q.word { // une quinzaine de jours
		q.n, q.word = attr(r.lex, c.entry, r.classes.number, "value"), false
		k += 2
	}
	u := &r.marks[k]
	q.unit = u.unit
	if u.has(flagShort) && (m.kind != kDigits || q.vague) {
		return q, i
	}
	if u.has(flagWeak) || u.has(flagCount) && (q.word || q.vague && m.kind != kVague) {
		if !u.has(flagCount) || r.of(r.next(k)) {
			return q, i
		}
	}
	switch {
	case u.n == 0: // demi-heure, demi-journée
		half = true
		if u.has(flagPlural) && q.n > 1 {
			switch u.unit {
			case unitHour:
				return quantity{n: q.n * 30, unit: unitMinute}, r.next(k)
			default:
				return quantity{n: q.n * 12, unit: unitHour}, r.next(k)
			}
		}
	case u.n > 1:
		q.n *= int(u.n)
		if q.vague && u.unit == unitYear {
			q.vague = true
		}
	}
	k = r.next(k)
	if half {
		if u.n > 1 {
			q.n = int(u.n) / 2
			return q, k
		}
		switch u.unit {
		case unitHour:
			return quantity{n: 30, unit: unitMinute, word: true}, k
		case unitDay:
			return quantity{n: 12, unit: unitHour, word: true}, k
		case unitYear:
			return quantity{n: 6, unit: unitMonth, word: true}, k
		case unitMinute:
			return quantity{n: 30, unit: unitSecond, word: true}, k
		}
		return q, i
	}
	if r.kindAt(k) == kAnd && r.kindAt(k+1) == kHalf && !q.vague {
		switch u.unit {
		case unitYear:
			if u.n == 1 {
				q.months = 6
			} else {
				q.n += int(u.n) / 2
			}
		case unitMonth:
			q.days = 15
		case unitWeek:
			q = quantity{n: q.n*7 + 3, unit: unitDay}
		case unitDay:
			q.hours = 12
		case unitHour, unitMinute:
			q.rest = 30
		}
		return q, k + 2
	}
	if u.unit == unitHour && r.kindAt(k) == kAnd && r.kindAt(k+1) == kQuarter {
		q.rest = 15
		return q, k + 2
	}
	// 2 h 30, 3 minutes 20 secondes, deux heures et vingt minutes, un an et trois mois
	j := k
	if r.kindAt(j) == kAnd {
		j++
	}
	if (u.unit == unitHour || u.unit == unitMinute) && q.frac == "" && !q.vague && (r.kindAt(j) == kDigits || r.kindAt(j) == kNumber) {
		if n, e := r.count(j); e > j && n < 60 {
			if r.kindAt(e) == kUnit && r.marks[e].unit == u.unit-1 {
				q.rest = n
				return q, e + 1
			}
			if j == k && r.marks[j].kind == kDigits && r.marks[j].unit == 2 && r.kindAt(e) != kUnit && r.kindAt(e) != kMonth && !r.countable(e) {
				q.rest = n
				return q, e
			}
		}
	}
	if (u.unit == unitYear && u.n == 1) && !q.vague && j > k && (r.kindAt(j) == kDigits || r.kindAt(j) == kNumber) {
		if n, e := r.count(j); e > j && r.kindAt(e) == kUnit && r.marks[e].unit == unitMonth && n < 12 {
			q.months = n
			return q, e + 1
		}
	}
	return q, k
}

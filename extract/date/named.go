package date

import "github.com/breve-nlp/breve/extract/doc"

// beside reads "veille", "lendemain": counted from what follows ("la veille de Noël") or from the day named last.
func (r *reader) beside(i int) (moment, int) {
	n := int(r.marks[i].n)
	k := r.next(i)
	switch r.kindAt(r.prev(i)) {
	case kArticle, kTo, kFrom, kSince, kUntil, kThis, kOf:
	default:
		return moment{}, i
	}
	j := k
	for r.kindAt(j) == kOf || r.kindAt(j) == kArticle {
		j++
	}
	if j > k {
		if r.of(k) {
			if t, e := r.point(j); e > j && t.grain == grainDay {
				if !t.floats && t.y > 0 && t.weekday == 0 && t.m > 0 {
					return dayMoment(t.number() + n), e
				}
				return moment{grain: grainDay, clock: -1, floats: true}, e
			}
			return moment{}, i // la veille du match: the day of the match is not known
		}
	}
	if r.kindAt(r.prev(i)) == kOf && r.singular(r.prev(i)) && !r.d.Tokens[r.prev(i)].Is(doc.Lower) {
		return moment{}, i
	}
	t := r.base(i, k)
	if t.floats {
		return t, k
	}
	return dayMoment(t.number() + n), k
}

// holiday reads "Noël", "la Toussaint 2019", "14-Juillet", "la rentrée 2024".
func (r *reader) holiday(i int) (moment, int) {
	m := &r.marks[i]
	c := r.classes.holiday
	k := r.next(i)
	y := 0
	e := k
	if r.kindAt(k) == kDigits && r.marks[k].unit == 4 && r.marks[k].n >= 1000 && r.marks[k].n < 2200 {
		y, e = int(r.marks[k].n), k+1
	} else if r.of(k) && r.kindAt(k+1) == kDigits && r.marks[k+1].unit == 4 && r.marks[k+1].n >= 1000 && r.marks[k+1].n < 2200 {
		y, e = int(r.marks[k+1].n), k+2
	}
	own := attr(r.lex, m.entry, c, "year")
	if own != 0 {
		y = own
	}
	month, day := attr(r.lex, m.entry, c, "month"), attr(r.lex, m.entry, c, "day")
	weak := m.has(flagWeak)
	if weak && y == 0 {
		switch r.kindAt(r.beforeArticle(i)) {
		case kTo, kFrom, kFor, kUntil, kBefore, kAfter, kBy, kThis, kSince:
		default:
			return moment{}, i
		}
		if r.kindAt(r.prev(i)) == kThis {
			return moment{}, i
		}
	}
	at := func(y int) int {
		switch {
		case r.lex.Attr(m.entry, c, "easter") != "":
			return easter(y) + attr(r.lex, m.entry, c, "easter")
		case attr(r.lex, m.entry, c, "nth") != 0:
			n := nthWeekday(y, month, attr(r.lex, m.entry, c, "weekday"), attr(r.lex, m.entry, c, "nth")) + attr(r.lex, m.entry, c, "plus")
			if r.lex.Attr(m.entry, c, "pentecost") != "" && n == easter(y)+49 { // the mothers' day gives way to Pentecost
				n += 7
			}
			return n
		case day == 0:
			return dayNumber(y, month, 1)
		}
		return dayNumber(y, month, day)
	}
	dir, rel, e2 := 0, false, e
	if y == 0 {
		if dir, rel, e2 = r.lastNext(e); dir != 0 && !rel {
			e = e2
		} else {
			dir = 0
		}
	}
	t := moment{grain: grainDay, m: month, d: day, clock: -1}
	if day == 0 && month != 0 && attr(r.lex, m.entry, c, "nth") == 0 {
		t.grain = grainMonth
	}
	switch {
	case y != 0:
	case !r.anchored:
		t.floats = true
		return t, e
	default:
		now := r.anchor.number()
		if dir == 0 {
			dir = r.lean(i, e)
		} else {
			dir *= leanFuture
		}
		best := 1 << 30
		for c := r.anchor.y - 1; c <= r.anchor.y+1; c++ {
			n := at(c)
			if dir < 0 && n > now || dir == leanFuture && n < now {
				continue
			}
			away := abs(n - now)
			if dir == leanPlanned && n < now {
				away *= 2
			}
			if away < best {
				best, y = away, c
			}
		}
	}
	if t.grain == grainMonth {
		t.y = y
		return t, e
	}
	return dayMoment(at(y)), e
}

// readyAt emits a form that has its value ready: "actuellement", "quotidiennement", "l'entre-deux-guerres".
func (r *reader) readyAt(i int) int {
	m := &r.marks[i]
	end := r.next(i)
	switch m.kind {
	case kRef:
		r.emit(i, end, "DATE", r.lex.Attr(m.entry, r.classes.deictic, "value"), "", true, "date.reference")
	case kRepeated:
		r.emit(i, end, "SET", r.lex.Attr(m.entry, r.classes.deictic, "value"), "", true, "date.set")
	case kPeriod:
		r.emit(i, end, "DATE", r.lex.Attr(m.entry, r.classes.period, "value"), "", true, "date.period")
	}
	return end
}

// modBefore is what the words before a point of time say of it: "vers", "avant", "après".
func (r *reader) modBefore(i int) string {
	switch r.kindAt(r.beforeArticle(i)) {
	case kToward, kAlmost:
		return "APPROX"
	case kBefore:
		return "BEFORE"
	case kAfter:
		return "AFTER"
	case kOf:
		if p := r.prev(r.beforeArticle(i)); r.kindAt(p) == kToward {
			return "APPROX"
		} else if r.kindAt(p) == kAfter {
			return "AFTER"
		}
	}
	return ""
}

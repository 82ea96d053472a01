package date

import "github.com/breve-nlp/breve/extract/doc"

// current is the unit in which the anchor lies, moved by n.
func current(a moment, u unit, length, n int) moment {
	t := moment{clock: -1, floats: a.floats}
	if a.floats || a.y == 0 {
		switch u {
		case unitYear:
			t.grain = grainYear
		case unitMonth:
			t.grain = grainMonth
		case unitWeek:
			t.grain = grainWeek
		case unitWeekend:
			t.grain = grainWeekend
		default:
			t.grain = grainDay
		}
		t.floats = true
		return t
	}
	switch u {
	case unitYear:
		t.y = a.y + n*length
		switch length {
		case 10:
			t.grain = grainDecade
		case 100:
			t.grain = grainCentury
		case 1:
			t.grain = grainYear
		}
	case unitHalf:
		h := a.y*2 + (max(a.m, 1)-1)/6 + n
		t.grain, t.y, t.m = grainHalf, floor(h, 2), h-floor(h, 2)*2+1
	case unitQuarter:
		q := a.y*4 + (max(a.m, 1)-1)/3 + n
		t.grain, t.y, t.m = grainQuarter, floor(q, 4), q-floor(q, 4)*4+1
	case unitMonth:
		t.grain = grainMonth
		t.y, t.m, _ = addMonths(a.y, max(a.m, 1), 1, n)
	case unitWeek:
		t.grain = grainWeek
		t.y, t.m = isoWeek(a.number() + 7*n*length)
	case unitWeekend:
		t.grain = grainWeekend
		t.y, t.m = isoWeek(a.number() + 7*n)
	case unitDay:
		return dayMoment(a.number() + n)
	}
	return t
}

// unitPoint reads a point of time from its unit on: "semaine dernière", "année 2012", "an 2000", "années 80", "mois de mars", "semaine du 12 août",
// "week-end prochain". nth is the ordinal that stood before it, 0 if none, below 0 for "dernier".
func (r *reader) unitPoint(i, nth int) (moment, int) {
	m := &r.marks[i]
	k := r.next(i)
	if m.has(flagShort) {
		return moment{}, i
	}
	if m.unit == unitYear && m.n == 1 {
		if t, e := r.yearNumber(i, k); e > k {
			return t, e
		}
	}
	if m.has(flagPlural) || m.unit < unitDay {
		return moment{}, i
	}
	j := k
	for r.kindAt(j) == kOf || r.kindAt(j) == kArticle {
		j++
	}
	if j > k && j-k <= 2 {
		switch m.unit {
		case unitMonth:
			if r.kindAt(j) == kMonth && j == k+1 && nth == 0 {
				return r.month(j)
			}
		case unitWeek, unitWeekend:
			if nth == 0 {
				t, e := r.point(j)
				if e == j {
					t, _, e = r.shared(j, 0)
				}
				if e > j && t.grain == grainDay {
					w := moment{grain: grainWeek, clock: -1, floats: t.floats}
					if m.unit == unitWeekend {
						w.grain = grainWeekend
					}
					if !t.floats {
						w.y, w.m = isoWeek(t.number())
					}
					return w, e
				}
			}
		}
	}
	dir, rel, e := r.lastNext(k)
	if dir != 0 && nth == 0 {
		from := r.today()
		if rel && r.hasRef {
			from = r.ref
			if from.grain == grainYear && m.unit != unitYear || from.grain == grainMonth && (m.unit == unitDay || m.unit == unitWeek) {
				from = r.today()
			}
		}
		if m.unit == unitDay && !rel {
			return moment{}, i
		}
		if m.unit == unitWeekend && dir < 0 && !from.floats && weekdayOf(from.number()) == 7 {
			dir = -1
		}
		if r.kindAt(i-1) == kVague || r.kindAt(i-1) == kNumber || r.kindAt(i-1) == kDigits {
			return moment{}, i
		}
		return current(from, m.unit, int(m.n2()), dir), e
	}
	if r.kindAt(k) == kCurrent {
		return current(r.today(), m.unit, int(m.n2()), 0), r.next(k)
	}
	return moment{}, i
}

// n2 is how many of its unit a word holds; quarters and halves count as one.
func (m *mark) n2() int32 {
	if m.unit == unitQuarter || m.unit == unitHalf {
		return 1
	}
	return m.n
}

// yearNumber reads what follows "an", "année", "exercice": a year; after the plural a decade.
func (r *reader) yearNumber(i, k int) (moment, int) {
	t := moment{grain: grainYear, clock: -1}
	m := &r.marks[i]
	switch r.kindAt(k) {
	case kDigits:
		n := &r.marks[k]
		if n.has(flagFraction) {
			return t, k
		}
		if !m.has(flagPlural) {
			if n.unit == 4 || r.kindAt(k+1) == kEra || r.d.Tokens[max(i-1, 0)].Is(doc.Elided) && r.kindAt(k+1) != kUnit && n.n > 0 {
				t.y = int(n.n)
				e := k + 1
				if r.kindAt(e) == kEra {
					t.era = r.marks[e].n < 0
					e = r.next(e)
				}
				return t, e
			}
			return t, k
		}
		switch {
		case n.unit == 2 && n.n%10 == 0:
			t.grain, t.y = grainDecade, 1900+int(n.n)
			if n.n < 20 {
				t.y = 2000 + int(n.n)
			}
			return t, k + 1
		case n.unit == 4 && n.n%10 == 0 && !isDash(r.norm(k+1)):
			t.grain, t.y = grainDecade, int(n.n)
			return t, k + 1
		}
	case kNumber:
		if n := r.marks[k].n; m.has(flagPlural) && n >= 20 && n <= 90 && n%10 == 0 {
			t.grain, t.y = grainDecade, 1900+int(n)
			return t, r.next(k)
		}
	}
	return t, k
}

// unitAt reads what begins with a unit and was not read from a word before it.
func (r *reader) unitAt(i int) int {
	m := &r.marks[i]
	p := r.prev(i)
	before := r.kindAt(p)
	if t, e := r.unitPoint(i, 0); e > i {
		return r.emitMoment(i, e, t, "date.unit")
	}
	if m.has(flagShort|flagPlural) && m.unit != unitWeekend || m.has(flagWeak) {
		return i
	}
	switch {
	case m.unit == unitWeekend && (before == kArticle || before == kOf && before != kNone):
		if before == kOf && r.kindAt(r.prev(p)) == kNone {
			return i
		}
		t := moment{grain: grainWeekend, clock: -1, floats: !r.anchored}
		end := r.next(i)
		dir := r.lean(i, end)
		if m.has(flagPlural) || dir == leanNone || !r.anchored && r.kindAt(end) != kOf {
			t.floats = false
			r.emit(i, end, "SET", t.value(), "", true, "date.weekend-set")
			return end
		}
		n := 0
		if dir < 0 && r.anchored && weekdayOf(r.anchor.number()) < 6 {
			n = -1
		}
		return r.emitMoment(i, end, current(r.today(), unitWeekend, 1, n), "date.weekend")
	case before == kArticle && r.singular(p) && r.kindAt(r.prev(p)) == kWithin && m.unit >= unitDay && !r.of(r.next(i)):
		if m.unit == unitDay {
			t := r.base(i, i+1)
			t.part = code("DT")
			return r.emitMoment(i, r.next(i), t, "date.unit")
		}
		if m.n2() == 1 {
			return r.emitMoment(i, r.next(i), current(r.today(), m.unit, 1, 0), "date.unit")
		}
	}
	return i
}

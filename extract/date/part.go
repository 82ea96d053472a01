package date

import "github.com/breve-nlp/breve/extract/doc"

// joinTime adds the hour or the part of the day that follows a day: "mardi 8 juillet à 14 h 30", "hier soir", "samedi dans la soirée".
func (r *reader) joinTime(m moment, k int) (moment, int) {
	if m.grain != grainDay || m.clock >= 0 {
		return m, k
	}
	m, k = r.joinPart(m, k)
	j := k
	for n := 0; n < 4; n++ {
		switch r.kindAt(j) {
		case kTo, kToward, kAlmost:
			j = r.next(j)
			continue
		case kOf:
			if j > k && r.kindAt(r.prev(j)) == kToward {
				j = r.next(j)
				continue
			}
		}
		break
	}
	c, e := r.clock(j)
	if e == j || j == k && !c.exact && !c.part || !c.part && r.of(e) {
		return m, k
	}
	if m.part != 0 {
		c.minutes = afternoon(c.minutes, int32(m.part))
	}
	m.part, m.clock = 0, c.minutes
	for q := k; q < j; q++ {
		if r.kindAt(q) == kToward {
			m.mod = "APPROX"
		}
	}
	return m, e
}

// joinPart adds the part of the day.
func (r *reader) joinPart(m moment, k int) (moment, int) {
	if m.part != 0 {
		return m, k
	}
	j := k
	mod := ""
	switch r.kindAt(j) {
	case kWithin, kIn, kTo:
		j++
		if k := r.kindAt(j); k == kEnd || k == kStart || k == kMid {
			mod = modOf(k)
			j++
			if r.kindAt(j) == kOf {
				j++
			}
		}
		if r.kindAt(j) == kArticle {
			j++
		}
	case kEnd, kStart:
		mod = modOf(r.kindAt(j))
		j++
		if r.kindAt(j) == kOf {
			j++
		}
	}
	if r.kindAt(j) != kPart || r.marks[j].has(flagPlural) || attr(r.lex, r.marks[j].entry, r.classes.part, "clock") != 0 {
		return m, k
	}
	if r.marks[j].has(flagWeak) && j == k {
		return m, k
	}
	m.part = uint16(r.marks[j].n)
	m.mod = mod
	return m, r.next(j)
}

// partAt reads a part of the day that no day stands before: "la nuit de samedi à dimanche", "dans la soirée", "à midi".
func (r *reader) partAt(i int) int {
	m := &r.marks[i]
	if m.has(flagPlural) {
		return i
	}
	part := uint16(m.n)
	end := r.next(i)
	// nuit de samedi à dimanche, matinée du 8 mai
	j := end
	for r.kindAt(j) == kOf || r.kindAt(j) == kArticle {
		j++
	}
	if j > end && j-end <= 2 {
		t, e := r.point(j)
		if e == j {
			t, e, _ = r.shared(j, 0)
		}
		if e > j && t.grain == grainDay {
			q := e
			if k := r.kindAt(q); k == kTo || k == kAnd && part == code("NI") {
				q++
				if r.kindAt(q) == kArticle {
					q++
				}
				if last, e2 := r.point(q); e2 > q && last.grain == grainDay {
					if r.kindAt(j) == kWeekday && !t.floats && !last.floats && t.number() > last.number() {
						t = dayMoment(last.number() - 1)
					}
					e = e2
				}
			}
			t.part = part
			return r.emitMoment(i, e, t, "date.part")
		}
	}
	if c := attr(r.lex, m.entry, r.classes.part, "clock"); c != 0 {
		switch r.kindAt(r.prev(i)) {
		case kTo, kToward, kUntil, kFrom, kBefore, kAfter, kBetween, kAnd, kOf:
			if r.kindAt(r.prev(i)) != kOf || r.kindAt(end) == kTo {
				return r.clockAt(i)
			}
		}
		if r.kindAt(end) == kSharp && r.d.Tokens[i].Shape&doc.Lower != 0 {
			return r.clockAt(i)
		}
		return i
	}
	if r.kindAt(end) == kThere {
		return i
	}
	if dir, rel, e := r.lastNext(end); dir != 0 && !rel { // la nuit dernière
		t := r.today()
		if !t.floats && dir < 0 {
			t = dayMoment(t.number() - 1)
		}
		t.part = part
		return r.emitMoment(i, e, t, "date.part")
	}
	t := r.base(i, end)
	p := r.prev(i)
	before := r.kindAt(p)
	if before == kArticle {
		if !r.singular(p) {
			return i
		}
		before = r.kindAt(r.prev(p))
		switch {
		case before == kWithin || before == kDuring:
		case before == kUntil || before == kFrom || before == kTo:
			if m.has(flagWeak) && part == code("DT") {
				return i
			}
		case r.hasRef && r.ref.grain == grainDay && r.refAt >= r.sentence-1 && !m.has(flagWeak) && !r.of(end):
		default:
			return i
		}
	} else if before != kTo && !(before == kIn && (part == code("MO") || part == code("EV"))) || r.of(end) {
		return i
	}
	if part == code("NI") {
		t = r.night(t, i, end)
	}
	t.part = part
	t, end = r.joinTime(t, end)
	return r.emitMoment(i, end, t, "date.part")
}

package date

import "github.com/breve-nlp/breve/extract/doc"

// weekday reads "mardi", "mardi 8 juillet 2025", "lundi prochain", "mercredi de la semaine prochaine", "mardi en huit".
func (r *reader) weekday(i int) (moment, int) {
	w := int(r.marks[i].n)
	k := r.next(i)
	if r.marks[i].has(flagShort) && r.glued(k) && r.norm(k) == "." {
		k++
	}
	if m, e := r.dayMonth(k, w); e > k {
		return m, e
	}
	if r.kindAt(k) == kArticle { // dimanche, le 3 mai, is two dates; "dimanche le 3 mai" is one
		if m, e := r.dayMonth(k+1, w); e > k+1 && r.singular(k) {
			return m, e
		}
	}
	if r.kindAt(k) == kNumeric {
		n := r.marks[k].n
		t := r.dayOfMonth(int(n&31), int(n>>5&15), int(n>>9), w, i, k+1)
		return t, k + 1
	}
	if m, e, _ := r.shared(k, w); e > k {
		return m, e
	}
	if m, e := r.weekdayNumber(w, k); e > k {
		return m, e
	}
	if r.marks[i].has(flagShort) || r.marks[i].has(flagPlural) {
		return moment{}, i
	}
	t := moment{grain: grainDay, weekday: w, clock: -1, floats: !r.anchored}
	dir, rel, e := r.lastNext(k)
	if !r.anchored {
		return t, e
	}
	now := r.anchor.number()
	ahead := (w - weekdayOf(now) + 7) % 7
	switch {
	case dir != 0 && rel && r.hasRef && r.ref.grain == grainDay:
		from := r.ref.number()
		if dir > 0 {
			return dayMoment(from + 1 + (w-weekdayOf(from+1)+7)%7), e
		}
		return dayMoment(from - 1 - (weekdayOf(from-1)-w+7)%7), e
	case dir > 0 && rel: // le mercredi suivant, said on a Tuesday: that of next week
		y, wk := isoWeek(now + 7)
		return dayMoment(monday(y, wk) + w - 1), e
	case dir > 0:
		if ahead == 0 {
			ahead = 7
		}
		return dayMoment(now + ahead), e
	case dir < 0:
		return dayMoment(now - 7 + ahead), e
	}
	if week, e := r.weekOf(k); e > k && !week.floats {
		return dayMoment(monday(week.y, week.m) + w - 1), e
	}
	if r.kindAt(k) == kIn && (r.kindAt(k+1) == kDigits || r.kindAt(k+1) == kNumber) {
		if n := r.marks[k+1].n; n == 8 || n == 15 {
			return dayMoment(now + ahead + int(n)/7*7), k + 2
		}
	}
	return dayMoment(r.nearestWeekday(w, i, k)), k
}

// nearestWeekday decides which Tuesday is meant: that of the tense, that which the article named, else the last one.
func (r *reader) nearestWeekday(w, first, end int) int {
	now := r.anchor.number()
	ahead := (w - weekdayOf(now) + 7) % 7
	if ahead == 0 {
		return now
	}
	if n := len(r.out); n > 0 && first-r.out[n-1].Range.Last <= 1 && r.hasRef && r.ref.grain == grainDay && r.refAt == r.sentence && weekdayOf(r.ref.number()) == w {
		return r.ref.number() // demain (samedi)
	}
	said := r.lean(first, end)
	dir := r.coming(said, first, end, ahead)
	if n := r.named[w]; n != 0 && abs(n-now) <= 8 && (dir == leanNone || dir == leanPlanned || dir == leanSoft || (dir < 0) == (n < now)) {
		return n
	}
	switch dir {
	case leanFuture, leanPlanned:
		if said >= leanPlanned {
			r.named[w] = now + ahead
		}
		return now + ahead
	}
	return now + ahead - 7
}

// weekdayNumber reads "vendredi 15": the nearest month, from now on, in which the 15th is a Friday.
func (r *reader) weekdayNumber(w, k int) (moment, int) {
	d, e := r.dayDigits(k)
	if d == 0 || r.marks[k].kind == kNumber {
		return moment{}, k
	}
	if e < r.last && !r.d.Tokens[e].Is(doc.Punct) {
		_, j := r.joinTime(dayMoment(1), e)
		if j == e && (r.countable(e) || r.kindAt(e) == kUnit || r.kindAt(e) == kOf) {
			return moment{}, k
		}
	}
	if r.kindAt(e) == kUnit {
		return moment{}, k
	}
	if !r.anchored {
		return moment{grain: grainDay, weekday: w, clock: -1, floats: true}, e
	}
	for step := 0; step < 14; step++ {
		for _, sign := range [...]int{1, -1} {
			y, m, _ := addMonths(r.anchor.y, r.anchor.m, 1, step*sign)
			if d > daysIn(y, m) || sign < 0 && step > 1 {
				continue
			}
			if n := dayNumber(y, m, d); weekdayOf(n) == w {
				r.named[w] = n
				return dayMoment(n), e
			}
		}
	}
	return moment{}, k
}

// weekOf reads the week after a weekday: "[mardi] de la semaine prochaine", "cette semaine".
func (r *reader) weekOf(k int) (moment, int) {
	j := k
	for r.kindAt(j) == kOf || r.kindAt(j) == kArticle {
		j++
	}
	if j-k > 2 || j >= r.last {
		return moment{}, k
	}
	if r.kindAt(j) == kThis && r.kindAt(j+1) == kUnit && r.marks[j+1].unit == unitWeek && r.kindAt(j+2) != kThere {
		if !r.anchored {
			return moment{grain: grainWeek, floats: true, clock: -1}, j + 2
		}
		t := moment{grain: grainWeek, clock: -1}
		t.y, t.m = isoWeek(r.anchor.number())
		return t, j + 2
	}
	if r.kindAt(j) != kUnit || r.marks[j].unit != unitWeek {
		return moment{}, k
	}
	m, e := r.unitPoint(j, 0)
	if e == j || m.grain != grainWeek {
		return moment{}, k
	}
	return m, e
}

// lastNext reads "dernier", "prochain", "à venir" (from today: rel false), "suivant", "précédent", "d'après" (from the date named last: rel true).
func (r *reader) lastNext(i int) (dir int, rel bool, end int) {
	if i >= r.last {
		return 0, false, i
	}
	switch r.marks[i].kind {
	case kLast:
		return -1, false, r.next(i)
	case kNext, kComing:
		return 1, false, r.next(i)
	case kFollowing:
		return 1, true, r.next(i)
	case kPrevious:
		return -1, true, r.next(i)
	case kOf: // d'après, d'avant
		if r.d.Tokens[i].Is(doc.Elided) && r.kindAt(i+1) == kAfter {
			return 1, true, r.next(i + 1)
		}
		if r.d.Tokens[i].Is(doc.Elided) && r.kindAt(i+1) == kBefore {
			return -1, true, r.next(i + 1)
		}
	}
	return 0, false, i
}

// weekdaySet reads "les mardis", "le mardi" where it is a habit.
func (r *reader) weekdaySet(i int) int {
	m := &r.marks[i]
	p := r.prev(i)
	if m.has(flagShort) || r.kindAt(p) != kArticle && !(m.has(flagPlural) && r.kindAt(p) == kTo) {
		return i
	}
	end := r.next(i)
	part := uint16(0)
	if r.kindAt(end) == kPart {
		part = uint16(r.marks[end].n)
		end = r.next(end)
	}
	if !m.has(flagPlural) {
		if !r.singular(p) {
			return i
		}
		switch k := r.kindAt(end); k {
		case kDigits, kOrdinal, kNumeric, kLast, kNext, kComing, kFollowing, kPrevious, kOf, kIn, kClock, kArticle:
			return i
		}
		if d := r.lean(i, end); d != leanNone && d != leanPlanned || part != 0 {
			return i
		}
	}
	start := i
	if r.kindAt(r.prev(p)) == kAll {
		start = r.prev(p)
	}
	t := moment{grain: grainDay, weekday: int(m.n), part: part, clock: -1}
	r.emit(start, end, "SET", t.value(), "", true, "date.weekday-set")
	return end
}

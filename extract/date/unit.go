package date

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
					t, e = r.shared(j, 0)
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
			if n.unit == 4 || r.kindAt(k+1) == kEra {
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

// lastNextUnit reads "dernier week-end", "prochaine semaine", "dernier jour d'octobre 2015", "dernière semaine de septembre".
func (r *reader) lastNextUnit(i int) (moment, int) {
	k := r.next(i)
	dir := -1
	if r.marks[i].kind == kNext {
		dir = 1
	}
	if r.kindAt(k) == kWeekday && dir < 0 {
		return r.nthOf(k, -1)
	}
	if r.kindAt(k) != kUnit || r.marks[k].has(flagPlural) || r.marks[k].unit < unitDay || r.marks[k].has(flagShort) {
		return moment{}, i
	}
	if dir < 0 {
		if t, e := r.nthOf(k, -1); e > k {
			return t, e
		}
	}
	u := r.marks[k].unit
	if u == unitDay || dir < 0 && u == unitYear {
		return moment{}, i
	}
	if r.kindAt(r.prev(i)) != kArticle && r.kindAt(r.prev(i)) != kThis && r.kindAt(r.prev(i)) != kTo && r.kindAt(r.prev(i)) != kOf {
		return moment{}, i
	}
	return current(r.today(), u, int(r.marks[k].n2()), dir), r.next(k)
}

// ordinal reads "premier trimestre 2024", "XIXe siècle", "première semaine de janvier", "3e jour d'octobre", "premier mercredi du mois prochain".
func (r *reader) ordinal(i int) (moment, int) {
	m := &r.marks[i]
	k := r.next(i)
	if m.has(flagShort) { // T3 2024
		if r.kindAt(k) == kDigits && r.marks[k].unit == 4 {
			t := moment{grain: grainQuarter, y: int(r.marks[k].n), m: int(m.n), clock: -1}
			if m.unit == unitHalf {
				t.grain = grainHalf
			}
			return t, k + 1
		}
		return moment{}, i
	}
	// XIXe et XXe siècles
	j := k
	for n := 0; n < 2 && (r.kindAt(j) == kAnd || isDash(r.norm(j)) || r.kindAt(j) == kArticle || r.kindAt(j) == kTo) && r.kindAt(j+1) != kNone; n++ {
		j++
	}
	if j > k && r.kindAt(j) == kOrdinal && r.kindAt(j+1) == kUnit && r.marks[j+1].unit == unitYear && r.marks[j+1].n == 100 {
		return r.centuryMoment(int(m.n), j+2), k
	}
	if m.kind == kOrdinal && r.kindAt(k) == kUnit && r.marks[k].unit == unitYear && r.marks[k].n == 100 {
		e := r.next(k)
		t := r.centuryMoment(int(m.n), e)
		if r.kindAt(e) == kEra {
			e = r.next(e)
		}
		return t, e
	}
	if m.has(flagRoman) {
		return moment{}, i
	}
	t, e := r.nthOf(k, int(m.n))
	if e == k {
		return moment{}, i
	}
	return t, e
}

func (r *reader) centuryMoment(n, after int) moment {
	t := moment{grain: grainCentury, y: (n - 1) * 100, clock: -1}
	if r.kindAt(after) == kEra {
		t.era = r.marks[after].n < 0
	}
	return t
}

// nthOf reads the unit at k as the nth of the longer one that follows it; without one, quarters and halves are those of the year that fits.
func (r *reader) nthOf(k, nth int) (moment, int) {
	kd := r.kindAt(k)
	if kd != kUnit && kd != kWeekday || r.marks[k].has(flagShort) || kd == kUnit && r.marks[k].has(flagPlural) || nth > 31 {
		return moment{}, k
	}
	u := r.marks[k].unit
	e := r.next(k)
	j := e
	for r.kindAt(j) == kOf || r.kindAt(j) == kArticle || r.kindAt(j) == kThis {
		j++
	}
	if j-e > 3 {
		return moment{}, k
	}
	if kd == kUnit && (u == unitQuarter || u == unitHalf) {
		return r.fraction(k, j, nth)
	}
	if j == e {
		return moment{}, k
	}
	var whole moment
	end := j
	switch r.kindAt(j) {
	case kMonth:
		whole, end = r.month(j)
	case kUnit:
		whole, end = r.unitPoint(j, 0)
		if end == j && !r.marks[j].has(flagPlural) && r.marks[j].unit >= unitMonth && kd == kUnit && (u == unitWeek || u == unitDay) {
			if r.marks[j].unit == unitMonth || nth == 1 && u == unitDay {
				whole, end = current(r.today(), r.marks[j].unit, 1, 0), r.next(j)
			}
		}
	case kDigits:
		if r.marks[j].unit == 4 {
			whole, end = moment{grain: grainYear, y: int(r.marks[j].n), clock: -1}, j+1
		}
	}
	if end == j {
		return moment{}, k
	}
	t := moment{grain: grainDay, clock: -1, floats: whole.floats}
	if whole.floats || whole.y == 0 {
		t.floats = true
		return t, end
	}
	first, last := whole.number(), 0
	switch whole.grain {
	case grainMonth:
		last = dayNumber(whole.y, whole.m, daysIn(whole.y, whole.m))
	case grainYear:
		last = dayNumber(whole.y, 12, 31)
	default:
		return moment{}, k
	}
	switch {
	case kd == kWeekday:
		n := first + (int(r.marks[k].n)-weekdayOf(first)+7)%7 + (nth-1)*7
		if nth < 0 {
			n = last - (weekdayOf(last)-int(r.marks[k].n)+7)%7
		}
		return dayMoment(n), end
	case u == unitDay:
		if nth < 0 {
			return dayMoment(last), end
		}
		return dayMoment(first + nth - 1), end
	case u == unitWeek || u == unitWeekend:
		// The week at the border belongs to the month that has four of its working days.
		n := first - weekdayOf(first) + 1
		if u == unitWeekend {
			if weekdayOf(first) == 7 {
				n += 7
			}
		} else if weekdayOf(first) > 2 {
			n += 7
		}
		n += (nth - 1) * 7
		if nth < 0 {
			n = last - weekdayOf(last) + 1
			if u == unitWeek && weekdayOf(last) < 4 || u == unitWeekend && weekdayOf(last) < 6 {
				n -= 7
			}
		}
		t.grain = grainWeek
		if u == unitWeekend {
			t.grain = grainWeekend
		}
		t.y, t.m = isoWeek(n)
		return t, end
	case u == unitMonth && whole.grain == grainYear && nth > 0 && nth <= 12:
		t.grain, t.y, t.m = grainMonth, whole.y, nth
		return t, end
	}
	return moment{}, k
}

// fraction reads "deuxième trimestre [de] 2024", "dernier trimestre", "premier semestre de l'année".
func (r *reader) fraction(k, j, nth int) (moment, int) {
	u, e := r.marks[k].unit, r.next(k)
	t := moment{grain: grainQuarter, clock: -1, m: nth}
	parts := 4
	if u == unitHalf {
		t.grain, parts = grainHalf, 2
	}
	if nth > parts {
		return moment{}, k
	}
	switch {
	case r.kindAt(j) == kDigits && r.marks[j].unit == 4:
		t.y, e = int(r.marks[j].n), j+1
	case r.kindAt(j) == kUnit && r.marks[j].unit == unitYear && !r.marks[j].has(flagPlural) && j > e:
		w, e2 := r.unitPoint(j, 0)
		if e2 == j {
			w, e2 = current(r.today(), unitYear, 1, 0), r.next(j)
		}
		t.y, t.floats, e = w.y, w.floats, e2
	default:
		if dir, rel, e2 := r.lastNext(e); dir != 0 && !rel {
			e = e2
		}
		if nth < 0 {
			return current(r.today(), u, 1, -1), e
		}
		if !r.anchored {
			t.floats = true
			return t, e
		}
		t.y = r.anchor.y
		months := 12 / parts
		now := (r.anchor.m-1)/months + 1
		switch dir := r.lean(k, e); {
		case dir == leanPast && nth > now, dir == leanNone && nth-now > parts/2:
			t.y--
		case dir >= leanPlanned && nth < now:
			t.y++
		}
	}
	if nth < 0 {
		t.m = parts
	}
	return t, e
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
		if dir == leanPast && r.anchored && weekdayOf(r.anchor.number()) < 6 {
			n = -1
		}
		return r.emitMoment(i, end, current(r.today(), unitWeekend, 1, n), "date.weekend")
	case before == kArticle && r.singular(p) && r.kindAt(r.prev(p)) == kWithin && m.unit >= unitDay && !r.of(r.next(i)):
		if m.unit == unitDay {
			t := r.base()
			t.part = code("DT")
			return r.emitMoment(i, r.next(i), t, "date.unit")
		}
		if m.n2() == 1 {
			return r.emitMoment(i, r.next(i), current(r.today(), m.unit, 1, 0), "date.unit")
		}
	}
	return i
}

// this reads "ce matin", "cette semaine", "ce même jour", "ce mardi", "cet été", "ces jours-ci".
func (r *reader) this(i int) (moment, int) {
	k := i + 1
	same := false
	if r.kindAt(k) == kSame {
		same = true
		k++
	}
	if k >= r.last {
		return moment{}, i
	}
	m := &r.marks[k]
	end := r.next(k)
	there := r.kindAt(end) == kThere
	far := there && r.farThere(end)
	switch m.kind {
	case kPart:
		if m.has(flagPlural) {
			return moment{}, i
		}
		t := r.today()
		if far || same {
			t = r.base()
		}
		t.part = uint16(m.n)
		if attr(r.lex, m.entry, r.classes.part, "clock") != 0 {
			t.part, t.clock = 0, attr(r.lex, m.entry, r.classes.part, "clock")*60
		}
		if there {
			end++
		}
		if t.clock < 0 {
			t, end = r.joinTime(t, end)
		}
		return t, end
	case kUnit:
		if m.has(flagPlural) || m.unit < unitDay || m.has(flagShort) {
			return moment{}, i
		}
		if m.unit == unitMonth && r.kindAt(end) == kOf && r.kindAt(end+1) == kMonth {
			return r.month(end + 1)
		}
		if r.kindAt(end) == kLast || r.kindAt(end) == kNext {
			return moment{}, i
		}
		from := r.today()
		if far || same {
			if r.hasRef {
				from = r.ref
			} else if m.unit == unitDay && !r.anchored {
				return moment{}, i
			}
		}
		if there {
			end++
		}
		t := current(from, m.unit, int(m.n2()), 0)
		if m.unit == unitWeekend && !far && !t.floats && weekdayOf(from.number()) < 4 && r.lean(i, end) == leanPast {
			t = current(from, m.unit, 1, -1)
		}
		return t, end
	case kWeekday:
		t, e := r.weekday(k)
		if e == k {
			return moment{}, i
		}
		if same && e == k+1 && r.named[m.n] != 0 {
			t = dayMoment(r.named[m.n])
		}
		if e < r.last && r.kindAt(e) == kThere {
			e++
		}
		return t, e
	case kSeason:
		return r.season(k)
	case kMonth:
		return r.month(k)
	case kHoliday:
		return r.holiday(k)
	}
	return moment{}, i
}

// farThere tells "là" from "ci": ce jour-là is not today.
func (r *reader) farThere(i int) bool {
	s := r.norm(i)
	return s != "" && s[len(s)-1] != 'i'
}

// thisAt emits what "ce" begins.
func (r *reader) thisAt(i int) int {
	t, e := r.this(i)
	if e == i {
		if k := r.kindAt(i + 1); k == kEnd || k == kStart || k == kMid {
			return r.bounded(i, i+1)
		}
		if k := r.kindAt(i + 1); k == kLast || k == kNext || k == kNumber || k == kDigits {
			return r.spanAt(i, i+1)
		}
		if r.kindAt(i+1) == kUnit && r.marks[i+1].unit == unitDay && r.kindAt(i+2) == kThere && !r.farThere(i+2) {
			r.emit(i, i+3, "DATE", "PRESENT_REF", "", true, "date.this")
			return i + 3
		}
		return i
	}
	t, e = r.joinTime(t, e)
	return r.emitMoment(i, e, t, "date.this")
}

// sameDay reads "le même jour", "la même année" from "même" on.
func (r *reader) sameDay(i int) int {
	if r.kindAt(r.prev(i)) != kArticle || r.kindAt(i+1) != kUnit || !r.hasRef {
		return i
	}
	m := &r.marks[i+1]
	if m.has(flagPlural) || m.unit < unitDay || r.of(i+2) {
		return i
	}
	t := current(r.ref, m.unit, int(m.n2()), 0)
	if m.unit == unitDay && r.ref.grain != grainDay {
		return i
	}
	t, e := r.joinTime(t, i+2)
	return r.emitMoment(i, e, t, "date.same")
}

// boundedAt reads "fin juin", "mi-mars", "début 2024", "la fin de l'année", "en fin d'après-midi samedi 25 mai".
func (r *reader) boundedAt(i int) int { return r.bounded(i, i) }

func modOf(k kind) string {
	switch k {
	case kStart:
		return "START"
	case kMid:
		return "MID"
	case kEnd:
		return "END"
	}
	return ""
}

func (r *reader) bounded(start, i int) int {
	m := &r.marks[i]
	mod := modOf(m.kind)
	k := r.next(i)
	if m.kind == kMid && m.n != 0 {
		t := moment{grain: grainMonth, m: int(m.n), clock: -1, mod: mod}
		switch {
		case m.n > 1000:
			t = moment{grain: grainYear, y: int(m.n), clock: -1, mod: mod}
		case kind(m.unit) == kPart:
			return i
		default:
			y, e := r.yearAfter(k)
			dir, rel, e2 := r.lastNext(k)
			switch {
			case e > k:
				t.y, k = y, e
			case !r.anchored:
				t.floats = true
			case dir != 0 && !rel:
				t.y = r.yearOf(t.m, dir*leanFuture)
				k = e2
			default:
				t.y = r.yearOf(t.m, r.lean(i, k))
			}
		}
		return r.emitMoment(start, k, t, "date.bounded")
	}
	if m.kind == kMid && r.norm(k) == "-" {
		k++
	}
	j := k
	for r.kindAt(j) == kOf || r.kindAt(j) == kArticle || r.kindAt(j) == kThis {
		j++
	}
	if j-k > 3 || j >= r.last {
		return i
	}
	t := moment{}
	e := j
	switch w := &r.marks[j]; w.kind {
	case kMonth, kSeason:
		t, e = r.point(j)
		if e == j && w.kind == kSeason && !w.has(flagPlural) && j > k {
			t, e = r.season(j)
		}
	case kOrdinal, kLast, kNext:
		t, e = r.point(j)
	case kDigits:
		if w.unit == 4 && w.n >= 1000 && w.n < 2200 && !w.has(flagFraction) && j == k {
			t, e = moment{grain: grainYear, y: int(w.n), clock: -1}, j+1
		}
	case kPart:
		if w.has(flagPlural) || attr(r.lex, w.entry, r.classes.part, "clock") != 0 {
			return i
		}
		e = r.next(j)
		t = r.base()
		q := e
		if d, e2 := r.point(q); e2 > q && d.grain == grainDay {
			t, e = d, e2
		} else if r.kindAt(q) == kOf || r.kindAt(q) == kArticle {
			for r.kindAt(q) == kOf || r.kindAt(q) == kArticle {
				q++
			}
			if d, e2 := r.point(q); e2 > q && d.grain == grainDay && q-e <= 2 {
				t, e = d, e2
			}
		}
		t.part = uint16(w.n)
	case kUnit:
		t, e = r.unitPoint(j, 0)
		if e == j {
			if w.has(flagPlural|flagShort) || w.unit < unitDay || w.n2() != 1 && w.n != 100 || w.has(flagWeak) {
				return i
			}
			if j == k {
				return i
			}
			from := r.today()
			t, e = current(from, w.unit, int(w.n2()), 0), r.next(j)
			if w.unit == unitDay {
				if t = r.base(); r.kindAt(r.prev(i)) != kIn && r.kindAt(r.prev(i)) != kTo {
					return i
				}
				t.part = code("DT")
			}
			if r.kindAt(e) == kThere {
				return i
			}
			if r.of(e) && w.unit != unitDay { // à la fin de l'année de césure
				return i
			}
		}
	}
	if e == j || t.grain == grainDay && t.part == 0 {
		return i
	}
	t.mod = mod
	return r.emitMoment(start, e, t, "date.bounded")
}

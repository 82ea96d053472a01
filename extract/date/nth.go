package date

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
	if r.kindAt(k) != kUnit || !r.singular(i) || r.marks[k].has(flagPlural) || r.marks[k].unit < unitDay || r.marks[k].has(flagShort) {
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
	if !r.singular(i) { // les premiers mois de 2025
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
		case dir < 0 && nth > now, dir == leanNone && nth-now > parts/2:
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

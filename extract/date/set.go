package date

// setAt reads "chaque mardi", "tous les jours", "toutes les deux semaines", "par an".
func (r *reader) setAt(i int) int {
	k := r.next(i)
	switch r.marks[i].kind {
	case kPer:
		if r.kindAt(k) != kUnit || r.marks[k].has(flagPlural|flagShort|flagWeak) || r.marks[k].unit == unitWeekend {
			return i
		}
		if k := r.marks[k]; k.n > 1 && k.unit == unitYear || k.n == 0 {
			return i
		}
		return r.every(i, k, 1)
	case kAll:
		if r.kindAt(k) != kArticle || r.singular(k) {
			return i
		}
		k++
		if n, e := r.count(k); e > k && r.kindAt(k) != kOrdinal {
			return r.every(i, e, n)
		}
		return r.every(i, k, 1)
	}
	if mod := modOf(r.kindAt(k)); mod != "" { // chaque début d'année
		for k++; r.kindAt(k) == kOf || r.kindAt(k) == kArticle; k++ {
		}
	}
	return r.every(i, k, 1)
}

func (r *reader) every(i, k, n int) int {
	if k >= r.last {
		return i
	}
	m := &r.marks[k]
	t := moment{grain: grainDay, clock: -1}
	e := r.next(k)
	switch m.kind {
	case kUnit:
		if m.unit == unitWeekend {
			t.grain = grainWeekend
			break
		}
		if m.unit == unitMonth && r.kindAt(e) == kOf && r.kindAt(e+1) == kMonth && r.marks[i].kind == kEvery {
			t.grain, t.m = grainMonth, int(r.marks[e+1].n)
			e += 2
			break
		}
		if m.n == 0 {
			return i
		}
		q := quantity{n: n * int(m.n), unit: m.unit}
		r.emit(i, e, "SET", q.value(), "", true, "date.set")
		return e
	case kWeekday:
		t.weekday = int(m.n)
		if r.kindAt(e) == kPart {
			t.part = uint16(r.marks[e].n)
			e = r.next(e)
		}
	case kPart:
		t.part = uint16(m.n)
		if attr(r.lex, m.entry, r.classes.part, "clock") != 0 {
			return i
		}
	case kMonth:
		t.grain, t.m = grainMonth, int(m.n)
	case kSeason:
		t.grain, t.season = grainSeason, uint16(m.n)
	case kHoliday:
		h, e2 := r.holiday(k)
		if e2 == k {
			return i
		}
		t, e = h, e2
		t.y, t.floats = 0, false
	case kDigits, kOrdinal:
		d, j := r.dayDigits(k)
		if d == 0 || r.kindAt(j) != kMonth {
			return i
		}
		t.m, t.d = int(r.marks[j].n), d
		e = j + 1
	default:
		return i
	}
	r.emit(i, e, "SET", t.value(), "", true, "date.set")
	return e
}

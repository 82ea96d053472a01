package date

// offset counts from the date named last: "six ans plus tard".
func (r *reader) offset(start, end int, q quantity, later bool) int {
	from := r.today()
	if r.hasRef {
		from = r.ref
	}
	coarse := r.hasRef && from.grain != grainDay && q.unit < unitMonth || r.hasRef && from.grain == grainYear && q.unit < unitYear
	if q.vague || coarse || !r.hasRef && later { // quelques mois plus tard: a date, and nobody knows which
		floating := r.floating
		r.emit(start, end, "DATE", "", "", false, "date.offset")
		r.floating = floating
		return end
	}
	return r.emitMoment(start, end, q.from(from, later, true), "date.offset")
}

// from counts a quantity from a moment; coarse gives months as months.
func (q quantity) from(m moment, later, coarse bool) moment {
	sign := -1
	if later {
		sign = 1
	}
	m.part = 0
	if q.months > 0 {
		if m.floats || m.y == 0 {
			return shift(m, unitMonth, 0)
		}
		t := moment{grain: grainMonth, clock: -1}
		t.y, t.m, _ = addMonths(m.y, max(m.m, 1), 1, sign*(q.n*12+q.months))
		return t
	}
	n := q.n
	u := q.unit
	if q.days > 0 {
		t := shift(m, u, sign*n)
		if !t.floats && t.grain == grainDay {
			return dayMoment(t.number() + sign*q.days)
		}
		return t
	}
	if q.rest > 0 {
		u, n = unitMinute, q.n*60+q.rest
	}
	t := shift(m, u, sign*n)
	if coarse && (u == unitMonth || u == unitQuarter || u == unitHalf) && t.grain == grainDay && !t.floats {
		t.grain, t.d = grainMonth, 0
	}
	if coarse && u == unitYear && t.grain == grainMonth && m.grain == grainDay {
		t.grain, t.m = grainYear, 0
	}
	return t
}

// offsetAt reads "il y a dix ans", "dans deux mois", "d'ici à trois ans".
func (r *reader) offsetAt(i int) int {
	kd := r.marks[i].kind
	k := r.next(i)
	approx := ""
	for n := 0; n < 3 && (r.kindAt(k) == kAlmost || r.kindAt(k) == kToward || r.kindAt(k) == kTo && kd == kBy || r.kindAt(k) == kOf && n > 0 || r.kindAt(k) == kUnder && kd == kAgo || r.kindAt(k) == kOpens && kd == kAgo); n++ {
		if c := r.kindAt(k); c == kAlmost || c == kToward {
			approx = "APPROX"
		}
		k = r.next(k)
	}
	if kd == kAgo {
		k = r.skipAdverbs(k)
	}
	if kd == kBy && r.kindAt(k) == kArticle && r.kindAt(k+1) != kVague {
		return i
	}
	q, end := r.quantity(k)
	if end == k {
		n, j := r.count(k) // il y a trois ou quatre mois
		if j == k || n == 0 || r.kindAt(j) != kAnd && r.kindAt(j) != kTo {
			return i
		}
		if q, end = r.quantity(j + 1); end == j+1 {
			return i
		}
		approx = "APPROX"
	}
	if kd == kWithin && (r.marks[k].kind == kLast || r.of(end)) {
		return i
	}
	if q.vague {
		ref := "FUTURE_REF"
		if kd == kAgo {
			ref = "PAST_REF"
		}
		r.emit(i, end, "DATE", ref, "", true, "date.offset")
		return end
	}
	a := r.today()
	if r.anchored {
		a = r.anchor
	}
	t := q.from(a, kd != kAgo, false)
	if t.clock >= 0 && q.unit > unitHour {
		t.clock = -1
	}
	kind := "DATE"
	if t.clock >= 0 {
		kind = "TIME"
	}
	value := ""
	if !t.floats {
		value = t.value()
	}
	r.emit(i, end, kind, value, approx, !t.floats, "date.offset")
	return end
}

// skipAdverbs goes over what may stand between "il y a" and its quantity: "tout juste", "un peu plus d'", "de cela".
func (r *reader) skipAdverbs(k int) int {
	for j, n := k, 0; n < 5 && j < r.last; n++ {
		if r.kindAt(j) == kNumber || r.kindAt(j) == kDigits || r.kindAt(j) == kVague {
			if _, e := r.quantity(j); e > j {
				return j
			}
		}
		t := &r.d.Tokens[j]
		switch r.kindAt(j) {
		case kOpens, kUnder, kOf, kAlmost, kToward, kAll:
		case kNumber:
			if r.marks[j].n != 1 {
				return k
			}
		default:
			if t.Word < 0 || r.nature(t.Word)&isAdverb == 0 {
				return k
			}
		}
		j = r.next(j)
	}
	return k
}

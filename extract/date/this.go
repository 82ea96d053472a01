package date

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
		if m.has(flagPlural) || m.has(flagWeak) && !there { // cette journée mondiale
			return moment{}, i
		}
		t := r.today()
		if far || same {
			t = r.base(i, end)
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
		if m.unit == unitWeekend && !far && !t.floats && weekdayOf(from.number()) < 4 && r.lean(i, end) < 0 {
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

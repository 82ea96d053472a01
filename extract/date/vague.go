package date

// vagueAt reads what begins with "dernier", "prochain", "plusieurs", "demi", "des", "même".
func (r *reader) vagueAt(i int) int {
	m := &r.marks[i]
	k := r.next(i)
	switch m.kind {
	case kSame:
		return r.sameDay(i)
	case kOf: // depuis des années
		if m.entry < 0 || r.singular(i) || r.kindAt(k) != kUnit || !r.marks[k].has(flagPlural) && r.marks[k].unit != unitMonth && r.marks[k].unit != unitHour {
			return i
		}
		switch r.kindAt(r.prev(i)) {
		case kDuring, kSince, kFor, kAfter, kAgo:
			if q := (quantity{vague: true, unit: r.marks[k].unit}); !r.of(r.next(k)) {
				r.emit(i, r.next(k), "DURATION", q.value(), "", true, "date.vague")
				return r.next(k)
			}
		}
		return i
	case kLast, kNext:
		if t, e := r.lastNextUnit(i); e > i {
			t, e = r.joinTime(t, e)
			return r.emitMoment(i, e, t, "date.last")
		}
		if r.kindAt(k) == kUnit && !r.marks[k].has(flagPlural) && (r.marks[k].unit != unitMonth || r.singular(i)) {
			return i
		}
		if r.kindAt(k) == kUnit && r.of(r.next(k)) && r.kindAt(r.prev(i)) != kThis {
			return i
		}
		return r.spanAt(i, i)
	case kVague, kHalf:
		if m.kind == kHalf && r.kindAt(r.prev(i)) == kAnd {
			return i
		}
		if q, end := r.quantity(i); end > i && q.unit != unitNone {
			return r.spanAt(i, i)
		}
	}
	return i
}

package date

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
				dir := r.lean(i, k)
				if t.y = r.storyYear(t.m, 0, i); t.y == 0 {
					t.y = r.yearOf(t.m, dir)
				}
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
		t = r.base(i, k)
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
				if t = r.base(i, k); r.kindAt(r.prev(i)) != kIn && r.kindAt(r.prev(i)) != kTo {
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

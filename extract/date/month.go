package date

import "github.com/breve-nlp/breve/extract/doc"

// month reads "mars", "mars 2020", "septembre dernier".
func (r *reader) month(i int) (moment, int) {
	m := &r.marks[i]
	if m.n > 255 {
		return moment{}, i
	}
	k := r.afterMonth(i)
	y, e := r.yearAfter(k)
	t := moment{grain: grainMonth, m: int(m.n), clock: -1}
	if e > k {
		t.y = y
		return t, e
	}
	if r.kindAt(k) == kOf { // octobre de l'année dernière, décembre de l'an 2000
		j := k + 1
		if r.kindAt(j) == kArticle || r.kindAt(j) == kThis {
			j++
		}
		if r.kindAt(j) == kUnit && r.marks[j].unit == unitYear {
			if w, e := r.unitPoint(j, 0); e > j && w.grain == grainYear {
				t.y = w.y
				t.floats = w.floats
				return t, e
			}
		}
	}
	dir, rel, e := r.lastNext(k)
	if m.has(flagShort) || dir == 0 && r.d.Tokens[i].Shape&doc.Capital != 0 && !r.monthContext(i) {
		return moment{}, i
	}
	if !r.anchored {
		t.floats = true
		return t, e
	}
	if dir == 0 || rel {
		e = k
		dir = r.lean(i, k)
		if y := r.storyYear(t.m, 0, i); y > 0 {
			t.y = y
			return t, e
		}
		if r.complement(i) {
			dir = leanNone
		}
		t.y = r.yearOf(t.m, dir)
		return t, e
	}
	t.y = r.anchor.y
	if dir < 0 && t.m >= r.anchor.m {
		t.y--
	}
	if dir > 0 && t.m <= r.anchor.m {
		t.y++
	}
	return t, e
}

// yearOf finds the year of a month.
func (r *reader) yearOf(m, dir int) int {
	y := r.anchor.y
	switch {
	case dir < 0 && m > r.anchor.m:
		return y - 1
	case dir == leanPlanned && m < r.anchor.m && r.anchor.m-m <= 4: // initialement prévu en mars, in June
		return y
	case dir >= leanPlanned && m < r.anchor.m:
		return y + 1
	case dir != leanNone:
		return y
	case m-r.anchor.m > 6:
		return y - 1
	case r.anchor.m-m > 6:
		return y + 1
	}
	return y
}

// monthContext tells whether a capital month is one all the same: "En Mars", but not the planet, nor Avril Lavigne.
func (r *reader) monthContext(i int) bool {
	switch r.kindAt(r.prev(i)) {
	case kIn, kSince, kFrom, kStart, kEnd, kMid, kUntil:
		return true
	case kOf:
		p := r.prev(r.prev(i))
		return r.kindAt(p) == kUnit || r.kindAt(p) == kEnd || r.kindAt(p) == kStart
	}
	return false
}

// twoMonths reads "mars-avril", one token.
func (r *reader) twoMonths(i int) int {
	k := r.next(i)
	y, e := r.yearAfter(k)
	a, b := int(r.marks[i].n&255), int(r.marks[i].n>>8)
	one := moment{grain: grainMonth, m: a, y: y, clock: -1}
	two := moment{grain: grainMonth, m: b, y: y, clock: -1}
	if y == 0 {
		one.floats, two.floats = !r.anchored, !r.anchored
		if r.anchored {
			dir := r.lean(i, k)
			if r.complement(i) {
				dir = leanNone
			}
			one.y = r.yearOf(a, dir)
			two.y = one.y
			if b < a {
				two.y++
			}
		}
	}
	t := &r.d.Tokens[i]
	cut := t.Start
	for cut < t.End && r.d.Text[cut] != '-' {
		cut++
	}
	if cut == t.End { // another sort of hyphen
		r.emitMoment(i, e, one, "date.month")
		return e
	}
	r.emitSpan(i, i+1, doc.Span{Start: t.Start, End: cut}, "DATE", one.value(), "", !one.floats, "date.month")
	r.emitSpan(i, e, doc.Span{Start: cut + 1, End: r.d.Tokens[e-1].End}, "DATE", two.value(), "", !two.floats, "date.month")
	return e
}

// season reads "été 2020", "l'été dernier", "l'hiver 2019-2020"; été is "been" elsewhere.
func (r *reader) season(i int) (moment, int) {
	m := &r.marks[i]
	if m.has(flagPlural) {
		return moment{}, i
	}
	t := moment{grain: grainSeason, season: uint16(m.n), clock: -1}
	k := r.next(i)
	if r.kindAt(k) == kDigits && r.marks[k].unit == 4 && r.marks[k].n > 1000 && r.marks[k].n < 2200 {
		t.y = int(r.marks[k].n)
		return t, r.yearSpan(k)
	}
	dir, rel, e := r.lastNext(k)
	p := r.prev(i)
	before := r.kindAt(p)
	if dir == 0 {
		switch {
		case before == kThis || before == kStart || before == kMid || before == kEnd:
		case before == kArticle:
			if r.of(k) && r.kindAt(r.prev(p)) == kNone {
				return moment{}, i
			}
		case before == kTo && !r.d.Tokens[i].Is(doc.Capital):
			// au printemps
		case before == kIn && !r.d.Tokens[i].Is(doc.Capital):
		case before == kOf && (r.kindAt(r.prev(p)) == kEnd || r.kindAt(r.prev(p)) == kStart || r.kindAt(r.prev(p)) == kMid):
		default:
			return moment{}, i
		}
	}
	if r.d.Tokens[i].Is(doc.Capital) && dir == 0 && before != kThis { // Le Printemps is a store
		return moment{}, i
	}
	if !r.anchored {
		t.floats = true
		return t, e
	}
	start := seasonMonth(t.season)
	now := r.anchor
	t.y = now.y
	winter := t.season == code("WI")
	if dir == 0 || rel {
		e = k
		dir = 0
		switch l := r.lean(i, k); {
		case before == kThis:
			if winter && now.m <= 3 {
				t.y--
			}
			return t, e
		case l < 0 && start > now.m || winter && now.m <= 3 && l != leanFuture:
			t.y--
		case l == leanFuture && start+2 < now.m && !winter:
			t.y++
		case l == leanNone && start-now.m > 6:
			t.y--
		}
		return t, e
	}
	if dir < 0 {
		if start+3 > now.m {
			t.y--
		}
		return t, e
	}
	if start <= now.m {
		t.y++
	}
	return t, e
}

func seasonMonth(s uint16) int {
	switch s {
	case code("SP"):
		return 3
	case code("SU"):
		return 6
	case code("FA"):
		return 9
	}
	return 12
}

// yearSpan goes on from a year over "-2020" or "/20" behind it.
func (r *reader) yearSpan(k int) int {
	if s := r.norm(k + 1); (s == "-" || s == "/" || s == "–") && r.kindAt(k+2) == kDigits && r.glued(k+1) && r.glued(k+2) {
		return k + 3
	}
	return k + 1
}

// yearAt decides whether a number is a year: "en 2020", "la présidentielle de 2022", "1982-1990", "2001" after its noun.
func (r *reader) yearAt(i int) int {
	m := &r.marks[i]
	if m.kind != kDigits || m.unit > 4 || m.has(flagFraction) {
		return i
	}
	y, end := int(m.n), i+1
	t := moment{grain: grainYear, y: y, clock: -1}
	if r.kindAt(end) == kEra {
		t.era = r.marks[end].n < 0
		return r.emitMoment(i, r.next(end), t, "date.year")
	}
	if m.unit != 4 || y < 1000 || y >= 2200 {
		return i
	}
	if k := r.kindAt(end); k == kUnit && r.marks[end].unit != unitNone && !r.marks[end].has(flagShort) || r.next(i) < r.last && r.d.Tokens[end].Is(doc.Symbol) {
		return i
	}
	if r.glued(end) && r.glued(i) && r.norm(i-1) != "(" && r.norm(i-1) != "'" && !isDash(r.norm(i-1)) && !isQuote(r.norm(i-1)) && r.d.Tokens[i-1].Shape&doc.Elided == 0 {
		return i
	}
	p := r.prev(i)
	for r.kindAt(p) == kToward || r.kindAt(p) == kAlmost || r.norm(p) == "..." || r.norm(p) == "…" {
		p = r.prev(p)
	}
	strong := false
	switch r.kindAt(p) {
	case kBy, kIn, kSince, kFrom, kStart, kEnd, kMid, kUntil:
		strong = true
	case kTo, kOf, kAnd, kFor, kBefore, kAfter, kBetween, kYearNoun, kThis, kPart, kDuring:
		strong = y >= 1800 && y < 2100 && !r.countable(end)
	case kArticle:
		// les 2000 de Thoiry; "le 2024" is no year
		return i
	case kCount:
		return i
	case kNumber, kDigits, kUnit, kMonth:
		return i
	default:
		if y < 1850 || y >= 2060 || r.countable(end) {
			return i
		}
		prev := i - 1
		switch {
		case p < prev && r.kindAt(prev) == kToward: // vers 2030
			strong = true
		case prev < r.first:
			strong = r.norm(end) == ":" || r.norm(end) == "," || r.norm(end) == "-"
		case isDash(r.norm(prev)):
			strong = r.glued(i) && len(r.out) > 0 && r.out[len(r.out)-1].Last == prev
			if !strong {
				strong = !r.glued(i) && end < r.last && r.norm(end) == ","
			}
		case r.norm(prev) == "(":
			strong = true
		case r.norm(prev) == ",":
			strong = len(r.out) > 0 && r.out[len(r.out)-1].Last == prev && r.out[len(r.out)-1].Type == "DATE"
		case r.norm(prev) == "/":
			strong = len(r.out) > 0 && r.out[len(r.out)-1].Last == prev
		case r.d.Tokens[prev].Is(doc.Punct):
			strong = false
		case r.d.Tokens[prev].Is(doc.Capital):
			strong = y >= 1980 && y < 2050 // Roland-Garros 2020
		default:
			strong = r.countable(prev) && r.endsClause(end) // le bilan 2001 de la délinquance
		}
	}
	if !strong {
		return i
	}
	e := r.emitMoment(i, end, t, "date.year")
	// 2023-24: the second year has two digits
	if s := r.norm(end); isDash(s) && r.glued(end) && r.glued(end+1) && r.kindAt(end+1) == kDigits && r.marks[end+1].unit == 2 && int(r.marks[end+1].n) == (y+1)%100 {
		t.y++
		return r.emitMoment(end+1, end+2, t, "date.year")
	}
	return e
}

func isDash(s string) bool  { return s == "-" || s == "–" || s == "—" || s == "/" }
func isQuote(s string) bool { return s == "«" || s == "\"" || s == "“" }

// endsClause tells whether what follows a year cannot be counted by it: punctuation, a preposition, a verb, the end.
func (r *reader) endsClause(i int) bool {
	return i >= r.last || !r.countable(i)
}

// yearPair reads 2023/2024, one token.
func (r *reader) yearPair(i int) int {
	t := &r.d.Tokens[i]
	y := int(r.marks[i].n)
	if y < 1000 || y > 2200 || t.Len() < 7 {
		return i
	}
	one, two := moment{grain: grainYear, y: y, clock: -1}, moment{grain: grainYear, y: y + 1, clock: -1}
	r.emitSpan(i, i+1, doc.Span{Start: t.Start, End: t.Start + 4}, "DATE", one.value(), "", true, "date.year")
	r.emitSpan(i, i+1, doc.Span{Start: t.Start + 5, End: t.End}, "DATE", two.value(), "", true, "date.year")
	return i + 1
}

package date

import "github.com/breve-nlp/breve/extract/doc"

// kindAt is the kind of the token at i, kNone outside the sentence.
func (r *reader) kindAt(i int) kind {
	if i < r.first || i >= r.last {
		return kNone
	}
	return r.marks[i].kind
}

// prev is the word before token i; a form of several words counts as one.
func (r *reader) prev(i int) int {
	i--
	for i > r.first && r.marks[i].kind == kInside {
		i--
	}
	return i
}

// next is the word after the one at i.
func (r *reader) next(i int) int { return i + max(1, int(r.marks[i].wide)) }

// beforeArticle is the word before the article that stands before token i, or before i itself.
func (r *reader) beforeArticle(i int) int {
	p := r.prev(i)
	if r.kindAt(p) == kArticle {
		p = r.prev(p)
	}
	return p
}

// glued tells whether token i stands right after the one before it.
func (r *reader) glued(i int) bool { return i < r.last && r.d.Tokens[i].Gap == doc.Glued }

func (r *reader) norm(i int) string {
	if i < r.first || i >= r.last {
		return ""
	}
	return r.d.Tokens[i].Norm
}

// pointAt reads a point of time and its hour, and emits it.
func (r *reader) pointAt(i int) int {
	if r.marks[i].kind == kMonth && r.marks[i].n > 255 {
		return r.twoMonths(i)
	}
	m, end := r.point(i)
	if end == i {
		return i
	}
	start := i
	if r.marks[i].kind == kBeside && r.kindAt(i-1) == kArticle {
		start = i - 1
	}
	m, end = r.joinTime(m, end)
	return r.emitMoment(start, end, m, "date.point")
}

// point reads one point of time without its hour: "mardi 8 juillet", "mars 2020", "Noël", "la semaine dernière" from its noun on.
func (r *reader) point(i int) (moment, int) {
	if i >= r.last || r.depth > 3 { // la veille de la veille de la veille: enough is enough
		return moment{}, i
	}
	r.depth++
	defer func() { r.depth-- }()
	m := &r.marks[i]
	switch m.kind {
	case kNumeric:
		return r.numericAt(i)
	case kDigits:
		return r.dayMonth(i, 0)
	case kOrdinal:
		if t, e := r.dayMonth(i, 0); e > i {
			return t, e
		}
		return r.ordinal(i)
	case kMonth:
		return r.month(i)
	case kWeekday:
		return r.weekday(i)
	case kDay:
		t := r.today()
		if !t.floats {
			t = dayMoment(t.number() + int(m.n))
		}
		if m.n == 0 && r.kindAt(r.prev(i)) != kOf && r.lean(i, i+1) == leanNone { // 11 millions de Français fument aujourd'hui
			if _, e := r.joinTime(dayMoment(1), i+1); e == i+1 {
				t.ref, t.floats = "PRESENT_REF", false
			}
		}
		return t, r.next(i)
	case kBeside:
		return r.beside(i)
	case kHoliday:
		return r.holiday(i)
	case kSeason:
		return r.season(i)
	case kUnit:
		return r.unitPoint(i, 0)
	case kLast, kNext:
		return r.lastNextUnit(i)
	case kThis:
		return r.this(i)
	}
	return moment{}, i
}

// dayMonth reads "8 juillet [2025]", "1er sept."; weekday is that of the word before it, 0 if none.
func (r *reader) dayMonth(i, weekday int) (moment, int) {
	d, k := r.dayDigits(i)
	if d == 0 {
		return moment{}, i
	}
	mo := r.monthNumber(k)
	if mo == 0 {
		return moment{}, i
	}
	end := r.afterMonth(k)
	y, e := r.yearAfter(end)
	if e == end {
		if dir, rel, e2 := r.lastNext(end); dir != 0 && !rel {
			t := r.dayOfMonthLean(d, mo, weekday, dir, i, e2)
			return t, e2
		}
	}
	if d > daysIn(max(y, 4), mo) {
		return moment{}, i
	}
	return r.dayOfMonth(d, mo, y, weekday, i, e), e
}

// dayDigits reads the number of a day of a month and returns 0 where there is none.
func (r *reader) dayDigits(i int) (day, end int) {
	if i >= r.last {
		return 0, i
	}
	m := &r.marks[i]
	switch {
	case m.kind == kDigits && m.unit <= 2 && !m.has(flagFraction) && m.n >= 1 && m.n <= 31:
	case m.kind == kOrdinal && m.n == 1 && !m.has(flagRoman|flagShort):
	case m.kind == kNumber && m.n >= 2 && m.n <= 31 && !m.has(flagCount) && r.kindAt(i-1) == kArticle: // le onze mai
	default:
		return 0, i
	}
	return int(m.n), i + 1
}

// monthNumber is the month at token k, which a day stands before; 0 if none. "sept" is a number elsewhere.
func (r *reader) monthNumber(k int) int {
	switch m := r.kindAt(k); {
	case m == kMonth && r.marks[k].n < 256:
		return int(r.marks[k].n)
	case m == kNumber && r.marks[k].has(flagShort):
		return int(r.marks[k].unit)
	}
	return 0
}

// afterMonth is the token after a month; the stop of "5 juil." belongs to it where more of the sentence follows.
func (r *reader) afterMonth(k int) int {
	if r.marks[k].has(flagShort) && r.glued(k+1) && r.norm(k+1) == "." {
		return k + 2
	}
	return r.next(k)
}

// yearAfter reads a year right after a month: "mars 2020", "10 novembre 93", "mai 68".
func (r *reader) yearAfter(i int) (y, end int) {
	if r.kindAt(i) != kDigits || r.d.Tokens[i].Gap > doc.Line {
		return 0, i
	}
	m := &r.marks[i]
	switch {
	case m.has(flagFraction):
	case m.unit == 4 && m.n >= 1000 && m.n < 2200:
		if k := r.kindAt(i + 1); k == kUnit && r.marks[i+1].has(flagShort) {
			return 0, i
		}
		return int(m.n), i + 1
	case m.unit == 2 && (m.n >= 32 || r.norm(i)[0] == '0') && r.kindAt(i+1) != kUnit && !r.countable(i+1):
		return century(int(m.n)), i + 1
	}
	return 0, i
}

// dayOfMonth resolves a day of a month; y = 0 where no year was named.
func (r *reader) dayOfMonth(d, mo, y, weekday, first, end int) moment {
	if y > 0 {
		t := moment{grain: grainDay, y: y, m: mo, d: min(d, daysIn(y, mo)), clock: -1}
		r.checkWeekday(&t, weekday, first, end)
		return t
	}
	return r.dayOfMonthLean(d, mo, weekday, 0, first, end)
}

// dayList reads days that share what follows: "du 19 au 23 juillet", "les 5 et 6 mai", "le 2".
func (r *reader) dayList(i int) int {
	if m, end := r.dayMonth(i, 0); end > i {
		m, end = r.joinTime(m, end)
		return r.emitMoment(i, end, m, "date.day")
	}
	if m, end, _ := r.shared(i, 0); end > i {
		return r.emitMoment(i, end, m, "date.day")
	}
	if m, end := r.dashed(i); end > i {
		return r.emitMoment(i, end, m, "date.numeric")
	}
	if m, end := r.spaced(i); end > i {
		return r.emitMoment(i, end, m, "date.numeric")
	}
	return r.bareDay(i)
}

// namedDay reads a day in words: "le onze mai".
func (r *reader) namedDay(i int) int {
	m, end := r.dayMonth(i, 0)
	if end == i {
		return i
	}
	m, end = r.joinTime(m, end)
	return r.emitMoment(i, end, m, "date.day")
}

// shared reads a day whose month stands after a later day; all is where the later day ends.
func (r *reader) shared(i, weekday int) (m moment, end, all int) {
	d, k := r.dayDigits(i)
	if d == 0 {
		return moment{}, i, i
	}
	for links := 0; links < 6; links++ {
		linked := false
		for k < r.last {
			switch kd := r.kindAt(k); {
			case kd == kAnd || kd == kTo || kd == kUntil || r.norm(k) == "," || r.norm(k) == "-" || r.norm(k) == "–" || r.norm(k) == "/":
				linked = true
			case linked && (kd == kArticle || kd == kWeekday || kd == kOf):
			default:
				goto day
			}
			k = r.next(k)
		}
	day:
		if !linked {
			return moment{}, i, i
		}
		d2, k2 := r.dayDigits(k)
		if d2 == 0 || d2 <= d && links == 0 && r.kindAt(k2) == kMonth && r.norm(k-1) == "," {
			return moment{}, i, i
		}
		if mo := r.monthNumber(k2); mo > 0 {
			all := r.afterMonth(k2)
			y, all := r.yearAfter(all)
			if d > d2 { // du 28 au 3 mars
				mo = (mo+10)%12 + 1
				if mo == 12 && y > 0 {
					y--
				}
			}
			if d > daysIn(max(y, 4), mo) {
				return moment{}, i, i
			}
			return r.dayOfMonth(d, mo, y, weekday, i, all), i + 1, all
		}
		k = k2
	}
	return moment{}, i, i
}

// bareDay reads "le 16", where nothing that could be counted follows.
func (r *reader) bareDay(i int) int {
	d, k := r.dayDigits(i)
	if d == 0 || r.norm(i)[0] > '9' || r.kindAt(r.prev(i-1)) == kCount || r.kindAt(i-1) != kArticle || r.norm(i-1) == r.norm(i) || !r.singular(i-1) || !r.anchored {
		return i
	}
	if k < r.last {
		t := &r.d.Tokens[k]
		if !t.Is(doc.Punct) || r.norm(k) == "/" || r.norm(k) == "-" {
			if _, e := r.joinTime(dayMoment(1), k); e == k {
				return i
			}
		}
	}
	y, mo := r.anchor.y, r.anchor.m
	if r.hasRef && r.ref.grain == grainDay {
		y, mo = r.ref.y, r.ref.m
	}
	switch dir := r.lean(i, k); {
	case dir < 0 && d > r.anchor.d && mo == r.anchor.m && y == r.anchor.y:
		y, mo, _ = addMonths(y, mo, 1, -1)
	case dir >= leanPlanned && d < r.anchor.d && mo == r.anchor.m && y == r.anchor.y:
		y, mo, _ = addMonths(y, mo, 1, 1)
	}
	if d > daysIn(y, mo) {
		return i
	}
	m, end := r.joinTime(moment{grain: grainDay, y: y, m: mo, d: d, clock: -1}, k)
	return r.emitMoment(i, end, m, "date.bare-day")
}

// singular tells "le" and "l'" from "les" by their last letter.
func (r *reader) singular(i int) bool {
	s := r.norm(i)
	return s != "" && s[len(s)-1] != 's'
}

// countable tells whether the word at i is a noun or adjective and nothing else: what stands before it counts it.
func (r *reader) countable(i int) bool {
	if i >= r.last || r.d.Tokens[i].Word < 0 {
		return i < r.last && r.d.Tokens[i].Shape&doc.Symbol != 0
	}
	if r.marks[i].kind != kNone {
		return false
	}
	tags := r.lex.Tags(r.d.Tokens[i].Word)
	found := false
	for k := 0; k < len(tags); k++ {
		if k > 0 && tags[k-1] != ';' {
			continue
		}
		switch tags[k] {
		case 'n', 'a':
			if k+1 < len(tags) && tags[k+1] == 'd' { // adv
				return false
			}
			found = true
		case 'v':
		default:
			return false
		}
	}
	return found
}

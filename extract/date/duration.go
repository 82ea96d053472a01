package date

import (
	"strconv"

	"github.com/breve-nlp/breve/extract/doc"
)

// quantity is a length of time as it stands in the text.
type quantity struct {
	n      int // how many of the unit
	unit   unit
	months int // "et demi" of a year or month, in months; days for months and weeks below
	days   int
	hours  int
	rest   int // minutes of an hour, seconds of a minute
	frac   string
	vague  bool // some: "plusieurs mois"
	word   bool // the number was "un" or "une"
}

// value writes P3Y, PT1H30M, P1Y6M, PXD.
func (q quantity) value() string {
	before, after := q.unit.letters()
	if q.vague {
		return before + "X" + after
	}
	if q.frac != "" {
		return before + q.frac + after
	}
	s := before
	if q.n > 0 || q.rest == 0 && q.months == 0 && q.days == 0 && q.hours == 0 {
		s += strconv.Itoa(q.n) + after
	}
	if q.months > 0 {
		s += strconv.Itoa(q.months) + "M"
	}
	if q.days > 0 {
		s += strconv.Itoa(q.days) + "D"
	}
	if q.hours > 0 {
		s += "T" + strconv.Itoa(q.hours) + "H"
	}
	if q.rest > 0 {
		if q.unit == unitHour {
			s += strconv.Itoa(q.rest) + "M"
		} else {
			s += strconv.Itoa(q.rest) + "S"
		}
	}
	return s
}

// count reads a number in digits or words.
func (r *reader) count(i int) (n, end int) {
	if i >= r.last {
		return 0, i
	}
	if r.marks[i].kind == kDigits {
		return int(r.marks[i].n), i + 1
	}
	total, k := 0, i
	for k < r.last {
		m := &r.marks[k]
		if m.kind == kAnd && k > i && r.kindAt(k+1) == kNumber && (r.marks[k+1].n == 1 || r.marks[k+1].n == 11) && total >= 20 {
			k++
			continue
		}
		if m.kind != kNumber || m.has(flagCount) && k > i && total != 1 {
			break
		}
		switch v := int(m.n); {
		case (v == 100 || v == 1000) && total > 0 && !m.has(flagCount):
			total *= v
		case m.has(flagCount):
			total = v
		case k > i && total%10 != 0 && !(total >= 60 && v >= 10):
			return total, k
		case v == 20 && total == 4:
			total = 80
		default:
			total += v
		}
		k++
		if m.has(flagCount) {
			break
		}
	}
	return total, k
}

// quantity reads "trois ans", "un mois et demi", "une demi-heure", "2 h 30", "une dizaine de jours", "20 prochaines années", "plusieurs mois".
func (r *reader) quantity(i int) (quantity, int) {
	var q quantity
	if i >= r.last {
		return q, i
	}
	k := i
	m := &r.marks[i]
	half := false
	switch m.kind {
	case kClock:
		if m.has(flagShort) {
			return q, i
		}
		return quantity{n: int(m.n) / 60, unit: unitHour, rest: int(m.n) % 60}, i + 1
	case kVague:
		q.vague = true
		k = r.next(i)
	case kDigits, kNumber:
		q.n, k = r.count(i)
		if k == i {
			return q, i
		}
		q.word = m.kind == kNumber && q.n == 1
		if m.has(flagFraction) {
			s := []byte(r.norm(i))
			for p := range s {
				if s[p] == ',' {
					s[p] = '.'
				}
			}
			q.frac = string(s)
		}
		if r.marks[k-1].has(flagCount) {
			if !r.of(k) {
				return q, i
			}
			k++
		}
		switch r.kindAt(k) {
		case kQuarter: // un quart d'heure, trois quarts d'heure
			if r.kindAt(k+1) == kOf && r.kindAt(k+2) == kUnit && r.marks[k+2].unit == unitHour {
				return quantity{n: q.n * 15, unit: unitMinute}, k + 3
			}
			return q, i
		case kHalf: // une demi heure
			half = true
			k++
		case kAnd:
			return q, i
		}
		if r.glued(k) && (r.norm(k) == "'" || r.norm(k) == "′") && m.kind == kDigits && m.unit <= 3 && !(k+1 < r.last && r.glued(k+1)) {
			return quantity{n: q.n, unit: unitMinute}, k + 1
		}
	case kHalf:
		half = true
		k = i + 1
	case kLast, kNext:
		k = r.next(i)
		if e := 0; r.kindAt(k) == kDigits || r.kindAt(k) == kNumber {
			if q.n, e = r.count(k); e > k && r.kindAt(e) == kUnit {
				k = e
			}
		} else {
			q.vague = true
		}
	default:
		return q, i
	}
	for r.kindAt(k) == kLast || r.kindAt(k) == kNext || r.kindAt(k) == kVague || r.kindAt(k) == kHalf && !half {
		if r.kindAt(k) == kHalf {
			half = true
		}
		k = r.next(k)
	}
	if r.kindAt(k) != kUnit {
		return q, i
	}
	u := &r.marks[k]
	q.unit = u.unit
	if u.has(flagShort) && (m.kind != kDigits || q.vague) {
		return q, i
	}
	if u.has(flagWeak) || u.has(flagCount) && (q.word || q.vague && m.kind != kVague) {
		if !u.has(flagCount) || r.of(r.next(k)) {
			return q, i
		}
	}
	switch {
	case u.n == 0: // demi-heure, demi-journée
		half = true
		if u.has(flagPlural) && q.n > 1 {
			switch u.unit {
			case unitHour:
				return quantity{n: q.n * 30, unit: unitMinute}, r.next(k)
			default:
				return quantity{n: q.n * 12, unit: unitHour}, r.next(k)
			}
		}
	case u.n > 1:
		q.n *= int(u.n)
		if q.vague && u.unit == unitYear {
			q.vague = true
		}
	}
	k = r.next(k)
	if half {
		if u.n > 1 {
			q.n = int(u.n) / 2
			return q, k
		}
		switch u.unit {
		case unitHour:
			return quantity{n: 30, unit: unitMinute, word: true}, k
		case unitDay:
			return quantity{n: 12, unit: unitHour, word: true}, k
		case unitYear:
			return quantity{n: 6, unit: unitMonth, word: true}, k
		case unitMinute:
			return quantity{n: 30, unit: unitSecond, word: true}, k
		}
		return q, i
	}
	if r.kindAt(k) == kAnd && r.kindAt(k+1) == kHalf && !q.vague {
		switch u.unit {
		case unitYear:
			if u.n == 1 {
				q.months = 6
			} else {
				q.n += int(u.n) / 2
			}
		case unitMonth:
			q.days = 15
		case unitWeek:
			q = quantity{n: q.n*7 + 3, unit: unitDay}
		case unitDay:
			q.hours = 12
		case unitHour, unitMinute:
			q.rest = 30
		}
		return q, k + 2
	}
	if u.unit == unitHour && r.kindAt(k) == kAnd && r.kindAt(k+1) == kQuarter {
		q.rest = 15
		return q, k + 2
	}
	// 2 h 30, 3 minutes 20 secondes, deux heures et vingt minutes, un an et trois mois
	j := k
	if r.kindAt(j) == kAnd {
		j++
	}
	if (u.unit == unitHour || u.unit == unitMinute) && q.frac == "" && !q.vague && (r.kindAt(j) == kDigits || r.kindAt(j) == kNumber) {
		if n, e := r.count(j); e > j && n < 60 {
			if r.kindAt(e) == kUnit && r.marks[e].unit == u.unit-1 {
				q.rest = n
				return q, e + 1
			}
			if j == k && r.marks[j].kind == kDigits && r.marks[j].unit == 2 && r.kindAt(e) != kUnit && r.kindAt(e) != kMonth && !r.countable(e) {
				q.rest = n
				return q, e
			}
		}
	}
	if (u.unit == unitYear && u.n == 1) && !q.vague && j > k && (r.kindAt(j) == kDigits || r.kindAt(j) == kNumber) {
		if n, e := r.count(j); e > j && r.kindAt(e) == kUnit && r.marks[e].unit == unitMonth && n < 12 {
			q.months = n
			return q, e + 1
		}
	}
	return q, k
}

// durationAt reads a duration, and what stands after it: "trois ans plus tard".
func (r *reader) durationAt(i int) int { return r.spanAt(i, i) }

func (r *reader) spanAt(start, i int) int {
	q, end := r.quantity(i)
	if end == i {
		return r.rangeAt(start, i)
	}
	if r.isAge(start, end, q) || !r.measured(start, end, q) {
		return i
	}
	if r.kindAt(r.prev(start)) == kPartOf {
		start = i
	}
	switch k := r.kindAt(end); k {
	case kLater, kEarlier:
		return r.offset(start, r.next(end), q, k == kLater)
	case kAfter, kBefore:
		if end+1 >= r.last || r.d.Tokens[end+1].Is(doc.Punct) && r.norm(end+1) != "\"" && r.norm(end+1) != "«" {
			return r.offset(start, end+1, q, k == kAfter)
		}
	}
	r.emit(start, end, "DURATION", q.value(), r.approx(start), true, "date.duration")
	return r.suspended(end, q)
}

// offset counts from the date named last: "six ans plus tard".
func (r *reader) offset(start, end int, q quantity, later bool) int {
	if q.vague {
		ref := "PAST_REF"
		if later {
			ref = "FUTURE_REF"
		}
		r.emit(start, end, "DATE", ref, "", true, "date.offset")
		return end
	}
	from := r.today()
	if r.hasRef {
		from = r.ref
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

// rangeAt reads a number whose unit stands after a second number: "de 8 à 24 mois", "trois ou quatre mois".
func (r *reader) rangeAt(start, i int) int {
	n, k := r.count(i)
	if k == i || r.marks[i].has(flagFraction|flagCount) {
		return i
	}
	if kd := r.kindAt(k); kd != kAnd && kd != kTo && r.norm(k) != "-" && r.norm(k) != "–" {
		return r.ellipsis(i, k, n)
	}
	j := k + 1
	if r.kindAt(j) != kDigits && r.kindAt(j) != kNumber {
		return i
	}
	q, end := r.quantity(j)
	if end == j || q.vague || r.isAge(start, end, q) || q.unit == unitHour && n > 24 && false {
		return i
	}
	first := quantity{n: n, unit: q.unit}
	if c := r.marks[end-1]; c.kind == kUnit && c.n > 1 {
		first.n *= int(c.n)
	}
	r.emit(start, k, "DURATION", first.value(), "", true, "date.range")
	r.emit(j, end, "DURATION", q.value(), "", true, "date.range")
	return end
}

// ellipsis reads "un" in "trois ans de prison, dont un avec sursis".
func (r *reader) ellipsis(i, k, n int) int {
	if r.kindAt(r.prev(i)) != kPartOf || r.kindAt(k) != kSuspended || len(r.out) == 0 {
		return i
	}
	last := &r.out[len(r.out)-1]
	if last.Type != "DURATION" || last.First < r.first || len(last.Value) < 3 {
		return i
	}
	v := last.Value
	r.emit(i, k, "DURATION", "P"+strconv.Itoa(n)+v[len(v)-1:], "", true, "date.ellipsis")
	return k
}

// suspended is the end of a duration; the hook for what belongs to it.
func (r *reader) suspended(end int, _ quantity) int { return end }

// approx is APPROX where the words before say so.
func (r *reader) approx(start int) string {
	p := r.prev(start)
	switch r.kindAt(p) {
	case kToward, kAlmost:
		return "APPROX"
	case kOf:
		if k := r.kindAt(r.prev(p)); k == kAlmost || k == kToward {
			return "APPROX"
		}
	}
	return ""
}

// measured keeps "un jour", "une année", "une seconde" to where a length is meant.
func (r *reader) measured(start, end int, q quantity) bool {
	if !q.word || q.months+q.days+q.rest+q.hours > 0 {
		return true
	}
	if q.unit == unitSecond && q.n == 1 && end < r.last && r.countable(end) { // une seconde vie
		return false
	}
	p := r.prev(start)
	before := r.kindAt(p)
	switch {
	case q.n != 1 || q.unit == unitMonth || q.unit == unitHour || q.unit == unitMinute || q.unit == unitSecond || q.unit == unitWeek:
		return true
	case q.unit == unitYear && r.marks[end-1].kind == kUnit && r.norm(end-1) != "" && len(r.norm(end-1)) <= 2: // un an
		return true
	case r.kindAt(end) == kLater || r.kindAt(end) == kEarlier || r.kindAt(end) == kAfter || r.kindAt(end) == kBefore:
		return true
	}
	switch before {
	case kDuring, kSince, kIn, kAfter, kWithin, kAgo, kAlmost, kToward, kUnder, kBy:
		return true
	}
	return false
}

// isAge tells an age, which is an amount: "Marie Roux, 54 ans,", "à 87 ans", "une fillette de six ans", "âgé de".
func (r *reader) isAge(start, end int, q quantity) bool {
	if q.unit != unitYear && q.unit != unitMonth || q.vague {
		return false
	}
	span := r.d.Span(doc.Range{First: start, Last: end})
	for k := range r.d.Amounts { // the amounts know ages already
		if a := &r.d.Amounts[k]; a.Kind == "age" && a.Span.Overlaps(span) {
			return true
		}
	}
	p := r.prev(start)
	skipped := false
	for (r.kindAt(p) == kAlmost || r.kindAt(p) == kToward || r.kindAt(p) == kUnder || r.kindAt(p) == kOf && r.kindAt(r.prev(p)) == kAlmost || r.kindAt(p) == kAnd || r.kindAt(p) == kDigits) && p > r.first {
		skipped = true
		p = r.prev(p)
	}
	_ = skipped
	before := r.kindAt(p)
	if before == kOf && (r.kindAt(r.prev(p)) == kAge || r.kindAt(r.prev(p)) == kUnder && r.kindAt(r.prev(r.prev(p))) == kOf) || before == kAge {
		return true
	}
	if q.unit == unitMonth {
		return before == kOf && r.isPerson(r.prev(p))
	}
	if r.marks[end-1].n != 1 || r.marks[end-1].kind == kUnit && !r.marks[end-1].has(flagPlural) && q.n > 1 {
		return false
	}
	switch {
	case r.norm(p) == "," || r.norm(p) == "(":
		closes := end >= r.last || r.d.Tokens[end].Is(doc.Punct)
		return closes && p > r.first && (r.d.Tokens[p-1].Shape&doc.Capital != 0 || r.isPerson(p-1))
	case before == kTo:
		if r.kindAt(r.prev(p)) == kDigits || r.kindAt(r.prev(p)) == kNumber || r.kindAt(r.prev(p)) == kUnit { // de 8 à 12 ans
			return r.ageBefore(r.prev(r.prev(p)))
		}
		return !r.of(end) && r.kindAt(end) != kSuspended && r.kindAt(r.prev(p)) != kPenalty && r.kindAt(r.prev(p)) != kUntil && r.kindAt(p+1) != kArticle
	case before == kOf:
		w := r.prev(p)
		if r.of(end) {
			return false
		}
		if r.isPerson(w) {
			return true
		}
		return w >= r.first && (r.d.Tokens[w].Word < 0 && r.d.Tokens[w].Is(doc.Capital) || r.d.Tokens[w].Is(doc.Capital) && r.lex.Tags(r.d.Tokens[w].Word) == "")
	case before == kUnder || before == kOpens: // les moins de 30 ans, les plus de 60 ans
		return r.kindAt(r.prev(p)) == kArticle
	}
	if p >= r.first && r.lex.Is(r.d.Tokens[p].Word, r.classes.cue) && r.lex.Attr(r.d.Tokens[p].Word, r.classes.cue, "kind") == "have" {
		return !r.of(end) && r.kindAt(end) != kFor && r.kindAt(end) != kTo
	}
	return false
}

// ageBefore tells whether a range of years is one of ages: "enfants de 8 à 12 ans".
func (r *reader) ageBefore(p int) bool { return r.kindAt(p) == kOf && r.isPerson(r.prev(p)) }

// isPerson tells whether the token at i is a noun for a person, or ends one.
func (r *reader) isPerson(i int) bool {
	if i < r.first || i >= r.last {
		return false
	}
	return r.lex.Is(r.d.Tokens[i].Word, r.classes.role)
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
	if kd == kWithin && r.marks[k].kind == kLast {
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
	t.mod = approx
	if t.clock >= 0 && q.unit > unitHour {
		t.clock = -1
	}
	if t.mod == "" {
		t.mod = "-"
	}
	mod := t.mod
	if mod == "-" {
		mod = ""
	}
	kind := "DATE"
	if t.clock >= 0 {
		kind = "TIME"
	}
	value := ""
	if !t.floats {
		value = t.value()
	}
	r.emit(i, end, kind, value, mod, !t.floats, "date.offset")
	return end
}

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

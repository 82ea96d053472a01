package date

import "github.com/breve-nlp/breve/extract/doc"

// clockTime is a time of day as it stands in the text.
type clockTime struct {
	minutes int
	exact   bool // with minutes, or written with "h": more than "quinze heures" says
	part    bool // with "du matin", "du soir": certainly no duration
}

var (
	partNoon    = int32(code("AF"))
	partEvening = int32(code("EV"))
)

// clock reads "14h12", "14 h 30", "quinze heures", "trois heures et quart", "midi", "6 h du soir".
func (r *reader) clock(i int) (clockTime, int) {
	var c clockTime
	if i >= r.last {
		return c, i
	}
	m := &r.marks[i]
	k := i
	switch m.kind {
	case kClock:
		c = clockTime{minutes: int(m.n), exact: true}
		k = i + 1
	case kPart:
		h := attr(r.lex, m.entry, r.classes.part, "clock")
		if h == 0 || r.d.Tokens[i].Shape&doc.Capital != 0 && i > r.first {
			return c, i
		}
		c = clockTime{minutes: h * 60, exact: true, part: true}
		k = i + 1
		if r.kindAt(k) == kAnd && r.kindAt(k+1) == kHalf {
			c.minutes = c.minutes%(24*60) + 30
			k += 2
		}
		if r.kindAt(k) == kSharp {
			k = r.next(k)
		}
		return c, k
	case kDigits, kNumber:
		if m.has(flagFraction|flagCount) || m.n > 24 || m.unit > 2 || r.kindAt(i+1) != kUnit || r.marks[i+1].unit != unitHour || r.marks[i+1].n == 0 {
			return c, i
		}
		c.minutes = int(m.n) * 60
		c.exact = r.marks[i+1].has(flagShort)
		k = i + 2
		if e := r.clockMinutes(k, &c); e > k {
			c.exact = c.exact || r.marks[i].kind == kDigits && r.marks[k].kind == kDigits
			k = e
		}
	default:
		return c, i
	}
	if r.kindAt(k) == kSharp {
		k = r.next(k)
		c.part = true
	}
	// du soir, de l'après-midi, dans la soirée
	j := k
	for r.kindAt(j) == kOf || r.kindAt(j) == kArticle || r.kindAt(j) == kWithin {
		j++
	}
	if j > k && j-k <= 2 && r.kindAt(j) == kPart && !r.marks[j].has(flagPlural) {
		c.part = true
		c.minutes = afternoon(c.minutes, r.marks[j].n)
		k = r.next(j)
	}
	return c, k
}

// afternoon adds twelve hours to "6 heures du soir".
func afternoon(minutes int, part int32) int {
	if minutes < 12*60 && (part == partEvening || part == partNoon && minutes < 8*60) {
		return minutes + 12*60
	}
	return minutes
}

// clockMinutes reads what stands after "heures".
func (r *reader) clockMinutes(k int, c *clockTime) int {
	switch r.kindAt(k) {
	case kDigits:
		m := &r.marks[k]
		if m.n > 59 || m.unit != 2 && !(m.unit == 1 && r.kindAt(k+1) == kUnit) || m.has(flagFraction) || r.kindAt(k+1) == kMonth {
			return k
		}
		if r.kindAt(k+1) == kUnit {
			if r.marks[k+1].unit != unitMinute {
				return k
			}
			c.minutes += int(m.n)
			return k + 2
		}
		if r.countable(k + 1) {
			return k
		}
		c.minutes += int(m.n)
		return k + 1
	case kNumber:
		n, e := r.count(k)
		switch {
		case n == 3 && r.kindAt(e) == kQuarter:
			c.minutes += 45
			c.part = true
			return e + 1
		case n >= 5 && n < 60 && r.kindAt(e) != kUnit && !r.countable(e) && r.kindAt(k) == kNumber:
			c.minutes += n
			return e
		}
	case kAnd:
		switch r.kindAt(k + 1) {
		case kHalf:
			c.minutes += 30
			return k + 2
		case kQuarter:
			c.minutes += 15
			return k + 2
		}
	case kUnder: // moins le quart, moins vingt
		j := k + 1
		if r.kindAt(j) == kArticle {
			j++
		}
		if r.kindAt(j) == kQuarter {
			c.minutes -= 15
			c.part = true
			return j + 1
		}
		if r.kindAt(j) == kNumber && (r.marks[j].n == 5 || r.marks[j].n == 10 || r.marks[j].n == 20 || r.marks[j].n == 25) {
			c.minutes -= int(r.marks[j].n)
			return j + 1
		}
	}
	return k
}

// clockAt decides whether an hour is a time of day, and emits it with its day.
func (r *reader) clockAt(i int) int {
	c, end := r.clock(i)
	if end == i || !r.isClock(i, end, c) {
		return i
	}
	t, bare := r.base(i, end), true
	if c.minutes < 19*60 && r.hasRef && r.ref.part == code("NI") && r.ref.grain == grainDay && !t.floats && t.number() == r.ref.number() {
		if n := t.number() + 1; n != r.anchor.number()+1 { // dans la nuit de dimanche à lundi, vers 3 heures
			t = dayMoment(n)
		}
	}
	// "8 heures ce soir", "13h30 samedi 21 septembre", "14 h le 8 juillet"
	j := end
	if r.kindAt(j) == kArticle && r.singular(j) {
		j++
	}
	if m, e := r.point(j); e > j && m.grain == grainDay && m.clock < 0 && !(r.kindAt(j) == kWeekday && j > end) {
		m, e = r.joinPart(m, e)
		if m.part != 0 {
			c.minutes = afternoon(c.minutes, int32(m.part))
		}
		t, end, bare = m, e, false
	}
	if k := r.kindAt(end); bare && (k == kAnd || k == kTo) { // entre 0 h 30 et 4 h mardi
		if _, e := r.clock(end + 1); e > end+1 {
			if m, e2 := r.point(e); e2 > e && m.grain == grainDay && m.clock < 0 {
				t, bare = m, false
			}
		}
	}
	if r.norm(end) == "," && r.kindAt(end+1) == kWeekday { // vers 0 h 40, jeudi, deux voitures: two dates of one day
		if m, e := r.point(end + 1); e > end+1 && m.grain == grainDay {
			t = m
		}
	}
	t.part, t.mod = 0, ""
	if c.minutes == 24*60 && bare && !t.floats { // minuit, of no named day: the next day begins
		t, c.minutes = dayMoment(t.number()+1), 0
	}
	t.clock = c.minutes
	return r.emitMoment(i, end, t, "date.clock")
}

// isClock tells a time of day from a duration: "à 15 heures" and "15 heures de route".
func (r *reader) isClock(i, end int, c clockTime) bool {
	if c.part {
		return true
	}
	if m := &r.marks[i]; m.kind == kClock && m.has(flagShort) && len(r.norm(i)) < 5 { // 3:15 may be a score or a verse
		if k := r.kindAt(r.prev(i)); k != kTo && k != kToward {
			return false
		}
	}
	p := r.prev(i)
	for r.kindAt(p) == kToward || r.kindAt(p) == kAlmost || r.kindAt(p) == kOf && r.kindAt(r.prev(p)) == kToward {
		if r.kindAt(p) == kToward && r.kindAt(r.prev(p)) == kNone {
			return !r.of(end)
		}
		p = r.prev(p)
	}
	before := r.kindAt(p)
	switch before {
	case kDuring, kSince, kIn, kWithin, kAgo, kPer:
		return before == kSince && c.exact && c.minutes >= 5*60
	case kTo, kUntil, kFrom, kBefore, kBetween:
		if before == kTo && (r.kindAt(r.prev(p)) == kPenalty || !c.exact && c.minutes == 60) { // ramené à une heure
			return false
		}
		return !r.of(end)
	case kAfter:
		return !r.of(end) && (c.exact || c.minutes >= 6*60)
	case kAnd:
		if n := len(r.out); n > 0 && r.out[n-1].Type == "TIME" && i-r.out[n-1].Last < 4 {
			return true
		}
	case kOf:
		if r.kindAt(r.prev(p)) == kFrom { // à partir de 15 heures
			return true
		}
		if r.kindAt(end) == kTo {
			if _, e := r.clock(end + 1); e > end+1 {
				return true
			}
		}
		return c.exact && c.minutes > 5*60 && !r.of(end)
	case kArticle, kThis, kNumber, kDigits:
		return false
	}
	if !c.exact {
		if _, e := r.point(end); e > end && r.kindAt(end) != kUnit {
			return true
		}
		if len(r.out) > 0 && r.out[len(r.out)-1].Last == i {
			return true
		}
		return false
	}
	return !r.of(end)
}

// of tells whether "de" follows, and more than a part of the day: "deux heures de route".
func (r *reader) of(i int) bool { return r.kindAt(i) == kOf }

package date

import "github.com/breve-nlp/breve/lexicon"

// grain is how exact a moment is.
type grain uint8

const (
	grainNone grain = iota
	grainCentury
	grainDecade
	grainYear
	grainHalf
	grainQuarter
	grainSeason
	grainMonth
	grainWeek
	grainWeekend
	grainDay
)

// moment is a point of time as far as it is known. y = 0 means that the year is not known.
type moment struct {
	grain   grain
	y, m, d int    // m: the month, or the number of the week, quarter, half
	weekday int    // only where the day itself is not known
	season  uint16 // two letters: SP SU FA WI
	part    uint16 // two letters: MO AF EV NI DT MI
	clock   int    // minutes after midnight; -1 none
	mod     string
	era     bool   // before Christ
	ref     string // PRESENT_REF and its like, or another ready value
	floats  bool   // relative, and there was nothing to count from
}

func code(s string) uint16 {
	if len(s) != 2 {
		return 0
	}
	return uint16(s[0])<<8 | uint16(s[1])
}

func dayMoment(n int) moment {
	y, m, d := dayOf(n)
	return moment{grain: grainDay, y: y, m: m, d: d, clock: -1}
}

// number is the day number of the moment; of a longer one, of its first day.
func (m *moment) number() int {
	switch m.grain {
	case grainDay:
		return dayNumber(m.y, m.m, m.d)
	case grainMonth:
		return dayNumber(m.y, m.m, 1)
	case grainWeek, grainWeekend:
		return monday(m.y, m.m)
	}
	return dayNumber(m.y, 1, 1)
}

// value writes the moment as TIMEX3 does; what is not known is X.
func (m *moment) value() string {
	if m.ref != "" {
		return m.ref
	}
	b := make([]byte, 0, 20)
	if m.era {
		b = append(b, "BC"...)
	}
	switch m.grain {
	case grainCentury:
		b = append(pad(b, m.y/100, 2), "XX"...)
	case grainDecade:
		b = append(pad(b, m.y/10, 3), 'X')
	default:
		if m.y == 0 {
			b = append(b, "XXXX"...)
		} else {
			b = pad(b, m.y, 4)
		}
	}
	switch m.grain {
	case grainHalf:
		b = append(b, '-', 'H', byte('0'+m.m))
	case grainQuarter:
		b = append(b, '-', 'Q', byte('0'+m.m))
	case grainSeason:
		b = append(b, '-', byte(m.season>>8), byte(m.season))
	case grainMonth:
		b = pad(append(b, '-'), m.m, 2)
	case grainWeek, grainWeekend:
		b = append(b, '-', 'W')
		if m.m == 0 {
			b = append(b, "XX"...)
		} else {
			b = pad(b, m.m, 2)
		}
		if m.grain == grainWeekend {
			b = append(b, "-WE"...)
		}
	case grainDay:
		switch {
		case m.weekday != 0:
			b = append(b, "-WXX-"...)
			b = append(b, byte('0'+m.weekday))
		case m.m == 0 && m.d == 0:
			b = append(b, "-XX-XX"...)
		case m.m == 0:
			b = pad(append(b, "-XX-"...), m.d, 2)
		default:
			b = pad(append(b, '-'), m.m, 2)
			b = pad(append(b, '-'), m.d, 2)
		}
	}
	switch {
	case m.clock >= 0:
		b = pad(append(b, 'T'), m.clock/60, 2)
		b = pad(append(b, ':'), m.clock%60, 2)
	case m.part != 0:
		b = append(b, 'T', byte(m.part>>8), byte(m.part))
	}
	return string(b)
}

func pad(b []byte, n, width int) []byte {
	var digits [8]byte
	i := len(digits)
	for n > 0 && i > 0 {
		i--
		digits[i] = byte('0' + n%10)
		n /= 10
	}
	for len(digits)-i < width {
		i--
		digits[i] = '0'
	}
	return append(b, digits[i:]...)
}

// published reads the anchor: "2020-05-14", "2020-05-14T19:00", "2020-05-14T19:00:00+02:00".
func published(s string) (moment, bool) {
	m := moment{grain: grainDay, clock: -1}
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return m, false
	}
	var ok [3]bool
	m.y, ok[0] = digits(s[:4])
	m.m, ok[1] = digits(s[5:7])
	m.d, ok[2] = digits(s[8:10])
	if !ok[0] || !ok[1] || !ok[2] || !valid(m.y, m.m, m.d) {
		return m, false
	}
	if len(s) >= 16 && (s[10] == 'T' || s[10] == ' ') && s[13] == ':' {
		h, a := digits(s[11:13])
		min, b := digits(s[14:16])
		if a && b && h < 24 && min < 60 {
			m.clock = h*60 + min
		}
	}
	return m, true
}

func valid(y, m, d int) bool { return y > 0 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m) }

// digits reads a string of digits.
func digits(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || i > 8 {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, s != ""
}

// signed reads a number of a lexicon entry: "-1".
func signed(s string) int {
	neg := false
	if s != "" && s[0] == '-' {
		neg, s = true, s[1:]
	}
	n, _ := digits(s)
	if neg {
		return -n
	}
	return n
}

// today is the day of publication without its time, or a day of which nothing is known.
func (r *reader) today() moment {
	if !r.anchored {
		return moment{grain: grainDay, clock: -1, floats: true}
	}
	m := r.anchor
	m.clock = -1
	return m
}

// base is the day named last in the article, else the day of publication: the day of a clock time that stands alone over [first, end).
// What is told in the past does not happen on a day to come.
func (r *reader) base(first, end int) moment {
	if r.hasRef && r.ref.grain == grainDay && r.near() {
		m := r.ref
		m.clock, m.part, m.mod = -1, 0, ""
		if !r.anchored || m.number() <= r.anchor.number() || r.refAt == r.sentence || r.lean(first, end) >= leanNone {
			return m
		}
	}
	return r.today()
}

// night is the base of "dans la nuit", told in the past: the night before the day of publication.
func (r *reader) night(t moment, first, end int) moment {
	if r.anchored && !t.floats && t.number() == r.anchor.number() && !(r.hasRef && r.refAt == r.sentence) && r.lean(first, end) < 0 {
		return dayMoment(t.number() - 1)
	}
	return t
}

// near tells whether the article still speaks of the date that it named last: in the next sentence, or some more of the same paragraph;
// the day of publication and those beside it hold longer.
func (r *reader) near() bool {
	since := r.sentence - r.refAt
	same := r.d.Sentences[r.refAt].Paragraph == r.d.Sentences[r.sentence].Paragraph
	return since == 0 || !r.bound && (same && since <= 4 ||
		r.anchored && abs(r.ref.number()-r.anchor.number()) <= 2)
}

// shift moves a moment by n units and gives the grain that people mean: two years ago is some month, three weeks ago is a day.
func shift(from moment, u unit, n int) moment {
	m := moment{grain: grainDay, clock: -1, floats: from.floats}
	if from.floats || from.y == 0 {
		m.floats = true
		m.ref = ""
		return m
	}
	switch u {
	case unitYear:
		m.grain, m.y = grainYear, from.y+n
		if abs(n) < 5 && (from.grain == grainDay || from.grain == grainMonth) {
			m.grain, m.m = grainMonth, from.m
		}
	case unitMonth, unitQuarter, unitHalf:
		switch from.grain {
		case grainDay:
			m.y, m.m, m.d = addMonths(from.y, from.m, from.d, n)
		case grainMonth:
			m.grain = grainMonth
			m.y, m.m, _ = addMonths(from.y, from.m, 1, n)
		default:
			m.grain, m.y = grainYear, from.y+n/12
		}
	case unitWeek:
		return dayMoment(from.number() + 7*n)
	case unitDay:
		return dayMoment(from.number() + n)
	case unitWeekend:
		m.grain = grainWeekend
		m.y, m.m = isoWeek(from.number() + 7*n)
	case unitHour, unitMinute, unitSecond:
		minutes := n
		switch u {
		case unitHour:
			minutes = n * 60
		case unitSecond:
			minutes = n / 60
		}
		if from.clock < 0 {
			if u == unitHour && abs(n) >= 24 {
				return dayMoment(from.number() + n/24)
			}
			m = from
			m.floats = true
			return m
		}
		t := from.number()*1440 + from.clock + minutes
		m = dayMoment(floor(t, 1440))
		m.clock = t - floor(t, 1440)*1440
	}
	return m
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// unit is a unit of time.
type unit uint8

const (
	unitNone unit = iota
	unitSecond
	unitMinute
	unitHour
	unitDay
	unitWeek
	unitWeekend
	unitMonth
	unitQuarter
	unitHalf
	unitYear
)

var unitNames = [...]string{"", "second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "half", "year"}

func unitOf(name string) unit {
	for i := 1; i < len(unitNames); i++ {
		if unitNames[i] == name {
			return unit(i)
		}
	}
	return unitNone
}

// letters returns what stands before and after the number of a duration: P 3 Y, PT 2 H.
func (u unit) letters() (before, after string) {
	switch u {
	case unitSecond:
		return "PT", "S"
	case unitMinute:
		return "PT", "M"
	case unitHour:
		return "PT", "H"
	case unitDay:
		return "P", "D"
	case unitWeek:
		return "P", "W"
	case unitWeekend:
		return "P", "WE"
	case unitMonth, unitQuarter, unitHalf:
		return "P", "M"
	}
	return "P", "Y"
}

// attr is a number of a lexicon entry.
func attr(l *lexicon.Lexicon, e int32, c lexicon.Class, key string) int {
	return signed(l.Attr(e, c, key))
}

package date

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// kind is what a token can do in a date.
type kind uint8

// The kinds of words: first those that only help, then, from firstTrigger on, those at which a date can begin.
const (
	kNone kind = iota
	kInside
	kOpens
	kArticle
	kTo
	kAnd
	kIn
	kSince
	kDuring
	kUntil
	kFrom
	kBefore
	kAfter
	kBetween
	kToward
	kFor
	kOn
	kAlmost
	kUnder
	kFollowing
	kPrevious
	kCurrent
	kLater
	kEarlier
	kQuarter
	kSharp
	kAge
	kThere
	kEra
	kPenalty
	kCount
	kNew
	kYearNoun
	kPartOf
	kSuspended

	firstTrigger

	kOf
	kThis
	kEvery
	kAll
	kPer
	kAgo
	kWithin
	kBy
	kStart
	kMid
	kEnd
	kLast
	kNext
	kComing
	kSame
	kVague
	kHalf
	kMonth
	kWeekday
	kPart
	kUnit
	kSeason
	kDay
	kBeside
	kRef
	kRepeated
	kHoliday
	kPeriod
	kNumber
	kOrdinal
	kDigits
	kClock
	kNumeric
)

// modifierKinds are the values of kind= in date-modifier.
var modifierKinds = map[string]kind{
	"opens": kOpens, "article": kArticle, "of": kOf, "to": kTo, "and": kAnd, "in": kIn, "this": kThis, "every": kEvery, "all": kAll, "per": kPer,
	"ago": kAgo, "within": kWithin, "since": kSince, "during": kDuring, "by": kBy, "until": kUntil, "from": kFrom, "before": kBefore, "after": kAfter,
	"between": kBetween, "toward": kToward, "for": kFor, "on": kOn, "almost": kAlmost, "under": kUnder, "start": kStart, "mid": kMid, "end": kEnd,
	"last": kLast, "next": kNext, "coming": kComing, "following": kFollowing, "previous": kPrevious, "current": kCurrent, "same": kSame, "later": kLater,
	"earlier": kEarlier, "vague": kVague, "half": kHalf, "quarter": kQuarter, "sharp": kSharp, "age": kAge, "there": kThere, "era": kEra,
	"penalty": kPenalty, "count": kCount, "new": kNew, "year-noun": kYearNoun, "ordinal": kOrdinal, "part": kPartOf, "suspended": kSuspended,
}

// The flags of a mark.
const (
	flagPlural   uint8 = 1 << iota
	flagShort          // an abbreviation, which needs a number beside it
	flagWeak           // needs a date beside it
	flagOpens          // a longer form may begin here
	flagMinutes        // a clock with minutes: 14h12
	flagFraction       // 2,5
	flagRoman          // XIXe
	flagCount          // a collective: dizaine
)

// mark is what is known of the token at which it stands; wide is the number of tokens of the form, the others being kInside.
type mark struct {
	kind  kind
	flag  uint8
	wide  uint8
	unit  unit
	n     int32
	entry int32
}

func (m *mark) has(f uint8) bool { return m.flag&f != 0 }

// mark looks at every token that is read.
func (r *reader) mark() {
	n := len(r.d.Tokens)
	if cap(r.s.marks) < n {
		r.s.marks = make([]mark, n+n/4)
	}
	r.marks = r.s.marks[:n]
	clear(r.marks)
	for s := range r.d.Sentences {
		if r.d.Sentences[s].Kind == doc.Aside {
			continue
		}
		for i := r.d.Sentences[s].First; i < r.d.Sentences[s].Last; i++ {
			t := &r.d.Tokens[i]
			if r.marks[i].kind == kInside {
				continue
			}
			if t.Shape&(doc.Digit|doc.HasDigit) != 0 {
				r.marks[i] = numeral(t.Norm)
				continue
			}
			if t.Word < 0 {
				if t.Shape&doc.Hyphen != 0 {
					r.marks[i] = r.halves(t.Norm)
				} else if t.Shape&doc.Capital != 0 {
					r.marks[i] = roman(r.d.Slice(t.Span))
				}
				continue
			}
			slot := &r.s.known[uint32(t.Word)%uint32(len(r.s.known))]
			if slot.word != t.Word+1 {
				*slot = remembered{t.Word + 1, r.word(t.Word, t.Norm)}
			}
			r.marks[i] = slot.mark
			if slot.mark.has(flagOpens) {
				r.longer(i, r.d.Sentences[s].Last)
			}
			if r.marks[i].kind == kNone && t.Shape&doc.Capital != 0 {
				r.marks[i] = roman(r.d.Slice(t.Span))
			}
		}
	}
}

// longer looks for the longest form of several words at token i: "il y a", "jour de l'an".
func (r *reader) longer(i, last int) {
	e := r.d.Tokens[i].Word
	for k := i + 1; k < last; k++ {
		e = r.lex.Next(e, r.d.Tokens[k].Word)
		if e < 0 {
			return
		}
		if m := r.entry(e); m.kind != kNone && m.kind != kOpens {
			m.wide = uint8(k + 1 - i)
			r.marks[i] = m
			for j := i + 1; j <= k; j++ {
				r.marks[j].kind = kInside
			}
		}
	}
}

// word looks a single word up.
func (r *Resolver) word(w int32, norm string) mark {
	m := r.entry(w)
	if m.kind == kNone && strings.IndexByte(norm, '-') > 0 {
		m = r.halves(norm)
	}
	if m.wide == 0 {
		m.wide = 1
	}
	return m
}

// entry makes the mark of a lexicon entry.
func (r *Resolver) entry(e int32) mark {
	c := &r.classes
	set := r.lex.Set(e)
	m := mark{wide: 1, entry: e}
	get := func(class lexicon.Class, key string) string { return r.lex.Attr(e, class, key) }
	flags := func(class lexicon.Class) {
		if get(class, "plural") != "" {
			m.flag |= flagPlural
		}
		if get(class, "short") != "" {
			m.flag |= flagShort
		}
		if w := get(class, "weak"); w != "" && w != "opens" {
			m.flag |= flagWeak
		}
	}
	if set.Has(c.deictic) && get(c.deictic, "kind") == "opens" || set.Has(c.holiday) && get(c.holiday, "opens") != "" ||
		set.Has(c.period) && get(c.period, "opens") != "" || set.Has(c.part) && get(c.part, "weak") == "opens" ||
		set.Has(c.unit) || set.Has(c.weekday) || set.Has(c.holiday) || set.Has(c.modifier) && get(c.modifier, "kind") == "opens" {
		m.flag |= flagOpens
	}
	switch {
	case set.Has(c.month):
		m.kind, m.n = kMonth, int32(signed(get(c.month, "number")))
		flags(c.month)
	case set.Has(c.weekday):
		m.kind, m.n = kWeekday, int32(signed(get(c.weekday, "number")))
		flags(c.weekday)
	case set.Has(c.part) && get(c.part, "code") != "":
		m.kind, m.n = kPart, int32(code(get(c.part, "code")))
		flags(c.part)
	case set.Has(c.unit):
		m.kind, m.unit, m.n = kUnit, unitOf(get(c.unit, "unit")), 1
		if n := get(c.unit, "number"); n != "" {
			m.n = int32(signed(n))
		}
		flags(c.unit)
		if get(c.unit, "collective") != "" {
			m.flag |= flagCount
		}
		if get(c.unit, "fiscal") != "" {
			m.flag |= flagWeak
		}
	case set.Has(c.season):
		m.kind, m.n = kSeason, int32(code(get(c.season, "code")))
		flags(c.season)
	case set.Has(c.deictic) && get(c.deictic, "kind") != "opens":
		switch get(c.deictic, "kind") {
		case "day":
			m.kind = kDay
		case "beside":
			m.kind = kBeside
		case "set":
			m.kind = kRepeated
		default:
			m.kind = kRef
		}
		m.n = int32(signed(get(c.deictic, "number")))
	case set.Has(c.holiday) && get(c.holiday, "opens") == "":
		m.kind = kHoliday
		flags(c.holiday)
	case set.Has(c.period) && get(c.period, "opens") == "":
		m.kind = kPeriod
	case set.Has(c.modifier):
		m.kind = modifierKinds[get(c.modifier, "kind")]
		m.n = int32(signed(get(c.modifier, "n")))
	case set.Has(c.number):
		switch get(c.number, "kind") {
		case "one", "unit", "ten", "hundred", "thousand":
			m.kind, m.n = kNumber, int32(signed(get(c.number, "value")))
		case "collective":
			m.kind, m.n, m.flag = kNumber, int32(signed(get(c.number, "value"))), m.flag|flagCount
		case "half":
			m.kind = kHalf
		}
	case r.lex.Attr(e, c.magnitude, "value") == "1000":
		m.kind, m.n = kNumber, 1000
	}
	if m.kind == kNone && m.has(flagOpens) {
		m.kind = kOpens
	}
	return m
}

// halves looks at the parts of a hyphenated word: "mi-mars", "mars-avril", "vingt-quatre", "mi-2024" is looked at as a numeral.
func (r *Resolver) halves(norm string) mark {
	sum := int32(0)
	var first mark
	for n := 0; norm != ""; n++ {
		part := norm
		if k := strings.IndexByte(norm, '-'); k >= 0 {
			part, norm = norm[:k], norm[k+1:]
		} else {
			norm = ""
		}
		m := r.entry(r.lex.Word(part))
		switch {
		case n == 0:
			first = m
		case first.kind == kMid && (m.kind == kMonth || m.kind == kPart) && norm == "":
			return mark{kind: kMid, wide: 1, n: m.n, unit: unit(m.kind), entry: doc.None}
		case first.kind == kMonth && m.kind == kMonth && norm == "":
			return mark{kind: kMonth, wide: 1, n: first.n | m.n<<8, entry: doc.None}
		}
		switch {
		case m.kind == kAnd: // vingt-et-un
		case m.kind != kNumber || m.has(flagCount):
			return mark{entry: doc.None, wide: 1}
		case m.n == 20 && sum == 4:
			sum = 80
		case m.n == 100 && sum > 1:
			sum *= 100
		default:
			sum += m.n
		}
	}
	if first.kind != kNumber {
		return mark{entry: doc.None, wide: 1}
	}
	return mark{kind: kNumber, wide: 1, n: sum, entry: doc.None}
}

// numeral looks at a token that has digits.
func numeral(s string) mark {
	m := mark{wide: 1, entry: doc.None}
	n, k := 0, 0
	for k < len(s) && '0' <= s[k] && s[k] <= '9' && k < 8 {
		n = n*10 + int(s[k]-'0')
		k++
	}
	if k == 0 {
		if strings.HasPrefix(s, "mi-") {
			if y, ok := digits(s[3:]); ok && len(s) == 7 {
				m.kind, m.n = kMid, int32(y)
			}
		}
		return m
	}
	m.n = int32(n)
	rest := s[k:]
	switch {
	case rest == "":
		m.kind = kDigits
		m.unit = unit(k) // the number of digits
	case rest[0] == 'h':
		if min, ok := digits(rest[1:]); n <= 24 && (rest == "h" || ok && min < 60) {
			m.kind, m.n = kClock, int32(n*60+min)
			if ok {
				m.flag = flagMinutes
			}
		}
	case rest[0] == ':':
		if min, ok := digits(rest[1:]); ok && n <= 24 && min < 60 && len(rest) == 3 {
			m.kind, m.n, m.flag = kClock, int32(n*60+min), flagMinutes|flagShort
		}
	case rest[0] == '/' || rest[0] == '-' || rest[0] == '.' && strings.Count(rest, ".") == 2:
		if y, mo, d := numericDate(s); d > 0 {
			m.kind, m.n = kNumeric, int32(y)<<9|int32(mo)<<5|int32(d)
			if rest[0] == '/' && y == 0 {
				m.flag = flagShort
				if rest[1] == '0' || k == 2 && d > 12 && !(d == 24 && mo == 7) {
					m.flag = 0
				}
			}
		}
	case rest[0] == ',' || rest[0] == '.':
		if len(rest) <= 3 {
			m.kind, m.flag = kDigits, flagFraction
		}
	case rest[0] == ' ' || rest[0] == 0xc2 || rest[0] == 0xe2: // 1 600
		v := n
		for i := 0; i < len(rest); i++ {
			if '0' <= rest[i] && rest[i] <= '9' {
				v = v*10 + int(rest[i]-'0')
			} else if rest[i] == ',' {
				return m
			}
			if v > 1e7 {
				return m
			}
		}
		m.kind, m.n, m.unit = kDigits, int32(v), 9
	case rest[0] == 'e' || rest[0] == 'i' || rest[0] == 'n' || rest[0] == 'r':
		if rest == "er" || rest == "e" || rest == "eme" || rest == "ème" || rest == "ième" || rest == "re" || rest == "ère" || rest == "nd" || rest == "nde" {
			m.kind = kOrdinal
		}
	case strings.HasPrefix(rest, "ème") || strings.HasPrefix(rest, "ère"):
		m.kind = kOrdinal
	}
	return m
}

// numericDate reads 2025-07-08, 08/07/2025, 8/7, 08.07.25, 2025-07-08T14:30; y is 0 where there is no year.
func numericDate(s string) (y, m, d int) {
	if k := strings.IndexByte(s, 't'); k > 0 {
		s = s[:k]
	}
	var part, width [3]int
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= '0' && c <= '9' {
			part[n] = part[n]*10 + int(c-'0')
			if width[n]++; width[n] > 4 {
				return 0, 0, 0
			}
			continue
		}
		if n++; n > 2 {
			return 0, 0, 0
		}
	}
	if width[0] == 4 { // year first
		if n == 2 && valid(part[0], part[1], part[2]) {
			return part[0], part[1], part[2]
		}
		return 0, 0, 0
	}
	d, m = part[0], part[1]
	if d < 1 || d > 31 || m < 1 || m > 12 || width[1] > 2 {
		return 0, 0, 0
	}
	switch {
	case n == 1 && strings.IndexByte(s, '/') > 0:
		return 0, m, d
	case n == 2 && width[2] == 2:
		y = century(part[2])
	case n == 2 && width[2] == 4:
		y = part[2]
	default:
		return 0, 0, 0
	}
	if !valid(y, m, d) {
		return 0, 0, 0
	}
	return y, m, d
}

// century adds the century to a year of two digits: 98 is 1998, 25 is 2025.
func century(y int) int {
	if y > 50 {
		return 1900 + y
	}
	return 2000 + y
}

// roman reads the number of a century: XIXe, XXème, IVe.
func roman(s string) mark {
	m := mark{wide: 1, entry: doc.None}
	n, last, k := int32(0), int32(0), 0
	for ; k < len(s); k++ {
		var v int32
		switch s[k] {
		case 'I':
			v = 1
		case 'V':
			v = 5
		case 'X':
			v = 10
		}
		if v == 0 {
			break
		}
		if v > last && last > 0 {
			v -= 2 * last
		}
		n += v
		last = v
		if last < 0 {
			last = -last
		}
	}
	switch s[k:] {
	case "e", "ème", "ième", "er", "ᵉ":
		if k > 0 && n > 0 && n < 40 {
			m.kind, m.n, m.flag = kOrdinal, n, flagRoman
		}
	}
	return m
}

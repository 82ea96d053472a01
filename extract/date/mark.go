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
	kOwn

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
	kYears
)

// modifierKinds are the values of kind= in date-modifier.
var modifierKinds = map[string]kind{
	"opens": kOpens, "article": kArticle, "of": kOf, "to": kTo, "and": kAnd, "in": kIn, "this": kThis, "every": kEvery, "all": kAll, "per": kPer,
	"ago": kAgo, "within": kWithin, "since": kSince, "during": kDuring, "by": kBy, "until": kUntil, "from": kFrom, "before": kBefore, "after": kAfter,
	"between": kBetween, "toward": kToward, "for": kFor, "on": kOn, "almost": kAlmost, "under": kUnder, "start": kStart, "mid": kMid, "end": kEnd,
	"last": kLast, "next": kNext, "coming": kComing, "following": kFollowing, "previous": kPrevious, "current": kCurrent, "same": kSame, "later": kLater,
	"earlier": kEarlier, "vague": kVague, "half": kHalf, "quarter": kQuarter, "sharp": kSharp, "age": kAge, "there": kThere, "era": kEra,
	"penalty": kPenalty, "count": kCount, "new": kNew, "year-noun": kYearNoun, "ordinal": kOrdinal, "part": kPartOf, "suspended": kSuspended, "own": kOwn,
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
				r.marks[i] = r.numeral(t.Norm)
				if next := i + 1; t.Word >= 0 && next < len(r.d.Tokens) && r.d.Tokens[next].Norm == "-" { // le 11-Septembre
					r.longer(i, r.d.Sentences[s].Last)
				}
				continue
			}
			word := t.Word
			if word < 0 && t.Shape&doc.Lower != 0 { // decembre, apres-midi: written without accents
				word = r.lex.Bare(t.Norm)
			}
			if word < 0 {
				if t.Shape&doc.Hyphen != 0 {
					r.marks[i] = r.halves(t.Norm)
				} else if t.Shape&doc.Capital != 0 {
					r.marks[i] = r.roman(r.d.Slice(t.Span))
				}
				continue
			}
			if !r.concerns(word) && t.Shape&doc.Hyphen == 0 {
				if t.Shape&doc.Capital != 0 {
					r.marks[i] = r.roman(r.d.Slice(t.Span))
				}
				continue
			}
			slot := &r.s.known[uint32(word)%uint32(len(r.s.known))]
			if slot.word != word+1 {
				*slot = remembered{word + 1, r.word(word, t.Norm)}
			}
			r.marks[i] = slot.mark
			if slot.mark.has(flagOpens) {
				r.longerFrom(word, i, r.d.Sentences[s].Last)
			}
			if r.marks[i].kind == kNone && t.Shape&doc.Capital != 0 {
				r.marks[i] = r.roman(r.d.Slice(t.Span))
			}
		}
	}
}

// concerns tells whether an entry is in one of the date classes.
func (r *Resolver) concerns(e int32) bool {
	s := r.lex.Set(e)
	return s[0]&r.dated[0]|s[1]&r.dated[1]|s[2]&r.dated[2]|s[3]&r.dated[3] != 0
}

// longer looks for the longest form of several words at token i: "il y a", "jour de l'an".
func (r *reader) longer(i, last int) { r.longerFrom(r.d.Tokens[i].Word, i, last) }

func (r *reader) longerFrom(e int32, i, last int) {
	for k := i + 1; k < last; k++ {
		e = r.lex.Next(e, r.d.Tokens[k].Word)
		if e < 0 {
			return
		}
		if !r.concerns(e) {
			continue
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
	case set.Has(c.month) && set.Has(c.number): // sept: a number, or short for septembre
		m.kind, m.n, m.flag = kNumber, int32(signed(get(c.number, "value"))), m.flag|flagShort
		m.unit = unit(signed(get(c.month, "number")))
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

// Package date yields the dates of an article: points of time, durations and repetitions, with their TIMEX3 value.
//
// Relative dates are counted from the day of publication, "la veille" and its like from the day that the article named last. There is no
// clock here: an article without a day of publication keeps its relative dates, unresolved, and a warning says so.
package date

import (
	"sync"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Resolver finds dates. It is safe for any number of goroutines.
type Resolver struct {
	lex       *lexicon.Lexicon
	classes   classes
	scratch   sync.Pool
	names     lexicon.Set // lexicon.Named
	firstName lexicon.Class
	dated     lexicon.Set // all classes that make a mark
}

// classes are the numbers of the classes that the room reads.
type classes struct {
	month, weekday, part, unit, season, deictic, holiday, period, modifier, number, magnitude, cue, habit, speech, role, demonym, suffix lexicon.Class
}

// New returns a resolver over a lexicon.
func New(lex *lexicon.Lexicon) *Resolver {
	r := &Resolver{lex: lex, classes: classes{
		month: lex.Class("month"), weekday: lex.Class("weekday"), part: lex.Class("day-part"), unit: lex.Class("time-unit"),
		season: lex.Class("season"), deictic: lex.Class("deictic"), holiday: lex.Class("holiday"), period: lex.Class("period"),
		modifier: lex.Class("date-modifier"), number: lex.Class("number"), magnitude: lex.Class("magnitude"),
		cue: lex.Class("date-cue"), habit: lex.Class("date-verb"), speech: lex.Class("speech-verb"), role: lex.Class("role"), demonym: lex.Class("demonym"), suffix: lex.Class("ordinal-suffix"),
	}}
	r.names, r.firstName = lex.Named(), lex.Class("first-name")
	c := &r.classes
	for _, class := range [...]lexicon.Class{c.month, c.weekday, c.part, c.unit, c.season, c.deictic, c.holiday, c.period, c.modifier, c.number, c.magnitude} {
		if class != 0 {
			r.dated.Add(class)
		}
	}
	r.scratch.New = func() any { return new(scratch) }
	return r
}

// scratch is what one reading needs and the next can use again.
type scratch struct {
	marks   []mark
	verbs   []verb
	known   [1 << 12]remembered  // marks of words seen before, by the low bits of the word's number
	natures [1 << 12]naturalized // the same for what the words say of time
}

type remembered struct {
	word int32 // the word's number + 1
	mark mark
}

// reader reads one document.
type reader struct {
	*Resolver
	d     *doc.Document
	s     *scratch
	marks []mark
	first int // the sentence: [first, last)
	last  int
	out   []doc.Date

	anchor   moment // when the article was published
	anchored bool
	ref      moment // the day that was named last
	hasRef   bool
	refAt    int    // the sentence that named it, by its number
	bound    bool   // it only bounds something: "depuis lundi"
	sentence int    // the number of this one
	named    [8]int // by weekday: the day number of a full date with that weekday, 0 if none
	verbs    []verb
	lastLean int
	best     verb // that gave the last lean
	story    story
	verbsOf  int // the sentence whose verbs are known, by its first token; -1 none

	depth    int  // of points of time inside points of time
	amount   int  // the first amount that does not end before the duration that is looked at
	floating bool // a relative date met no anchor
}

// Resolve returns the dates of a document in the order of its text, and warns of dates that do not fit.
func (r *Resolver) Resolve(d *doc.Document) []doc.Date {
	s := r.scratch.Get().(*scratch)
	defer r.scratch.Put(s)
	rd := reader{Resolver: r, d: d, s: s, verbsOf: doc.None, verbs: s.verbs[:0]}
	rd.anchor, rd.anchored = published(d.Source.Published)
	rd.mark()
	rd.silence()
	for i := range d.Sentences {
		st := &d.Sentences[i]
		if st.Kind == doc.Aside {
			continue
		}
		rd.sentence = i
		rd.first, rd.last = st.First, st.Last
		for at := st.First; at < st.Last; {
			if rd.marks[at].kind < firstTrigger {
				at++
				continue
			}
			at = max(rd.expression(at), at+1)
		}
	}
	if rd.floating {
		d.Warn("no_date", "Date de publication inconnue : les dates relatives ne sont pas résolues.")
	}
	s.verbs = rd.verbs
	return rd.out
}

// expression reads what begins at token i and returns the token after it, i where nothing does.
func (r *reader) expression(i int) int {
	switch r.marks[i].kind {
	case kWeekday, kMonth, kHoliday, kDay, kBeside, kNumeric, kSeason:
		if r.marks[i].kind == kWeekday {
			if e := r.weekdaySet(i); e > i {
				return e
			}
		}
		return r.pointAt(i)
	case kDigits:
		for _, read := range [...]func(int) int{r.clockAt, r.dayList, r.durationAt, r.yearAt} {
			if e := read(i); e > i {
				return e
			}
		}
	case kNumber:
		for _, read := range [...]func(int) int{r.clockAt, r.namedDay, r.durationAt} {
			if e := read(i); e > i {
				return e
			}
		}
	case kOrdinal:
		if e := r.dayList(i); e > i {
			return e
		}
		return r.pointAt(i)
	case kClock:
		if e := r.clockAt(i); e > i {
			return e
		}
		return r.durationAt(i)
	case kYears:
		return r.yearPair(i)
	case kPart:
		return r.partAt(i)
	case kUnit:
		return r.unitAt(i)
	case kRef, kRepeated, kPeriod:
		return r.readyAt(i)
	case kThis:
		return r.thisAt(i)
	case kEvery, kAll, kPer:
		return r.setAt(i)
	case kAgo, kWithin, kBy:
		return r.offsetAt(i)
	case kStart, kMid, kEnd:
		return r.boundedAt(i)
	case kLast, kNext, kComing, kVague, kHalf, kOf, kSame:
		return r.vagueAt(i)
	}
	return i
}

// emit adds a date over the tokens [first, last).
func (r *reader) emit(first, last int, kind, value, mod string, resolved bool, by string) {
	span := r.d.Span(doc.Range{First: first, Last: last})
	r.emitSpan(first, last, span, kind, value, mod, resolved, by)
}

func (r *reader) emitSpan(first, last int, span doc.Span, kind, value, mod string, resolved bool, by string) {
	if !resolved {
		r.floating = true
	}
	r.out = append(r.out, doc.Date{
		Range: doc.Range{First: first, Last: last}, Span: span,
		Type: kind, Value: value, Mod: mod, Resolved: resolved, By: by,
	})
}

// emitMoment adds a point of time and remembers its day.
func (r *reader) emitMoment(first, last int, m moment, by string) int {
	if m.mod == "" {
		m.mod = r.modBefore(first)
	}
	kind := "DATE"
	if m.clock >= 0 || m.part != 0 {
		kind = "TIME"
	}
	r.emit(first, last, kind, m.value(), m.mod, !m.floats, by)
	r.remember(m)
	if r.bound = r.bounds(first); !r.bound { // a bound is not the day of what is told in the next sentences
		r.tell(first, last, &m)
	}
	return last
}

// bounds tells whether a date only bounds something: "depuis lundi", "jusqu'à lundi", "d'ici à lundi".
func (r *reader) bounds(first int) bool {
	p := r.beforeArticle(first)
	if r.kindAt(p) == kTo {
		p = r.prev(p)
	}
	k := r.kindAt(p)
	return k == kSince || k == kUntil || k == kBy
}

// remember keeps the day that was named last: "la veille" starts from it.
func (r *reader) remember(m moment) {
	if m.floats || m.y == 0 || m.ref != "" {
		return
	}
	switch m.grain {
	case grainDay, grainYear, grainMonth:
		r.ref, r.hasRef, r.refAt = m, true, r.sentence
	}
}

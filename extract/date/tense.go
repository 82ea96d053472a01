package date

import (
	"sort"

	"github.com/breve-nlp/breve/extract/doc"
)

// What a sentence says of a weekday or month without a year: the last one, the next one, one that was planned (from today on, unless the last
// is much nearer), or nothing.
const (
	leanPast    = -2
	leanSoft    = -1 // past by a participle only: "présentée mercredi" may be to come
	leanNone    = 0
	leanPlanned = 1
	leanFuture  = 2
)

// shade is what else a verb says of a date beside it; it counts for weekdays, and for the year of a story.
type shade uint8

const (
	shadeNone    shade = iota
	shadePresent       // se réunit vendredi: to come
	shadeTold          // dénonce, remporte: the present of a report
	shadeAhead         // appelle à un rassemblement, espère: of what comes, unless the date stands right beside the verb
	shadePassive       // est examiné vendredi
	shadeEither        // devait, était prévu: whichever is nearer
	shadeStory         // passé simple
	shadeBefore        // imparfait, plus-que-parfait
	shadeOpen          // until, from: of what comes unless the verb says otherwise
)

// verb is a verb of the sentence with the time that it speaks of.
type verb struct {
	at     int
	lean   int
	near   int // how many tokens before the date it may stand at most, 0 for any number
	shade  shade
	incise bool   // stands right behind punctuation
	nature nature // of the word that carries the meaning
}

// lean weighs the words around a date: a preposition before it, else the tense of the nearest verb.
func (r *reader) lean(first, end int) int {
	r.best = verb{at: doc.None}
	d := r.leans(first, end)
	r.lastLean = d
	return d
}

func (r *reader) leans(first, end int) int {
	p := r.beforeArticle(first)
	if n := len(r.out); n > 0 && r.kindAt(p) == kAnd && r.out[n-1].Range.Last == p { // depuis le 21 mars et le 4 avril
		return r.lastLean
	}
	if k := r.kindAt(p); k == kThis {
		p = r.prev(p)
	}
	before := r.kindAt(p)
	if before == kOf && (r.kindAt(r.prev(p)) == kFrom || r.kindAt(r.prev(p)) == kUntil) {
		p = r.prev(p)
		before = r.kindAt(p)
	}
	if before == kTo && r.kindAt(r.prev(p)) == kUntil {
		p = r.prev(p)
		before = kUntil
	}
	switch before {
	case kSince:
		return leanPast
	case kBy:
		return leanFuture
	}
	if r.kindAt(r.prev(p)) == kBy {
		return leanFuture
	}
	dir := r.tense(first, end)
	switch before {
	case kUntil, kFor, kFrom, kBefore:
		if p < first-1 || before == kUntil || before == kBefore { // jusqu'à vendredi, à partir de lundi; dès lundi follows its verb
			r.best.shade = shadeOpen
		}
		if dir == leanNone || dir < 0 && before == kFor || dir < 0 && before == kUntil && !r.anchored {
			return leanPlanned
		}
		if dir < 0 && (before == kFrom || before == kUntil || before == kBefore) {
			return leanNone
		}
	}
	return dir
}

// reach is how many tokens away a verb may stand that gives a date its tense.
const reach = 40

// tense is the time of the verb nearest to tokens [first, end).
func (r *reader) tense(first, end int) int {
	if r.verbsOf != r.first {
		r.findVerbs()
		r.verbsOf = r.first
	}
	best, lean := 1<<30, leanNone
	r.best = verb{at: doc.None}
	from := sort.Search(len(r.verbs), func(k int) bool { return r.verbs[k].at >= first-reach })
	for _, v := range r.verbs[from:] {
		if v.at > end+reach {
			break
		}
		distance := 0
		switch {
		case v.at < first:
			distance = first - v.at
			if v.near > 0 && distance > v.near {
				continue
			}
			distance += 5 * r.breaks(v.at, first)
		case v.at >= end:
			if v.near > 0 {
				continue
			}
			distance = v.at - end + 2
			if n := r.breaks(end, v.at); n > 0 {
				distance += 5 * n
				if v.incise && v.nature&says != 0 { // Apple pourrait présenter un casque au printemps, croit savoir le journal
					distance += reach / 2
				}
			}
		default:
			continue
		}
		if distance < best {
			best, lean = distance, v.lean
			r.best = v
		}
	}
	return lean
}

// breaks counts what separates clauses between two tokens.
func (r *reader) breaks(from, to int) int {
	n := 0
	for i := from; i < to && i < r.last; i++ {
		if t := &r.d.Tokens[i]; t.Is(doc.Punct) {
			switch t.Norm {
			case ",", ";", ":", "(", ")", "«", "»", "\"":
				n++
			}
		}
	}
	return n
}

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

// verb is a verb of the sentence with the time that it speaks of.
type verb struct {
	at   int
	lean int
	near bool // counts only right before the date: a participle
}

// lean weighs the words around a date: a preposition before it, else the tense of the nearest verb.
func (r *reader) lean(first, end int) int {
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
	from := sort.Search(len(r.verbs), func(k int) bool { return r.verbs[k].at >= first-reach })
	for _, v := range r.verbs[from:] {
		if v.at > end+reach {
			break
		}
		distance := 0
		switch {
		case v.at < first:
			distance = first - v.at
			if v.near && distance > 3 {
				continue
			}
			distance += 5 * r.breaks(v.at, first)
		case v.at >= end:
			if v.near {
				continue
			}
			distance = v.at - end + 2
			distance += 5 * r.breaks(end, v.at)
		default:
			continue
		}
		if distance < best {
			best, lean = distance, v.lean
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

// findVerbs notes the verbs of the sentence.
func (r *reader) findVerbs() {
	r.verbs = r.verbs[:0]
	last := nature(0) // of the word before
	for i := r.first; i < r.last; i++ {
		t := &r.d.Tokens[i]
		if t.Word < 0 || t.Shape&(doc.Punct|doc.Digit|doc.Elided) != 0 {
			last = 0
			continue
		}
		n := r.nature(t.Word)
		before := last
		last = n
		switch {
		case n&helps != 0:
			if next, lean, ok := r.compound(i, n); ok {
				r.verbs = append(r.verbs, verb{at: i, lean: lean})
				if next > i {
					r.verbs = append(r.verbs, verb{at: next, lean: lean})
				}
				i = next
			}
		case n&isPlanned != 0:
			r.verbs = append(r.verbs, verb{at: i, lean: leanPlanned})
		case n&isParticiple != 0 && before&isInfinitive != 0: // devrait être signé
		case n&isInfinitive != 0 && i > r.first && r.kindAt(i-1) == kTo: // un entretien à paraître mercredi
			r.verbs = append(r.verbs, verb{i, leanPlanned, true})
		default:
			if lean, near, ok := n.time(); ok {
				r.verbs = append(r.verbs, verb{i, lean, near})
			}
		}
	}
}

// compound reads a helping verb with what it helps: "a annoncé", "est prévue", "va ouvrir", "doit se tenir".
func (r *reader) compound(i int, helper nature) (end, lean int, ok bool) {
	reflexive := i > r.first && r.d.Tokens[i-1].Is(doc.Elided) && r.d.Tokens[i-1].Norm[0] == 's'
	for j := i + 1; j < r.last && j <= i+6; j++ {
		t := &r.d.Tokens[j]
		if t.Shape&(doc.Clitic|doc.Elided) != 0 {
			continue
		}
		if t.Word < 0 {
			return 0, 0, false
		}
		n := r.nature(t.Word)
		switch {
		case helper&(helpsGo|helpsMust) != 0:
			if n&isInfinitive != 0 {
				if j+1 < r.last && r.d.Tokens[j+1].Word >= 0 && r.nature(r.d.Tokens[j+1].Word)&isParticiple != 0 { // doit être signé
					j++
				}
				return j, leanFuture, true
			}
		case n&isPlanned != 0 && helper&helpsBe != 0:
			return j, leanPlanned, true
		case n&isParticiple != 0:
			if helper&isFuture != 0 || helper&isSubjunctive != 0 && helper&helpsBe != 0 && !reflexive {
				return j, leanFuture, true
			}
			return j, leanPast, true
		case n&takesPlace != 0: // a lieu, avait lieu
			if helper&isPast != 0 {
				return j, leanPast, true
			}
			return j, leanFuture, true
		}
		if n&isAdverb == 0 || r.kindAt(j) == kOf || t.Is(doc.Punct) {
			break
		}
	}
	if helper&helpsMaybe != 0 {
		return i, leanPlanned, true
	}
	lean, _, _ = helper.time()
	return i, lean, true
}

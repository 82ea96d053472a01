package date

import (
	"sort"
	"strings"

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
	for i := r.first; i < r.last; i++ {
		t := &r.d.Tokens[i]
		if t.Word < 0 || t.Shape&(doc.Punct|doc.Digit|doc.Elided) != 0 {
			continue
		}
		cue := r.lex.Attr(t.Word, r.classes.cue, "kind")
		switch cue {
		case "have", "be", "go", "must", "cond":
			if next, lean, ok := r.compound(i, cue); ok {
				r.verbs = append(r.verbs, verb{at: i, lean: lean})
				for j := i + 1; j <= next; j++ { // a participle does not count twice
					if j == next {
						r.verbs = append(r.verbs, verb{at: j, lean: lean})
					}
				}
				i = next
				continue
			}
		case "future":
			r.verbs = append(r.verbs, verb{at: i, lean: leanPlanned})
			continue
		}
		tags := r.lex.Tags(t.Word)
		if tags == "" {
			continue
		}
		if i > r.first && r.d.Tokens[i-1].Word >= 0 && strings.Contains(tags, "v.pp") && strings.Contains(r.lex.Tags(r.d.Tokens[i-1].Word), "v.inf") {
			continue // devrait être signé
		}
		if i > r.first && r.kindAt(i-1) == kTo && strings.Contains(tags, "v.inf") { // un entretien à paraître mercredi
			r.verbs = append(r.verbs, verb{i, leanPlanned, true})
			continue
		}
		if lean, near, ok := tagged(tags); ok {
			r.verbs = append(r.verbs, verb{i, lean, near})
		}
	}
}

// compound reads a helping verb with what it helps: "a annoncé", "est prévue", "va ouvrir", "doit se tenir".
func (r *reader) compound(i int, cue string) (end, lean int, ok bool) {
	reflexive := i > r.first && r.d.Tokens[i-1].Is(doc.Elided) && r.d.Tokens[i-1].Norm[0] == 's'
	for j := i + 1; j < r.last && j <= i+6; j++ {
		t := &r.d.Tokens[j]
		if t.Is(doc.Clitic) || t.Is(doc.Elided) {
			continue
		}
		if t.Word < 0 {
			return 0, 0, false
		}
		kind := r.lex.Attr(t.Word, r.classes.cue, "kind")
		tags := r.lex.Tags(t.Word)
		switch cue {
		case "have", "be", "cond":
			if kind == "future" && cue == "be" {
				return j, leanPlanned, true
			}
			if strings.Contains(tags, "v.pp") {
				if strings.Contains(r.lex.Tags(r.d.Tokens[i].Word), "v.if") {
					return j, leanFuture, true
				}
				if cue == "be" && !reflexive && strings.Contains(r.lex.Tags(r.d.Tokens[i].Word), "v.sp") {
					return j, leanFuture, true
				}
				return j, leanPast, true
			}
			if kind == "takes-place" {
				if cue == "have" {
					return j, leanFuture, true
				}
				return j, leanPlanned, true
			}
		case "go", "must":
			if strings.Contains(tags, "v.inf") {
				if j+1 < r.last && r.d.Tokens[j+1].Word >= 0 && strings.Contains(r.lex.Tags(r.d.Tokens[j+1].Word), "v.pp") { // doit être signé
					j++
				}
				return j, leanFuture, true
			}
		}
		if !adverbial(tags) || r.kindAt(j) == kOf || t.Is(doc.Punct) {
			break
		}
	}
	if cue == "cond" {
		return i, leanPlanned, true
	}
	lean, _, _ = tagged(r.lex.Tags(r.d.Tokens[i].Word))
	return i, lean, true
}

// adverbial tells a word that may stand between a helping verb and its participle.
func adverbial(tags string) bool {
	return strings.Contains(tags, "adv") || strings.Contains(tags, "pro")
}

// tagged is the time that a verb form speaks of. A form that can be a noun too ("porte", "livre") says nothing.
func tagged(tags string) (lean int, near, ok bool) {
	present, participle, noun := false, false, false
	for tags != "" {
		tag := tags
		if k := strings.IndexByte(tags, ';'); k >= 0 {
			tag, tags = tags[:k], tags[k+1:]
		} else {
			tags = ""
		}
		if !strings.HasPrefix(tag, "v.") {
			if tag[0] == 'n' || strings.HasPrefix(tag, "pre") || strings.HasPrefix(tag, "con") || strings.HasPrefix(tag, "pro") {
				noun = true
			}
			continue
		}
		switch tag[2:4] {
		case "if", "cp":
			return leanFuture, false, true
		case "ii", "is", "si":
			lean = leanPast
			ok = true
		case "ip":
			present = true
		case "pp":
			if !strings.HasPrefix(tag, "v.ppr") {
				participle = true
			}
		}
	}
	switch {
	case ok && !present && !noun:
		return leanPast, false, true
	case ok && !noun: // dit, finit: present or past
		return leanPast, false, true
	case participle && !noun:
		return leanSoft, true, true
	case present && !noun:
		return leanNone, false, true
	}
	return 0, false, false
}

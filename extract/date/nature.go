package date

import "strings"

// nature is what a word can be for the time of its sentence.
type nature uint32

const (
	isKnown nature = 1 << iota
	isFuture
	isConditional
	isPast
	isPresent
	isSubjunctive
	isParticiple
	isInfinitive
	isNoun   // or another word that is no verb
	isAdverb // may stand between a helping verb and its participle
	isPlanned
	takesPlace
	helpsHave
	helpsBe
	helpsGo
	helpsMust
	helpsMaybe
	isSimple    // passé simple: a story of long ago
	isImperfect // imparfait
	isArticle   // le, son, à: what follows is a noun
	isAdjective
	isPronoun
	isPlan     // a noun of what people set a day for: rassemblement, audience
	says       // a verb of saying
	arrives    // takes être
	looksAhead // what is said or wanted of a later day: appelle à
	tells      // an outcome, in the present of a story
	acts       // a verb of saying that is more often a deed

	helps = helpsHave | helpsBe | helpsGo | helpsMust | helpsMaybe
)

// cues are the values of kind= in date-cue.
var cues = map[string]nature{
	"future": isPlanned, "takes-place": takesPlace, "have": helpsHave, "be": helpsBe, "go": helpsGo, "must": helpsMust, "cond": helpsMaybe, "plan": isPlan,
}

// habits are the values of kind= in date-verb.
var habits = map[string]nature{"arrive": arrives, "ahead": looksAhead, "told": tells, "act": acts}

type naturalized struct {
	word   int32 // the word's number + 1
	nature nature
}

// nature looks a word up; what was seen before is remembered.
func (r *reader) nature(word int32) nature {
	slot := &r.s.natures[uint32(word)%uint32(len(r.s.natures))]
	if slot.word != word+1 {
		n := readTags(r.lex.Tags(word)) | cues[r.lex.Attr(word, r.classes.cue, "kind")] | habits[r.lex.Attr(word, r.classes.habit, "kind")]
		if r.lex.Is(word, r.classes.speech) && n&acts == 0 {
			n |= says
		}
		if n&helps != 0 && n&isImperfect != 0 { // étaient: of étayer too
			n &^= isSubjunctive | isPresent | says
		}
		*slot = naturalized{word + 1, n}
	}
	return slot.nature
}

// readTags reads the tags of the list of forms: "nms,0+;v.ip3s,1+er".
func readTags(tags string) nature {
	if tags == "" {
		return 0
	}
	n := isKnown
	for tags != "" {
		tag := tags
		if k := strings.IndexByte(tags, ';'); k >= 0 {
			tag, tags = tags[:k], tags[k+1:]
		} else {
			tags = ""
		}
		if len(tag) < 4 || tag[:2] != "v." {
			switch {
			case strings.HasPrefix(tag, "adv"):
				n |= isAdverb
			case strings.HasPrefix(tag, "pro"):
				n |= isAdverb | isNoun | isPronoun
			case strings.HasPrefix(tag, "pre"):
				n |= isNoun | isArticle
			case strings.HasPrefix(tag, "det"):
				n |= isArticle
			case tag[0] == 'n' || strings.HasPrefix(tag, "con"):
				n |= isNoun
			case tag[0] == 'a':
				n |= isAdjective
			}
			continue
		}
		switch tag[2:4] {
		case "if":
			n |= isFuture
		case "cp":
			n |= isConditional
		case "ii":
			n |= isPast | isImperfect
		case "is":
			n |= isPast | isSimple
		case "si":
			n |= isPast
		case "ip":
			n |= isPresent
		case "sp":
			n |= isSubjunctive
		case "in":
			n |= isInfinitive
		case "pp":
			if !strings.HasPrefix(tag, "v.ppr") {
				n |= isParticiple
			}
		}
	}
	return n
}

// time is the time that a verb form speaks of. A form that can be a noun too ("porte", "livre") says nothing here; near: how far before the
// date it may stand, 0 for anywhere.
func (n nature) time() (lean, near int, ok bool) {
	switch {
	case n&(isFuture|isConditional) != 0:
		return leanFuture, 0, true
	case n&isImperfect != 0 && n&isNoun == 0: // étaient, of étayer too
		return leanPast, 0, true
	case n&isParticiple != 0 && n&(isPast|isPresent) == 0:
		if n&isNoun != 0 { // adopté lundi: a noun too, but not right before a date
			return leanSoft, 1, true
		}
		return leanSoft, 3, true
	case n&isNoun != 0:
		return 0, 0, false
	case n&isPast != 0 && n&isPresent == 0: // réunit, finit are read as the present
		return leanPast, 0, true
	case n&isParticiple != 0 && n&says == 0: // construit
		return leanSoft, 3, true
	case n&isPresent != 0:
		return leanNone, 0, true
	}
	return 0, 0, false
}

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

	helps = helpsHave | helpsBe | helpsGo | helpsMust | helpsMaybe
)

// cues are the values of kind= in date-cue.
var cues = map[string]nature{
	"future": isPlanned, "takes-place": takesPlace, "have": helpsHave, "be": helpsBe, "go": helpsGo, "must": helpsMust, "cond": helpsMaybe,
}

type naturalized struct {
	word   int32 // the word's number + 1
	nature nature
}

// nature looks a word up; what was seen before is remembered.
func (r *reader) nature(word int32) nature {
	slot := &r.s.natures[uint32(word)%uint32(len(r.s.natures))]
	if slot.word != word+1 {
		*slot = naturalized{word + 1, readTags(r.lex.Tags(word)) | cues[r.lex.Attr(word, r.classes.cue, "kind")]}
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
				n |= isAdverb | isNoun
			case tag[0] == 'n' || strings.HasPrefix(tag, "pre") || strings.HasPrefix(tag, "con"):
				n |= isNoun
			}
			continue
		}
		switch tag[2:4] {
		case "if":
			n |= isFuture
		case "cp":
			n |= isConditional
		case "ii", "is", "si":
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

// time is the time that a verb form speaks of. A form that can be a noun too ("porte", "livre") says nothing; near: it counts only right
// before the date.
func (n nature) time() (lean int, near, ok bool) {
	switch {
	case n&(isFuture|isConditional) != 0:
		return leanFuture, false, true
	case n&isNoun != 0:
		return 0, false, false
	case n&isPast != 0: // dit, finit: present or past
		return leanPast, false, true
	case n&isParticiple != 0:
		return leanSoft, true, true
	case n&isPresent != 0:
		return leanNone, false, true
	}
	return 0, false, false
}

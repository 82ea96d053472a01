package summary

import (
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// classes are the numbers of the lexicon's classes that the room asks for.
type classes struct {
	noun, adjective, adverb, determiner, preposition, pronoun, conjunction lexicon.Class
	finite, infinitive, participle, gerund                                 lexicon.Class
	stop, opening, clause, speech, auxiliary, role, title, cue, trim       lexicon.Class
	imperfect, present, timeUnit, why, how                                 lexicon.Class
	slot, number, negation, weekday, month                                 lexicon.Class
	eventVerb, eventNoun, hindsight                                        lexicon.Class
}

func findClasses(lex *lexicon.Lexicon) classes {
	c := lex.Class
	return classes{
		noun: c("noun"), adjective: c("adjective"), adverb: c("adverb"), determiner: c("determiner"), preposition: c("preposition"), pronoun: c("pronoun"),
		conjunction: c("conjunction"), finite: c("finite"), infinitive: c("infinitive"), participle: c("participle"), gerund: c("gerund"),
		stop: c("stop"), opening: c("opening"), clause: c("clause"), speech: c("speech-verb"), auxiliary: c("auxiliary"), role: c("role"),
		title: c("title"), cue: c("source-cue"), trim: c("trim"), slot: c("slot"), number: c("number"), negation: c("negation"),
		why: c("why"), how: c("how"), imperfect: c("imperfect"), present: c("present"), timeUnit: c("time-unit"), weekday: c("weekday"), month: c("month"),
		eventVerb: c("event-verb"), eventNoun: c("event-noun"), hindsight: c("hindsight"),
	}
}

// is tells whether the word at token i is in a class.
func (r *reading) is(i int, c lexicon.Class) bool {
	return i >= 0 && i < len(r.d.Tokens) && r.c.lex.Is(r.d.Tokens[i].Word, c)
}

// longest returns the longest entry of a class that begins at token i before token last, and the token after it; None where there is none.
func (r *reading) longest(i, last int, c lexicon.Class) (int32, int) {
	best, end := int32(doc.None), i
	if i < 0 || i >= last {
		return best, end
	}
	lex := r.c.lex
	for e, k := r.d.Tokens[i].Word, i+1; e >= 0; k++ {
		if lex.Is(e, c) {
			best, end = e, k
		}
		if k >= last || !lex.Continues(e) {
			break
		}
		e = lex.Next(e, r.d.Tokens[k].Word)
	}
	return best, end
}

package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// resolve finds the entity of some kinds that the pronoun at token i stands for, where no doubt is left: the one that the sentence, or else
// the sentence before, names first, without a preposition. None where there are two, or none. kind is the type of the event: nobody tells his own death.
func (p *parser) resolve(i int, want kinds, kind string) int {
	if m := p.mentionOf(i); m != doc.None {
		return p.entityOf(m)
	}
	w := p.d.Tokens[i].Word
	gender, plural := p.v.lex.Attr(w, p.v.clause, "gender"), p.v.lex.Attr(w, p.v.clause, "number") == "p"
	if gender == "" && p.v.lex.Attr(w, p.v.clause, "number") == "s" {
		if kind == "death" {
			return doc.None
		}
		return p.speaker(i, want) // "j'ai quitté le ministère"
	}
	if plural || gender == "" {
		return doc.None
	}
	if e := p.named(p.start, i, want, gender); e != doc.None {
		return e
	}
	if p.sentence == 0 {
		return doc.None
	}
	s := p.d.Sentences[p.sentence-1]
	return p.named(s.First, min(s.Last, len(p.d.Tokens)), want, gender)
}

// speaker returns who says the words at token i.
func (p *parser) speaker(i int, want kinds) int {
	for q := range p.d.Quotes {
		x := &p.d.Quotes[q]
		if x.Kind == "direct" && x.First <= i && i < x.Last && x.Speaker >= 0 && x.Speaker < len(p.d.Entities) {
			if p.v.kinds.of(p.d.Entities[x.Speaker].Type).meets(want) {
				return x.Speaker
			}
		}
	}
	return doc.None
}

// named returns the entity of a stretch of tokens that is named first without a preposition before it.
func (p *parser) named(from, to int, want kinds, gender string) int {
	found := doc.None
	for i := from; i < to; i++ {
		m := p.mentionAt(i)
		if m == doc.None {
			continue
		}
		e := p.entityOf(m)
		if e == doc.None || !p.mentionKinds(m).meets(want) || e == found {
			continue
		}
		x := &p.d.Entities[e]
		if x.Gender != "" && gender != "" && x.Gender != gender || x.Type != doc.Person && x.Type != doc.Organization {
			continue
		}
		if i > from && p.v.lex.Is(p.d.Tokens[i-1].Word, p.v.slot) {
			continue
		}
		if found != doc.None && x.Type == doc.Person {
			return doc.None // two could be meant
		}
		if found == doc.None {
			found = e
		}
	}
	return found
}

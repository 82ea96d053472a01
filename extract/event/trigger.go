package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// trigger returns the entry of the longest event verb that begins at i; adverbs and dates may stand inside: "prend lundi la tête".
func (p *parser) trigger(i int) (int32, int) {
	best, last := int32(doc.None), i
	e := p.d.Tokens[i].Word
	gap := 0
	if e < 0 || p.aboutOf(e).sort&(tells|opens) == 0 {
		return best, last
	}
	for k := i + 1; e >= 0; k++ {
		if p.v.lex.Is(e, p.v.eventVerb) && gap == 0 {
			best, last = e, k
		}
		if k >= p.end || !p.v.lex.Continues(e) {
			break
		}
		next := p.follow(e, p.d.Tokens[k].Word)
		if next < 0 {
			if gap < 4 && (p.sorts[k]&adverb != 0 && p.sorts[k]&(noun|finite) == 0 || p.sorts[k]&negSecond != 0 || p.dateOf(k) != doc.None) {
				gap++
				continue
			}
			if k == i+1 && p.mentionAt(k) != doc.None && p.sorts[i]&participle != 0 {
				// "a mis Orvane en demeure"
				if end := p.d.Mentions[p.mentionAt(k)].Last; end < p.end {
					k, gap = end-1, gap+1
					continue
				}
			}
			break
		}
		e, gap = next, 0
	}
	return best, last
}

// follow is Next of the lexicon; "leur" goes on where the form has "son" or "sa".
func (p *parser) follow(e, w int32) int32 {
	next := p.v.lex.Next(e, w)
	if next < 0 && w >= 0 && p.possessive(w) {
		for _, o := range p.v.likes[w] {
			if next = p.v.lex.Next(e, o); next >= 0 {
				break
			}
		}
	}
	return next
}

func (p *parser) possessive(w int32) bool {
	if w < 0 {
		return false
	}
	part := p.aboutOf(w).part
	return part == partPoss || part == partIndirect
}

// innerOf returns the noun between the first and the other words of a verb, None where there is none.
func (p *parser) innerOf(h, last int) int {
	if h+1 < last && p.mentionAt(h+1) != doc.None {
		return p.at(h + 1)
	}
	return doc.None
}

// verbFrames returns the frames of the verb at a token.
func (v *Deriver) verbFrames(p *parser, h int) []frame {
	e, _ := p.trigger(h)
	if e < 0 {
		return nil
	}
	return v.verbs[v.lex.Form(e, v.eventVerb)]
}

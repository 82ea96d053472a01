package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// complements lists the noun phrases from token i to the end of the clause.
func (p *parser) complements(i int) (out []int) { return p.rightOf(i, false) }

// rightOf is complements; with far it goes on behind an infinitive and behind "dont" without a verb: date, place and figures stand there.
func (p *parser) rightOf(i int, far bool) (out []int) {
	if i >= p.end {
		return nil
	}
	for k := p.at(i); k < len(p.phrases); k++ {
		x := &p.phrases[k]
		if x.first < i {
			continue
		}
		switch x.what {
		case whose:
			if !far || k+1 >= len(p.phrases) || p.phrases[k+1].what != nominal || k+2 < len(p.phrases) && p.phrases[k+2].what == verb || k+3 < len(p.phrases) && p.phrases[k+3].what == verb {
				return out
			}
		case stop, sub, if_, who, whom, where:
			return out
		case verb:
			if p.sorts[x.first]&(finite|have|be) != 0 || p.sorts[x.first]&gerund != 0 {
				// the subject of that verb is no complement of this one
				for n := len(out); n > 0 && k > 0; n = len(out) {
					y := &p.phrases[out[n-1]]
					if y.last == p.phrases[k-1].last && y.slot == slotNone && out[n-1] == k-1 && k >= 2 && (p.phrases[k-2].what == and || p.phrases[k-2].what == comma) {
						out = out[:n-1]
					}
					break
				}
				return out
			}
			if p.sorts[x.first]&infinitive != 0 && !far {
				return out
			}
		case nominal:
			out = append(out, k)
		}
	}
	return out
}

// before lists the noun phrases of the clause on the left of token i, from its beginning.
func (p *parser) before(i int) (out []int) {
	if i <= p.start {
		return nil
	}
	k := p.at(i - 1)
	for ; k >= 0; k-- {
		x := &p.phrases[k]
		if x.what == stop || x.what == sub || x.what == if_ || x.what == whom {
			break
		}
		if x.what == verb && p.sorts[x.first]&finite != 0 && p.relativeOf(k) == doc.None {
			break
		}
	}
	for k++; k < len(p.phrases) && p.phrases[k].first < i; k++ {
		if p.phrases[k].what == nominal {
			out = append(out, k)
		}
	}
	return out
}

// bySlot keeps the phrases of a slot. A "de" complement of a noun is one of the noun, not of the verb.
func (p *parser) bySlot(s slot, all []int, from int) (out []int) {
	for _, k := range all {
		x := &p.phrases[k]
		if x.slot != s {
			continue
		}
		if s == slotDe && x.parent != doc.None {
			y := &p.phrases[x.parent]
			if y.last > from && (y.mention == doc.None && y.amount == doc.None || y.kinds.meets(p.v.pronoun)) {
				continue
			}
		}
		if x.date != doc.None && x.entry < 0 && s != slotPour && s != slotDe {
			continue
		}
		if s == slotDe && x.first >= from && p.commaBetween(from, x.lead) {
			break
		}
		out = append(out, k)
	}
	return out
}

func (p *parser) commaBetween(i, j int) bool {
	for ; i < j; i++ {
		if p.phrases[p.at(i)].what == comma {
			return true
		}
	}
	return false
}

// childrenOf keeps the complements of a noun: "un contrat de 30 millions".
func (p *parser) childrenOf(k int, all []int) (out []int) {
	for _, j := range all {
		if p.phrases[j].slot == slotDe && p.phrases[j].parent == k {
			out = append(out, j)
		}
	}
	return out
}

// bareOf lists the phrases without preposition that are no dates.
func (p *parser) bareOf(all []int) (out []int) {
	for _, k := range all {
		if x := &p.phrases[k]; (x.slot == slotNone || x.loose) && (x.date == doc.None || x.entry >= 0) && !p.isPronoun(k) {
			if x.mention == doc.None && x.amount == doc.None && x.first == x.head && k > 0 && p.phrases[k-1].what == comma && len(out) == 0 {
				continue // "il a perdu, enfant, toute sa famille"
			}
			out = append(out, k)
			if len(out) == 3 {
				break
			}
		}
	}
	return out
}

// antecedentsOf returns what "que" stands for.
func (p *parser) antecedentsOf(first int) []int {
	for k := p.at(first); k >= 0; k-- {
		if p.phrases[k].what == whom {
			return p.antecedents(k)
		}
	}
	return nil
}

// whoseAt returns the phrase "dont" that opens the clause.
func (p *parser) whoseAt(first int) int {
	for k := p.at(first); k >= 0; k-- {
		switch p.phrases[k].what {
		case whose:
			return k
		case verb, stop, who, whom:
			if p.phrases[k].first < first {
				return doc.None
			}
		}
	}
	return doc.None
}

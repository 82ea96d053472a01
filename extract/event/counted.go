package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// counted fills a phrase from an amount: "500 postes" is what can be cut.
func (p *parser) counted(x *phrase, n int) {
	a := &p.d.Amounts[n]
	x.amount, x.last, x.head = n, min(a.Last, p.end), a.First
	x.kinds = p.v.is.amount.or(p.v.kinds.of(a.Kind))
	for k := a.First; k < x.last; k++ {
		if e, _ := p.longest(k, p.v.nounKind); e >= 0 {
			of := p.nounKinds(e)
			if a.Kind == "money" {
				of[0], of[1] = of[0]&^p.v.is.asset[0], of[1]&^p.v.is.asset[1] // "5 milliards d'euros" are no currency that moves
			}
			x.kinds = x.kinds.or(of)
			x.head = k
		} else if e, _ := p.longest(k, p.v.role); e >= 0 {
			x.kinds = x.kinds.or(p.v.is.people)
		}
	}
}

// penaltyAfter finds "de prison" after a duration.
func (p *parser) penaltyAfter(i int) (int32, int) {
	if i+1 >= p.end || p.sorts[i]&preposition == 0 {
		return doc.None, i
	}
	e, last := p.longest(i+1, p.v.nounKind)
	if e < 0 || !p.nounKinds(e).meets(p.v.is.prison.or(p.v.is.penalty)) {
		return doc.None, i
	}
	for last < p.end && p.sorts[last]&adjective != 0 && p.sorts[last]&(preposition|determiner|finite) == 0 {
		last++ // "de prison ferme"
	}
	return e, last
}

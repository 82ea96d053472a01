package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// nounClaim finds what stands before and behind an event noun and changes what it claims.
func (p *parser) nounClaim(k, h, last int) group {
	g := group{first: h, head: h, last: last, clitic: doc.None, modality: "asserted"}
	x := &p.phrases[k]
	if x.none || x.slot == slotWithout {
		g.negated = true
	}
	for i := x.first; i < max(x.last, last); i++ {
		if i >= h && i < last {
			continue
		}
		if e, _ := p.longest(i, p.v.modalNoun); e >= 0 {
			p.nounModal(&g, e)
		}
	}
	if last < p.end && p.sorts[last]&adjective != 0 {
		if e, _ := p.longest(last, p.v.modalNoun); e >= 0 {
			p.nounModal(&g, e)
		}
	}
	// "projet de rachat", "menace d'une grève"
	for j := k; p.phrases[j].parent != doc.None; {
		j = p.phrases[j].parent
		if e, _ := p.longest(p.phrases[j].head, p.v.modalNoun); e >= 0 {
			p.nounModal(&g, e)
		}
		if p.phrases[j].none {
			g.negated = !g.negated
		}
		x = &p.phrases[j]
		k = j
	}
	if k > 0 && p.phrases[k-1].what == if_ {
		g.drop = true
	}
	if i := x.lead - 1; x.slot == slotA && i >= p.start && p.sorts[i]&(adjective|participle) != 0 && p.sorts[i]&noun == 0 && p.auxBefore(i) == doc.None {
		g.modality = weaker(g.modality, "possible") // "favorable à un accord"
	}
	// the verb before: "a annulé le rachat"
	if k > 0 && x.slot == slotNone || x.slot == slotA || x.slot == slotDe {
		for j := k - 1; j >= 0; j-- {
			y := &p.phrases[j]
			if y.what == verb {
				p.verbOver(&g, y.first)
				break
			}
			if y.what != other && !(y.what == nominal && (y.date != doc.None || y.slot != slotNone && j == k-1 && x.slot == slotNone)) {
				break
			}
		}
	}
	// the verb behind: "le rachat est envisagé", "la fusion pourrait"
	for j := p.after(k); j < len(p.phrases); j++ {
		y := &p.phrases[j]
		if y.what == verb {
			if x.slot == slotNone && p.sorts[y.first]&(finite|have|be) != 0 {
				p.verbBehind(&g, y.first)
				g.nominal = true
				for ; j < len(p.phrases) && p.phrases[j].what == verb; j++ {
					g.last = max(g.last, p.phrases[j].last)
				}
			} else if p.sorts[y.first]&participle != 0 {
				if e, _ := p.longest(y.first, p.v.modal); e >= 0 && j == p.after(k) {
					p.participleBehind(&g, e)
				}
			}
			break
		}
		if y.what != nominal && y.what != other && y.what != comma {
			break
		}
	}
	return g
}

func (p *parser) nounModal(g *group, e int32) {
	g.modality = weaker(g.modality, p.v.lex.Attr(e, p.v.modalNoun, "modality"))
	if p.v.lex.Attr(e, p.v.modalNoun, "polarity") == "negated" {
		g.negated = !g.negated
	}
}

func (p *parser) participleBehind(g *group, e int32) {
	g.modality = weaker(g.modality, p.v.lex.Attr(e, p.v.modal, "past"))
	if p.v.lex.Attr(e, p.v.modal, "polarity") == "negated" {
		g.negated = !g.negated
	}
}

// verbOver applies the verb of which the event noun is the object.
func (p *parser) verbOver(g *group, t int) {
	h := p.headOf(t)
	x := p.analyze(h, 1)
	if e, _ := p.longest(h, p.v.modal); e >= 0 && !(x.passive || x.bare) {
		p.nounUnder(g, x, h, e)
		return
	}
	if x.negated {
		g.negated = !g.negated
	}
	if x.modality == "planned" || x.modality == "reported" || x.modality == "possible" {
		g.modality = weaker(g.modality, x.modality)
	}
}

// verbBehind applies the verb of which the event noun is the subject.
func (p *parser) verbBehind(g *group, t int) {
	h := p.headOf(t)
	x := p.analyze(h, 1)
	if e, _ := p.longest(h, p.v.modal); e >= 0 {
		p.nounUnder(g, x, h, e)
		g.subjects, g.under = nil, false
		return
	}
	if x.negated && !x.bare {
		g.negated = !g.negated
	}
	if x.modality != "asserted" {
		g.modality = weaker(g.modality, x.modality)
	}
}

// nounUnder applies a modal verb to an event noun.
func (p *parser) nounUnder(g *group, x group, h int, e int32) {
	if m := p.v.lex.Attr(e, p.v.modal, "noun"); m == "drop" {
		g.drop = true
		return
	} else if m == "call" {
		g.modality, g.under = weaker(g.modality, "planned"), true
		g.call, g.subjects = true, x.subjects
		return
	} else if m != "" && !x.negated {
		g.modality = weaker(weaker(g.modality, m), x.modality)
		return
	}
	*g = p.applyModal(*g, x, h)
	g.under = true
	if p.v.lex.Attr(e, p.v.modal, "self") != "" && !(x.passive || x.be || x.bare) {
		g.subjects = x.subjects
	}
}

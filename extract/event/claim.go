package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// nounClaim finds what stands before and behind an event noun and changes what it claims.
func (p *parser) nounClaim(k, h, last int) group {
	g := group{first: h, head: h, last: last, clitic: doc.None, inner: doc.None, modality: "asserted"}
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
	if x.slot == slotA && k > 0 && p.phrases[k-1].what == nominal && p.phrases[k-1].last == x.lead {
		// "les appels à la démission": nobody resigns; "un appel à la grève": somebody plans one
		if e, _ := p.longest(p.phrases[k-1].head, p.v.modalNoun); e >= 0 && p.v.lex.Attr(e, p.v.modalNoun, "noun") == "call" {
			g.call, g.modality = true, weaker(g.modality, "planned")
		}
	}
	if k > 0 && p.phrases[k-1].what == if_ {
		g.drop = true
	}
	if p.dislocated(k) {
		g.drop = true
	}
	if i := x.lead - 1; x.slot == slotA && i >= p.start && p.sorts[i]&(adjective|participle) != 0 && p.sorts[i]&noun == 0 && p.auxBefore(i) == doc.None {
		g.modality = weaker(g.modality, "possible") // "favorable à un accord"
	}
	if i := x.lead - 1; x.slot == slotDe && i >= p.start && p.sorts[i]&participle != 0 && p.d.Tokens[i].Word >= 0 && p.v.lex.Attr(p.d.Tokens[i].Word, p.v.modal, "modality") == "reported" {
		g.modality = weaker(g.modality, "reported") // "accusés d'attentat"
	}
	// the verb before: "a annulé le rachat"
	if from := p.listHead(k); k > 0 && x.slot == slotNone || x.slot == slotA || x.slot == slotDe || x.slot == slotSur {
		for j := from - 1; j >= 0; j-- {
			y := &p.phrases[j]
			if y.what == verb {
				if e, _ := p.longest(p.headOf(y.first), p.v.modal); e >= 0 || from == k && x.slot != slotSur {
					p.verbOver(&g, y.first)
				}
				break
			}
			if y.what == comma && j == k-1 {
				if i := p.asideBefore(j); i != doc.None {
					j = i // "a réclamé, en cas d'accord, la démission"
					continue
				}
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

// dislocated tells of a noun that "c'est" says something general of: "Un incendie dans un hôpital, c'est un cauchemar."
func (p *parser) dislocated(k int) bool {
	x := &p.phrases[k]
	if k > 0 && p.phrases[k-1].what != stop && p.phrases[k-1].what != other || p.definite(x) || x.slot != slotNone {
		return false
	}
	for j := k + 1; j+1 < len(p.phrases) && j < k+4; j++ {
		switch y := &p.phrases[j]; y.what {
		case nominal:
			if y.slot == slotNone {
				return false
			}
		case comma:
			t := p.phrases[j+1].first
			return t+1 < p.end && p.d.Tokens[t].Is(doc.Elided) && p.sorts[t]&(subjectPronoun|determiner) != 0 && p.sorts[t]&objectPronoun == 0 && p.sorts[t+1]&be != 0
		default:
			return false
		}
	}
	return false
}

// asideBefore returns the comma that opens the aside that the comma j closes, None where there is none: words without a verb behind a preposition.
func (p *parser) asideBefore(j int) int {
	for i := j - 1; i > 0 && i > j-8; i-- {
		switch x := &p.phrases[i]; x.what {
		case comma:
			if i+1 < j && p.phrases[i+1].what == nominal && p.phrases[i+1].slot == slotNone && p.phrases[i+1].date == doc.None {
				return doc.None // an apposition
			}
			return i
		case nominal, other, if_:
		default:
			return doc.None
		}
	}
	return doc.None
}

// listHead returns the first noun of the list that the bare noun k ends, where no verb of its own stands behind it: "table sur une chute du PIB et la
// suppression de 800 emplois".
func (p *parser) listHead(k int) int {
	if k < 2 || p.phrases[k].slot != slotNone || p.phrases[k-1].what != and {
		return k
	}
	if n := p.after(k); n < len(p.phrases) && p.phrases[n].what == verb && p.sorts[p.phrases[n].first]&(finite|have|be) != 0 {
		return k
	}
	j := k - 2
	for j > 0 && p.phrases[j].what == nominal && (p.phrases[j].parent != doc.None || p.phrases[j].date != doc.None || p.phrases[j].amount != doc.None) && p.phrases[j-1].what == nominal {
		j--
	}
	if p.phrases[j].what != nominal {
		return k
	}
	return j
}

func (p *parser) nounModal(g *group, e int32) {
	if p.v.lex.Attr(e, p.v.modalNoun, "other") != "" {
		g.other = true
		return
	}
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

package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// governed finds what an infinitive hangs on, and what that makes of its claim: "pourrait racheter", "a renoncé à racheter", "projet de racheter".
func (p *parser) governed(g group, depth int) group {
	if depth > 3 {
		g.drop = true
		return g
	}
	k := g.first - 1
	purpose := false
	// the preposition, of one word or several
	for from := max(p.start, k-3); from <= k; from++ {
		if e, last := p.longest(from, p.v.why); e >= 0 && last == g.first && p.v.lex.Attr(e, p.v.why, "opens") == "infinitive" {
			purpose, k = true, from-1
			break
		}
		if e, last := p.longest(from, p.v.slot); e >= 0 && last == g.first {
			switch p.slotFor(e) {
			case slotWithout:
				g.negated = !g.negated
				g.subjects = p.mainSubjects(from, depth)
				return g
			case slotTime:
				g.subjects = p.mainSubjects(from, depth)
				return g
			case slotPour:
				purpose = true
			}
			k = from - 1
			break
		}
	}
	if k < p.start {
		if purpose {
			g.modality, g.subjects = weaker(g.modality, "planned"), p.next1(g.first)
			return g
		}
		g.drop = true
		return g
	}
	for k > p.start && p.sorts[k]&(adverb|negSecond) != 0 && p.sorts[k]&(verbal|noun) == 0 {
		k--
	}
	if purpose {
		return p.purposed(g, k+1, depth)
	}
	if p.sorts[k]&(verbal|have|be) != 0 && (p.sorts[k]&noun == 0 || p.sorts[k]&verbal != 0) {
		return p.under(g, k, depth, false)
	}
	// "projet de racheter", "prêt à vendre"
	if e, _ := p.longest(k, p.v.modalNoun); e >= 0 {
		g.nominal = true
		m, pol := p.v.lex.Attr(e, p.v.modalNoun, "modality"), p.v.lex.Attr(e, p.v.modalNoun, "polarity")
		g.modality = weaker(g.modality, m)
		g.negated = g.negated != (pol == "negated")
		if h := p.mainVerb(k); h != doc.None {
			x := p.analyze(h, depth+1)
			g.subjects, g.drop = x.subjects, x.drop
			if e, _ := p.longest(h, p.v.modal); e < 0 && x.negated {
				g.negated = !g.negated // "n'a pas l'intention de vendre"
			}
			g = p.applyModal(g, x, h)
		}
		return g
	}
	// the object of the governing verb stands between: "contraindre Orvane à vendre", "a décidé mardi de vendre"
	for j, steps := p.at(k), 0; j >= 0 && steps < 6; j, steps = j-1, steps+1 {
		x := &p.phrases[j]
		if x.what == stop || x.what == sub || x.what == who || x.what == whom || x.what == if_ {
			break
		}
		if x.what == verb && p.sorts[x.first]&verbal != 0 {
			return p.under(g, p.headOf(x.first), depth, true)
		}
	}
	g.drop = true
	return g
}

// under applies the verb at h, which governs the group: its modality, its negation, its subject.
func (p *parser) under(g group, h, depth int, apart bool) group {
	if p.sorts[h]&(be|have) != 0 && p.sorts[h]&participle == 0 {
		h = p.headOf(h)
	}
	x := p.analyze(h, depth+1)
	g.subjects, g.que = x.subjects, x.que
	g.drop = g.drop || x.drop
	g.first = min(g.first, x.first)
	e, _ := p.longest(h, p.v.modal)
	if e < 0 {
		if p.sorts[h]&goes == 0 {
			g.drop = true // a verb of which nothing is known: "permet", "rêve"
		}
		return g
	}
	if p.v.lex.Attr(e, p.v.modal, "control") == "object" && !(x.passive || x.be || x.bare) {
		g.subjects = nil
		for j := p.at(h) + 1; j < len(p.phrases) && p.phrases[j].first < g.head; j++ {
			if y := &p.phrases[j]; y.what == nominal && y.date == doc.None {
				g.subjects = append(g.subjects, j)
				break
			}
		}
		if x.clitic != doc.None {
			g.clitic = doc.None
		}
	}
	return p.applyModal(g, x, h)
}

// applyModal lets the verb group x, whose verb stands at h, weigh on the claim of g.
func (p *parser) applyModal(g, x group, h int) group {
	e, _ := p.longest(h, p.v.modal)
	if e < 0 {
		g.modality = weaker(g.modality, x.modality)
		return g
	}
	attr := func(key string) string { return p.v.lex.Attr(e, p.v.modal, key) }
	m := attr("modality")
	switch {
	case x.simple && attr("conditional") != "":
		if m = attr("conditional"); p.condition {
			m = weaker(m, "possible") // "s'il fallait reconfiner, le gouvernement devrait décréter"
		}
	case x.past || x.passive || x.be:
		if y := attr("past"); y != "" {
			m = y
		}
		m = weaker(m, x.modality)
	default:
		m = weaker(m, x.modality)
	}
	neg := attr("polarity") == "negated"
	if x.lone && attr("ne") != "" {
		if p.only(h) {
			m = "asserted" // "n'ont pu rouvrir qu'en juin"
		} else {
			x.negated = true // "n'a pu signer"
		}
	}
	switch {
	case x.negated && neg:
		m = weaker(m, "possible")
	case x.negated && m == "denied":
		m = "reported"
	case x.negated || neg:
		g.negated = !g.negated
		if x.negated && (m == "possible" || m == "planned") {
			m = "asserted"
		}
	}
	g.modality = weaker(g.modality, m)
	if attr("reported") != "" {
		g.reporter = x.subjects
	}
	return g
}

// only tells whether "que" follows in the clause: with "ne" before the verb it restricts and does not negate.
func (p *parser) only(h int) bool {
	for k := p.at(h) + 1; k < len(p.phrases); k++ {
		switch p.phrases[k].what {
		case whom:
			return true
		case stop, who, sub, if_:
			return false
		}
	}
	return false
}

// purposed reads "pour", "afin de" before the infinitive: a purpose is planned, but "nommé pour succéder à" is a fact.
func (p *parser) purposed(g group, edge, depth int) group {
	h := p.nearVerb(edge)
	if h == doc.None {
		g.drop = true
		return g
	}
	x := p.analyze(h, depth+1)
	g.subjects = x.subjects
	g.drop = x.drop
	fact := false
	for _, f := range p.v.verbFrames(p, h) {
		fact = fact || f.purpose
	}
	if fact {
		if !(x.passive || x.be || x.bare) {
			g.subjects = nil
			for j := p.at(h) + 1; j < len(p.phrases) && p.phrases[j].first < g.first; j++ {
				if y := &p.phrases[j]; y.what == nominal && y.slot == slotNone && y.date == doc.None {
					g.subjects = append(g.subjects, j)
					break
				}
			}
		}
		g.modality, g.negated = weaker(g.modality, x.modality), g.negated != x.negated
		return g
	}
	g.modality = weaker(weaker(g.modality, "planned"), x.modality)
	if x.negated {
		g.drop = true
	}
	return g
}

// nearVerb returns the nearest verb of any form on the left of a token in its clause.
func (p *parser) nearVerb(edge int) int {
	if edge <= p.start {
		return doc.None
	}
	for k := p.at(edge - 1); k >= 0; k-- {
		switch x := &p.phrases[k]; x.what {
		case verb:
			return p.headOf(x.first)
		case stop, sub, if_:
			return doc.None
		}
	}
	return doc.None
}

package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// opener tells what opens the clause of a token.
func (p *parser) opener(i int) what {
	if i <= p.start {
		return other
	}
	for k := p.at(i - 1); k >= 0; k-- {
		switch w := p.phrases[k].what; w {
		case if_, sub, who, whom, whose, where, stop:
			return w
		case verb:
			if p.sorts[p.phrases[k].first]&finite != 0 {
				return other
			}
		}
	}
	return other
}

// subjects returns the noun phrases that can be the subject of the verb group that begins at edge, the likeliest first.
func (p *parser) subjects(edge, depth int) (out []int, que bool) {
	if edge <= p.start {
		return nil, false
	}
	deep := 0
	for k := p.at(edge - 1); k >= 0; k-- {
		x := &p.phrases[k]
		switch x.what {
		case other:
			if n := p.d.Tokens[x.first].Norm; n == ")" {
				deep++
			} else if n == "(" && deep > 0 {
				deep--
			}
		case nominal:
			if deep > 0 || x.date != doc.None || x.amount != doc.None && p.amountKind(x.amount) == "age" {
				continue // "cinq hommes de 18 et 19 ans ont été"
			}
			if x.slot != slotNone && !x.loose || x.slot == slotDe && x.parent != doc.None {
				continue
			}
			if j := p.apposed(k, edge); j != doc.None {
				if p.phrases[j].mention == doc.None && x.mention != doc.None {
					j, k = k, j // "le député, François Ruffin, a été": the name says more
				}
				return []int{j, k}, p.objectRelative(j)
			}
			if k > 0 && p.phrases[k-1].what == verb && p.sorts[p.phrases[k-1].first]&(participle|infinitive|finite) != 0 && !p.isPronoun(k) && (p.at(edge-1) != k || p.relativeOf(k-1) != doc.None && p.sorts[p.phrases[k-1].first]&finite != 0) {
				continue // the object of an earlier verb; the verb comes next
			}
			return []int{k}, p.objectRelative(k)
		case who:
			return p.antecedents(k), que
		case whom:
			que = true
			if p.at(edge-1) == k {
				return nil, que
			}
			return nil, que
		case whose, where:
			return nil, que
		case verb:
			t := x.first
			if p.sorts[t]&(finite|have|be) == 0 || p.sorts[t]&(infinitive|participle|gerund) != 0 && p.sorts[t]&finite == 0 {
				continue
			}
			if j := p.relativeOf(k); j != doc.None {
				k = j
				continue
			}
			if depth < 3 && p.joined(k, edge) {
				for h := p.headOf(t); ; {
					g := p.analyze(h, depth+1)
					return g.subjects, que
				}
			}
			return nil, que
		case stop, sub, if_:
			return nil, que
		}
	}
	return nil, que
}

// objectRelative tells whether "que" with a noun before it stands before the subject: "Nubilia, qu'Orvane a rachetée".
func (p *parser) objectRelative(k int) bool {
	return k > 0 && p.phrases[k-1].what == whom && len(p.antecedents(k-1)) > 0
}

// apposed returns the noun before an apposition that closes right before the verb: "Léa Brossard, la directrice, quitte".
func (p *parser) apposed(k, edge int) int {
	if k < 2 || p.phrases[p.at(edge-1)].what != comma || p.phrases[k-1].what != comma {
		return doc.None
	}
	j := p.root(k - 2)
	for j > 0 && p.phrases[j].what == nominal && p.phrases[j].slot != slotNone && p.phrases[j-1].what == nominal {
		j = p.root(j - 1)
	}
	if p.phrases[j].what != nominal || p.phrases[j].slot != slotNone || p.phrases[j].date != doc.None {
		return doc.None
	}
	return j
}

// antecedents returns the nouns that a relative pronoun can stand for: the nearest, then those that it hangs on.
func (p *parser) antecedents(k int) []int {
	j := k - 1
	for j >= 0 && (p.phrases[j].what == comma || p.phrases[j].what == and || p.phrases[j].what == other) {
		j--
	}
	if j < 0 || p.phrases[j].what != nominal {
		return nil
	}
	out := []int{j}
	for i := j; p.phrases[i].parent != doc.None; {
		i = p.phrases[i].parent
		out = append(out, i)
	}
	if k > 0 && p.phrases[k-1].what == and {
		// "dont ils sont actionnaires, et qui a déposé": the second relative clause of the same noun
		if r := p.relativeOf(k - 1); r != doc.None {
			out = append(out, p.antecedents(r)...)
		} else if v := p.at(p.phrases[j].first) - 1; v >= 0 && p.phrases[v].what == verb {
			if r := p.relativeOf(v); r != doc.None {
				out = append(out, p.antecedents(r)...)
			}
		}
	}
	if r := out[len(out)-1]; p.phrases[r].slot != slotNone && r > 0 && p.phrases[r-1].what == nominal {
		out = append(out, p.root(r-1))
	}
	return out
}

// relativeOf returns the phrase before the relative clause that a finite verb belongs to, None where it belongs to none.
func (p *parser) relativeOf(k int) int {
	for j := k - 1; j >= 0; j-- {
		switch p.phrases[j].what {
		case who, whose, where, whom:
			return j
		case verb:
			if p.sorts[p.phrases[j].first]&finite != 0 {
				return doc.None
			}
		case stop, sub, if_:
			return doc.None
		}
	}
	return doc.None
}

// joined tells whether the verb at edge shares the subject of the verb k: "X a annoncé … et quitte".
func (p *parser) joined(k, edge int) bool {
	for j := p.at(edge - 1); j > k; j-- {
		if w := p.phrases[j].what; w == and || w == comma {
			return true
		}
		if p.phrases[j].what == nominal || p.phrases[j].what == other {
			return false
		}
	}
	return false
}

// mainVerb returns the nearest finite verb on the left of a token, None where the clause ends before.
func (p *parser) mainVerb(edge int) int {
	if edge <= p.start {
		return doc.None
	}
	for k := p.at(edge - 1); k >= 0; k-- {
		switch x := &p.phrases[k]; x.what {
		case verb:
			if p.sorts[x.first]&finite != 0 {
				return p.headOf(x.first)
			}
			if p.sorts[x.first]&participle != 0 && p.sorts[x.first]&be == 0 {
				return x.first
			}
		case stop, sub, if_:
			return doc.None
		}
	}
	return doc.None
}

// mainSubjects returns the subject of the nearest verb: on the left, else behind the comma ("En quittant Orvane, Omar Ziani …").
func (p *parser) mainSubjects(edge, depth int) []int {
	if h := p.mainVerb(edge); h != doc.None && depth < 3 {
		return p.analyze(h, depth+1).subjects
	}
	if edge > p.start {
		if out, _ := p.subjects(edge, depth+1); len(out) > 0 {
			return out
		}
	}
	return p.next1(edge)
}

// next1 returns the first bare noun behind the next comma.
func (p *parser) next1(edge int) []int {
	k := p.at(edge)
	for ; k < len(p.phrases) && p.phrases[k].what != comma; k++ {
		if p.phrases[k].what == stop || p.phrases[k].what == sub {
			return nil
		}
	}
	for k++; k < len(p.phrases); k++ {
		x := &p.phrases[k]
		if x.what == nominal && x.slot == slotNone && x.date == doc.None {
			return []int{k}
		}
		if x.what == verb || x.what == stop {
			break
		}
	}
	return nil
}

// bareSubjects finds the noun of a participle without auxiliary: "X, nommé mardi", "500 postes supprimés", "Nommée mardi, X".
func (p *parser) bareSubjects(g group) group {
	if g.first == p.start || p.onlyOpening(g.first) {
		g.subjects = p.next1(g.first)
		return g
	}
	k := p.at(g.first - 1)
	for k >= 0 && (p.phrases[k].what == comma || p.phrases[k].what == and || p.phrases[k].what == other) {
		if n := p.d.Tokens[p.phrases[k].first].Norm; n == "(" {
			break
		}
		k--
	}
	if k < 0 {
		return g
	}
	// "élu en 2014 et réélu en 2020": the noun of the first participle
	for j := k; j >= 0 && k-j < 8 && p.phrases[k].what != nominal || j >= 0 && k-j < 8 && p.phrases[j].slot != slotNone && p.phrases[j].parent == doc.None || j >= 0 && p.phrases[j].date != doc.None; j-- {
		if x := &p.phrases[j]; x.what == verb {
			if p.sorts[x.first]&participle != 0 && p.auxBefore(x.first) == doc.None && x.first < g.first {
				return group{first: g.first, head: g.head, last: g.last, clitic: doc.None, inner: doc.None, modality: "asserted", bare: true, subjects: p.bareSubjects(group{first: x.first}).subjects}
			}
			break
		} else if x.what == stop || x.what == nominal && x.slot == slotNone && x.date == doc.None {
			break
		}
	}
	if p.phrases[k].what != nominal || p.phrases[k].date != doc.None {
		return g
	}
	out := []int{}
	comma := p.phrases[p.at(g.first-1)].what == comma
	if comma {
		// behind a comma the whole noun phrase is meant: "le patron d'Orvane, nommé en mai"
		out = append(out, p.root(k))
		if p.root(k) != k {
			out = append(out, k)
		}
	} else {
		out = append(out, k)
		for i := k; p.phrases[i].parent != doc.None; {
			i = p.phrases[i].parent
			out = append(out, i)
		}
	}
	g.subjects = out
	return g
}

// onlyOpening tells whether nothing but adverbs and dates stands before a token.
func (p *parser) onlyOpening(i int) bool {
	for j := p.start; j < i; j++ {
		if p.sorts[j]&adverb == 0 && p.dateOf(j) == doc.None && !p.d.Tokens[j].Is(doc.Punct) {
			return false
		}
	}
	return true
}

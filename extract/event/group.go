package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// group is a verb with its auxiliaries, pronouns and negations, and with what governs it.
type group struct {
	first     int // leftmost token
	head      int // the token of the verb
	last      int
	passive   bool
	be        bool // être with a participle: passive or not, the frame decides
	bare      bool // a participle without auxiliary
	reflexive bool
	negated   bool
	modality  string // asserted reported possible planned denied
	drop      bool   // no event can be told so
	clitic    int    // token of an object pronoun, or None
	inner     int    // the object inside the words of the verb, or None: "a mis Orvane à l'amende"
	subjects  []int  // phrases, the likeliest first
	reporter  []int  // phrases: who says so
	que       bool   // the clause begins with an object relative
	simple    bool   // a plain conditional
	past      bool
	nominal   bool // governed by a noun
	infinite  bool
	call      bool // a noun that somebody calls for
	other     bool // "un incendie similaire": not the one that the article is about
	lone      bool // "ne" without "pas"
	under     bool // a noun that is the object of a verb that announces or weighs it
}

// rank orders modalities by how little they claim.
var modalityRank = map[string]int{"asserted": 0, "planned": 1, "reported": 2, "possible": 3, "denied": 4}

func weaker(a, b string) string {
	if modalityRank[b] > modalityRank[a] {
		return b
	}
	return a
}

// analyze reads the verb group that ends with the verb at h.
func (p *parser) analyze(h, depth int) group {
	g := group{first: h, head: h, last: h + 1, clitic: doc.None, inner: doc.None, modality: "asserted"}
	s := p.sorts[h]
	edge := h
	if s&participle != 0 {
		if aux := p.auxBefore(h); aux != doc.None {
			edge = aux
			if p.sorts[aux]&participle != 0 && p.sorts[aux]&be != 0 {
				g.passive = true
				g.negated = p.negatedBetween(aux, h)
				if up := p.auxBefore(aux); up != doc.None {
					edge = up
				}
			} else if p.sorts[aux]&be != 0 {
				g.be = true
			}
			g.past = g.passive || p.sorts[edge]&have != 0 || p.sorts[edge]&(past|imperfect) != 0 || g.be
			s = p.sorts[edge]
		} else if s&finite == 0 {
			g.bare = true
			return p.bareSubjects(g)
		}
	}
	second := p.negatedBetween(edge, h) || h+1 < p.end && (p.sorts[h+1]&negSecond != 0 || p.sorts[h+1]&negAny != 0)
	if edge < h && edge+1 < p.end && p.sorts[edge+1]&negSecond != 0 {
		second = true
	}
	first := false
	g.first = edge
	for i := edge - 1; i >= p.start; i-- {
		x := p.sorts[i]
		switch {
		case x&negFirst != 0:
			first = true
		case x&selfPronoun != 0:
			g.reflexive, g.be = true, false
		case x&objectPronoun != 0 && p.mentionFirstIs(i, "pronoun"), x&objectPronoun != 0 && p.sorts[edge]&(finite|infinitive) != 0 && p.sorts[edge]&noun == 0, x&objectPronoun != 0 && p.sorts[edge]&(have|be) != 0:
			g.clitic = i
		case x&indirectPronoun != 0 && x&preposition == 0:
		case x&negSecond != 0 && s&infinitive != 0:
			second = true
		case x&adverb != 0 && s&infinitive != 0 && x&(noun|verbal) == 0:
		default:
			i = p.start - 1
			continue
		}
		g.first = i
	}
	g.negated = g.negated || first && second
	g.lone = first && !second
	switch {
	case s&infinitive != 0:
		g.infinite = true
		return p.governed(g, depth)
	case s&gerund != 0:
		g.subjects = p.mainSubjects(g.first, depth)
		return g
	case s&future != 0:
		g.modality = "planned"
	case s&conditional != 0:
		g.modality = "reported"
		g.simple = edge == h || g.be
		if p.condition {
			if edge == h {
				g.modality = "possible"
			} else {
				g.drop = true // "s'il avait signé, il aurait touché"
			}
		}
	case s&subjunctive != 0 && s&(present|past|imperfect) == 0 && edge == h:
		g.modality = "possible" // but "a déploré que X ait été limogé"
	}
	if edge == h && s&(past|imperfect) != 0 && s&present == 0 {
		g.past = true
	}
	g.subjects, g.que = p.subjects(g.first, depth)
	if first && !second {
		for _, k := range g.subjects {
			if p.phrases[k].none {
				g.negated = true
			}
		}
	}
	if k := p.opener(g.first); k == if_ {
		g.drop = true
	}
	return g
}

func (p *parser) mentionFirstIs(i int, form string) bool {
	m := p.mentionAt(i)
	return m != doc.None && p.d.Mentions[m].Form == form
}

func (p *parser) negatedBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if p.sorts[i]&(negSecond|negAny) != 0 {
			return true
		}
	}
	return false
}

func (p *parser) isPronoun(k int) bool { return p.phrases[k].kinds.meets(p.v.pronoun) }

// headOf returns the participle that an auxiliary carries, or the token itself.
func (p *parser) headOf(t int) int {
	if p.sorts[t]&(have|be) == 0 {
		return t
	}
	for i := t + 1; i < p.end && i < t+6; i++ {
		if p.sorts[i]&participle != 0 && p.sorts[i]&(noun|be|have) == 0 {
			return i
		}
		if p.sorts[i]&(adverb|negSecond|be|have) == 0 {
			break
		}
	}
	return t
}

package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// match is the filling of one frame in one sentence.
type match struct {
	p      *parser
	f      *frame
	roles  []doc.Filler
	used   [12]int // phrases that fill something
	n      int
	filled uint64 // slots that are filled
	vague  int
	into   *[]doc.Filler // roles of an event of an earlier sentence that grow with this match, or nil
	head   int           // the token of the trigger
	held   int           // the phrase that is part of the trigger: "signent un accord"
	reach  doc.Range     // tokens of the trigger and all fillers
}

func (m *match) isUsed(k int) bool {
	for _, u := range m.used[:m.n] {
		if u == k {
			return true
		}
	}
	return false
}

func (m *match) use(k int) {
	if m.n < len(m.used) {
		m.used[m.n] = k
		m.n++
	}
}

// fill gives the first phrase that fits to a slot.
func (m *match) fill(s slot, candidates []int) bool {
	// what is of a wanted kind wins over what merely stands there
	return m.fillBy(s, candidates, false) || m.fillBy(s, candidates, true)
}

func (m *match) fillBy(s slot, candidates []int, any bool) bool {
	d := &m.f.slots[s]
	for _, k := range candidates {
		if m.isUsed(k) {
			continue
		}
		x := &m.p.phrases[k]
		for i := range d.options {
			o := &d.options[i]
			if o.kinds.empty() != any {
				continue
			}
			if pronoun := x.kinds.meets(m.p.v.pronoun); pronoun && (any || o.kinds.meets(m.p.v.actors)) {
				want := o.kinds
				if any {
					want = m.p.v.actors
				}
				m.use(k)
				if n := m.p.resolve(x.first, want, m.f.kind); n != doc.None {
					m.filled |= 1 << s
					m.stand(o.role, x, n)
					return true
				}
				if s != slotSubject && s != slotObject {
					continue
				}
				m.filled |= 1 << s
				m.vague++
				return true
			} else if pronoun || !any && !x.kinds.meets(o.kinds) {
				continue
			}
			m.use(k)
			m.filled |= 1 << s
			if o.role != "" {
				m.role(o.role, k)
				m.joined(o, s, k)
			} else if s == slotObject {
				m.held = k
			}
			m.cover(m.p.whole(k))
			return true
		}
	}
	return false
}

// stand fills a role with the pronoun x that stands for an entity.
func (m *match) stand(role string, x *phrase, entity int) {
	if role != "" {
		m.roles = append(m.roles, doc.Filler{Role: role, Span: m.p.d.Tokens[x.first].Span, Kind: "entity", Index: entity})
	}
}

// joined adds the nouns that are coordinated with the one that filled a role: "Washington et Pékin signent".
func (m *match) joined(o *option, s slot, k int) {
	ps := m.p.phrases
	if (o.role == "parties" || o.multiple() && k > 0 && ps[k-1].what == and) && (s == slotSubject || ps[k].last <= m.reach.First) {
		for j := k - 1; j > 0 && (ps[j].what == and || ps[j].what == comma); {
			i := m.p.root(j - 1)
			if ps[i].what != nominal || ps[i].slot != slotNone || ps[i].date != doc.None || !o.kinds.empty() && !ps[i].kinds.meets(o.kinds) {
				break
			}
			m.role(o.role, i)
			m.use(i)
			j = i - 1
		}
	}
	for j := m.p.after(k); j+1 < len(ps) && (ps[j].what == and || ps[j].what == comma); j = m.p.after(j + 1) {
		y := &ps[j+1]
		if y.what != nominal || y.date != doc.None || !(y.slot == ps[k].slot || y.slot == slotNone || s == slotEntre) || o.kinds.empty() && ps[j].what == comma || !o.kinds.empty() && !y.kinds.meets(o.kinds) {
			break
		}
		next := m.p.after(j + 1)
		if s != slotEntre && next < len(ps) && (ps[next].what == verb || ps[next].what == who) && m.reach.First < y.first {
			break // the subject of the next clause
		}
		if ps[j].what == comma && !(next < len(ps) && ps[next].what == and) {
			break // an apposition, not a list
		}
		if !o.multiple() {
			break
		}
		m.role(o.role, j+1)
		m.use(j + 1)
	}
}

// multiple tells whether more than one may fill the role.
func (o *option) multiple() bool {
	switch o.role {
	case "parties", "party", "employer", "organizer", "plaintiff", "company", "acquirer", "predecessor", "person", "target", "investor", "product", "penalty", "organization", "authority", "charge":
		return true
	}
	return false
}

// role writes a filler.
func (m *match) role(name string, k int) {
	p := m.p
	x := &p.phrases[k]
	f := doc.Filler{Role: name, Kind: "text", Index: doc.None}
	r := p.whole(k)
	if x.mention == doc.None && x.amount == doc.None && x.date == doc.None {
		if j := p.appositionOf(k); j != doc.None {
			x = &p.phrases[j] // "sa filiale d'éclairage, Luxval, "
		}
	}
	switch {
	case x.amount != doc.None && name != "person":
		f.Kind, f.Index = "amount", x.amount
		f.Span = p.d.Amounts[x.amount].Span
	case x.date != doc.None && x.entry < 0:
		f.Kind, f.Index = "date", x.date
		f.Span = p.d.Dates[x.date].Span
	case x.mention != doc.None:
		f.Span = p.d.Mentions[x.mention].Span
		if e := p.entityOf(x.mention); e != doc.None {
			f.Kind, f.Index = "entity", e
		}
		if p.d.Mentions[x.mention].Form == "nominal" {
			f.Span = p.d.Span(r)
		}
	default:
		if p.sorts[r.First]&determiner != 0 && !x.poss && !x.this && r.First+1 < r.Last && !x.none && p.sorts[r.First]&number == 0 {
			r.First++ // the article is no part of who or what
		}
		for r.Last > r.First+1 && r.Last < p.end && p.sorts[r.Last]&(verbal|have|be) != 0 && p.sorts[r.Last-1]&(objectPronoun|indirectPronoun|selfPronoun) != 0 {
			r.Last-- // "80 000 Polonais y ont trouvé la mort"
		}
		f.Span = p.d.Span(r)
	}
	if f.Span.Start >= f.Span.End {
		f.Span = p.d.Span(r)
	}
	for _, o := range m.roles {
		if o.Role == f.Role && (o.Span.Overlaps(f.Span) || o.Kind == "entity" && o.Kind == f.Kind && o.Index == f.Index) {
			return
		}
	}
	m.roles = append(m.roles, f)
}

// appositionOf returns the name that stands between commas behind a noun that it is the name of.
func (p *parser) appositionOf(k int) int {
	j := p.after(k)
	if j+1 >= len(p.phrases) || p.phrases[j].what != comma {
		return doc.None
	}
	x, y := &p.phrases[k], &p.phrases[j+1]
	if y.what != nominal || y.slot != slotNone || y.mention == doc.None || y.last < p.end && !p.d.Tokens[y.last].Is(doc.Punct) {
		return doc.None
	}
	if y.kinds.meets(p.v.is.person) && x.kinds.meets(p.v.is.person.or(p.v.is.kin)) || y.kinds.meets(p.v.is.organization.or(p.v.is.product)) && x.kinds.meets(p.v.is.firm) {
		return j + 1
	}
	return doc.None
}

func (m *match) cover(r doc.Range) {
	m.reach.First, m.reach.Last = min(m.reach.First, r.First), max(m.reach.Last, r.Last)
}

// try fills a frame of a verb; ok tells whether what the frame demands is there.
func (p *parser) try(f *frame, g *group, last int) (m match, ok bool) {
	m = match{p: p, f: f, head: g.head, held: doc.None, reach: doc.Range{First: g.head, Last: last}}
	object := len(f.slots[slotObject].options) > 0
	passive := g.passive || g.bare || g.be && object && !f.reflexive
	if passive && !object || f.reflexive != g.reflexive && !g.bare || f.reflexive && g.bare {
		return m, false
	}
	if f.voice == "passive" && !passive || f.voice == "active" && passive {
		return m, false
	}
	right := p.complements(last)
	if g.inner != doc.None {
		right = append([]int{g.inner}, right...)
	}
	left := p.before(g.first)
	if passive {
		if !m.fill(slotObject, g.subjects) && m.misses(slotObject) {
			return m, false
		}
		if !g.bare && len(g.subjects) > 0 && p.phrases[g.subjects[0]].none {
			g.negated = true
		}
		m.agent(right, last)
		if m.filled&(1<<slotSubject) == 0 && f.slots[slotSubject].must && m.misses(slotSubject) && f.voice != "passive" && len(f.slots[slotSubject].options) > 0 && f.slots[slotSubject].options[0].role == "" {
			return m, false
		}
	} else {
		if !m.fill(slotSubject, g.subjects) && m.misses(slotSubject) {
			return m, false
		}
		if object {
			found := false
			if g.clitic != doc.None {
				found = m.pronoun(g.clitic)
			}
			if !found && g.que {
				found = m.fill(slotObject, p.antecedentsOf(g.first))
			}
			found = found || m.fill(slotObject, p.bareOf(right))
			if !found && m.misses(slotObject) {
				return m, false
			}
		}
	}
	if len(f.slots[slotAttribute].options) > 0 {
		m.fill(slotAttribute, p.bareOf(right))
	}
	for s := slotA; s <= slotAupres; s++ {
		if s == slotPar && passive || len(f.slots[s].options) == 0 || m.filled&(1<<s) != 0 {
			continue
		}
		if s == slotEn || s == slotAttribute {
			m.fill(s, p.bySlot(s, right, last))
			continue
		}
		if s == slotDe && m.held != doc.None && m.fill(s, p.childrenOf(m.held, right)) {
			continue
		}
		if m.fill(s, p.bySlot(s, right, last)) || s != slotDe && s != slotA && m.fill(s, p.bySlot(s, left, last)) {
			continue
		}
		if s == slotDe && p.whoseAt(g.first) != doc.None {
			m.fill(s, p.antecedents(p.whoseAt(g.first)))
		}
	}
	for s := slotA; s <= slotAupres; s++ {
		if m.filled&(1<<s) == 0 && m.misses(s) {
			return m, false
		}
	}
	if m.filled&(1<<slotAttribute) == 0 && m.misses(slotAttribute) {
		return m, false
	}
	m.purpose(last)
	m.figures(right, left)
	if f.needs != 0 && f.needs&m.filled == 0 {
		return m, false
	}
	return m, true
}

// misses tells whether a slot that is not filled spoils the match: it must be filled, and no other can stand for it.
func (m *match) misses(s slot) bool { return m.f.slots[s].must && m.f.needs&(1<<s) == 0 }

// pronoun takes an object pronoun that nobody resolved as the object.
func (m *match) pronoun(i int) bool {
	m.filled |= 1 << slotObject
	for _, o := range m.f.slots[slotObject].options {
		if n := m.p.resolve(i, o.kinds, m.f.kind); n != doc.None {
			m.stand(o.role, &phrase{first: i}, n)
			return true
		}
	}
	m.vague++
	return true
}

// purpose takes the infinitive behind "pour" as what was agreed on: "un partenariat pour produire des batteries".
func (m *match) purpose(last int) {
	p := m.p
	if d := &m.f.slots[slotPour]; len(d.options) == 0 || d.options[0].role != "object" || m.filled&(1<<slotPour) != 0 {
		return
	}
	for i := last; i+1 < p.end; i++ {
		if p.sorts[i]&infinitive == 0 {
			if p.sorts[i]&finite != 0 || p.d.Tokens[i].Is(doc.Stop) {
				return
			}
			continue
		}
		if e, end := p.longest(i-1, p.v.why); i == last || e < 0 || end != i {
			return
		}
		end := i
		for end < p.end && !p.d.Tokens[end].Is(doc.Punct) && (end == i || p.phrases[p.at(end)].slot != slotA) {
			end++
		}
		m.roles = append(m.roles, doc.Filler{Role: "object", Span: p.d.Span(doc.Range{First: i, Last: end}), Kind: "text", Index: doc.None})
		return
	}
}

// agent fills the subject of a passive.
func (m *match) agent(right []int, last int) {
	m.fill(slotSubject, m.p.bySlot(slotPar, right, last))
	if m.filled&(1<<slotSubject) != 0 {
		m.filled |= 1 << slotPar
	}
}

// speaksOf tells whether a noun of some kinds stands in the sentence: "a battu X à l'issue d'un scrutin serré", "un homme armé d'un couteau a blessé".
func (p *parser) speaksOf(of kinds) bool {
	for k := range p.phrases {
		if p.phrases[k].kinds.meets(of) {
			return true
		}
	}
	return false
}

// figures notes the scores and shares of the clause.
func (m *match) figures(lists ...[]int) {
	if m.f.needs&(1<<slotVote) != 0 && m.p.speaksOf(m.p.v.is.election) {
		m.filled |= 1 << slotVote
	}
	if m.f.needs&(1<<slotArmed) != 0 && m.p.speaksOf(m.p.v.is.weapon) {
		m.filled |= 1 << slotArmed
	}
	for _, l := range lists {
		for _, k := range l {
			x := &m.p.phrases[k]
			if x.amount == doc.None {
				continue
			}
			switch m.p.amountKind(x.amount) {
			case "score":
				m.filled |= 1 << slotScore
			case "percent", "points":
				m.filled |= 1 << slotPercent
			}
		}
	}
}

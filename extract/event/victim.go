package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// people takes a number of people as the count of a protest.
func (p *parser) people(m *match, around []int) {
	for i := range m.roles {
		if r := &m.roles[i]; r.Role == "organizer" && r.Kind == "amount" {
			r.Role = "count" // "des milliers de personnes ont manifesté"
			return
		}
	}
	for _, k := range around {
		x := &p.phrases[k]
		if x.amount != doc.None && p.amountKind(x.amount) == "count" && x.kinds.meets(p.v.is.people) {
			m.role("count", k)
			return
		}
	}
}

// victims finds the dead and the injured of an accident, a disaster or an attack in its sentence.
func (p *parser) victims(m *match, around []int) {
	for i := p.start; i < p.end; i++ {
		e := p.d.Tokens[i].Word
		if e < 0 || p.aboutOf(e).in&p.v.bitOf[p.v.eventAdj] == 0 {
			continue
		}
		role := p.v.lex.Attr(e, p.v.eventAdj, "role")
		if role != "dead" && role != "injured" || m.has(role) || p.apart(m, i) {
			continue
		}
		if f, ok := p.countedBefore(i); ok {
			f.Role = role
			m.roles = append(m.roles, f)
			if m.into != nil {
				*m.into = append(*m.into, f)
			}
		}
	}
}

// apart tells whether another clause begins between the trigger and a token.
func (p *parser) apart(m *match, i int) bool {
	from, to := p.at(m.reach.First), p.at(i)
	if to < from {
		from, to = to, from
	}
	for j := from + 1; j < to; j++ {
		switch p.phrases[j].what {
		case where, sub, stop, whose:
			return true
		}
	}
	return false
}

// countedBefore finds who or how many a word of victims counts: "douze morts", "quatre personnes ont été blessées", "l'un d'eux a été blessé".
func (p *parser) countedBefore(i int) (doc.Filler, bool) {
	g := group{}
	if aux := p.auxBefore(i); aux != doc.None {
		g = p.analyze(i, 1)
	} else if p.sorts[i]&participle != 0 {
		g = p.bareSubjects(group{first: i, head: i})
	}
	for k := max(p.start, i-10); k <= i; k++ {
		n := p.amountAt(k)
		if n == doc.None {
			continue
		}
		if a := &p.d.Amounts[n]; i <= a.Last && (a.Kind == "count" || a.Kind == "number") {
			return doc.Filler{Span: a.Span, Kind: "amount", Index: n}, true
		}
	}
	if g.negated || g.drop || g.modality == "possible" {
		return doc.Filler{}, false
	}
	for _, k := range g.subjects {
		x := &p.phrases[k]
		if x.none {
			return doc.Filler{}, false
		}
		if x.amount != doc.None {
			return doc.Filler{Span: p.d.Amounts[x.amount].Span, Kind: "amount", Index: x.amount}, x.kinds.meets(p.v.is.people.or(p.v.is.person).or(p.v.is.kin))
		}
		if x.mention != doc.None {
			e := p.entityOf(x.mention)
			f := doc.Filler{Span: p.d.Mentions[x.mention].Span, Kind: "entity", Index: e}
			if e == doc.None {
				f.Kind = "text"
			}
			if !x.kinds.meets(p.v.is.person) {
				return f, false
			}
			return f, true
		}
		if x.kinds.meets(p.v.is.people.or(p.v.is.person)) {
			return doc.Filler{Span: p.d.Span(p.whole(k)), Kind: "text", Index: doc.None}, true
		}
	}
	return doc.Filler{}, false
}

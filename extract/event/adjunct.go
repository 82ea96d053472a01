package event

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// The roles that stand free in the clause, by type.
var freeRoles = map[string]string{
	"appointment": "date", "departure": "date", "recruitment": "date", "succession": "date", "acquisition": "date", "investment": "date",
	"funding": "date", "earnings": "amount change period date", "layoff": "date place reason", "insolvency": "date", "closure": "date place", "opening": "date place",
	"agreement": "date place", "contract": "date", "product_launch": "date", "lawsuit": "date", "conviction": "date amount", "sanction": "date amount",
	"investigation": "date", "election": "date place share", "legislation": "date", "death": "date place age cause", "accident": "date place victims",
	"disaster": "date place victims", "attack": "date place victims", "protest": "date place count reason", "strike": "date place reason",
	"match": "date score competition", "market_move": "date change",
}

// owner adds whose the title or the figure is: "quitte la direction générale d'Engie", "le bénéfice d'Orvane", "a vu ses ventes".
func (p *parser) owner(m *match, kind string) {
	of, role := "title", "organization"
	if kind == "earnings" {
		of, role = "metric", "company"
	} else if kind != "appointment" && kind != "departure" && kind != "succession" {
		return
	}
	if m.has(role) || !m.has(of) {
		return
	}
	for _, k := range m.used[:m.n] {
		if !p.holds(m, of, k) {
			continue
		}
		for j := k + 1; j < len(p.phrases) && p.phrases[j].what == nominal && p.phrases[j].parent == j-1; j++ {
			if x := &p.phrases[j]; x.mention != doc.None && x.kinds.meets(p.v.is.organization) {
				m.role(role, j)
				return
			}
		}
		if p.phrases[k].poss && kind == "earnings" {
			for _, s := range p.possessor(m.reach.First) {
				if x := &p.phrases[s]; x.kinds.meets(p.v.is.organization) {
					m.role(role, s)
				}
			}
		}
		return
	}
}

// holds tells whether phrase k fills a role.
func (p *parser) holds(m *match, role string, k int) bool {
	s := p.d.Span(doc.Range{First: p.phrases[k].first, Last: p.phrases[k].last})
	for _, r := range m.roles {
		if r.Role == role && r.Span.Overlaps(s) {
			return true
		}
	}
	return false
}

// adjuncts fills date, place, age, score … from phrases that no slot took.
func (p *parser) adjuncts(m *match, kind string, around []int) {
	p.owner(m, kind)
	for free := freeRoles[kind]; free != ""; {
		var role string
		role, free, _ = strings.Cut(free, " ")
		if role != "victims" && m.has(role) {
			continue
		}
		switch role {
		case "date":
			p.when(m, around)
		case "period":
			p.period(m, around)
		case "place":
			p.where(m, around, kind)
		case "age":
			p.amountRole(m, around, "age", "age")
		case "score":
			p.amountRole(m, around, "score", "score")
		case "share":
			p.amountRole(m, around, "share", "percent")
		case "change":
			p.amountRole(m, around, "change", "percent")
			p.amountRole(m, around, "change", "points")
		case "amount":
			p.amountRole(m, around, "amount", "money")
		case "count":
			p.people(m, around)
		case "competition":
			for _, k := range around {
				x := &p.phrases[k]
				if x.slot != slotNone && x.slot != slotPar && x.slot != slotAccording && x.kinds.meets(p.v.is.competition) && !m.isUsed(k) {
					m.role("competition", k)
					break
				}
			}
		case "victims":
			p.victims(m, around)
		case "reason", "cause":
			p.reason(m, role)
		}
	}
}

func (m *match) has(role string) bool {
	for _, r := range m.roles {
		if r.Role == role {
			return true
		}
	}
	return false
}

// period takes a year, a half or a quarter as what results are of: "en 2024", "au premier trimestre".
func (p *parser) period(m *match, around []int) {
	for _, k := range around {
		x := &p.phrases[k]
		if x.date == doc.None || x.entry >= 0 || m.isUsed(k) || p.foreignDate(m, k) {
			continue
		}
		if v := p.d.Dates[x.date].Value; p.d.Dates[x.date].Type == "DATE" && (len(v) == 4 || strings.ContainsAny(v, "QH") && !strings.Contains(v, "T")) {
			m.role("period", k)
			m.use(k)
			return
		}
	}
}

func (p *parser) when(m *match, around []int) {
	for _, k := range around {
		x := &p.phrases[k]
		if x.date == doc.None || x.entry >= 0 || x.slot == slotTime || x.slot == slotAccording || m.isUsed(k) {
			continue
		}
		if x.slot == slotDe && x.parent != doc.None && !p.phrases[x.parent].kinds.meets(p.v.is.happening) {
			continue // "la loi de décembre 2018", "le budget de 2020"
		}
		d := &p.d.Dates[x.date]
		if d.Type != "DATE" && d.Type != "TIME" || strings.HasSuffix(d.Value, "_REF") {
			continue
		}
		if p.foreignDate(m, k) {
			continue
		}
		m.role("date", k)
		m.cover(doc.Range{First: x.first, Last: x.last})
		return
	}
}

// foreignDate tells whether another verb stands between the trigger and the date: it tells when something else happened.
func (p *parser) foreignDate(m *match, k int) bool {
	from, to := p.at(m.reach.First), k
	if k < from {
		from, to = k, from
	}
	if p.loosely(m, k) {
		return true
	}
	lone := m.f != nil && m.f.lone != 0
	if lone && k < to {
		// "interpellé en Algérie au lendemain de l'attaque": what stands before is told of the arrest
		if x := &p.phrases[to]; x.slot == slotTime || x.parent != doc.None {
			lone = false
		}
	}
	verbs := 0
	for j := from + 1; j < to; j++ {
		x := &p.phrases[j]
		if m.reach.First <= x.first && x.first < m.reach.Last {
			continue
		}
		if lone && (x.what == sub || x.what == whom || x.what == where || x.what == whose || x.what == stop) {
			return true
		}
		if x.what == verb && p.sorts[x.first]&(finite|be|have) != 0 && (x.first < m.reach.First-4 || x.first >= m.reach.Last) {
			// "l'incendie qui a ravagé la cathédrale le 15 avril": one verb may stand between a lone noun and its date
			if p.sorts[x.first]&finite != 0 {
				verbs++
			}
			if !lone || verbs > 1 {
				return true
			}
		}
	}
	return false
}

// loosely tells whether a participle that is not the trigger has the phrase: "l'homme porté disparu vendredi avait été retrouvé", "une marche pour Paul, mort à
// Nice". A participle right behind the comma tells more of the trigger itself: "la fusillade, survenue lundi".
func (p *parser) loosely(m *match, k int) bool {
	bare := func(j int) bool {
		x := &p.phrases[j]
		return x.what == verb && p.sorts[x.first]&participle != 0 && p.sorts[x.first]&(finite|be|have) == 0 && p.auxBefore(x.first) == doc.None && x.first != m.head
	}
	if p.phrases[k].first < m.head {
		j := k - 1
		for j > 0 && p.phrases[j].what == other && p.inside[p.phrases[j].first-p.start] != 0 {
			j-- // "porté disparu"
		}
		return j > 0 && bare(j) && p.phrases[j-1].what != comma && p.phrases[j-1].what != stop
	}
	for j := p.at(m.head) + 1; j < k; j++ {
		if p.phrases[j].what == nominal && p.phrases[j-1].what == comma && j+1 < k && bare(j+1) {
			return true
		}
		if p.phrases[j].what == comma && j > 0 && p.phrases[j-1].what == nominal && p.phrases[j-1].mention != doc.None && p.phrases[j-1].slot != slotDe && bare(j+1) && m.isUsed(j-1) {
			return true
		}
	}
	return false
}

func (p *parser) where(m *match, around []int, kind string) {
	loc := p.v.is.location
	for _, k := range around {
		x := &p.phrases[k]
		if m.isUsed(k) || !x.kinds.meets(loc) || x.mention == doc.None {
			continue
		}
		ok := false
		switch x.slot {
		case slotA, slotEn, slotDans, slotSur, slotNear, slotChez:
			ok = true
		case slotDe:
			// "dans le centre de Bordeaux", "l'incendie de Bordeaux"
			if x.parent != doc.None {
				y := &p.phrases[p.root(k)]
				ok = y.slot == slotNone && m.f.lone != 0 && kind == "disaster" || y.slot == slotDans || y.slot == slotA || y.slot == slotSur || y.slot == slotEn || y.slot == slotNear || p.root(k) == p.at(m.reach.First) && m.f.lone != 0
				// "son usine de Lyon"
				ok = ok || (kind == "closure" || kind == "opening" || kind == "layoff") && p.phrases[x.parent].kinds.meets(p.v.places) && p.phrases[x.parent].mention == doc.None
			}
		case slotNone:
			ok = m.f.lone != 0 && kind == "disaster" // "l'incendie qui a ravagé Notre-Dame"
			// a heading names the place before the colon: "Bordeaux : incendie en centre-ville"
			ok = ok || m.f.lone != 0 && k+1 < len(p.phrases) && p.d.Tokens[p.phrases[k+1].first].Norm == ":"
		}
		if !ok || p.foreignDate(m, k) {
			continue
		}
		m.role("place", k)
		return
	}
	if kind != "death" && kind != "accident" && kind != "disaster" && kind != "attack" {
		return
	}
	for _, k := range around {
		x := &p.phrases[k]
		if !m.isUsed(k) && (x.slot == slotDans || x.slot == slotSur) && x.kinds.meets(p.v.places) && !p.foreignDate(m, k) {
			m.role("place", k)
			return
		}
	}
}

// amountRole gives a role to the first figure of a kind.
func (p *parser) amountRole(m *match, around []int, role, kind string) {
	if m.has(role) {
		return
	}
	for _, k := range around {
		x := &p.phrases[k]
		if x.amount != doc.None && p.amountKind(x.amount) == kind && !m.isUsed(k) && !p.foreignDate(m, k) {
			if kind == "percent" && x.slot == slotNone && role == "share" {
				continue
			}
			m.role(role, k)
			m.use(k)
			return
		}
	}
	if kind != "age" {
		return
	}
	// "un viticulteur de 70 ans": the age stands in the noun phrase of the person
	for i := m.reach.First; i < m.reach.Last && i < p.end; i++ {
		if n := p.amountAt(i); n != doc.None && p.amountKind(n) == "age" {
			m.roles = append(m.roles, doc.Filler{Role: role, Span: p.d.Amounts[n].Span, Kind: "amount", Index: n})
			return
		}
	}
}

// reason takes the noun behind "en raison de", "pour dénoncer" in the sentence.
func (p *parser) reason(m *match, role string) {
	for i := m.reach.First; i < p.end; i++ {
		e, last := p.longest(i, p.v.why)
		if e < 0 {
			continue
		}
		if p.v.lex.Attr(e, p.v.why, "opens") != "noun" || last >= p.end {
			if last > i+1 {
				continue
			}
			continue
		}
		k := p.at(last)
		if y := &p.phrases[k]; y.what == nominal && y.date == doc.None {
			if role != "cause" || !p.foreignDate(m, k) {
				m.role(role, k)
			}
			return
		}
	}
}

// claim writes what an event says and how sure it is.
func (p *parser) claim(h *happening, m *match, g *group, f *frame) {
	h.Roles = m.roles
	h.vague = m.vague
	h.Polarity, h.Modality = "affirmative", g.modality
	if g.negated != (f.polarity == "negated") {
		h.Polarity = "negated"
	}
	if f.modality != "" {
		h.Modality = weaker(h.Modality, f.modality)
	}
	h.Trigger = p.d.Span(doc.Range{First: g.first, Last: g.last})
	if g.head-g.first > 6 || g.infinite || g.bare || h.noun {
		h.Trigger = p.d.Span(doc.Range{First: g.head, Last: g.last})
	}
	r := m.reach
	r.First, r.Last = max(min(r.First, g.first), p.start), min(max(r.Last, g.last), p.end)
	h.Span = p.d.Span(r)
	h.Sentence = p.sentence
	h.Source = doc.None
	for _, k := range g.reporter {
		if x := &p.phrases[k]; x.mention != doc.None {
			h.Source = p.entityOf(x.mention)
			break
		}
	}
	c := 0.6
	real, core := 0, 0
	for _, x := range h.Roles {
		if x.Kind == "entity" || x.Kind == "amount" {
			real++
		}
		if x.Role != "date" && x.Role != "place" {
			core++
		}
	}
	c += 0.1*float64(min(real, 2)) + 0.05*float64(min(core, 2))
	if real == 0 {
		c -= 0.1
	}
	if f.weak {
		c -= 0.2
	}
	if m.vague > 0 {
		c -= 0.3
	}
	if p.question {
		c -= 0.3
		h.Modality = weaker(h.Modality, "possible")
	}
	if h.Modality == "possible" {
		c -= 0.1
	}
	if g.bare && real == 0 && core <= 1 && p.finished() {
		c -= 0.15 // "un enfant suspendu au balcon"
	}
	h.Confidence = c
}

// finished tells whether the sentence has a finite verb: a heading has its participle in its place.
func (p *parser) finished() bool {
	if p.sentence > 0 && p.d.Sentences[p.sentence].Kind != doc.Heading {
		return true
	}
	for k := range p.phrases {
		if x := &p.phrases[k]; x.what == verb && p.sorts[x.first]&finite != 0 {
			return true
		}
	}
	return false
}

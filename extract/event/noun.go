package event

import (
	"slices"

	"github.com/breve-nlp/breve/extract/doc"
)

// nounEvent reads an event noun at tokens [h, last).
func (p *parser) nounEvent(h, last int, list []frame) {
	k := p.at(h)
	x := &p.phrases[k]
	if x.what != nominal || x.first > h || x.mention != doc.None && p.mentionOf(h) != doc.None && p.d.Mentions[p.mentionOf(h)].Type != doc.EventName {
		return
	}
	if x.amount != doc.None && p.v.lex.Attr(p.d.Tokens[h].Word, p.v.eventAdj, "role") != "" {
		return // "trois morts"
	}
	if x.slot == slotDe && x.parent == doc.None && x.first == h && (p.sorts[x.lead]&determiner == 0 || p.d.Tokens[x.lead].Is(doc.Elided)) {
		return // "d'accord"
	}
	g := p.nounClaim(k, h, last)
	if g.drop {
		return
	}
	right := p.nounComplements(k, last)
	var behind []int
	if e, _ := p.trigger(p.headOf(max(g.last-1, h))); g.nominal && e < 0 {
		behind = p.rightOf(g.last, false) // "un accord a été trouvé entre X et Y", "un débrayage a été observé par les agents"
	}
	for i := range list {
		f := &list[i]
		if g.call && f.kind != "strike" && f.kind != "protest" {
			continue
		}
		m := match{p: p, f: f, head: h, held: doc.None, reach: doc.Range{First: h, Last: last}}
		if x.poss {
			if subj := p.possessor(h); len(subj) > 0 {
				for _, s := range [...]slot{slotDe} {
					m.fill(s, subj)
				}
			}
		}
		for s := slotA; s <= slotAupres; s++ {
			if len(f.slots[s].options) > 0 && m.filled&(1<<s) == 0 {
				if !m.fill(s, p.nounSlot(s, right, k, last)) && (s == slotEntre || s == slotPar || s == slotAvec || s == slotContre || s == slotSur && m.filled != 0) {
					m.fill(s, p.nounSlot(s, behind, k, last))
				}
			}
		}
		if len(g.subjects) > 0 {
			// "Airbus annonce la suppression de …"
			if g.call && len(f.slots[slotDe].options) > 0 && m.filled&(1<<slotDe) == 0 {
				m.fill(slotDe, g.subjects) // "les syndicats appellent à une grève"
			}
			for _, s := range [...]slot{slotPar, slotChez} {
				if len(f.slots[s].options) > 0 && m.filled&(1<<slotPar|1<<slotChez) == 0 {
					m.fill(s, g.subjects)
				}
			}
		}
		if f.slots[slotDe].must && m.filled&(1<<slotDe) != 0 {
			n := 0
			for _, r := range m.roles {
				if r.Role == "parties" {
					n++
				}
			}
			if n > 1 {
				m.filled |= 1 << slotPair
			}
		}
		m.figures(right)
		h0 := happening{noun: true, token: h, form: f.form, back: p.definite(x)}
		h0.Type, h0.By = f.kind, "event-noun:"+f.form
		h0.other = g.other && !h0.back
		ok := m.filled&^(1<<slotScore|1<<slotPercent|1<<slotPair) != 0
		if f.needs != 0 {
			ok = f.needs&m.filled != 0 && (!f.slots[slotDe].must || m.filled&(1<<slotDe) != 0 || f.needs&(1<<slotDe|1<<slotEntre) != 0)
		} else if f.lone == 0 {
			for s := slotA; s <= slotAupres; s++ {
				ok = ok && !(f.slots[s].must && m.filled&(1<<s) == 0 && s == slotDe)
			}
			ok = ok && m.mustMet()
		}
		plural := p.plural(x) && f.kind != "disaster" // "les inondations" are one, "les grèves" are many
		around := append(slices.Clone(right), p.participial(k)...)
		if f.lone != 0 && !plural {
			around = p.around(k)
		} else if g.nominal && !plural {
			around = append(append([]int(nil), right...), append(p.rightOf(g.last, true), p.before(x.lead)...)...)
		}
		if g.under {
			// "a confirmé dimanche la grève": the date of the saying
			n, later := 0, false
			for _, j := range around {
				later = later || j > k && p.phrases[j].date != doc.None
			}
			for _, j := range around {
				if j > k || !later && f.lone == 0 {
					around[n] = j
					n++
				}
			}
			around = around[:n]
		}
		if g.nominal && g.last > m.reach.Last {
			m.reach.Last = g.last // "l'ouverture est prévue en mai": the date of the verb is that of the noun
		}
		p.adjuncts(&m, f.kind, around)
		if g.call && (m.has("date") || m.has("place")) {
			ok = true // "l'intersyndicale appelle à un rassemblement jeudi"
		}
		if !ok && f.lone != 0 && !plural {
			ok = m.lone(f) && (h0.Type == "strike" || h0.Type == "protest" || g.modality == "asserted" || g.modality == "reported") && !g.negated
		}
		g.last = last
		p.claim(&h0, &m, &g, f)
		if m.vague > 0 && len(m.roles) == 0 {
			ok = false
		}
		if !m.firm() && !m.has("date") && !m.has("place") && (f.kind == "election" || f.lone == 0 && p.manyOf(&m)) {
			h0.Confidence -= 0.15 // "la fermeture de théâtres", "l'élection du maire"
		}
		if ok && !(plural && !m.firm()) {
			p.found = append(p.found, h0)
			return
		}
		if !plural && !x.none && (f.lone != 0 || x.this) && i == len(list)-1 {
			p.weak = append(p.weak, h0)
		}
	}
}

// participial lists the phrases behind a participle that hangs on the noun: "le décès d'André Orange, ancien directeur, survenu le 19 juin à Rennes".
func (p *parser) participial(k int) (out []int) {
	seen := false
	for j := k + 1; j < len(p.phrases); j++ {
		x := &p.phrases[j]
		switch x.what {
		case verb:
			if seen || p.sorts[x.first]&participle == 0 || p.sorts[x.first]&(finite|be|have) != 0 || p.auxBefore(x.first) != doc.None {
				return out
			}
			seen = true
		case nominal:
			if seen {
				out = append(out, j)
			}
		case comma, other:
		default:
			return out
		}
	}
	return out
}

// definite tells of a noun phrase with "le", "ce" or "son".
func (p *parser) definite(x *phrase) bool {
	if x.poss || x.this {
		return true
	}
	i := x.first
	if x.lead < x.first {
		i = x.lead // "du rachat", "au procès"
		return p.sorts[i]&determiner != 0 && p.sorts[i]&preposition != 0 || p.sorts[x.first]&objectPronoun != 0
	}
	return p.sorts[i]&objectPronoun != 0
}

// mustMet tells whether every slot that must be filled is, one being enough where several are demanded.
func (m *match) mustMet() bool {
	any, met := false, false
	for s := slotA; s <= slotAupres; s++ {
		if m.f.slots[s].must {
			any = true
			met = met || m.filled&(1<<s) != 0
		}
	}
	return !any || met
}

// manyOf tells whether a plural without figure fills a role: nobody in particular.
func (p *parser) manyOf(m *match) bool {
	for _, k := range m.used[:m.n] {
		if x := &p.phrases[k]; p.plural(x) && !x.kinds.meets(p.v.is.count) {
			return true
		}
	}
	return false
}

// firm tells whether a name or a figure fills a role.
func (m *match) firm() bool {
	for _, r := range m.roles {
		if r.Kind == "entity" || r.Kind == "amount" {
			return true
		}
	}
	return false
}

// lone tells whether one of the things stands in the clause that make the noun alone an event.
func (m *match) lone(f *frame) bool {
	for _, r := range m.roles {
		if s := slotOf(r.Role); s != slotNone && f.lone&(1<<s) != 0 {
			return true
		}
	}
	return false
}

// plural tells of a noun phrase without singular determiner: "les incendies", "des grèves" are seldom one happening.
func (p *parser) plural(x *phrase) bool {
	t := &p.d.Tokens[x.head]
	l := p.v.lex.Lemma(t.Word, 'n')
	return l != "" && l != t.Norm
}

// nounComplements lists the phrases behind a noun up to the verb: those that can hang on it.
func (p *parser) nounComplements(k, last int) (out []int) {
	for j := k + 1; j < len(p.phrases); j++ {
		x := &p.phrases[j]
		if x.first < last {
			continue
		}
		switch x.what {
		case nominal:
			if x.slot == slotNone && x.date == doc.None && x.amount == doc.None && !p.listed(j) {
				return out
			}
			out = append(out, j)
		case other, and:
			if p.d.Tokens[x.first].Is(doc.Punct) {
				return out
			}
		case comma:
			if j+1 >= len(p.phrases) || p.phrases[j+1].what != nominal {
				return out
			}
			// "la démission, en décembre, de dix-neuf élus": what stands between two commas is an aside
			aside := j > k+1 && p.phrases[j-2].what == comma && p.phrases[j-1].what == nominal
			if y := &p.phrases[j+1]; (y.slot == slotNone || y.loose) && !(aside && y.slot == slotDe) && y.date == doc.None {
				return out
			}
		default:
			return out
		}
	}
	return out
}

// listed tells whether a bare noun goes on a list behind "et".
func (p *parser) listed(k int) bool {
	return k > 0 && (p.phrases[k-1].what == and || p.phrases[k-1].what == comma) && k > 1 && p.phrases[k-2].what == nominal && p.phrases[k-2].slot != slotNone
}

// nounSlot keeps the phrases of a slot that hang on the event noun k: of the "de" complements the first in the chain.
func (p *parser) nounSlot(s slot, all []int, k, last int) (out []int) {
	for _, j := range all {
		x := &p.phrases[j]
		if x.slot != s || x.date != doc.None && x.entry < 0 && s != slotPour && s != slotDe {
			continue
		}
		if s == slotDe && x.parent != k && x.parent != doc.None && p.phrases[x.parent].first >= last && !(p.phrases[x.parent].parent == k && p.phrases[x.parent].amount != doc.None && p.phrases[x.parent].kinds.meets(p.v.kinds.of("percent"))) {
			continue // "la grève après le décès d'un employé": the complement of another noun
		}
		out = append(out, j)
	}
	return out
}

// possessor returns who "son", "sa" before an event noun points to: the subject of the clause's verb.
func (p *parser) possessor(h int) []int {
	if v := p.mainVerb(h); v != doc.None {
		for _, k := range p.analyze(v, 2).subjects {
			if x := &p.phrases[k]; x.mention != doc.None || x.kinds.meets(p.v.pronoun) {
				return []int{k}
			}
		}
	}
	for k := p.at(h) - 1; k >= 0; k-- {
		if x := &p.phrases[k]; x.mention != doc.None && x.kinds.meets(p.v.is.person) {
			return []int{k}
		}
	}
	return nil
}

// around lists the phrases of the whole sentence piece around a noun, for date, place and victims.
func (p *parser) around(k int) (out []int) {
	from, to := k, k
	for from > 0 && p.phrases[from-1].what != stop {
		from--
	}
	for to+1 < len(p.phrases) && p.phrases[to+1].what != stop {
		to++
	}
	for j := k + 1; j <= to; j++ {
		if p.phrases[j].what == nominal {
			out = append(out, j)
		}
	}
	for j := k - 1; j >= from; j-- {
		if p.phrases[j].what == nominal {
			out = append(out, j)
		}
	}
	return out
}

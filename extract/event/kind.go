package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// nounKinds returns what a noun of noun-kind.tsv can be.
func (p *parser) nounKinds(e int32) kinds {
	k, ok := p.kindOf[e]
	if !ok {
		k = p.v.nounKindOf[p.v.lex.Form(e, p.v.nounKind)]
		p.kindOf[e] = k
	}
	return k
}

// headKinds returns what a noun that heads names of organisations can be.
func (p *parser) headKinds(e int32) kinds {
	switch p.v.lex.Attr(e, p.v.orgHead, "kind") {
	case "company":
		return p.v.is.firm.or(p.v.is.site)
	case "association", "union":
		return p.v.is.people.or(p.v.is.firm)
	case "institution":
		return p.v.is.institution
	case "school":
		return p.v.is.school
	case "media":
		return p.v.is.firm.or(p.v.is.media)
	case "party":
		return p.v.is.party
	case "team":
		return p.v.is.team
	case "site":
		return p.v.is.site
	}
	return kinds{}
}

func (p *parser) roleKinds(e int32) kinds {
	k := p.v.lex.Attr(e, p.v.role, "kind")
	if k == "group" {
		return p.v.is.people
	}
	out := p.v.is.person
	switch k {
	case "head", "office":
		out = out.or(p.v.kinds.of(k)).or(p.v.is.title)
	case "job", "military", "church", "justice", "politics", "sport":
		out = out.or(p.v.is.title)
	}
	if p.v.lex.Attr(e, p.v.role, "number") == "p" {
		out = out.or(p.v.is.people)
	}
	return out
}

// mentionKinds returns what a named mention can be.
func (p *parser) mentionKinds(m int) kinds {
	typ, kind, form := p.d.Mentions[m].Type, p.d.Mentions[m].Kind, p.d.Mentions[m].Form
	if e := p.entityOf(m); e != doc.None {
		if p.d.Entities[e].Type != "" {
			typ = p.d.Entities[e].Type
		}
		if p.d.Entities[e].Kind != "" {
			kind = p.d.Entities[e].Kind
		}
	}
	k := p.v.kinds.of(typ)
	switch typ {
	case doc.Organization:
		switch kind {
		case "company", "":
			k = k.or(p.v.is.company)
		case "institution", "party", "media", "team":
			k = k.or(p.v.kinds.of(kind))
		case "school":
			k = k.or(p.v.is.school)
		}
		if kind == "media" {
			k = k.or(p.v.is.company)
		}
		if kind == "" || kind == "other" {
			k = k.or(p.v.is.team).or(p.v.is.party)
		}
	case doc.Location:
		if kind == "site" || kind == "other" {
			k = k.or(p.v.is.site).or(p.v.is.building)
		}
	case doc.Product:
		k = k.or(p.v.is.gadget)
	}
	if form == "pronoun" {
		k = k.or(p.v.is.resolved)
	}
	return k
}

// lend gives the name behind a complement to the noun that it is the name of: "l'éditeur de logiciels Brivex".
func (p *parser) lend(y, x *phrase) {
	if x.mention == doc.None || y.mention != doc.None || x.first != x.head || x.date != doc.None || p.mentionOf(x.head) != doc.None || x.slot != slotDe {
		return
	}
	k := p.mentionKinds(x.mention)
	of := p.v.is.firm.or(p.v.is.person).or(p.v.is.people).or(p.v.is.site)
	own := kinds{x.kinds[0] &^ k[0], x.kinds[1] &^ k[1]}
	if own.meets(of) || !(y.kinds.meets(p.v.is.firm) && k.meets(p.v.is.organization.or(p.v.is.product)) || y.kinds.meets(p.v.is.person) && k.meets(p.v.is.person)) {
		return
	}
	y.mention, y.kinds = x.mention, y.kinds.or(k)
	x.mention, x.kinds = doc.None, own
}

package entity

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// byVerb ties a phrase with the subject or object of the verb before it: "X est le patron de Y", "X a été nommé directeur", "nommé X directeur".
func (r *reader) byVerb(k int) bool {
	p := &r.list[k]
	s := r.d.Sentences[p.sentence]
	if p.det == "own" || p.det == "this" || p.plural || p.kind == "group" {
		return false
	}
	if p.First > s.First && p.det == "def" && p.First == p.head.First && p.as < 0 {
		return false // du, au
	}
	i := p.First
	if p.as >= 0 {
		i = p.as
	}
	if p.det == "" && p.as < 0 && p.head.Len() == 1 && r.is(p.head.First, r.c.participle) {
		if part, _, _ := r.part(p.head.Last, s.Last); part != "of" && p.org < 0 {
			return false // a été élu avec 60 % des voix
		}
	}
	if m := r.ends(i); m >= 0 && r.person(m) >= 0 && p.det == "" && p.as < 0 {
		for c := r.mentions[m].First - 1; c >= s.First && c > r.mentions[m].First-4; c-- { // a nommé Paul Durand Premier ministre
			if e, _ := r.roleVerb(c); e == "name" {
				p.status = r.since(p.Last, s.Last, "incoming")
				return r.tieTo(k, r.person(m), predicate)
			}
		}
		return false
	}
	what, tense := "", ""
	n := 0
	for ; i > s.First && n < 6; n++ {
		c := i - 1
		if r.at(c) >= 0 {
			break
		}
		if v, t := r.roleVerb(c); v != "" && v != "lead" {
			if what == "" || what == "be" {
				what = v
			}
			if t != "" {
				tense = t
			}
			i = c
			continue
		}
		if part, _ := r.partBefore(i); part == "not" {
			return false
		} else if part == "also" || r.is(c, r.c.auxiliary) || r.is(c, r.c.adverb) && r.d.Tokens[c].Is(doc.Lower) {
			if r.is(c, r.c.conditional) {
				return false
			}
			if r.is(c, r.c.finite) && tense == "" {
				tense = r.tense(c)
			}
			i = c
			continue
		}
		if p.as >= 0 && n < 4 && r.is(c, r.c.verbs) { // recruté comme directeur
			if what == "" {
				what = "name"
			}
			i = c
			continue
		}
		break
	}
	if what == "" || tense == "conditional" || i <= s.First {
		return false
	}
	m := doc.None
	switch part, _ := r.partBefore(i); {
	case part == "who": // X, qui dirige; X qui est
		i--
		if r.norm(i-1) == "," {
			i--
		}
		m = r.ends(i)
	case r.norm(i-1) == "," && what == "name" || r.norm(i-1) == "," && what == "become":
		m = r.ends(i - 1) // X, nommé directeur en mars,
	default:
		m = r.ends(i)
	}
	e := r.person(m)
	if m < 0 && r.it.token == i-1 && r.it.token >= s.First { // elle était dirigeante de
		e = r.it.entity
	}
	if e < 0 {
		return false
	}
	if pr := r.firstOf(m, i) - 1; pr >= s.First && r.is(pr, r.c.preposition) && r.norm(i-1) != "," {
		return false // le frère de X est
	}
	switch what {
	case "be", "stay":
		switch {
		case tense == "imperfect" || tense == "past":
			p.status = "former"
		case tense == "future":
			p.status = "incoming"
		}
	case "become":
		if tense == "future" {
			p.status = "incoming"
		}
	case "name":
		p.status = r.since(p.Last, s.Last, "incoming")
	}
	return r.tieTo(k, e, predicate)
}

// firstOf returns the first token of a name, or of the pronoun before a token.
func (r *reader) firstOf(m, i int) int {
	if m < 0 {
		return i - 1
	}
	return r.mentions[m].First
}

// since returns current where a year or "depuis" says that the role is held, else the given status: "nommé en 2015".
func (r *reader) since(i, end int, status string) string {
	for c := i; c < end && c < i+6; c++ {
		if t := &r.d.Tokens[c]; t.Is(doc.Digit) && len(t.Norm) == 4 {
			return "current"
		}
	}
	return status
}

// roleVerb returns what a verb does with a role, and its tense where it is finite.
func (r *reader) roleVerb(i int) (string, string) {
	if !r.is(i, r.c.verb) {
		return "", ""
	}
	return r.lex.Attr(r.d.Tokens[i].Word, r.c.verb, "part"), r.tense(i)
}

func (r *reader) tense(i int) string {
	switch {
	case r.is(i, r.c.conditional):
		return "conditional"
	case r.is(i, r.c.present):
		return "present"
	case r.is(i, r.c.imperfect):
		return "imperfect"
	case r.is(i, r.c.past):
		return "past"
	case r.is(i, r.c.future):
		return "future"
	}
	return ""
}

// leads finds verbs that are roles themselves: "Luca de Meo, qui dirige Renault", "Marie Durand préside l'AMF". A verb in the imperfect ends a role
// that the article gave: "Anne Morel dirigeait l'équipe robots d'Orvane".
func (r *reader) leads() {
	for m := 0; m < r.names; m++ {
		e := r.person(m)
		if e < 0 {
			continue
		}
		s := r.d.Sentences[r.sentence[m]]
		i := r.mentions[m].Last
		if m > 0 && r.is(r.mentions[m].First-1, r.c.preposition) && r.norm(i) != "," {
			continue
		}
		if r.norm(i) == "," {
			i++
		}
		if part, _, last := r.part(i, s.Last); part == "who" {
			i = last
		} else if r.norm(i-1) == "," {
			r.atTheHead(e, i, s.Last)
			continue
		}
		if i >= s.Last {
			continue
		}
		if r.atTheHead(e, i, s.Last) {
			continue
		}
		v, tense := r.roleVerb(i)
		if v != "lead" || tense == "" || tense == "conditional" || !r.is(i, r.c.finite) {
			continue
		}
		j := i + 1
		if part, _, last := r.part(j, s.Last); part == "def" && r.starts(j) < 0 {
			j = last
		}
		direct := r.starts(j)
		if direct < 0 {
			if h, last := r.form(j, s.Last, r.c.orgHead); h >= 0 {
				direct = r.starts(last)
			}
		}
		body := direct
		for c := j; body < 0 && c < s.Last && c < j+6; c++ {
			if r.d.Tokens[c].Is(doc.Punct) {
				break
			}
			body = r.starts(c)
		}
		if body < 0 || r.whos[r.whoOf(body)].typ != doc.Organization {
			continue
		}
		org := r.whoOf(body)
		former := tense == "imperfect" || tense == "past"
		found := false
		for n := range r.whos[e].roles {
			if o := &r.whos[e].roles[n]; o.Organization == org {
				found = true
				if former && o.Status == "current" {
					o.Status = "former"
				}
			}
		}
		if found || direct < 0 {
			continue
		}
		w := r.d.Tokens[i].Word
		title := r.lex.Attr(w, r.c.verb, "title")
		if x := &r.whos[e]; x.fem > x.masc {
			title = r.lex.Attr(w, r.c.verb, "feminine")
		}
		status := "current"
		if former && !r.lasting(w) {
			status = "former"
		}
		if tense == "future" {
			status = "incoming"
		}
		r.putRole(e, doc.Role{Title: title, Span: r.d.Tokens[i].Span, Organization: org, Status: status, By: "verb"})
	}
}

// atTheHead notes "Paul Durand, à la tête du groupe Orvane", "Marie Durand a été nommée à la tête de Renault": behind a comma or a verb, since in
// "succéder à Paul Durand à la tête de Renault" the name is not the leader's.
func (r *reader) atTheHead(e, i, end int) bool {
	status, verb := "current", r.norm(i-1) == ","
	for n := 0; n < 4 && i < end; n++ {
		v, tense := r.roleVerb(i)
		if v == "" && !r.is(i, r.c.auxiliary) && !r.is(i, r.c.adverb) {
			break
		}
		if r.is(i, r.c.conditional) {
			return false
		}
		switch {
		case v == "name":
			status = "incoming"
		case (tense == "imperfect" || tense == "past") && status == "current":
			status = "former"
		case tense == "future":
			status = "incoming"
		}
		verb = verb || v != ""
		i++
	}
	part, _, j := r.part(i, end)
	if part != "lead" || !verb {
		return false
	}
	title := doc.Range{First: i, Last: j - 1}
	if d, _, last := r.part(j, end); d == "def" && r.starts(j) < 0 {
		j = last
	}
	m := r.starts(j)
	if m < 0 {
		if h, last := r.form(j, end, r.c.orgHead); h >= 0 {
			m = r.starts(last)
		}
	}
	if m < 0 || r.whos[r.whoOf(m)].typ != doc.Organization {
		return false
	}
	if status == "incoming" {
		status = r.since(r.mentions[m].Last, end, status)
	}
	r.putRole(e, doc.Role{Title: r.oneLine(title), Span: r.d.Span(title), Organization: r.whoOf(m), Status: status, By: "role.head"})
	return true
}

// lasting tells a verb whose role stays: who founded a body is its founder for ever.
func (r *reader) lasting(w int32) bool { return r.lex.Attr(w, r.c.verb, "lasting") != "" }

// dismiss ends the roles of people whom the article says to be hired away: "débaucher Anne Morel, la responsable des robots chez Orvane".
func (r *reader) dismiss() {
	for k := range r.list {
		p := &r.list[k]
		if p.how != apposed || p.org < 0 || p.tied < 0 || p.status != "current" {
			continue
		}
		m := r.nameUpTo(p.First)
		if m < 0 || r.whoOf(m) != int(p.tied) {
			continue
		}
		v := r.d.Tokens[max(0, r.mentions[m].First-1)].Word
		if r.lex.Attr(v, r.c.eventVerb, "type") != "recruitment" || r.lex.Attr(v, r.c.eventVerb, "chez") == "" {
			continue
		}
		w := &r.whos[p.tied]
		for n := range w.roles {
			if w.roles[n].Organization == int(p.org) && w.roles[n].Status == "current" {
				w.roles[n].Status = "former"
			}
		}
	}
}

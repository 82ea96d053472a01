package entity

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// tie gives each phrase of a role to the people who have it, by where their names stand.
func (r *reader) tie() {
	for k := range r.list {
		p := &r.list[k]
		if p.owned() {
			p.org = r.ownerBody(p)
		}
		if r.asks(p.sentence) {
			continue
		}
		before := r.nameBehind(k)
		switch {
		case before >= 0:
		case r.nameBefore(k):
		case r.byVerb(k):
		}
	}
	r.leads()
}

// owned tells a phrase whose body is told by a possessive: "assure son directeur Paul Durand".
func (p *phrase) owned() bool {
	return p.det == "own" && p.org < 0 && p.owner < 0 && p.orgText.Len() == 0 && p.kind == "head" && p.title.Len() == p.head.Len()
}

// gives tells whether a phrase can be a role at all: kinship, "la victime", "sa collègue de l'Intérieur" are none.
func (p *phrase) gives() bool { return p.kind != "kin" && p.kind != "person" }

// ownerBody returns the body that acted last before a phrase, in its sentence or the two before it, or else was named last in its sentence or the one
// before it.
func (r *reader) ownerBody(p *phrase) int32 {
	for m, back := r.nameUpTo(p.First), 0; m >= 0 && back < reach && int(r.sentence[m]) >= p.sentence-2; m, back = m-1, back+1 {
		if e := r.whoOf(m); r.whos[e].typ == doc.Organization && r.acts(m) && !(r.whos[e].kind == "media" && r.cited(m)) {
			return int32(e)
		}
	}
	for m, back := r.nameUpTo(p.First), 0; m >= 0 && back < reach && int(r.sentence[m]) >= p.sentence-1; m, back = m-1, back+1 {
		if e := r.whoOf(m); r.whos[e].typ == doc.Organization && !(r.whos[e].kind == "media" && r.cited(m)) {
			return int32(e)
		}
	}
	return doc.None
}

// nameUpTo returns the last name that ends before a token, or None.
func (r *reader) nameUpTo(i int) int {
	lo, hi := 0, r.names
	for lo < hi {
		mid := (lo + hi) / 2
		if r.mentions[mid].First < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// skipTitles passes "M.", "Mme" before a name.
func (r *reader) skipTitles(i, end int) int {
	for n := 0; n < 2 && i < end && r.at(i) < 0 && r.is(i, r.c.title) && r.d.Tokens[i].Is(doc.Capital); n++ {
		i++
	}
	return i
}

// personAt returns the person whose name begins at a token (behind a title), and the token behind the name.
func (r *reader) personAt(i, end int) (int, int) {
	i = r.skipTitles(i, end)
	m := r.starts(i)
	if m < 0 || i >= end {
		return doc.None, i
	}
	return r.person(m), r.mentions[m].Last
}

// nameBehind ties a phrase with the name that follows it: "le PDG de Renault Luca de Meo", "la ministre du Travail, Anne Morel".
func (r *reader) nameBehind(k int) int32 {
	p := &r.list[k]
	end := r.d.Sentences[p.sentence].Last
	i := p.Last
	if m, last := r.inParentheses(i, end); m >= 0 && r.mentions[m].Type != doc.Person {
		i = last
	}
	how := named
	if r.norm(i) == "," {
		how = afterward
		i++
		if p.plural || p.nested || p.det != "def" && p.det != "own" && !r.opens(p) {
			return doc.None
		}
	} else if p.det == "" && r.opens(p) && i < end && r.at(i) < 0 {
		// Directrice commerciale d'Orvane jusqu'en juin, Anne Morel se retire
		for n := 0; n < 8 && i < end && r.norm(i) != "," && !r.is(i, r.c.finite); n++ {
			i++
		}
		if r.norm(i) != "," {
			return doc.None
		}
		how = afterward
		i++
	}
	e, last := r.personAt(i, end)
	if e < 0 || p.owner == int32(e) {
		return doc.None
	}
	if how == named {
		if c := p.Last - 1; c >= p.head.Last && (r.lex.Attr(r.d.Tokens[c].Word, r.c.orgHead, "number") == "s" || r.lex.Attr(r.d.Tokens[c].Word, r.c.placeHead, "number") == "s") {
			return doc.None // un professeur du lycée Albert Camus
		}
		link, _ := r.partBefore(p.First)
		if p.det == "" && (link == "and" || p.First > 0 && r.is(p.First-1, r.c.adverb) || p.nested || p.head.Len() == 1 && r.is(p.head.First, r.c.speech)) {
			return doc.None // le plus libéral Paul Durand; solidaire et responsable Anne Morel; "…", juge Paul Durand
		}
	}
	if link, _ := r.partBefore(p.First); how == afterward && link == "as" && p.det == "def" && last < end && r.is(last, r.c.finite) {
		return doc.None // comme la maire de Nantes, Paul Durand peut
	}
	if how == afterward && r.is(p.First-1, r.c.preposition) && !r.is(p.First-1, r.c.sourceCue) && last < end && (r.is(last, r.c.auxiliary) || r.is(last, r.c.finite)) {
		return doc.None // lors d'une réunion avec le préfet, Paul Durand a révélé
	}
	if how == afterward && r.fronted(p) {
		return doc.None // Blessé par un tir du forcené, Paul Durand a confié
	}
	if how == named && !p.nested && k+1 < len(r.list) && r.list[k+1].nested && r.list[k+1].Last == p.Last && r.list[k+1].det == "def" && !r.list[k+1].plural {
		return doc.None // le conseiller du ministre Paul Durand: the name is the minister's
	}
	if how == named && p.nested && p.plural && !r.joined(last, end) {
		return doc.None // le chef de file des sénateurs socialistes Paul Durand: one name is no senators'
	}
	if p.plural {
		r.tieTo(k, e, how)
		r.list[k].next()
		for n := 0; n < 6 && last < end; n++ { // les députés Paul Durand et Anne Morel
			if _, l := r.inParentheses(last, end); l > last {
				last = l
			}
			part, _, l := r.part(last, end)
			if part != "and" && r.norm(last) != "," {
				break
			}
			if part != "and" {
				l = last + 1
			}
			e2, l2 := r.personAt(l, end)
			if e2 < 0 {
				break
			}
			r.tieTo(k, e2, how)
			last = l2
		}
		return int32(e)
	}
	if !r.tieTo(k, e, how) {
		return doc.None
	}
	return int32(e)
}

// opens tells a bare phrase at the start of a sentence.
func (r *reader) opens(p *phrase) bool {
	s := r.d.Sentences[p.sentence]
	return p.det == "" && p.as < 0 && (p.First == s.First || p.First == s.First+1 && r.d.Tokens[s.First].Is(doc.Punct))
}

// nameBefore ties a phrase in apposition with the name before it: "Anne Morel, PDG d'Orvane", "Paul Durand (ancien PDG de Kervel)".
func (r *reader) nameBefore(k int) bool {
	p := &r.list[k]
	s := r.d.Sentences[p.sentence]
	if p.as >= 0 || p.det == "own" || p.det == "this" || p.det == "" && r.verbal(p, s.Last) {
		return false
	}
	i := p.First
	for n := 0; n < 2; n++ { // par ailleurs directeur des ventes
		for c := max(s.First, i-3); c < i; c++ {
			if part, _, last := r.part(c, i); part == "also" && last == i {
				i = c
				break
			}
		}
	}
	if i <= s.First {
		return false
	}
	if p.det == "def" && p.First < p.head.First && r.d.Tokens[p.First].Shape&(doc.Lower|doc.Capital) != 0 || p.det == "ind" {
		if !r.closes(p.Last, s.Last) && !(k+1 < len(r.list) && r.follows(k+1, p.Last)) && !r.unclosed(p, s) {
			return false // Pour Jean Dupont, le ministre a menti
		}
	} else if p.det == "def" {
		return false // du, au
	}
	link := r.norm(i - 1)
	part, _ := r.partBefore(i)
	switch {
	case part == "and" || link == ",":
		if k > 0 {
			for o := k - 1; o >= 0 && o >= k-3; o-- { // président de A et directeur de B; nested phrases stand between
				q := &r.list[o]
				if q.sentence == p.sentence && q.Last == i-1 && !q.nested {
					if q.tied >= 0 && (q.how == apposed && !(link == "," && p.det == "def" && q.org >= 0) || q.how == predicate || q.how == named && (link == "," && p.det == "" || p.det == "")) {
						return r.tieTo(k, int(q.tied), apposed)
					}
					break
				}
			}
		}
		if part == "and" && link != "," {
			return false
		}
		i--
	case link == "(" || link == "–" || link == "—" || link == "-":
		i--
	default:
		return false
	}
	if i <= s.First {
		return false
	}
	// Jean Dupont, 54 ans, avocat
	if r.is(i-1, r.c.age) && i-4 >= s.First && r.d.Tokens[i-2].Is(doc.Digit) && r.norm(i-3) == "," {
		i -= 3
	}
	if r.norm(i-1) == ")" {
		for c := i - 2; c > s.First && c > i-14; c-- {
			if r.norm(c) == "(" {
				i = c
				break
			}
		}
	}
	m := r.ends(i)
	e := r.person(m)
	if e < 0 {
		return false
	}
	if p.plural {
		if p.det != "" {
			return false
		}
		if p.second >= 0 { // the last name comes first here
			p.org, p.second = p.second, p.org
		}
		ok := r.tieTo(k, e, apposed)
		p.next()
		for n := 0; n < 4; n++ { // Paul Durand et Jean Dupont, députés de l'Oise
			c := r.mentions[m].First - 1
			if part, _ := r.partBefore(c + 1); part != "and" && r.norm(c) != "," {
				break
			}
			if m = r.ends(c); r.person(m) < 0 {
				break
			}
			r.tieTo(k, r.person(m), apposed)
		}
		return ok
	}
	return r.tieTo(k, e, apposed)
}

// next gives the body of the second person to the phrase.
func (p *phrase) next() {
	if p.second >= 0 {
		p.org, p.second = p.second, doc.None
	}
}

// tieTo gives a person the role of a phrase.
func (r *reader) tieTo(k, e int, how tie) bool {
	p := &r.list[k]
	w := &r.whos[e]
	if w.typ != doc.Person || p.owner == int32(e) {
		return false
	}
	if !p.plural && p.gender == 'f' && w.masc >= w.fem+8 { // a first name alone may be read wrongly: la sénatrice Andrea Talec
		return false
	}
	if p.kind == "group" && !p.plural {
		return false
	}
	p.tied, p.how = int32(e), how
	if p.gender == 'f' && !p.plural {
		w.fem += 4
	} else if p.gender == 'm' && !p.plural {
		w.masc += 2
	}
	if p.gives() {
		r.addRole(e, p)
	}
	return true
}

// addRole notes a role once: the fuller of two titles stays.
func (r *reader) addRole(e int, p *phrase) {
	role := doc.Role{Title: r.titleOf(p), Span: r.d.Span(p.title), Organization: int(p.org), Status: p.status, By: p.how.String()}
	if p.org < 0 && p.orgText.Len() > 0 {
		role.OrganizationText = r.oneLine(p.orgText)
	}
	r.putRole(e, role)
}

func (r *reader) putRole(e int, role doc.Role) {
	w := &r.whos[e]
	for i := range w.roles {
		o := &w.roles[i]
		if !strings.EqualFold(o.Title, role.Title) && !longer(o.Title, role.Title) && !longer(role.Title, o.Title) {
			continue
		}
		if o.Organization >= 0 && role.Organization >= 0 && o.Organization != role.Organization {
			continue
		}
		if o.OrganizationText != "" && role.OrganizationText != "" && !strings.EqualFold(o.OrganizationText, role.OrganizationText) {
			continue
		}
		if longer(role.Title, o.Title) || len(role.Title) == len(o.Title) && o.Organization < 0 && o.OrganizationText == "" {
			if role.Organization < 0 && role.OrganizationText == "" {
				role.Organization, role.OrganizationText = o.Organization, o.OrganizationText
			}
			if role.Status == "current" {
				role.Status = o.Status
			}
			*o = role
		} else if o.Organization < 0 && o.OrganizationText == "" {
			o.Organization, o.OrganizationText = role.Organization, role.OrganizationText
		}
		return
	}
	if len(w.roles) == 0 {
		r.holders = append(r.holders, int32(e))
	}
	if len(w.roles) < most {
		w.roles = append(w.roles, role)
	}
}

// longer tells whether a title begins with another one and goes on: "ministre de la Santé", "ministre".
func longer(a, b string) bool {
	return len(a) > len(b) && a[len(b)] == ' ' && strings.EqualFold(a[:len(b)], b)
}

// titleOf writes the title of a role: as in the text, a plural by its singular.
func (r *reader) titleOf(p *phrase) string {
	if !p.plural && !p.one || p.lemma == "" {
		return r.oneLine(p.title)
	}
	rest := doc.Range{First: p.head.Last, Last: p.title.Last}
	if rest.Len() <= 0 || r.adjective(rest.First) {
		return p.lemma
	}
	return p.lemma + " " + r.oneLine(rest)
}

// oneLine returns the words of a range without line breaks.
func (r *reader) oneLine(x doc.Range) string {
	s := r.d.Words(x)
	if strings.ContainsAny(s, "\n\r\t") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

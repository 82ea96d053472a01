package entity

import "github.com/breve-nlp/breve/extract/doc"

// inParentheses returns the name that alone fills the parentheses at a token, and the token behind them.
func (r *reader) inParentheses(k, end int) (int, int) {
	if r.norm(k) != "(" || k+2 >= end {
		return doc.None, k
	}
	if m := r.starts(k + 1); m >= 0 && r.norm(r.mentions[m].Last) == ")" && r.mentions[m].Last < end {
		return m, r.mentions[m].Last + 1
	}
	return doc.None, k
}

// complement takes one complement that begins at a token: a body ("de Renault"), a domain ("de la Santé") or a person. It returns the token behind
// it, which is k where there is none, and whether another may follow.
func (r *reader) complement(p *phrase, k, end int) (int, bool) {
	part, e, j := r.part(k, end)
	if part != "of" && part != "to" || j >= end {
		return k, false
	}
	det := ""
	if e.article {
		det = "def"
	} else if d, _, last := r.part(j, end); d == "def" || d == "own" || d == "ind" || d == "this" {
		if r.starts(j) < 0 { // de Le Monde: the article belongs to the name
			det, j = d, last
		}
	}
	if j >= end {
		return k, false
	}
	kind := e.kind
	if m := r.starts(r.skipTitles(j, end)); m >= 0 {
		return r.named(p, m, k, end, part, det, false)
	}
	if t := &r.d.Tokens[j]; t.Is(doc.Upper) && det == "def" && !r.is(j, r.c.acronym) && p.orgText.Len() == 0 { // du SDIS 29
		last := j + 1
		if last < end && r.d.Tokens[last].Is(doc.Digit) {
			last++
		}
		p.orgText = doc.Range{First: j, Last: last}
		return last, false
	}
	head, after := r.form(j, end, r.c.orgHead)
	body := head >= 0 && r.d.Tokens[j].Is(doc.Lower)
	if !body && r.d.Tokens[j].Is(doc.Lower) {
		if h, l := r.form(j, end, r.c.nominal); h >= 0 {
			body, after = true, l
		}
	}
	if !body {
		if h, l := r.form(j, end, r.c.placeHead); h >= 0 && r.d.Tokens[j].Is(doc.Lower) && r.lex.Attr(h, r.c.placeHead, "number") != "p" {
			body, after = true, l
		}
	}
	if body {
		if m := r.starts(after); m >= 0 && r.mentions[m].Type != doc.Person { // du groupe Orvane
			return r.named(p, m, k, end, part, det, true)
		}
	}
	np := r.domain(j, end, p.kind == "office" || p.kind == "head" || p.kind == "politics" || part == "of" && det == "" && r.role(p.entry).complement == "place")
	if np <= j {
		return k, false
	}
	if det == "ind" || det == "own" || det == "this" { // fondateur d'une jeune pousse
		p.vague = p.vague || det == "ind"
		return np, false
	}
	if m := r.starts(np); m >= 0 && part == "of" && r.is(np-1, r.c.role) && r.mentions[m].Type == doc.Organization && r.mentions[m].Last <= end && p.org < 0 { // des députés LREM
		p.org, p.orgText, p.title.Last = int32(r.whoOf(m)), r.mentions[m].Range, np
		return r.mentions[m].Last, false
	}
	if body && part == "of" || body && kind != "for" {
		if q, _, l := r.part(np, end); q == "of" || q == "to" {
			if d, _, ll := r.part(l, end); d == "def" && r.starts(l) < 0 {
				l = ll
			}
			if m := r.starts(l); m >= 0 && r.mentions[m].Type == doc.Location && r.mentions[m].Last <= end && p.orgText.Len() == 0 { // avocat au barreau de Paris
				p.orgText = doc.Range{First: j, Last: r.mentions[m].Last}
				return r.mentions[m].Last, false
			}
			if m := r.starts(l); m >= 0 && r.mentions[m].Type != doc.Person && det != "" { // président du conseil de surveillance d'Orvane
				p.title.Last = np
				return np, true
			}
		}
		if c := r.role(p.entry).complement; c != "domain" && det == "def" {
			if p.orgText.Len() == 0 {
				p.orgText = doc.Range{First: j, Last: np}
				if after == np { // président honoraire de l'école
					p.org = r.bodyOf(j, after, p.sentence)
				}
			}
			return np, true
		}
	}
	if c := r.role(p.entry).complement; part == "of" && (c == "place" || c == "org") && r.d.Tokens[j].Is(doc.Capital) && p.orgText.Len() == 0 {
		p.orgText = doc.Range{First: j, Last: np} // a body that is not known as a name
		return np, false
	}
	if part == "to" && kind != "at" {
		return k, false
	}
	if k == p.title.Last {
		p.title.Last = np
	}
	return np, true
}

// named takes a name as a complement.
func (r *reader) named(p *phrase, m, k, end int, part, det string, headed bool) (int, bool) {
	x := &r.mentions[m]
	if x.Last > end {
		return k, false
	}
	switch {
	case x.Type == doc.Person:
		if part != "of" {
			return k, false
		}
		p.owner = r.entity[r.of[m]]
		return x.Last, false
	case x.Type == doc.Location && part == "to" && !headed:
		return x.Last, false // médecin à Lyon
	case x.Type == doc.Organization && part == "of" && p.kind == "office" && r.role(p.entry).complement == "domain" && det == "def" && !private(x.Kind):
		p.title.Last = x.Last // ministre de l'Éducation nationale
		return x.Last, true
	case x.Type == doc.Organization || x.Type == doc.Location:
		p.org, p.orgText = int32(r.whoOf(m)), x.Range
	}
	last := x.Last
	if r.norm(last) == "(" { // Orvane (Kervel)
		for c := last + 1; c < end && c < last+8; c++ {
			if r.norm(c) == ")" {
				if m2 := r.starts(last + 1); m2 >= 0 && r.mentions[m2].Type != doc.Person {
					last = c + 1
				}
				break
			}
		}
	}
	return last, false
}

// private tells the kinds of bodies that are no department of a state.
func private(kind string) bool {
	return kind == "company" || kind == "party" || kind == "media" || kind == "team"
}

// domain returns the token behind the noun phrase that begins at a token: "modèles de langage", "Action et des Comptes publics". It ends before names,
// verbs and other roles.
func (r *reader) domain(j, end int, capitals bool) int {
	good, need := j, true
	for k, n := j, 0; k < end && n < 14; n++ {
		t := &r.d.Tokens[k]
		if r.at(k) >= 0 {
			break
		}
		if need {
			if t.Is(doc.Punct) || t.Is(doc.Digit) || t.Is(doc.HasDigit) || t.Is(doc.Stop) || r.is(k, r.c.part) || t.Is(doc.Capital) && !t.Is(doc.Upper) && !capitals ||
				t.Is(doc.Lower) && t.Word >= 0 && !r.is(k, r.c.noun) && !r.is(k, r.c.adjective) {
				break
			}
			k++
			good, need = k, false
			continue
		}
		part, e, last := r.part(k, end)
		comma := t.Norm == "," && capitals
		if part == "and" || comma {
			if comma {
				last = k + 1
			}
			p2, e2, l2 := r.part(last, end)
			if p2 == "of" {
				if l2 < end && !e2.article {
					if d, _, l3 := r.part(l2, end); d == "def" {
						l2 = l3
					}
				}
				if l2 < end && r.at(l2) < 0 && (!comma || r.d.Tokens[l2].Is(doc.Capital)) && !r.is(l2, r.c.role) && (r.d.Tokens[l2].Is(doc.Capital) && capitals || !comma && r.is(l2, r.c.noun)) {
					k, need = l2, true
					continue
				}
			}
			if !comma && last < end && r.at(last) < 0 && r.adjective(last) && !r.is(last, r.c.role) && !r.is(last, r.c.finite) {
				k, good = last+1, last+1
				continue
			}
			break
		}
		if part == "of" || part == "on" && k > j {
			if !e.article && last < end {
				if d, _, l2 := r.part(last, end); d == "def" {
					last = l2
				}
			}
			if last >= end || r.at(last) >= 0 || r.is(last, r.c.role) && !r.is(last, r.c.adjective) {
				break
			}
			k, need = last, true
			continue
		}
		if r.adjective(k) && !(r.is(k, r.c.finite) && r.at(k) < 0 && k+1 < end && r.is(k+1, r.c.determiner)) || capitals && t.Is(doc.Capital) && !t.Is(doc.Upper) && k > j && r.d.Tokens[k-1].Is(doc.Capital) || t.Is(doc.Lower) && t.Word < 0 {
			k++
			good = k
			continue
		}
		break
	}
	return good
}

// task takes what an office is charged with: "ministre chargé des Relations avec le Parlement", "secrétaire d'Etat en charge de la Famille".
func (r *reader) task(p *phrase, k, end int) int {
	if p.kind == "office" { // déléguée auprès du ministre de l'Intérieur
		if part, _, j := r.part(k, end); part == "to" && j > k+1 {
			if e, last := r.form(j, end, r.c.role); e >= 0 && r.role(e).kind == "office" {
				k = last
				if part, _, j := r.part(k, end); part == "of" {
					if d, _, last := r.part(j, end); d == "def" {
						j = last
					}
					k = max(k, r.domain(j, end, true))
				}
			}
		}
	}
	i := k
	if part, _, last := r.part(p.First-2, p.First); r.norm(i) == "," && !(part == "to" && last == p.First) {
		i++
	}
	part, e, j := r.part(i, end)
	if part != "task" || j >= end || p.kind != "office" && p.kind != "head" {
		return k
	}
	if !e.article && r.starts(j) < 0 {
		if d, _, last := r.part(j, end); d == "def" {
			j = last
		}
	}
	np := r.domain(j, end, true)
	if np <= j {
		if m := r.starts(j); m < 0 || r.person(m) >= 0 || r.mentions[m].Last > end {
			return k
		} else {
			np = r.mentions[m].Last // chargée de l'Egalité
		}
	}
	if r.is(np, r.c.preposition) && np+1 < end { // Relations avec le Parlement
		l := np + 1
		if d, _, last := r.part(l, end); d == "def" && r.starts(l) < 0 {
			l = last
		}
		if m := r.starts(l); m >= 0 && r.mentions[m].Type == doc.Organization && r.mentions[m].Last <= end {
			np = r.mentions[m].Last
		}
	}
	if p.title.Last == k {
		p.title.Last = np
	}
	return np
}

// far takes what stands behind the body of a role and before the name or the comma: "le leader des LR à l'Assemblée nationale", "le représentant de
// l'Iran à l'ONU", "le coordinateur de l'ONU pour le Liban".
func (r *reader) far(p *phrase, k, end int) int {
	if k == p.head.Last {
		return k
	}
	i := k
	for n := 0; n < 2; n++ {
		part, e, j := r.part(i, end)
		if part == "and" && p.org >= 0 && !p.plural { // PDG de Tesla et SpaceX, Elon Musk
			if of, _, last := r.part(j, end); of == "of" {
				j = last
			}
			if d, _, last := r.part(j, end); d == "def" && r.starts(j) < 0 {
				j = last
			}
			m := r.starts(j)
			if m < 0 || r.person(m) >= 0 {
				break
			}
			if i = r.mentions[m].Last; r.closes(i, end) {
				return i
			}
			if e, _ := r.personAt(i, end); e >= 0 {
				return i
			}
			continue
		}
		if part != "to" && part != "on" && part != "of" || j >= end {
			break
		}
		if d, _, last := r.part(j, end); d == "def" && !e.article && r.starts(j) < 0 {
			j = last
		}
		m := r.starts(j)
		if m >= 0 && r.person(m) >= 0 {
			break
		}
		if m >= 0 {
			j = r.mentions[m].Last
			if part, _, last := r.part(j, end); part == "and" && r.adjective(last) { // l'Europe centrale et orientale
				j = last + 1
			}
		} else if e.kind == "for" {
			np := r.domain(j, end, true)
			if np == j {
				break
			}
			j = np
		} else {
			break
		}
		i = j
		if r.closes(i, end) {
			return i
		}
		if e, _ := r.personAt(i, end); e >= 0 {
			return i
		}
	}
	return k
}

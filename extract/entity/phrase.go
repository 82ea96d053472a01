package entity

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// phrase is a noun phrase around a role: "l'ancien PDG de GitHub", "responsable de la communication du SDIS 29".
type phrase struct {
	doc.Range           // from the determiner to the last complement
	head      doc.Range // the words of the role
	title     doc.Range // with what the role is about: "ministre de la Santé"
	entry     int32     // of the role; None for "ex-PDG"
	det       string    // def ind own this, or "" where it is bare
	as        int       // where "en tant que", "au poste de" begins, or None
	kind      string
	lemma     string
	status    string
	gender    byte // of the form, 0 where it has both
	plural    bool
	article   byte  // gender of the determiner, 0 where it tells none
	one       bool  // of several: "l'un des avocats"
	vague     bool  // "la directrice d'une école": the article has not told of which
	nested    bool  // stands inside the complement of another role
	org       int32 // entity, or None
	second    int32 // the body of the second of two people: secrétaires généraux de la CFDT et de l'Unsa
	orgText   doc.Range
	owner     int32 // person whose role it is ("conseiller d'Emmanuel Macron"), or None
	sentence  int
	tied      int32 // person that has the role, or None
	how       tie
}

type tie uint8

const (
	untied    tie = iota
	named         // the name follows at once: le PDG de Renault Luca de Meo
	afterward     // the name follows behind a comma: la ministre du Travail, Anne Morel
	apposed       // the name stands before: Anne Morel, PDG d'Orvane
	predicate     // by a verb: a été nommé, est, devient
	referring     // the phrase alone goes back to the person
)

// String names the way by which a role was found.
func (t tie) String() string {
	return [...]string{"role", "role.named", "role.afterward", "role.apposed", "role.predicate", "role.referring"}[t]
}

// phrases finds the phrases around roles in all sentences of the article.
func (r *reader) phrases() {
	a := 0
	for n, s := range r.d.Sentences {
		if s.Kind == doc.Aside {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			t := &r.d.Tokens[i]
			if m := r.at(i); m >= 0 {
				i = max(i, r.mentions[m].Last-1)
				continue
			}
			for a < len(r.d.Annotations) && r.d.Annotations[a].First < i {
				a++
			}
			found := r.lex.Is(t.Word, r.c.role)
			for k := a; !found && k < len(r.d.Annotations) && r.d.Annotations[k].First == i; k++ {
				if found = r.d.Annotations[k].Entry >= 0; found { // Premier ministre britannique is of another class: Premier ministre is the role
					e, _ := r.form(i, s.Last, r.c.role)
					found = e >= 0
				}
			}
			if !found && !(t.Is(doc.Hyphen) && r.isEx(i)) {
				continue
			}
			if p, ok := r.phrase(i, n); ok {
				if k := len(r.list) - 1; k >= 0 && r.list[k].sentence == n && r.list[k].Last > i {
					p.nested = true
				}
				r.list = append(r.list, p)
				i = max(p.head.Last, p.title.Last) - 1
				if p.title.Len() > p.head.Len() {
					i = p.head.Last - 1 + r.run(p.head.Last, p.title.Last)
				}
			}
		}
	}
}

// run returns how many adjectives stand at a token: "ministre délégué" is one role.
func (r *reader) run(i, end int) int {
	n := 0
	for i+n < end && r.d.Tokens[i+n].Is(doc.Lower) && r.is(i+n, r.c.adjective) {
		n++
	}
	return n
}

// isEx tells whether "ex-PDG" stands at a token.
func (r *reader) isEx(i int) bool { e, _ := r.exRole(i); return e >= 0 }

// exRole returns the entry of the role in "ex-PDG", "ex-garde du corps", or None, and the token behind it.
func (r *reader) exRole(i int) (int32, int) {
	pre, rest, ok := strings.Cut(r.norm(i), "-")
	if !ok || r.lex.Attr(r.lex.Word(pre), r.c.status, "place") != "before" {
		return doc.None, i
	}
	entry, last := int32(doc.None), i
	e := r.lex.Word(rest)
	if r.lex.Is(e, r.c.role) {
		entry, last = e, i+1
	}
	for k := i + 1; k < len(r.d.Tokens) && e >= 0 && r.lex.Continues(e); k++ {
		if e = r.lex.Next(e, r.d.Tokens[k].Word); r.lex.Is(e, r.c.role) {
			entry, last = e, k+1
		}
	}
	return entry, last
}

// phrase reads the phrase whose role begins at a token.
func (r *reader) phrase(i, n int) (phrase, bool) {
	s := r.d.Sentences[n]
	p := phrase{as: doc.None, org: doc.None, second: doc.None, owner: doc.None, tied: doc.None, sentence: n}
	e, last := r.form(i, s.Last, r.c.role)
	if e < 0 {
		if e, last = r.exRole(i); e < 0 {
			return p, false
		}
		p.status = "former"
	}
	// "président de l'Assemblée nationale": the form of the lexicon ends inside a name
	for k := i + 1; k < last; k++ {
		if m := r.starts(k); m >= 0 && (r.mentions[m].Last > last || r.mentions[m].Type == doc.Organization && r.d.Tokens[k].Is(doc.Upper)) {
			if r.role(e).kind == "office" && r.role(e).complement == "domain" && r.mentions[m].Last > last && r.mentions[m].Last <= s.Last {
				p.title.Last = r.mentions[m].Last // ministre de l'Éducation nationale
				break
			}
			cut := i + 1
			for c := cut; c < k; c++ {
				if w, l := r.form(i, c, r.c.role); w >= 0 && l == c {
					e, cut = w, c
				}
			}
			if last = cut; !r.lex.Is(e, r.c.role) || cut == i+1 {
				e = r.d.Tokens[i].Word
			}
			break
		}
	}
	if !r.lex.Is(e, r.c.role) {
		return p, false
	}
	p.entry, p.head, p.title = e, doc.Range{First: i, Last: last}, doc.Range{First: i, Last: max(last, p.title.Last)}
	p.head.Last = p.title.Last
	about := r.role(e)
	p.kind, p.plural, p.gender, p.lemma = about.kind, about.plural, about.gender, about.lemma
	if p.status == "" {
		p.status = about.status
	}
	for k := i + 1; k < last && p.status == ""; k++ { // directeur par intérim
		if st, l := r.form(k, last, r.c.status); st >= 0 && l == last {
			if x := statusOf(r.lex.Attr(st, r.c.status, "status")); x != "current" {
				p.status = x
			}
		}
	}
	p.First = r.left(&p, s.First)
	p.Last = r.right(&p, s.Last)
	if p.status == "" {
		p.status = "current"
	}
	return p, true
}

// left takes what stands before the role: "l'ancien", "un jeune", "en tant que".
func (r *reader) left(p *phrase, from int) int {
	j, sure := p.head.First, p.head.First
	for j > from {
		if r.is(j-1, r.c.status) && r.at(j-1) < 0 && r.lex.Attr(r.d.Tokens[j-1].Word, r.c.status, "place") != "after" {
			if st := r.lex.Attr(r.d.Tokens[j-1].Word, r.c.status, "status"); p.status == "" || st == "former" {
				p.status = statusOf(st)
			}
			j--
			sure = j
			continue
		}
		if p.head.First-j < 2 && r.adjective(j-1) && r.at(j-1) < 0 {
			j--
			continue
		}
		break
	}
	if part, e := r.partBefore(j); j > from {
		switch part {
		case "def", "ind", "own", "this":
			p.det = part
			if e.gender != "" && part != "own" {
				p.article = e.gender[0]
			}
			if e.number == "p" {
				p.plural = true
			}
			return j - 1
		case "of", "to":
			if e.article {
				if part, one, last := r.part(j-3, j); part == "ind" && last == j && j-3 >= from { // l'un des avocats de
					p.det, p.plural, p.one, p.article = part, false, true, one.gender[0]
					if e := r.lex.Word(foldWord(p.lemma)); r.lex.Is(e, r.c.role) {
						p.kind = r.role(e).kind // avocats are a group, one of them is none
					}
					return j - 3
				}
				p.det = "def"
				if e.number == "p" {
					p.plural = true
				}
				return j
			}
		}
	}
	j = sure
	for k := max(from, j-4); k < j; k++ {
		if part, _, last := r.part(k, j); part == "as" && last == j {
			p.as = k
			break
		}
	}
	return j
}

// adjective tells whether a token is an adjective in lower case and no form of a verb.
func (r *reader) adjective(i int) bool {
	t := &r.d.Tokens[i]
	return t.Is(doc.Lower) && r.lex.Is(t.Word, r.c.adjective) && !r.lex.Is(t.Word, r.c.participle) && !r.lex.Is(t.Word, r.c.part) && !r.lex.Is(t.Word, r.c.verb)
}

// statusOf maps what role-status.tsv says to the statuses of a role.
func statusOf(s string) string {
	switch s {
	case "former", "dead":
		return "former"
	case "incoming", "acting":
		return s
	}
	return "current"
}

// right takes what stands behind the role: adjectives, the party, complements; it returns the token behind the phrase.
func (r *reader) right(p *phrase, end int) int {
	k := p.head.Last
	for k < end && r.at(k) < 0 {
		if e, last := r.form(k, end, r.c.status); e >= 0 && r.lex.Attr(e, r.c.status, "place") != "before" && (r.d.Tokens[k].Is(doc.Lower)) {
			k = r.statusAfter(p, e, k, last)
			continue
		}
		if !r.adjective(k) || r.is(k, r.c.finite) && !r.is(k, r.c.demonym) {
			break
		}
		k++
		p.title.Last = k
	}
	if part, _, l := r.part(k, end); part == "and" && l < end && r.d.Tokens[l].Is(doc.Lower) && r.at(l) < 0 { // biologiste et plongeur à l'université de Brest
		if e, last := r.form(l, end, r.c.role); e >= 0 && r.role(e).plural == p.plural && r.role(e).kind != "kin" && !(r.role(e).kind == "office" && r.role(e).complement == "domain") {
			p.title.Last, k = last, last
			p.head.Last = last
		}
	}
	party := int32(doc.None)
	if m := r.starts(k); m >= 0 && r.mentions[m].Type == doc.Organization && r.mentions[m].Last <= end { // délégué CGT, ex-députée RN
		party, p.orgText = int32(r.whoOf(m)), r.mentions[m].Range
		k = r.mentions[m].Last
	} else if k < end && r.at(k) < 0 && p.kind == "politics" && r.d.Tokens[k].Is(doc.Upper) && r.d.Tokens[k].Len() < 6 && !r.d.Tokens[k].Is(doc.Digit) { // sénatrice PS du Finistère
		k++
	} else if m, last := r.inParentheses(k, end); m >= 0 && r.mentions[m].Type == doc.Organization {
		party, p.orgText = int32(r.whoOf(m)), r.mentions[m].Range
		k = last
	}
	if part, _, last := r.part(k, end); part == "side" { // les gardes des Sceaux de droite: no part of the office
		k = last
	}
	for n := 0; n < 4 && k < end; n++ {
		next, more := r.complement(p, k, end)
		if next <= k {
			break
		}
		if k = next; !more {
			break
		}
	}
	if last := r.task(p, k, end); last > k {
		k = last
	}
	k = r.far(p, k, end)
	if p.plural && p.org >= 0 {
		if part, _, l := r.part(k, end); part == "and" {
			if of, e, j := r.part(l, end); of == "of" {
				if d, _, jj := r.part(j, end); !e.article && d == "def" && r.starts(j) < 0 {
					j = jj
				}
				if m := r.starts(j); m >= 0 && r.whos[r.whoOf(m)].typ == doc.Organization {
					p.second, k = int32(r.whoOf(m)), r.mentions[m].Last
				}
			}
		}
	}
	if e, last := r.form(k, end, r.c.status); e >= 0 && k > p.head.Last && r.d.Tokens[k].Is(doc.Lower) && r.lex.Attr(e, r.c.status, "place") != "before" && r.at(k) < 0 {
		k = r.statusAfter(p, e, k, last)
	}
	if p.org < 0 {
		p.org = party
	}
	return k
}

// statusAfter takes "par intérim", "sortant", "honoraire".
func (r *reader) statusAfter(p *phrase, e int32, k, last int) int {
	st := r.lex.Attr(e, r.c.status, "status")
	if p.status == "" || p.status == "current" {
		p.status = statusOf(st)
	}
	if st == "honorary" && p.title.Last == k { // president honoraire
		p.title.Last = last
	}
	return last
}

package entity

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// joinBodies joins the names of one organisation or place: acronym and long form, short form, with and without its head noun or legal form.
func (r *reader) joinBodies() {
	for g := range r.groups {
		x := &r.groups[g]
		if x.typ == doc.Person || x.words < 2 {
			continue
		}
		if x.typ == doc.Organization {
			r.initials(int32(g))
			r.shorten(int32(g))
		}
	}
	r.acronyms()
	r.joinAlike(doc.Organization)
	r.joinAlike(doc.Location)
}

// initials notes the initials of a long name: "Meta Superintelligence Labs" is MSL.
func (r *reader) initials(g int32) {
	x := r.mentions[r.groups[g].first].Range
	r.key = r.key[:0]
	for i := x.First; i < x.Last; i++ {
		t := &r.d.Tokens[i]
		if t.Is(doc.Elided) || t.Is(doc.Punct) || i > x.First && t.Is(doc.Lower) && (r.is(i, r.c.nameLink) || r.is(i, r.c.nameJoin) || r.is(i, r.c.article)) || r.is(i, r.c.article) && i == x.First {
			continue
		}
		n := len(r.key)
		r.key = appendKey(r.key, t.Norm)
		k := n
		for j := n; j < len(r.key); j++ { // each part of a hyphened word has its initial
			if j == n || r.key[j-1] == ' ' {
				r.key[k] = r.key[j]
				k++
			}
		}
		r.key = r.key[:k]
	}
	if len(r.key) < 2 {
		return
	}
	if _, ok := r.byInitials[string(r.key)]; !ok {
		r.byInitials[string(r.key)] = g
	}
}

// acronyms joins "Nom long (SIGLE)" and SIGLE with the name that has its initials.
func (r *reader) acronyms() {
	for g := range r.groups {
		x := &r.groups[g]
		m := &r.mentions[x.first]
		if x.words > 1 || x.typ == doc.Person || !r.d.Tokens[m.First].Is(doc.Capital) {
			continue
		}
		if !r.d.Tokens[m.First].Is(doc.Upper) && !(m.First > 0 && r.d.Tokens[m.First-1].Norm == "(") { // (Gram) is one, Free is none
			continue
		}
		if o, ok := r.byInitials[x.key]; ok && r.groups[o].typ == x.typ {
			r.join(o, int32(g))
		}
	}
	for m := 1; m < r.names; m++ {
		a, b := &r.mentions[m-1], &r.mentions[m]
		if b.First != a.Last+1 || r.norm(a.Last) != "(" || r.norm(b.Last) != ")" {
			continue
		}
		x, y := &r.groups[r.of[m-1]], &r.groups[r.of[m]]
		if x.typ != y.typ || x.typ == doc.Person || x.words > 1 == (y.words > 1) {
			continue
		}
		if x.words == 1 {
			x, y = y, x
		}
		if abbreviates(y.key, x.key) {
			r.join(r.of[m-1], r.of[m])
		}
	}
}

// abbreviates tells whether the letters of an acronym stand in this order in the long name, beginning with the first letter of a word and with at
// least two letters of three at the start of words: "Inserm", "Institut national de la santé et de la recherche médicale".
func abbreviates(short, long string) bool {
	if len(short) < 2 {
		return false
	}
	k, starts := 0, 0
	for i := 0; i < len(long) && k < len(short); i++ {
		start := i == 0 || long[i-1] == ' ' || long[i-1] == '\''
		if long[i] != short[k] || k == 0 && !start {
			continue
		}
		if !start && k+1 <= len(short) { // take the letter at the start of a later word where there is one
			if later(long[i+1:], short[k]) {
				continue
			}
		}
		if start {
			starts++
		}
		k++
	}
	return k == len(short) && (starts*3 >= len(short)*2 || starts >= 2) || shuffled(short, long)
}

// shuffled tells an acronym that comes from another language: NUMC, "Union nationale des marins de Corse".
func shuffled(short, long string) bool {
	if len(short) < 3 {
		return false
	}
	var left [256]int8
	for i := 0; i < len(long); i++ {
		if i == 0 || long[i-1] == ' ' || long[i-1] == '\'' {
			left[long[i]]++
		}
	}
	hits := 0
	for i := 0; i < len(short); i++ {
		if left[short[i]] > 0 {
			left[short[i]]--
			hits++
		}
	}
	return hits*4 >= len(short)*3
}

func later(rest string, b byte) bool {
	for i := 1; i < len(rest); i++ {
		if rest[i] == b && (rest[i-1] == ' ' || rest[i-1] == '\'') {
			return true
		}
	}
	return false
}

// shorten joins a long name with shorter forms that the article uses: without its head noun ("groupe Dassault"), its legal form ("Orvane SA"), its
// first words ("Meta Superintelligence Labs"). What follows "de" is another body: Banque de France is not France.
func (r *reader) shorten(g int32) {
	x := r.mentions[r.groups[g].first].Range
	if e, last := r.form(x.First, x.Last, r.c.orgHead); e >= 0 && last < x.Last && r.lex.Attr(e, r.c.orgHead, "span") == "out" {
		r.same(g, doc.Range{First: last, Last: x.Last}, false)
	}
	for i := x.Last - 1; i > x.First && i > x.Last-4; i-- {
		if e, last := r.form(i, x.Last, r.c.legalForm); e >= 0 && last == x.Last {
			r.same(g, doc.Range{First: x.First, Last: i}, false)
		}
	}
	for i := x.First + 1; i+1 < x.Last && i < x.First+6; i++ {
		if r.is(i-1, r.c.nameLink) || r.is(i-1, r.c.nameJoin) || r.is(i-1, r.c.article) || r.is(i, r.c.nameLink) || r.is(i, r.c.article) || r.d.Tokens[i].Is(doc.Lower) {
			continue
		}
		r.same(g, doc.Range{First: i, Last: x.Last}, true)
	}
	// Canard enchaîné, Assemblée nationale: the first word alone where the others are in lower case
	if x.Len() < 2 || !r.d.Tokens[x.First].Is(doc.Capital) || r.is(x.First, r.c.article) {
		return
	}
	for i := x.First + 1; i < x.Last; i++ {
		if !r.d.Tokens[i].Is(doc.Lower) || r.d.Tokens[i].Is(doc.Elided) {
			return
		}
	}
	r.same(g, doc.Range{First: x.First, Last: x.First + 1}, true)
}

// same joins a group with the one that has exactly these words; alone: unless they stand for another long name already.
func (r *reader) same(g int32, x doc.Range, alone bool) {
	typ := r.groups[g].typ
	r.key = append(append(r.key[:0], typ...), ':')
	n := len(r.key)
	r.key = r.keyOf(r.key, x, typ)
	if len(r.key) == n {
		return
	}
	o, ok := r.groupOf[string(r.key)]
	if !ok || r.groups[o].typ != typ {
		return
	}
	if root := r.root(o); alone && root != r.root(g) && (root != o || r.groups[o].alias) {
		return
	}
	r.join(g, o)
}

// parents finds the body that another belongs to: by the first word of its name (Google DeepMind, Google).
func (r *reader) parents() {
	byKey := make(map[string]int32, len(r.groups))
	for g := range r.groups {
		if x := &r.groups[g]; x.typ == doc.Organization {
			byKey[x.key] = r.entity[g]
		}
	}
	for g := range r.groups {
		x := &r.groups[g]
		if x.typ != doc.Organization || x.words < 2 {
			continue
		}
		e := r.entity[g]
		m := r.mentions[x.first].Range
		if !r.d.Tokens[m.First].Is(doc.Capital) {
			continue
		}
		if p, ok := byKey[firstWord(x.key)]; ok && p != e && r.whos[e].parent == doc.None && r.whos[p].typ == doc.Organization {
			r.whos[e].parent = p
		}
	}
	// "DeepMind, filiale de Google", "la filiale de Google DeepMind"
	for m := 1; m < r.names; m++ {
		a, b := r.whoOf(m-1), r.whoOf(m)
		if a == b || r.whos[a].typ != doc.Organization || r.whos[b].typ != doc.Organization || r.sentence[m] != r.sentence[m-1] || r.mentions[m].First-r.mentions[m-1].Last > 5 {
			continue
		}
		i := r.mentions[m-1].Last
		if r.norm(i) == "," {
			i++
		}
		if e, last := r.form(i, r.mentions[m].First, r.c.nominal); e >= 0 && r.lex.Attr(e, r.c.nominal, "owned") != "" && last+1 >= r.mentions[m].First-1 && r.whos[a].parent == doc.None {
			r.whos[a].parent = int32(b)
		}
	}
}

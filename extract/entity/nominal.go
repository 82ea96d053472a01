package entity

import (
	"strings"
	"unicode"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

func foldWord(s string) string { return lexicon.Fold(s) }

// turn is somebody who acted or spoke in a sentence.
type turn struct {
	entity   int32
	sentence int32
}

// nominals finds nouns and pronouns that go back to somebody: "le groupe", "la firme de Cupertino", "le quinquagénaire", "ce dernier", "elle". A link
// that is not clear is left out: a wrong one is worse than none.
func (r *reader) nominals() {
	r.only = r.alonePerson()
	next := 0 // phrase of a role
	quoted, paragraph := false, -1
	for n, s := range r.d.Sentences {
		if s.Kind == doc.Aside {
			continue
		}
		if s.Paragraph != paragraph {
			quoted, paragraph = false, s.Paragraph
		}
		for i := s.First; i < s.Last; i++ {
			switch t := &r.d.Tokens[i]; {
			case t.Norm == "\"":
				quoted = !quoted
			case t.Norm == "«" || t.Norm == "“":
				quoted = true
			case t.Norm == "»" || t.Norm == "”":
				quoted = false
			}
			for next < len(r.list) && r.list[next].First < i {
				next++
			}
			if m := r.at(i); m >= 0 {
				if r.mentions[m].First == i && r.acts(m) {
					r.spoken = append(r.spoken, turn{int32(r.whoOf(m)), int32(n)})
				}
				continue
			}
			if s.Kind == doc.Heading {
				continue
			}
			if next < len(r.list) && r.list[next].First == i {
				p := &r.list[next]
				if last := r.refer(p); last > i {
					for k := next + 1; k < len(r.list) && r.list[k].First == last+1 && r.norm(last) == "," && r.list[k].tied < 0 && r.list[k].det == ""; k++ {
						r.tieTo(k, int(p.tied), apposed) // le virologue à l'Université de Caen, membre du Groupe de recherche
						last = r.list[k].Last
					}
					i = last - 1
					continue
				}
				if p.tied >= 0 {
					i = max(i, p.head.Last-1)
					continue
				}
			}
			if !r.is(i, r.c.part) && !r.lex.Continues(r.d.Tokens[i].Word) {
				continue
			}
			part, e, last := r.part(i, s.Last)
			switch part {
			case "subject":
				if !quoted && !r.impersonal(last, s.Last) {
					r.pronoun(i, last, n, e)
				}
			case "last":
				r.lastNamed(i, last, n, e)
			case "def", "this":
				if l := r.noun(i, last, n, part == "this", true); l > last {
					i = l - 1
				}
			case "of", "to":
				if r.lex.Attr(e, r.c.part, "article") != "" {
					if l := r.noun(last, last, n, false, false); l > last {
						i = l - 1
					}
				}
			}
			if part == "void" {
				i = last - 1
			}
		}
	}
}

// add notes a mention of an entity.
func (r *reader) add(e int, x doc.Range, form string) {
	w := &r.whos[e]
	w.mentions = append(w.mentions, int32(len(r.mentions)))
	r.mentions = append(r.mentions, doc.Mention{Range: x, Span: r.d.Span(x), Type: w.typ, Kind: w.kind, Form: form})
}

// acts tells whether a name is the subject of a verb or speaks.
func (r *reader) acts(m int) bool {
	x := r.mentions[m].Range
	s := r.d.Sentences[r.sentence[m]]
	i := x.First
	for n := 0; n < 2 && i > s.First && r.is(i-1, r.c.title); n++ {
		i--
	}
	if i > s.First && r.is(i-1, r.c.speech) && !r.is(i-1, r.c.preposition) {
		return true
	}
	if i > s.First && r.is(i-1, r.c.article) {
		i--
	}
	if i > s.First {
		if part, _ := r.partBefore(i); part == "of" || part == "to" || part == "as" || r.is(i-1, r.c.preposition) {
			return false
		}
	}
	k := x.Last
	if r.norm(k) == "," || r.norm(k) == "(" { // Meta, qui ambitionne de …, s'assure
		for c := k + 1; c < s.Last && c < k+25; c++ {
			if r.norm(c) == "," || r.norm(c) == ")" {
				k = c + 1
				break
			}
		}
	}
	for n := 0; n < 3 && k < s.Last; n++ {
		t := &r.d.Tokens[k]
		if part, _, _ := r.part(k, s.Last); part == "not" || r.is(k, r.c.clitic) || t.Is(doc.Elided) || r.is(k, r.c.adverb) && !r.is(k, r.c.finite) || len(t.Norm) == 2 && r.is(k, r.c.pronoun) {
			k++
			continue
		}
		return t.Is(doc.Lower) && r.is(k, r.c.finite) && r.at(k) < 0
	}
	return false
}

// noun ties "le groupe", "la firme de Cupertino", "ce club", "le ministère" whose noun begins at a token; it returns the token behind it.
func (r *reader) noun(from, i, n int, this, det bool) int {
	s := r.d.Sentences[n]
	if i >= s.Last || r.at(i) >= 0 {
		return 0
	}
	first := from
	if !det {
		first = i
	}
	if e, last := r.form(i, s.Last, r.c.paraphrase); e >= 0 {
		if w := r.known(e, last > i+1, r.d.Tokens[i].Is(doc.Lower)); w >= 0 {
			r.add(w, doc.Range{First: first, Last: last}, "nominal")
			return last
		}
	}
	if !r.d.Tokens[i].Is(doc.Lower) {
		return 0
	}
	e, last := r.form(i, s.Last, r.c.nominal)
	head, headLast := r.form(i, s.Last, r.c.orgHead)
	if e < 0 && head < 0 {
		return 0
	}
	if e < 0 {
		last = headLast
	}
	if !this && !r.bare(last, s.Last) {
		if !(r.adjective(last) && r.is(last, r.c.demonym) && r.bare(last+1, s.Last)) {
			return 0
		}
		last++
	}
	w := doc.None
	if head >= 0 {
		if w = r.sameHead(i, headLast); w >= 0 && e >= 0 {
			if o := r.oneBody(i, n, r.lex.Attr(e, r.c.nominal, "kind")); o != w && o >= 0 {
				return 0 // another one was named since
			}
		}
	}
	if w < 0 && e >= 0 {
		kinds := r.lex.Attr(e, r.c.nominal, "kind")
		if r.lex.Attr(e, r.c.nominal, "owned") != "" && !this {
			return 0
		}
		if kinds == "person" {
			if w = r.onePerson(i, n, r.lex.Attr(e, r.c.nominal, "gender")); w >= 0 && !r.acted(w, n-1) {
				w = doc.None
			}
		} else {
			w = r.oneBody(i, n, kinds)
		}
	}
	if w < 0 {
		return 0
	}
	r.add(w, doc.Range{First: first, Last: last}, "nominal")
	return last
}

// acted tells whether somebody acted in a sentence or after it.
func (r *reader) acted(e, n int) bool {
	for k := len(r.spoken) - 1; k >= 0 && int(r.spoken[k].sentence) >= n; k-- {
		if int(r.spoken[k].entity) == e {
			return true
		}
	}
	return false
}

// bare tells whether nothing that narrows a noun stands at a token: no complement, no name, no relative of its own.
func (r *reader) bare(i, end int) bool {
	if i >= end {
		return true
	}
	if r.at(i) >= 0 || r.d.Tokens[i].Is(doc.Capital) && !r.d.Tokens[i].Is(doc.Punct) {
		return false
	}
	part, _, _ := r.part(i, end)
	if part == "of" {
		return false
	}
	t := &r.d.Tokens[i]
	return t.Is(doc.Punct) || !r.is(i, r.c.adjective) || r.is(i, r.c.finite) || r.is(i, r.c.participle)
}

// known returns the entity that a paraphrase means, if the article names it.
func (r *reader) known(e int32, several, lower bool) int {
	if !several && r.lex.Attr(e, r.c.paraphrase, "weak") == "" && r.lex.Attr(e, r.c.paraphrase, "place") == "" {
		return doc.None
	}
	if c := r.lex.Form(e, r.c.paraphrase); c != "" && unicode.IsUpper([]rune(c[:min(len(c), 4)])[0]) && lower {
		return doc.None // le rocher is not Monaco
	}
	name := r.lex.Attr(e, r.c.paraphrase, "name")
	if name == "" {
		return doc.None
	}
	for _, typ := range [...]string{doc.Organization, doc.Location} {
		r.key = append(append(r.key[:0], typ...), ':')
		r.key = append(r.key, r.keyOfName(name, typ)...)
		if g, ok := r.groupOf[string(r.key)]; ok && r.groups[g].typ == typ {
			return int(r.entity[g])
		}
	}
	return doc.None
}

// sameHead returns the one body of the article whose name begins with this head noun: "le tribunal" is the tribunal de Lille.
func (r *reader) sameHead(i, last int) int {
	r.key = r.keyOf(r.key[:0], doc.Range{First: i, Last: last}, doc.Person)
	found := int32(doc.None)
	for g := range r.groups {
		x := &r.groups[g]
		if x.typ != doc.Organization || len(x.key) <= len(r.key) || x.key[len(r.key)] != ' ' || !strings.HasPrefix(x.key, string(r.key)) {
			continue
		}
		if r.mentions[x.first].First > i {
			continue
		}
		if found >= 0 && found != r.entity[g] {
			return doc.None
		}
		found = r.entity[g]
		if g > 200 {
			break
		}
	}
	return int(found)
}

// bodyOf returns the body that a lone noun goes back to, or None.
func (r *reader) bodyOf(i, last, n int) int32 {
	if h, l := r.form(i, last, r.c.orgHead); h >= 0 && l == last {
		if w := r.sameHead(i, last); w >= 0 {
			return int32(w)
		}
	}
	if e, l := r.form(i, last, r.c.nominal); e >= 0 && l == last && r.lex.Attr(e, r.c.nominal, "kind") != "person" && r.lex.Attr(e, r.c.nominal, "owned") == "" {
		return int32(r.oneBody(i, n, r.lex.Attr(e, r.c.nominal, "kind")))
	}
	return doc.None
}

// oneBody returns the body that a noun of certain kinds can mean: the only one that was named in the last sentences, or of several the one that acted
// last, alone of its kind in this sentence.
func (r *reader) oneBody(i, n int, kinds string) int {
	found, several := doc.None, false
	for m := r.nameUpTo(i); m >= 0 && int(r.sentence[m]) >= n-2; m-- {
		e := r.whoOf(m)
		w := &r.whos[e]
		if w.typ != doc.Organization || !fitsKind(w.kind, kinds) || w.kind == "media" && r.cited(m) && len(w.mentions) < 3 {
			continue
		}
		if found >= 0 && found != e {
			several = true
		}
		if found < 0 {
			found = e
		}
	}
	if !several {
		return found
	}
	for k := len(r.spoken) - 1; k >= 0 && int(r.spoken[k].sentence) >= n-1; k-- {
		e := int(r.spoken[k].entity)
		if w := &r.whos[e]; w.typ == doc.Organization && fitsKind(w.kind, kinds) {
			if len(w.mentions) < 2 || r.namedIn(i, n, e) {
				return doc.None
			}
			return e
		}
	}
	return doc.None
}

// namedIn tells whether a body other than e is named in the sentence before a token.
func (r *reader) namedIn(i, n, e int) bool {
	for m := r.nameUpTo(i); m >= 0 && int(r.sentence[m]) >= n; m-- {
		if o := r.whoOf(m); o != e && r.whos[o].typ == doc.Organization {
			return true
		}
	}
	return false
}

// fitsKind tells whether a body of a kind can be meant by a noun; where the kind is not known a company is.
func fitsKind(kind, kinds string) bool {
	if kind == "" || kind == "other" {
		return kind == "" && strings.Contains(kinds, "company") || kind == "other" && (strings.Contains(kinds, "union") || strings.Contains(kinds, "association"))
	}
	return kinds == "any" || strings.Contains(kinds, kind)
}

// onePerson returns the only person of a gender that was named in the last two sentences before a token, or None.
func (r *reader) onePerson(i, n int, gender string) int {
	found := doc.None
	for m := r.nameUpTo(i); m >= 0 && int(r.sentence[m]) >= n-1; m-- {
		e := r.person(m)
		if e < 0 || len(gender) == 1 && r.whos[e].gender() != 0 && r.whos[e].gender() != gender[0] {
			continue
		}
		if found >= 0 && found != e {
			return doc.None
		}
		found = e
	}
	return found
}

// lastNamed ties "ce dernier", "l'intéressée" with the name before it.
func (r *reader) lastNamed(i, last, n int, part int32) {
	gender := r.lex.Attr(part, r.c.part, "gender")
	for m := r.nameUpTo(i); m >= 0 && int(r.sentence[m]) >= n-1; m-- {
		e := r.whoOf(m)
		w := &r.whos[e]
		switch {
		case w.typ == doc.Person && (w.gender() == 0 || string(rune(w.gender())) == gender):
		case w.typ == doc.Organization && int(r.sentence[m]) == n && last == i+2:
		default:
			continue
		}
		r.add(e, doc.Range{First: i, Last: last}, "nominal")
		return
	}
}

// pronoun ties "il" or "elle" with the person who acted last, where no other person of that gender was named since.
func (r *reader) pronoun(i, last, n int, part int32) {
	gender := r.lex.Attr(part, r.c.part, "gender")
	if gender == "" || r.d.Tokens[i].Is(doc.Clitic) {
		return
	}
	one := r.onePerson(i, n, gender)
	for k := len(r.spoken) - 1; k >= 0 && int(r.spoken[k].sentence) >= n-1; k-- {
		t := r.spoken[k]
		w := &r.whos[t.entity]
		if w.typ != doc.Person {
			if int(t.sentence) < n {
				continue
			}
			return // the body acted last: elle may be the company
		}
		if w.gender() == 0 || string(rune(w.gender())) != gender {
			continue
		}
		if one != int(t.entity) && !(one == doc.None && r.spoken[len(r.spoken)-1].entity == t.entity && int(t.sentence) == n-1 && r.onePerson(i, n, "") == doc.None && r.alone(i, n, int(t.entity))) {
			return
		}
		r.add(int(t.entity), doc.Range{First: i, Last: last}, "pronoun")
		r.spoken = append(r.spoken, turn{t.entity, int32(n)})
		return
	}
}

// impersonal tells "il est important de", "il est clair que": nobody is meant.
func (r *reader) impersonal(i, end int) bool {
	if v, _ := r.roleVerb(i); v != "be" {
		return false
	}
	for i++; i < end && r.is(i, r.c.adverb) && !r.is(i, r.c.adjective); i++ {
	}
	if i+1 >= end || !r.is(i, r.c.adjective) && !r.is(i, r.c.participle) {
		return false
	}
	part, _, _ := r.part(i+1, end)
	return part == "of" || r.is(i+1, r.c.conjunction) && part != "and"
}

// alone tells whether nobody else is named in the sentence before a token.
func (r *reader) alone(i, n, e int) bool {
	for m := r.nameUpTo(i); m >= 0 && int(r.sentence[m]) >= n; m-- {
		if o := r.person(m); o >= 0 && o != e {
			return false
		}
	}
	return true
}

// refer ties the phrase of a role that stands alone with the person who has it: "le ministre de la Santé a précisé". It returns the token behind the
// phrase, 0 where nobody is meant.
func (r *reader) refer(p *phrase) int {
	if p.tied >= 0 || p.det != "def" && p.det != "this" || p.plural || p.nested || p.as >= 0 || p.kind == "group" || p.kind == "kin" || p.kind == "person" {
		return 0
	}
	found, several := int32(doc.None), false
	for e := range r.whos {
		w := &r.whos[e]
		if w.typ != doc.Person || int(r.mentions[w.mentions[0]].First) > p.First && e != r.only {
			continue
		}
		for k := range w.roles {
			if r.meets(&w.roles[k], p) {
				if found >= 0 && found != int32(e) {
					several = true
				}
				found = int32(e)
			}
		}
	}
	fresh := false
	if found < 0 && p.kind != "justice" && p.status == "current" {
		if found = r.fresh(p); found < 0 {
			found = r.speaks(p)
		}
		several, fresh = false, true
	}
	if found < 0 || several || p.owner == found {
		return 0
	}
	p.tied, p.how = found, referring
	if fresh {
		r.addRole(int(found), p)
	}
	r.add(int(found), p.Range, "nominal")
	if r.actsAs(p) {
		r.spoken = append(r.spoken, turn{found, int32(p.sentence)})
	}
	return p.Last
}

// meets tells whether a role that a person has is the one of a phrase.
func (r *reader) meets(o *doc.Role, p *phrase) bool {
	if d := r.demonym(p); d != "" && !strings.Contains(strings.ToLower(o.Title), d) {
		return false // le Premier ministre australien
	}
	title := r.oneLine(p.title)
	head := r.oneLine(p.head)
	if !strings.EqualFold(o.Title, title) && !longer(o.Title, title) && !(longer(title, o.Title) && p.title.Len() == p.head.Len()) && !strings.EqualFold(o.Title, head) && !strings.EqualFold(o.Title, p.lemma) {
		return false
	}
	if p.title.Len() > p.head.Len() && !strings.EqualFold(o.Title, title) && !longer(o.Title, title) && !longer(title, o.Title) {
		return false
	}
	if p.title.Len() > p.head.Len() && longer(title, o.Title) && strings.EqualFold(o.Title, head) && o.Organization < 0 {
		// le ministre de la Santé is not any ministre
		return r.adjective(p.title.Last - 1)
	}
	return p.org < 0 || o.Organization < 0 || int(p.org) == o.Organization
}

// demonym returns the word in a phrase that says of which country it is, "" where none does.
func (r *reader) demonym(p *phrase) string {
	for i := p.head.Last; i < p.Last; i++ {
		if r.at(i) < 0 && r.is(i, r.c.demonym) && r.d.Tokens[i].Is(doc.Lower) {
			return r.norm(i)
		}
	}
	return ""
}

// actsAs tells whether a phrase is the subject of a verb behind it, or of a verb of saying before it.
func (r *reader) actsAs(p *phrase) bool {
	s := r.d.Sentences[p.sentence]
	if r.said(p.First, s.First) {
		return true
	}
	if p.First > s.First {
		if part, _ := r.partBefore(p.First); part == "of" || part == "to" || r.is(p.First-1, r.c.preposition) {
			return false
		}
	}
	if p.First == p.head.First { // du, au
		return false
	}
	k := p.Last
	for n := 0; n < 3 && k < s.Last; n++ {
		if part, _, _ := r.part(k, s.Last); part == "not" || r.is(k, r.c.clitic) || r.d.Tokens[k].Is(doc.Elided) {
			k++
			continue
		}
		return r.is(k, r.c.finite)
	}
	return false
}

// speaks returns the only person of the article, if he or she speaks in it as the role does: "a précisé le Premier ministre" before "a souligné Edouard
// Philippe".
func (r *reader) speaks(p *phrase) int32 {
	if r.only < 0 || r.demonym(p) != "" && (p.kind == "office" || p.kind == "head" || p.kind == "politics") {
		return doc.None
	}
	if i := p.First; !(r.said(i, r.d.Sentences[p.sentence].First) || r.according(i-1) && r.norm(p.Last) == "," || r.actsAs(p) && r.says(p.Last)) {
		return doc.None
	}
	w := &r.whos[r.only]
	if p.gender == 'f' && w.gender() == 'm' || p.gender == 'm' && w.gender() == 'f' && p.kind != "office" {
		return doc.None
	}
	if len(w.roles) > 0 && !strings.EqualFold(w.roles[0].Title, p.lemma) && !longer(w.roles[0].Title, p.lemma) && w.roles[0].By != "role.referring" {
		return doc.None
	}
	return int32(r.only)
}

// alonePerson returns the one person of an article who speaks in it, or None.
func (r *reader) alonePerson() int {
	found := doc.None
	for e := range r.whos {
		if r.whos[e].typ == doc.Person {
			if found >= 0 {
				return doc.None
			}
			found = e
		}
	}
	if found < 0 {
		return found
	}
	for _, m := range r.whos[found].mentions {
		x := r.mentions[m].Range
		i := x.First
		for n := 0; n < 2 && r.is(i-1, r.c.title); n++ {
			i--
		}
		if r.is(i-1, r.c.speech) || r.according(i-1) || r.says(x.Last) {
			return found
		}
	}
	return doc.None
}

// says tells whether a verb of saying stands at a token, or behind an auxiliary and an adverb: "a également répondu".
func (r *reader) says(i int) bool {
	for n := 0; n < 2 && (r.is(i, r.c.auxiliary) || r.is(i, r.c.adverb)); n++ {
		i++
	}
	return r.is(i, r.c.speech)
}

// said tells whether a verb of saying stands before a token, perhaps with the medium behind it: "souligne à l'AFP le virologue".
func (r *reader) said(i, from int) bool {
	if m := r.ends(i); m >= 0 && r.mentions[m].Kind == "media" {
		i = r.mentions[m].First
		if i > from && r.is(i-1, r.c.article) {
			i--
		}
		if part, _ := r.partBefore(i); part == "to" || r.is(i-1, r.c.preposition) {
			i--
		}
	}
	return i > from && r.is(i-1, r.c.speech)
}

// according tells "selon", "d'après".
func (r *reader) according(i int) bool {
	return r.is(i, r.c.sourceCue) && r.lex.Attr(r.d.Tokens[i].Word, r.c.sourceCue, "kind") == "according" && r.lex.Attr(r.d.Tokens[i].Word, r.c.sourceCue, "weak") == ""
}

// fresh returns the person whom a role that nobody has yet describes: the one person who acted in the sentence before, where the phrase acts in turn and
// nobody else is near ("a déploré l'eurodéputé écologiste").
func (r *reader) fresh(p *phrase) int32 {
	if !r.actsAs(p) || r.demonym(p) != "" && p.kind != "job" && p.kind != "sport" && p.kind != "art" {
		return doc.None
	}
	g := ""
	if p.gender != 0 {
		g = string(rune(p.gender))
	}
	one := r.onePerson(p.First, p.sentence, "")
	if one < 0 {
		return doc.None
	}
	w := &r.whos[one]
	for e := range r.whos { // the one whom the article is about
		if o := &r.whos[e]; o.typ == doc.Person && e != one && len(o.mentions) > len(w.mentions)+1 {
			return doc.None
		}
	}
	if g != "" && w.gender() != 0 && string(rune(w.gender())) != g && !(g == "m" && p.kind == "office") {
		return doc.None
	}
	for k := len(r.spoken) - 1; k >= 0 && int(r.spoken[k].sentence) >= p.sentence-1; k-- {
		t := r.spoken[k]
		if r.whos[t.entity].typ != doc.Person {
			continue
		}
		if int(t.entity) != one {
			return doc.None
		}
		for i := range w.roles { // a ministre is no président
			if o := &w.roles[i]; o.Status == "current" && !strings.EqualFold(o.Title, p.lemma) && p.kind != "politics" && p.org < 0 {
				return doc.None
			}
		}
		return int32(one)
	}
	return doc.None
}

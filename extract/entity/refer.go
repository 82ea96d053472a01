package entity

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// refer ties the phrase of a role that stands alone with the person who has it: "le ministre de la Santé a précisé". It returns the token behind the
// phrase, 0 where nobody is meant.
func (r *reader) refer(p *phrase) int {
	if p.tied >= 0 || p.det != "def" && p.det != "this" || p.plural || p.nested || p.vague || p.as >= 0 || p.kind == "group" || p.kind == "kin" || p.kind == "person" {
		return 0
	}
	found, several := int32(doc.None), false
	for _, e := range r.holders[max(0, len(r.holders)-reach):] {
		w := &r.whos[e]
		if int(r.mentions[w.mentions[0]].First) > p.First && int(e) != r.only {
			continue
		}
		for k := range w.roles {
			if r.meets(&w.roles[k], p) && (!r.clash(p, w) || strings.EqualFold(w.roles[k].Title, r.oneLine(p.title))) {
				if found >= 0 && found != e {
					several = true
				}
				found = e
			}
		}
	}
	fresh := false
	if found < 0 {
		found, several = r.covered(p)
	}
	if found < 0 && !several {
		found, several = r.knownHolder(p)
	}
	if !several && p.kind != "justice" && (p.status == "current" || p.status == "former" && p.kind != "job") {
		told := r.fresh(p)
		if told < 0 && p.status == "current" {
			told = r.speaks(p)
		}
		if found < 0 || found == told {
			found, fresh = told, told >= 0
		}
	}
	if found < 0 || several || p.owner == found || fresh && r.clash(p, &r.whos[found]) {
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
	if a, b := r.canonical(title), r.canonical(o.Title); (a != title || b != o.Title) && strings.EqualFold(a, b) {
		return p.org < 0 || o.Organization < 0 || int(p.org) == o.Organization
	} else if a != "" && p.kind == "office" && (longer(a, o.Title) || longer(o.Title, a)) {
		// le chef de l'Etat is the président (of no club), le chef du gouvernement the Premier ministre libanais
		return longer(o.Title, a) || o.OrganizationText == "" && (o.Organization < 0 || r.whos[o.Organization].typ == doc.Location)
	}
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

// clash tells whether a phrase can not mean somebody for its gender: "la directrice" is not Olivier.
func (r *reader) clash(p *phrase, w *who) bool {
	g := p.gender
	if g == 0 && p.kind != "head" && p.kind != "art" {
		g = p.article
	}
	return g == 'f' && w.masc > w.fem || g == 'm' && w.fem > w.masc+2 && (p.gender == 'm' || p.kind != "office")
}

// canonical returns the title by which a title is compared: "chef de l'Etat" is the président de la République.
func (r *reader) canonical(title string) string {
	same, ok := r.titles[title]
	if !ok {
		if same = r.lex.Attr(r.sameOf(title), r.c.roleSame, "same"); same == "" {
			same = title
		}
		r.titles[title] = same
	}
	return same
}

// sameOf returns the entry of a title, or None.
func (r *reader) sameOf(title string) int32 {
	_, e := entryOf(r.lex, lexicon.Fold(title))
	return e
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

// speaks returns the only person of the article, if he or she speaks in it as the role does: "a précisé le Premier ministre" before "a souligné Paul
// Durand".
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
	if r.heard(&r.whos[found]) {
		return found
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

// said tells whether a verb of saying stands before a token, perhaps with the medium behind it: "souligne à l'AFP le biologiste".
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
	return i > from && r.is(i-1, r.c.speech) && !r.is(i-1, r.c.gerund) && !(r.is(i-1, r.c.infinitive) && !r.is(i-1, r.c.finite)) // en saluant la maire
}

// according tells "selon", "d'après".
func (r *reader) according(i int) bool {
	return r.is(i, r.c.sourceCue) && r.lex.Attr(r.d.Tokens[i].Word, r.c.sourceCue, "kind") == "according" && r.lex.Attr(r.d.Tokens[i].Word, r.c.sourceCue, "weak") == ""
}

// fresh returns the person whom a role that nobody has yet describes: the one person who acted in the sentence before, where the phrase acts in turn and
// nobody else is near ("a déploré l'eurodéputé écologiste").
func (r *reader) fresh(p *phrase) int32 {
	if r.quoted || !r.actsAs(p) || r.demonym(p) != "" && p.kind != "job" && p.kind != "sport" && p.kind != "art" {
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
	if r.most != one && r.most >= 0 && len(r.whos[r.most].mentions) > len(w.mentions)+1 {
		return doc.None // the article is about another one
	}
	if g != "" && w.gender() != 0 && string(rune(w.gender())) != g && !(g == "m" && p.kind == "office") {
		return doc.None
	}
	for k := len(r.spoken) - 1; k >= max(0, len(r.spoken)-reach) && int(r.spoken[k].sentence) >= p.sentence-1; k-- {
		t := r.spoken[k]
		if r.whos[t.entity].typ != doc.Person {
			continue
		}
		if int(t.entity) != one || int(t.sentence) == p.sentence { // Paul Durand a demandé que le président s'engage
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

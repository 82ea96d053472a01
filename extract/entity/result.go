package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
)

// people makes an entity of each group: type, kind, fullest name, mentions.
func (r *reader) people() {
	r.entity = resized(r.entity, len(r.groups))
	n := 0
	for g := range r.groups {
		if r.groups[g].parent == int32(g) {
			r.entity[g] = int32(n)
			n++
		}
	}
	r.whos = make([]who, n)
	for g := range r.groups {
		root := r.root(int32(g))
		r.entity[g] = r.entity[root]
		w := &r.whos[r.entity[g]]
		if int(root) == g {
			w.typ, w.parent, w.canon = r.groups[g].typ, doc.None, r.groups[g].canon
		}
	}
	for g := range r.groups {
		if x := &r.groups[g]; x.typ == doc.Person {
			if e := r.whole(r.mentions[x.first].Range); r.lex.Is(e, r.c.holder) {
				r.whos[r.entity[g]].entry = e
				r.famous = append(r.famous, r.entity[g])
			}
		}
	}
	for m := 0; m < r.names; m++ {
		w := &r.whos[r.entity[r.of[m]]]
		w.mentions = append(w.mentions, int32(m))
		if w.kind == "" && r.mentions[m].Type == w.typ {
			w.kind = r.mentions[m].Kind
		}
	}
	for e := range r.whos {
		w := &r.whos[e]
		best := r.mentions[w.mentions[0]].Range
		score := r.fullness(best, w.typ) - r.aliased(w.mentions[0])
		for _, m := range w.mentions[1:min(len(w.mentions), 64)] {
			x := r.mentions[m].Range
			if s := r.fullness(x, w.typ) - r.aliased(m); s > score {
				best, score = x, s
			}
		}
		w.name, w.words = r.oneLine(best), best.Len()
	}
}

// aliased takes a little from a name that the lexicon knows by another one: France rather than Hexagone.
func (r *reader) aliased(m int32) int {
	if r.groups[r.of[m]].alias {
		return 3
	}
	return 0
}

// fullness weighs how well a form serves as the name: the one with most words, not in capitals, without the head noun in lower case that is no part of
// it ("groupe Dassault").
func (r *reader) fullness(x doc.Range, typ string) int {
	s := 0
	for i := x.First; i < x.Last; i++ {
		s += 10
		if t := &r.d.Tokens[i]; t.Is(doc.Upper) && x.Len() > 1 && t.Len() > 4 {
			s -= 4
		} else if t.Is(doc.Initial) {
			s -= 3
		}
	}
	if typ == doc.Organization && x.Len() > 1 && r.d.Tokens[x.First].Is(doc.Lower) {
		if e, _ := r.form(x.First, x.Last, r.c.orgHead); e >= 0 && r.lex.Attr(e, r.c.orgHead, "span") == "out" {
			s -= 15
		}
	}
	return s
}

// genders gathers what tells the gender of people: titles, first names, the lexicon, participles that agree. Roles tell more, when they are tied.
func (r *reader) genders() {
	for g := range r.groups {
		x := &r.groups[g]
		if x.typ != doc.Person {
			continue
		}
		w := &r.whos[r.entity[g]]
		switch x.gender {
		case 'm':
			w.masc += 8
		case 'f':
			w.fem += 8
		}
		switch r.firstNameGender(int(x.first)) {
		case 'm':
			w.masc += 3
		case 'f':
			w.fem += 3
		}
		if w.words == 1 { // a first name alone
			switch r.givenGender(r.d.Tokens[r.mentions[x.first].First].Word) {
			case 'm':
				w.masc += 2
			case 'f':
				w.fem += 2
			}
		}
		if e := r.whole(r.mentions[x.first].Range); e >= 0 {
			if r.mentions[x.first].Range.Len() == 1 && w.words > 1 {
				continue // Macron is not only Emmanuel
			}
			switch r.lex.Attr(e, r.c.person, "gender") {
			case "m":
				w.masc += 4
			case "f":
				w.fem += 4
			}
		}
	}
	for m := 0; m < r.names; m++ {
		e := r.person(m)
		if e < 0 {
			continue
		}
		f := r.agreement(m)
		switch f {
		case 'f':
			r.whos[e].fem += 3
		case 'm':
			r.whos[e].masc++
		}
	}
}

// agreement returns the gender of the participle behind a name: "Camille Durand est née".
func (r *reader) agreement(m int) byte {
	s := r.d.Sentences[r.sentence[m]]
	if m > 0 && r.is(r.mentions[m].First-1, r.c.preposition) {
		return 0
	}
	be := false
	for i := r.mentions[m].Last; i < s.Last && i < r.mentions[m].Last+4; i++ {
		if v, _ := r.roleVerb(i); v == "be" {
			be = true
			continue
		}
		if r.is(i, r.c.auxiliary) || r.is(i, r.c.adverb) || r.is(i, r.c.clitic) {
			continue
		}
		if !be || !r.is(i, r.c.participle) {
			return 0
		}
		tags := r.lex.Tags(r.d.Tokens[i].Word)
		switch {
		case strings.Contains(tags, "v.pp.fs"):
			return 'f'
		case strings.Contains(tags, "v.pp.ms"):
			return 'm'
		}
		return 0
	}
	return 0
}

func (w *who) gender() byte {
	switch {
	case w.masc > w.fem:
		return 'm'
	case w.fem > w.masc:
		return 'f'
	}
	return 0
}

// weigh orders entities as an editor would: who stands in the title, who comes first and often, who acts and speaks.
func (r *reader) weigh() {
	n := max(1, len(r.d.Text))
	title := []byte(" ")
	for i, w := range strings.FieldsFunc(r.d.Source.Title, func(c rune) bool {
		return c == ' ' || c == '\u00a0' || c == ',' || c == ':' || c == '’' || c == '\'' || c == '"' || c == '«' || c == '»'
	}) {
		if i > 60 {
			break
		}
		title = append(appendKey(title, foldWord(w)), ' ')
	}
	folded := string(title)
	top := 0.0
	for e := range r.whos {
		w := &r.whos[e]
		first := r.mentions[w.mentions[0]]
		score := 1.5 * (1 - float64(first.Start)/float64(n))
		names, subjects, reports := 0, 0, 0
		for _, m := range w.mentions {
			if int(m) >= r.names {
				score += 0.1
				continue
			}
			names++
			if r.acts(int(m)) {
				subjects++
			}
			if r.cited(int(m)) {
				reports++
			}
			if r.d.Sentences[r.sentence[m]].Kind == doc.Heading {
				score += 0.5
			}
		}
		score += min(3, 0.6*float64(names)) + min(1.5, 0.3*float64(subjects))
		if r.inTitle(w, folded) {
			score += 2.5
		}
		switch w.typ {
		case doc.Person, doc.Organization:
		case doc.Location:
			score *= 0.6
		default:
			score *= 0.7
		}
		if len(w.roles) > 0 {
			score += 0.4
		}
		if w.kind == "media" && reports == names {
			score *= 0.3
		}
		w.salience = score
		top = max(top, score)
	}
	for e := range r.whos {
		if top > 0 {
			r.whos[e].salience = float64(int(1000*r.whos[e].salience/top+0.5)) / 1000
		}
	}
}

func (r *reader) inTitle(w *who, t string) bool {
	for _, m := range w.mentions[:min(len(w.mentions), 12)] {
		if int(m) >= r.names {
			continue
		}
		if k := r.groups[r.of[m]].key; strings.Contains(t, " "+k+" ") || w.typ == doc.Person && strings.Contains(t, " "+lastWord(k)+" ") {
			return true
		}
	}
	return false
}

// cited tells a name that only reports: "selon Bloomberg", "à l'AFP", "rapporte Le Monde".
func (r *reader) cited(m int) bool {
	x := r.mentions[m].Range
	i := x.First
	if r.is(i-1, r.c.article) {
		i--
	}
	if i > 0 && (r.is(i-1, r.c.preposition) || r.is(i-1, r.c.sourceCue) || r.is(i-1, r.c.speech)) {
		return true
	}
	if part, _ := r.partBefore(i); part == "to" || part == "of" {
		return true
	}
	return r.norm(x.First-1) == "(" || r.is(x.Last, r.c.speech)
}

// result writes the entities in the order of their salience and all mentions in the order of the text.
func (r *reader) result() ([]doc.Mention, []doc.Entity) {
	order := make([]int, len(r.whos))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.whos[b].salience, r.whos[a].salience) })
	rank := make([]int, len(r.whos))
	for n, e := range order {
		rank[e] = n
	}
	at := make([]int, len(r.mentions)) // where each mention stands in the text order
	seq := make([]int, len(r.mentions))
	for i := range seq {
		seq[i] = i
	}
	slices.SortStableFunc(seq, func(a, b int) int {
		x, y := r.mentions[a].Range, r.mentions[b].Range
		return cmp.Or(cmp.Compare(x.First, y.First), cmp.Compare(y.Last, x.Last))
	})
	mentions := make([]doc.Mention, len(seq))
	for n, m := range seq {
		at[m] = n
		mentions[n] = r.mentions[m]
	}
	out := make([]doc.Entity, len(order))
	for n, e := range order {
		w := &r.whos[e]
		x := doc.Entity{Type: w.typ, Kind: w.kind, Name: w.name, Salience: w.salience, Roles: w.roles, Parent: doc.None}
		if g := w.gender(); g != 0 && w.typ == doc.Person {
			x.Gender = string(rune(g))
		}
		if w.parent >= 0 {
			x.Parent = rank[w.parent]
		}
		for i := range x.Roles {
			if o := x.Roles[i].Organization; o >= 0 {
				x.Roles[i].Organization = rank[o]
			}
		}
		for _, m := range w.mentions {
			x.Mentions = append(x.Mentions, at[m])
			if int(m) < r.names {
				y := &mentions[at[m]]
				if y.Type != w.typ {
					y.Type, y.Kind = w.typ, w.kind
				}
				y.Form = r.formOf(int(m), w)
				if s := r.oneLine(y.Range); s != w.name && len(x.Aliases) < most && !slices.Contains(x.Aliases, s) {
					x.Aliases = append(x.Aliases, s)
				}
			}
		}
		slices.Sort(x.Mentions)
		out[n] = x
	}
	return mentions, out
}

// formOf tells whether a mention is the name, an acronym of it or a shorter form.
func (r *reader) formOf(m int, w *who) string {
	x := r.mentions[m].Range
	switch {
	case x.Len() == 1 && r.d.Tokens[x.First].Is(doc.Upper) && utf8.RuneCountInString(r.norm(x.First)) < 8 && w.typ != doc.Person:
		return "acronym"
	case x.Len() < w.words:
		return "short"
	}
	return "name"
}

package quote

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// byRole finds the person whose role in the article a noun phrase names: "le procureur", "la ministre des Ports".
func (r *reader) byRole(x doc.Range, head int, roleEntry int32) int {
	if roleEntry < 0 {
		return doc.None
	}
	lemma := r.roleLemma(head)
	best, bestAt := doc.None, -1
	if r.roles == nil {
		r.listRoles()
	}
	if e := r.memory.speaker.entity; e >= 0 {
		for k := range r.d.Entities[e].Roles {
			if r.sameRole(x, head, lemma, &r.d.Entities[e].Roles[k]) {
				return e
			}
		}
	}
	for n, ref := range r.roles[lemma] {
		if n == 40 {
			break
		}
		y := &r.d.Entities[ref.entity]
		if !r.sameRole(x, head, lemma, &y.Roles[ref.role]) {
			continue
		}
		at := -1
		for k := len(y.Mentions) - 1; k >= 0; k-- {
			if m := y.Mentions[k]; r.d.Mentions[m].First < head {
				at = r.d.Mentions[m].First
				break
			}
		}
		if best < 0 || at > bestAt {
			best, bestAt = ref.entity, at
		}
	}
	if k, ok := r.learned[lemma]; ok && best < 0 && r.repeats(x, head, k.words) {
		return k.entity
	}
	return best
}

// naming is a role that stood beside a name where somebody spoke.
type naming struct {
	entity int
	words  doc.Range
}

// learn keeps who "la ministre des Ports, Nadia Kerr" is for "la ministre" further on.
func (r *reader) learn(roleEntry int32, head int, x doc.Range, entity int) {
	if roleEntry < 0 {
		return
	}
	if r.learned == nil {
		r.learned = map[string]naming{}
	}
	r.learned[r.roleLemma(head)] = naming{entity, x}
}

// repeats tells whether a phrase has no full word that another one lacks.
func (r *reader) repeats(x doc.Range, head int, known doc.Range) bool {
	for i := head + 1; i < x.Last; i++ {
		if p, _ := r.partOf(i); p != "" || r.is(i, r.determiner) {
			continue
		}
		found := false
		for k := known.First; k < known.Last && !found; k++ {
			found = r.d.Tokens[k].Norm == r.d.Tokens[i].Norm
		}
		if !found {
			return false
		}
	}
	return true
}

// roleRef is a role of an entity.
type roleRef struct{ entity, role int }

// listRoles lists the roles of the article's people by the nouns in them.
func (r *reader) listRoles() {
	r.roles = map[string][]roleRef{}
	for e := range r.d.Entities {
		if r.d.Entities[e].Type != doc.Person {
			continue
		}
		for k := range r.d.Entities[e].Roles {
			x := &r.d.Entities[e].Roles[k]
			for i := r.d.TokenAt(x.Start); i < len(r.d.Tokens) && r.d.Tokens[i].Start < x.End; i++ {
				if entry, _ := r.form(i, r.role); entry >= 0 {
					l := r.roleLemma(i)
					r.roles[l] = append(r.roles[l], roleRef{e, k})
				}
			}
		}
	}
}

// sameRole tells whether a noun phrase can mean who has a role: the same noun, and no word that the role lacks.
func (r *reader) sameRole(x doc.Range, head int, lemma string, role *doc.Role) bool {
	first := r.d.TokenAt(role.Start)
	found := false
	for i := first; i < len(r.d.Tokens) && r.d.Tokens[i].Start < role.End; i++ {
		if r.is(i, r.role) || r.formAt[i] > 0 {
			if e, _ := r.form(i, r.role); e >= 0 && r.roleLemma(i) == lemma {
				found = true
				break
			}
		}
	}
	if !found {
		return false
	}
	_, i := r.form(head, r.role)
	for ; i < x.Last; i++ {
		t := &r.d.Tokens[i]
		if p, _ := r.partOf(i); p != "" || r.is(i, r.determiner) || t.Is(doc.Punct) {
			continue
		}
		hit := strings.Contains(role.OrganizationText, r.d.Slice(t.Span)) || strings.Contains(role.Title, r.d.Slice(t.Span)) || strings.Contains(role.Title, t.Norm)
		if !hit && role.Organization >= 0 && role.Organization < len(r.d.Entities) {
			hit = strings.Contains(r.d.Entities[role.Organization].Name, r.d.Slice(t.Span))
		}
		if !hit {
			return false
		}
	}
	return true
}

func (r *reader) roleLemma(i int) string {
	e, _ := r.form(i, r.role)
	if l := r.lex.Attr(e, r.role, "lemma"); l != "" {
		return lexicon.Fold(l)
	}
	return lexicon.Fold(r.lex.Form(e, r.role))
}

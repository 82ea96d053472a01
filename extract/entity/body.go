package entity

import (
	"strings"
	"unicode"

	"github.com/breve-nlp/breve/extract/doc"
)

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
	cased := r.lex.Attr(r.d.Tokens[i].Word, r.c.nominal, "cased") != "" && r.d.Tokens[i].Is(doc.Lower)
	for g := range r.groups[:min(len(r.groups), 10*reach)] {
		x := &r.groups[g]
		if x.typ != doc.Organization || len(x.key) <= len(r.key) || x.key[len(r.key)] != ' ' || !strings.HasPrefix(x.key, string(r.key)) {
			continue
		}
		if r.mentions[x.first].First > i || cased && r.d.Tokens[r.mentions[x.first].First].Is(doc.Capital) {
			continue // l'effectif du conseil is not the Conseil des ministres
		}
		if found >= 0 && found != r.entity[g] {
			return doc.None
		}
		found = r.entity[g]
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
	for m, back := r.nameUpTo(i), 0; m >= 0 && back < reach && int(r.sentence[m]) >= n-2; m, back = m-1, back+1 {
		e := r.whoOf(m)
		w := &r.whos[e]
		if i := r.mentions[m].First; len(w.mentions) == 1 && w.kind != "media" && i > 0 && !r.is(i-1, r.c.article) {
			if part, _ := r.partBefore(i); part == "on" { // écrit sur Twitter
				continue
			}
		}
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
	for k := len(r.spoken) - 1; k >= max(0, len(r.spoken)-reach) && int(r.spoken[k].sentence) >= n-1; k-- {
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
	for m, back := r.nameUpTo(i), 0; m >= 0 && back < reach && int(r.sentence[m]) >= n; m, back = m-1, back+1 {
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

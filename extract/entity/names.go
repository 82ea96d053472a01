package entity

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// appendKey appends the form in which names are compared: lower case, no accents, hyphens as spaces, no stops ("Jean-Luc" is "Jean Luc",
// "Etats-Unis" is "États-Unis", "S.N.C.F." is "SNCF").
func appendKey(dst []byte, norm string) []byte {
	from := len(dst)
	dst = lexicon.AppendStrip(dst, norm)
	k := from
	for _, b := range dst[from:] {
		switch b {
		case '.', '"':
			continue
		case '-':
			b = ' '
		}
		dst[k] = b
		k++
	}
	return dst[:k]
}

// keyOf appends the key of a range of tokens, without the article that a body or a place may carry.
func (r *reader) keyOf(dst []byte, x doc.Range, typ string) []byte {
	i := x.First
	if typ != doc.Person && x.Len() > 1 && r.is(i, r.c.article) {
		i++
	}
	for k := i; k < x.Last; k++ {
		t := &r.d.Tokens[k]
		if k > i && t.Gap != doc.Glued {
			dst = append(dst, ' ')
		}
		dst = appendKey(dst, t.Norm)
	}
	return dst
}

// canon returns the key of the name that the lexicon gives to a name ("LFI" is La France insoumise), "" where it gives none.
func (r *reader) canon(x doc.Range, typ string) string {
	var classes []lexicon.Class
	one := [1]lexicon.Class{r.c.person}
	switch typ {
	case doc.Person:
		classes = one[:]
	case doc.Organization:
		classes = r.c.bodies
	case doc.Location:
		classes = r.c.places
	default:
		return ""
	}
	e := r.whole(x)
	if e < 0 && x.Len() > 1 && r.is(x.First, r.c.article) {
		e = r.whole(doc.Range{First: x.First + 1, Last: x.Last})
	}
	if e < 0 {
		return ""
	}
	for _, c := range classes {
		if n := r.lex.Attr(e, c, "name"); n != "" {
			return r.keyOfName(n, typ)
		}
	}
	return ""
}

func (r *reader) keyOfName(name, typ string) string {
	f := lexicon.Fold(name)
	if typ != doc.Person {
		if i := strings.IndexAny(f, " '"); i > 0 {
			end := i
			if f[i] == '\'' {
				end++
			}
			if r.lex.Is(r.lex.Word(f[:end]), r.c.article) {
				f = f[i+1:]
			}
		}
	}
	return string(appendKey(nil, f))
}

// whole returns the entry of exactly these tokens, or None.
func (r *reader) whole(x doc.Range) int32 {
	if x.Len() == 0 {
		return doc.None
	}
	e := r.d.Tokens[x.First].Word
	for i := x.First + 1; i < x.Last && e >= 0; i++ {
		e = r.lex.Next(e, r.d.Tokens[i].Word)
	}
	return e
}

// group puts names that are written alike together. A surname alone keeps its "M." or "Mme": the Macrons are two.
func (r *reader) group() {
	for m := 0; m < r.names; m++ {
		x := &r.mentions[m]
		gender := byte(0)
		r.key = append(r.key[:0], x.Type...)
		r.key = append(r.key, ':')
		n := len(r.key)
		r.key = r.keyOf(r.key, x.Range, x.Type)
		words := 1
		for _, b := range r.key[n:] {
			if b == ' ' {
				words++
			}
		}
		if x.Type == doc.Person {
			gender = r.address(x.First)
			if gender != 0 && x.Range.Len() <= 2 {
				r.key = append(r.key, '/', gender)
			}
		}
		g, ok := r.groupOf[string(r.key)]
		if !ok {
			g = int32(len(r.groups))
			full := string(r.key)
			r.groupOf[full] = g
			key := full[n:]
			if k := strings.IndexByte(key, '/'); k > 0 {
				key = key[:k]
			}
			r.groups = append(r.groups, group{typ: x.Type, key: key, parent: g, first: int32(m), words: words, canon: r.canon(x.Range, x.Type)})
			r.groups[g].alias = r.groups[g].canon != ""
		}
		if gender != 0 && r.groups[g].gender == 0 {
			r.groups[g].gender = gender
		}
		r.groups[g].count++
		r.of[m] = g
	}
}

// address returns the gender that a title before a name gives: "M.", "la reine"; 0 where there is none.
func (r *reader) address(i int) byte {
	if i < 1 || !r.is(i-1, r.c.title) {
		return 0
	}
	t := &r.d.Tokens[i-1]
	if r.lex.Attr(t.Word, r.c.title, "case") != "" && !t.Is(doc.Capital) {
		return 0
	}
	switch r.lex.Attr(t.Word, r.c.title, "gender") {
	case "m":
		return 'm'
	case "f":
		return 'f'
	}
	return 0
}

func (r *reader) root(g int32) int32 {
	for r.groups[g].parent != g {
		r.groups[g].parent = r.groups[r.groups[g].parent].parent
		g = r.groups[g].parent
	}
	return g
}

// join makes two groups one; the longer name keeps the lead.
func (r *reader) join(a, b int32) {
	a, b = r.root(a), r.root(b)
	if a == b {
		return
	}
	if r.groups[b].words > r.groups[a].words {
		a, b = b, a
	}
	x, y := &r.groups[a], &r.groups[b]
	y.parent = a
	x.count += y.count
	if x.gender == 0 {
		x.gender = y.gender
	}
	if x.canon == "" {
		x.canon = y.canon
	}
}

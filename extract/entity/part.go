package entity

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// word is what phrase-word.tsv says of a little word or of several.
type word struct {
	part, gender, number, kind string
	article                    bool
	begins                     bool // longer forms begin with it
}

// words reads phrase-word.tsv once, since little words are half of a text: what each entry says, and a bit for each word with which one begins.
func words(lex *lexicon.Lexicon, c lexicon.Class) (map[int32]*word, []uint64) {
	out := map[int32]*word{}
	var bits []uint64
	for form, key := range lex.Entries(lex.ClassName(c)) {
		first, entry := entryOf(lex, lexicon.Fold(form))
		if entry < 0 {
			continue
		}
		x := &word{part: key("part"), gender: key("gender"), number: key("number"), kind: key("kind"), article: key("article") != ""}
		if o := out[entry]; o != nil {
			x.begins = o.begins
		}
		out[entry] = x
		if first != entry && first >= 0 {
			if out[first] == nil {
				out[first] = &word{}
			}
			out[first].begins = true
		}
		for n := int(first)/64 - len(bits) + 1; n > 0; n-- {
			bits = append(bits, 0)
		}
		bits[first/64] |= 1 << (first % 64)
	}
	return out, bits
}

// entryOf returns the first word and the entry of a folded form: "l'intéressé" is two words, "celui-ci" too.
func entryOf(lex *lexicon.Lexicon, form string) (first, entry int32) {
	first, entry = doc.None, doc.None
	for form != "" {
		end := strings.IndexAny(form, " '")
		switch {
		case end < 0:
			end = len(form)
		case form[end] == '\'':
			end++
		}
		w := lex.Word(form[:end])
		if k := strings.LastIndexByte(form[:end], '-'); w < 0 && k > 0 {
			w, end = lex.Word(form[:k]), k
		}
		bare := lex.Bare(form[:end]) // "Etat" is état
		if w < 0 {
			w = bare
		}
		if entry < 0 {
			first, entry = w, w
		} else if e := lex.Next(entry, w); e >= 0 || bare < 0 {
			entry = e
		} else {
			entry = lex.Next(entry, bare)
		}
		if entry < 0 {
			return first, doc.None
		}
		form = strings.TrimPrefix(form[end:], " ")
	}
	return first, entry
}

var noWord word

// little tells whether a form of phrase-word.tsv may begin at a token.
func (r *reader) little(i int) bool {
	w := int(r.d.Tokens[i].Word)
	return w >= 0 && w/64 < len(r.u.bits) && r.u.bits[w/64]&(1<<(w%64)) != 0
}

// part returns what the little words at a token do in a phrase, all that is known of them, and the token behind them; "" where there are none.
func (r *reader) part(i, end int) (string, *word, int) {
	if i < 0 || i >= end || !r.little(i) {
		return "", &noWord, i
	}
	w := r.d.Tokens[i].Word
	x, last := r.u.words[w], i+1
	if x.begins {
		first := x
		for e, k := w, i+1; k < end && r.lex.Continues(e); k++ {
			if e = r.lex.Next(e, r.d.Tokens[k].Word); e < 0 {
				break
			}
			if r.lex.Is(e, r.c.part) {
				x, last = r.u.words[e], k+1
			}
		}
		if x == nil {
			x, last = first, i+1
		}
	}
	if x.part == "" {
		return "", &noWord, i
	}
	return x.part, x, last
}

// partBefore returns what the single little word before a token does.
func (r *reader) partBefore(i int) (string, *word) {
	if i < 1 || !r.little(i-1) {
		return "", &noWord
	}
	x := r.u.words[r.d.Tokens[i-1].Word]
	return x.part, x
}

// role is what role.tsv says of a role.
type role struct {
	kind, lemma, status, complement string
	gender                          byte
	plural                          bool
}

// role returns what is known of a role; it is asked for often, so each reader keeps what it has read.
func (r *reader) role(e int32) *role {
	if x, ok := r.roles[e]; ok {
		return x
	}
	at := func(key string) string { return r.lex.Attr(e, r.c.role, key) }
	x := &role{kind: at("kind"), lemma: at("lemma"), status: at("status"), complement: at("complement"), plural: at("number") == "p"}
	if g := at("gender"); len(g) == 1 {
		x.gender = g[0]
	}
	if x.lemma == "" {
		x.lemma = r.lex.Form(e, r.c.role)
	}
	r.roles[e] = x
	return x
}

package amount

import (
	"sort"
	"strconv"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// vocabulary holds the numbers of the classes that the room asks for, so that no name is looked up in the loop.
type vocabulary struct {
	lex *lexicon.Lexicon

	number, magnitude, currencyWord, currency, currencyCountry, unitWord, unit lexicon.Class
	approximator, approximatorVerb, direction, directionVerb                   lexicon.Class
	small, cue, moneyVerb, numbered, per, month, weekday                       lexicon.Class
	noun, adjective, adverb, preposition, determiner, pronoun, conjunction     lexicon.Class
	finite, verb, participle, demonym, office                                  lexicon.Class

	names  lexicon.Set // lexicon.Named
	roles  []roleOf    // sorted by word
	of, at int32       // the words that "du" and "au" are made of
}

// role is the part that a small word plays around a figure.
type role uint8

const (
	unasked role = iota
	noRole
	of        // de, d'
	from      // du, des: of and the
	the       // le, la, les
	to        // au, aux: at and the
	at        // à
	and       // et
	or        // ou
	between   // entre
	on        // sur
	by        // par, /
	forRole   // pour
	comma     // virgule
	part      // dont
	equal     // soit
	not       // pas
	there     // y
	in        // en
	during    // depuis, pendant
	own       // ses, ces, leurs
	several   // plusieurs
	have      // a, avait, est
	against   // contre
	adjective // autres, nouveaux: stand between a number and its noun
	zero
	one // un, une
)

var roleNames = map[string]role{
	"of": of, "from": from, "the": the, "to": to, "at": at, "and": and, "or": or, "between": between, "on": on, "by": by, "for": forRole,
	"comma": comma, "part": part, "equal": equal, "not": not, "there": there, "in": in, "during": during, "own": own, "several": several,
	"have": have, "against": against, "adjective": adjective, "zero": zero, "one": one,
}

type roleOf struct {
	word int32
	role role
}

func vocabularyOf(lex *lexicon.Lexicon) vocabulary {
	v := vocabulary{
		lex: lex, names: lex.Named(), number: lex.Class("number"), magnitude: lex.Class("magnitude"), currencyWord: lex.Class("currency-word"),
		currency: lex.Class("currency"), currencyCountry: lex.Class("currency-country"), unitWord: lex.Class("unit-word"), unit: lex.Class("unit"),
		approximator: lex.Class("approximator"), approximatorVerb: lex.Class("approximator-verb"), direction: lex.Class("direction"),
		directionVerb: lex.Class("direction-verb"), small: lex.Class("amount-word"), cue: lex.Class("amount-cue"),
		numbered: lex.Class("numbered-noun"), moneyVerb: lex.Class("money-verb"), per: lex.Class("per-word"), month: lex.Class("month"), weekday: lex.Class("weekday"),
		noun: lex.Class("noun"), adjective: lex.Class("adjective"), adverb: lex.Class("adverb"), preposition: lex.Class("preposition"),
		determiner: lex.Class("determiner"), pronoun: lex.Class("pronoun"), conjunction: lex.Class("conjunction"),
		finite: lex.Class("finite"), verb: lex.Class("verb"), participle: lex.Class("participle"), demonym: lex.Class("demonym"), office: lex.Class("role"),
		of: lexicon.None, at: lexicon.None,
	}
	for form, key := range lex.Entries("amount-word") {
		w := lex.Word(lexicon.Fold(form))
		if w < 0 {
			w = lex.Bare(lexicon.Fold(form))
		}
		if w >= 0 {
			v.roles = append(v.roles, roleOf{w, roleNames[key("role")]})
		}
	}
	sort.Slice(v.roles, func(i, j int) bool { return v.roles[i].word < v.roles[j].word })
	for _, x := range v.roles { // "du" is read as "de", "aux" as "à": the longer spelling of each is the word, "d'" the elided one
		switch n := lex.Norm(x.word); {
		case x.role == of && n[len(n)-1] != '\'':
			v.of = x.word
		case x.role == at:
			v.at = x.word
		}
	}
	return v
}

// role returns the part that a token plays, noRole for all but a few small words.
func (r *reader) role(i int) role {
	if i < r.lo || i >= r.hi {
		return noRole
	}
	if x := r.roles[i]; x != unasked {
		return x
	}
	x := r.words.roleOf(r.word(i))
	r.roles[i] = x
	return x
}

// roleOf returns the part that a word plays.
func (v *vocabulary) roleOf(w int32) role {
	if w < 0 || !v.lex.Is(w, v.small) {
		return noRole
	}
	list := v.roles
	lo, hi := 0, len(list)
	for lo < hi {
		mid := (lo + hi) / 2
		if list[mid].word < w {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(list) && list[lo].word == w {
		return list[lo].role
	}
	return noRole
}

// word returns the lexicon's number of token i; a word written without its accents is found too: "kilometres".
func (r *reader) word(i int) int32 {
	t := &r.t[i]
	if t.Word < 0 && t.Shape&doc.Lower != 0 && len(t.Norm) < 16 {
		return r.words.lex.Bare(t.Norm)
	}
	return t.Word
}

// isOf tells "de", "d'", "du", "des".
func (r *reader) isOf(i int) bool {
	x := r.role(i)
	return x == of || x == from
}

// is tells whether a token of the sentence belongs to a class.
func (r *reader) is(i int, c lexicon.Class) bool {
	return i >= r.lo && i < r.hi && r.words.lex.Is(r.word(i), c)
}

// step goes on from an entry with token i. Where folded is true, "du" goes on like "de", "aux" like "à", "d'" like "de".
func (r *reader) step(entry int32, i int, folded bool) int32 {
	if folded {
		switch r.role(i) {
		case of, from:
			return r.words.lex.Next(entry, r.words.of)
		case to:
			return r.words.lex.Next(entry, r.words.at)
		}
	}
	return r.words.lex.Next(entry, r.word(i))
}

// contracts tells the words that step reads differently where it folds.
func (r *reader) contracts(i int) bool {
	x := r.role(i)
	return x == of || x == from || x == to
}

// longest returns the longest form of a class that begins at token i: where it ends and its entry, None where there is none.
func (r *reader) longest(i int, c lexicon.Class) (int, int32) {
	if i < r.lo || i >= r.hi {
		return i, lexicon.None
	}
	end, found := i, int32(lexicon.None)
	lex := r.words.lex
	e := r.word(i)
	if lex.Is(e, c) {
		end, found = i+1, e
	}
	if !lex.Continues(e) {
		return end, found
	}
	for _, folded := range [2]bool{false, true} {
		e, contracted := e, false
		for k := i + 1; k < r.hi && lex.Continues(e); k++ {
			contracted = contracted || r.contracts(k)
			if e = r.step(e, k, folded); e >= 0 && k >= end && lex.Is(e, c) {
				end, found = k+1, e
			}
		}
		if !contracted {
			break
		}
	}
	return end, found
}

// before returns the longest form of a class that ends before token i: where it starts and its entry.
func (r *reader) before(i int, c lexicon.Class) (int, int32) {
	lex := r.words.lex
	for s := max(r.lo, i-6); s < i-1; s++ {
		first := r.word(s)
		if !lex.Continues(first) {
			continue
		}
		for _, folded := range [2]bool{false, true} {
			e, k, contracted := first, s+1, false
			for ; k < i && lex.Continues(e); k++ {
				contracted = contracted || r.contracts(k)
				e = r.step(e, k, folded)
			}
			if k == i && lex.Is(e, c) {
				return s, e
			}
			if !contracted {
				break
			}
		}
	}
	if i-1 >= r.lo {
		if e := r.word(i - 1); lex.Is(e, c) {
			return i - 1, e
		}
	}
	return i, lexicon.None
}

// cueNear tells whether a word of that kind stands in [from, to), and where the nearest to the end is.
func (r *reader) cueNear(from, to int, kind string) (int, bool) {
	for i := min(to, r.hi) - 1; i >= max(from, r.lo); i-- {
		if r.isCue(i, kind) {
			return i, true
		}
	}
	return 0, false
}

// isCue tells whether token i is a cue of a kind.
func (r *reader) isCue(i int, kind string) bool {
	if i < r.lo || i >= r.hi {
		return false
	}
	w := r.t[i].Word
	set := r.words.lex.Set(w)
	if kind == "money" && set.Has(r.words.moneyVerb) {
		return true
	}
	if !set.Has(r.words.cue) {
		return false
	}
	k := r.words.lex.Attr(w, r.words.cue, "kind")
	return k == kind || k == "sum" && kind == "money"
}

// text returns the slice of tokens [first, last).
func (r *reader) text(first, last int) string { return r.d.Words(doc.Range{First: first, Last: last}) }

func parseFloat(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return v
}

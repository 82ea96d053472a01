package amount

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// votes counts how often the article names a currency's country.
type votes struct {
	code  string
	count int
}

// countries decides which dollar, pound or franc is meant where the text gives only the first name: the currency whose country the article
// names more often than that of the usual one.
func (r *reader) countries() {
	asked := false
	for k := range r.notes {
		if r.notes[k].among != "" {
			asked = true
			break
		}
	}
	if !asked {
		return
	}
	counted := r.countCountries()
	for k := range r.notes {
		among := r.notes[k].among
		if among == "" {
			continue
		}
		usual := r.out[k].Currency
		if code := r.beside(r.out[k].First, among); code != "" && !r.notes[k].sign {
			r.out[k].Currency, r.out[k].Inferred = code, true
			continue
		}
		best, most := usual, 0
		for _, v := range counted {
			if v.code == usual {
				most = v.count + 1
			}
		}
		if most == 0 && usual != "" {
			most = 1
		}
		if r.notes[k].sign { // "$" is the American dollar unless all speaks for another
			most++
		}
		for _, v := range counted {
			if v.code != usual && v.count > most && lists(among, v.code) {
				best, most = v.code, v.count
			}
		}
		if best != usual {
			r.out[k].Currency, r.out[k].Inferred = best, true
		}
	}
}

// beside is the currency of a country named right before a figure, "en Suisse (239 francs)", "" if none.
func (r *reader) beside(first int, among string) string {
	lex := r.words.lex
	for i := first - 1; i >= 0 && i >= first-3; i-- {
		if w := r.t[i].Word; w >= 0 && lex.Is(w, r.words.currencyCountry) {
			if code := lex.Attr(w, r.words.currencyCountry, "code"); lists(among, code) {
				return code
			}
		}
	}
	return ""
}

// countCountries walks over the article once. A currency's full name is no vote: where "francs suisses" stands, "francs" often are others.
func (r *reader) countCountries() []votes {
	var out []votes
	add := func(code string, n int) {
		for i := range out {
			if out[i].code == code {
				out[i].count += n
				return
			}
		}
		out = append(out, votes{code, n})
	}
	lo, hi := r.lo, r.hi
	r.lo, r.hi = 0, len(r.t)
	lex := r.words.lex
	for i := 0; i < len(r.t); i++ {
		if r.t[i].Word < 0 {
			continue
		}
		set := lex.Set(r.t[i].Word)
		if !set.Has(r.words.currencyCountry) && !(set.Has(0) && r.t[i].Shape&doc.Capital != 0) {
			continue
		}
		if end, e := r.longest(i, r.words.currencyCountry); e >= 0 {
			add(lex.Attr(e, r.words.currencyCountry, "code"), 1)
			i = end - 1
		}
	}
	r.lo, r.hi = lo, hi
	return out
}

// lists tells whether a code stands in a list with commas.
func lists(among, code string) bool {
	for among != "" {
		var c string
		c, among, _ = strings.Cut(among, ",")
		if c == code {
			return true
		}
	}
	return false
}

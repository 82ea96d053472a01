package corpus

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// find returns the places of an annotation's words:
//
//	Meta                    every place at word borders
//	Meta #2                 the second of them
//	rentrée de [Florence]   the bracketed words at the one place where the whole stands
//	Il faut … connu         from the first words to the next place of the last
func (p *parser) find(words string) []Place {
	if words == "" {
		p.fail("nothing to look for")
		return nil
	}
	nth := 0
	if i := strings.LastIndex(words, " #"); i > 0 {
		if n, err := strconv.Atoi(words[i+2:]); err == nil {
			nth, words = n, words[:i]
		}
	}
	at := p.places(words)
	before, rest, bracket := strings.Cut(words, "[")
	first, last, gap := strings.Cut(words, " … ")
	switch {
	case len(at) > 0: // "[Exclusif] Sweetgrid lève" may stand so in the article
	case bracket && strings.Contains(rest, "]"):
		inside, after, _ := strings.Cut(rest, "]")
		lead, length := len(fold(before)), len(fold(inside))
		for _, s := range p.places(before + inside + after) {
			at = append(at, [2]int{s[0] + lead, s[0] + lead + length})
		}
	case gap:
		for _, s := range p.places(first) {
			for _, t := range p.places(last) {
				if t[0] >= s[1] {
					at = append(at, [2]int{s[0], t[1]})
					break
				}
			}
		}
	}
	if nth > 0 {
		if nth > len(at) {
			p.fail("%q stands only %d times in the article", words, len(at))
			return nil
		}
		at = at[nth-1 : nth]
	}
	if len(at) == 0 {
		p.fail("%q is not in the article", words)
	}
	text := []rune(p.a.Text)
	out := make([]Place, len(at))
	for i, s := range at {
		out[i] = Place{s[0], s[1], string(text[s[0]:s[1]])}
	}
	return out
}

// first returns the first place, for annotations that stand for one place only.
func (p *parser) first(words string) Place {
	if at := p.find(words); len(at) > 0 {
		return at[0]
	}
	return Place{}
}

// somewhere tells when words of an annotation are nowhere in the article, upper or lower case.
func (p *parser) somewhere(words string) {
	if !strings.Contains(strings.ToLower(string(p.text)), strings.ToLower(string(fold(words)))) {
		p.fail("%q is not in the article", words)
	}
}

// places returns where words stand between word borders.
func (p *parser) places(words string) [][2]int {
	w := fold(words)
	var out [][2]int
	for i := 0; i+len(w) <= len(p.text); i++ {
		if p.text[i] != w[0] || !slices.Equal(p.text[i:i+len(w)], w) {
			continue
		}
		j := i + len(w)
		if i > 0 && letter(p.text[i-1]) && letter(w[0]) || j < len(p.text) && letter(p.text[j]) && letter(w[len(w)-1]) {
			continue
		}
		out = append(out, [2]int{i, j})
	}
	return out
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// spread gives the names, amounts and dates their places: in each layer the longest words first, and a place inside one that is taken
// already is not counted ("Paris" in "tribunal judiciaire de Paris").
func (p *parser) spread() {
	place(p, p.names, func(w wanted, at Place) {
		w.entity.Place = at
		p.a.Entities = append(p.a.Entities, w.entity)
	})
	place(p, p.sums, func(w wanted, at Place) {
		w.amount.Place = at
		p.a.Amounts = append(p.a.Amounts, w.amount)
	})
	place(p, p.days, func(w wanted, at Place) {
		w.date.Place = at
		p.a.Dates = append(p.a.Dates, w.date)
	})
	slices.SortStableFunc(p.a.Entities, func(a, b Entity) int { return a.Start - b.Start })
	slices.SortStableFunc(p.a.Amounts, func(a, b Amount) int { return a.Start - b.Start })
	slices.SortStableFunc(p.a.Dates, func(a, b Date) int { return a.Start - b.Start })
}

func place(p *parser, list []wanted, give func(wanted, Place)) {
	type candidate struct {
		w  wanted
		at []Place
	}
	var all []candidate
	for _, w := range list {
		p.line = w.line
		if at := p.find(w.words); len(at) > 0 {
			all = append(all, candidate{w, at})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		// Words that name one place go before words of the same length that mean every place.
		if d := (b.at[0].End - b.at[0].Start) - (a.at[0].End - a.at[0].Start); d != 0 {
			return d
		}
		return len(a.at) - len(b.at)
	})
	taken := make([]bool, len(p.text)+1)
	for _, c := range all {
		given := 0
		for _, at := range c.at {
			if slices.Contains(taken[at.Start:at.End], true) {
				continue
			}
			for i := at.Start; i < at.End; i++ {
				taken[i] = true
			}
			give(c.w, at)
			given++
		}
		if p.line = c.w.line; given == 0 {
			p.fail("%q stands only inside longer annotations", c.w.words)
		}
	}
}

package summary

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// mostKeywords is how many keywords an article has at most.
const mostKeywords = 10

// candidate is a noun phrase or name that may be a keyword.
type candidate struct {
	text  string // of a name
	where doc.Range
	key   string // its stems, once they are asked for
	terms [2]int32
	score float64
	count int
	name  bool
}

// keywords returns the names and noun phrases that the article is about, the weightiest first.
func (r *reading) keywords() []doc.Keyword {
	d := r.d
	var list []candidate
	at := make(map[[2]int32]int, len(r.counts))
	figures := r.figures()
	for e := range d.Entities {
		x := &d.Entities[e]
		if x.Reporter || x.Name == "" || utf8.RuneCountInString(x.Name) < 2 || strings.HasSuffix(x.Name, ".") {
			continue
		}
		list = append(list, candidate{text: x.Name, key: lexicon.Fold(x.Name), score: 4*x.Salience + 0.3*heft(len(x.Mentions)), name: true})
	}
	for i := range r.lines {
		l := &r.lines[i]
		if l.kind == doc.Aside {
			continue
		}
		weight := 1.0
		if i == r.leadLine || l.kind == doc.Heading {
			weight = 1.5
		}
		m := l.mentions.First
		for k := l.First; k < l.Last; {
			for m < l.mentions.Last && d.Mentions[m].Last <= k {
				m++
			}
			if m < l.mentions.Last && d.Mentions[m].First <= k && d.Mentions[m].Form != "pronoun" && d.Mentions[m].Form != "nominal" {
				k = max(k+1, d.Mentions[m].Last)
				continue
			}
			if figures[k] {
				k++
				continue
			}
			last := r.nounPhrase(k, l.Last)
			if last == k {
				k++
				continue
			}
			r.note(doc.Range{First: k, Last: last}, weight, &list, at)
			if last > k+1 {
				r.note(doc.Range{First: k, Last: k + 1}, weight*0.6, &list, at)
			}
			k = last
		}
	}
	for i := range list {
		c := &list[i]
		if !c.name && c.count < 2 && c.where.Len() > 1 {
			c.score *= 0.6
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		return cmp.Compare(b.score, a.score)
	})
	var out []doc.Keyword
	var keys []string
	top := 0.0
	for _, c := range list {
		if len(out) >= mostKeywords {
			break
		}
		if !c.name {
			c.key, c.text = r.key(c.terms), r.lemmas(c.where)
		}
		if slices.ContainsFunc(keys, func(k string) bool { return holdsWords(k, c.key) || holdsWords(c.key, k) }) {
			continue
		}
		if len(out) == 0 {
			top = max(c.score, 1e-9)
		}
		keys = append(keys, c.key)
		out = append(out, doc.Keyword{Text: c.text, Score: c.score / top})
	}
	return out
}

// figures marks the tokens of amounts and dates: "millions de dollars" is no keyword.
func (r *reading) figures() []bool {
	r.marked = grow(r.marked, len(r.d.Tokens))
	for i := range r.d.Amounts {
		if a := &r.d.Amounts[i]; a.Kind != "count" {
			r.mark(a.Range)
		}
	}
	for i := range r.d.Dates {
		r.mark(r.d.Dates[i].Range)
	}
	return r.marked
}

func (r *reading) mark(s doc.Range) {
	for k := max(0, s.First); k < min(s.Last, len(r.marked)); k++ {
		r.marked[k] = true
	}
}

// holdsWords tells whether the words of b are among those of a, in order.
func holdsWords(a, b string) bool {
	return strings.Contains(" "+a+" ", " "+b+" ")
}

// nounPhrase returns the end of "noun", "noun adjective" or "noun de noun" that begins at a token, the token itself where none does.
func (r *reading) nounPhrase(i, last int) int {
	if !r.thing(i) {
		return i
	}
	end := i + 1
	switch {
	case end < last && r.quality(end):
		end++
	case end+1 < last && (r.d.Tokens[end].Norm == "de" || r.d.Tokens[end].Norm == "d'") && r.thing(end+1):
		end += 2
	}
	return end
}

// thing tells whether a token is a noun that says something, and not a verb or a name here.
func (r *reading) thing(i int) bool {
	t := &r.d.Tokens[i]
	if r.terms[i] < 0 || !r.is(i, r.c.noun) || t.Shape&(doc.Capital|doc.Digit|doc.HasDigit) != 0 || utf8.RuneCountInString(t.Norm) < 4 {
		return false
	}
	if r.is(i, r.c.timeUnit) || r.is(i, r.c.weekday) || r.is(i, r.c.month) || r.is(i, r.c.number) || r.is(i, r.c.adverb) || r.is(i, r.c.preposition) || r.is(i, r.c.pronoun) {
		return false
	}
	if r.is(i, r.c.finite) || r.is(i, r.c.participle) || r.is(i, r.c.infinitive) || r.is(i, r.c.adjective) {
		if r.is(i, r.c.adjective) && i+1 < len(r.d.Tokens) && (r.is(i+1, r.c.noun) || r.d.Tokens[i+1].Word < 0 || r.d.Tokens[i+1].Shape&doc.Capital != 0) && r.d.Tokens[i+1].Shape&(doc.Elided|doc.Punct) == 0 && !r.is(i+1, r.c.preposition) {
			return false // "la jeune femme"
		}
		return i > 0 && (r.is(i-1, r.c.determiner) || r.d.Tokens[i-1].Norm == "de" || r.d.Tokens[i-1].Norm == "d'")
	}
	return true
}

// quality tells whether a token is an adjective that belongs to the noun before it.
func (r *reading) quality(i int) bool {
	t := &r.d.Tokens[i]
	return r.terms[i] >= 0 && r.is(i, r.c.adjective) && !r.is(i, r.c.participle) && !r.is(i, r.c.finite) && !r.is(i, r.c.adverb) && t.Shape&(doc.Capital|doc.Digit) == 0 && t.Gap == doc.Blank
}

// note counts a noun phrase.
func (r *reading) note(s doc.Range, weight float64, list *[]candidate, at map[[2]int32]int) {
	key := [2]int32{doc.None, doc.None}
	sum, n := 0.0, 0
	for k := s.First; k < s.Last; k++ {
		t := r.terms[k]
		if t < 0 {
			continue
		}
		if n < 2 {
			key[n] = t
		}
		sum += r.hefts[t] * (1 + 0.8*flag(r.inTitle[t]))
		n++
	}
	i, ok := at[key]
	if !ok {
		i = len(*list)
		at[key] = i
		*list = append(*list, candidate{where: s, terms: key})
	}
	c := &(*list)[i]
	c.count++
	c.score = max(c.score, weight*sum/float64(n)) + 0.15*float64(n)
}

// key returns the stems of a noun phrase.
func (r *reading) key(terms [2]int32) string {
	if terms[1] < 0 {
		return r.stemOf[terms[0]]
	}
	return r.stemOf[terms[0]] + " " + r.stemOf[terms[1]]
}

// singular tells whether a token is a noun in the singular as it stands: "carrière" is no form of "carrier".
func (r *reading) singular(i int) bool {
	tags := r.c.lex.Tags(r.d.Tokens[i].Word)
	for tags != "" {
		t, rest, _ := strings.Cut(tags, ";")
		tags = rest
		if len(t) >= 3 && t[0] == 'n' && (t[2] == 's' || t[2] == 'i') {
			return true
		}
	}
	return false
}

// lemmas returns a noun phrase with its first noun in the singular where the phrase is that noun alone; a longer phrase keeps its forms, which agree.
func (r *reading) lemmas(s doc.Range) string {
	t := r.d.Tokens
	if s.Len() == 1 {
		if r.singular(s.First) {
			return t[s.First].Norm
		}
		if l := r.c.lex.Lemma(t[s.First].Word, 'n'); l != "" {
			return l
		}
		return t[s.First].Norm
	}
	if s.Len() == 2 { // "élections municipales" is what one says; "manque criant" agrees as it is
		return t[s.First].Norm + " " + t[s.First+1].Norm
	}
	head := t[s.First].Norm
	if r.singular(s.First) {
	} else if l := r.c.lex.Lemma(t[s.First].Word, 'n'); l != "" {
		head = l
	}
	if t[s.First+1].Shape&doc.Elided != 0 {
		return head + " " + t[s.First+1].Norm + t[s.First+2].Norm
	}
	return head + " " + t[s.First+1].Norm + " " + t[s.First+2].Norm
}

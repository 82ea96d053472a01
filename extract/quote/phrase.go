package quote

import "github.com/breve-nlp/breve/extract/doc"

// phrase reads the noun phrase that begins at token i: "le capitaine Hugo Lenz", "une figure du mouvement", "M. Roux", "deux témoins".
// It returns the token after it.
func (r *reader) phrase(i, limit int) (last int, ok bool) {
	j := i
	for j < limit && r.determines(j) {
		j++
	}
	content, head := 0, j
	apposed := false // a proper name was read: a common noun does not go on
	for j < limit {
		t := &r.d.Tokens[j]
		if m, _ := r.mention(j); m >= 0 && r.d.Mentions[m].First <= j && r.d.Mentions[m].Last > j {
			if r.d.Mentions[m].First == j && content > 0 && (apposed && r.separate(j) || !r.names(head, j)) {
				break
			}
			j = min(r.d.Mentions[m].Last, limit)
			content++
			apposed = true
			continue
		}
		if t.Is(doc.Punct) {
			if k := r.spanAt(j); k >= 0 && r.spans[k].closed && r.spans[k].inside().Len() <= 4 && r.spans[k].after() <= limit {
				j = r.spans[k].after() // les "gilets jaunes"
				content++
				continue
			}
			break
		}
		if e, end := r.form(j, r.role); e >= 0 && end > j+1 && end <= limit && !apposed {
			j = end
			content++
			continue
		}
		if t.Shape&(doc.Capital|doc.Upper|doc.Mixed) != 0 || r.is(j, r.title) && (content == 0 || t.Is(doc.Stop)) {
			j++
			content++
			apposed = apposed || !r.is(j-1, r.title)
			continue
		}
		part, end := r.partOf(j)
		if part == "of" || (part == "to" || part == "object" && r.is(j, r.preposition)) && content > 0 && r.complements(i, j) {
			k := end
			for k < limit && r.determines(k) {
				k++
			}
			if content == 0 || k >= limit || !r.nominal(k) || r.timely(k) {
				break
			}
			j = k
			apposed = false
			if !r.d.Tokens[k].Is(doc.Lower) {
				continue
			}
			if m, _ := r.mention(k); m < 0 {
				j++
			}
			continue
		}
		if part == "and" && content > 0 && j+1 < limit && r.d.Tokens[j+1].Is(doc.Capital) && r.d.Tokens[j-1].Is(doc.Capital) {
			j++
			apposed = false
			continue
		}
		if part != "" && part != "object" || r.is(j, r.particle) && content > 0 && j+1 < limit && r.d.Tokens[j+1].Is(doc.Capital) {
			if part == "" {
				j++
				continue
			}
			break
		}
		if !r.nominal(j) || content > 0 && r.timely(j) || apposed && !r.is(j, r.adjective) {
			break
		}
		set := r.lex.Set(t.Word)
		if content > 0 && set.Has(r.finite) && (!set.Has(r.adjective) || set.Has(r.verb)) && !(content == 1 && set.Has(r.noun) && r.is(j-1, r.adjective) && j-2 >= i &&
			r.determines(j-2) && (!r.is(j-1, r.noun) || set.Has(r.collective) || set.Has(r.saying))) { // cette même source
			break
		}
		if content > 0 && set.Has(r.adverb) && !set.Has(r.noun) && j+1 < limit && r.is(j+1, r.preposition) {
			break // la foule juste après l'annonce
		}
		if content > 0 && set.Has(r.gerund) && !set.Has(r.noun) {
			break
		}
		j++
		content++
	}
	if content > 1 && j < limit && r.is(j-1, r.participle) && !r.is(j-1, r.noun) && (r.timely(j) || r.is(j, r.preposition) || r.is(j, r.weekday) || r.determines(j)) {
		j-- // une étude publiée mercredi
	}
	return j, content > 0
}

// names tells whether the person's name at token j belongs to the phrase whose noun is at head: "le maire Paul Roux", not "le quotidien Paul Roux".
func (r *reader) names(head, j int) bool {
	if m, _ := r.mention(j); r.d.Mentions[m].Type != doc.Person {
		return true
	}
	if p, _ := r.partOf(j - 1); p == "of" || p == "and" || !r.d.Tokens[j-1].Is(doc.Lower) || r.is(j-1, r.title) {
		return true
	}
	for _, k := range [2]int{head, j - 1} {
		if e, _ := r.form(k, r.role); e >= 0 || r.is(k, r.title) || r.is(k, r.collective) || !r.d.Tokens[k].Is(doc.Lower) {
			return true
		}
	}
	return false
}

// separate tells whether the mention at a token is another name than the one before: "le maire Paul Roux" goes on, "Paris Paul Roux" does not.
func (r *reader) separate(i int) bool {
	m, _ := r.mention(i)
	p, _ := r.mention(i - 1)
	return p >= 0 && r.d.Mentions[p].Type == doc.Person && r.d.Mentions[m].Type == doc.Person
}

// determines tells articles, possessives, numbers before a noun.
func (r *reader) determines(i int) bool {
	t := &r.d.Tokens[i]
	if t.Is(doc.Digit) {
		return true
	}
	if m, _ := r.mention(i); m >= 0 && r.d.Mentions[m].First == i && r.d.Mentions[m].Range.Len() > 1 && t.Is(doc.Capital) && i > 0 && t.Gap != doc.Paragraph && r.mark(i-1) != "." {
		return false // Le Monde
	}
	set := r.lex.Set(t.Word)
	return set.Has(r.determiner)
}

// nominal tells what may stand inside a noun phrase.
func (r *reader) nominal(i int) bool {
	t := &r.d.Tokens[i]
	if t.Is(doc.Punct) {
		return false
	}
	if t.Shape&(doc.Capital|doc.Upper|doc.Mixed|doc.HasDigit|doc.Symbol) != 0 {
		return true
	}
	set := r.lex.Set(t.Word)
	if set.Has(r.noun) || set.Has(r.adjective) {
		return !set.Has(r.preposition) && !(set.Has(r.auxiliary) && set.Has(r.finite))
	}
	if set.Has(r.collective) || set.Has(r.role) {
		return true
	}
	return t.Word < 0 && t.Is(doc.Lower) || set.Has(r.participle) && !set.Has(r.finite)
}

// timely tells words of time, which end a noun phrase: "a déclaré le ministre lundi".
func (r *reader) timely(i int) bool {
	return r.is(i, r.weekday) || r.is(i, r.month) || r.d.Tokens[i].Is(doc.Digit)
}

// complements tells whether the "à" or "en" at token j belongs to the noun phrase that began at i: "directrice de recherche au CNRS", "professeur en biologie",
// but not "le ministre au Figaro".
func (r *reader) complements(i, j int) bool {
	if j+2 >= len(r.d.Tokens) {
		return false
	}
	for k := j + 1; k < j+3; k++ {
		m, e := r.mention(k)
		if m >= 0 && (e >= 0 && r.d.Entities[e].Kind == "media" || r.d.Mentions[m].Kind == "media") || r.is(k, r.media) {
			return false
		}
		if r.is(k, r.saying) || r.is(k, r.infinitive) {
			return false
		}
	}
	for k := i; k < j; k++ {
		if e, _ := r.form(k, r.role); e >= 0 {
			kind := r.lex.Attr(e, r.role, "kind")
			return kind != "kin" && kind != "person" && kind != "group"
		}
	}
	return false
}

// spanAt returns the quoted span whose opening mark is token i, or None.
func (r *reader) spanAt(i int) int {
	lo, hi := 0, len(r.spans)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.spans[mid].open < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(r.spans) && r.spans[lo].open == i {
		return lo
	}
	return doc.None
}

package mention

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// head reads the name that begins with a head noun at token i: "ministère de la Justice", "tribunal judiciaire de Paris", "rue de la République",
// "cabinet Cadel", "affaire Bygmalion".
func (s *scan) head(sent doc.Sentence, i int) (candidate, bool) {
	none := candidate{}
	if s.caps {
		return none, false
	}
	c, lex := &s.f.c, s.f.lex
	t := s.tok(i)
	last, entry := i+1, t.Word
	if s.heads[i] > 0 {
		last, entry = int(s.heads[i]), s.henty[i]
	}
	if entry < 0 {
		return none, false
	}
	out := candidate{Range: doc.Range{First: i}, head: i, headLast: last, form: doc.None, weak: s.weak(sent, i)}
	class := c.orgHead
	switch {
	case lex.Is(entry, c.orgHead):
		out.headKind = orgIn
	case lex.Is(entry, c.placeHead):
		out.headKind, class = placeIn, c.placeHead
	case lex.Is(entry, c.eventHead):
		out.headKind, class = eventHead, c.eventHead
	default:
		return none, false
	}
	if out.headKind == orgIn && lex.Is(entry, c.placeHead) && lex.Attr(entry, c.orgHead, "kind") == "site" {
		out.headKind, class = placeIn, c.placeHead
	}
	capital := t.Shape&doc.Capital != 0
	if capital && last == i+1 && s.firstName(i) && last < sent.Last && s.nameLike(last) && s.joined(last) {
		return none, false // Marine Le Pen is no navy
	}
	if lex.Attr(entry, class, "span") == "out" {
		out.headKind++
	}
	if !capital && last == i+1 && lex.Is(entry, c.finite) && i > sent.First && (s.is(i-1, c.pronoun) && !s.is(i-1, c.article) || s.nameLike(i-1) || s.lowerWord(i-1) && s.is(i-1, c.noun) && !s.is(i-1, c.determiner) && !s.is(i-1, c.preposition) && !s.is(i-1, c.adjective)) {
		return none, false // "le tram traverse Paris"
	}
	if s.hit[i] > int32(last) {
		if capital || out.headKind == orgOut {
			return none, false // a name of the lexicon
		}
		out.Last, out.form = int(s.hit[i]), s.entry[i] // "parquet de Paris"
		out.direct = s.nameLike(last)
		return out, true
	}
	if capital && out.weak && last == i+1 && lex.Is(entry, c.participle) {
		return none, false // "Parti de Cholet, le chauffeur …"
	}
	end, direct, capped := s.complement(sent, last, capital)
	if end <= last || !capped && (!capital || out.weak && end == last) {
		return none, false
	}
	if !capped && out.weak {
		return none, false // "Association de parents" at the start of a sentence is any association
	}
	if out.headKind != orgIn && !capital && lex.Attr(entry, class, "span") == "out" && !direct {
		return none, false // "la ville de Lyon": the bare name is the name
	}
	if direct && !capital && out.headKind <= orgOut {
		// "le préfet de police Didier Lallement", "le parti LR": the person or the acronym is the name
		switch lex.Attr(entry, class, "kind") {
		case "school", "site":
		default:
			many := end > last+1
			if many && s.is(end-1, c.orgWord) {
				return none, false // "sa division Meta Superintelligence Labs"
			}
			if many && (s.firstName(last) || lex.Attr(entry, class, "kind") == "institution" && !s.tok(last).Is(doc.Hyphen)) || s.tok(last).Is(doc.Upper) {
				return none, false
			}
		}
	}
	if direct && capital && out.weak && out.headKind == placeIn {
		if k := lex.Attr(entry, class, "kind"); k != "street" && k != "site" {
			return none, false // "Ria Schimkus se dit…"
		}
	}
	if direct && last > i+1 && s.firstName(last) && end > last+1 {
		return none, false // "le président du Conseil constitutionnel Jean-Louis Debré"
	}
	out.Last, out.direct = end, direct
	return out, true
}

// complement reads what completes a head noun from token k: adjectives, then a name or prepositions with nouns and names. capped tells whether a name is in it.
func (s *scan) complement(sent doc.Sentence, k int, capital bool) (end int, direct, capped bool) {
	c, lex := &s.f.c, s.f.lex
	start := k
	for n := 0; n < 3 && k < sent.Last && s.joined(k) && s.lowerWord(k) && s.adjective(k); n++ {
		k++
		if capital {
			end = k
		}
	}
	for n := 0; n < 6 && k < sent.Last && s.joined(k); n++ {
		if s.nameLike(k) && !s.is(k, c.title) {
			if k > start && s.lowerWord(k-1) && !lex.Is(s.tok(k-1).Word, c.nameJoin) && !lex.Is(s.tok(k-1).Word, c.article) {
				return // "Conseil constitutionnel Jean-Louis Debré": another name
			}
			last, _, ok := s.run(doc.Sentence{Range: doc.Range{First: sent.First, Last: sent.Last}}, k)
			if !ok {
				last = k + 1
			}
			if !capped {
				direct = n == 0 && k == start
			}
			if capped && direct {
				return end, direct, capped
			}
			capped, end, k = true, last, last
			if end-start > 9 {
				return
			}
			continue
		}
		join := lex.Attr(s.tok(k).Word, c.nameJoin, "kind")
		if join == "" || capped && join != "and" && !capital || direct {
			return
		}
		if join == "other" && (!capital || capped) {
			return
		}
		p := k + 1
		if join == "and" {
			if p >= sent.Last || lex.Attr(s.tok(p).Word, c.nameJoin, "kind") != "of" {
				return
			}
			p++
		}
		if p < sent.Last && s.is(p, c.article) {
			p++
		}
		if p >= sent.Last {
			return
		}
		if s.nameLike(p) {
			// "ministère de l'Economie et des Finances": after "et" a word of the language, no other place or person
			if join == "other" && lex.Set(s.tok(p).Word).Meets(&s.f.placeSet) {
				return // "le Parti socialiste à Blois"
			}
			if join == "and" && !lex.Set(s.tok(p).Word).Meets(&s.f.commonSet) {
				return
			}
			if capped && join == "of" && !lex.Set(s.tok(k-1).Word).Meets(&s.f.commonSet) {
				return
			}
			k = p
			continue
		}
		if capped || !s.lowerWord(p) || !s.is(p, c.noun) || s.is(p, c.auxiliary) {
			return
		}
		k = p + 1
		for k < sent.Last && s.joined(k) && s.lowerWord(k) && s.adjective(k) {
			k++
		}
		if capital {
			// "Institut de sciences sociales, économiques et politiques"
			for k+1 < sent.Last && s.tok(k).Norm == "," && s.adjective(k+1) && s.lowerWord(k+1) && s.enumerates(sent, k+2) {
				k += 2
			}
			if k+1 < sent.Last && lex.Attr(s.tok(k).Word, c.nameJoin, "kind") == "and" && s.adjective(k+1) && s.lowerWord(k+1) {
				k += 2
			}
			end = k
		}
	}
	return
}

// enumerates tells whether an enumeration of adjectives ends with "et" and one more.
func (s *scan) enumerates(sent doc.Sentence, k int) bool {
	for ; k+1 < sent.Last; k += 2 {
		if s.f.lex.Attr(s.tok(k).Word, s.f.c.nameJoin, "kind") == "and" {
			return s.adjective(k + 1)
		}
		if s.tok(k).Norm != "," || !s.adjective(k+1) {
			return false
		}
	}
	return false
}

// adjective tells an adjective that is no small word: "sur" is an adjective too.
func (s *scan) adjective(i int) bool {
	c := &s.f.c
	return (s.is(i, c.adjective) || s.is(i, c.demonym)) && !s.is(i, c.preposition) && !s.is(i, c.determiner) && !s.is(i, c.auxiliary) && !s.is(i, c.conj) && !s.is(i, c.pronoun) &&
		!s.is(i, s.f.loose) && !(s.is(i, c.participle) && !s.is(i, c.demonym))
}

func (s *scan) lowerWord(i int) bool { return s.tok(i).Shape&(doc.Lower|doc.Punct) == doc.Lower }

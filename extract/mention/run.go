package mention

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// run returns the end of the name that begins at token i, and its lexicon entry where it is exactly one.
func (s *scan) run(sent doc.Sentence, i int) (int, int32, bool) {
	c := &s.f.c
	first := i
	var last int
	entry := int32(doc.None)
	if s.hit[i] == 0 && s.inRole[i] {
		return 0, doc.None, false
	}
	if s.hit[i] > 0 && s.tok(i).Is(doc.Lower) && (s.is(i, c.orgHead) || s.is(i, c.placeHead) || s.is(i, c.eventHead)) {
		return 0, doc.None, false // the head noun reads it, see head
	}
	if s.hit[i] > 0 && (!s.caps || !s.f.lex.Set(s.entry[i]).Meets(&s.f.commonSet)) {
		last, entry = int(s.hit[i]), s.entry[i]
	} else if k := s.particled(sent, i); k > i {
		last = k + 1 // "Mme [de Villeneuve]"
	} else {
		if !s.begins(sent, i) {
			return 0, doc.None, false
		}
		last = i + 1
		entry = s.tok(i).Word
	}
	for last < sent.Last {
		next := s.extend(sent, first, last)
		if next == last {
			break
		}
		if !s.tok(last).Is(doc.Digit) { // "iOS 26" is what iOS is
			entry = doc.None
		}
		last = next
	}
	return last, entry, true
}

// particled returns the capital after the particles that begin a name right behind a title, i where there are none.
func (s *scan) particled(sent doc.Sentence, i int) int {
	c := &s.f.c
	if i == sent.First || !s.is(i, c.particle) || !s.tok(i).Is(doc.Lower) || !s.is(i-1, c.title) || s.inRole[i-1] {
		return i
	}
	if s.tok(i-1).Shape&(doc.Stop|doc.Capital) == 0 && s.f.lex.Attr(s.tok(i-1).Word, c.title, "kind") != "military" {
		return i // "le comte de Paris" is of Paris, "le général de Galliffet" is not
	}
	k := i + 1
	for k < sent.Last && k < i+3 && s.is(k, c.particle) && s.tok(k).Is(doc.Lower) {
		k++
	}
	if k < sent.Last && s.nameLike(k) && s.joined(k) {
		return k
	}
	return i
}

// begins tells whether a name can begin at token i with a word of its own.
func (s *scan) begins(sent doc.Sentence, i int) bool {
	if !s.nameLike(i) {
		return false
	}
	t, set := s.tok(i), s.f.lex.Set(s.tok(i).Word)
	c := &s.f.c
	if s.is(i, c.article) {
		// "Le Goff", "La Vacquerie" inside a sentence; at its start only what goes on with a capital and is known elsewhere
		return !s.weak(sent, i) && i+1 < sent.Last && s.nameLike(i+1) && s.joined(i+1)
	}
	if s.is(i, c.title) && i+1 < sent.Last && !t.Is(doc.Upper) && (s.nameLike(i+1) || t.Is(doc.Stop) || s.is(i+1, c.particle)) {
		return false
	}
	if c.role != 0 && s.is(i, c.role) && i+1 < sent.Last && s.nameLike(i+1) && !set.Meets(&s.f.knownSet) {
		return false // "le Président Macron"
	}
	if s.is(i, c.abbreviation) && t.Is(doc.Stop) && !t.Is(doc.Initial) {
		return false
	}
	if (s.is(i, c.month) || s.is(i, c.weekday)) && !(i+1 < sent.Last && s.firstName(i) && s.nameLike(i+1) && s.joined(i+1)) {
		return false // but Avril Lavigne, Sam Altman ("sam." is Saturday)
	}
	if s.is(i, c.nameLink) && !(i+1 < sent.Last && s.nameLike(i+1) && s.joined(i+1)) {
		return false // "The" and a word in lower case
	}
	if t.Is(doc.Upper) && s.is(i, c.role) {
		return false // CEO, PDG
	}
	if !s.weak(sent, i) {
		return !(s.is(i, c.determiner) || s.is(i, c.pronoun) && !set.Meets(&s.f.knownSet)) || t.Is(doc.Upper)
	}
	if !set.Meets(&s.f.commonSet) {
		return true
	}
	// a word of the language at the start of a sentence
	if t.Len() == 1 {
		return false
	}
	if t.Is(doc.Upper) && t.Len() > 1 && !s.caps {
		return true
	}
	if s.is(i, c.determiner) || s.is(i, c.pronoun) || s.is(i, c.preposition) || s.is(i, c.conj) || s.is(i, c.auxiliary) {
		return false
	}
	return set.Meets(&s.f.knownSet)
}

// extend returns the end of the name [first, last) with its next piece, or last where it ends there.
func (s *scan) extend(sent doc.Sentence, first, last int) int {
	if !s.joined(last) {
		return last
	}
	c := &s.f.c
	t := s.tok(last)
	prev := s.tok(last - 1)
	if t.Is(doc.Digit) {
		return s.numbered(sent, first, last)
	}
	if s.nameLike(last) {
		if s.splits(sent, first, last) {
			return last
		}
		if s.is(last, c.article) && (last+1 >= sent.Last || !s.nameLike(last+1)) {
			return last
		}
		if s.hit[last] > 0 && !s.f.lex.Set(s.entry[last]).Meets(&s.f.personSet) && s.hit[first] > 0 {
			return last // two known names side by side
		}
		return last + 1
	}
	if s.is(last, c.legalForm) && t.Shape&(doc.Capital|doc.Upper|doc.Stop) != 0 {
		return last + 1
	}
	// & + between capitals: Moët & Chandon
	if (t.Norm == "&" || t.Norm == "+") && last+1 < sent.Last && s.nameLike(last+1) {
		return last + 2
	}
	// a nickname: Jean « Django » Reinhardt
	if t.Is(doc.Open) && last+3 < sent.Last && s.nameLike(last+1) && s.tok(last+2).Is(doc.Close) && s.nameLike(last+3) && s.firstName(last-1) && s.joined(last+3) {
		return last + 4
	}
	if prev.Is(doc.Digit) || last+1 >= sent.Last {
		return last
	}
	if s.is(last, c.article) && t.Is(doc.Lower) && !t.Is(doc.Elided) && last-first == 1 && s.frequent(first) && s.nameLike(last+1) && s.joined(last+1) && !s.f.lex.Set(s.tok(last+1).Word).Meets(&s.f.placeSet) {
		return last + 2 // Marine le Pen
	}
	link := s.f.lex.Attr(t.Word, c.nameLink, "kind")
	if link == "" || t.Shape&doc.Capital != 0 {
		return last
	}
	k := last + 1
	if link == "of" && k < sent.Last && s.is(k, c.article) && s.joined(k) && t.Norm == "de" {
		k++
	}
	if k >= sent.Last || !s.joined(k) || !s.nameLike(k) {
		if link == "particle" && k+1 < sent.Last && s.f.lex.Attr(s.tok(k).Word, c.nameLink, "kind") == "particle" && s.nameLike(k+1) {
			return k + 2 // van der Poel
		}
		return last
	}
	switch link {
	case "particle", "foreign":
		return k + 1
	}
	// de: Dominique de Villepin, Charles de Gaulle: after one or two first names only, and before something that is no place or body of its own
	for i := first; i < last; i++ {
		if !s.firstName(i) && !s.tok(i).Is(doc.Initial) {
			return last
		}
	}
	if last-first > 2 || s.hit[k] > 0 && !s.f.lex.Set(s.entry[k]).Meets(&s.f.personSet) {
		return last
	}
	if set := s.f.lex.Set(s.tok(k).Word); set.Meets(&s.f.orgSet) && !set.Meets(&s.f.surnames) {
		return last
	}
	if s.is(k, c.country) && last-first > 1 || s.tok(k).Is(doc.Upper) {
		return last // but Charlène de Monaco
	}
	return k + 1
}

// linked returns the end of a name that goes on after "de" with another one: "Rapides de la Meuse", "Amoureux de la France". Only a word of the language
// or an unknown one goes on so inside a sentence; last is where it ends otherwise.
func (s *scan) linked(sent doc.Sentence, first, last int) int {
	c, lex := &s.f.c, s.f.lex
	paper := s.f.lex.Attr(s.tok(last-1).Word, c.orgWord, "kind") == "media" // L'Écho du Léon
	if last-first > 2 || s.weak(sent, first) && !paper || s.hit[first] > 0 && !paper || last+1 >= sent.Last || !s.joined(last) || s.caps {
		return last
	}
	for i := first; i < last && !paper; i++ {
		set := lex.Set(s.tok(i).Word)
		if s.is(i, s.f.compass) || s.is(i, c.acronym) {
			return last // "l'Ouest des Etats-Unis", "la stratégie IA d'Apple"
		}
		if s.firstName(i) && !set.Meets(&s.f.commonSet) || set.Meets(&s.f.orgSet) || set.Meets(&s.f.placeSet) && !set.Meets(&s.f.commonSet) || s.tok(i).Is(doc.Initial) {
			return last
		}
	}
	if lex.Attr(s.tok(last).Word, c.nameLink, "kind") != "of" || !s.tok(last).Is(doc.Lower) {
		return last
	}
	k := last + 1
	if s.is(k, c.article) && k+1 < sent.Last && s.tok(k).Is(doc.Lower) {
		k++
	}
	if !s.nameLike(k) || !s.joined(k) {
		return last
	}
	end, _, ok := s.run(sent, k)
	if !ok {
		return last
	}
	return end
}

// numbered takes a number into a product's or event's name: iOS 26, Euro 2016, Samu 93.
func (s *scan) numbered(sent doc.Sentence, first, last int) int {
	c := &s.f.c
	t := s.tok(last)
	if t.Len() > 4 || last-first > 3 {
		return last
	}
	e := s.d.Tokens[last-1].Word
	if s.hit[first] == int32(last) {
		e = s.entry[first]
	}
	lex := s.f.lex
	if lex.Is(e, c.product) || lex.Is(e, c.competition) {
		return last + 1
	}
	if s.tok(last-1).Is(doc.Upper) && t.Len() == 2 && last-first == 1 && (last+1 >= sent.Last || s.tok(last+1).Is(doc.Punct) || s.is(last+1, c.auxiliary) || s.is(last+1, c.preposition)) && !s.caps {
		return last + 1
	}
	return last
}

// splits tells whether a new name begins at token last, right after [first, last): "PDG d'Apple Tim Cook", "le maire EELV Eric Piolle".
func (s *scan) splits(sent doc.Sentence, first, last int) bool {
	c := &s.f.c
	if s.is(last, c.title) && (s.tok(last).Is(doc.Stop) || last+1 < sent.Last && s.nameLike(last+1) && s.f.lex.Attr(s.tok(last).Word, c.title, "case") != "") {
		return true
	}
	if last+1 >= sent.Last || !s.firstName(last) || !s.joined(last+1) {
		return false
	}
	if !s.nameLike(last+1) && !s.is(last+1, c.particle) {
		return false
	}
	// the left side is a body or a place of its own
	if s.hit[first] == int32(last) {
		return !s.f.lex.Set(s.entry[first]).Meets(&s.f.personSet)
	}
	if set := s.f.lex.Set(s.tok(last - 1).Word); s.is(last-1, c.orgWord) && !set.Meets(&s.f.orgSet) {
		if s.f.lex.Attr(s.tok(last-1).Word, c.orgWord, "weak") == "" {
			return false // Éditions Odile Jacob, Fondation Brigitte Bardot
		}
	}
	if last-first == 1 {
		t := s.tok(first)
		set := s.f.lex.Set(t.Word)
		if s.firstName(first) && !set.Meets(&s.f.orgSet) {
			return false
		}
		if set.Meets(&s.f.commonSet) && !set.Meets(&s.f.surnames) {
			return true // "ministre de l'Economie Bruno Le Maire"
		}
		return t.Is(doc.Upper) && t.Len() <= 6 && !s.tok(last).Is(doc.Upper) || set.Meets(&s.f.orgSet) || set.Meets(&s.f.placeSet) || s.is(first, c.role)
	}
	return s.tok(last-1).Is(doc.Upper) && !s.tok(last).Is(doc.Upper) && !s.firstName(first)
}

// frequent tells a first name that many people have: Gilles is one, Paris is none.
func (s *scan) frequent(i int) bool {
	return s.f.lex.Attr(s.tok(i).Word, s.f.c.firstName, "rank") == "1"
}

func (s *scan) firstName(i int) bool {
	c := &s.f.c
	w := s.tok(i).Word
	lex := s.f.lex
	if lex.Is(w, c.firstName) || lex.Is(w, c.firstNameFr) || lex.Is(w, c.firstNameWorld) {
		return true
	}
	if t := s.tok(i); t.Is(doc.Hyphen) { // Jean-Michel, Anne-Sophie: the first part decides
		for k := 0; k < len(t.Norm); k++ {
			if t.Norm[k] == '-' {
				p := lex.Word(t.Norm[:k])
				return k > 2 && (lex.Is(p, c.firstName) || lex.Is(p, c.firstNameFr))
			}
		}
	}
	return false
}

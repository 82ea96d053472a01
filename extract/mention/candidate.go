package mention

import (
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// candidate is a run of tokens that may be a name.
type candidate struct {
	doc.Range
	sentence int
	form     int32 // the lexicon entry that covers exactly these tokens, or None
	head     int   // token of the head noun that belongs to it ("ministère de la Justice"), or -1
	headLast int
	headKind headKind
	title    bool // a quotation that may be the title of a work
	direct   bool // the name follows the head without a preposition: "cabinet Cadel"
	weak     bool // its capital may come from the start of a sentence
	group    int
	feats    features
	best     int // type with the highest sum, index into types
	sums     sums
}

type headKind uint8

const (
	noHead headKind = iota
	orgIn
	orgOut
	placeIn
	placeOut
	eventHead
)

// scan holds what is known of the tokens of one article while candidates are looked for.
type scan struct {
	d         *doc.Document
	f         *Finder
	hit       []int32 // for each token the last token of the longest name form of several words that begins there, 0 where none
	entry     []int32 // and its entry
	heads     []int32 // last token of a head form of several words that begins there
	henty     []int32
	rules     []feature // what a rule of contexts says of the name that begins here; 0 (form.company) where none does
	roles     []bool    // a role form ends before this token
	roleEntry []int32   // and its entry
	inRole    []bool    // inside a role of several words: "Premier ministre"
	caps      bool      // the sentence is written in capitals
	cands     []candidate
	buf       []byte
	names     map[string]int32 // group of each folded name
	group     []groupState
}

func (s *scan) prepare() {
	n := len(s.d.Tokens)
	s.hit, s.entry = resized(s.hit, n), resized(s.entry, n)
	s.heads, s.henty = resized(s.heads, n), resized(s.henty, n)
	if cap(s.roles) < n+1 {
		s.roles = make([]bool, n+1)
	}
	s.roles = s.roles[:n+1]
	clear(s.roles)
	s.roleEntry = resized(s.roleEntry, n+1)
	if cap(s.inRole) < n {
		s.inRole = make([]bool, n)
	}
	s.inRole = s.inRole[:n]
	clear(s.inRole)
	s.cands = s.cands[:0]
	if cap(s.rules) < n {
		s.rules = make([]feature, n)
	}
	s.rules = s.rules[:n]
	clear(s.rules)
	c, lex := &s.f.c, s.f.lex
	for i := range s.d.Annotations {
		a := &s.d.Annotations[i]
		if a.Entry == doc.None {
			if f, ok := ruleKinds[a.Kind]; ok {
				s.rules[a.First] = f
			}
			continue
		}
		set := lex.Set(a.Entry)
		if meets(set, &s.f.names) && int32(a.Last) > s.hit[a.First] && !(s.tok(a.First).Is(doc.Lower) && meets(set, &s.f.personSet)) &&
			!(a.Len() == 1 && s.f.lex.Is(s.tok(a.First).Word, c.country) || a.Len() == 1 && meets(lex.Set(s.tok(a.First).Word), &s.f.placeSet)) {
			if s.tok(a.First).Is(doc.Lower) && a.Len() > 1 && lex.Attr(s.tok(a.First).Word, c.orgHead, "span") == "out" {
				continue // "groupe ADP": the bare name is the name
			}
			s.hit[a.First], s.entry[a.First] = int32(a.Last), a.Entry
		}
		if (lex.Is(a.Entry, c.orgHead) || lex.Is(a.Entry, c.placeHead) || lex.Is(a.Entry, c.eventHead)) && int32(a.Last) > s.heads[a.First] {
			s.heads[a.First], s.henty[a.First] = int32(a.Last), a.Entry
		}
		if lex.Is(a.Entry, s.f.paraphrase) {
			for i := a.First; i < a.Last; i++ {
				s.inRole[i] = true // "le géant de Menlo Park" names no Menlo Park
			}
		}
		if lex.Is(a.Entry, c.role) || lex.Is(a.Entry, c.title) {
			s.roles[a.Last] = true
			s.roleEntry[a.Last] = a.Entry
			for i := a.First; i < a.Last; i++ {
				s.inRole[i] = true
			}
		}
	}
}

// dropRoles takes back names of one word inside a role of several: "la Première ministre" is no radio station.
func (s *scan) dropRoles() {
	for i := range s.hit {
		if s.inRole[i] && int(s.hit[i]) == i+1 {
			s.hit[i] = 0
		}
	}
}

func resized(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n)
	}
	s = s[:n]
	clear(s)
	return s
}

func (s *scan) is(i int, c lexicon.Class) bool { return s.f.lex.Is(s.d.Tokens[i].Word, c) }

func (s *scan) tok(i int) *doc.Token { return &s.d.Tokens[i] }

// joined tells whether token i follows token i-1 on the same line.
func (s *scan) joined(i int) bool { return s.d.Tokens[i].Gap <= doc.Blank }

// nameLike tells a token that is written like a name or a part of one.
func (s *scan) nameLike(i int) bool {
	t := s.tok(i)
	if t.Shape&(doc.Punct|doc.Symbol|doc.Clitic|doc.Digit) != 0 {
		return false
	}
	if t.Shape&(doc.Capital|doc.Mixed) == 0 {
		if t.Word < 0 || !meets(s.f.lex.Set(t.Word), &s.f.names) {
			return false
		}
		return t.Shape&doc.HasDigit != 0 || s.lowerName(t.Word)
	}
	if t.Is(doc.Elided) || t.Len() == 1 || s.century(i) {
		return false
	}
	if s.caps {
		// every word is written so: only what is known as a name, or not known as a word, is one
		set := s.f.lex.Set(t.Word)
		return t.Word < 0 && t.Len() > 2 || meets(set, &s.f.namesSet) && !meets(set, &s.f.commonSet)
	}
	return true
}

// century tells a Roman ordinal: XXe, IIIème.
func (s *scan) century(i int) bool {
	w := s.d.Slice(s.tok(i).Span)
	k := 0
	for k < len(w) && (w[k] == 'I' || w[k] == 'V' || w[k] == 'X' || w[k] == 'L') {
		k++
	}
	return k > 0 && k < len(w) && s.f.lex.Is(s.f.lex.Word(w[k:]), s.f.ordinal) && !s.is(i, s.f.c.article)
}

// lowerName tells a name that is written in lower case: franceinfo, eBay.
func (s *scan) lowerName(w int32) bool {
	c, lex := &s.f.c, s.f.lex
	for _, class := range [...]lexicon.Class{c.media, c.company, c.product} {
		if form := lex.Form(w, class); form != "" && form[0] >= 'a' && form[0] <= 'z' {
			return true
		}
	}
	return false
}

// weak tells whether token i may have its capital from its place: first of the sentence, after a quotation mark, a dash, a colon or a number.
func (s *scan) weak(sent doc.Sentence, i int) bool {
	if i == sent.First {
		return true
	}
	p := s.tok(i - 1)
	switch {
	case p.Is(doc.Open):
		return true
	case p.Is(doc.Digit) && i-1 == sent.First:
		return true
	}
	switch p.Norm {
	case "-", "–", "—", "•", ":", "*", "·", "...", "…":
		return true
	case ".", "!", "?":
		return true
	}
	return false
}

// find collects the candidates of one sentence.
func (s *scan) find(n int, sent doc.Sentence) {
	s.caps = s.capitals(sent)
	covered := sent.First
	for i := sent.First; i < sent.Last; i++ {
		if end, ok := s.quotedTitle(sent, i); ok {
			s.cands = append(s.cands, candidate{Range: doc.Range{First: i, Last: end}, sentence: n, form: doc.None, head: -1, title: true, weak: true})
		}
		if h, ok := s.head(sent, i); ok {
			h.sentence = n
			s.cands = append(s.cands, h)
		}
		if i < covered {
			continue
		}
		last, entry, ok := s.run(sent, i)
		if !ok {
			continue
		}
		if end := s.linked(sent, i, last); end > last {
			s.cands = append(s.cands, candidate{Range: doc.Range{First: i, Last: end}, sentence: n, form: doc.None, head: -1, weak: s.weak(sent, i)})
		}
		s.cands = append(s.cands, candidate{Range: doc.Range{First: i, Last: last}, sentence: n, form: entry, head: -1, weak: s.weak(sent, i)})
		covered = last
	}
}

// capitals tells whether a sentence is written in capitals: "LA SNCF SUPPRIME 300 POSTES À LYON".
func (s *scan) capitals(sent doc.Sentence) bool {
	words, upper := 0, 0
	for i := sent.First; i < sent.Last; i++ {
		t := s.tok(i)
		if t.Shape&(doc.Punct|doc.Symbol|doc.Digit) != 0 {
			continue
		}
		words++
		if t.Shape&doc.Upper != 0 || t.Shape&doc.Capital != 0 && t.Len() <= 2 {
			upper++
		}
	}
	return words >= 3 && upper*10 >= words*8
}

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
	if s.hit[i] > 0 && (!s.caps || !meets(s.f.lex.Set(s.entry[i]), &s.f.commonSet)) {
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
		last, entry = next, doc.None
	}
	return last, entry, true
}

// particled returns the capital after the particles that begin a name right behind a title, i where there are none.
func (s *scan) particled(sent doc.Sentence, i int) int {
	c := &s.f.c
	if i == sent.First || !s.is(i, c.particle) || !s.tok(i).Is(doc.Lower) || !s.is(i-1, c.title) {
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
	if c.role != 0 && s.is(i, c.role) && i+1 < sent.Last && s.nameLike(i+1) && !meets(set, &s.f.knownSet) {
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
		return !(s.is(i, c.determiner) || s.is(i, c.pronoun) && !meets(set, &s.f.knownSet)) || t.Is(doc.Upper)
	}
	if !meets(set, &s.f.commonSet) {
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
	return meets(set, &s.f.knownSet)
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
		if s.hit[last] > 0 && !meets(s.f.lex.Set(s.entry[last]), &s.f.personSet) && s.hit[first] > 0 {
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
	if last-first > 2 || s.hit[k] > 0 && !meets(s.f.lex.Set(s.entry[k]), &s.f.personSet) {
		return last
	}
	if set := s.f.lex.Set(s.tok(k).Word); meets(set, &s.f.orgSet) && !meets(set, &s.f.surnames) {
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
	if last-first > 2 || s.weak(sent, first) || s.hit[first] > 0 || last+1 >= sent.Last || !s.joined(last) || s.caps {
		return last
	}
	for i := first; i < last; i++ {
		set := lex.Set(s.tok(i).Word)
		if s.is(i, s.f.compass) || s.is(i, c.acronym) {
			return last // "l'Ouest des Etats-Unis", "la stratégie IA d'Apple"
		}
		if s.firstName(i) && !meets(set, &s.f.commonSet) || meets(set, &s.f.orgSet) || meets(set, &s.f.placeSet) && !meets(set, &s.f.commonSet) || s.tok(i).Is(doc.Initial) {
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
	if set := s.f.lex.Set(s.tok(last - 1).Word); s.is(last-1, c.orgWord) && !meets(set, &s.f.orgSet) {
		if s.f.lex.Attr(s.tok(last-1).Word, c.orgWord, "weak") == "" {
			return false // Éditions Odile Jacob, Fondation Brigitte Bardot
		}
	}
	// the left side is a body or a place of its own
	if s.hit[first] == int32(last) {
		return !meets(s.f.lex.Set(s.entry[first]), &s.f.personSet)
	}
	if last-first == 1 {
		t := s.tok(first)
		set := s.f.lex.Set(t.Word)
		if s.firstName(first) && !meets(set, &s.f.orgSet) {
			return false
		}
		if meets(set, &s.f.commonSet) && !meets(set, &s.f.surnames) {
			return true // "ministre de l'Economie Bruno Le Maire"
		}
		return t.Is(doc.Upper) && t.Len() <= 6 && !s.tok(last).Is(doc.Upper) || meets(set, &s.f.orgSet) || meets(set, &s.f.placeSet) || s.is(first, c.role)
	}
	return s.tok(last-1).Is(doc.Upper) && !s.tok(last).Is(doc.Upper) && !s.firstName(first)
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

// ruleKinds are the kinds of the rules in lexicon/rules/10-name.rules and the evidence that they are.
var ruleKinds = map[string]feature{
	"context-person": fRulePerson, "context-organization": fRuleOrganization, "context-location": fRuleLocation, "context-team": fRuleTeam, "context-way": fRuleWay,
}

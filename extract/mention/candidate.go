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
		if set.Meets(&s.f.names) && int32(a.Last) > s.hit[a.First] && !(s.tok(a.First).Is(doc.Lower) && set.Meets(&s.f.personSet)) &&
			!(a.Len() == 1 && s.f.lex.Is(s.tok(a.First).Word, c.country) || a.Len() == 1 && lex.Set(s.tok(a.First).Word).Meets(&s.f.placeSet)) {
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
		if i+1 < len(s.hit) && s.hit[i] > 0 && s.hit[i+1] > s.hit[i] && s.is(i, s.f.c.article) {
			s.hit[i] = 0 // "L'Union européenne" is no L'Union, the newspaper
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
		if t.Word < 0 || !s.f.lex.Set(t.Word).Meets(&s.f.names) {
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
		return t.Word < 0 && t.Len() > 2 || set.Meets(&s.f.namesSet) && !set.Meets(&s.f.commonSet)
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

// ruleKinds are the kinds of the rules in lexicon/rules/10-name.rules and the evidence that they are.
var ruleKinds = map[string]feature{
	"context-person": fRulePerson, "context-organization": fRuleOrganization, "context-location": fRuleLocation, "context-team": fRuleTeam, "context-way": fRuleWay,
}

package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// parser is the state of one article: where names, amounts and dates begin, and the phrases of the sentence at hand.
type parser struct {
	v *Deriver
	d *doc.Document

	start, end int // tokens of the sentence
	sentence   int
	habit      bool // the sentence tells what happens every year, not what happened
	condition  bool // it holds an "if"
	question   bool
	bareA      bool // it begins with "A" for "À": "A Lyon, …"
	held       int  // the head of a noun that belongs to the verb told last: "signent un accord"

	sorts                                      []sort  // by token
	mentionFirst, mentionIn, dateFirst, inDate []int32 // by token: index+1
	amountFirst                                []int32
	entity                                     []int32 // by mention: index+1
	phrases                                    []phrase
	inside                                     []int32 // by token of the sentence: 1 inside the words of a trigger
	phraseOf                                   []int32 // by token of the sentence

	words  [1 << 14]about  // by word of the lexicon, modulo: what was asked of it
	kindOf map[int32]kinds // by entry of noun-kind.tsv
	pairs  []int32         // by token of the sentence: the entry that it begins with the next one, +2; 0 not asked

	found []happening
	weak  []happening // mentions that name an event without telling more
}

// happening is an event on its way, with what merging needs to know.
type happening struct {
	doc.Event
	noun   bool // told by a noun: its modality says little
	token  int  // of the trigger
	vague  int  // conditions that only a pronoun fills
	quoted bool
	other  bool // a noun that says that it is another happening than the one told before
	back   bool // a noun with a definite article: it may point back
	form   string
}

func reset(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// load indexes the article.
func (p *parser) load(d *doc.Document) {
	n := len(d.Tokens)
	p.d = d
	p.found, p.weak = p.found[:0], p.weak[:0]
	if cap(p.sorts) < n {
		p.sorts = make([]sort, n)
	}
	p.sorts = p.sorts[:n]
	clear(p.sorts)
	p.mentionFirst, p.mentionIn = reset(p.mentionFirst, n), reset(p.mentionIn, n)
	p.dateFirst, p.inDate = reset(p.dateFirst, n), reset(p.inDate, n)
	p.amountFirst = reset(p.amountFirst, n)
	p.entity = reset(p.entity, len(d.Mentions))
	for i := range d.Entities {
		for _, m := range d.Entities[i].Mentions {
			if m >= 0 && m < len(p.entity) {
				p.entity[m] = int32(i) + 1
			}
		}
	}
	mark := func(first, in []int32, r doc.Range, k int) {
		if r.First < 0 || r.First >= n || r.Last > n || r.Last <= r.First {
			return
		}
		if first[r.First] == 0 {
			first[r.First] = int32(k) + 1
		}
		for j := r.First; in != nil && j < r.Last; j++ {
			if in[j] == 0 {
				in[j] = int32(k) + 1
			}
		}
	}
	for k := range d.Mentions {
		mark(p.mentionFirst, p.mentionIn, d.Mentions[k].Range, k)
	}
	for k := range d.Dates {
		mark(p.dateFirst, p.inDate, d.Dates[k].Range, k)
	}
	for k := range d.Amounts {
		mark(p.amountFirst, nil, d.Amounts[k].Range, k)
	}
}

func (p *parser) mentionAt(i int) int { return int(p.mentionFirst[i]) - 1 }
func (p *parser) mentionOf(i int) int { return int(p.mentionIn[i]) - 1 }
func (p *parser) dateAt(i int) int    { return int(p.dateFirst[i]) - 1 }
func (p *parser) dateOf(i int) int    { return int(p.inDate[i]) - 1 }
func (p *parser) amountAt(i int) int  { return int(p.amountFirst[i]) - 1 }
func (p *parser) entityOf(m int) int  { return int(p.entity[m]) - 1 }

// longest is the length in tokens at which a sentence is cut off: nobody writes longer ones, and the work stays linear.
const longest = 400

// open makes a sentence the one at hand.
func (p *parser) open(n int) {
	s := p.d.Sentences[n]
	p.sentence, p.start, p.end = n, s.First, min(s.Last, len(p.d.Tokens), s.First+longest)
	p.habit, p.condition, p.question = false, false, false
	p.phraseOf = reset(p.phraseOf, p.end-p.start)
	for i := p.start; i < p.end; i++ {
		if n := p.dateAt(i); n != doc.None && p.d.Dates[n].Type == "SET" && !p.priced(i) {
			p.habit = true
		}
		if p.sortOf(&p.d.Tokens[i])&habitual != 0 {
			p.habit = true // "chaque année"
		}
	}
	p.pairs = reset(p.pairs, p.end-p.start)
	t := &p.d.Tokens[p.start]
	if p.bareA = t.Word >= 0 && t.Word == p.v.wordHas && t.Is(doc.Capital) && p.mentionAt(p.start) == doc.None; p.bareA && p.start+1 < p.end {
		p.pairs[0] = p.v.lex.Next(p.v.wordA, p.d.Tokens[p.start+1].Word) + 2
	}
	p.settle()
	p.chunk()
	for i := range p.phrases {
		if p.phrases[i].what == if_ {
			p.condition = true
		}
	}
	for i := p.end - 1; i >= p.start && i >= p.end-2; i-- {
		if p.d.Tokens[i].Norm == "?" {
			p.question = true
		}
	}
}

// priced tells whether an amount ends right before i: "5,99 euros par mois" is no habit.
func (p *parser) priced(i int) bool {
	for k := i - 1; k >= p.start && k > i-8; k-- {
		if n := p.amountAt(k); n != doc.None {
			return p.d.Amounts[n].Last == i
		}
	}
	return false
}

// at returns the phrase that holds a token.
func (p *parser) at(i int) int { return int(p.phraseOf[i-p.start]) }

// whole returns the tokens of a noun phrase with the "de" complements that hang on it.
func (p *parser) whole(k int) doc.Range {
	r := doc.Range{First: p.phrases[k].first, Last: p.phrases[k].last}
	for j := k + 1; j < len(p.phrases) && p.phrases[j].what == nominal && p.phrases[j].parent == j-1 && (p.phrases[j].date == doc.None || p.phrases[j].entry >= 0); j++ {
		r.Last = p.phrases[j].last
	}
	return r
}

// after returns the phrase behind a noun phrase and its "de" complements.
func (p *parser) after(k int) int {
	j := k + 1
	for j < len(p.phrases) && p.phrases[j].what == nominal && p.phrases[j].parent == j-1 {
		j++
	}
	return j
}

// root returns the noun on which a chain of "de" complements hangs.
func (p *parser) root(k int) int {
	for p.phrases[k].parent != doc.None {
		k = p.phrases[k].parent
	}
	return k
}

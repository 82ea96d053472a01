package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// about is what is remembered of a word: asking the lexicon costs more than anything else here.
type about struct {
	word int32 // +1
	sort sort
	in   uint32 // bits of the classes that it is in, see bitOf
	part uint8  // its part in clause.tsv
	slot slot
}

// sortOf is the Deriver's, remembered by word.
func (p *parser) sortOf(t *doc.Token) sort {
	if t.Word < 0 {
		if t.Is(doc.Digit) {
			return number
		}
		return 0
	}
	s := p.aboutOf(t.Word).sort
	if t.Is(doc.Digit) {
		s |= number
	}
	return s
}

// aboutOf remembers the words of the last articles; two words of one slot push each other out.
func (p *parser) aboutOf(word int32) *about {
	a := &p.words[uint32(word)%uint32(len(p.words))]
	if a.word != word+1 {
		*a = p.v.about(word)
		a.word = word + 1
	}
	return a
}

// about asks the lexicon.
func (v *Deriver) about(w int32) about {
	a := about{sort: v.sortOf(w)}
	set := v.lex.Set(w)
	for i, c := range v.listed() {
		if set.Has(c) {
			a.in |= 1 << i
		}
	}
	if set.Has(v.clause) {
		a.part = partOf(v.lex.Attr(w, v.clause, "part"))
	}
	if set.Has(v.slot) {
		a.slot = slotOf(v.lex.Attr(w, v.slot, "slot"))
	}
	return a
}

// The parts of clause.tsv.
const (
	partNone uint8 = iota
	partWho
	partWhom
	partWhose
	partWhere
	partIf
	partSub
	partAnd
	partSubject
	partObject
	partIndirect
	partSelf
	partThat
	partPoss
	partThis
	partEvery
	partAhead
)

var partNames = [...]string{"", "who", "whom", "whose", "where", "if", "sub", "and", "subject", "object", "indirect", "self", "that", "poss", "this", "every", "ahead"}

func partOf(name string) uint8 {
	for i, n := range partNames {
		if n == name {
			return uint8(i)
		}
	}
	return partNone
}

// part returns the part of an entry of clause.tsv.
func (p *parser) part(e int32) uint8 { return p.aboutOf(e).part }

// slotFor returns the slot that an entry of slot.tsv opens.
func (p *parser) slotFor(e int32) slot { return p.aboutOf(e).slot }

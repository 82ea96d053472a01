package amount

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// counted reads the noun that the number counts: "1 200 postes", "300 nouveaux emplois", "un million de personnes".
func (r *reader) counted(n *number, j int, s *suffix) {
	k := j
	if n.noun || n.value >= 1e6 && r.role(k) == of {
		if r.role(k) != of && !(r.role(k) == from && n.vague) {
			return
		}
		k++
		for k < r.hi && (r.role(k) == own || r.role(k) == the) {
			k++
		}
	} else if r.isOf(k) {
		return
	}
	plural := n.value >= 2 || n.value <= -2 || n.vague || n.noun || n.value == 0
	head := r.head(n, k, plural)
	if head < 0 && (n.value < 2 && !n.digits.whole && !n.word || n.value == 0) { // 0,77 enfant, zéro mort
		head = r.head(n, k, !plural)
	}
	if head < 0 || n.noun && n.scale >= 1e6 && r.isCue(head, "sum") { // un milliard de dégâts: money
		return
	}
	if r.words.lex.Attr(r.t[head].Word, r.words.unitWord, "kind") == "time" { // les trois dernières années
		s.kind, s.last = "time", head+1
		return
	}
	s.kind, s.last, s.unit = "count", head+1, r.t[head].Norm
}

// head returns the noun of the noun phrase that begins at token k, -1 where none begins there.
func (r *reader) head(n *number, k int, plural bool) int {
	for tries := 0; k < r.hi && tries < 3; tries++ {
		t := &r.t[k]
		if t.Gap >= doc.Line && !(t.Gap == doc.Line && t.Shape&doc.Lower != 0) || t.Gap == doc.Glued && r.t[k-1].Shape&doc.Elided == 0 {
			return -1
		}
		if t.Shape&(doc.Punct|doc.Symbol|doc.Digit|doc.HasDigit|doc.Elided|doc.Clitic) != 0 {
			return -1
		}
		adj := r.role(k) == adjective
		noun, adjectival := r.nounAt(k, plural, n)
		if noun && (!adj && !adjectival || !r.nounFollows(k+1, plural, n, adj)) {
			if adj && !r.is(k, r.words.noun) {
				return -1
			}
			return k
		}
		if !adj && !adjectival {
			return -1
		}
		k++
	}
	return -1
}

// nounFollows tells whether the word before token k is an adjective of the noun there: "26 nouveaux morts", not "300 blessés graves".
func (r *reader) nounFollows(k int, plural bool, n *number, sure bool) bool {
	if k >= r.hi || r.t[k].Gap != doc.Blank || len(r.t[k].Norm) < 3 || r.is(k, r.words.finite) && !sure {
		return false
	}
	if r.t[k].Shape&doc.Capital != 0 {
		return sure && r.is(k, r.words.demonym)
	}
	noun, adj := r.nounAt(k, plural, n)
	return noun && (!adj || sure)
}

// nounAt tells whether token k can be the noun that a number counts, and whether it can be an adjective.
func (r *reader) nounAt(k int, plural bool, n *number) (noun, adj bool) {
	t := &r.t[k]
	if t.Word < 0 {
		if t.Shape&doc.Upper != 0 {
			return true, false // 57 LR
		}
		if t.Shape&doc.Capital != 0 {
			return r.capitalCounts(k, n), false
		}
		last := t.Norm[len(t.Norm)-1]
		return plural && t.Shape&doc.Lower != 0 && len(t.Norm) > 3 && (last == 's' || last == 'x'), false
	}
	if len(t.Norm) < 3 && t.Shape&doc.Upper == 0 {
		return false, false
	}
	set := r.words.lex.Set(t.Word)
	if set.Has(r.words.preposition) || set.Has(r.words.determiner) || set.Has(r.words.pronoun) || set.Has(r.words.conjunction) {
		return false, r.role(k) == adjective
	}
	if set.Has(r.words.month) || set.Has(r.words.adverb) && r.role(k) == noRole && len(t.Norm) > 3 || set.Has(r.words.number) && !strings.HasSuffix(t.Norm, "s") || set.Has(r.words.magnitude) {
		return false, false
	}
	tags := r.words.lex.Tags(t.Word)
	for rest := tags; rest != ""; {
		var tag string
		tag, rest, _ = strings.Cut(rest, ";")
		tag, _, _ = strings.Cut(tag, ",")
		if len(tag) < 3 {
			continue
		}
		number := tag[2]
		switch {
		case tag[0] == 'n' && (plural == (number == 'p') || number == 'i'):
			noun = true
		case tag[0] == 'a' && tag != "adv" && (plural == (number == 'p') || number == 'i'):
			adj = true
		}
	}
	if !noun && !adj && r.words.lex.Is(t.Word, r.words.demonym) {
		noun = true
	}
	if !noun && tags == "" {
		if t.Shape&doc.Upper != 0 {
			return true, false
		}
		if t.Shape&doc.Capital != 0 {
			return r.capitalCounts(k, n), false
		}
		last := t.Norm[len(t.Norm)-1]
		return plural && len(t.Norm) > 3 && (last == 's' || last == 'x'), false
	}
	if !noun && !adj && t.Shape&doc.Capital != 0 && t.Shape&doc.Upper == 0 {
		return r.capitalCounts(k, n), false
	}
	if noun && t.Shape&doc.Capital != 0 && t.Shape&doc.Upper == 0 && !r.words.lex.Is(t.Word, r.words.demonym) {
		return r.capitalCounts(k, n) || r.heading(), adj
	}
	return noun, adj
}

// heading tells whether the sentence is a title, where capitals say little.
func (r *reader) heading() bool { return r.d.Sentences[r.sentence].Kind == doc.Heading }

// capitalCounts tells whether a name can be what the number counts: "huit Samu", "les 36 Rafale"; not "75008 Paris" or "(93) Saint-Denis".
func (r *reader) capitalCounts(k int, n *number) bool {
	if n.first+1 != k && !n.word {
		return n.noun
	}
	if n.word {
		return !n.one
	}
	if n.digits.length >= 4 || n.digits.zero || n.first == r.lo || r.t[n.first].Gap == doc.Glued {
		return false
	}
	p := n.first - 1
	return r.role(p) == the || r.role(p) == own || r.isOf(p) || r.is(p, r.words.finite) && !r.is(p, r.words.noun) || r.is(p, r.words.determiner)
}

// onlyPlural tells whether token k is a noun in the plural and nothing else.
func (r *reader) onlyPlural(k int) bool {
	tags := r.words.lex.Tags(r.t[k].Word)
	if r.t[k].Gap != doc.Blank || tags == "" || strings.Contains(tags, ";") {
		return false
	}
	return len(tags) > 2 && tags[0] == 'n' && tags[2] == 'p'
}

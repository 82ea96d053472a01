package quote

import "github.com/breve-nlp/breve/extract/doc"

// closing returns the token of the bracket that closes the one at i within a dozen tokens, i where there is none.
func (r *reader) closing(i, limit int) int {
	for k := i + 1; k < min(limit, i+12); k++ {
		if r.mark(k) == ")" {
			return k
		}
	}
	return i
}

// edgeBefore returns where the words end that a relative pronoun goes back to: before the comma, and before a bracket: "Marie Roux (PRG), qui souligne".
func (r *reader) edgeBefore(relative int) int {
	k := relative - 1
	if k > 0 && r.mark(k) == "," {
		k--
	}
	if k > 0 && r.mark(k) == ")" {
		for j := k - 1; j > 0 && j > k-12; j-- {
			if r.mark(j) == "(" {
				return j
			}
		}
	}
	return relative - 1
}

// someOf tells the "de" of "de nombreux élus" from the preposition: it opens a clause, and an adjective in the plural follows.
func (r *reader) someOf(i, first int) bool {
	if i > first && !r.d.Tokens[i-1].Is(doc.Punct) {
		if p, _ := r.partOf(i - 1); p != "and" && p != "that" {
			return false
		}
	}
	if i+2 >= len(r.d.Tokens) || !r.is(i+1, r.adjective) || r.is(i+1, r.determiner) {
		return false
	}
	_, n := r.tagged(i + 1)
	return n == "p" && r.nominal(i+2)
}

package quote

import "github.com/breve-nlp/breve/extract/doc"

// clitic returns the clitic that hangs on the verb before token i, also over the "t" of "martèle t-il", which lacks a hyphen; None where there is none.
func (r *reader) clitic(i int) int {
	if i+1 < len(r.d.Tokens) && r.d.Tokens[i+1].Is(doc.Clitic) && !r.d.Tokens[i].Is(doc.Clitic) {
		if p, _ := r.partOf(i); p == "link" {
			i++
		}
	}
	if i < len(r.d.Tokens) && r.d.Tokens[i].Is(doc.Clitic) {
		return i
	}
	return doc.None
}

// farAuxiliary finds the "a" of a participle where something stands between: "a dans la foulée exhorté", "a de son côté appelé"; None where there is none.
func (r *reader) farAuxiliary(i, first int) int {
	for k := i - 1; k >= first && k >= i-7; k-- {
		if r.is(k, r.auxiliary) && r.lex.Attr(r.d.Tokens[k].Word, r.auxiliary, "kind") == "have" && r.is(k, r.finite) {
			if p, _ := r.partOf(k + 1); i-k > 1 && (p == "of" || r.is(k+1, r.preposition) || r.is(k+1, r.adverb)) {
				return k
			}
			return doc.None
		}
		if r.d.Tokens[k].Is(doc.Punct) || r.is(k, r.finite) && !r.is(k, r.noun) && !r.is(k, r.adjective) {
			return doc.None
		}
	}
	return doc.None
}

// isNoun tells whether a form that may be verb or noun is a noun here: "l'annonce", "la demande", but "comme l'annonce".
func (r *reader) isNoun(i, first int, object bool) bool {
	if !r.is(i, r.noun) && !r.is(i, r.adjective) || i <= first {
		return false
	}
	if object {
		k := i - 2
		if k < first {
			return true
		}
		switch p, _ := r.partOf(k); p {
		case "as", "subject", "anyone", "who", "not", "that", "whom":
			return false
		}
		return true
	}
	prev := i - 1
	if p, _ := r.partOf(prev); p == "of" || p == "to" {
		return true
	}
	if r.is(prev, r.determiner) && !r.is(prev, r.pronoun) {
		return true
	}
	return r.is(prev, r.preposition) && !r.is(prev, r.adverb)
}

// overAside returns the participle of saying behind what stands between it and its auxiliary: "a de son côté assuré", "a pour sa part regretté". The first
// little word of the aside was skipped before; j where there is none.
func (r *reader) overAside(j, start, limit int) int {
	if j-start < 1 || j-start > 3 || !r.is(start, r.auxiliary) {
		return j
	}
	if p, _ := r.partOf(j - 1); p != "of" && !r.is(j-1, r.preposition) && !r.is(j, r.preposition) {
		return j
	}
	for k := j + 1; k < min(limit, j+4); k++ {
		if r.d.Tokens[k].Is(doc.Punct) {
			return j
		}
		if e, _ := r.form(k, r.verb); e >= 0 && r.is(k, r.participle) {
			return k
		}
	}
	return j
}

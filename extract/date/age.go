package date

import "github.com/breve-nlp/breve/extract/doc"

// isAge tells an age, which is an amount: "Marie Roux, 54 ans,", "à 87 ans", "une fillette de six ans", "âgé de".
func (r *reader) isAge(start, end int, q quantity) bool {
	if q.unit != unitYear && q.unit != unitMonth || q.vague {
		return false
	}
	switch r.kindAt(r.prev(start)) { // depuis deux ans, en dix-huit mois: no age, whatever stands around
	case kSince, kDuring, kIn, kWithin, kAgo:
		return false
	}
	span := r.d.Span(doc.Range{First: start, Last: end})
	for r.amount < len(r.d.Amounts) && r.d.Amounts[r.amount].Span.End <= span.Start {
		r.amount++
	}
	for k := r.amount; k < len(r.d.Amounts) && r.d.Amounts[k].Span.Start < span.End; k++ { // the amounts know ages already
		if r.d.Amounts[k].Kind == "age" {
			return true
		}
	}
	p := r.prev(start)
	for (r.kindAt(p) == kAlmost || r.kindAt(p) == kToward || r.kindAt(p) == kUnder || r.kindAt(p) == kOf && r.kindAt(r.prev(p)) == kAlmost || r.kindAt(p) == kAnd || r.kindAt(p) == kDigits) && p > r.first {
		p = r.prev(p)
	}
	before := r.kindAt(p)
	if before == kOf && r.kindAt(r.prev(p)) == kOpens { // des personnes de plus de 65 ans
		p = r.prev(r.prev(p))
		before = r.kindAt(p)
		if before == kArticle || before == kTo || r.has(p) {
			return true
		}
	}
	if before == kOf && r.kindAt(r.prev(p)) == kUnder {
		if b := r.prev(r.prev(p)); r.kindAt(b) == kArticle || r.kindAt(b) == kTo || r.has(b) {
			return true
		}
	}
	if before == kOf && (r.kindAt(r.prev(p)) == kAge || r.kindAt(r.prev(p)) == kUnder && r.kindAt(r.prev(r.prev(p))) == kOf) || before == kAge {
		return true
	}
	if q.unit == unitMonth {
		return before == kOf && r.isPerson(r.prev(p))
	}
	if r.marks[end-1].n != 1 || r.marks[end-1].kind == kUnit && !r.marks[end-1].has(flagPlural) && q.n > 1 {
		return false
	}
	switch {
	case r.norm(p) == "," || r.norm(p) == "(":
		closes := end >= r.last || r.d.Tokens[end].Is(doc.Punct)
		return closes && p > r.first && (r.d.Tokens[p-1].Shape&(doc.Capital|doc.Mixed|doc.Hyphen) != 0 || r.isPerson(p-1))
	case before == kTo:
		if r.kindAt(r.prev(p)) == kDigits || r.kindAt(r.prev(p)) == kNumber || r.kindAt(r.prev(p)) == kUnit { // de 8 à 12 ans
			return r.ageBefore(r.prev(r.prev(p)))
		}
		return !r.of(end) && r.kindAt(end) != kSuspended && r.kindAt(r.prev(p)) != kPenalty && r.kindAt(r.prev(p)) != kUntil && r.kindAt(p+1) != kArticle
	case before == kOf:
		w := r.prev(p)
		if r.of(end) {
			return false
		}
		if r.isPerson(w) {
			return true
		}
		return w >= r.first && (r.d.Tokens[w].Word < 0 && r.d.Tokens[w].Is(doc.Capital) || r.d.Tokens[w].Is(doc.Capital) && r.lex.Tags(r.d.Tokens[w].Word) == "")
	case before == kUnder || before == kOpens: // les moins de 30 ans, les plus de 60 ans
		return r.kindAt(r.prev(p)) == kArticle
	}
	if before == kOwn { // dès ses onze ans
		return !r.of(end)
	}
	if r.has(p) || r.norm(p) != "" && r.has(p-1) && r.kindAt(p) == kNone && r.lex.Lemma(r.d.Tokens[p].Word, 'v') == "" && !r.countable(p) {
		return !r.of(end) && r.kindAt(end) != kFor && r.kindAt(end) != kTo
	}
	return false
}

// ageBefore tells whether a range of years is one of ages: "enfants de 8 à 12 ans".
func (r *reader) ageBefore(p int) bool { return r.kindAt(p) == kOf && r.isPerson(r.prev(p)) }

// isPerson tells whether the token at i is a noun for a person, or ends one.
func (r *reader) isPerson(i int) bool {
	if i < r.first || i >= r.last {
		return false
	}
	w := r.d.Tokens[i].Word
	return r.lex.Is(w, r.classes.role) || r.lex.Is(w, r.classes.demonym)
}

// agesFrom tells a range of ages: "les 20-30 ans", "de 15 à 70 ans", but "de 15 à 20 ans de prison".
func (r *reader) agesFrom(start, end int, q quantity) bool {
	if q.unit != unitYear || r.of(end) || r.kindAt(end) == kSuspended || r.kindAt(end) == kLater || r.kindAt(end) == kEarlier {
		return false
	}
	switch p := r.prev(start); r.kindAt(p) {
	case kArticle, kAge:
		return true
	case kBetween, kOf:
		before := r.prev(p)
		return q.n >= 18 && r.kindAt(before) != kPenalty || r.kindAt(before) == kAge || r.has(before)
	default:
		return r.has(p) && !r.of(end)
	}
}

// has tells a form of avoir: "ont entre 60 et 80 ans".
func (r *reader) has(i int) bool {
	if i < r.first || i >= r.last || r.d.Tokens[i].Word < 0 {
		return false
	}
	n := r.nature(r.d.Tokens[i].Word)
	return n&helpsHave != 0 && n&(isPresent|isPast|isFuture|isConditional|isSubjunctive) != 0
}

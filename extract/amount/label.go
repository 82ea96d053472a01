package amount

import (
	"math"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// mixed reads a token of digits and letters or strokes: only a fraction before a unit is a figure, "1/4 kilomètre", "1/4 du secteur privé".
func (r *reader) mixed(i int) int {
	if next, ok := r.gluedCode(i); ok {
		return next
	}
	v, ok := parseFraction(r.d.Slice(r.t[i].Span))
	if !ok {
		return i + 1
	}
	n := number{first: i, last: i + 1, start: r.t[i].Start, end: r.t[i].End, value: v, scale: 1, fraction: true, unitEntry: -1}
	s := suffix{last: i + 1}
	k := i + 1
	if r.role(k) == of {
		k++
	}
	if end, e := r.unitAt(k); e >= 0 && r.words.lex.Attr(e, r.words.unitWord, "kind") == "measure" {
		s.kind, s.unit, s.last = "measure", r.words.lex.Attr(e, r.words.unitWord, "unit"), end
		a, note := r.amount(&n, &s)
		r.around(&a, &note, i, end)
		r.emit(a, note)
		return end
	}
	if r.isOf(i+1) && (i+2 >= r.hi || !r.is(i+2, r.words.month)) {
		n.value = math.Round(v*1e4) / 1e4
		s.kind = "share"
		a, note := r.amount(&n, &s)
		r.around(&a, &note, i, i+1)
		r.emit(a, note)
	}
	return i + 1
}

// gluedCode reads "EUR20": a currency code and digits in one token.
func (r *reader) gluedCode(i int) (int, bool) {
	text := r.d.Slice(r.t[i].Span)
	if len(text) < 4 || text[0] < 'A' || text[0] > 'Z' {
		return 0, false
	}
	k := 0
	for k < len(text) && text[k] >= 'A' && text[k] <= 'Z' {
		k++
	}
	if k != 3 {
		return 0, false
	}
	w := r.words.lex.Word(lexicon.Fold(text[:3]))
	c := r.words.currency
	if !r.words.lex.Is(w, c) || r.words.lex.Attr(w, c, "kind") != "code" {
		return 0, false
	}
	d, ok := parseDigits(text[3:], true)
	if !ok {
		return 0, false
	}
	n := number{first: i, last: i + 1, start: r.t[i].Start, end: r.t[i].End, value: d.value, scale: 1}
	a, note := r.amount(&n, &suffix{kind: "money", currency: r.words.lex.Attr(w, c, "code"), last: i + 1})
	r.around(&a, &note, i, i+1)
	r.emit(a, note)
	return i + 1, true
}

// label tells digits that are no figure by what they touch: parts of names and addresses, phone numbers.
func (r *reader) label(i int) (int, bool) {
	t := &r.t[i]
	if i > r.lo && t.Gap == doc.Glued {
		p := &r.t[i-1]
		if p.Shape&(doc.Punct|doc.Symbol|doc.Elided) == 0 && !r.is(i-1, r.words.currencyWord) {
			return i + 1, true
		}
		switch p.Norm {
		case "_", "#", "@", "=", "\\", "*", ":", ".":
			return i + 1, true
		case "/":
			return i + 1, i-2 < r.lo || r.t[i-2].Shape&doc.Digit == 0
		}
	}
	if i+1 < r.hi && r.t[i+1].Gap == doc.Glued {
		switch r.t[i+1].Norm {
		case "_", "=", "@":
			return i + 1, true
		}
	}
	if t.Shape&doc.Digit != 0 && t.End-t.Start == 2 && r.d.Text[t.Start] == '0' { // 01 42 34 56 78
		k := i + 1
		for k < r.hi && r.t[k].Shape&doc.Digit != 0 && r.t[k].End-r.t[k].Start == 2 {
			k++
		}
		if k >= i+4 {
			return k, true
		}
	}
	return 0, false
}

// specialWord emits "un sexagénaire", "un doublement".
func (r *reader) specialWord(n *number) int {
	s := suffix{kind: "age", unit: "year", last: n.last}
	if n.special == 'x' {
		s.kind, s.unit = "number", "times"
	}
	a, note := r.amount(n, &s)
	if n.special == 'x' && !r.is(n.first-1, r.words.determiner) && !r.isOf(n.first-1) && r.role(n.first-1) != to { // doublement puni
		return n.last
	}
	if n.special == 'a' {
		a.Modifier = "about"
	} else {
		a.Direction = "up"
	}
	r.emit(a, note)
	return n.last
}

// percentBefore reads "pourcentage de vingt", where the sign comes first.
func (r *reader) percentBefore(n *number) (int, bool) {
	p := n.first - 1
	if !r.isOf(p) || p-1 < r.used || !r.is(p-1, r.words.unitWord) || n.vague || n.noun {
		return 0, false
	}
	e := r.t[p-1].Word
	if r.words.lex.Attr(e, r.words.unitWord, "kind") != "percent" {
		return 0, false
	}
	n.first, n.start = p-1, r.t[p-1].Start
	a, note := r.amount(n, &suffix{kind: "percent", unit: "percent", last: n.last})
	r.emit(a, note)
	return n.last, true
}

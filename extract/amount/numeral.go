package amount

import (
	"math"
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// digitsAt reads token j, a number in digits.
func (r *reader) digitsAt(j int, c *composer, n *number, prefixed bool) bool {
	t := &r.t[j]
	d, ok := parseDigits(r.d.Slice(t.Span), prefixed)
	if !ok {
		return false
	}
	switch {
	case !c.begun:
		n.digits = d
		if j > r.lo && t.Gap == doc.Glued && r.t[j-1].Norm == "," && r.t[j-1].Gap != doc.Glued { // ,0012
			v := d.value
			for k := t.End - t.Start; k > 0; k-- {
				v /= 10
			}
			n.first, n.start, n.digits = j-1, r.t[j-1].Start, digits{value: v}
			d.value = v
			n.end = t.End
		}
		c.cur, c.begun, c.inDigits = math.Abs(d.value), true, true
		c.last = d.value
	case c.big >= 1e6 && c.cur == 0 && d.whole && d.value > 0 && d.value < c.big && d.value >= 1000 && math.Mod(d.value, 1000) == 0: // 3 millions 200 000
		c.cur, c.inDigits = d.value, true
		n.noun = false
	case n.word && c.last >= 20 && c.last < 100 && d.whole && d.length == 1 && d.value > 0: // trente 3
		c.cur += d.value
		c.inDigits = true
	default:
		return false
	}
	return true
}

// numeral reads token j, a number word.
func (r *reader) numeral(j int, kind string, v float64, c *composer, n *number) bool {
	switch kind {
	case "one":
		if c.begun {
			if c.inDigits || c.last < 100 && !(c.last >= 20 && r.role(j-1) == and) {
				return false
			}
			if c.last >= 1000 || n.noun {
				return false // un million un: nobody writes so
			}
			return c.unit(1)
		}
		if j+1 >= r.hi {
			return false
		}
		c.cur, c.begun, c.last = 1, true, 1
		n.one, n.word = true, true
		return true
	case "unit", "ten":
		if n.one && c.value() == 1 || n.noun && c.big == 0 {
			return false
		}
		if !c.unit(v) {
			return false
		}
		n.word, n.noun = true, false
	case "hundred":
		if n.one && c.value() == 1 || !c.hundred() {
			return false
		}
		n.word, n.noun = true, false
	case "collective":
		return r.collective(j, v, c, n)
	case "half": // un demi, ½
		if c.begun && !(n.one && c.value() == 1) && !c.inDigits {
			return false
		}
		if r.t[j].Word >= 0 && len(r.t[j].Norm) > 2 && !n.one {
			return false
		}
		if c.inDigits {
			c.cur += v
			return true
		}
		if !n.one && r.t[j].Shape&doc.Symbol == 0 {
			return false
		}
		c.cur, c.begun, c.inDigits = v, true, true
		n.one, n.word = false, true
	case "fraction", "ordinal":
		return r.fractionAt(j, kind, v, c, n)
	case "age":
		if c.begun {
			return false
		}
		c.cur, c.begun, n.special = v, true, 'a'
	case "multiplier":
		if c.begun {
			return false
		}
		c.cur, c.begun, n.special = v, true, 'x'
	default:
		return false
	}
	return true
}

// collective reads "centaine", "dizaines", "milliers" at token j.
func (r *reader) collective(j int, v float64, c *composer, n *number) bool {
	plural := strings.HasSuffix(r.t[j].Norm, "s")
	if c.begun {
		if c.inDigits && plural == (c.value() == 1) && v < 1000 {
			return false
		}
		c.total, c.cur = c.value()*v, 0
	} else {
		if plural {
			n.vague = true
		}
		c.total = v
	}
	c.begun, c.inDigits, c.last, c.big = true, false, v, v
	n.noun, n.word, n.one = true, true, false
	n.about = v != 12 && v != 6
	if v == 1000 {
		n.about = !n.vague && c.value() == 1000
	}
	n.scale = v
	return true
}

// magnitudeAt reads token j, "millions", "mille", "Md", "k".
func (r *reader) magnitudeAt(j int, c *composer, n *number) bool {
	t := &r.t[j]
	lex := r.words.lex
	v := parseFloat(lex.Attr(t.Word, r.words.magnitude, "value"))
	switch lex.Attr(t.Word, r.words.magnitude, "kind") {
	case "noun":
		if t.Shape&doc.Capital != 0 && t.Shape&doc.Upper == 0 && j > r.lo && !r.heading() && !n.word { // 60 Millions de consommateurs
			return false
		}
		if !c.begun && !r.singularHead(j) {
			n.vague = true
		}
		if c.begun && n.digits.zero && n.digits.length > 1 || n.fraction {
			return false
		}
		if !c.magnitude(v) {
			return false
		}
		n.noun = true
	case "word":
		if n.one && c.value() == 1 || !c.magnitude(v) {
			return false
		}
		n.noun = false
	case "sign":
		if !c.inDigits || !c.magnitude(v) {
			return false
		}
		n.noun = true
	case "letter":
		if !c.inDigits || c.big != 0 || !r.letterCounts(j, n) || !c.magnitude(v) {
			return false
		}
		n.noun = false
	}
	if n.scale = v; !c.inDigits && n.digits.length == 0 && n.digits.value == 0 {
		n.word = true
	}
	n.one = false
	return true
}

// singularHead tells "le million", "un demi million": one of it, although no number stands before.
func (r *reader) singularHead(j int) bool { return !strings.HasSuffix(r.t[j].Norm, "s") }

// letterCounts tells whether a letter after digits is a magnitude: "200 M$", "10k€", "100k personnes", but not "5G" or "100 m".
func (r *reader) letterCounts(j int, n *number) bool {
	t := &r.t[j]
	text := r.d.Slice(t.Span)
	if _, e := r.currencyAt(j + 1); e >= 0 {
		return true
	}
	if r.role(j+1) == of && text == "M" {
		_, e := r.currencyAt(j + 2)
		return e >= 0
	}
	if n.first > r.lo && r.t[n.first].Gap != doc.Line && r.prefixSign(n.first) {
		return text != "g"
	}
	if t.Gap != doc.Glued {
		return false
	}
	switch text {
	case "k", "K", "M":
		return true
	case "G":
		return !n.digits.whole || n.digits.value >= 10
	}
	return false
}

// conjoined reads what "et" at token j adds: "vingt et un", "soixante et onze", "deux millions et demi". It returns how many tokens are read.
func (r *reader) conjoined(j int, c *composer, n *number) int {
	if j+1 >= r.hi || r.t[j+1].Word < 0 {
		return 0
	}
	kind, v := r.numberKind(r.t[j+1].Word)
	switch {
	case (kind == "one" || v == 11) && n.word && !c.inDigits && c.last >= 20 && c.last <= 70 && math.Mod(c.last, 10) == 0:
		return 1
	case kind == "half" && (c.big != 0 || c.last > 0):
		half := 0.5
		if c.big != 0 {
			half *= c.big
		}
		c.total, c.cur, c.inDigits = c.value()+half, 0, true
		n.digits.whole = false
		return 2
	}
	return 0
}

// multiplied reads "de milliers", "de millions" after a collective: "une centaine de millions", "plusieurs dizaines de milliers".
func (r *reader) multiplied(j int, c *composer, n *number) bool {
	if j+1 >= r.hi || c.big >= 1e6 {
		return false
	}
	w := r.t[j+1].Word
	if w < 0 {
		return false
	}
	v := 0.0
	if kind, x := r.numberKind(w); kind == "collective" && x == 1000 {
		v = x
	} else if r.words.lex.Is(w, r.words.magnitude) && r.words.lex.Attr(w, r.words.magnitude, "kind") == "noun" {
		v = parseFloat(r.words.lex.Attr(w, r.words.magnitude, "value"))
	}
	if v == 0 || c.big == 1000 && v == 1000 {
		return false
	}
	c.total, c.cur, c.big, c.last = c.value()*v, 0, v, v
	n.scale = v
	return true
}

// fractionAt reads "quart", "tiers", "dixième" at token j, after its numerator if it has one.
func (r *reader) fractionAt(j int, kind string, v float64, c *composer, n *number) bool {
	if n.digits.length > 0 && kind == "ordinal" {
		return false
	}
	switch {
	case c.begun && n.one:
		c.cur = v
	case c.begun && n.word && c.value() >= 2 && c.value() <= 99 && !n.noun:
		c.cur, c.total = math.Round(c.value()/math.Round(1/v)*1e4)/1e4, 0 // deux tiers: 0.6667
	case c.begun:
		return false
	default:
		c.cur = v
	}
	c.begun = true
	n.fraction, n.ordinal, n.word = true, kind == "ordinal", true
	return true
}

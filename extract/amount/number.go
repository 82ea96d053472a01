package amount

import (
	"math"
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// number is a number in the text, without what it counts.
type number struct {
	first, last int // tokens
	start, end  int // bytes
	value       float64
	scale       float64 // of its last word or sign of magnitude; 1 without
	noun        bool    // its last word is a noun: "de" stands before what it counts (un million de, une centaine de)
	vague       bool    // des millions, plusieurs centaines
	about       bool    // une centaine
	one         bool    // only "un", "une"
	word        bool    // in words
	half        bool    // only "demi-": a unit follows in the same token
	fraction    bool    // moitié, tiers, quart, dixième: a share
	ordinal     bool    // the fraction is also an ordinal: dixième
	digits      digits
	unitEntry   int32 // of "demi-litre": the unit in the same token
	special     byte  // 'a' sexagénaire, 'x' doublement
	sign        bool  // + or - stands before it
}

// composer puts number words together: "trois mille deux cents", "soixante dix huit".
type composer struct {
	total, cur float64
	last       float64 // the word before
	begun      bool
	inDigits   bool
	big        float64 // the last magnitude
	thousand   bool
}

// unit adds a numeral below a hundred; it tells whether it goes on from what stands before.
func (c *composer) unit(v float64) bool {
	low := math.Mod(c.cur, 100)
	switch {
	case c.inDigits:
		return false
	case !c.begun || low == 0 && (c.last >= 100 || c.last == 0):
		if c.begun && c.last == 0 && c.cur == 0 && c.total == 0 {
			return false // zéro deux
		}
		c.cur += v
	case c.last == 4 && v == 20 && low == 4: // quatre vingt
		c.cur += 76
		v = 80
	case c.last >= 20 && c.last < 100 && math.Mod(c.last, 10) == 0 && v >= 1 && v <= 9:
		c.cur += v
	case (c.last == 60 || c.last == 80) && v >= 10 && v <= 19:
		c.cur += v
	case c.last == 10 && v >= 7 && v <= 9: // dix sept, soixante dix sept
		c.cur += v
	default:
		return false
	}
	c.begun, c.last = true, v
	return true
}

func (c *composer) hundred() bool {
	low := math.Mod(c.cur, 100)
	switch {
	case c.inDigits:
		return false
	case !c.begun || c.cur == 0 && c.last >= 1000:
		c.cur += 100
	case c.cur >= 2 && c.cur <= 19 && low == c.cur:
		c.cur *= 100
	default:
		return false
	}
	c.begun, c.last = true, 100
	return true
}

// magnitude multiplies what stands before it, back to the magnitude before.
func (c *composer) magnitude(v float64) bool {
	switch {
	case c.big != 0 && v >= c.big && !(c.cur > 0 && c.total == 0):
		return false
	case c.cur == 0 && (c.total > 0 || c.begun && v != 1000 && c.last == 0):
		if c.last < 1000 || v != 1000 {
			return false
		}
		c.total += v
	case c.cur == 0:
		c.total += v
	default:
		c.total += math.Round(c.cur*v*1000) / 1000 // 65,6 millions is no fraction
	}
	c.cur, c.big, c.last, c.begun, c.inDigits = 0, v, v, true, false
	return true
}

func (c *composer) value() float64 { return c.total + c.cur }

// attributes of a number word
func (r *reader) numberKind(w int32) (string, float64) {
	lex := r.words.lex
	if !lex.Is(w, r.words.number) {
		return "", 0
	}
	return lex.Attr(w, r.words.number, "kind"), parseFloat(lex.Attr(w, r.words.number, "value"))
}

// startsNumber tells whether the first part of a hyphened word is a number word: "quatre-vingt-dix", "demi-milliard".
func (r *reader) startsNumber(norm string) bool {
	i := strings.IndexByte(norm, '-')
	if i < 2 || i > 10 {
		return false
	}
	w := r.words.lex.Word(norm[:i])
	return w >= 0 && r.words.lex.Is(w, r.words.number)
}

// hyphened feeds the parts of a hyphened word; unit is the entry of a unit that ends it ("demi-litre").
func (r *reader) hyphened(norm string, c *composer, n *number) bool {
	trial := *c
	half, ok := false, false
	for rest := norm; rest != ""; {
		var p string
		p, rest, _ = strings.Cut(rest, "-")
		w := r.words.lex.Word(p)
		kind, v := r.numberKind(w)
		switch {
		case half && rest == "" && r.words.lex.Is(w, r.words.magnitude):
			v = parseFloat(r.words.lex.Attr(w, r.words.magnitude, "value"))
			if trial.begun { // un demi-milliard, trois demi-milliards
				trial.cur, trial.total = 0, trial.value()*v/2
			} else {
				trial.total = v / 2
			}
			trial.begun, trial.big, trial.last = true, v, v
			n.noun, n.scale = true, v
			ok = true
		case half && rest == "" && kind == "collective":
			if trial.begun {
				v *= trial.value()
			}
			trial.cur, trial.total, trial.begun, trial.last = 0, v/2, true, v
			n.noun, n.about, ok = true, v > 12, true
		case half && rest == "" && w >= 0 && r.words.lex.Is(w, r.words.unitWord):
			if k := r.words.lex.Attr(w, r.words.unitWord, "kind"); k != "measure" {
				return false
			}
			if trial.begun && trial.value() != 1 {
				return false
			}
			trial.cur, trial.total, trial.begun = 0, 0.5, true
			n.unitEntry, ok = w, true
		case half:
			return false
		case kind == "unit" || kind == "ten" || kind == "one" && trial.begun:
			if !trial.unit(v) {
				return false
			}
			ok = true
		case kind == "one" && rest != "" && !trial.begun:
			return false
		case kind == "hundred":
			if !trial.hundred() {
				return false
			}
			ok = true
		case kind == "half" && !half && rest != "":
			half = true
		case kind == "fraction" || kind == "ordinal":
			return false
		case r.words.lex.Is(w, r.words.magnitude):
			v = parseFloat(r.words.lex.Attr(w, r.words.magnitude, "value"))
			if v < 1000 || !trial.magnitude(v) {
				return false
			}
			n.scale, ok = v, true
			n.noun = v > 1000
		case p == "" || r.words.roleOf(w) != and:
			return false
		}
	}
	if !ok {
		return false
	}
	*c = trial
	return true
}

// number reads the number that begins at token i. It does not look at what it counts, but at what follows a sign such as M or k.
func (r *reader) number(i int, prefixed bool) (number, bool) {
	n := number{first: i, scale: 1, unitEntry: lexicon.None}
	var c composer
	lex := r.words.lex
	j := i
	for j < r.hi {
		t := &r.t[j]
		if j > i && (t.Gap == doc.Paragraph || t.Gap == doc.Line && t.Shape&doc.Digit != 0) {
			break
		}
		if t.Shape&doc.Digit != 0 {
			if !r.digitsAt(j, &c, &n, prefixed) {
				break
			}
			j++
			continue
		}
		if t.Word >= 0 {
			kind, v := r.numberKind(t.Word)
			if kind != "" {
				if !r.numeral(j, kind, v, &c, &n) {
					break
				}
				j++
				if n.fraction || n.special != 0 {
					break
				}
				continue
			}
			if lex.Is(t.Word, r.words.magnitude) && r.magnitudeAt(j, &c, &n) {
				j++
				continue
			}
			if c.begun && r.role(j) == and {
				if k := r.conjoined(j, &c, &n); k > 0 {
					j += k
					continue
				}
			}
			if c.begun && n.noun && r.role(j) == of && r.multiplied(j, &c, &n) {
				j += 2
				continue
			}
			if c.begun && n.word && r.role(j) == comma && j+1 < r.hi {
				if m, ok := r.number(j+1, false); ok && !m.noun && m.value < 1000 && m.value == math.Floor(m.value) && m.scale == 1 {
					d := m.value
					for d >= 1 {
						d /= 10
					}
					c.cur += d
					n.last, n.end = m.last, m.end
					j = m.last
					c.inDigits = true
					continue
				}
			}
		}
		if t.Shape&doc.Hyphen != 0 && r.startsNumber(t.Norm) && !c.inDigits {
			n.word = true
			if r.hyphened(t.Norm, &c, &n) {
				j++
				if n.unitEntry >= 0 {
					break
				}
				continue
			}
		}
		if t.Shape&doc.HasDigit != 0 && c.inDigits && c.big == 0 && t.Gap == doc.Blank { // 10 1/2
			if f, ok := parseFraction(r.d.Slice(t.Span)); ok && n.digits.whole {
				c.cur += f
				j++
			}
		}
		break
	}
	if !c.begun && !n.vague || j == i {
		return n, false
	}
	n.last = j
	if n.start == 0 && n.end == 0 {
		n.start = r.t[n.first].Start
	}
	n.end = r.t[j-1].End
	if n.value = c.value(); n.fraction && n.value == 0 {
		n.value = c.cur
	}
	if n.digits.negative && n.value > 0 {
		n.value = -n.value
	}
	return n, true
}

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

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
	fraction    bool    // moitié, tiers, quart, dixième: a share
	ordinal     bool    // the fraction is also an ordinal: dixième
	digits      digits
	unitEntry   int32 // of "demi-litre": the unit in the same token
	special     byte  // 'a' sexagénaire, 'x' doublement
}

// numberKind returns what a number word is and its value, "" for other words.
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

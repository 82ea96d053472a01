package amount

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// measured reads a unit behind the number, and the percent sign and points, which stand in the same class.
func (r *reader) measured(n *number, j int, s *suffix) bool {
	k := j
	if r.role(j) == of || r.role(j) == from && n.fraction {
		if n.scale == 1 && !n.noun && !n.fraction && n.value < 1e6 {
			return false
		}
		k++
	} else if n.fraction || n.noun && !n.word && r.t[j].Gap != doc.Glued && n.vague {
		return false
	}
	end, e := r.unitAt(k)
	if r.listed(n, k, end, s) || e < 0 {
		return s.kind != ""
	}
	lex := r.words.lex
	kind, unit := lex.Attr(e, r.words.unitWord, "kind"), lex.Attr(e, r.words.unitWord, "unit")
	glued := r.t[k].Gap == doc.Glued
	if n.noun && k == j && kind != "percent" && kind != "points" && n.value >= 1000 && n.word && !strings.HasPrefix(unit, "per") {
		return false // "deux millions tonnes" is not written
	}
	if n.one && (lex.Attr(e, r.words.unitWord, "weak") != "" || lex.Attr(e, r.words.unitWord, "alone") != "" || kind == "points" && unit == "point" || r.t[k].Shape&doc.Symbol != 0 && kind != "percent") {
		return false
	}
	switch kind {
	case "ordinal":
		if !glued {
			return false
		}
		s.kind = "ordinal"
	case "percent":
		s.kind, s.unit = "percent", unit
		if n.vague {
			return false
		}
	case "points":
		return r.points(n, end, unit, s)
	case "time":
		return r.time(n, k, end, e, glued, s)
	case "times":
		return r.times(n, end, s)
	case "temperature":
		if lex.Attr(e, r.words.unitWord, "cue") != "" && !glued {
			if _, ok := r.cueNear(r.lo, r.hi, "heat"); !ok {
				return false
			}
		}
		s.kind, s.unit = "measure", unit
	case "degree":
		if n.fraction || n.one && r.t[k].Shape&doc.Symbol != 0 {
			return false
		}
		r.degrees(n, end, s)
		return true
	case "turn":
		if _, ok := r.cueNear(n.first-2, n.first, "turn"); !ok || r.role(end) == of {
			return false
		}
		s.kind, s.unit = "measure", unit
	default:
		if lex.Attr(e, r.words.unitWord, "weak") != "" && !glued {
			return false
		}
		s.kind, s.unit = "measure", unit
	}
	s.last = end
	if s.kind == "measure" {
		r.compound(n, s)
	}
	return true
}

// unitAt returns the unit that token i begins: where it ends and its entry.
func (r *reader) unitAt(i int) (int, int32) {
	if i >= r.hi || r.word(i) < 0 || r.t[i].Gap >= doc.Line {
		return i, lexicon.None
	}
	end, e := r.longest(i, r.words.unitWord)
	if e < 0 {
		return i, lexicon.None
	}
	form := r.words.lex.Form(e, r.words.unitWord)
	if end == i+1 && len(form) <= 3 && form != "l" && !strings.ContainsAny(form, "%°") {
		text := r.d.Slice(r.t[i].Span)
		short := len(form) <= 2 || strings.ToLower(form) != form
		if short && text != form && !(len(form) > 1 && form == strings.ToLower(form) && text == strings.ToUpper(form) && len(text) == len(form) && r.t[i].Gap == doc.Glued && form != "mi") {
			return i, lexicon.None
		}
		if short && r.t[i].Shape&doc.Elided != 0 {
			return i, lexicon.None
		}
	}
	return end, e
}

// listed reads a unit of the long list that CLDR gives, where it goes beyond token known: "gallons impériaux".
func (r *reader) listed(n *number, k, known int, s *suffix) bool {
	lex := r.words.lex
	if k >= r.hi || r.t[k].Word < 0 || n.one {
		return false
	}
	if set := lex.Set(r.t[k].Word); !set.Has(r.words.unit) && !set.Has(0) {
		return false
	}
	end, e := r.longest(k, r.words.unit)
	if e < 0 || end <= known || lex.Attr(e, r.words.unit, "kind") != "name" && (lex.Attr(e, r.words.unit, "word") != "" || lex.Form(e, r.words.unit) != r.text(k, end)) {
		return false
	}
	kind, unit, _ := strings.Cut(lex.Attr(e, r.words.unit, "unit"), "-")
	if kind == "duration" || kind == "concentr" || kind == "graphics" || kind == "light" || len(lex.Form(e, r.words.unit)) < 4 && lex.Attr(e, r.words.unit, "word") != "" || unit == "" {
		return false
	}
	s.kind, s.unit, s.last = "measure", unit, end
	return true
}

// points reads "0,3 point", "12 points de base"; "200 points de vente" are counted.
func (r *reader) points(n *number, end int, unit string, s *suffix) bool {
	if unit == "point" && r.role(end) == of && end+1 < r.hi && r.is(end+1, r.words.noun) && !r.isCue(end+1, "growth") && !r.is(end+1, r.words.adverb) && (n.word || n.digits.whole) {
		return false
	}
	if n.vague || n.fraction {
		return false
	}
	s.kind, s.unit, s.last = "points", unit, end
	return true
}

// time reads a unit of time: no amount but for ages.
func (r *reader) time(n *number, k, end int, e int32, glued bool, s *suffix) bool {
	form := r.words.lex.Form(e, r.words.unitWord)
	if len(form) <= 2 && n.word && len(form) == 1 {
		return false
	}
	if len(form) == 1 && !glued && form != "h" && form != "j" {
		return false
	}
	s.kind, s.last = "time", end
	s.unit = r.words.lex.Attr(e, r.words.unitWord, "unit")
	s.age = r.words.lex.Attr(e, r.words.unitWord, "age") != "" && !n.vague && !n.fraction
	if r.andHalf(n, s) {
		return true
	}
	if s.unit == "hour" && end < r.hi && r.t[end].Shape&doc.Digit != 0 && r.t[end].Gap <= doc.Blank { // 20 h 30
		s.last = end + 1
	}
	return true
}

// times reads "trois fois plus": how many times. "deux fois par semaine", "trois fois champion" tell something else.
func (r *reader) times(n *number, end int, s *suffix) bool {
	s.kind, s.last = "time", end
	if n.one {
		return true
	}
	if end < r.hi && r.is(end, r.words.adverb) || end < r.hi && r.role(end) == the {
		if a, e := r.longest(end, r.words.adverb); e >= 0 && a > end && len(r.t[end].Norm) >= 4 && !n.vague {
			s.kind, s.unit = "number", "times"
		}
	}
	return true
}

// degrees decides between heat and angle by what is spoken of, and reads "en dessous de zéro".
func (r *reader) degrees(n *number, end int, s *suffix) {
	s.kind, s.unit, s.last = "measure", "degree", end
	if _, ok := r.cueNear(r.lo, min(r.hi, end+12), "heat"); ok {
		s.unit, s.inferred = "celsius", true
	}
	if z := r.belowZero(end); z > 0 {
		s.unit, s.inferred, s.negative, s.last = "celsius", true, true, z
	}
}

// belowZero returns where "en dessous de zéro", "sous zéro" ends, 0 where it does not stand at token k.
func (r *reader) belowZero(k int) int {
	if k >= r.hi || r.word(k) < 0 {
		return 0
	}
	if end, e := r.longest(k, r.words.approximator); e >= 0 && r.words.lex.Attr(e, r.words.approximator, "modifier") == "less_than" && r.role(end) == zero {
		return end + 1
	}
	if r.role(k) == during && r.role(k+1) == zero {
		return k + 2
	}
	return 0
}

// andHalf reads the rest of "un litre et demi", "deux ans et demi".
func (r *reader) andHalf(n *number, s *suffix) bool {
	k := s.last
	if n.scale != 1 || r.role(k) != and || k+1 >= r.hi {
		return false
	}
	switch kind, v := r.numberKind(r.word(k + 1)); kind {
	case "half", "fraction":
		if v < 1 && !r.isOf(k+2) && !r.is(k+2, r.words.noun) {
			s.cents, s.last = v*100, k+2
			return true
		}
	}
	return false
}

// compound reads the rest of "1 m 80" and the rate in "barils par jour".
func (r *reader) compound(n *number, s *suffix) {
	k := s.last
	if r.andHalf(n, s) {
		return
	}
	if s.unit == "meter" && k < r.hi && r.t[k].Shape&doc.Digit != 0 && n.digits.whole && n.scale == 1 && r.t[k].Gap <= doc.Blank {
		if d, ok := parseDigits(r.d.Slice(r.t[k].Span), false); ok && d.length == 2 {
			if _, e := r.unitAt(k + 1); e < 0 && !(r.is(k+1, r.words.noun) && r.t[k+1].Gap <= doc.Blank && !r.is(k+1, r.words.preposition)) {
				s.cents, s.last = d.value, k+1
			}
		}
	}
}

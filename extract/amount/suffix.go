package amount

import (
	"strings"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// suffix is what stands behind a number and says what it counts.
type suffix struct {
	kind     string // of the amount; "time", "ordinal", "date" are no amounts; "" where nothing was found
	last     int    // token after it
	currency string
	among    string
	sign     bool
	minor    string
	unit     string
	cents    float64
	negative bool
	per      string
	inferred bool
	age      bool // a unit of time in which an age is told: ans, mois
}

// suffixOf reads what stands behind a number.
func (r *reader) suffixOf(n *number) suffix {
	j := n.last
	s := suffix{last: j}
	if n.unitEntry >= 0 {
		s.kind, s.unit = "measure", r.words.lex.Attr(n.unitEntry, r.words.unitWord, "unit")
		return s
	}
	if j >= r.hi || r.t[j].Gap == doc.Paragraph {
		r.prefixed(n, &s)
		return s
	}
	if r.money(n, j, &s) || n.special == 0 && r.measured(n, j, &s) {
		return s
	}
	if n.one && n.value == 1 && n.last == n.first+1 && r.onlyPlural(j) { // "une personnes", as only machines and haste write
		s.kind, s.last, s.unit = "count", j+1, r.t[j].Norm
		return s
	}
	if n.fraction || n.special != 0 || n.one {
		return s
	}
	if r.is(j, r.words.month) && n.scale == 1 && n.value >= 1 && n.value <= 31 && !n.noun {
		s.kind, s.last = "date", j+1
		return s
	}
	r.counted(n, j, &s)
	return s
}

// currencyAt returns the currency that token i begins: where it ends and its entry.
func (r *reader) currencyAt(i int) (int, int32) {
	if i >= r.hi {
		return i, lexicon.None
	}
	set := r.words.lex.Set(r.word(i))
	if r.word(i) < 0 || !set.Has(r.words.currencyWord) && !set.Has(r.words.currency) && !set.Has(0) {
		return i, lexicon.None
	}
	end, e := r.longest(i, r.words.currencyWord)
	if e >= 0 && !r.ownCase(i, end, e, r.words.currencyWord) {
		end, e = i, lexicon.None
	}
	longer, f := r.longest(i, r.words.currency) // livres de Gibraltar, dollars du Guyana
	if f < 0 || longer <= end || r.words.lex.Attr(f, r.words.currency, "code") == "" || !r.ownCase(i, longer, f, r.words.currency) {
		return end, e
	}
	switch r.words.lex.Attr(f, r.words.currency, "kind") {
	case "name":
		if r.words.lex.Attr(f, r.words.currency, "word") == "" || longer > i+1 {
			return longer, f
		}
	case "code":
		return longer, f
	default:
		form := r.words.lex.Form(f, r.words.currency)
		if sign(form) || len(form) > 2 {
			return longer, f
		}
		if _, ok := r.cueNear(i-12, i, "money"); ok && len(form) == 2 && r.d.Slice(r.t[i].Span) == form { // 500 kr
			return longer, f
		}
	}
	return end, e
}

// ownCase tells whether tokens [i, end) are written as a code or sign must be: EUR in capitals, while euros may be written in any way.
func (r *reader) ownCase(i, end int, e int32, c lexicon.Class) bool {
	form := r.words.lex.Form(e, c)
	if end != i+1 || len(form) > 4 || strings.ToUpper(form) != form || sign(form) {
		return true
	}
	return r.d.Slice(r.t[i].Span) == form
}

// sign tells whether a form has a currency sign in it.
func sign(form string) bool {
	for _, c := range form {
		switch {
		case c == '$' || c == '£' || c == '¥' || c == '¢' || c >= 0x20a0 && c < 0x20d0 || c == '฿' || c == '৳' || c == '円':
			return true
		}
	}
	return false
}

// money reads a currency behind the number: "millions d'euros", "M$", "euros et 45 cents".
func (r *reader) money(n *number, j int, s *suffix) bool {
	if n.special != 0 {
		return false
	}
	k := j
	if r.isOf(j) {
		if n.scale == 1 && !n.noun && !n.fraction && !n.vague {
			return false
		}
		k++
	}
	if n.fraction && k == j {
		return false
	}
	end, e := r.currencyAt(k)
	if e < 0 {
		return r.prefixed(n, s)
	}
	lex := r.words.lex
	if !lex.Is(e, r.words.currencyWord) {
		s.kind, s.currency, s.last = "money", lex.Attr(e, r.words.currency, "code"), end
	} else {
		if lex.Attr(e, r.words.currencyWord, "cue") != "" && !r.payment(n, k, end, lex.Attr(e, r.words.currencyWord, "weigh") != "", s) {
			return s.kind != ""
		}
		s.kind, s.last = "money", end
		s.currency = lex.Attr(e, r.words.currencyWord, "code")
		s.among = lex.Attr(e, r.words.currencyWord, "among")
		s.minor = lex.Attr(e, r.words.currencyWord, "minor")
		s.sign = r.t[k].Shape&doc.Symbol != 0
	}
	if n.one && (r.t[k].Shape&doc.Symbol != 0 || end < r.hi && r.t[end].Gap == doc.Blank && r.is(end, r.words.noun) && !r.is(end, r.words.number) && !r.is(end, r.words.preposition) && !r.is(end, r.words.finite) && !r.is(end, r.words.small)) {
		s.kind = "" // un franc succès
		return false
	}
	if s.minor == "" && n.value >= 0 && n.scale == 1 && n.digits.whole == (n.digits.length > 0 || n.digits.grouped) {
		r.coins(s)
	}
	return true
}

// coins reads what follows the currency: "1 euro 20", "treize euros et quarante-cinq cents", "3€50".
func (r *reader) coins(s *suffix) {
	k := s.last
	joined := r.role(k) == and
	if joined {
		k++
	}
	if k >= r.hi || r.t[k].Gap >= doc.Line || r.t[k].Shape&doc.Digit == 0 && !r.is(k, r.words.number) && r.t[k].Shape&doc.Hyphen == 0 {
		return
	}
	m, ok := r.number(k, false)
	if !ok || m.scale != 1 || m.noun || m.one || m.fraction || m.special != 0 || m.value < 1 || m.value > 99 || m.value != float64(int(m.value)) {
		return
	}
	if end, e := r.longest(m.last, r.words.currencyWord); e >= 0 {
		if r.words.lex.Attr(e, r.words.currencyWord, "minor") != "" {
			s.cents, s.last = m.value, end
		}
		return
	}
	if joined || m.digits.length != 2 {
		return
	}
	if m.last < r.hi && r.t[m.last].Gap <= doc.Blank {
		t := &r.t[m.last]
		if t.Shape&(doc.Digit|doc.HasDigit|doc.Symbol) != 0 || r.is(m.last, r.words.noun) && !r.is(m.last, r.words.preposition) || t.Norm == "-" || r.is(m.last, r.words.unitWord) {
			return
		}
	}
	s.cents, s.last = m.value, m.last
}

// payment decides on a word that is a currency only where money is spoken of: "livres" are books or pounds, "balles" are bullets.
func (r *reader) payment(n *number, j, end int, weigh bool, s *suffix) bool {
	if weigh && n.one { // un livre
		return false
	}
	money, isMoney := r.cueNear(n.first-12, n.first, "money")
	weight, isWeight := r.cueNear(n.first-8, end+4, "weight")
	if weigh && isWeight && (!isMoney || weight > money) {
		s.kind, s.unit, s.last = "measure", "pound", end
		return false
	}
	if weigh && r.role(end) == of && end+1 < r.hi && r.is(end+1, r.words.noun) && !r.isCue(end+1, "book") && r.t[end+1].Shape&doc.Lower != 0 {
		s.kind, s.unit, s.last = "measure", "pound", end
		return false
	}
	return isMoney || n.scale >= 1e6
}

// prefixed takes the currency that stands before the number: "$ 75 millions", "EUR 20".
func (r *reader) prefixed(n *number, s *suffix) bool {
	if n.word || n.vague || !r.prefixSign(n.first) {
		return false
	}
	start, e, c := r.prefixAt(n.first)
	lex := r.words.lex
	s.kind, s.currency, s.last = "money", lex.Attr(e, c, "code"), n.last
	if c == r.words.currencyWord {
		s.among = lex.Attr(e, c, "among")
		s.sign = true
	}
	n.first, n.start = start, r.t[start].Start
	return true
}

func (r *reader) prefixSign(i int) bool {
	_, e, _ := r.prefixAt(i)
	return e >= 0
}

// prefixAt returns the sign or code of a currency that ends before token i.
func (r *reader) prefixAt(i int) (int, int32, lexicon.Class) {
	if i <= r.lo || i >= len(r.t) || r.t[i].Gap > doc.Blank || i <= r.used {
		return i, lexicon.None, 0
	}
	p := &r.t[i-1]
	if last := r.words.lex.Set(p.Word); !last.Has(r.words.currencyWord) && !last.Has(r.words.currency) &&
		!(p.Shape&doc.Upper != 0 && i-2 >= r.lo && sign(r.t[i-2].Norm)) { // $US 25
		return i, lexicon.None, 0
	}
	if p.Word < 0 || p.Shape&(doc.Symbol|doc.Upper|doc.HasDigit) == 0 && !sign(p.Norm) && p.Shape&doc.Punct == 0 && !r.shortSign(i) {
		return i, lexicon.None, 0
	}
	lex := r.words.lex
	for _, c := range [2]lexicon.Class{r.words.currencyWord, r.words.currency} {
		s, e := r.before(i, c)
		if e < 0 || s < r.used {
			continue
		}
		form := lex.Form(e, c)
		if !sign(form) && !(strings.ToUpper(form) == form && r.d.Slice(doc.Span{Start: r.t[s].Start, End: p.End}) == form && len(form) >= 2) && !r.shortSign(i) {
			continue
		}
		if lex.Attr(e, c, "minor") != "" || c == r.words.currency && lex.Attr(e, c, "kind") == "name" {
			continue
		}
		return s, e, c
	}
	return i, lexicon.None, 0
}

// shortSign tells signs of mixed case that stand before the number: "Rs 500", "Fr. 15".
func (r *reader) shortSign(i int) bool {
	p := &r.t[i-1]
	n := utf8.RuneCountInString(r.d.Slice(p.Span))
	return n >= 2 && n <= 3 && p.Shape&doc.Capital != 0 && r.is(i-1, r.words.currencyWord) && r.d.Slice(p.Span) == r.words.lex.Form(p.Word, r.words.currencyWord)
}

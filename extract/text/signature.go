package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// byline recognises "Par Camille Duroc et Paul Lebrun, à Bruxelles" and keeps the names.
func (r *reader) byline(s string) bool {
	f := &r.flat
	by, _ := f.body()
	if len(s) > 120 || len(f.words) < by+2 || !r.name("byline", f, by, by+1) || !capital(s, int(f.words[by+1].from)) {
		return false
	}
	if last, _ := lastInk(s); last == '.' || last == ':' || last == '!' || last == '?' {
		if n := len(f.words); n < 3 || last != '.' || f.words[n-2].end-f.words[n-2].at != 1 {
			return false // "Par J. D." ends with a stop all the same
		}
	}
	for i := by + 1; i < len(f.words); i++ {
		if r.stops(s, i) || f.mark(i) && f.text[f.words[i].at] != '.' {
			break
		}
		if !f.mark(i) && !capital(s, int(f.words[i].from)) && f.words[i].end-f.words[i].at > 3 {
			return false // "Par Jupiter quelle histoire"
		}
	}
	r.credit(s, by+1)
	if st, _, _, ok := r.readDate(s); ok {
		r.keep(&r.published, st)
	}
	return true
}

// credit keeps the names that stand from word i of the line as author: up to a comma, "avec", "publié" …
func (r *reader) credit(s string, i int) {
	f := &r.flat
	if r.author != "" || i >= len(f.words) {
		return
	}
	for i < len(f.words) && f.mark(i) {
		i++
	}
	to := len(s)
	for k := i; k < len(f.words); k++ {
		c := f.text[f.words[k].at]
		if r.stops(s, k) || f.mark(k) && c != '.' && c != '\'' || c == '0' {
			to = int(f.words[k].from)
			break
		}
	}
	if i < len(f.words) && int(f.words[i].from) < to {
		name := strings.TrimFunc(s[f.words[i].from:to], func(c rune) bool { return unicode.IsSpace(c) || c == ',' || c == '-' || c == '–' })
		if capital(name, 0) {
			r.author = name
		}
	}
}

// stops tells whether an author's name ends before word i: "avec", "le" in small letters; "Le Goff" goes on.
func (r *reader) stops(s string, i int) bool {
	return r.name("by-cut", &r.flat, i, i+1) && !capital(s, int(r.flat.words[i].from))
}

func capital(s string, at int) bool {
	c, _ := utf8.DecodeRuneInString(s[at:])
	return unicode.IsUpper(c)
}

// fullName tells whether a line is a first name and a last name, as above a time of publication: "Anne KERBIRIOU."
func fullName(s string) bool {
	parts := strings.Fields(strings.TrimRight(s, "."))
	if len(parts) < 2 || len(parts) > 4 || len(s) > 40 {
		return false
	}
	for _, p := range parts {
		if !capital(p, 0) || strings.ContainsAny(p, "0123456789,:;!?«»\"()") {
			return false
		}
	}
	return true
}

// initials recognises the signature of an agency's writers, "dch/vm/map", and an author's "J.-P. D.".
func initials(s string) bool {
	if len(s) > 40 {
		return false
	}
	slashes, stops, run := 0, 0, 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z':
			run++
			if run > 5 || stops > 0 {
				return false
			}
		case c == '/' || c == '-' && stops == 0:
			if run == 0 {
				return false
			}
			if c == '/' {
				slashes++
			}
			run = 0
		case 'A' <= c && c <= 'Z' && slashes == 0 && run == 0 && i+1 < len(s) && s[i+1] == '.':
			stops++
			i++
		case c == ' ' || c == '-':
		default:
			return false
		}
	}
	return slashes > 0 && run >= 2 && stops == 0 || stops >= 2 && run == 0 && slashes == 0
}

// dateline reads "PARIS, 3 mars (AFP) –" at the start of a paragraph and returns where it ends, 0 where there is none.
func (r *reader) dateline(s string, long bool) int {
	head := s[:boundary(s, 96)]
	if !capital(s, 0) || strings.IndexByte(head, '(') < 0 && strings.IndexByte(head, '-') < 0 && strings.IndexByte(head, 0xE2) < 0 && strings.IndexByte(head, ',') < 0 {
		return 0
	}
	f := &r.flat
	if long {
		f.set(head)
	}
	k := 0
	is := func(c byte) bool {
		return k < len(f.words) && f.text[f.words[k].at] == c && f.words[k].end-f.words[k].at == 1
	}
	for k < len(f.words) && k < 6 && (!f.mark(k) && capital(s, int(f.words[k].from)) || k > 0 && is('/')) {
		k++
	}
	if k == 0 {
		return 0
	}
	agency, dated := false, false
	bracket := func() {
		if !is('(') {
			return
		}
		first := k + 1
		for k < len(f.words) && k < first+6 && !is(')') {
			k++
		}
		agency = agency || r.name("agency", f, first, k)
		if is(')') {
			k++
		}
	}
	bracket()
	if is(',') {
		k++
	}
	// "3 mars", "le 3 mars 2020", "lundi 1er mars"
	for j := k; j < len(f.words) && j < k+3; j++ {
		if f.text[f.words[j].at] != '0' {
			continue
		}
		if j+1 < len(f.words) && r.monthOf(f.word(j+1)) > 0 {
			dated = true
			head := s[f.words[j].from:min(len(s), int(f.words[j+1].from)+30)]
			k = j + 2
			if st, _, _, ok := r.readDate(head); ok && is('0') {
				r.keep(&r.dated, st)
				k++
			}
		}
		break
	}
	bracket()
	if k >= len(f.words) || !agency && !dated {
		return 0
	}
	from := int(f.words[k].from)
	switch c := f.text[f.words[k].at]; {
	case c == '-':
		to := from
		for to < len(s) && s[to] == '-' {
			to++
		}
		return to
	case c == 0xE2 || is(':') || is('.') && dated:
		return from + int(f.words[k].end-f.words[k].at)
	case agency:
		return int(f.words[k-1].from) + 1
	}
	return 0
}

package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
)

// How long a line may be, in bytes, to be believed a notice of the page.
const (
	longestNotice = 300
	longestAny    = 200
	longestCookie = 1500
	longestHead   = 72 // of a paragraph, what is read of its beginning
)

// reader is the work on one text: the lines, and what the page says about the article.
type reader struct {
	*phrases
	d     *doc.Document
	lines []line
	flat  flat
	small flat // a second flat form where the first is still needed

	published, updated, dated stamp // "Publié le", "Mis à jour le", a dateline with its year
	author, outlet            string
	open                      int // braces of a script that are still open
}

// furniture says what line i is if it is no part of the story: the kind, and the part of the line (offsets in s) that is marked.
func (r *reader) furniture(s string, i, n int) (kind string, from, to int) {
	if r.script(s) {
		return "script", 0, len(s)
	}
	if len(s) > longestAny {
		return r.edges(s, i)
	}
	f := &r.flat
	f.set(s)
	if len(f.words) == 0 {
		return "", 0, 0
	}
	if x, ok := r.find(f, inLine|atStart|inside); ok {
		if k := r.notice(s, x); k != "" {
			return k, 0, len(s)
		}
	}
	first, end := f.body()
	switch {
	case s[0] == '#' && hashtags(s):
		return "related", 0, len(s)
	case s == r.author:
		return "byline", 0, len(s)
	case r.name("agency", f, first, end) && (i >= n-3 || i < 6):
		return "credit", 0, len(s)
	case i < 6 && r.isMedia(s):
		if r.outlet == "" {
			r.outlet = s
		}
		return "navigation", 0, len(s)
	case i >= n-3 && initials(s):
		return "credit", 0, len(s)
	case (i < 12 || i >= n-5) && r.byline(s):
		return "byline", 0, len(s)
	case i < 8 && r.dateOnly(s):
		return "published", 0, len(s)
	case r.glued(s):
		return "caption", 0, len(s)
	}
	return r.edges(s, i)
}

// hashtags tells whether a line is nothing but hashtags.
func hashtags(s string) bool {
	for _, w := range strings.Fields(s) {
		if w[0] != '#' || len(w) < 2 || w[1] == '#' {
			return false
		}
	}
	return true
}

// notice checks a phrase that was found in a line against what else the line says; "" where the line is a sentence of the article.
func (r *reader) notice(s string, x found) string {
	f := &r.flat
	first, end := f.body()
	whole := x.first <= first && x.end >= end
	marked := x.end < len(f.words) && f.mark(x.end) || strings.HasSuffix(x.text, ":")
	sentence := (len(f.words) > 12 || len(s) > longestAny) && ends(s) && !marked
	switch x.kind {
	case "published", "updated":
		return r.stamped(s, x)
	case "byline":
		if len(s) > 160 || sentence {
			return ""
		}
		r.credit(s, x.end)
	case "cookie", "newsletter":
		if x.where == inside && !whole && !r.addressed() {
			return "" // "Google utilise des cookies publicitaires, estime la Cnil."
		}
	case "subscription":
		if x.where == inside && len(s) > 120 {
			return ""
		}
	case "share", "related", "credit", "copyright", "navigation", "tags":
		if x.where == atStart && (sentence || x.end-x.first == 1 && !marked && !whole) {
			return "" // "Revoir le barème de l'impôt, …"
		}
	}
	if x.kind == "tags" {
		return "related"
	}
	return x.kind
}

// addressed tells whether the line speaks to its reader: "Nous et nos partenaires", "votre adresse".
func (r *reader) addressed() bool {
	for i := range r.flat.words {
		if r.name("person", &r.flat, i, i+1) {
			return true
		}
	}
	return false
}

// stamped reads the date after "Publié le". "La loi publiée le 8 juillet 2025 entre en vigueur" goes on after its date: a sentence.
func (r *reader) stamped(s string, x found) string {
	f := &r.flat
	rest := int(f.words[x.first].from)
	if x.first > 9 {
		return ""
	}
	st, from, to, ok := r.readDate(s[rest:])
	if !ok || from > 60 {
		if x.first == 0 && len(s) <= 60 && !ends(s) {
			return "published" // "Publié hier à 10 h"
		}
		return ""
	}
	for i := x.end; i < len(f.words); i++ {
		if int(f.words[i].from) < rest+to || f.mark(i) {
			continue
		}
		if !capital(s, int(f.words[i].from)) && !r.name("by-cut", f, i, i+1) && !r.name("byline", f, i, i+1) && f.text[f.words[i].at] != '0' {
			r.small.set(s[f.words[i].from:])
			if y, ok := r.find(&r.small, inside|inLine|atStart); !ok || y.first > 0 {
				return ""
			}
		}
		break
	}
	if x.kind == "updated" {
		r.keep(&r.updated, st)
		return "published"
	}
	r.keep(&r.published, st)
	// "Publié le 8 juillet 2025 à 14h12, mis à jour le 9 juillet 2025"; "Par Camille Duroc, publié le …"
	if x.first > 1 && r.name("byline", f, 0, 1) {
		r.credit(s, 1)
	}
	return "published"
}

func (r *reader) keep(to *stamp, st stamp) {
	if to.year == 0 {
		*to = st
	}
}

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

// dateOnly recognises a line that is nothing but a date: "Mardi 8 juillet 2025 à 14h12", "08/07/2025".
func (r *reader) dateOnly(s string) bool {
	if len(s) > 60 || len(r.flat.words) > 10 {
		return false
	}
	st, from, to, ok := r.readDate(s)
	if !ok || len(pieces(s[:from])) > 2 || len(pieces(s[to:])) > 1 {
		return false
	}
	r.keep(&r.published, st)
	return true
}

// glued recognises the caption of a video as pages paste it, its maker glued to its title: "Quand Vénus se dévoilepar euronews".
func (r *reader) glued(s string) bool {
	if ends(s) {
		return false
	}
	for cut := range r.names["byline"] {
		at := strings.LastIndex(s, cut+" ")
		if at <= 10 || len(s)-at > 40 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		if !unicode.IsLetter(before) && !strings.ContainsRune("?!)\"»”…0123456789", before) {
			continue
		}
		rest := strings.Fields(s[at+len(cut):])
		if len(rest) > 0 && len(rest) <= 5 {
			return true
		}
	}
	return false
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

// edges looks at the two ends of a paragraph: a dateline, "(avec AFP)", and notices that are longer than a line.
func (r *reader) edges(s string, i int) (kind string, from, to int) {
	long := len(s) > longestAny
	if long && len(s) <= longestCookie {
		r.flat.set(s[:boundary(s, longestHead)])
		if x, ok := r.find(&r.flat, atStart); ok && (len(s) <= longestNotice || x.kind == "cookie") {
			if k := r.notice(s, x); k != "" {
				return k, 0, len(s)
			}
		}
	}
	if i < 8 {
		if to := r.dateline(s, long); to > 0 {
			return "dateline", 0, to
		}
	}
	if long && strings.IndexByte(s[len(s)-6:], ')') < 0 {
		return "", 0, 0
	}
	cut := 0
	if long {
		cut = boundary(s, len(s)-48)
		r.flat.set(s[cut:])
	}
	x, ok := r.tail(&r.flat)
	if !ok || !strings.ContainsAny(s[max(0, len(s)-2):], ")") && x.first > 0 {
		return "", 0, 0
	}
	at := cut + int(r.flat.words[x.first].from)
	if at > 0 && s[at-1] == '(' {
		at--
	} else if x.first > 0 {
		return "", 0, 0
	}
	to = len(s)
	if last := strings.LastIndexByte(s, ')'); last > at && at > 0 {
		to = last + 1
	}
	return "credit", at, to
}

// boundary returns the last start of a character at or before byte n of s.
func boundary(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
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

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

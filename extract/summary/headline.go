package summary

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
)

// slot is one word of the title and all that says the same in the article: its stem, stems that begin as it does, whom it names, what happened.
type slot struct {
	terms  []int32
	weight float64
	kind   string // the type of event that it tells, or ""
	name   bool   // it has a capital inside the title
	who    bool   // a noun before a name, as in "l'actrice Marie Dupont"
}

// headline is the title as a list of what a lead should tell.
type headline struct {
	slots []slot
	sum   float64
	names [][2]int32 // entity and slot
	of    []int32    // of every term: its slot, or None; a term of several slots has the first
	met   []float64  // room for one line
}

// Words of a title that say little of its news.
const (
	topicWeight = 0.4 // "Coronavirus : …"
	figureExtra = 0.5
)

// readHeadline reads the title for the choice of the lead.
func (r *reading) readHeadline() {
	h := &r.headline
	h.slots, h.names, h.sum = h.slots[:0], h.names[:0], 0
	title := r.d.Source.Title
	if title == "" {
		return
	}
	topic := 0 // words before a colon early in the title
	if i := strings.IndexByte(title, ':'); i > 0 && len(strings.Fields(title[:i])) <= 3 {
		topic = len(r.cut(title[:i]))
	}
	h.of = grow(h.of, len(r.counts))
	for i := range h.of {
		h.of[i] = doc.None
	}
	words := r.cut(title)
	for i := range words {
		t := &words[i]
		if t.Shape&(doc.Punct|doc.Symbol|doc.Elided|doc.Clitic) != 0 || r.silent(words, i) {
			continue
		}
		s := slot{weight: 1}
		if i < topic {
			s.weight = topicWeight
		}
		if t.Shape&doc.Digit != 0 {
			s.weight += figureExtra
		}
		if s.kind = r.c.lex.Attr(t.Word, r.c.eventVerb, "type"); s.kind == "" {
			s.kind = r.c.lex.Attr(t.Word, r.c.eventNoun, "type")
		}
		if n := r.term(t, false); n >= 0 {
			if h.of[n] != doc.None {
				continue
			}
			s.terms = append(s.terms, n)
		}
		if t.Shape&doc.Digit == 0 {
			stem := r.c.stems.of(r.c.lex, t.Word, t.Norm)
			for n, other := range r.stemOf {
				if akin(stem, other) && h.of[n] == doc.None && !slices.Contains(s.terms, int32(n)) {
					s.terms = append(s.terms, int32(n))
				}
			}
		}
		if len(s.terms) == 0 && s.kind == "" {
			s.weight = 0.3 // nowhere in the article
		}
		for _, n := range s.terms {
			h.of[n] = int32(len(h.slots))
		}
		s.name = i > 0 && t.Shape&doc.Capital != 0
		s.who = !s.name && i+1 < len(words) && words[i+1].Shape&doc.Capital != 0 && r.c.lex.Is(t.Word, r.c.noun)
		s.kind, _, _ = strings.Cut(s.kind, "|")
		h.slots = append(h.slots, s)
		h.sum += s.weight
	}
	for k := range h.slots { // two words of one name are not worth twice what the verb is
		if h.slots[k].name && (k > 0 && h.slots[k-1].name || k+1 < len(h.slots) && h.slots[k+1].name) {
			h.sum -= 0.4 * h.slots[k].weight
			h.slots[k].weight *= 0.6
		}
	}
	h.met = grow(h.met, len(h.slots))
	for m := range r.d.Mentions { // whom the title names may bear another name in the lead: an acronym, a surname
		x := &r.d.Mentions[m]
		e := r.entityOf[m]
		if e < 0 || x.Form == "pronoun" || x.Form == "nominal" {
			continue
		}
		for k := x.First; k < x.Last; k++ {
			if n := r.terms[k]; n >= 0 && h.of[n] >= 0 {
				if p := [2]int32{e, h.of[n]}; !slices.Contains(h.names, p) && len(h.names) < 64 {
					h.names = append(h.names, p)
				}
			}
		}
	}
}

// akin tells whether two stems are of one family, as far as their letters tell: "baptis" and "baptêm", "fermetur" and "ferm".
func akin(a, b string) bool {
	if a == b {
		return false
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	return n >= 5 && n >= max(len(a), len(b))-4 || n >= 4 && n == min(len(a), len(b)) && max(len(a), len(b)) <= n+3
}

// tellsTitle returns the part of the title that stretches of a line tell, 0 to 1.
func (r *reading) tellsTitle(l *line, pieces []doc.Range, names []naming) float64 {
	h := &r.headline
	if h.sum == 0 {
		return 0
	}
	clear(h.met)
	for _, p := range pieces {
		for k := p.First; k < p.Last; k++ {
			if n := r.terms[k]; n >= 0 && h.of[n] >= 0 {
				h.met[h.of[n]] = 1
			}
		}
	}
	in := func(s doc.Range) bool {
		return slices.ContainsFunc(pieces, func(p doc.Range) bool { return p.First <= s.First && s.Last <= p.Last })
	}
	for m := l.mentions.First; m < l.mentions.Last; m++ {
		x := &r.d.Mentions[m]
		if !in(x.Range) {
			continue
		}
		part := 1.0
		switch x.Form {
		case "pronoun":
			part = 0.3
		case "nominal":
			part = 0.6
		}
		for _, n := range names {
			if n.Overlaps(x.Range) {
				part = 1
			}
		}
		for _, p := range h.names {
			if p[0] == r.entityOf[m] {
				h.met[p[1]] = max(h.met[p[1]], part)
			}
		}
	}
	for e := l.happened.First; e < l.happened.Last; e++ {
		x := &r.d.Events[e]
		if r.d.Sentences[x.Sentence].Range != l.Range || !in(r.tokensOf(l, x.Trigger)) {
			continue
		}
		for k := range h.slots {
			if h.slots[k].kind == x.Type && h.met[k] < 0.8 {
				h.met[k] = 0.8
			}
		}
	}
	sum := 0.0
	for k := range h.slots {
		if k > 0 && h.met[k] < 0.8 && h.slots[k].name && h.met[k-1] > 0.7 && (h.slots[k-1].who || h.slots[k-1].name && k > 1 && h.slots[k-2].who && h.met[k-2] > 0.7) {
			h.met[k] = 0.8 // "l'actrice" is Marie Dupont
		}
		sum += h.met[k] * h.slots[k].weight
	}
	return sum / h.sum
}

// The manner of a main clause.
const (
	plainTense = iota
	newsTense  // "a annoncé", "va fermer", "vient de fermer"
	pastTense  // "était invitée"
	beforeNews // "avait accusé"
	standing   // "est le sous-sol gelé", "restera"
)

// manner tells how the main verb of a line tells; the clauses are those of the line.
func (r *reading) manner(l *line) int {
	c := r.c
	for i := range r.clauses.segments {
		g := &r.clauses.segments[i]
		if g.finite == doc.None || g.kind == "relative" || g.kind == "sub" || g.kind == "keep" {
			continue
		}
		k := g.finite
		if r.inQuotes(l, k) {
			continue
		}
		if r.is(k, c.auxiliary) {
			for j := k + 1; j < min(k+5, l.Last); j++ {
				if r.is(j, c.participle) {
					switch {
					case r.is(k, c.imperfect):
						return beforeNews
					case r.is(k, c.present):
						if e, _ := r.longest(j, l.Last, c.hindsight); e >= 0 && c.lex.Attr(e, c.hindsight, "kind") == "state" {
							return standing
						}
						return newsTense
					}
					return plainTense
				}
				if !r.is(j, c.adverb) && r.d.Tokens[j].Shape&doc.Clitic == 0 && c.lex.Attr(r.d.Tokens[j].Word, c.negation, "part") == "" {
					break
				}
			}
		}
		switch {
		case r.is(k, c.imperfect):
			return pastTense
		case c.lex.Attr(r.d.Tokens[k].Word, c.hindsight, "kind") == "state":
			return standing
		case (r.d.Tokens[k].Norm == "est" || r.d.Tokens[k].Norm == "sont") && k+1 < l.Last && r.is(k+1, c.determiner):
			return standing
		case r.is(k, c.present) && (r.is(k, c.speech) || k+1 < l.Last && (r.is(k+1, c.infinitive) || r.d.Tokens[k].Norm == "vient" || r.d.Tokens[k].Norm == "viennent")):
			return newsTense
		}
		return plainTense
	}
	return plainTense
}

// inQuotes tells whether a token of a line is somebody's word.
func (r *reading) inQuotes(l *line, i int) bool {
	in := false
	for k := l.First; k < i; k++ {
		switch t := &r.d.Tokens[k]; t.Norm {
		case "«", "“":
			in = true
		case "»", "”":
			in = false
		case "\"":
			in = t.Shape&doc.Open != 0 || t.Shape&doc.Close == 0 && !in
		}
	}
	return in
}

// dangling tells whether a line goes back to what was said before by words of time and place ("dans la foulée", "sur place") or by a noun with "le"
// that stands neither in the title nor with anything that says which one: "Le texte a été adopté".
func (r *reading) dangling(l *line, x *draft) (n float64) {
	t, c := r.d.Tokens, r.c
	for _, p := range kept(l.Range, x.cuts) {
		for k := p.First; k < p.Last; k++ {
			if e, end := r.longest(k, p.Last, c.hindsight); e >= 0 && c.lex.Attr(e, c.hindsight, "kind") == "back" && !r.inQuotes(l, k) {
				n++
				k = end - 1
			}
		}
	}
	for k := l.First + 1; k+1 < l.Last && n < 2; k++ {
		if c.lex.Attr(t[k].Word, c.clause, "part") == "this" && t[k].Shape&doc.Lower != 0 && !r.is(k+1, c.weekday) && !r.is(k+1, c.timeUnit) && !r.is(k+1, c.month) && !r.is(k+1, c.finite) &&
			r.is(k+1, c.noun) && r.terms[k+1] >= 0 && t[k-1].Norm != "," && !r.inQuotes(l, k) {
			n += 0.6 // "Selon cette institution"
		}
	}
	for k := l.First; k+1 < l.Last; k++ {
		if k > l.First && t[k-1].Norm != "," && !((k == l.First+1 || r.is(k-1, c.speech) && !r.inQuotes(l, k)) && c.lex.Attr(t[k].Word, c.clause, "part") == "this" && (k > l.First+1 || r.is(k-1, c.preposition))) {
			continue
		}
		part := c.lex.Attr(t[k].Word, c.clause, "part")
		switch t[k].Norm {
		case "le", "la", "l'", "les", "ce", "cet", "cette", "ces":
		default:
			continue
		}
		head := k + 1
		if head+2 < l.Last && r.is(head, c.adjective) && r.is(head+1, c.noun) && !r.is(head+1, c.finite) {
			head++ // "le jeune homme"
		}
		if x := r.mentionAt(head); x >= 0 && r.d.Mentions[x].Form != "nominal" && r.d.Mentions[x].Form != "pronoun" || t[head].Shape&(doc.Capital|doc.Digit) != 0 {
			continue
		}
		if slices.ContainsFunc(x.names, func(n naming) bool { return n.First <= k && k < n.Last }) || r.is(head, c.weekday) || r.is(head, c.timeUnit) || r.is(head, c.number) {
			continue
		}
		term := r.terms[head]
		if term < 0 || part != "this" && len(r.headline.slots) > 0 && r.headline.of[term] >= 0 {
			continue
		}
		if part == "this" {
			n += 1
			continue
		}
		next := head + 1
		if next < l.Last && r.is(next, c.adjective) && !r.is(next, c.finite) {
			next++
		}
		if next >= l.Last || !(r.is(next, c.finite) || t[next].Norm == "," || c.lex.Attr(t[next].Word, c.negation, "part") == "first") {
			continue // "le maire de Lyon", "la ministre Marie Dupont"
		}
		if first := int(r.sample[term]); first < l.First { // said before
			n++
		} else if k == l.First && !r.is(head, c.role) && !r.is(head, c.title) {
			n += 0.4 // "Le film met en scène …": it is not said which
		}
	}
	return n
}

// tokensOf returns the tokens of a line that stand in a span.
func (r *reading) tokensOf(l *line, s doc.Span) doc.Range {
	out := doc.Range{First: l.Last, Last: l.Last}
	for k := l.First; k < l.Last; k++ {
		if r.d.Tokens[k].Overlaps(s) {
			if out.First == l.Last {
				out.First = k
			}
			out.Last = k + 1
		}
	}
	return out
}

// fragment tells whether the divided line is a noun with a clause and no verb of its own: "Un postulat qui semble partagé par les Français."
func (r *reading) fragment() bool {
	s := r.clauses.segments
	g := &s[0]
	if !g.subject || g.finite != doc.None || g.kind != "" {
		return false
	}
	clause := false
	for k := g.First; k < g.Last; k++ {
		switch r.c.lex.Attr(r.d.Tokens[k].Word, r.c.clause, "part") {
		case "who", "whose", "whom", "where":
			clause = true
		}
	}
	for k := 1; k < len(s); k++ {
		clause = clause || s[k].kind == "relative"
		if s[k].verb && s[k].kind != "source" || s[k].kind == "" && s[k].subject && s[k].finite != doc.None {
			return false
		}
	}
	return clause
}

// disagrees tells whether the divided line opens with a participle that cannot go with its subject: "Détecté dans cinq pays, la ministre …".
func (r *reading) disagrees() bool {
	s := r.clauses.segments
	if len(s) < 2 || s[0].finite != doc.None || s[0].First >= s[0].Last || s[1].First >= s[1].Last || !r.is(s[0].First, r.c.participle) || !s[1].subject {
		return false
	}
	tags := r.c.lex.Tags(r.d.Tokens[s[0].First].Word)
	he, she, many := strings.Contains(tags, "v.pp.ms"), strings.Contains(tags, "v.pp.fs"), strings.Contains(tags, "v.pp.mp") || strings.Contains(tags, "v.pp.fp")
	if !he && !she && !many {
		return false
	}
	switch r.d.Tokens[s[1].First].Norm {
	case "le", "un":
		return !he
	case "la", "une":
		return !she
	case "les":
		return !many
	}
	return false
}

package summary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
)

// draft is a claim on its way: a line, what is taken out of it, and the names that stand for its pronouns.
type draft struct {
	line  int
	cuts  []doc.Range
	names []naming
	words int
	whole bool // it has a verb outside its relative clauses
	claim doc.Claim
}

// naming puts a name in the place of a pronoun.
type naming struct {
	doc.Range        // what is left out
	at        int    // the name is written before this token
	name      string // the words
	proof     doc.Span
}

// The words of a claim: a line longer than longest is trimmed as far as is safe.
const (
	longest  = 35
	shortest = 15
)

// draft makes a claim of a line; false where the line cannot stand alone.
func (r *reading) draft(i, most int) (draft, bool) {
	l := &r.lines[i]
	x := draft{line: i, words: r.length([]doc.Range{l.Range})}
	names, ok := r.lean(l)
	if !ok {
		return x, false
	}
	x.names = names
	cuts, free, asides := r.cuts(l)
	bare := false // the parentheses go
	for _, g := range r.clauses.segments {
		x.whole = x.whole || g.finite != doc.None && g.kind != "relative" && g.kind != "sub"
	}
	for n, c := range cuts {
		if n >= free && x.words <= most && !(bare && n < asides) {
			continue
		}
		all := append(slices.Clone(x.cuts), c)
		rest := kept(l.Range, all)
		words := r.length(rest)
		if words < 8 && words < l.words-3 || !r.balanced(rest) || r.cutsName(names, c) {
			continue
		}
		x.cuts, x.words = all, words
		bare = bare || n >= free && n < asides
	}
	r.write(&x)
	return x, true
}

// length counts the words as a reader does: "l'accord" is one.
func (r *reading) length(pieces []doc.Range) int {
	n := 0
	for _, p := range pieces {
		for k := p.First; k < p.Last; k++ {
			if r.d.Tokens[k].Shape&(doc.Punct|doc.Symbol|doc.Elided|doc.Clitic) == 0 {
				n++
			}
		}
	}
	return n
}

// cutsName tells whether a cut takes away the place of a name.
func (r *reading) cutsName(names []naming, c doc.Range) bool {
	return slices.ContainsFunc(names, func(n naming) bool { return n.Overlaps(c) || c.First <= n.at && n.at < c.Last })
}

// balanced tells whether every quotation mark and parenthesis that opens is closed.
func (r *reading) balanced(pieces []doc.Range) bool {
	straight, round, angle := 0, 0, 0
	for _, p := range pieces {
		for k := p.First; k < p.Last; k++ {
			switch r.d.Tokens[k].Norm {
			case "\"":
				straight++
			case "(":
				round++
			case ")":
				round--
			case "«":
				angle++
			case "»":
				angle--
			}
		}
	}
	return straight%2 == 0 && round == 0 && angle == 0
}

// lean finds the names for the pronouns that a line leans on; false where one of them cannot be named.
func (r *reading) lean(l *line) ([]naming, bool) {
	if l.torn {
		return nil, false
	}
	if !l.orphan || l.link.Last > l.link.First && !l.pronoun {
		if l.inverted == doc.None {
			return nil, !l.orphan || l.link.Last > l.link.First
		}
	}
	t := r.d.Tokens
	var out []naming
	if l.pronoun {
		m := r.mentionAt(l.subject)
		if m == doc.None || r.entityOf[m] < 0 || r.d.Mentions[m].Form != "pronoun" && r.d.Mentions[m].Form != "nominal" {
			return nil, false
		}
		name, proof, ok := r.named(int(r.entityOf[m]))
		if !ok || !r.is(r.d.Mentions[m].Last, r.c.finite) && r.c.lex.Attr(t[min(r.d.Mentions[m].Last, len(t)-1)].Word, r.c.clause, "part") == "" && r.c.lex.Attr(t[min(r.d.Mentions[m].Last, len(t)-1)].Word, r.c.negation, "part") != "first" {
			return nil, false
		}
		place := r.d.Mentions[m].Range
		if place.First > l.First && t[place.First-1].Shape&doc.Elided != 0 { // "S'il gagne" becomes "Si Marie Dupont gagne"
			place.First--
			name = r.unelided(place.First) + name
			if startsWithVowel(r.d.Slice(proof)) {
				name = r.d.Slice(t[place.First].Span) + r.d.Slice(proof)
			}
		}
		out = append(out, naming{place, place.Last, name, proof})
	} else if l.orphan && l.link.Last == l.link.First && l.inverted == doc.None {
		return nil, false
	}
	if l.inverted != doc.None && len(out) == 0 {
		e := doc.None
		for q := range r.d.Quotes {
			x := &r.d.Quotes[q]
			if x.Speaker != doc.None && (x.Cue.Overlaps(t[l.inverted].Span) || x.SpeakerSpan.Overlaps(t[l.inverted].Span)) {
				e = x.Speaker
				break
			}
		}
		if e == doc.None {
			if m := r.mentionAt(l.inverted); m >= 0 {
				e = int(r.entityOf[m])
			}
		}
		if e == doc.None {
			return nil, false
		}
		name, proof, ok := r.named(e)
		if !ok {
			return nil, false
		}
		at := l.inverted + 1
		if at < l.Last && r.is(at, r.c.participle) { // "a-t-il déclaré" becomes "a déclaré Marie Dupont"
			at++
		}
		out = append(out, naming{doc.Range{First: l.inverted, Last: l.inverted + 1}, at, name, proof})
	}
	return out, true
}

// unelided returns an elided word in full, with a space: "qu'" is "que", "s'" is "si".
func (r *reading) unelided(i int) string {
	s := r.d.Slice(r.d.Tokens[i].Span)
	stem := strings.TrimRight(s, "'\u2019")
	if utf8.RuneCountInString(stem) == 1 {
		return stem + "i "
	}
	return stem + "e "
}

// startsWithVowel tells whether a word takes an elision before it; an h is left alone.
func startsWithVowel(s string) bool {
	switch c, _ := utf8.DecodeRuneInString(s); unicode.ToLower(c) {
	case 'a', 'e', 'i', 'o', 'u', 'à', 'â', 'é', 'è', 'ê', 'î', 'ô':
		return true
	}
	return false
}

// named returns the name of an entity with the article that it has in the text, and where it stands so.
func (r *reading) named(e int) (string, doc.Span, bool) {
	if e < 0 || e >= len(r.d.Entities) {
		return "", doc.Span{}, false
	}
	x := &r.d.Entities[e]
	best := doc.None
	for _, m := range x.Mentions {
		f := r.d.Mentions[m].Form
		if f == "pronoun" || f == "nominal" {
			continue
		}
		s := r.d.Slice(r.d.Mentions[m].Span)
		if s == x.Name {
			best = m
			break
		}
		if best == doc.None {
			best = m
		}
	}
	if best == doc.None {
		return "", doc.Span{}, false
	}
	m := &r.d.Mentions[best]
	name := r.d.Slice(m.Span)
	if x.Type != doc.Person {
		name = r.article(e) + name
	}
	return name, m.Span, true
}

// article returns the definite article that goes before a name in the text, with its space: "l'", "la ", "".
func (r *reading) article(e int) string {
	t := r.d.Tokens
	for _, m := range r.d.Entities[e].Mentions {
		x := &r.d.Mentions[m]
		if x.Form == "pronoun" || x.Form == "nominal" || x.First == 0 {
			continue
		}
		switch n := t[x.First-1].Norm; n {
		case "l'":
			return r.d.Slice(t[x.First-1].Span)[:1] + r.d.Slice(t[x.First-1].Span)[1:]
		case "la", "le", "les":
			return n + " "
		case "du", "au":
			return "le "
		case "des", "aux":
			return "les "
		}
	}
	return ""
}

// write makes the text and the evidence of a draft.
func (r *reading) write(x *draft) {
	l := &r.lines[x.line]
	span := r.d.Span(l.Range)
	raw := r.d.Slice(span)
	x.claim.Evidence = append(x.claim.Evidence[:0], span)
	if len(x.cuts) == 0 && len(x.names) == 0 && !strings.ContainsAny(raw, "\n\r\t") && l.ends {
		x.claim.Text, x.claim.Mode = raw, "verbatim"
		return
	}
	x.claim.Mode = "trimmed"
	var b strings.Builder
	last := doc.None // the token written last
	put := func(s string, space bool) {
		if b.Len() > 0 && space {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	for _, p := range kept(l.Range, append(slices.Clone(x.cuts), ranges(x.names)...)) {
		for k := p.First; k < p.Last; k++ {
			r.putNames(x, k, put)
			t := &r.d.Tokens[k]
			s := r.d.Slice(t.Span)
			if b.Len() == 0 && t.Norm == "," {
				continue
			}
			put(s, r.spaced(last, k))
			last = k
		}
	}
	r.putNames(x, l.Last, put)
	x.claim.Text = capital(b.String())
	if !l.ends {
		x.claim.Text = strings.TrimRight(x.claim.Text, " ,;:–-") + "."
	}
	for _, n := range x.names {
		if !span.Contains(n.proof) {
			x.claim.Evidence = append(x.claim.Evidence, n.proof)
		}
	}
}

func (r *reading) putNames(x *draft, k int, put func(string, bool)) {
	for _, n := range x.names {
		if n.at == k {
			put(n.name, true)
		}
	}
}

func ranges(names []naming) []doc.Range {
	out := make([]doc.Range, 0, len(names))
	for _, n := range names {
		out = append(out, n.Range)
	}
	return out
}

// spaced tells whether a space stands before token k where the token before it is last.
func (r *reading) spaced(last, k int) bool {
	if last == doc.None {
		return true
	}
	if last == k-1 {
		return r.d.Tokens[k].Gap != doc.Glued
	}
	if r.d.Tokens[last].Shape&doc.Elided != 0 {
		return false
	}
	t := &r.d.Tokens[k]
	return !(t.Gap == doc.Glued && t.Shape&doc.Punct != 0)
}

// capital returns s with its first letter in upper case, also behind a quotation mark.
func capital(s string) string {
	for i, c := range s {
		if unicode.IsLower(c) {
			return s[:i] + string(unicode.ToUpper(c)) + s[i+utf8.RuneLen(c):]
		}
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			break
		}
	}
	return s
}

// overlap returns the part of the shorter claim's words that both have.
func overlap(a, b []int32) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := 0
	for _, t := range a {
		if slices.Contains(b, t) {
			n++
		}
	}
	return float64(n) / float64(min(len(a), len(b)))
}

// left returns the terms of a draft.
func (r *reading) left(x *draft) []int32 {
	l := &r.lines[x.line]
	out := make([]int32, 0, len(l.distinct))
	for _, p := range kept(l.Range, x.cuts) {
		for k := p.First; k < p.Last; k++ {
			if t := r.terms[k]; t >= 0 && !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// told returns the events of a line that its claim still tells.
func (r *reading) tells(x *draft) []int {
	l := &r.lines[x.line]
	var out []int
	for e := range r.d.Events {
		if r.d.Events[e].Sentence != x.line {
			continue
		}
		gone := false
		for _, c := range x.cuts {
			gone = gone || r.d.Span(c).Overlaps(r.d.Events[e].Trigger)
		}
		if !gone {
			out = append(out, e)
		}
	}
	_ = l
	return out
}

// lead returns the sentence that carries the news.
func (r *reading) lead() doc.Claim {
	list := r.candidates()
	r.leadLine, r.leadTerms = doc.None, nil
	if len(list) == 0 || !r.lines[list[0]].usable {
		return doc.Claim{} // a poem, a table: nothing that is a sentence
	}
	best, value, found := draft{}, 0.0, false
	for rank, i := range list {
		if rank >= 12 && found {
			break
		}
		x, ok := r.draft(i, longest)
		if !ok {
			continue
		}
		v := r.merit(&x) + r.news(&x)
		if !found || v > value {
			best, value, found = x, v, true
		}
	}
	if !found { // nothing stands alone: the first sentence, as it is
		i := slices.Min(list)
		best = draft{line: i, words: r.lines[i].words}
		r.write(&best)
	}
	r.leadLine, r.leadTerms = best.line, r.left(&best)
	best.claim.Events = r.tells(&best)
	best.claim.Score = r.lines[best.line].score
	if c, ok := r.compose(&best); ok {
		return c
	}
	return best.claim
}

// news is what a draft is worth besides as a lead: it tells what the title tells, and what is new.
func (r *reading) news(x *draft) float64 {
	l := &r.lines[x.line]
	v := 12*l.x[fTitle] + 2*l.x[fEarly] + 2*l.x[fToday] - 2*l.x[fPointing] - 1.5*l.x[fBackground]
	if r.old(l) {
		v -= 3
	}
	return v
}

// old tells whether a line begins with a year before that of the article: "En 1984, alors âgée de 15 ans, …".
func (r *reading) old(l *line) bool {
	day := r.d.Source.Published
	if len(day) < 4 {
		return false
	}
	for k := l.dates.First; k < l.dates.Last; k++ {
		if x := &r.d.Dates[k]; x.First >= l.First && x.First < l.First+6 && x.Type == "DATE" && len(x.Value) >= 4 && x.Value[0] >= '1' && x.Value[0] <= '2' && x.Value[:4] < day[:4] {
			return true
		}
	}
	return false
}

// merit is what a draft is worth as a lead or key point.
func (r *reading) merit(x *draft) float64 {
	l := &r.lines[x.line]
	v := l.score
	if x.words > longest {
		v -= 1.5 + 0.4*float64(x.words-longest)
	}
	if x.words < shortest {
		v -= 0.4 * float64(shortest-x.words)
	}
	v -= 3*l.quoted + 4*l.x[fQuestion] + 2*l.x[fShout] + 3*l.x[fPerson] + 3*l.x[fVerbless]
	v -= 3*l.x[fBackground] + 1.5*l.x[fPointing]
	v += 1.5*l.x[fEventRank] + 2*l.x[fEarly] - 0.7*float64(len(x.names))
	if !l.ends {
		v -= 3
	}
	if r.pointsBack(l) {
		v--
	}
	if !x.whole {
		v -= 4 // "Un absentéisme que le secrétaire d'Etat entend gérer."
	}
	return v
}

// pointsBack tells whether an object pronoun near the start stands for something said before: "Le policier l'aurait sommé de descendre".
func (r *reading) pointsBack(l *line) bool {
	for k := l.First + 1; k < min(l.First+8, l.Last-1); k++ {
		switch r.c.lex.Attr(r.d.Tokens[k].Word, r.c.clause, "part") {
		case "object":
			if r.is(k+1, r.c.auxiliary) && !r.is(k+1, r.c.noun) {
				return true
			}
		case "indirect":
			if r.d.Tokens[k].Norm == "lui" && r.is(k+1, r.c.finite) {
				return true
			}
		}
	}
	return false
}

// points returns three to five claims beside the lead.
func (r *reading) points(lead *doc.Claim) []doc.Claim {
	if len(r.lines) == 0 || lead.Text == "" {
		return nil
	}
	type option struct {
		draft
		terms []int32
		value float64
	}
	var options []option
	for rank, i := range r.candidates() {
		if rank >= 24 && len(options) > 5 {
			break
		}
		if i == r.leadLine {
			continue
		}
		x, ok := r.draft(i, longest-7)
		if !ok || x.words > 50 || !x.whole || x.words < 7 && len(r.candidates()) > 6 {
			continue
		}
		options = append(options, option{x, r.left(&x), r.merit(&x)})
	}
	chosen := [][]int32{r.leadTerms}
	figures, sections := map[int]bool{}, map[int]bool{}
	var out []doc.Claim
	for len(out) < 5 {
		best, value := -1, 0.0
		for k := range options {
			o := &options[k]
			if o.claim.Text == "" {
				continue
			}
			same := 0.0
			for _, c := range chosen {
				same = max(same, overlap(o.terms, c))
			}
			if same > 0.5 {
				continue
			}
			v := o.value - 8*same
			l := &r.lines[o.line]
			for a := l.amounts.First; a < l.amounts.Last; a++ {
				if !figures[a] {
					v++
					break
				}
			}
			if !sections[r.section(o.line)] {
				v += 1
			}
			if best < 0 || v > value {
				best, value = k, v
			}
		}
		if best < 0 || len(out) >= 3 && value < r.average()-5 {
			break
		}
		o := &options[best]
		l := &r.lines[o.line]
		for a := l.amounts.First; a < l.amounts.Last; a++ {
			figures[a] = true
		}
		sections[r.section(o.line)] = true
		o.claim.Events, o.claim.Score = r.tells(&o.draft), l.score
		out = append(out, o.claim)
		chosen = append(chosen, o.terms)
		o.claim = doc.Claim{}
	}
	return out
}

// average is the mean score of the lines of prose.
func (r *reading) average() float64 {
	sum, n := 0.0, 0
	for i := range r.lines {
		if r.lines[i].usable {
			sum += r.lines[i].score
			n++
		}
	}
	return sum / float64(max(1, n))
}

// section returns the number of the section that a line stands in, or None.
func (r *reading) section(i int) int {
	at := r.d.Span(r.lines[i].Range).Start
	for k := len(r.d.Sections) - 1; k >= 0; k-- {
		if r.d.Sections[k].Title.Start <= at {
			return k
		}
	}
	return doc.None
}

package summary

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// reading is what the room works out of one document. It is used again for the next one.
type reading struct {
	c    *Chooser
	d    *doc.Document
	goal int // words of the extractive summary

	lines    []line
	terms    []int32 // of every token: the number of its stem, None for a word that says nothing
	counts   []int   // how often each term stands in the article
	hefts    []float64
	stemOf   []string
	sample   []int32 // a token of each term
	byStem   map[string]int32
	byNorm   map[string]int32 // of the words that the lexicon does not know
	byWord   [1 << 11]termOf
	round    uint32 // the number of this document
	inTitle  []bool
	pairs    map[[2]int32]bool // neighbours in the title
	titled   int               // distinct terms of the title
	buffer   []int32
	seen     []int32   // the last line that was met with a term
	entityOf []int32   // of every mention
	story    []bool    // entities that the story is about, not only told by
	likely   []float64 // how likely an editor would use a term
	firstAt  []int     // the first line of prose, counted, that has a term
	features []float64
	covered  []bool
	marked   []bool
	ranked   []int // the lines that may stand in a summary, the best first
	title    doc.Document
	clauses  clauses

	leadLine  int
	leadTerms []int32
}

// termOf is the term of a word in the document of a round: a question that was answered. Words of one slot push each other out.
type termOf struct {
	word  int32
	round uint32
	term  int32 // None: the word says nothing, whatever stands before it
}

// termBefore returns what is remembered of a word of this document.
func (r *reading) termBefore(word int32) (term int32, ok bool) {
	if word < 0 {
		return doc.None, false
	}
	x := &r.byWord[uint32(word)%uint32(len(r.byWord))]
	return x.term, x.word == word && x.round == r.round
}

func (r *reading) keep(word, term int32) {
	if word >= 0 {
		r.byWord[uint32(word)%uint32(len(r.byWord))] = termOf{word, r.round, term}
	}
}

// line is a sentence of the document with what the choice needs to know of it.
type line struct {
	doc.Range
	kind      doc.SentenceKind
	paragraph int
	opens     bool // the first of its paragraph
	words     int
	distinct  []int32 // its terms, each once
	mentions  doc.Range
	amounts   doc.Range
	dates     doc.Range
	events    int
	told      int       // the best event that it tells first, or None
	finite    bool      // it has a verb
	ends      bool      // it ends as sentences do
	orphan    bool      // it leans on the sentence before
	link      doc.Range // a connective that can go
	torn      bool      // it begins or ends inside quotation marks
	pronoun   bool      // its subject is a pronoun for something outside it
	subject   int       // the pronoun
	inverted  int       // the pronoun after its verb, as in "a-t-il dit", for somebody outside it; or None
	voiceless bool      // a quote whose speaker does not stand in it
	quoted    float64   // part of its words that somebody speaks
	usable    bool
	x         []float64
	score     float64
	mean      float64 // what its features add to the value of a set
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// load reads the document into lines.
func (r *reading) load(c *Chooser, d *doc.Document, o Options) {
	r.c, r.d = c, d
	r.ranked = r.ranked[:0]
	r.number(d.Tokens)
	r.entityOf = grow(r.entityOf, len(d.Mentions))
	for i := range r.entityOf {
		r.entityOf[i] = doc.None
	}
	for e := range d.Entities {
		for _, m := range d.Entities[e].Mentions {
			if m >= 0 && m < len(r.entityOf) {
				r.entityOf[m] = int32(e)
			}
		}
	}
	r.lines = grow(r.lines, len(d.Sentences))
	r.features = grow(r.features, len(d.Sentences)*len(featureNames))
	r.seen = grow(r.seen, len(r.counts))
	r.buffer = r.buffer[:0]
	if cap(r.buffer) < len(d.Tokens) {
		r.buffer = make([]int32, 0, len(d.Tokens))
	}
	mention, amount, date, total, paragraph := 0, 0, 0, 0, -1
	for i := range d.Sentences {
		l := &r.lines[i]
		l.Range, l.kind, l.paragraph, l.told = d.Sentences[i].Range, d.Sentences[i].Kind, d.Sentences[i].Paragraph, doc.None
		l.opens = l.paragraph != paragraph
		paragraph = l.paragraph
		l.x = r.features[i*len(featureNames) : (i+1)*len(featureNames)]
		r.read(l, int32(i+1))
		l.mentions.First = mention
		for mention < len(d.Mentions) && d.Mentions[mention].First < l.Last {
			mention++
		}
		l.mentions.Last = mention
		l.amounts.First = amount
		for amount < len(d.Amounts) && d.Amounts[amount].First < l.Last {
			amount++
		}
		l.amounts.Last = amount
		l.dates.First = date
		for date < len(d.Dates) && d.Dates[date].First < l.Last {
			date++
		}
		l.dates.Last = date
		if l.kind == doc.Prose {
			total += l.words
		}
	}
	r.antecedents()
	r.quotes()
	r.inverted()
	for i := range r.lines {
		l := &r.lines[i]
		l.usable = l.kind == doc.Prose && l.words >= 4 && l.ends && !l.voiceless && len(l.distinct) > 0
	}
	for i := range d.Events {
		e := &d.Events[i]
		if e.Sentence < 0 || e.Sentence >= len(r.lines) {
			continue
		}
		l := &r.lines[e.Sentence]
		l.events++
		if l.told == doc.None || r.rank(i) > r.rank(l.told) {
			l.told = i
		}
	}
	r.goal = usual
	if o.Words > 0 {
		r.goal = o.Words
	}
	if o.Ratio > 0 {
		r.goal = max(1, int(math.Round(o.Ratio*float64(total))))
	}
}

// rank says how much of the story an event is: what happened, told with many roles, before what is wished or denied.
func (r *reading) rank(event int) float64 {
	e := &r.d.Events[event]
	w := e.Confidence + 0.3*float64(min(len(e.Roles), 5))
	if e.Polarity == "negated" {
		w -= 0.3
	}
	switch e.Modality {
	case "possible":
		w -= 0.4
	case "planned", "reported":
		w -= 0.1
	}
	if e.Type == "statement" {
		w -= 0.5
	}
	for _, f := range e.Roles {
		if f.Kind == "entity" && f.Index >= 0 && f.Index < len(r.d.Entities) {
			w += 0.3 * r.d.Entities[f.Index].Salience
		}
	}
	return w
}

// number gives the same number to all words of one stem.
func (r *reading) number(tokens []doc.Token) {
	r.terms = grow(r.terms, len(tokens))
	r.counts, r.stemOf, r.sample = r.counts[:0], r.stemOf[:0], r.sample[:0]
	if r.byStem == nil || len(r.byStem) > 1<<14 {
		r.byStem, r.byNorm = make(map[string]int32, 512), make(map[string]int32, 64)
	} else {
		clear(r.byStem)
		clear(r.byNorm)
	}
	if r.round++; r.round == 0 { // all numbers are used up
		clear(r.byWord[:])
		r.round = 1
	}
	for i := range tokens {
		t := &tokens[i]
		r.terms[i] = doc.None
		if t.Shape&(doc.Punct|doc.Symbol|doc.Elided|doc.Clitic) != 0 {
			continue
		}
		n, known := r.termBefore(t.Word)
		if known && n == doc.None {
			continue
		}
		if !known {
			if r.silent(tokens, i) {
				if t.Word >= 0 && r.c.lex.Attr(t.Word, r.c.stop, "noun") == "" {
					r.keep(t.Word, doc.None)
				}
				continue
			}
			n = r.term(t, true)
			if !r.c.lex.Is(t.Word, r.c.stop) { // what a stop word says depends on the word before
				r.keep(t.Word, n)
			}
		}
		r.terms[i] = n
		r.counts[n]++
		if r.sample[n] < 0 {
			r.sample[n] = int32(i)
		}
	}
	r.hefts = grow(r.hefts, len(r.counts))
	for n, k := range r.counts {
		r.hefts[n] = heft(k)
	}
	r.inTitle = grow(r.inTitle, len(r.counts))
	r.titled = 0
	words := r.cut(r.d.Source.Title)
	if r.pairs == nil {
		r.pairs = map[[2]int32]bool{}
	}
	clear(r.pairs)
	last := int32(doc.None)
	for i := range words {
		t := &words[i]
		if t.Shape&(doc.Punct|doc.Symbol|doc.Elided|doc.Clitic) != 0 || r.silent(words, i) {
			continue
		}
		r.titled++
		n := r.term(t, false)
		if n >= 0 {
			r.inTitle[n] = true
			if last >= 0 {
				r.pairs[[2]int32{last, n}] = true
			}
		}
		last = n
	}
}

// term returns the number of a word's stem; None where it is new and must not be added.
func (r *reading) term(t *doc.Token, add bool) int32 {
	if n, ok := r.termBefore(t.Word); ok && n >= 0 {
		return n
	}
	if t.Word < 0 {
		if n, ok := r.byNorm[t.Norm]; ok {
			return n
		}
	}
	stem := r.c.stems.of(r.c.lex, t.Word, t.Norm)
	n, ok := r.byStem[stem]
	if !ok {
		if !add {
			return doc.None
		}
		n = int32(len(r.counts))
		r.byStem[stem] = n
		r.counts, r.stemOf, r.sample = append(r.counts, 0), append(r.stemOf, stem), append(r.sample, doc.None)
	}
	if t.Word < 0 {
		r.byNorm[t.Norm] = n
	}
	return n
}

// silent tells whether a word says nothing of what the article is about.
func (r *reading) silent(tokens []doc.Token, i int) bool {
	t := &tokens[i]
	if t.Shape&doc.Digit != 0 {
		return false
	}
	lex := r.c.lex
	if utf8.RuneCountInString(t.Norm) < 2 {
		return true
	}
	if !lex.Is(t.Word, r.c.stop) {
		return false
	}
	if i == 0 || lex.Attr(t.Word, r.c.stop, "noun") == "" {
		return true
	}
	p := &tokens[i-1] // "cet été", "à l'est", "deux avions"
	return !(p.Shape&doc.Digit != 0 || lex.Is(p.Word, r.c.determiner) || lex.Is(p.Word, r.c.number))
}

// read gathers what the tokens of a line say of it; mark is a number that no other line has.
func (r *reading) read(l *line, mark int32) {
	tokens := r.d.Tokens
	start := len(r.buffer)
	for i := l.First; i < l.Last; i++ {
		t := &tokens[i]
		if t.Shape&(doc.Punct|doc.Symbol) == 0 {
			l.words++
		}
		if n := r.terms[i]; n >= 0 && r.seen[n] != mark {
			r.seen[n] = mark
			r.buffer = append(r.buffer, n)
		}
		if !l.finite && r.is(i, r.c.finite) {
			l.finite = true
		}
	}
	l.inverted = doc.None
	l.distinct = r.buffer[start:len(r.buffer):len(r.buffer)]
	if l.First >= l.Last {
		return
	}
	k := l.Last - 1
	for k > l.First && tokens[k].Shape&(doc.Close|doc.Open) != 0 {
		k--
	}
	switch tokens[k].Norm {
	case ".", "!", "?", "…", "...":
		l.ends = true
	}
	if !l.ends && tokens[k].Shape&doc.Stop != 0 {
		l.ends = true
	}
	if !r.balanced([]doc.Range{l.Range}) {
		l.orphan, l.torn = true, true // it begins or ends inside somebody's words
	}
	i := r.stamp(l)
	for i < l.Last && tokens[i].Shape&(doc.Punct|doc.Symbol) != 0 {
		i++
	}
	if e, end := r.longest(i, l.Last, r.c.opening); e >= 0 {
		switch r.c.lex.Attr(e, r.c.opening, "kind") {
		case "link":
			l.orphan = true
			if r.c.lex.Attr(e, r.c.opening, "cut") != "" {
				l.link = doc.Range{First: i, Last: end}
			}
		case "pronoun":
			l.orphan, l.pronoun, l.subject = true, true, i
		case "possessive":
			l.orphan = true
		case "this":
			if !r.c.lex.Is(tokens[min(end, l.Last-1)].Word, r.c.weekday) {
				l.orphan, l.pronoun, l.subject = true, true, i
			}
		}
		i = end
		if l.link.Last > l.link.First { // "Toutefois, son avocat", "Mais cette décision"
			if i < l.Last && tokens[i].Norm == "," {
				i++
			}
			if e, _ := r.longest(i, l.Last, r.c.opening); e >= 0 {
				if k := r.c.lex.Attr(e, r.c.opening, "kind"); k == "possessive" || k == "this" {
					l.pronoun, l.subject = true, i
				}
			}
		}
	}
	if i < l.Last && tokens[i].Shape&doc.Lower != 0 && i == l.First {
		l.orphan, l.torn = true, true // the end of a sentence that a title or an advertisement cut in two
	}
	// "Mais il a refusé", "Mercredi, il a refusé": the subject follows a connective or a phrase without a verb.
	quoted, inside := false, false
	for k := i; k < l.Last && k < i+24 && !l.pronoun; k++ {
		if n := tokens[k].Norm; n == "\"" || n == "«" || n == "»" || n == "“" || n == "”" {
			quoted = !quoted
		}
		if quoted {
			continue
		}
		switch r.c.lex.Attr(tokens[k].Word, r.c.clause, "part") {
		case "who", "whose", "where", "whom", "sub", "if":
			inside = true
		}
		if r.is(k, r.c.finite) && !r.is(k, r.c.noun) && !r.is(k, r.c.preposition) && !r.is(k, r.c.participle) {
			if !inside {
				break
			}
			inside = false
		}
		if k > l.First && (k == i || tokens[k-1].Norm == "," || tokens[k-1].Shape&doc.Close != 0 || k == i+1 && r.opensClause(i)) {
			if e, _ := r.longest(k, l.Last, r.c.opening); e >= 0 && r.c.lex.Attr(e, r.c.opening, "kind") == "pronoun" && r.c.lex.Attr(tokens[k].Word, r.c.clause, "part") == "subject" {
				l.orphan, l.pronoun, l.subject = true, true, k
			}
		}
	}
}

// stamp returns the token after the time of day that labels a line of a live blog: "14h50 Il a annoncé".
func (r *reading) stamp(l *line) int {
	t := r.d.Tokens
	i := l.First
	if i >= l.Last || t[i].Shape&(doc.Digit|doc.HasDigit) == 0 {
		return i
	}
	k, _ := slices.BinarySearchFunc(r.d.Dates, i, func(x doc.Date, i int) int { return x.First - i })
	if k < len(r.d.Dates) && r.d.Dates[k].First == i && r.d.Dates[k].Type == "TIME" {
		if end := r.d.Dates[k].Last; end < l.Last && (t[end].Shape&doc.Capital != 0 || t[end].Shape&doc.Punct != 0 && t[end].Norm != "," && t[end].Norm != ".") {
			return end
		}
	}
	return i
}

// opensClause tells whether a token opens a clause: "Comme elle le raconte", "S'il gagne".
func (r *reading) opensClause(i int) bool {
	switch r.c.lex.Attr(r.d.Tokens[i].Word, r.c.clause, "part") {
	case "sub", "if":
		return true
	}
	return r.d.Tokens[i].Norm == "comme" || r.d.Tokens[i].Shape&doc.Elided != 0
}

// quotes says which lines are somebody's words and whether one learns whose.
func (r *reading) quotes() {
	d := r.d
	k := 0
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if q.Kind == "indirect" || q.First >= q.Last {
			continue
		}
		for k > 0 && r.lines[k].First > q.First {
			k--
		}
		for k < len(r.lines) && r.lines[k].Last <= q.First {
			k++
		}
		for j := k; j < len(r.lines) && r.lines[j].First < q.Last; j++ {
			l := &r.lines[j]
			if l.words == 0 {
				continue
			}
			n := 0
			for t := max(q.First, l.First); t < min(q.Last, l.Last); t++ {
				if d.Tokens[t].Shape&(doc.Punct|doc.Symbol) == 0 {
					n++
				}
			}
			part := float64(n) / float64(l.words)
			l.quoted = min(1, l.quoted+part)
			span := d.Span(l.Range)
			named := q.SpeakerSpan.Len() > 0 && span.Contains(q.SpeakerSpan) || q.Cue.Len() > 0 && span.Contains(q.Cue)
			if part > 0.4 && !named {
				l.voiceless = true
			}
		}
		if k >= len(r.lines) {
			break
		}
	}
	for i := range r.lines {
		l := &r.lines[i]
		if l.quoted == 0 && l.First < l.Last && d.Tokens[l.First].Shape&doc.Open != 0 && r.unspoken(l) {
			l.voiceless = true
		}
	}
}

// antecedents frees the lines whose pronoun stands for somebody whom they name before it: "Si Marie Dupont refuse, elle partira".
func (r *reading) antecedents() {
	for i := range r.lines {
		l := &r.lines[i]
		if !l.pronoun || l.torn || l.subject == l.First {
			continue
		}
		for m := l.mentions.First; m < l.mentions.Last && r.d.Mentions[m].Last <= l.subject; m++ {
			x := &r.d.Mentions[m]
			if x.Form == "pronoun" || x.First < l.First || x.Type != doc.Person && x.Type != doc.Organization {
				continue
			}
			if p := r.mentionAt(l.subject); p >= 0 && r.entityOf[p] >= 0 && r.entityOf[p] != r.entityOf[m] {
				continue
			}
			l.pronoun, l.orphan = false, l.link.Last > l.link.First
			break
		}
	}
}

// inverted finds the lines that end in the words of somebody whom they do not name: "…", a-t-il dit.
func (r *reading) inverted() {
	for i := range r.lines {
		l := &r.lines[i]
		named := false
		for m := l.mentions.First; m < l.mentions.Last; m++ {
			if x := &r.d.Mentions[m]; x.Type == doc.Person && x.Form != "pronoun" {
				named = true
			}
		}
		if named {
			continue
		}
		for k := l.First; k < l.Last; k++ {
			if r.d.Tokens[k].Shape&doc.Clitic == 0 || k == l.First || !r.is(k-1, r.c.finite) {
				continue
			}
			switch r.d.Tokens[k].Norm {
			case "-il", "-elle", "-ils", "-elles", "-t-il", "-t-elle", "-t-ils", "-t-elles":
				if !r.is(k-1, r.c.speech) && !r.is(k-1, r.c.auxiliary) {
					continue // "faut-il", "existe-t-il"
				}
				l.inverted, l.orphan = k, true
			}
		}
	}
}

// unspoken tells whether a line that opens with a quotation mark is nothing but what stands inside it.
func (r *reading) unspoken(l *line) bool {
	if t := r.d.Tokens[l.First].Norm; t == "(" || t == "[" {
		return false
	}
	for i := l.First + 1; i < l.Last; i++ {
		if r.d.Tokens[i].Shape&doc.Close != 0 && r.d.Tokens[i].Norm != ")" {
			return i >= l.Last-2
		}
	}
	return true
}

// cut cuts a title into words. Its cut is coarse: it only has to find the same words as the text.
func (r *reading) cut(title string) []doc.Token {
	out := r.title.Tokens[:0]
	for i := 0; i < len(title); {
		c, n := utf8.DecodeRuneInString(title[i:])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			i += n
			continue
		}
		j := i + n
		elided := false
		for j < len(title) {
			c, n = utf8.DecodeRuneInString(title[j:])
			if c == '\'' || c == '’' {
				j += n
				elided = j-i < 7
				if elided {
					break
				}
				continue
			}
			if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !(c == '-' || c == '.' || c == ',' || c == '\u202f' || c == '\u00a0') {
				break
			}
			if c == '.' || c == ',' || c == '\u202f' || c == '\u00a0' { // "2.000", "3,5": inside a number only
				next, _ := utf8.DecodeRuneInString(title[j+n:])
				last, _ := utf8.DecodeLastRuneInString(title[:j])
				if !unicode.IsDigit(next) || !unicode.IsDigit(last) {
					break
				}
			}
			j += n
		}
		norm := lexicon.Fold(title[i:j])
		t := doc.Token{Norm: norm, Word: r.c.lex.Word(norm)}
		if elided {
			t.Shape = doc.Elided
		}
		if first, _ := utf8.DecodeRuneInString(norm); unicode.IsDigit(first) {
			t.Shape |= doc.Digit
		}
		out = append(out, t)
		i = j
	}
	r.title.Tokens = out
	return out
}

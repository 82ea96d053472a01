package summary

import (
	"math"

	"github.com/breve-nlp/breve/extract/doc"
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
	likely   []float64 // how likely an editor would use a term
	firstAt  []int     // the first line of prose, counted, that has a term
	features []float64
	covered  []bool
	marked   []bool
	ranked   []int // the lines that may stand in a summary, the best first
	title    doc.Document
	clauses  clauses
	headline headline

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
	happened  doc.Range // its events lie in this part of the list
	amounts   doc.Range
	dates     doc.Range
	events    int
	told      int       // the best event that it tells first, or None
	finite    bool      // it has a verb
	ends      bool      // it ends as sentences do
	orphan    bool      // it leans on the sentence before
	link      doc.Range // a connective that can go
	within    bool      // it is the last sentence of somebody's words, and says whose
	clause    bool      // it opens with a clause for which it is no orphan as a lead: "Alors que …"
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
		if l.happened.Last == 0 {
			l.happened.First = i
		}
		l.happened.Last = i + 1
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
		l.within = r.beginsInside(l)
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
		case "clause":
			l.orphan, l.clause = true, true
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

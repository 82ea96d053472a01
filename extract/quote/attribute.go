package quote

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// quoted decides on a span in quotation marks and yields the quote, if it is one. rest are the spans behind it in the stretch.
func (r *reader) quoted(q *quoted, x doc.Range, rest []quoted) {
	if q.done {
		return
	}
	q.done = true
	c, l, by := r.cueFor(q, x)
	s := r.look(q)
	if q.open > x.First && r.mark(q.open-1) == ":" && s.capital && (s.finite || s.ended) {
		s.whole = true
	}
	heading := c < 0 && r.alone(q, s)
	written := c < 0 && !heading && r.written(q.after(), x.Last)
	if c < 0 && !heading && !written && r.memory.at > 0 && !r.memory.speaker.unknown() {
		if k := r.d.SentenceAt(q.open); k >= 0 && r.d.Sentences[k].Paragraph-r.memory.paragraph <= 1 && (s.whole || q.open-r.memory.at < 150) {
			l = chained
		}
	}
	inBrackets := r.bracketed(q.after())
	if c < 0 && inBrackets >= 0 {
		l = governed
	}
	if !r.isQuote(q, s, l, x.First) {
		return
	}
	if c >= 0 && r.lex.Attr(r.cues[c].entry, r.verb, "title") != "" && r.cues[c].form != according {
		return // la Une titrée : "…"
	}
	who := speaker{entity: doc.None}
	out := doc.Quote{Kind: "mixed", Speaker: doc.None, By: by}
	if s.whole || l == adjacent && s.capital && s.finite || by == "quote.colon" {
		out.Kind = "direct"
	}
	last := q.close
	if c >= 0 {
		k := &r.cues[c]
		k.used = true
		who = *r.resolve(k, c, x.First)
		out.Verb = r.lemma(k)
		out.Cue = r.d.Span(k.Range)
		if l == adjacent && k.incise && k.First >= q.after() {
			if n := r.goesOnAfter(k, q, rest); n >= 0 {
				// « Nous partirons », a-t-il dit, « mais pas demain »
				rest[n].done = true
				last = rest[n].close
			}
		}
	} else if inBrackets >= 0 {
		who = r.byEntity(inBrackets, r.d.Mentions[r.nameAt[q.after()+1]-1].Range) // "un texte inutile et dangereux" (Paul Roux, PRG)
	} else if !written {
		who = r.without(q, s, l, x)
	}
	out.Range = doc.Range{First: q.open + 1, Last: last}
	out.Range, out.Span = r.trim(out.Range)
	if out.Range.Len() == 0 {
		return
	}
	out.Speaker = who.entity
	if who.words.Len() > 0 {
		out.SpeakerSpan = r.d.Span(who.words)
		out.SpeakerText = r.d.Slice(out.SpeakerSpan)
	}
	r.quotes = append(r.quotes, out)
	if heading {
		r.headings = append(r.headings, len(r.quotes)-1)
		return
	}
	r.remember(&who, last)
	r.before(who)
}

// written tells whether words in marks are what anybody could read or hear: "A", "B", pouvait-on lire sur les pancartes. They have no speaker.
func (r *reader) written(i, last int) bool {
	for i < last {
		if k := r.spanAt(i); k >= 0 && r.spans[k].after() <= last {
			i = r.spans[k].after()
			continue
		}
		if m := r.mark(i); m != "," && m != "…" && m != "..." {
			break
		}
		i++
	}
	for k := i; k < min(last, i+4); k++ {
		if r.d.Tokens[k].Is(doc.Clitic) {
			p, _ := r.partOf(k)
			return p == "anyone"
		}
	}
	return false
}

// bracketed returns the person who is named in brackets behind quoted words, None where nobody is.
func (r *reader) bracketed(i int) int {
	if i+2 >= len(r.d.Tokens) || r.mark(i) != "(" {
		return doc.None
	}
	m, e := r.mention(i + 1)
	if m < 0 || e < 0 || r.d.Mentions[m].Type != doc.Person || r.d.Mentions[m].First != i+1 || r.d.Mentions[m].Last >= len(r.d.Tokens) {
		return doc.None
	}
	if k := r.mark(r.d.Mentions[m].Last); k != ")" && k != "," {
		return doc.None
	}
	return e
}

// alone tells whether quoted words are a subheading: a short paragraph of their own without a full stop.
func (r *reader) alone(q *quoted, s shape) bool {
	after := q.after()
	return s.words <= 16 && q.closed && r.d.Tokens[q.open].Gap == doc.Paragraph && (after == len(r.d.Tokens) || r.d.Tokens[after].Gap == doc.Paragraph) &&
		r.mark(q.close-1) != "."
}

// nameOpening gives the quote that opens an article its speaker: the person who is the subject of the sentence behind it, which ends before sentence k.
func (r *reader) nameOpening(k int) {
	if len(r.quotes) == 0 || k < 2 || k > 6 {
		return
	}
	q, m := &r.quotes[0], &r.memory
	if q.Speaker >= 0 || q.SpeakerText != "" || q.Kind != "direct" || q.Cue.Len() > 0 || r.d.SentenceAt(q.First) > 1 || m.focus < 0 || m.focusAt < q.Last {
		return
	}
	if s := r.d.SentenceAt(m.focusAt); s != k-1 || r.written(q.Last+1, len(r.d.Tokens)) {
		return
	}
	if s := r.d.SentenceAt(q.Last); s < k-3 {
		return
	}
	q.Speaker = m.focus
}

// nameHeadings gives subheadings the speaker of the quote that they are taken from.
func (r *reader) nameHeadings() {
	for _, h := range r.headings {
		x := &r.quotes[h]
		want := r.d.Slice(x.Span)
		for i := max(0, h-20); i < min(len(r.quotes), h+40); i++ {
			y := &r.quotes[i]
			if i != h && y.Range.Len() > x.Range.Len() && strings.Contains(r.d.Slice(y.Span), want) {
				x.Speaker, x.SpeakerText, x.SpeakerSpan = y.Speaker, y.SpeakerText, y.SpeakerSpan
				break
			}
		}
	}
}

// trim drops the commas and full stops at the edges of quoted words; question and exclamation marks say something and stay.
func (r *reader) trim(x doc.Range) (doc.Range, doc.Span) {
	for x.First < x.Last && r.edge(x.First) {
		x.First++
	}
	for x.First < x.Last && r.edge(x.Last-1) {
		x.Last--
	}
	return x, r.d.Span(x)
}

func (r *reader) edge(i int) bool {
	switch r.mark(i) {
	case ",", ".", "...", "…", ";", ":", "–", "—":
		return true
	}
	return false
}

// goesOnAfter returns the span that goes on with a quote behind an incise that a comma ends, or None.
func (r *reader) goesOnAfter(k *cue, q *quoted, rest []quoted) int {
	if len(rest) == 0 || rest[0].done || !q.closed || rest[0].open-k.last > 8 {
		return doc.None
	}
	open := rest[0].open
	if r.mark(open-1) != "," || open-1 < k.Last || !r.is1(open+1, doc.Lower) {
		return doc.None
	}
	for i := k.last; i < open-1; i++ {
		if r.is(i, r.finite) && !r.is(i, r.noun) || r.d.Tokens[i].Is(doc.Punct) && r.mark(i) != "," {
			return doc.None
		}
	}
	return 0
}

func (r *reader) is1(i int, s doc.Shape) bool { return i < len(r.d.Tokens) && r.d.Tokens[i].Is(s) }

// cueFor chooses the cue of a span: an incise in it or behind it, a colon before it, the last verb before it, an incise at the end of its sentence.
func (r *reader) cueFor(q *quoted, x doc.Range) (index int, l link, by string) {
	colon := q.open > x.First && r.mark(q.open-1) == ":"
	before, behind, later := doc.None, doc.None, doc.None
	for i := range r.cues {
		c := &r.cues[i]
		switch {
		case c.Last <= q.open:
			before = i
		case c.First >= q.after():
			if behind < 0 && c.incise && c.from == q.inside() {
				behind = i
			}
			if later < 0 && c.incise && (c.inverted || c.form == according || r.endsClause(c, x)) {
				later = i
			}
		}
	}
	if i := r.inner(q); i >= 0 {
		return i, adjacent, "quote.inside"
	}
	if behind >= 0 {
		return behind, adjacent, "quote.incise"
	}
	if !q.closed {
		// "C'est un ordre de grandeur, précise-t-il: the mark is missing
		if c, ok := r.incise(q.close, min(x.Last, q.close+20)); ok {
			c.from = q.inside()
			for i := range r.cues {
				if r.cues[i].First == c.First {
					return i, adjacent, "quote.incise"
				}
			}
			r.cues = append(r.cues, c)
			return len(r.cues) - 1, adjacent, "quote.incise"
		}
	}
	if colon && before >= 0 && !r.stopBetween(r.cues[before].Last, q.open-1) {
		return before, adjacent, "quote.colon"
	}
	if later >= 0 && before >= 0 && r.cues[later].form != according && r.attitude(&r.cues[before]) && r.cues[later].last+2 >= x.Last {
		return later, governed, "quote.end" // La radio envisage d'être "plus ouverte", énonce son directeur
	}
	if before >= 0 && r.cues[before].form != according && r.governs(&r.cues[before], q, x) {
		if q.open-r.cues[before].Last <= 2 {
			return before, adjacent, "quote.verb"
		}
		return before, governed, "quote.verb"
	}
	if later >= 0 {
		return later, governed, "quote.end"
	}
	if before >= 0 && !r.stopBetween(r.cues[before].Last, q.open) {
		return before, governed, "quote.verb"
	}
	if colon {
		return doc.None, loose, "quote.colon"
	}
	return doc.None, loose, "quote.alone"
}

// attitude tells a verb of thinking or wanting.
func (r *reader) attitude(c *cue) bool {
	k := r.lex.Attr(c.entry, r.verb, "kind")
	return k == "think" || k == "wish"
}

// stopBetween tells whether a sentence ends between two tokens.
func (r *reader) stopBetween(i, j int) bool {
	for ; i < j; i++ {
		switch r.mark(i) {
		case ".", "!", "?":
			return true
		}
	}
	return false
}

// governs tells whether a verb of saying has the span in its object: no sentence ends between, and it is no incise about what stands before it.
func (r *reader) governs(c *cue, q *quoted, x doc.Range) bool {
	if r.stopBetween(c.Last, q.open) {
		return false
	}
	if c.incise && c.who.Len() > 0 && q.open-c.last > 12 {
		return false
	}
	return true
}

// endsClause tells whether an incise ends its sentence or a part of it.
func (r *reader) endsClause(c *cue, x doc.Range) bool {
	return c.last >= x.Last || r.d.Tokens[c.last].Is(doc.Punct) || c.last+12 >= x.Last
}

// inner finds an incise between commas inside quotation marks: « Il faut agir, a-t-il dit, et vite ».
func (r *reader) inner(q *quoted) int {
	in := q.inside()
	for i := in.First; i+2 < in.Last; i++ {
		if !r.d.Tokens[i].Is(doc.Punct) || !r.is(i+1, r.verbal) && !r.is(i+2, r.verbal) {
			continue
		}
		if m := r.mark(i); m != "," && m != "?" && m != "!" {
			continue
		}
		c, ok := r.incise(i, in.Last)
		if !ok || c.form == according || c.guess || r.lex.Attr(c.entry, r.verb, "direct") == "" || c.last < in.Last && !r.d.Tokens[c.last].Is(doc.Punct) {
			continue
		}
		if c.inverted {
			if p, _ := r.partOf(c.pronoun); p != "subject" {
				continue
			}
		} else if !r.byWords(c.who, true).body {
			continue
		}
		r.cues = append(r.cues, c)
		return len(r.cues) - 1
	}
	return doc.None
}

// without finds who speaks where no verb says so: the subject of the sentence, before a colon or a fragment; else who spoke before.
func (r *reader) without(q *quoted, s shape, l link, x doc.Range) speaker {
	none := speaker{entity: doc.None}
	if q.open > x.First && (!s.whole || r.mark(q.open-1) == ":") {
		who, pronoun, _, ok := r.leftSubject(x.First, q.open, true)
		switch {
		case ok && pronoun >= 0:
			if p := r.byPronoun(pronoun); p.entity >= 0 && p.person {
				return p
			}
		case ok && who.Len() > 0:
			by := r.byWords(who, false)
			if by.person && by.entity >= 0 || r.mark(q.open-1) == ":" && by.body {
				return by
			}
			if by.entity >= 0 && r.d.Entities[by.entity].Type == doc.Organization && l != chained {
				return by
			}
		}
	}
	if l == chained {
		return r.memory.speaker
	}
	return none
}

// before gives a speaker to the quotes without one that touch the quote that was just yielded: "A." "B", dit X.
func (r *reader) before(who speaker) {
	if who.unknown() {
		return
	}
	for i := len(r.quotes) - 2; i >= max(0, len(r.quotes)-8); i-- {
		a, b := &r.quotes[i], &r.quotes[i+1]
		if a.Cue.Len() > 0 || b.First-a.Last > 4 || a.Speaker >= 0 && a.SpeakerText != "" && a.By != "quote.alone" {
			return
		}
		if r.d.Tokens[b.First-1].Gap == doc.Paragraph {
			return
		}
		a.Speaker, a.SpeakerText, a.SpeakerSpan = b.Speaker, b.SpeakerText, b.SpeakerSpan
	}
}

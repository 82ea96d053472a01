package quote

import "github.com/breve-nlp/breve/extract/doc"

// dialogue yields what is said after dashes: "— Vous partez ? — Non, répond le PDG." Sentences that open with a long dash are talk where one of them has an
// incise, or where one of several asks; else they are a list.
func (r *reader) dialogue(k int) (next int) {
	s := r.d.Sentences
	if !r.dashed(k) {
		return k + 1
	}
	last, asks, incise := k, false, false
	for last < len(s) && last < k+12 && r.dashed(last) {
		end := s[last].Last
		asks = asks || r.mark(end-1) == "?"
		if _, ok := r.tail(s[last].Range); ok {
			incise = true
		}
		last++
	}
	if !incise && !(asks && last-k > 1) {
		return last
	}
	for ; k < last; k++ {
		x := s[k].Range
		said := doc.Range{First: x.First + 1, Last: x.Last}
		q := doc.Quote{Kind: "direct", Speaker: doc.None, By: "quote.dash"}
		if c, ok := r.tail(x); ok {
			said.Last = c.from.Last
			r.cues = append(r.cues[:0], c)
			w := r.resolve(&r.cues[0], 0, x.First)
			q.Speaker, q.Verb, q.Cue = w.entity, r.lemma(&c), r.d.Span(c.Range)
			if w.words.Len() > 0 {
				q.SpeakerSpan = r.d.Span(w.words)
				q.SpeakerText = r.d.Slice(q.SpeakerSpan)
			}
			r.remember(w, x.Last-1)
		}
		q.Range, q.Span = r.trim(said)
		if q.Range.Len() > 0 {
			r.quotes = append(r.quotes, q)
		}
	}
	return last
}

// dashed tells whether a sentence opens with a long dash and is prose.
func (r *reader) dashed(k int) bool {
	s := &r.d.Sentences[k]
	if s.Kind != doc.Prose || s.Len() < 2 {
		return false
	}
	m := r.mark(s.First)
	return (m == "—" || m == "–") && r.d.Tokens[s.First+1].Shape&(doc.Capital|doc.Open) != 0
}

// tail finds the incise of a sentence of talk.
func (r *reader) tail(x doc.Range) (cue, bool) {
	for i := x.First + 1; i+1 < x.Last; i++ {
		if m := r.mark(i); m != "," && m != "!" && m != "?" {
			continue
		}
		if c, ok := r.incise(i, x.Last); ok && c.form == finite {
			c.from = doc.Range{First: x.First + 1, Last: i}
			return c, true
		}
	}
	return cue{}, false
}

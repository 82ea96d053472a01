// Package doc is the vocabulary of breve: what an article is made of, from bytes to brève.
//
// A Document is a passive value. Stages add to it, in the order in which the fields stand, and change nothing that stands
// above. All text positions are half-open byte offsets of Document.Text (Span) or half-open token indexes (Range);
// relations between parts are indexes, never pointers, so that a Document can be compared, printed, written and diffed.
package doc

// Span is a half-open range [Start, End) of bytes of Document.Text.
type Span struct{ Start, End int }

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains tells whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps tells whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Range is a half-open range [First, Last) of token indexes.
type Range struct{ First, Last int }

// Len returns the number of tokens in the range.
func (r Range) Len() int { return r.Last - r.First }

// Contains tells whether t lies wholly inside r.
func (r Range) Contains(t Range) bool { return r.First <= t.First && t.Last <= r.Last }

// Overlaps tells whether r and t share at least one token.
func (r Range) Overlaps(t Range) bool { return r.First < t.Last && t.First < r.Last }

// None is the index that points to nothing, in every relation of a Document.
const None = -1

// Document is one article and all that was read in it.
type Document struct {
	Text        string // the decoded article: never altered, all positions are bytes of it
	Source      Source
	Sections    []Section
	Boilerplate []Boilerplate
	Tokens      []Token
	Sentences   []Sentence
	Annotations []Annotation
	Amounts     []Amount
	Dates       []Date
	Mentions    []Mention
	Entities    []Entity
	Quotes      []Quote
	Events      []Event
	Summary     Summary
	Warnings    []Warning
}

// Slice returns the text of a span.
func (d *Document) Slice(s Span) string { return d.Text[s.Start:s.End] }

// Span returns the bytes that a range of tokens covers; an empty range gives an empty span.
func (d *Document) Span(r Range) Span {
	if r.First >= r.Last {
		return Span{}
	}
	return Span{d.Tokens[r.First].Start, d.Tokens[r.Last-1].End}
}

// Words returns the text of a range of tokens.
func (d *Document) Words(r Range) string { return d.Slice(d.Span(r)) }

// SentenceAt returns the index of the sentence that holds a token, or None.
func (d *Document) SentenceAt(token int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Sentences[mid].Last <= token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.Sentences) && d.Sentences[lo].First <= token {
		return lo
	}
	return None
}

// TokenAt returns the index of the first token that ends after a byte position (len(Tokens) where there is none).
func (d *Document) TokenAt(pos int) int {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Tokens[mid].End <= pos {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Warn adds a warning once.
func (d *Document) Warn(code, text string) {
	for _, w := range d.Warnings {
		if w.Code == code {
			return
		}
	}
	d.Warnings = append(d.Warnings, Warning{code, text})
}

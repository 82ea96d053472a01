// Package sentence cuts the tokens of an article into sentences, and tells headings and boilerplate from prose.
package sentence

import (
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Split returns the sentences of the document. They tile its tokens: every token is in one sentence. A sentence never crosses a paragraph, a
// subheading or the border of boilerplate.
func Split(d *doc.Document, lex *lexicon.Lexicon) []doc.Sentence {
	s := splitter{d: d, lex: lex, abbreviation: lex.Class("abbreviation"), wrapped: wrapped(d)}
	out := make([]doc.Sentence, 0, len(d.Tokens)/18+4)
	first, paragraph := 0, -1
	for i := range d.Tokens {
		if d.Tokens[i].Gap == doc.Paragraph || i == 0 {
			paragraph++
		}
		if i+1 < len(d.Tokens) && !s.ends(i) && !s.endless(i, i+1-first) {
			continue
		}
		out = append(out, doc.Sentence{Range: doc.Range{First: first, Last: i + 1}, Kind: s.kind(first), Paragraph: paragraph})
		first = i + 1
	}
	return out
}

// A sentence of more than long tokens ends at its next comma or semicolon, one of longest tokens at once: the stages above may look twice at a sentence,
// and a text without a stop must not cost them the square of its length. Judgments of courts ("Attendu que … ;") are the longest that one meets.
const long, longest = 400, 600

// endless tells whether a sentence of n tokens that ends with token i is too long to go on.
func (s *splitter) endless(i, n int) bool {
	if n < long {
		return false
	}
	if n >= longest {
		return true
	}
	t := &s.d.Tokens[i]
	return t.Is(doc.Punct) && (t.Norm == ";" || t.Norm == ",")
}

type splitter struct {
	d            *doc.Document
	lex          *lexicon.Lexicon
	abbreviation lexicon.Class
	wrapped      bool
	section      int // the first section that does not end before the token that is looked at
	aside        int // the same for boilerplate
}

// wrapped tells whether single line breaks stand inside sentences: the next line then goes on in lower case more often than not.
func wrapped(d *doc.Document) bool {
	lines, lower := 0, 0
	for i := range d.Tokens {
		if t := &d.Tokens[i]; t.Gap == doc.Line {
			lines++
			if t.Is(doc.Lower) {
				lower++
			}
		}
	}
	return lower*3 > lines
}

// ends tells whether a sentence ends after token i (which is not the last).
func (s *splitter) ends(i int) bool {
	t, next := &s.d.Tokens[i], &s.d.Tokens[i+1]
	if s.border(t.End, next.Start) {
		return true
	}
	if next.Gap == doc.Paragraph {
		// "dans le sud-ouest de / / la France": a page that was pasted with empty lines inside its sentences
		return !(next.Is(doc.Lower) && (t.Is(doc.Lower) || t.Is(doc.Elided) || t.Norm == ","))
	}
	if next.Gap == doc.Line && (!s.wrapped || s.stops(i)) {
		return true
	}
	return s.stops(i) && s.begins(i+1)
}

// border tells whether a subheading or a piece of boilerplate begins or ends between two positions.
func (s *splitter) border(end, start int) bool {
	for s.section < len(s.d.Sections) && s.d.Sections[s.section].Title.End <= start {
		if s.d.Sections[s.section].Title.End >= end {
			return true
		}
		s.section++
	}
	if s.section < len(s.d.Sections) {
		if b := s.d.Sections[s.section].Title.Start; end <= b && b <= start {
			return true
		}
	}
	if b := s.d.Source.TitleSpan; b.Len() > 0 && (end <= b.Start && b.Start <= start || end <= b.End && b.End <= start) {
		return true
	}
	for s.aside < len(s.d.Boilerplate) && s.d.Boilerplate[s.aside].End < end {
		s.aside++
	}
	for k := s.aside; k < len(s.d.Boilerplate) && s.d.Boilerplate[k].Start <= start; k++ {
		if b := s.d.Boilerplate[k]; end <= b.Start && b.Start <= start || end <= b.End && b.End <= start {
			return true
		}
	}
	return false
}

// stops tells whether token i can be the last of a sentence: a full stop and its like, and what closes after it.
func (s *splitter) stops(i int) bool {
	closed := false
	for k := i; k >= 0 && i-k < 4; k-- {
		t := &s.d.Tokens[k]
		if t.Is(doc.Close) {
			closed = true
			continue
		}
		switch {
		case t.Is(doc.Stop):
			return closed || s.lex.Attr(t.Word, s.abbreviation, "end") != "" || !s.lex.Is(t.Word, s.abbreviation) && !t.Is(doc.Initial)
		case !t.Is(doc.Punct):
			return false
		}
		switch t.Norm[0] {
		case '.', '!', '?':
			return true
		}
		return t.Norm == "…"
	}
	return false
}

// begins tells whether token i can be the first of a sentence: a capital, a number, something that opens.
func (s *splitter) begins(i int) bool {
	t := &s.d.Tokens[i]
	if t.Is(doc.Close) {
		return false
	}
	if t.Gap == doc.Glued {
		// "avril.En mai": paragraphs that were glued; but "Yahoo!Inc" and "(...)" go on
		prev := &s.d.Tokens[i-1]
		if !t.Is(doc.Capital) || i < 2 {
			return false
		}
		before := &s.d.Tokens[i-2]
		return prev.Is(doc.Close) || before.Len() > 1 && before.Shape&(doc.Lower|doc.Capital) != 0 && before.Shape&(doc.Upper|doc.Initial|doc.Stop) == 0
	}
	if n := s.d.Tokens[i-1].Norm; n == "..." || n == "…" {
		return t.Shape&(doc.Capital|doc.Open) != 0 // "à seulement... 8 ans" goes on
	}
	if t.Shape&(doc.Capital|doc.Digit|doc.HasDigit|doc.Open) != 0 {
		return true
	}
	return t.Norm == "-" || t.Norm == "–" || t.Norm == "—" || t.Norm == "•"
}

// kind tells what the sentence is that begins at token first.
func (s *splitter) kind(first int) doc.SentenceKind {
	at := s.d.Tokens[first].Start
	for k := max(0, s.aside-1); k < len(s.d.Boilerplate) && s.d.Boilerplate[k].Start <= at; k++ {
		if at < s.d.Boilerplate[k].End {
			return doc.Aside
		}
	}
	if b := s.d.Source.TitleSpan; b.Start <= at && at < b.End {
		return doc.Heading
	}
	for k := max(0, s.section-1); k < len(s.d.Sections) && s.d.Sections[k].Title.Start <= at; k++ {
		if at < s.d.Sections[k].Title.End {
			return doc.Heading
		}
	}
	return doc.Prose
}

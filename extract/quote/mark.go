package quote

import "github.com/breve-nlp/breve/extract/doc"

// quoted is what stands between two quotation marks, or after one that is never closed.
type quoted struct {
	open, close int // tokens of the marks; where close is missing, the token after the last quoted word
	closed      bool
	done        bool // yielded, or found to be no quote
	parts       bool // other quoted words stand inside
}

// inside returns the tokens between the marks.
func (q *quoted) inside() doc.Range { return doc.Range{First: q.open + 1, Last: q.close} }

// after returns the first token behind the closing mark.
func (q *quoted) after() int {
	if q.closed {
		return q.close + 1
	}
	return q.close
}

// maxParagraphs is how many paragraphs a quote may run over before its opening mark is taken for a slip.
const maxParagraphs = 6

// The families of quotation marks.
const (
	noMark = iota
	guillemet
	curly
	straight
)

// family tells which quotation mark a token is, and whether it opens.
func (r *reader) family(i int, inside bool) (family int, opens bool) {
	t := &r.d.Tokens[i]
	if !t.Is(doc.Punct) {
		return noMark, false
	}
	switch r.d.Slice(t.Span) {
	case "«":
		return guillemet, true
	case "»":
		return guillemet, false
	case "“", "„":
		return curly, true
	case "”":
		return curly, false
	case `"`:
		return straight, r.opens(i, inside)
	}
	return noMark, false
}

// opens tells whether a straight quotation mark opens: by the spaces around it, else by what is open. `un coma".` closes, `qu'"on` opens.
func (r *reader) opens(i int, inside bool) bool {
	t := r.d.Tokens
	before := t[i].Gap != doc.Glued
	after := i+1 == len(t) || t[i+1].Gap != doc.Glued
	if !after && t[i+1].Is(doc.Punct) && !t[i+1].Is(doc.Open) && r.mark(i+1) != `"` {
		if m := r.mark(i + 1); m == "," || m == "." || m == ";" || m == ":" || m == "!" || m == "?" || t[i+1].Is(doc.Close) {
			after = true
		}
	}
	switch {
	case before && !after:
		return true
	case after && !before:
		return false
	case !before && t[i-1].Is(doc.Elided):
		return true // l'"exception culturelle"
	}
	return !inside
}

// marks pairs the quotation marks of the article. Marks inside marks are kept only as a sign that there are some.
func (r *reader) marks() {
	type opened struct{ at, family int }
	var stack []opened
	paragraphs := 0
	t := r.d.Tokens
	sentence := 0
	for i := range t {
		for sentence+1 < len(r.d.Sentences) && r.d.Sentences[sentence].Last <= i {
			sentence++
		}
		if t[i].Gap == doc.Paragraph && len(stack) > 0 {
			if paragraphs++; paragraphs > maxParagraphs || !r.goesOn(i, stack[0].family) {
				r.unclosed(stack[0].at, i)
				stack = stack[:0]
			}
		}
		if r.d.Sentences[sentence].Kind == doc.Aside || !t[i].Is(doc.Punct) {
			continue
		}
		f, opens := r.family(i, len(stack) > 0 && stack[len(stack)-1].family == straight)
		if f == noMark {
			continue
		}
		if opens {
			switch {
			case len(stack) == 0:
				paragraphs = 0
				stack = append(stack, opened{i, f})
			case t[i].Gap == doc.Paragraph && stack[0].family == f:
				// each paragraph of a long quote opens anew
			case stack[len(stack)-1].family == f && f == straight:
				r.unclosed(stack[0].at, i) // two openings in a row: the first was never closed
				stack = append(stack[:0], opened{i, f})
			default:
				stack = append(stack, opened{i, f})
			}
			continue
		}
		k := len(stack) - 1
		for k >= 0 && stack[k].family != f {
			k--
		}
		if k < 0 {
			continue // closes what was never opened
		}
		if k == 0 {
			r.spans = append(r.spans, quoted{open: stack[0].at, close: i, closed: true, parts: len(stack) > 1})
		}
		stack = stack[:k]
	}
	if len(stack) > 0 {
		r.unclosed(stack[0].at, len(t))
	}
}

// goesOn tells whether the quote that is open goes on in the paragraph that begins at i: the paragraph opens with a mark of its own, or closes one that
// it did not open.
func (r *reader) goesOn(i, family int) bool {
	for k := i; k < len(r.d.Tokens) && (k == i || r.d.Tokens[k].Gap != doc.Paragraph); k++ {
		f, opens := r.family(k, true)
		if f != family {
			continue
		}
		if opens {
			return k == i && r.closes(k+1, family)
		}
		return true
	}
	return false
}

// closes tells whether, of the marks of a family from i on, a closing one comes in this paragraph or the paragraph opens no other.
func (r *reader) closes(i, family int) bool {
	for k := i; k < len(r.d.Tokens) && r.d.Tokens[k].Gap != doc.Paragraph; k++ {
		if f, opens := r.family(k, true); f == family {
			return !opens
		}
	}
	return true
}

// unclosed yields what follows a mark that is never closed: up to the first "précise-t-il" between it and limit, else to limit.
func (r *reader) unclosed(open, limit int) {
	last := limit
	for i := open + 1; i < limit; i++ {
		if r.d.Tokens[i].Gap == doc.Paragraph {
			last = i
			break
		}
		if r.mark(i) == "," && i+1 < limit {
			if c, ok := r.incise(i, min(i+14, limit)); ok && c.inverted {
				last = i
				break
			}
		}
	}
	if last > open+1 {
		r.spans = append(r.spans, quoted{open: open, close: last})
	}
}

package summary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
)

// write makes the text and the evidence of a draft.
func (r *reading) write(x *draft) {
	l := &r.lines[x.line]
	span := r.d.Span(l.Range)
	raw := r.d.Slice(span)
	x.claim.Evidence = append(x.claim.Evidence[:0], span)
	if !l.within && len(x.cuts) == 0 && len(x.names) == 0 && !strings.ContainsAny(raw, "\n\r\t") && l.ends {
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
	if l.within { // the mark that opened before this sentence
		for k := l.First; k < l.Last; k++ {
			switch r.d.Tokens[k].Norm {
			case "\"":
				b.WriteByte('"')
			case "»":
				b.WriteString("«\u202f")
			}
		}
	}
	for _, p := range kept(l.Range, append(slices.Clone(x.cuts), ranges(x.names)...)) {
		for k := p.First; k < p.Last; k++ {
			r.putNames(x, k, put)
			t := &r.d.Tokens[k]
			s := r.d.Slice(t.Span)
			if b.Len() == 0 && t.Norm == "," {
				continue
			}
			put(s, r.spaced(last, k) && !(l.within && last == doc.None))
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

// Package english reads articles in English: tokens, sentences and names, by the pipeline of jdkato/prose.
//
// prose gives no positions, drops what follows some apostrophes, and takes quadratic time on runs of brackets. Here it sees one paragraph at a time, none
// that holds such a run, and what it returns is placed back on the text; what cannot be placed is dropped, and its tokens are used only where they
// cover the paragraph.
package english

import (
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"

	"github.com/breve-nlp/breve/extract/doc"
)

// Reader reads English with one model, decoded when the first English article comes. It is safe for any number of goroutines.
type Reader struct {
	once  sync.Once
	model *prose.Model
}

// New returns a Reader.
func New() *Reader { return &Reader{} }

// longest is the size in bytes of a paragraph that prose is given.
const longest = 20_000

// Recite returns the tokens, sentences and names of an English article; tokens are those of the French cut, which stand where prose's do not cover the
// text. The mentions' ranges are over the returned tokens.
func (r *Reader) Recite(d *doc.Document, tokens []doc.Token) ([]doc.Token, []doc.Sentence, []doc.Mention) {
	r.once.Do(func() { r.model = prose.ModelFromData("en") })
	w := writer{d: d, r: r}
	for first := 0; first < len(tokens); {
		last := first + 1
		for last < len(tokens) && tokens[last].Gap != doc.Paragraph {
			last++
		}
		w.paragraph(tokens[first:last])
		first = last
	}
	return w.tokens, w.sentences, w.mentions
}

type writer struct {
	d         *doc.Document
	r         *Reader
	tokens    []doc.Token
	sentences []doc.Sentence
	mentions  []doc.Mention
	number    int
}

func (w *writer) paragraph(tokens []doc.Token) {
	start, end := tokens[0].Start, tokens[len(tokens)-1].End
	text := w.d.Text[start:end]
	base := len(w.tokens)
	defer func() { w.number++ }()
	if len(text) > longest || bracketed(text) {
		w.tokens = append(w.tokens, tokens...)
		w.sentences = append(w.sentences, doc.Sentence{Range: doc.Range{First: base, Last: len(w.tokens)}, Paragraph: w.number})
		return
	}
	p, err := prose.NewDocument(text, prose.UsingModel(w.r.model))
	if err != nil {
		w.tokens = append(w.tokens, tokens...)
		w.sentences = append(w.sentences, doc.Sentence{Range: doc.Range{First: base, Last: len(w.tokens)}, Paragraph: w.number})
		return
	}
	if own := place(w.d, p.Tokens(), start, end, tokens); own != nil {
		tokens = own
	}
	w.tokens = append(w.tokens, tokens...)
	w.split(p.Sentences(), start, base)
	w.name(p.Entities(), start, end)
}

// place finds prose's tokens in the text one after the other; nil where they leave out anything that is not white space.
func place(d *doc.Document, found []prose.Token, start, end int, old []doc.Token) []doc.Token {
	out := make([]doc.Token, 0, len(found))
	at, k := start, 0
	for _, f := range found {
		i := strings.Index(d.Text[at:end], f.Text)
		if f.Text == "" || i < 0 || strings.TrimSpace(d.Text[at:at+i]) != "" {
			return nil
		}
		span := doc.Span{Start: at + i, End: at + i + len(f.Text)}
		t := doc.Token{Span: span, Norm: strings.ToLower(f.Text), Word: doc.None}
		for k < len(old) && old[k].End <= span.Start {
			k++
		}
		if k < len(old) && old[k].Start <= span.Start {
			t.Shape, t.Gap = old[k].Shape, old[k].Gap
			if old[k].Span == span {
				t.Norm, t.Word = old[k].Norm, old[k].Word
			}
			if old[k].Start < span.Start {
				t.Gap = doc.Glued
			}
		}
		out = append(out, t)
		at = span.End
	}
	if strings.TrimSpace(d.Text[at:end]) != "" {
		return nil
	}
	return out
}

// split lays prose's sentences over the tokens from base on.
func (w *writer) split(found []prose.Sentence, start, base int) {
	at := start
	first := base
	for _, s := range found {
		i := strings.Index(w.d.Text[at:], s.Text)
		if s.Text == "" || i < 0 {
			continue
		}
		at += i + len(s.Text)
		last := first
		for last < len(w.tokens) && w.tokens[last].End <= at {
			last++
		}
		if last > first {
			w.sentences = append(w.sentences, doc.Sentence{Range: doc.Range{First: first, Last: last}, Paragraph: w.number})
			first = last
		}
	}
	if first < len(w.tokens) {
		w.sentences = append(w.sentences, doc.Sentence{Range: doc.Range{First: first, Last: len(w.tokens)}, Paragraph: w.number})
	}
}

// name places prose's names on the text, in order.
func (w *writer) name(found []prose.Entity, start, end int) {
	at := start
	for _, e := range found {
		kind := ""
		switch e.Label {
		case "PERSON":
			kind = doc.Person
		case "GPE":
			kind = doc.Location
		case "ORGANIZATION":
			kind = doc.Organization
		}
		i := strings.Index(w.d.Text[at:end], e.Text)
		if kind == "" || e.Text == "" || i < 0 {
			continue
		}
		span := doc.Span{Start: at + i, End: at + i + len(e.Text)}
		at = span.End
		first, last := w.at(span.Start), w.at(span.End-1)+1
		if first >= last || w.tokens[first].Start != span.Start || w.tokens[last-1].End != span.End {
			continue
		}
		w.mentions = append(w.mentions, doc.Mention{Range: doc.Range{First: first, Last: last}, Span: span, Type: kind, Form: "name"})
	}
}

// at returns the token that holds a byte.
func (w *writer) at(pos int) int {
	lo, hi := 0, len(w.tokens)-1
	for lo < hi {
		mid := (lo + hi) / 2
		if w.tokens[mid].End <= pos {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return max(lo, 0)
}

// bracketed tells a run of brackets and the like that prose takes quadratic time for.
func bracketed(text string) bool {
	run := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(', ')', '[', ']', '{', '}', '"', '\'', '*', '.', ',', ':', ';', '!', '?', '<', '>':
			if run++; run > 12 {
				return true
			}
		default:
			run = 0
		}
	}
	return false
}

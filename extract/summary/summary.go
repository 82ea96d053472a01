// Package summary tells what an article says, in short: the lead, the key points, the sentences that stand for the whole, the keywords, the answers to
// the questions of a news story, and the events in time.
//
// Every claim is the article's own words, whole or with words taken out ("trim.go"), or a template filled with the roles of an event ("compose.go");
// its evidence is the slices that prove it. Which sentence counts how much is a table of weights ("weights.tsv") over features that one can read
// ("feature.go").
package summary

import (
	"sync"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Options say how long the extractive summary is. The zero value asks for the default.
type Options struct {
	Words     int     // about so many words; 0 means 40
	Sentences int     // so many sentences, whatever their length; 0: by words
	Ratio     float64 // a part of the article's words; 0: by words
}

// usual is the length of a summary, in words, where the caller names none.
const usual = 40

// Chooser chooses what stands for an article. It is safe for any number of goroutines.
type Chooser struct {
	lex *lexicon.Lexicon
	classes
	stems   stems
	weights weights
	phrases phrasebook
	pool    sync.Pool
}

// New returns a Chooser for a lexicon.
func New(lex *lexicon.Lexicon) *Chooser {
	c := &Chooser{lex: lex, classes: findClasses(lex), weights: builtin()}
	c.phrases = readTemplates(lex)
	c.pool.New = func() any { return new(reading) }
	return c
}

// Choose returns the summary of a document, whose AccordingTo it takes over.
func (c *Chooser) Choose(d *doc.Document, o Options) doc.Summary {
	r := c.pool.Get().(*reading)
	defer c.pool.Put(r)
	r.load(c, d, o)
	r.weigh()
	var s doc.Summary
	s.Scores = make([]float64, len(r.lines))
	for i := range r.lines {
		s.Scores[i] = r.lines[i].score
	}
	s.Sentences = r.extract(o)
	s.Lead = r.lead()
	s.KeyPoints = r.points(&s.Lead)
	s.Five = r.five(d.Summary.Five.AccordingTo)
	s.Timeline = r.timeline()
	s.Keywords = r.keywords()
	r.d, r.c = nil, nil
	return s
}

// News tells whether a document, read to its end, tells any news: a recipe and a poem do not.
func News(d *doc.Document) bool {
	if d.Summary.Lead.Text == "" {
		return false
	}
	for i := range d.Dates {
		if t := d.Dates[i].Type; t == "DATE" || t == "TIME" {
			return true
		}
	}
	return len(d.Events) > 0 || len(d.Quotes) > 0 || len(d.Entities) > 1
}

// Package entity unites the mentions of an article: who is the same as whom, by which name, in which role.
package entity

import (
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Uniter unites mentions. It is safe for any number of goroutines.
type Uniter struct{ lex *lexicon.Lexicon }

// New returns a Uniter for a lexicon.
func New(lex *lexicon.Lexicon) *Uniter { return &Uniter{lex} }

// Unite returns the entities of the document's mentions.
func (u *Uniter) Unite(d *doc.Document) []doc.Entity {
	var out []doc.Entity
	seen := map[string]int{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		name := d.Slice(m.Span)
		k, ok := seen[m.Type+name]
		if !ok {
			k = len(out)
			seen[m.Type+name] = k
			out = append(out, doc.Entity{Type: m.Type, Kind: m.Kind, Name: name, Parent: doc.None})
		}
		out[k].Mentions = append(out[k].Mentions, i)
	}
	return out
}

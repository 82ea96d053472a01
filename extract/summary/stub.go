package summary

import (
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

type template struct{}

func readTemplates(lex *lexicon.Lexicon) []template      { return nil }
func (r *reading) compose(best *draft) (doc.Claim, bool) { return doc.Claim{}, false }
func (r *reading) five(sources []int) doc.FiveW          { return doc.FiveW{AccordingTo: sources} }
func (r *reading) timeline() []doc.Moment                { return nil }
func (r *reading) keywords() []doc.Keyword               { return nil }

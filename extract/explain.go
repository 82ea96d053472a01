package extract

import "github.com/breve-nlp/breve/extract/doc"

// Explain returns the evidence that was weighed for a mention of a document that this Reader has read, heaviest first. It weighs the article anew.
func (r *Reader) Explain(d *doc.Document, mention int) []doc.Evidence {
	if mention < 0 || mention >= len(d.Mentions) {
		return nil
	}
	return r.finder.Explain(d, &d.Mentions[mention])
}

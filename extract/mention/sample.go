package mention

import "github.com/breve-nlp/breve/extract/doc"

// Sample is a candidate as the fitting tool sees it: where it stands and the numbers of its evidence.
type Sample struct {
	doc.Span
	Evidence []int
	Best     string // the type that today's weights give
	Head     bool
}

// Types are the types that weights speak for, in the order of the table's columns; the last is "none".
func Types() []string { return types[:] }

// EvidenceNames are the kinds of evidence in the order of the table's lines.
func EvidenceNames() []string { return featureNames[:] }

// Samples returns the candidates of an article, for fitting weights.
func (f *Finder) Samples(d *doc.Document) []Sample {
	s := f.read(d)
	defer f.pool.Put(s)
	var out []Sample
	for i := range s.cands {
		x := &s.cands[i]
		sample := Sample{Span: d.Span(x.Range), Best: types[x.best], Head: x.head >= 0}
		for k := range featureNames {
			if x.feats.has(feature(k)) {
				sample.Evidence = append(sample.Evidence, k)
			}
		}
		out = append(out, sample)
	}
	return out
}

package summary

import "github.com/breve-nlp/breve/extract/doc"

// Sample is a sentence, or a set of sentences, with its features: what corpus/fit-summary fits the weights on.
type Sample struct {
	Sentences []int
	Features  []float64
	Sound     bool // no sentence leans on one that is missing
}

// SentenceSamples returns the features of every sentence that may stand in a summary.
func (c *Chooser) SentenceSamples(d *doc.Document, word []float64) []Sample {
	w := &Chooser{lex: c.lex, classes: c.classes}
	copy(w.weights.word[:], word)
	r := new(reading)
	r.load(w, d, Options{})
	r.weigh()
	var out []Sample
	for i := range r.lines {
		if l := &r.lines[i]; l.kind == doc.Prose && l.words >= 4 {
			out = append(out, Sample{[]int{i}, append([]float64(nil), l.x...), true})
		}
	}
	return out
}

// SetSamples returns the features of the sets of up to three of the best sentences, by the weights given for sentences.
func (c *Chooser) SetSamples(d *doc.Document, word, sentence []float64) []Sample {
	w := &Chooser{lex: c.lex, classes: c.classes}
	copy(w.weights.word[:], word)
	copy(w.weights.sentence[:], sentence)
	r := new(reading)
	r.load(w, d, Options{})
	r.weigh()
	list := append([]int(nil), r.candidates()...)
	list = list[:min(len(list), shortlist)]
	marked := make([]bool, len(r.lines))
	for _, i := range list {
		marked[i] = true
	}
	list = list[:0]
	for i, m := range marked {
		if m {
			list = append(list, i)
		}
	}
	var out []Sample
	var x [numSet]float64
	add := func(lines ...int) {
		words := 0
		for _, i := range lines {
			words += r.lines[i].words
		}
		if words <= r.goal+r.goal/2 || len(lines) == 1 {
			r.describe(lines, &x)
			r.means(lines, &x)
			out = append(out, Sample{append([]int(nil), lines...), append([]float64(nil), x[:]...), r.standsAlone(lines)})
		}
	}
	for a := range list {
		add(list[a])
		for b := a + 1; b < len(list); b++ {
			add(list[a], list[b])
			for c := b + 1; c < len(list); c++ {
				add(list[a], list[b], list[c])
			}
		}
	}
	return out
}

// Extract returns the extractive summary by the weights given.
func (c *Chooser) Extract(d *doc.Document, o Options, word, sentence, set []float64) []doc.Extract {
	w := &Chooser{lex: c.lex, classes: c.classes}
	copy(w.weights.word[:], word)
	copy(w.weights.sentence[:], sentence)
	copy(w.weights.set[:], set)
	r := new(reading)
	r.load(w, d, o)
	r.weigh()
	return r.extract(o)
}

// WordSamples returns the features of every term, and for each whether the abstract has it.
func (c *Chooser) WordSamples(d *doc.Document, abstract string) (out []Sample, used []float64) {
	r := new(reading)
	r.load(c, d, Options{})
	r.weigh()
	in := make([]bool, len(r.counts))
	words := r.cut(abstract)
	for i := range words {
		if n := r.term(&words[i], false); n >= 0 {
			in[n] = true
		}
	}
	for n := range r.counts {
		var x [numWord]float64
		r.traits(n, &x)
		out = append(out, Sample{Features: x[:]})
		used = append(used, flag(in[n]))
	}
	return out, used
}

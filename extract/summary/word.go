package summary

import (
	"math"

	"github.com/breve-nlp/breve/extract/doc"
)

// The features of a word of the article: how likely an editor would use it.
const (
	wEvery = iota
	wTitle
	wUntitled
	wOften
	wTwice
	wOpening
	wOpeningUntitled
	wEarly
	wEarlyUntitled
	wName
	wNameOften
	wDigit
	wVerb
	wLong
	numWord
)

var wordNames = [numWord]string{
	"every", "in-title", "untitled", "often", "twice", "first-sentence", "first-sentence-untitled", "early", "early-untitled", "name", "name-often", "digit", "verb", "long",
}

// guess works out how likely each term is.
func (r *reading) guess() {
	r.firstAt = grow(r.firstAt, len(r.counts))
	r.likely = grow(r.likely, len(r.counts))
	for i := range r.firstAt {
		r.firstAt[i] = 1 << 20
	}
	at := 0
	for i := range r.lines {
		l := &r.lines[i]
		if l.kind != doc.Prose || l.words < 4 {
			continue
		}
		for _, t := range l.distinct {
			r.firstAt[t] = min(r.firstAt[t], at)
		}
		at++
	}
	var x [numWord]float64
	for n := range r.counts {
		r.traits(n, &x)
		p := 0.0
		for k, v := range x {
			p += v * r.c.weights.word[k]
		}
		r.likely[n] = min(1, max(0.005, p))
	}
}

// traits fills the features of a term.
func (r *reading) traits(n int, x *[numWord]float64) {
	*x = [numWord]float64{}
	count, at := r.counts[n], r.firstAt[n]
	untitled := flag(r.titled == 0)
	x[wEvery] = 1
	x[wTitle] = flag(r.inTitle[n])
	x[wUntitled] = untitled
	x[wOften] = math.Log(float64(max(1, count)))
	x[wTwice] = flag(count > 1)
	x[wOpening] = flag(at == 0)
	x[wOpeningUntitled] = x[wOpening] * untitled
	x[wEarly] = 1 / float64(at+1)
	x[wEarlyUntitled] = x[wEarly] * untitled
	i := r.sample[n]
	if i < 0 {
		return
	}
	t := &r.d.Tokens[i]
	name := t.Shape&doc.Capital != 0 && (i == 0 || r.d.Tokens[i-1].Shape&doc.Punct == 0)
	x[wName] = flag(name)
	x[wNameOften] = x[wName] * x[wOften]
	x[wDigit] = flag(t.Shape&doc.Digit != 0)
	x[wVerb] = flag(!name && r.is(int(i), r.c.finite))
	x[wLong] = flag(len(t.Norm) > 8)
}

// expected returns how many of its words a line would share with an abstract, measured like an F1, and how densely they stand in it.
func (r *reading) expected(l *line) (f, dense float64) {
	sum := 0.0
	for _, t := range l.distinct {
		sum += r.likely[t]
	}
	return 20 * sum / float64(l.words+35), 10 * sum / float64(l.words+5)
}

package main

import (
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/summary"
)

// choice is one article: the sets that can be its summary, and what each is worth.
type choice struct {
	sets  []summary.Sample
	worth []float64
	words []int
}

// choices returns the articles to fit on, each with its title and without.
func choices(c *summary.Chooser, articles []*article, word, sentence []float64) []choice {
	var out []choice
	for _, a := range articles {
		if a.held {
			continue
		}
		a.versions(func(d *doc.Document) {
			var x choice
			for _, s := range c.SetSamples(d, word, sentence) {
				if !s.Sound {
					continue
				}
				text := a.text(s.Sentences)
				x.sets = append(x.sets, s)
				x.worth = append(x.worth, worth(text, a.reference))
				x.words = append(x.words, len(text))
			}
			if len(x.sets) > 1 {
				out = append(out, x)
			}
		})
	}
	return out
}

// climb changes one weight at a time as long as the chosen sets get better: the regression weighs all sets alike, but only the one that wins is printed.
// A mean length above the wanted one costs half a point a word.
func climb(list []choice, w []float64, length float64) []float64 {
	w = append([]float64(nil), w...)
	scores := make([][]float64, len(list))
	for i, x := range list {
		scores[i] = make([]float64, len(x.sets))
		for j, s := range x.sets {
			for k, v := range s.Features {
				scores[i][j] += v * w[k]
			}
		}
	}
	value := func(k int, step float64) float64 {
		sum, words := 0.0, 0.0
		for i, x := range list {
			best, at := 0.0, -1
			for j := range x.sets {
				if v := scores[i][j] + step*x.sets[j].Features[k]; at < 0 || v > best {
					best, at = v, j
				}
			}
			sum += x.worth[at]
			words += float64(x.words[at])
		}
		n := float64(len(list))
		return sum/n - 0.5*max(0, words/n-length)
	}
	best := value(0, 0)
	for _, size := range []float64{8, 4, 2, 1, 0.5, 0.25} {
		for round := 0; round < 3; round++ {
			moved := false
			for k := range w {
				for _, step := range []float64{size, -size} {
					if v := value(k, step); v > best+0.002 {
						best, moved = v, true
						w[k] += step
						for i, x := range list {
							for j, s := range x.sets {
								scores[i][j] += step * s.Features[k]
							}
						}
					}
				}
			}
			if !moved {
				break
			}
		}
	}
	return w
}

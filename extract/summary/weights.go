package summary

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// weights.tsv is written by corpus/fit-summary: the feature, a tab, what it is worth in points of ROUGE.
//
//go:embed weights.tsv
var table string

type weights struct {
	word     [numWord]float64
	sentence [numFeatures]float64
	set      [numSet]float64
}

// builtin reads the table; a name that is not known counts for nothing.
func builtin() weights {
	var w weights
	for l := range strings.Lines(table) {
		name, value, ok := strings.Cut(strings.TrimSpace(l), "\t")
		v, err := strconv.ParseFloat(value, 64)
		if !ok || err != nil {
			continue
		}
		for i, n := range wordNames {
			if "word."+n == name {
				w.word[i] = v
			}
		}
		for i, n := range featureNames {
			if "sentence."+n == name {
				w.sentence[i] = v
			}
		}
		for i, n := range setNames {
			if "set."+n == name {
				w.set[i] = v
			}
		}
	}
	return w
}

// Features returns the names of the features of sentences and of sets of sentences, in the order of Samples.
func Features() (word, sentence, set []string) {
	return wordNames[:], featureNames[:], setNames[:]
}

// WriteWeights writes a table for weights.tsv.
func WriteWeights(out io.Writer, word, sentence, set []float64) error {
	w := bufio.NewWriter(out)
	fmt.Fprintln(w, "# word: how likely an abstract has a word of the article. sentence, set: what a feature of a sentence, or of a set of sentences, is worth, in points of ROUGE. Written by corpus/fit-summary.")
	for i, n := range wordNames {
		fmt.Fprintf(w, "word.%s\t%.4f\n", n, word[i])
	}
	for i, n := range featureNames {
		fmt.Fprintf(w, "sentence.%s\t%.3f\n", n, sentence[i])
	}
	for i, n := range setNames {
		fmt.Fprintf(w, "set.%s\t%.3f\n", n, set[i])
	}
	return w.Flush()
}

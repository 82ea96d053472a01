package mention

import (
	_ "embed"
	"fmt"
	"io"
	"math/bits"
	"sort"
	"strconv"
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// The weights of all evidence, one kind a line, one type a column. Written by the fitting tool in corpus/fit; readable and editable by hand.
//
//go:embed weights.tsv
var weightTable string

type weights [featureCount]sums

func builtin() *weights {
	w, err := parseWeights(weightTable)
	if err != nil {
		return &weights{} // a test proves that the table reads
	}
	return w
}

func parseWeights(text string) (*weights, error) {
	byName := map[string]int{}
	for i, n := range featureNames {
		byName[n] = i
	}
	w := &weights{}
	for n, l := range strings.Split(text, "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		cols := strings.Split(l, "\t")
		i, ok := byName[cols[0]]
		if !ok || len(cols) != typeCount+1 {
			return nil, fmt.Errorf("weights.tsv:%d: unknown evidence or wrong number of columns: %q", n+1, l)
		}
		for t := range typeCount {
			v, err := strconv.ParseFloat(cols[t+1], 32)
			if err != nil {
				return nil, fmt.Errorf("weights.tsv:%d: %w", n+1, err)
			}
			w[i][t] = float32(v)
		}
	}
	return w, nil
}

func (w *weights) sum(f *features) sums {
	var out sums
	for k, rest := range f {
		for ; rest != 0; rest &= rest - 1 {
			row := &w[k<<6+bits.TrailingZeros64(rest)]
			for t := range out {
				out[t] += row[t]
			}
		}
	}
	return out
}

func (w *weights) explain(f *features, best int) []doc.Evidence {
	var out []doc.Evidence
	for i := range featureNames {
		if f.has(feature(i)) && w[i] != (sums{}) {
			out = append(out, doc.Evidence{Name: featureNames[i], Type: types[best], Weight: float64(w[i][best] - w[i][isNone])})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Weight > out[j].Weight })
	return out
}

// WriteWeights writes a table in the form of weights.tsv.
func WriteWeights(out io.Writer, table [][]float64) error {
	if _, err := fmt.Fprintf(out, "# Weight of each kind of evidence for each type of name, fitted by go run ./corpus/fit.\n# evidence\t%s\n", strings.Join(types[:], "\t")); err != nil {
		return err
	}
	for i, n := range featureNames {
		line := n
		for _, v := range table[i] {
			line += "\t" + strconv.FormatFloat(v, 'f', 2, 64)
		}
		if _, err := fmt.Fprintln(out, line); err != nil {
			return err
		}
	}
	return nil
}

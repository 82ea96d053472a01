// Command fit finds the weights of evidence for names (extract/mention/weights.tsv) on articles with known names.
//
//	go run ./corpus/fit [-hold N] [-out FILE] GOLD.jsonl[@WEIGHT]…
//
// Each line of a gold file is {"id", "text", "entities": [{"start", "end", "type", "alt"}]}, positions in code points. The weights are those of a multinomial
// logistic regression with an L2 penalty, drawn to the beliefs of prior.tsv, by full-batch gradient steps: the same input gives the same table. Of every N articles one is kept
// apart; the tool prints the accuracy on both parts.
package main

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/mention"
)

type article struct {
	ID, Text, Published, Title string
	Layers                     []string
	Types                      []string
	Entities                   []struct {
		Start, End int
		Type       string
		Alt        []string
		Optional   bool
	}
}

type sample struct {
	text   string
	feats  []int
	allow  []bool
	weight float64
	held   bool
}

func main() {
	hold := flag.Int("hold", 0, "keep one article of N apart (0: none)")
	out := flag.String("out", "", "write the table here")
	l2 := flag.Float64("l2", 1.0, "penalty")
	errors := flag.Bool("errors", false, "list the samples that the fitted table gets wrong among those kept apart")
	dump := flag.Bool("dump", false, "print every sample with what it may be")
	rounds := flag.Int("rounds", 400, "gradient steps")
	flag.Parse()
	r, err := extract.New()
	if err != nil {
		fail(err)
	}
	finder := mention.New(r.Lexicon())
	var all []sample
	for _, path := range flag.Args() {
		s, err := read(path, r, finder, *hold)
		if err != nil {
			fail(err)
		}
		all = append(all, s...)
	}
	prior, err := beliefs()
	if err != nil {
		fail(err)
	}
	if *dump {
		for i := range all {
			print(&all[i], "")
		}
		return
	}
	table := fit(all, prior, *rounds, *l2)
	train, held := accuracy(all, table)
	fmt.Printf("samples %d  accuracy: fitted %.4f  kept apart %.4f\n", len(all), train, held)
	if *errors {
		list(all, table)
	}
	if *out == "" {
		return
	}
	f, err := os.Create(*out)
	if err != nil {
		fail(err)
	}
	if err := mention.WriteWeights(f, table); err != nil {
		fail(err)
	}
	if err := f.Close(); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(2)
}

func read(path string, r *extract.Reader, finder *mention.Finder, hold int) ([]sample, error) {
	weight := 1.0
	if name, w, ok := strings.Cut(path, "@"); ok {
		v, err := strconv.ParseFloat(w, 64)
		if err != nil {
			return nil, fmt.Errorf("%s: the weight behind @ is a number", path)
		}
		path, weight = name, v
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewReaderSize(f, 1<<20)
	dec := json.NewDecoder(in)
	var out []sample
	for n := 0; dec.More(); n++ {
		var a article
		if err := dec.Decode(&a); err != nil {
			return nil, fmt.Errorf("%s: article %d: %w", path, n+1, err)
		}
		if a.Layers != nil && !has(a.Layers, "entities") || a.Entities == nil {
			continue
		}
		d := r.Article([]byte(a.Text), doc.About{ID: a.ID, Title: a.Title, Published: a.Published})
		at := bytesOf(d.Text)
		for _, c := range finder.Samples(d) {
			s := sample{text: a.ID + " " + d.Slice(c.Span), feats: c.Evidence, allow: make([]bool, len(mention.Types())), weight: weight, held: hold > 0 && n%hold == hold-1}
			found := false
			for _, e := range a.Entities {
				if e.End >= len(at) || at[e.Start] != c.Start || at[e.End] != c.End {
					continue
				}
				found = true
				for k, t := range mention.Types() {
					s.allow[k] = t == e.Type || has(e.Alt, t) || e.Optional && t == "none"
				}
			}
			if !found && inside(a, at, c.Span) {
				continue // "Paris" in "tribunal de Paris" says nothing of Paris
			}
			if !found {
				s.allow[len(s.allow)-1] = true
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// inside tells whether a span lies inside a longer name of the gold.
func inside(a article, at []int, s doc.Span) bool {
	for _, e := range a.Entities {
		if e.End < len(at) && at[e.Start] <= s.Start && s.End <= at[e.End] {
			return true
		}
	}
	return false
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// bytesOf returns the byte position of every code point, and of the end.
func bytesOf(text string) []int {
	var out []int
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}

func fit(all []sample, prior [][]float64, rounds int, l2 float64) [][]float64 {
	nf, nt := len(mention.EvidenceNames()), len(mention.Types())
	w, g2 := grid(nf, nt), grid(nf, nt)
	for i := range w {
		copy(w[i], prior[i])
	}
	grad := grid(nf, nt)
	p, q := make([]float64, nt), make([]float64, nt)
	for range rounds {
		for i := range grad {
			for t := range grad[i] {
				grad[i][t] = l2 * (w[i][t] - prior[i][t])
			}
		}
		for i := range all {
			s := &all[i]
			if s.held {
				continue
			}
			soft(s, w, p)
			mass := 0.0
			for t, ok := range s.allow {
				if ok {
					mass += p[t]
				}
			}
			for t, ok := range s.allow {
				q[t] = 0
				if ok {
					q[t] = p[t] / mass
				}
			}
			for _, f := range s.feats {
				for t := range p {
					grad[f][t] += s.weight * (p[t] - q[t])
				}
			}
		}
		for i := range w {
			for t := range w[i] {
				g2[i][t] += grad[i][t] * grad[i][t]
				if g2[i][t] > 0 {
					w[i][t] -= 0.5 * grad[i][t] / math.Sqrt(g2[i][t])
				}
			}
		}
	}
	return w
}

func soft(s *sample, w [][]float64, p []float64) {
	top := math.Inf(-1)
	for t := range p {
		p[t] = 0
		for _, f := range s.feats {
			p[t] += w[f][t]
		}
		top = math.Max(top, p[t])
	}
	total := 0.0
	for t := range p {
		p[t] = math.Exp(p[t] - top)
		total += p[t]
	}
	for t := range p {
		p[t] = math.Max(p[t]/total, 1e-12)
	}
}

func accuracy(all []sample, w [][]float64) (train, held float64) {
	p := make([]float64, len(mention.Types()))
	var n, hit [2]float64
	for i := range all {
		s := &all[i]
		soft(s, w, p)
		best := 0
		for t := range p {
			if p[t] > p[best] {
				best = t
			}
		}
		k := 0
		if s.held {
			k = 1
		}
		n[k]++
		if s.allow[best] {
			hit[k]++
		}
	}
	return hit[0] / math.Max(n[0], 1), hit[1] / math.Max(n[1], 1)
}

//go:embed prior.tsv
var priorTable string

// beliefs reads prior.tsv.
func beliefs() ([][]float64, error) {
	names, types := mention.EvidenceNames(), mention.Types()
	out := grid(len(names), len(types))
	for n, l := range strings.Split(priorTable, "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		c := strings.Split(l, "\t")
		if len(c) != 3 {
			return nil, fmt.Errorf("prior.tsv:%d: want evidence, type, weight", n+1)
		}
		i, t := slices.Index(names, c[0]), slices.Index(types, c[1])
		v, err := strconv.ParseFloat(c[2], 64)
		if i < 0 || t < 0 || err != nil {
			return nil, fmt.Errorf("prior.tsv:%d: %q is no evidence, type and weight", n+1, l)
		}
		out[i][t] = v
	}
	return out, nil
}

// list prints the samples kept apart that the table gets wrong.
func list(all []sample, w [][]float64) {
	p := make([]float64, len(mention.Types()))
	for i := range all {
		s := &all[i]
		soft(s, w, p)
		best := 0
		for t := range p {
			if p[t] > p[best] {
				best = t
			}
		}
		if !s.held || s.allow[best] {
			continue
		}
		print(s, mention.Types()[best])
	}
}

// print writes one sample: what it may be, what it was taken for, where it stands, its evidence.
func print(s *sample, best string) {
	var want, why []string
	for t, ok := range s.allow {
		if ok {
			want = append(want, mention.Types()[t])
		}
	}
	for _, f := range s.feats {
		why = append(why, mention.EvidenceNames()[f])
	}
	fmt.Printf("%s as %s\t%s\t%s\n", strings.Join(want, "|"), best, s.text, strings.Join(why, " "))
}

func grid(n, m int) [][]float64 {
	out := make([][]float64, n)
	for i := range out {
		out[i] = make([]float64, m)
	}
	return out
}

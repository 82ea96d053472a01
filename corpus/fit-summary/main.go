// Command fit-summary finds the weights of the extractive summary (extract/summary/weights.tsv) on articles with abstracts by people.
//
//	go run ./corpus/fit-summary [-all] [-out FILE] GOLD.jsonl
//
// Each line of the gold file is {"id", "text", "title", "published", "summary"}. The weights of sentences are those of a ridge regression on what each
// sentence alone scores in ROUGE against the abstract; the weights of sets on what sets of sentences score. Of every three articles two are
// fitted; the tool prints the scores on both parts. The same input gives the same table. Every article counts twice, once
// with and once without its title, so that the table serves both.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/summary"
)

type article struct {
	ID, Text, Title, Published, Summary string

	doc       *doc.Document
	reference []string
	held      bool
}

func main() {
	all := flag.Bool("all", false, "fit on all articles, none kept apart")
	out := flag.String("out", "", "write the table here")
	l2 := flag.Float64("l2", 30, "penalty of the ridge regression")
	price := flag.Float64("price", 0.035, "what a word costs, in points of ROUGE")
	draw := flag.Float64("draw", 0.001, "how strongly the weights are drawn to those of the regression")
	rounds := flag.Int("rounds", 300, "gradient steps")
	length := flag.Float64("length", 0, "where given, climb on to the best sets of at most so many words in the mean")
	flag.Parse()
	r, err := extract.New()
	if err != nil {
		fail(err)
	}
	c := summary.New(r.Lexicon())
	var articles []*article
	for _, path := range flag.Args() {
		a, err := read(path, r)
		if err != nil {
			fail(err)
		}
		articles = append(articles, a...)
	}
	for i, a := range articles {
		a.held = !*all && i%3 == 2
	}
	word := fitWords(c, articles, *l2)
	sentence := fitSentences(c, articles, word, *l2)
	set := fitSets(c, articles, word, sentence, *l2)
	list := choices(c, articles, word, sentence)
	set = ascend(list, set, *price, *draw, *rounds)
	if *length > 0 {
		set = climb(list, set, *length)
	}
	for _, titled := range []bool{true, false} {
		report(c, articles, word, sentence, set, titled)
	}
	if *out == "" {
		return
	}
	f, err := os.Create(*out)
	if err != nil {
		fail(err)
	}
	if err := summary.WriteWeights(f, word, sentence, set); err != nil {
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

func read(path string, r *extract.Reader) ([]*article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	dec := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	var out []*article
	for n := 0; dec.More(); n++ {
		a := new(article)
		if err := dec.Decode(a); err != nil {
			return nil, fmt.Errorf("%s: article %d: %w", path, n+1, err)
		}
		a.doc = r.Article([]byte(a.Text), doc.About{ID: a.ID, Title: a.Title, Published: a.Published})
		a.reference = words(a.Summary)
		out = append(out, a)
	}
	return out, nil
}

// versions calls f with the document of an article as the caller gave it and without its title.
func (a *article) versions(f func(d *doc.Document)) {
	f(a.doc)
	d := *a.doc
	d.Source.Title = ""
	f(&d)
}

func (a *article) text(sentences []int) []string {
	var out []string
	for _, i := range sentences {
		out = append(out, words(a.doc.Words(a.doc.Sentences[i].Range))...)
	}
	return out
}

// worths gives what each set of sentences scores against the abstract of the article.
func (a *article) worths(samples []summary.Sample) []float64 {
	var y []float64
	for _, x := range samples {
		y = append(y, worth(a.text(x.Sentences), a.reference))
	}
	return y
}

// learn gives the weights of n features: see adds what it knows of each article that is not kept apart.
func learn(articles []*article, n int, l2 float64, see func(s *system, a *article)) []float64 {
	var s system
	s.init(n)
	for _, a := range articles {
		if !a.held {
			see(&s, a)
		}
	}
	return s.solve(l2)
}

func fitWords(c *summary.Chooser, articles []*article, l2 float64) []float64 {
	names, _, _ := summary.Features()
	return learn(articles, len(names), l2, func(s *system, a *article) {
		a.versions(func(d *doc.Document) {
			samples, used := c.WordSamples(d, a.Summary)
			s.plain(samples, used)
		})
	})
}

func fitSentences(c *summary.Chooser, articles []*article, word []float64, l2 float64) []float64 {
	_, names, _ := summary.Features()
	return learn(articles, len(names), l2, func(s *system, a *article) {
		var y []float64
		a.versions(func(d *doc.Document) {
			samples := c.SentenceSamples(d, word)
			if y == nil {
				y = a.worths(samples)
			}
			s.add(samples, y)
		})
	})
}

func fitSets(c *summary.Chooser, articles []*article, word, sentence []float64, l2 float64) []float64 {
	_, _, names := summary.Features()
	return learn(articles, len(names), l2, func(s *system, a *article) {
		a.versions(func(d *doc.Document) {
			samples := c.SetSamples(d, word, sentence)
			s.add(samples, a.worths(samples))
		})
	})
}

func report(c *summary.Chooser, articles []*article, word, sentence, set []float64, titled bool) {
	var sum [2][3]float64
	var n, length [2]int
	for _, a := range articles {
		part := 0
		if a.held {
			part = 1
		}
		d := *a.doc
		if !titled {
			d.Source.Title = ""
		}
		var got []string
		for _, e := range c.Extract(&d, summary.Options{}, word, sentence, set) {
			got = append(got, words(d.Slice(e.Span))...)
		}
		n[part]++
		length[part] += len(got)
		for k, v := range rouge(got, a.reference) {
			sum[part][k] += v
		}
	}
	for part, name := range []string{"fitted", "kept apart"} {
		if n[part] == 0 {
			continue
		}
		k := float64(n[part])
		fmt.Printf("titles %-5v  %-10s  articles %d  words %.1f  ROUGE-1 %.2f  ROUGE-2 %.2f  ROUGE-L %.2f\n", titled, name, n[part],
			float64(length[part])/k, 100*sum[part][0]/k, 100*sum[part][1]/k, 100*sum[part][2]/k)
	}
}

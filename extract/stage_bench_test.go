//go:build unix

package extract

import (
	"testing"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/sentence"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/render"
)

// stages are the lines of Reader.read, each with what it yields put where it belongs.
var stages = []struct {
	name string
	run  func(r *Reader, d *doc.Document, src []byte) *doc.Document
}{
	{"text.Decode", func(r *Reader, d *doc.Document, src []byte) *doc.Document {
		return r.decoder.Decode(src, doc.About{Published: "2020-05-14"})
	}},
	{"token.Cut", func(r *Reader, d *doc.Document, _ []byte) *doc.Document { d.Tokens = token.Cut(d, r.lexicon); return d }},
	{"language.Tell", func(r *Reader, d *doc.Document, _ []byte) *doc.Document {
		d.Source.Language = r.teller.Tell(d.Tokens)
		return d
	}},
	{"sentence.Split", func(r *Reader, d *doc.Document, _ []byte) *doc.Document {
		d.Sentences = sentence.Split(d, r.lexicon)
		return d
	}},
	{"annotation.Mark", func(r *Reader, d *doc.Document, _ []byte) *doc.Document { d.Annotations = r.marker.Mark(d); return d }},
	{"amount.Measure", func(r *Reader, d *doc.Document, _ []byte) *doc.Document { d.Amounts = r.measurer.Measure(d); return d }},
	{"date.Resolve", func(r *Reader, d *doc.Document, _ []byte) *doc.Document { d.Dates = r.resolver.Resolve(d); return d }},
	{"mention.Find", func(r *Reader, d *doc.Document, _ []byte) *doc.Document { d.Mentions = r.finder.Find(d); return d }},
	{"entity.Unite", func(r *Reader, d *doc.Document, _ []byte) *doc.Document {
		d.Mentions, d.Entities = r.uniter.Unite(d)
		return d
	}},
	{"quote.Attribute", func(r *Reader, d *doc.Document, _ []byte) *doc.Document { d.Quotes = r.quoter.Attribute(d); return d }},
	{"event.Derive", func(r *Reader, d *doc.Document, _ []byte) *doc.Document { d.Events = r.deriver.Derive(d); return d }},
	{"summary.Choose", func(r *Reader, d *doc.Document, _ []byte) *doc.Document {
		d.Summary.Five.AccordingTo = r.quoter.Sources(d)
		d.Summary = r.chooser.Choose(d, r.length)
		return d
	}},
	{"render.JSON", func(r *Reader, d *doc.Document, _ []byte) *doc.Document {
		render.JSON(d, render.Options{Lexicon: "bench"})
		return d
	}},
}

// BenchmarkStage runs one stage alone over all articles, on what the stages before it yielded. cpu-MB/s is by processor time and holds on a busy machine.
func BenchmarkStage(b *testing.B) {
	r, err := New()
	if err != nil {
		b.Fatal(err)
	}
	texts, size := articles(b)
	sources := make([][]byte, len(texts))
	for i, t := range texts {
		sources[i] = []byte(t)
	}
	docs := make([]*doc.Document, len(texts))
	work := make([]doc.Document, len(texts))
	measure := func(b *testing.B, run func(i int)) {
		b.SetBytes(int64(size))
		b.ReportAllocs()
		start := processor()
		n := 0
		for b.Loop() {
			for i := range texts {
				run(i)
			}
			n++
		}
		b.ReportMetric(float64(size)*float64(n)/1e6/(processor()-start).Seconds(), "cpu-MB/s")
	}
	for _, s := range stages {
		b.Run(s.name, func(b *testing.B) {
			measure(b, func(i int) {
				if docs[i] != nil {
					work[i] = *docs[i]
				}
				s.run(r, &work[i], sources[i])
			})
		})
		for i := range texts { // what the next stage reads
			if docs[i] == nil {
				docs[i] = &doc.Document{}
			}
			docs[i] = s.run(r, docs[i], sources[i])
		}
	}
	b.Run("Article to JSON", func(b *testing.B) {
		measure(b, func(i int) {
			render.JSON(r.Article(sources[i], doc.About{Published: "2020-05-14"}), render.Options{Lexicon: "bench"})
		})
	})
}

package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/breve-nlp/breve/extract/doc"
)

// articles are what the benchmarks read: the development articles where they lie beside the checkout, else the articles that the project ships.
func articles(b testing.TB) (texts []string, bytes int) {
	b.Helper()
	if f, err := os.ReadFile(filepath.Join("..", "..", "shared", "articles", "orangesum-dev.jsonl")); err == nil {
		for _, l := range strings.Split(string(f), "\n") {
			var a struct{ Text string }
			if json.Unmarshal([]byte(l), &a) == nil && a.Text != "" {
				texts = append(texts, a.Text)
				bytes += len(a.Text)
			}
		}
		return texts, bytes
	}
	names, _ := filepath.Glob(filepath.Join("..", "corpus", "articles", "*.txt"))
	for _, n := range names {
		f, err := os.ReadFile(n)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(f))
		bytes += len(f)
	}
	return texts, bytes
}

func BenchmarkArticle(b *testing.B) {
	r, err := New()
	if err != nil {
		b.Fatal(err)
	}
	texts, n := articles(b)
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			r.Article([]byte(t), doc.About{Published: "2020-05-14"})
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}

package input_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/breve-nlp/breve/input"
)

var article = strings.Repeat("Le maire a parlé du pont. ", 80)

func benchmark(b *testing.B, name string, data []byte, articles int) {
	b.SetBytes(int64(articles * len(article)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for _, err := range input.Open(name, bytes.NewReader(data), input.Options{}) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != articles {
			b.Fatal(n)
		}
	}
}

func BenchmarkZip(b *testing.B) {
	var files []string
	for i := range 500 {
		files = append(files, fmt.Sprintf("%d.txt", i), article)
	}
	benchmark(b, "a.zip", pack(b, files...), 500)
}

func BenchmarkLines(b *testing.B) {
	benchmark(b, "a.jsonl", bytes.Repeat(fmt.Appendf(nil, "{\"id\":1,\"published\":\"2025-03-03\",\"text\":%q}\n", article), 500), 500)
}

func BenchmarkTable(b *testing.B) {
	benchmark(b, "a.csv", append([]byte("id;text\n"), bytes.Repeat([]byte("1;\""+article+"\"\n"), 500)...), 500)
}

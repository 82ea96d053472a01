package extract_test

import (
	"bytes"
	"os"
	"sync"
	"testing"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/render"
)

// The same article gives the same bytes, whatever was read before it and beside it: forwards, backwards, by eight goroutines. MUTATE=FILE.jsonl adds the
// articles of a file.
func TestOrder(t *testing.T) {
	texts := append(shipped(t), "L'Etat a vendu des actions de l'Etat. Le chef de l'Etat a réuni l'Etat-major.", "L'État a vendu des actions de l'État. Le chef de l'État a parlé.")
	if testing.Short() && os.Getenv("MUTATE") == "" && len(texts) > 20 {
		texts = texts[len(texts)-20:]
	}
	reader := func() *extract.Reader {
		r, err := extract.New()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	read := func(r *extract.Reader, i int) []byte {
		return render.JSON(r.Article([]byte(texts[i]), doc.About{Published: "2024-03-01"}), render.Options{})
	}
	want := make([][]byte, len(texts))
	forwards, backwards, shared := reader(), reader(), reader()
	for i := range texts {
		want[i] = read(forwards, i)
	}
	for i := len(texts) - 1; i >= 0; i-- {
		if !bytes.Equal(read(backwards, i), want[i]) {
			t.Errorf("article %d is read otherwise after those that follow it", i)
		}
	}
	var all sync.WaitGroup
	for g := range 8 {
		all.Go(func() {
			for k := range texts {
				i := (k*7 + g*len(texts)/8) % len(texts)
				if !bytes.Equal(read(shared, i), want[i]) {
					t.Errorf("article %d is read otherwise beside others", i)
				}
			}
		})
	}
	all.Wait()
}

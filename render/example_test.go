package render_test

import (
	"fmt"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/render"
)

// One Reader serves any number of goroutines; a Document is a value that the formats are drawn from.
func Example() {
	reader, err := extract.New()
	if err != nil {
		panic(err)
	}
	d := reader.Article([]byte("Le budget atteint 340 millions d'euros."), doc.About{Published: "2025-05-14"})
	for _, a := range d.Amounts {
		fmt.Printf("%s = %.0f %s\n", d.Slice(a.Span), a.Value, a.Currency)
	}
	o := render.Contract(d, render.Options{})
	fmt.Println(len(o.JSON(false)) > 0, render.Number(*o.Amounts[0].Value))
	// Output:
	// 340 millions d'euros = 340000000 EUR
	// true 340 000 000
}

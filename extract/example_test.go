package extract_test

import (
	"fmt"
	"testing/fstest"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
)

const article = `Le constructeur Kervel a nommé lundi Léa Brossard directrice générale, pour 1,2 million d'euros.
« Nous irons vite », a-t-elle déclaré.`

// A Reader is made once; an article goes in, a Document comes out.
func Example() {
	reader, err := extract.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	d := reader.Article([]byte(article), doc.About{Published: "2025-07-08"})
	for _, m := range d.Mentions {
		if m.Form == "name" {
			fmt.Println(m.Type, d.Slice(m.Span))
		}
	}
	for _, a := range d.Amounts {
		fmt.Printf("%s %.0f %s\n", a.Kind, a.Value, a.Currency)
	}
	for _, x := range d.Dates {
		fmt.Println(d.Slice(x.Span), x.Value)
	}
	for _, q := range d.Quotes {
		fmt.Println(q.Kind, d.Slice(q.Span))
	}
	// Output:
	// organization Kervel
	// person Léa Brossard
	// money 1200000 EUR
	// lundi 2025-07-07
	// direct Nous irons vite
}

// A folder of the same form as lexicon/words teaches a Reader names of one's own.
func ExampleWithLexicon() {
	mine := fstest.MapFS{"company.tsv": {Data: []byte("# Clients of ours.\n# keys: sector\nzorblax\tsector=energy\n")}}
	reader, err := extract.New(extract.WithLexicon(mine))
	if err != nil {
		fmt.Println(err)
		return
	}
	lex := reader.Lexicon()
	fmt.Println(lex.Attr(lex.Word("zorblax"), lex.Class("company"), "sector"))
	// Output: energy
}

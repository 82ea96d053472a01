package extract_test

import (
	"testing"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
)

// A medium that only reports is a source; one that acts or is heard is more.
func TestReporters(t *testing.T) {
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, name string
		want       bool
	}{
		{"Le groupe Orvane va supprimer 300 postes à Brest, selon Le Figaro. La direction n'a pas répondu.", "Le Figaro", true},
		{"La mairie de Brest a annoncé mardi la fermeture du pont, rapporte Ouest-France. Les travaux dureront un mois.", "Ouest-France", true},
		{"Le Figaro a racheté mardi le site Kervel, selon Les Echos. « Nous recrutons », indique Le Figaro.", "Le Figaro", false},
	} {
		d := reader.Article([]byte(c.text), doc.About{})
		found := false
		for _, e := range d.Entities {
			if e.Name == c.name {
				found = true
				if e.Reporter != c.want {
					t.Errorf("%s\n%s: reporter %v", c.text, e.Name, e.Reporter)
				}
			}
		}
		if !found {
			t.Errorf("%s\n%s is no entity", c.text, c.name)
		}
	}
}

package summary_test

import (
	"testing"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
)

// With a title the lead is the early sentence that tells what the title tells.
func TestTitledLead(t *testing.T) {
	r, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ title, text, want string }{
		{ // plus-que-parfait is what was before the news
			"Brest : l'usine Orvane ferme ses portes",
			"En mars, la direction de l'usine Orvane avait promis de garder tous les salariés de la région jusqu'à la fin de l'année. L'usine Orvane de Brest a fermé ses portes mardi matin après trente ans de production, a annoncé la direction.",
			"L'usine Orvane de Brest a fermé ses portes mardi matin après trente ans de production, a annoncé la direction.",
		},
		{ // a noun with a relative clause is no sentence
			"Brest : l'usine Orvane ferme ses portes",
			"Une fermeture de l'usine Orvane qui touche les salariés de Brest, rapporte Le Monde. L'usine Orvane de Brest a fermé ses portes mardi matin après trente ans de production.",
			"L'usine Orvane de Brest a fermé ses portes mardi matin après trente ans de production.",
		},
		{ // the last sentence of a long quote gets its mark back
			"Le préfet veut fermer le pont Lafayette",
			"\"La sécurité passe avant tout. Nous fermons le pont Lafayette dès mardi pour trois mois de travaux\", a annoncé le préfet Jean Dupont lors d'un point de presse.",
			"\"Nous fermons le pont Lafayette dès mardi pour trois mois de travaux\", a annoncé le préfet Jean Dupont lors d'un point de presse.",
		},
	} {
		d := r.Article([]byte(c.text), doc.About{Title: c.title, Published: "2025-07-08"})
		if got := d.Summary.Lead.Text; got != c.want {
			t.Errorf("lead under %q\n got %q\nwant %q", c.title, got, c.want)
		}
	}
}

package summary_test

import (
	"strings"
	"testing"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
)

func check(t *testing.T, r *extract.Reader, text, want string) {
	t.Helper()
	d := r.Article([]byte(text), doc.About{Published: "2025-07-08"})
	if got := d.Summary.Lead.Text; got != want {
		t.Errorf("lead of %q\n got %q (%s)\nwant %q", text, got, d.Summary.Lead.Mode, want)
	}
}

// The first sentence of each text is its news; what is asked is how the lead tells it.
func TestLead(t *testing.T) {
	r, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	const long = " et la suppression de la liaison directe entre la gare centrale et le quartier des Tanneries pendant toute la durée des travaux prévus par le département et la région"
	for _, c := range []struct{ text, want string }{
		{"La mairie de Lyon a annoncé mardi la fermeture du pont Lafayette.", "La mairie de Lyon a annoncé mardi la fermeture du pont Lafayette."},
		{"Cependant, la mairie de Lyon a annoncé mardi la fermeture du pont Lafayette.", "La mairie de Lyon a annoncé mardi la fermeture du pont Lafayette."},
		{"La mairie de Lyon a toutefois annoncé mardi la fermeture du pont Lafayette.", "La mairie de Lyon a annoncé mardi la fermeture du pont Lafayette."},
		{"La mairie de Lyon, de son côté, a annoncé mardi la fermeture du pont Lafayette.", "La mairie de Lyon a annoncé mardi la fermeture du pont Lafayette."},
		// A short sentence keeps what a long one loses.
		{"Marie Dupont, la maire de Lyon, a annoncé mardi la fermeture du pont.", "Marie Dupont, la maire de Lyon, a annoncé mardi la fermeture du pont."},
		{"Marie Dupont, la maire de Lyon, a annoncé mardi la fermeture du pont" + long + ".", "Marie Dupont a annoncé mardi la fermeture du pont" + long + "."},
		{"Orvane a licencié mardi trois cents salariés" + long + ", alors que le tribunal n'a pas rendu sa décision.", "Orvane a licencié mardi trois cents salariés" + long + "."},
		{"Orvane a licencié mardi trois cents salariés (sur quatre mille)" + long + ".", "Orvane a licencié mardi trois cents salariés" + long + "."},
		// What the truth hangs on stays, and so does who says so.
		{"Orvane fermera en juin son usine de Brest" + long + ", si le tribunal ne s'y oppose pas.", "Orvane fermera en juin son usine de Brest" + long + ", si le tribunal ne s'y oppose pas."},
		{"Orvane fermera en juin son usine de Brest" + long + ", selon Le Monde.", "Orvane fermera en juin son usine de Brest" + long + ", selon Le Monde."},
		// No sentence, no lead.
		{"La lune blanche\nLuit dans les bois\nDe chaque branche\nPart une voix", ""},
		{"", ""},
	} {
		check(t, r, c.text, c.want)
	}
}

// A sentence that leans on another one is named or left out.
func TestOrphans(t *testing.T) {
	r, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"Un incendie a détruit mardi une usine de Brest. Il a fallu trois heures aux pompiers pour l'éteindre. Elle avait rouvert en mars.",
		"« Nous partirons demain matin, quoi qu'il arrive. » Le port de Brest a fermé mardi après la tempête.",
		"Cette décision a surpris les élus. Le port de Brest a fermé mardi après la tempête.",
	} {
		d := r.Article([]byte(text), doc.About{})
		for _, c := range append([]doc.Claim{d.Summary.Lead}, d.Summary.KeyPoints...) {
			for _, bad := range []string{"Elle ", "Cette décision", "« Nous"} {
				if strings.HasPrefix(c.Text, bad) {
					t.Errorf("%q is told without what it leans on", c.Text)
				}
			}
		}
	}
}

// Whole sentences of the length that is asked for.
func TestLength(t *testing.T) {
	text := `La mairie de Lyon a fermé mardi le pont Lafayette aux voitures. Les pompiers de Brest ont éteint un incendie dans une usine de peinture.
Trois navires de pêche restent bloqués par la tempête devant Lorient. Le tribunal de Nantes jugera en juin un ancien notaire.
Une école de Dijon accueille des élèves sourds depuis la rentrée. Le festival de Metz a vendu douze mille billets en une heure.
Des agriculteurs bloquent l'autoroute près de Reims avec leurs tracteurs. La région Bretagne achète quarante trains à batterie.
Un chercheur de Toulouse a découvert une étoile très ancienne. Les loyers ont augmenté de 3 % à Bordeaux cette année.
L'hôpital de Caen manque de médecins pour ses urgences. Le musée de Lille expose des masques venus du Mali.
Une association plante des arbres le long du canal du Midi. Le club de Pau a recruté un entraîneur argentin.
Les syndicats de la verrerie de Reims appellent à la grève. La bibliothèque de Rennes ouvrira aussi le dimanche.`
	for _, c := range []struct {
		option   extract.Option
		min, max int
	}{
		{extract.WithWords(0), 20, 60}, {extract.WithWords(12), 5, 20}, {extract.WithWords(150), 90, 170}, {extract.WithSentences(5), 40, 70}, {extract.WithRatio(0.5), 70, 110},
	} {
		r, err := extract.New(c.option)
		if err != nil {
			t.Fatal(err)
		}
		d := r.Article([]byte(text), doc.About{})
		n := 0
		for _, s := range d.Summary.Sentences {
			n += len(strings.Fields(d.Slice(s.Span)))
		}
		if n < c.min || n > c.max {
			t.Errorf("%d words in %d sentences, want %d to %d", n, len(d.Summary.Sentences), c.min, c.max)
		}
	}
}

func TestKeywords(t *testing.T) {
	r, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	d := r.Article([]byte("Les infirmières de l'hôpital de Brest sont en grève depuis mardi. La grève des infirmières touche trois services. Les infirmières demandent des embauches."), doc.About{})
	var all []string
	for _, k := range d.Summary.Keywords {
		all = append(all, k.Text)
	}
	list := strings.Join(all, "|")
	for _, want := range []string{"grève", "infirmi"} {
		if !strings.Contains(list, want) {
			t.Errorf("keywords %q lack %q", list, want)
		}
	}
	for _, bad := range []string{"depuis", "mardi", "sont", "trois"} {
		for _, k := range all {
			if k == bad {
				t.Errorf("%q is no keyword", k)
			}
		}
	}
}

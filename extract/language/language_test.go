package language

import (
	"testing"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

func TestTell(t *testing.T) {
	lex := lexicon.Default()
	teller := New(lex)
	for text, want := range map[string]string{
		"Le maire de la ville a annoncé que les travaux seront finis dans un an.":                        "fr",
		"The mayor of the city said that the works will be finished in a year.":                          "en",
		"El alcalde de la ciudad anunció que las obras no se han terminado, pero la calle está abierta.": "es",
		"Der Bürgermeister hat gesagt, dass die Straße noch nicht fertig ist und es länger dauert.":      "de",
		"LA SNCF SUPPRIME 300 POSTES À LYON":                                                             "fr",
		"Zorblax 4000":                                                                                   "und",
		"":                                                                                               "und",
	} {
		if got := teller.Tell(token.Cut(&doc.Document{Text: text}, lex)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

package annotation

import (
	"strings"
	"testing"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/rule"
	"github.com/breve-nlp/breve/extract/sentence"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

// check marks a text and looks for the annotations of one class, written with a bar between them.
func check(t *testing.T, text, class, want string) {
	t.Helper()
	lex := lexicon.Default()
	d := &doc.Document{Text: text}
	d.Tokens = token.Cut(d, lex)
	d.Sentences = sentence.Split(d, lex)
	var got []string
	for _, a := range New(lex, rule.New()).Mark(d) {
		if a.Kind == class {
			got = append(got, d.Words(a.Range))
		}
	}
	if g := strings.Join(got, "|"); g != want {
		t.Errorf("%q as %s: %q, want %q", text, class, g, want)
	}
}

func TestForms(t *testing.T) {
	for _, c := range [][3]string{
		{"Le Premier ministre a reçu le garde des Sceaux.", "role", "Premier ministre|garde des Sceaux"},
		{"La Cour de cassation a tranché.", "institution", "Cour de cassation"},
		// written small, with fewer capitals, with an article written small or swallowed
		{"La cour de cassation a tranché.", "institution", "cour de cassation"},
		{"Selon le Haut conseil pour le climat, rien ne va.", "institution", "Haut conseil pour le climat"},
		{"Selon le Monde, rien ne va.", "media", "Monde"},
		{"D'après un article du Figaro, rien ne va.", "media", "Figaro"},
		{"Le monde va mal.", "media", ""},
	} {
		check(t, c[0], c[1], c[2])
	}
}

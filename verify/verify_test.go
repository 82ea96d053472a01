package verify_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/breve-nlp/breve/render"
	"github.com/breve-nlp/breve/verify"
)

const text = "Écla a levé 1 200 000 euros, a annoncé Léa Martin. L’été sera « très » beau."

func ordinary(w string) bool { return slices.Contains([]string{"selon", "écla", "près"}, w) }

func piece(s string) render.Piece {
	start := len([]rune(text[:strings.Index(text, s)]))
	return render.Piece{Span: render.Span{start, start + len([]rune(s))}, Text: s}
}

// object is one that its article bears out; edit makes the mistake.
func object(edit func(*render.Object)) *render.Object {
	e1 := "e1"
	o := &render.Object{
		Schema: "breve/1",
		Source: render.Source{Chars: len([]rune(text))},
		Lead:   &render.Claim{Text: "Selon Léa Martin, Écla a levé 1\u202f200\u202f000 euros.", Mode: "composed", Evidence: []render.Piece{piece("Écla a levé 1 200 000 euros, a annoncé Léa Martin.")}},
		Entities: []render.Entity{
			{ID: e1, Name: "Écla", Mentions: []render.Mention{{Span: piece("Écla").Span, Text: "Écla"}}},
		},
		Quotes: []render.Quote{{ID: "q1", Text: "très", Span: piece("très").Span, Speaker: &e1}},
	}
	edit(o)
	return o
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*render.Object)
		want string // of the only problem; empty: none
	}{
		{"as it is", func(*render.Object) {}, ""},
		{"other schema", func(o *render.Object) { o.Schema = "x" }, `schema: is "x"`},
		{"other text", func(o *render.Object) { o.Source.Chars++ }, "source.chars"},
		{"moved span", func(o *render.Object) { o.Quotes[0].Span[0]-- }, "quotes[0]: the article has"},
		{"span outside", func(o *render.Object) { o.Quotes[0].Span = render.Span{5, 9999} }, "outside the article"},
		{"negative span", func(o *render.Object) { o.Quotes[0].Span = render.Span{-1, 3} }, "outside the article"},
		{"no evidence", func(o *render.Object) { o.Lead.Evidence = nil }, "has no evidence"},
		{"other figure", func(o *render.Object) { o.Lead.Text = "Écla a levé 1 300 000 euros." }, `the figure "1 300 000" is not`},
		{"other name", func(o *render.Object) { o.Lead.Text = "Écla a levé 1 200 000 euros, selon Léa Durand." }, `the name "Durand" is not`},
		{"ordinary first word", func(o *render.Object) { o.Lead.Text = "Près d’Écla." }, ""},
		{"unknown first word", func(o *render.Object) { o.Lead.Text = "Zorglub a levé 1 200 000 euros." }, `the name "Zorglub" is not`},
		{"a name that is a word too", func(o *render.Object) {
			o.Lead.Evidence = []render.Piece{piece("a levé 1 200 000 euros, a annoncé Léa Martin.")}
		}, `the name "Écla" is not`},
		{"not verbatim", func(o *render.Object) { o.Lead.Mode = "verbatim" }, "called verbatim"},
		{"dead link", func(o *render.Object) { o.FiveW.Who = []string{"e9"} }, `points to "e9"`},
	} {
		got := verify.Check(object(c.edit), text, ordinary)
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) == 0 || !strings.Contains(got[0].String(), c.want)) {
			t.Errorf("%s: %v, want %q", c.name, got, c.want)
		}
	}
}

package quote_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/breve-nlp/breve/extract/annotation"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/quote"
	"github.com/breve-nlp/breve/extract/rule"
	"github.com/breve-nlp/breve/extract/sentence"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

// read makes a document of a text in which names are marked: {Nadia Kerr/person f}, {procureur=Paul Roux} for another form of the same person.
// "|" stands for an empty line.
func read(lex *lexicon.Lexicon, text string) *doc.Document {
	text = strings.ReplaceAll(text, " | ", "\n\n")
	d := &doc.Document{}
	type named struct {
		doc.Span
		entity int
	}
	var names []named
	index := map[string]int{}
	var b strings.Builder
	for {
		i := strings.IndexByte(text, '{')
		if i < 0 {
			b.WriteString(text)
			break
		}
		b.WriteString(text[:i])
		inner, rest, _ := strings.Cut(text[i+1:], "}")
		text = rest
		form, about, _ := strings.Cut(inner, "/")
		form, name, same := strings.Cut(form, "=")
		if !same {
			name = form
		}
		k, ok := index[name]
		if !ok {
			k = len(d.Entities)
			index[name] = k
			kind, more, _ := strings.Cut(about, " ")
			e := doc.Entity{Type: kind, Name: name, Parent: doc.None}
			if kind == doc.Person {
				e.Gender = more
			} else {
				e.Kind = more
			}
			d.Entities = append(d.Entities, e)
		}
		start := b.Len()
		b.WriteString(form)
		names = append(names, named{doc.Span{Start: start, End: b.Len()}, k})
	}
	d.Text = b.String()
	d.Tokens = token.Cut(d, lex)
	d.Sentences = sentence.Split(d, lex)
	d.Annotations = annotation.New(lex, rule.New()).Mark(d)
	for _, n := range names {
		e := &d.Entities[n.entity]
		m := doc.Mention{Span: n.Span, Type: e.Type, Kind: e.Kind, Form: "name"}
		m.First, m.Last = d.TokenAt(n.Start), d.TokenAt(n.End-1)+1
		e.Mentions = append(e.Mentions, len(d.Mentions))
		d.Mentions = append(d.Mentions, m)
	}
	return d
}

// check reads a text and compares its quotes, one a line: kind: words | speaker | verb. A line "sources: A, B" compares the sources.
func check(t *testing.T, a *quote.Attributor, lex *lexicon.Lexicon, text string, want []string) {
	t.Helper()
	d := read(lex, text)
	d.Quotes = a.Attribute(d)
	var got []string
	for _, q := range d.Quotes {
		who := q.SpeakerText
		if q.Speaker >= 0 {
			who = d.Entities[q.Speaker].Name
		}
		got = append(got, strings.TrimSpace(q.Kind+": "+strings.ReplaceAll(d.Slice(q.Span), "\n\n", " | ")+" | "+who+" | "+q.Verb))
		if q.Start < 0 || q.End > len(d.Text) || q.Start >= q.End || d.Span(q.Range) != q.Span {
			t.Errorf("%s\nspan %v does not fit range %v", text, q.Span, q.Range)
		}
	}
	if len(want) > 0 && strings.HasPrefix(want[len(want)-1], "sources:") {
		var names []string
		for _, e := range a.Sources(d) {
			names = append(names, d.Entities[e].Name)
		}
		got = append(got, strings.TrimSpace("sources: "+strings.Join(names, ", ")))
		if len(want) == 1 {
			got = got[len(got)-1:]
		}
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\ngot\n  %s\nwant\n  %s", text, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// TestQuotes runs testdata/*.txt: a text on one line, what it yields on the lines that follow, each after two spaces; none for no quote.
func TestQuotes(t *testing.T) {
	lex := lexicon.Default()
	a := quote.New(lex)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			text, want := "", []string(nil)
			flush := func() {
				if text != "" {
					check(t, a, lex, text, want)
				}
				text, want = "", nil
			}
			for _, l := range strings.Split(string(b), "\n") {
				switch {
				case strings.HasPrefix(l, "# "):
				case strings.HasPrefix(l, "  "):
					want = append(want, strings.TrimSpace(l))
				case l != "":
					flush()
					text = l
				}
			}
			flush()
		})
	}
}

// TestAnyBytes reads texts cut at every place: reading never panics.
func TestAnyBytes(t *testing.T) {
	lex := lexicon.Default()
	a := quote.New(lex)
	text := "« Nous, a-t-il dit, “partons », selon \"Paul, qui a ajouté qu'« il\n\n« part ». — Non, répond-elle. Pour lui, \"c'est"
	for i := range text {
		for _, s := range []string{text[:i], text[i:]} {
			d := &doc.Document{Text: s}
			d.Tokens = token.Cut(d, lex)
			d.Sentences = sentence.Split(d, lex)
			d.Annotations = annotation.New(lex, rule.New()).Mark(d)
			d.Quotes = a.Attribute(d)
			a.Sources(d)
		}
	}
}

func BenchmarkAttribute(b *testing.B) {
	lex := lexicon.Default()
	a := quote.New(lex)
	text := strings.Repeat("« Le quai sera refait d'ici à la fin de l'année », a déclaré mardi {Nadia Kerr/person f}, directrice d'{Armor Mer/organization company}. "+
		"Selon une source proche du dossier, le groupe emploie encore 1 200 salariés dans la vallée, où trois usines ont déjà fermé depuis dix ans. Elle a précisé que "+
		"les salariés seraient reçus dès la semaine prochaine par la direction. Le conseil municipal s'est réuni dans la soirée pour étudier les conséquences de cette "+
		"décision sur les finances de la commune, qui perdra un tiers de ses recettes. | ", 50)
	d := read(lex, text)
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		d.Quotes = a.Attribute(d)
		a.Sources(d)
	}
}

package amount

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/sentence"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

var load = sync.OnceValues(func() (*lexicon.Lexicon, *Measurer) {
	lex := lexicon.Default()
	return lex, New(lex)
})

// read cuts a text and measures it.
func read(text string) (*doc.Document, []doc.Amount) {
	lex, m := load()
	d := &doc.Document{Text: text}
	d.Tokens = token.Cut(d, lex)
	d.Sentences = sentence.Split(d, lex)
	return d, m.Measure(d)
}

// told writes an amount in the way of the heads in testdata, with all that the head may ask for.
func told(a *doc.Amount) map[string]string {
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	unit := a.Unit
	if unit == "" {
		unit = a.Currency
	}
	value := "-"
	switch {
	case a.HasValue:
		value = number(a.Value)
	case a.HasMin && a.HasMax:
		value = number(a.Min) + ".." + number(a.Max)
	}
	whole := ""
	if a.Whole != doc.None {
		whole = "yes"
	}
	return map[string]string{
		"kind": a.Kind, "value": value, "unit": unit, "modifier": a.Modifier, "per": a.Per, "of": a.Of, "about": a.About,
		"direction": a.Direction, "inferred": fmt.Sprint(a.Inferred), "whole": whole,
	}
}

// check compares the amounts of a phrase with the head of its block: "kind value unit modifier key=value …". In brackets stands the amount
// that is asked for; without brackets the phrase must have exactly one amount. An empty head asks for none.
func check(t *testing.T, phrase, head string) {
	t.Helper()
	start, end := strings.IndexByte(phrase, '['), -1
	if start >= 0 {
		end = strings.IndexByte(phrase, ']') - 1
		phrase = strings.NewReplacer("[", "", "]", "").Replace(phrase)
	}
	d, all := read(phrase)
	if head == "" {
		if len(all) > 0 {
			t.Errorf("%q: want nothing, got %s %q", phrase, all[0].Kind, d.Slice(all[0].Span))
		}
		return
	}
	var got []doc.Amount
	for _, a := range all {
		if start < 0 || a.Start == start && a.End == end {
			got = append(got, a)
		}
	}
	if len(got) != 1 {
		var spans []string
		for _, a := range all {
			spans = append(spans, fmt.Sprintf("%s %q", a.Kind, d.Slice(a.Span)))
		}
		t.Errorf("%q: want one amount (%s), got %v", phrase, head, spans)
		return
	}
	have := told(&got[0])
	keys := []string{"kind", "value", "unit", "modifier"}
	for i, f := range strings.Fields(head) {
		key, want, named := strings.Cut(f, "=")
		if !named {
			key, want = keys[i], f
		}
		if key == "unit" && strings.Contains(" exact about more_than at_least less_than at_most almost between ", " "+want+" ") {
			key = "modifier" // the block has no unit
		}
		want = strings.ReplaceAll(want, "␣", " ")
		if have[key] != want {
			t.Errorf("%q: %s is %q, want %q (%q)", phrase, key, have[key], want, d.Slice(got[0].Span))
		}
	}
}

func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no corpus", err)
	}
	lines := 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		head := ""
		for _, l := range strings.Split(string(b), "\n") {
			switch {
			case l == "" || l[0] == '#':
			case strings.HasPrefix(l, "= "):
				head = l[2:]
			case strings.HasPrefix(l, "! "):
				lines++
				check(t, l[2:], "")
			default:
				lines++
				check(t, l, head)
			}
		}
	}
	if lines < 600 {
		t.Errorf("the corpus has only %d phrases", lines)
	}
}

func TestWarnings(t *testing.T) {
	for text, want := range map[string]bool{
		"Le groupe supprime 1 200 postes, dont 700 à Lyon et 800 à Nantes.":        true,
		"Le groupe supprime 1 200 postes, dont 700 à Lyon et 500 à Nantes.":        false,
		"Le prix est passé de 300 à 250 euros, en baisse de 40 %.":                 true,
		"Le prix est passé de 300 à 240 euros, en baisse de 20 %.":                 false,
		"Le prix est passé de 300 à 360 euros, en hausse de 20 %.":                 false,
		"Le prix est passé de 300 à 360 euros, en baisse de 20 %.":                 true,
		"Le titre emploie 42 personnes, dont 27 journalistes.":                     false,
		"La ville compte 10 000 habitants, dont plus de 4 000 retraités, en 2020.": false,
	} {
		d, _ := read(text)
		if got := len(d.Warnings) > 0; got != want {
			t.Errorf("%q: warned %v, want %v", text, got, want)
		}
	}
}

// Whatever the text, spans lie in it, in order, and nothing panics.
func FuzzMeasure(f *testing.F) {
	for _, s := range []string{"de 2,1 à 2,6 milliards d'euros, dont 400", "$ 75", "1/4 de", "entre 3 et", "- 10 % sur 9", "un sur", "demi-", "12'", "à 3-1-2", "mille cent un virgule"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, amounts := read(s)
		last := 0
		for _, a := range amounts {
			if a.Start < last || a.End <= a.Start || a.End > len(d.Text) || a.First < 0 || a.Last > len(d.Tokens) || a.First >= a.Last {
				t.Fatalf("%q: bad span %+v", s, a)
			}
			if a.Whole >= len(amounts) {
				t.Fatalf("%q: bad whole %+v", s, a)
			}
			last = a.Start
		}
	})
}

func BenchmarkMeasure(b *testing.B) {
	lex, m := load()
	d := &doc.Document{Text: strings.Repeat("La start-up Nubilia a levé 1,2 milliard d'euros auprès de quelque 30 fonds, a annoncé mardi la directrice de la société, "+
		"qui emploie plus de 3 200 salariés dans le nord de la France et vise un chiffre d'affaires en hausse de 6 %. « Nous avons choisi de garder "+
		"la main sur notre outil de travail », a-t-elle expliqué lors d'une conférence de presse, sans dire quand les machines seraient livrées. "+
		"Le maire, qui avait longtemps combattu le projet, s'est réjoui de ce choix et a promis que la commune aiderait les familles à se loger.\n\n", 50)}
	d.Tokens = token.Cut(d, lex)
	d.Sentences = sentence.Split(d, lex)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		m.Measure(d)
	}
}

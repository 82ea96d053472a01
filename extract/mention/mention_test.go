package mention_test

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/breve-nlp/breve/extract/annotation"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/mention"
	"github.com/breve-nlp/breve/extract/rule"
	"github.com/breve-nlp/breve/extract/sentence"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

var letters = map[string]string{"p": doc.Person, "o": doc.Organization, "l": doc.Location, "r": doc.Product, "w": doc.Work, "e": doc.EventName}

// check reads a sentence whose names stand in brackets with the letter of their type, and compares.
func check(t *testing.T, find func(text string) string, marked string) {
	t.Helper()
	text := marked
	for l := range letters {
		text = strings.ReplaceAll(text, "]"+l, "]")
	}
	text = strings.NewReplacer("[", "", "]", "").Replace(text)
	if got := find(text); got != marked {
		t.Errorf("\n got %s\nwant %s", got, marked)
	}
}

// finder returns a function that marks the names of a text; the rules of the lexicon are left out: they have their own examples.
func finder() func(string) string {
	lex := lexicon.Default()
	marker, f := annotation.New(lex, rule.New()), mention.New(lex)
	return func(text string) string {
		d := &doc.Document{Text: text}
		d.Tokens = token.Cut(d, lex)
		d.Sentences = sentence.Split(d, lex)
		d.Annotations = marker.Mark(d)
		var b strings.Builder
		at := 0
		for _, m := range f.Find(d) {
			b.WriteString(text[at:m.Start] + "[" + text[m.Start:m.End] + "]")
			for l, name := range letters {
				if name == m.Type {
					b.WriteString(l)
				}
			}
			at = m.End
		}
		return b.String() + text[at:]
	}
}

func TestNames(t *testing.T) {
	file, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	find := finder()
	for _, l := range strings.Split(string(file), "\n") {
		if l != "" && l[0] != '#' {
			check(t, find, l)
		}
	}
}

// A name that was seen once with good context carries its bare repetitions.
func TestLongNamesSpeakForShortOnes(t *testing.T) {
	check(t, finder(), "[Brigitte Kervadec]p est partie. [Kervadec]p reviendra, a dit Mme [Kervadec]p.")
}

func TestExplain(t *testing.T) {
	lex := lexicon.Default()
	d := &doc.Document{Text: "Mme Kervadec a parlé."}
	d.Tokens = token.Cut(d, lex)
	d.Sentences = sentence.Split(d, lex)
	f := mention.New(lex)
	ms := f.Find(d)
	if len(ms) != 1 {
		t.Fatalf("mentions %v", ms)
	}
	ev := f.Explain(d, &ms[0])
	title := slices.IndexFunc(ev, func(e doc.Evidence) bool { return e.Name == "left.title" })
	if title < 0 || ev[title].Weight < 1 {
		t.Errorf("the title does not speak for a person: %v", ev)
	}
	if !slices.IsSortedFunc(ev, func(a, b doc.Evidence) int { return cmp.Compare(b.Weight, a.Weight) }) {
		t.Errorf("the heaviest evidence does not come first: %v", ev)
	}
}

func BenchmarkFind(b *testing.B) {
	lex := lexicon.Default()
	d := &doc.Document{Text: strings.Repeat("Le ministre de l'Economie Bruno Le Maire a reçu lundi à Bercy les syndicats de la SNCF, selon l'AFP. Rien n'est décidé, a dit M. Le Maire. ", 100)}
	d.Tokens = token.Cut(d, lex)
	d.Sentences = sentence.Split(d, lex)
	d.Annotations = annotation.New(lex, rule.New()).Mark(d)
	f := mention.New(lex)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(d)
	}
}

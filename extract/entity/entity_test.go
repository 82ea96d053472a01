package entity_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/breve-nlp/breve/extract/annotation"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/entity"
	"github.com/breve-nlp/breve/extract/rule"
	"github.com/breve-nlp/breve/extract/sentence"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

// A case of testdata is a text in which [words:type:kind] marks the names (per org com inst team media party loc prod), then what must hold, a line each:
//
//	same A = B = C           these words name one entity; A#2 is their second place in the text
//	apart A / B              these do not
//	name A: FULL             the entity is called so
//	gender A: m              or f, or none
//	role A: title | organization | status ; …    all roles of the person, "none" where there are none
//	nobody A                 these words are no mention
//	parent A: B
var kinds = map[string][2]string{
	"per": {doc.Person, ""}, "org": {doc.Organization, ""}, "com": {doc.Organization, "company"}, "inst": {doc.Organization, "institution"},
	"team": {doc.Organization, "team"}, "media": {doc.Organization, "media"}, "party": {doc.Organization, "party"}, "loc": {doc.Location, ""},
	"prod": {doc.Product, ""},
}

func read(t *testing.T, line string) *doc.Document {
	t.Helper()
	d := &doc.Document{}
	type mark struct {
		start, end int
		kind       [2]string
	}
	var marks []mark
	for {
		i := strings.IndexByte(line, '[')
		if i < 0 {
			break
		}
		j := strings.IndexByte(line, ']')
		words, kind, _ := strings.Cut(line[i+1:j], ":")
		k, ok := kinds[kind]
		if !ok {
			t.Fatalf("no kind of name %q in %q", kind, line)
		}
		d.Text += line[:i]
		marks = append(marks, mark{len(d.Text), len(d.Text) + len(words), k})
		d.Text += words
		line = line[j+1:]
	}
	d.Text += line
	lex := lexicon.Default()
	d.Tokens = token.Cut(d, lex)
	d.Sentences = sentence.Split(d, lex)
	d.Annotations = annotation.New(lex, rule.New()).Mark(d)
	for _, m := range marks {
		first := d.TokenAt(m.start)
		last := first
		for last < len(d.Tokens) && d.Tokens[last].Start < m.end {
			last++
		}
		d.Mentions = append(d.Mentions, doc.Mention{Range: doc.Range{First: first, Last: last}, Span: doc.Span{Start: m.start, End: m.end}, Type: m.kind[0], Kind: m.kind[1], Form: "name"})
	}
	d.Mentions, d.Entities = entity.New(lex).Unite(d)
	return d
}

// find returns the entity that words name, or None.
func find(d *doc.Document, words string) int {
	n := 1
	if w, count, ok := strings.Cut(words, "#"); ok {
		words = w
		n, _ = strconv.Atoi(count)
	}
	at := -1
	for ; n > 0; n-- {
		i := strings.Index(d.Text[at+1:], words)
		if i < 0 {
			return doc.None
		}
		at += 1 + i
	}
	for m := range d.Mentions {
		if x := d.Mentions[m].Span; x.Start == at && x.End == at+len(words) {
			return d.EntityOf(m)
		}
	}
	return doc.None
}

func roles(d *doc.Document, e int) string {
	var out []string
	for _, r := range d.Entities[e].Roles {
		org := r.OrganizationText
		if r.Organization >= 0 {
			org = d.Entities[r.Organization].Name
		}
		if org == "" {
			org = "-"
		}
		out = append(out, fmt.Sprintf("%s | %s | %s", r.Title, org, r.Status))
	}
	slices.Sort(out)
	if out == nil {
		return "none"
	}
	return strings.Join(out, " ; ")
}

func check(t *testing.T, d *doc.Document, want string) {
	t.Helper()
	verb, rest, _ := strings.Cut(want, " ")
	subject, value, _ := strings.Cut(rest, ": ")
	e := find(d, subject)
	if e < 0 && verb != "same" && verb != "apart" && verb != "nobody" {
		t.Errorf("%s\n%q is no mention", d.Text, subject)
		return
	}
	got := ""
	switch verb {
	case "same":
		for _, w := range strings.Split(rest, " = ") {
			if k := find(d, w); k < 0 || k != find(d, strings.Split(rest, " = ")[0]) {
				t.Errorf("%s\n%s: %q is another", d.Text, want, w)
			}
		}
		return
	case "apart":
		a, b, _ := strings.Cut(rest, " / ")
		if x, y := find(d, a), find(d, b); x < 0 || y < 0 || x == y {
			t.Errorf("%s\n%s: entities %d, %d", d.Text, want, x, y)
		}
		return
	case "nobody":
		if k := find(d, rest); k >= 0 {
			t.Errorf("%s\n%q is %s", d.Text, rest, d.Entities[k].Name)
		}
		return
	case "name":
		got = d.Entities[e].Name
	case "gender":
		if got = d.Entities[e].Gender; got == "" {
			got = "none"
		}
	case "role":
		got = roles(d, e)
	case "parent":
		if p := d.Entities[e].Parent; p >= 0 {
			got = d.Entities[p].Name
		}
	default:
		t.Errorf("no such line: %s", want)
	}
	if got != value {
		t.Errorf("%s\n%s\n got %s", d.Text, want, got)
	}
}

func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			for _, block := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
				lines := strings.Split(block, "\n")
				d := read(t, lines[0])
				for _, want := range lines[1:] {
					check(t, d, want)
				}
			}
		})
	}
}

// TestSound holds what must be true of any result: mentions in order, each in one entity, salience falling.
func TestSound(t *testing.T) {
	d := read(t, "[Luca de Meo:per], le patron de [Renault:com], a vu [M. Durand:per]. Le groupe recrute. Il s'en réjouit.")
	seen := map[int]bool{}
	for i, e := range d.Entities {
		if i > 0 && d.Entities[i-1].Salience < e.Salience {
			t.Error("salience rises at", e.Name)
		}
		for _, m := range e.Mentions {
			if seen[m] {
				t.Error("two entities have mention", m)
			}
			seen[m] = true
		}
	}
	for m := range d.Mentions {
		if !seen[m] {
			t.Error("no entity has mention", m)
		}
		if m > 0 && d.Mentions[m-1].First > d.Mentions[m].First {
			t.Error("order")
		}
	}
}

func BenchmarkUnite(b *testing.B) {
	lex := lexicon.Default()
	u := entity.New(lex)
	base := read(&testing.T{}, "[Luca de Meo:per], le patron de [Renault:com], a vu le ministre de l'Economie [Bruno Le Maire:per] à [Paris:loc] mardi matin pour parler des usines. "+
		"Le groupe recrute 300 ingénieurs, a précisé [M. de Meo:per] à l'[AFP:media]. Il a ajouté que les ventes avaient baissé de 3 % au premier trimestre.")
	var names []doc.Mention
	for _, m := range base.Mentions {
		if m.Form != "nominal" && m.Form != "pronoun" {
			names = append(names, m)
		}
	}
	base.Mentions = names
	b.SetBytes(int64(len(base.Text)))
	b.ReportAllocs()
	for b.Loop() {
		u.Unite(base)
	}
}

// FuzzUnite holds that any text with any names gives mentions in order, each in one entity, and entities without loose ends.
func FuzzUnite(f *testing.F) {
	for _, s := range []string{"Le PDG d'Orvane, Paul (Guérin", "M. M. et Mme Dupont, 54 ans, le, à la tête de (SA)", "L'AMF (AMF) AMF : « Il, elle. »", "ex- ex-PDG Le Le"} {
		f.Add(s)
	}
	lex := lexicon.Default()
	u, marker := entity.New(lex), annotation.New(lex, rule.New())
	types := []string{doc.Person, doc.Organization, doc.Location, doc.Product}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			t.Skip()
		}
		d := &doc.Document{Text: strings.ToValidUTF8(s, "")}
		d.Tokens = token.Cut(d, lex)
		d.Sentences = sentence.Split(d, lex)
		d.Annotations = marker.Mark(d)
		for i := 0; i < len(d.Tokens); i++ {
			if !d.Tokens[i].Is(doc.Capital) {
				continue
			}
			k := i + 1
			for k < len(d.Tokens) && k < i+4 && d.Tokens[k].Is(doc.Capital) {
				k++
			}
			r := doc.Range{First: i, Last: k}
			d.Mentions = append(d.Mentions, doc.Mention{Range: r, Span: d.Span(r), Type: types[(i+len(d.Mentions))%4]})
			i = k
		}
		n := len(d.Mentions)
		mentions, entities := u.Unite(d)
		if len(mentions) < n {
			t.Fatal("a name is lost")
		}
		seen := make([]bool, len(mentions))
		for _, e := range entities {
			if e.Name == "" || len(e.Mentions) == 0 || e.Parent >= len(entities) {
				t.Fatalf("%+v", e)
			}
			for _, m := range e.Mentions {
				if seen[m] {
					t.Fatal("two entities have one mention")
				}
				seen[m] = true
			}
			for _, r := range e.Roles {
				if r.Title == "" || r.End > len(d.Text) || r.Start >= r.End || r.Organization >= len(entities) {
					t.Fatalf("%+v", r)
				}
			}
		}
		for m := range mentions {
			if !seen[m] || m > 0 && mentions[m-1].First > mentions[m].First {
				t.Fatal("mention", m, mentions[m])
			}
		}
	})
}

package text

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding/charmap"

	"github.com/breve-nlp/breve/extract/doc"
)

// TestPages reads the pages and the pastes of testdata; beside each stands what is to be found in it and its text.
func TestPages(t *testing.T) {
	pages, _ := filepath.Glob("testdata/*.html")
	pastes, _ := filepath.Glob("testdata/*.paste")
	files := append(pages, pastes...)
	if len(files) == 0 {
		t.Fatal("no pages")
	}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(strings.TrimSuffix(f, filepath.Ext(f)) + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		d := decoder().Decode(src, doc.About{})
		sound(t, d)
		if got := told(d) + "\n" + d.Text + "\n"; got != string(want) {
			t.Errorf("%s\n got:\n%s\n want:\n%s", f, got, want)
		}
		if d.Source.Plain != (filepath.Ext(f) == ".paste") {
			t.Errorf("%s: plain is %v", f, d.Source.Plain)
		}
	}
}

func TestFragments(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"<p>Le pont&nbsp;rouvre.</p><p>Il &eacute;tait ferm&#233;.</p>", "Le pont\u00A0rouvre.\n\nIl était fermé."},
		{"<div>Le <b>pont</b> rouvre.<br>Enfin.<br><br>Il était fermé.</div><script>x()</script><style>p{}</style>", "Le pont rouvre.\nEnfin.\n\nIl était fermé."},
		{"<ul><li>Brest</li><li>Lorient</li></ul><p>Fin.</p>", "- Brest\n- Lorient\n\nFin."},
		{"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"},
		{"Le pont rouvre.<br/>Il était fermé.<br/>", "Le pont rouvre.\nIl était fermé."},
		{"Si a < b et c > d, alors <tout> va bien.", "Si a < b et c > d, alors <tout> va bien."},
		{"<p></p>", ""},
	} {
		d := decoder().Decode([]byte(c.src), doc.About{})
		sound(t, d)
		if d.Text != c.want {
			t.Errorf("%q: got %q, want %q", c.src, d.Text, c.want)
		}
	}
	latin, _ := charmap.Windows1252.NewEncoder().String("<html><head><meta charset=\"iso-8859-1\"></head><body><p>L'été à Nîmes.</p></body></html>")
	if d := decoder().Decode([]byte(latin), doc.About{}); d.Text != "L'été à Nîmes." || d.Source.Encoding != "windows-1252" {
		t.Errorf("got %q %s", d.Text, d.Source.Encoding)
	}
	deep := strings.Repeat("<div>", 100_000) + "Le pont rouvre."
	if d := decoder().Decode([]byte(deep), doc.About{}); !strings.Contains(d.Text, "Le pont rouvre.") {
		t.Errorf("deep page: got %.80q", d.Text)
	}
}

// shared returns the folder of development data beside the module, "" where there is none.
func shared(t *testing.T) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
	dir = filepath.Join(filepath.Dir(dir), "shared")
	if _, err := os.Stat(dir); err != nil {
		return ""
	}
	return dir
}

type record struct{ ID, File, Title, Abstract, Summary, Published, Text string }

func records(t *testing.T, path string) (out []record) {
	f, err := os.Open(path)
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var r record
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// TestRealPages measures the text of real pages against the article of the same number in the collection of articles: the text that lies
// beside the pages stops at the first embedded video on most of them, so that only its words can be asked for, not the absence of others.
func TestRealPages(t *testing.T) {
	dir := shared(t)
	if dir == "" {
		t.Skip("no development data beside the module")
	}
	whole := map[string]record{}
	for _, r := range records(t, filepath.Join(dir, "articles", "orangesum-dev.jsonl")) {
		whole[r.ID] = r
	}
	pages := records(t, filepath.Join(dir, "articles", "html", "expected.jsonl"))
	titles, dates, f1, found, given := 0, 0, 0.0, 0.0, 0.0
	for _, p := range pages {
		src, err := os.ReadFile(filepath.Join(dir, "articles", "html", p.File))
		if err != nil {
			t.Fatal(err)
		}
		d := decoder().Decode(src, doc.About{})
		sound(t, d)
		if d.Source.Title == strings.TrimSpace(p.Title) {
			titles++
		}
		if d.Source.Published == p.Published {
			dates++
		}
		w := whole[p.ID]
		_, _, f := overlap(d.Text, joined(w.Summary, w.Text))
		f1 += f
		_, recall, g := overlap(d.Text, joined(p.Abstract, p.Text))
		found += recall
		given += g
	}
	n := float64(len(pages))
	t.Logf("%d pages: text F1 %.4f; of the shortened texts recall %.4f, F1 %.4f; titles %d, dates %d", len(pages), f1/n, found/n, given/n, titles, dates)
	if f1/n < 0.95 || found/n < 0.98 || titles < len(pages)-2 || dates < len(pages)-2 {
		t.Error("pages are read worse than asked for")
	}
}

func joined(abstract, text string) string {
	if strings.Contains(text, abstract) {
		return text
	}
	return abstract + "\n" + text
}

// overlap compares two texts as bags of words.
func overlap(got, want string) (precision, recall, f float64) {
	count := map[string]int{}
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	w := words(want)
	for _, x := range w {
		count[x]++
	}
	g, both := words(got), 0
	for _, x := range g {
		if count[x] > 0 {
			count[x]--
			both++
		}
	}
	if both == 0 {
		return 0, 0, 0
	}
	precision, recall = float64(both)/float64(len(g)), float64(both)/float64(len(w))
	return precision, recall, 2 * precision * recall / (precision + recall)
}

package lexicon_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
	"github.com/breve-nlp/breve/lexicon/build/table"
)

// Every line of every class file: well formed, sorted, once a class, only keys that the class declares, a sentence on what belongs there.
func TestFiles(t *testing.T) {
	files, err := table.Files(os.DirFS("."))
	if err != nil {
		t.Error(err)
	}
	for _, f := range files {
		if f.Doc == "" {
			t.Errorf("%s: the first line does not say what belongs in this class", f.Path)
		}
		if len(f.Entries) == 0 {
			t.Errorf("%s: no entries", f.Path)
		}
	}
}

// The embedded table is what the class files give.
func TestTableIsFresh(t *testing.T) {
	if testing.Short() || slow {
		t.Skip("builds the whole table")
	}
	want, err := table.Build(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("table.bin")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("table.bin is stale: run go run ./lexicon/build")
	}
}

func TestReadings(t *testing.T) {
	l := lexicon.Default()
	for _, c := range []struct{ word, class, key, value string }{
		{"paris", "commune", "pop", "6"},
		{"madame", "title", "gender", "f"},
		{"trois", "number", "value", "3"},
		{"euros", "currency-word", "code", "EUR"},
		{"juillet", "month", "number", "7"},
	} {
		e := l.Word(c.word)
		if !l.Is(e, l.Class(c.class)) {
			t.Errorf("%s is no %s", c.word, c.class)
		} else if got := l.Attr(e, l.Class(c.class), c.key); got != c.value {
			t.Errorf("%s as %s: %s=%q, want %q", c.word, c.class, c.key, got, c.value)
		}
	}
	if got := l.Lemma(l.Word("rachetait"), 'v'); got != "racheter" {
		t.Errorf("lemma of rachetait: %q", got)
	}
	if l.Is(l.Word("maison"), l.Class("no such class")) {
		t.Error("a word is in a class that there is not")
	}
}

// A reading names the line that says so, also where the table does not keep it.
func TestLines(t *testing.T) {
	l := lexicon.Default()
	for _, word := range []string{"a", "maison", "rachetait", "zythum", "paris", "madame"} {
		for _, r := range l.Readings(l.Word(word)) {
			b, err := os.ReadFile(r.File)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(string(b), "\n")
			if form, _, _ := strings.Cut(lines[r.Line-1], "\t"); form != r.Form {
				t.Errorf("%s: %s:%d says %q, not %q", word, r.File, r.Line, form, r.Form)
			}
		}
	}
}

func TestFormsOfSeveralWords(t *testing.T) {
	l := lexicon.Default()
	e := l.Word("premier")
	e = l.Next(e, l.Word("ministre"))
	if !l.Is(e, l.Class("role")) {
		t.Error("premier ministre is no role")
	}
	if e := l.Next(l.Word("ministre"), l.Word("premier")); e != lexicon.None {
		t.Errorf("ministre premier is entry %d", e)
	}
}

func TestOverlay(t *testing.T) {
	base := lexicon.Default()
	dir := fstest.MapFS{"company.tsv": {Data: []byte("# Ours.\n# keys: sector\nKervel Énergie\tsector=energy\nZorblax\n")}, "gadget.tsv": {Data: []byte("# New.\n# keys:\nbidule\n")}}
	l, err := base.With(dir, token.Forms)
	if err != nil {
		t.Fatal(err)
	}
	c := l.Class("company")
	if e := l.Word("zorblax"); !l.Is(e, c) || base.Word("zorblax") >= 0 {
		t.Errorf("zorblax: entry %d", e)
	}
	e := l.Next(l.Word("kervel"), l.Word("énergie"))
	if got := l.Attr(e, c, "sector"); got != "energy" {
		t.Errorf("sector %q", got)
	}
	if !l.Is(l.Word("bidule"), l.Class("gadget")) {
		t.Error("a class of the folder is not there")
	}
	if r := l.Readings(e); len(r) != 1 || r[0].File != "company.tsv" || r[0].Line != 3 {
		t.Errorf("readings %v", r)
	}
	for entry, want := range map[string]string{
		"# x\n# keys:\nb\na\n":       "f.tsv:4:1: \"a\" is out of order",
		"# x\n# keys: k\na\tz=1\n":   "f.tsv:3:3: key \"z\" is not one of this class",
		"# x\n# keys: k\na\nA\n":     "f.tsv:4:1: \"A\" stands already on line 3",
		"# x\n# keys: k\n a\tk=1\n":  "f.tsv:3:1: the form \" a\"",
		"# x\n# keys: k\na\tk\n":     "f.tsv:3:3: \"k\" is not key=value",
		"# x\n# keys: k\na\tk=1\r\n": "control character",
	} {
		_, err := base.With(fstest.MapFS{"f.tsv": {Data: []byte(entry)}}, token.Forms)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", entry, err, want)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"L’ÉTAT": "l'état", "Cœur": "coeur", "e\u0301te\u0301": "été", "a\u00a0b": "a b", "Bour\u00adgogne": "bourgogne", "ʼ": "'", "abc": "abc", "Æsop": "aesop",
	} {
		if got := lexicon.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	if got := lexicon.Strip("élysée œ"); got != "elysee œ" {
		t.Errorf("Strip: %q", got)
	}
}

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		lexicon.Default()
	}
}

func BenchmarkWord(b *testing.B) {
	l := lexicon.Default()
	words := []string{"le", "gouvernement", "annonce", "presstalis", "mélenchon", "anticonstitutionnellement", "zzz"}
	for b.Loop() {
		for _, w := range words {
			l.Word(w)
		}
	}
}

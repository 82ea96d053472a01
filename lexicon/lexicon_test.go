package lexicon_test

import (
	"math/rand/v2"
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

// The forms of a verb share what follows them in the table; what a user adds behind one of them is said of that one only.
func TestOverlayOfSharedEntries(t *testing.T) {
	base := lexicon.Default()
	dir := fstest.MapFS{"thing.tsv": {Data: []byte("# New.\n# keys: k\ndépose le bilan\tk=1\ndépose le bilan comptable\tk=2\n")}}
	l, err := base.With(dir, token.Forms)
	if err != nil {
		t.Fatal(err)
	}
	entry := func(form string) int32 {
		e := int32(lexicon.None)
		for i, n := range token.Forms(l, form) {
			if i == 0 {
				e = l.Word(n)
			} else {
				e = l.Next(e, l.Word(n))
			}
		}
		return e
	}
	thing, verb := l.Class("thing"), l.Class("event-verb")
	for _, c := range []struct {
		form, k string
		verb    bool
	}{{"dépose le bilan", "1", true}, {"dépose le bilan comptable", "2", false}, {"déposait le bilan", "", true}, {"déposait le bilan comptable", "", false}} {
		e := entry(c.form)
		if got := l.Attr(e, thing, "k"); got != c.k || l.Is(e, thing) != (c.k != "") {
			t.Errorf("%s: k=%q, want %q", c.form, got, c.k)
		}
		if l.Is(e, verb) != c.verb || (l.Form(e, verb) == "déposer le bilan") != c.verb {
			t.Errorf("%s: event-verb %v %q, want %v", c.form, l.Is(e, verb), l.Form(e, verb), c.verb)
		}
	}
	n, all := 0, 0
	for range l.Entries("thing") {
		n++
	}
	for _, r := range l.Readings(entry("dépose le bilan")) {
		if r.Class == "event-verb" {
			all++
		}
	}
	if n != 2 || all != 1 {
		t.Errorf("%d entries of thing, want 2; %d readings as event-verb, want 1", n, all)
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
	b.ReportAllocs()
	for b.Loop() {
		lexicon.Default()
	}
}

// article returns the words of a shipped article, folded and as the lexicon numbers them.
func article(b *testing.B, l *lexicon.Lexicon) (norms []string, words []int32) {
	text, err := os.ReadFile("../corpus/articles/rachat-nivelis.txt")
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range token.Forms(l, string(text)) {
		norms, words = append(norms, n), append(words, l.Word(n))
	}
	return norms, words
}

// longest returns the longest form that begins at the first of the words, as the rooms of extract look for it.
func longest(l *lexicon.Lexicon, words []int32) int32 {
	best := int32(lexicon.None)
	for e, i := words[0], 1; e >= 0; i++ {
		if *l.Set(e) != (lexicon.Set{1}) {
			best = e
		}
		if i == len(words) || !l.Continues(e) {
			break
		}
		e = l.Next(e, words[i])
	}
	return best
}

// The longest form at each token of an article.
func BenchmarkLongest(b *testing.B) {
	l := lexicon.Default()
	_, words := article(b, l)
	b.ReportAllocs()
	for b.Loop() {
		for i := range words {
			longest(l, words[i:])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/token")
}

// The number of each token of an article.
func BenchmarkWord(b *testing.B) {
	l := lexicon.Default()
	norms, _ := article(b, l)
	b.ReportAllocs()
	for b.Loop() {
		for _, n := range norms {
			l.Word(n)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(norms)), "ns/token")
}

// Words that nobody has just asked for: one in seven of the whole table, and as many that are not in it.
func BenchmarkRareWord(b *testing.B) {
	l := lexicon.Default()
	var norms []string
	for w := int32(0); l.Norm(w) != ""; w += 7 {
		norms = append(norms, l.Norm(w), l.Norm(w)+"z")
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(norms), func(i, j int) { norms[i], norms[j] = norms[j], norms[i] })
	for b.Loop() {
		for _, n := range norms {
			l.Word(n)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(norms)), "ns/word")
}

// What a word is, for each token of an article that the lexicon knows: the tags of the list of forms.
func BenchmarkTags(b *testing.B) {
	l := lexicon.Default()
	_, words := article(b, l)
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			l.Tags(w)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/token")
}

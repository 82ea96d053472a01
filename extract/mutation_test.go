package extract_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/breve-nlp/breve/corpus"
	"github.com/breve-nlp/breve/extract/doc"
)

// shipped returns the articles of the corpus; MUTATE=FILE.jsonl adds those of a file of development articles and MUTATE_ROUNDS says how often
// each is spoilt.
func shipped(tb testing.TB) []string {
	tb.Helper()
	var texts []string
	names, _ := filepath.Glob(filepath.Join("..", "corpus", "articles", "*.txt"))
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	for _, path := range []string{filepath.Join("..", "corpus", "gold"), os.Getenv("MUTATE")} {
		if path == "" {
			continue
		}
		articles, err := corpus.Load(path)
		if err != nil {
			tb.Fatal(err)
		}
		for _, a := range articles {
			texts = append(texts, a.Text)
		}
	}
	return texts
}

// foreign is what is thrown into a text.
var foreign = []string{
	"\x00", "\xff", "\xc3", "\u00ad", "\u200b", "\u202e", "\u0301", "\ufeff", "👩‍👩‍👧", "🇫🇷", "שלום", "قال الرئيس", "奥尔万公司", "Газпром", "ＡＢＣ", "ﬁ", "\r\n", "\n\n", "\t",
	"«", "»", "\"", "(", ")", "[", "…", "—", "'", "’", "1 200", "3,5 %", "M.", "-t-il", "&nbsp;", "<p>", "</article>", "12/13/2014", "l'", "selon",
}

// A mutation spoils a text in one way.
var mutations = []struct {
	name  string
	spoil func(r *rand.Rand, s string) string
}{
	{"deleted", func(r *rand.Rand, s string) string {
		i, j := stretch(r, len(s))
		return s[:i] + s[j:]
	}},
	{"doubled", func(r *rand.Rand, s string) string {
		i, j := stretch(r, len(s))
		return s[:j] + s[i:]
	}},
	{"words shuffled", func(r *rand.Rand, s string) string { return shuffled(r, s, " ") }},
	{"sentences shuffled", func(r *rand.Rand, s string) string { return shuffled(r, s, ". ") }},
	{"lines shuffled", func(r *rand.Rand, s string) string { return shuffled(r, s, "\n") }},
	{"bytes changed", func(r *rand.Rand, s string) string {
		b := []byte(s)
		for range 1 + len(b)/80 {
			b[r.IntN(len(b))] = byte(r.Uint32())
		}
		return string(b)
	}},
	{"foreign", func(r *rand.Rand, s string) string {
		for range 12 {
			i := r.IntN(len(s) + 1)
			s = s[:i] + foreign[r.IntN(len(foreign))] + s[i:]
		}
		return s
	}},
	{"all capitals", func(r *rand.Rand, s string) string { return strings.ToUpper(s) }},
	{"no capitals", func(r *rand.Rand, s string) string { return strings.ToLower(s) }},
	{"every word a name", func(r *rand.Rand, s string) string { return capitals(s) }},
	{"no stops", func(r *rand.Rand, s string) string {
		return strings.NewReplacer(".", "", "!", "", "?", "", "\n", " ").Replace(s)
	}},
	{"no spaces", func(r *rand.Rand, s string) string { return strings.ReplaceAll(s, " ", "") }},
	{"a line a word", func(r *rand.Rand, s string) string { return strings.ReplaceAll(s, " ", "\n") }},
	{"decomposed", func(r *rand.Rand, s string) string { return norm.NFD.String(s) }},
	{"Latin 1", func(r *rand.Rand, s string) string { return encoded(charmap.ISO8859_1, s) }},
	{"Macintosh", func(r *rand.Rand, s string) string { return encoded(charmap.Macintosh, s) }},
	{"read as Latin 1", func(r *rand.Rand, s string) string {
		out, _ := charmap.Windows1252.NewDecoder().String(s)
		return out
	}},
	{"UTF-16", func(r *rand.Rand, s string) string {
		b := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return string(b)
	}},
	{"a page", func(r *rand.Rand, s string) string {
		return "<html><body><article><p>" + strings.ReplaceAll(s, "\n", "</p><p>") + "</p></article></body></html>"
	}},
	{"cut", func(r *rand.Rand, s string) string { return s[:r.IntN(len(s))] }},
}

// stretch chooses a piece of at most 200 bytes; its ends may cut a rune.
func stretch(r *rand.Rand, n int) (int, int) {
	i := r.IntN(n)
	return i, min(n, i+1+r.IntN(200))
}

func shuffled(r *rand.Rand, s, sep string) string {
	parts := strings.Split(s, sep)
	r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	return strings.Join(parts, sep)
}

func encoded(c *charmap.Charmap, s string) string {
	var b []byte
	for _, r := range s {
		x, ok := c.EncodeRune(r)
		if !ok {
			x = '?'
		}
		b = append(b, x)
	}
	return string(b)
}

// Real articles that were spoilt are read like any other: nothing panics, and all that is said stands in the text.
func TestMutations(t *testing.T) {
	p := newInspector(t)
	r := rand.New(rand.NewPCG(3, 14))
	for n, text := range shipped(t) {
		if text == "" || !utf8.ValidString(text) {
			continue
		}
		if what := p.inspect([]byte(text), doc.About{Published: "2024-03-01"}); what != "" {
			t.Errorf("article %d: %s", n, what)
		}
		for k, m := range mutations {
			if os.Getenv("MUTATE") == "" && (n+k)%3 != 0 {
				continue
			}
			spoilt := m.spoil(r, text)
			if r.IntN(3) == 0 && spoilt != "" {
				spoilt = mutations[r.IntN(7)].spoil(r, spoilt)
			}
			if what := p.inspect([]byte(spoilt), doc.About{Published: "2024-03-01"}); what != "" {
				t.Errorf("article %d, %s: %s\n%q", n, m.name, what, spoilt)
			}
		}
	}
}

// capitals writes every word with a capital.
func capitals(s string) string {
	start := true
	return strings.Map(func(r rune) rune {
		up := start
		start = !unicode.IsLetter(r)
		if up {
			return unicode.ToUpper(r)
		}
		return r
	}, s)
}

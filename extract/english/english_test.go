package english

import (
	"strings"
	"testing"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

func TestRecite(t *testing.T) {
	r := New()
	for _, text := range []string{
		"Sarah Miller joined the board in London last week. Shares of the company rose after the news, analysts said.",
		"The “deal” isn't done, O'Reilly said. He'll be in Paris.\n\nSecond paragraph (with brackets).",
		"(" + strings.Repeat("(", 3000) + ")",
		"", "   ", "\n\n",
	} {
		d := &doc.Document{Text: text}
		tokens, sentences, mentions := r.Recite(d, token.Cut(d, lexicon.Default()))
		at := 0
		for _, tk := range tokens {
			if tk.Start < at || tk.End <= tk.Start || strings.TrimSpace(text[at:tk.Start]) != "" {
				t.Fatalf("%q: token %q at %d leaves out %q", text, text[tk.Start:tk.End], tk.Start, text[at:tk.Start])
			}
			at = tk.End
		}
		if strings.TrimSpace(text[at:]) != "" {
			t.Errorf("%q: the tokens leave out %q", text, text[at:])
		}
		n := 0
		for _, s := range sentences {
			if s.First != n || s.Last <= s.First {
				t.Fatalf("%q: sentences do not tile: %v", text, sentences)
			}
			n = s.Last
		}
		if n != len(tokens) {
			t.Errorf("%q: sentences end at token %d of %d", text, n, len(tokens))
		}
		for _, m := range mentions {
			if text[tokens[m.First].Start:tokens[m.Last-1].End] != text[m.Start:m.End] {
				t.Errorf("%q: mention %v off its tokens", text, m)
			}
		}
		if strings.HasPrefix(text, "Sarah") && (len(mentions) == 0 || text[mentions[0].Start:mentions[0].End] != "Sarah Miller") {
			t.Errorf("%q: no name found: %v", text, mentions)
		}
	}
}

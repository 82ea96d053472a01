package extract

import (
	"testing"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Every rule shows what it finds: + examples must give exactly the bracketed spans by that rule, - examples none. A rule without + is a mistake.
func TestRuleExamples(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, rl := range r.Rules() {
		positive := 0
		for _, x := range rl.Examples {
			if x.Positive {
				positive++
			}
			d := r.Article([]byte(x.Text), doc.About{})
			var got [][2]int
			for _, a := range d.Annotations {
				if a.By == rl.Name {
					s := d.Span(a.Range)
					got = append(got, [2]int{s.Start, s.End})
				}
			}
			if !equal(got, x.Marks) {
				t.Errorf("%s:%d: %s: %q gives %v, want %v", rl.Path, x.Line, rl.Name, x.Text, texts(x.Text, got), texts(x.Text, x.Marks))
			}
		}
		if positive == 0 {
			t.Errorf("%s:%d: rule %s has no + example", rl.Path, rl.Line, rl.Name)
		}
	}
}

func equal(a, b [][2]int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func texts(s string, marks [][2]int) []string {
	var out []string
	for _, m := range marks {
		out = append(out, s[m[0]:m[1]])
	}
	return out
}

func TestBuiltInRulesCompile(t *testing.T) {
	if _, err := compile(lexicon.Default(), lexicon.Rules()); err != nil {
		t.Fatal(err)
	}
}

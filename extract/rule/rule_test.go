package rule

import (
	"fmt"
	"strings"
	"testing"
)

// words is a vocabulary of its own: each word is its index, classes are given beside.
type words struct {
	ids     map[string]int32
	classes map[string]uint8
}

func (w *words) Bit(class string) uint8 { return w.classes[class] }

func (w *words) Words(literal string) ([]int32, error) {
	var out []int32
	for _, f := range strings.Fields(literal) {
		if f == "?" {
			return nil, fmt.Errorf("no such word")
		}
		out = append(out, w.id(f))
	}
	return out, nil
}

func (w *words) id(s string) int32 {
	if _, ok := w.ids[s]; !ok {
		w.ids[s] = int32(len(w.ids))
	}
	return w.ids[s]
}

func vocabulary() *words {
	return &words{ids: map[string]int32{}, classes: map[string]uint8{"title": 1, "particle": 2, "number": 3}}
}

// tape reads "word", "word/class" and "Word" (a capital) tokens.
func tape(w *words, text string) *Tape {
	t := &Tape{}
	toks := strings.Fields(text)
	t.Reset(len(toks))
	for i, x := range toks {
		t.Sets[i] = Set{}
		form, class, _ := strings.Cut(x, "/")
		if b := w.classes[class]; b != 0 {
			t.Sets[i].Add(b)
		}
		if form[0] >= 'A' && form[0] <= 'Z' {
			t.Sets[i].Add(FirstShape)
		}
		t.Words[i] = w.id(strings.ToLower(form))
	}
	return t
}

func check(t *testing.T, rules, text, want string) {
	t.Helper()
	w := vocabulary()
	rs, err := Parse("t.rules", rules, w)
	if err != nil {
		t.Fatalf("%s: %v", rules, err)
	}
	ls := New()
	ls.Add("t", rs)
	tp := tape(w, text)
	toks := strings.Fields(text)
	var got []string
	for _, m := range ls.Run(0, tp, 0, len(toks), nil) {
		s := m.Rule.Kind + "=" + strings.Join(toks[m.First:m.Last], "_")
		for _, p := range m.Parts {
			s += " " + p.Name + ":" + strings.Join(toks[p.First:p.Last], "_")
		}
		got = append(got, s)
	}
	if g := strings.Join(got, "; "); g != want {
		t.Errorf("%s on %q:\n got %s\nwant %s", rules, text, g, want)
	}
}

func TestRun(t *testing.T) {
	for _, c := range [][3]string{
		{`p: @title [ (Capital|@particle)* Capital ] => person`, "avec mme/title Anne de/particle Villeneuve ici", "person=Anne_de/particle_Villeneuve"},
		{`p: @title [ (Capital|@particle)* Capital ] => person`, "avec mme/title la maire", ""},
		{`p: "le" "la"? Capital => x`, "le Nord le la Sud", "x=le_Nord; x=le_la_Sud"},
		{`p: "a b" Capital+ => x`, "a b C D", "x=a_b_C_D"},
		{`p: ^ Capital => x`, "Un Deux", "x=Un"},
		{`p: Capital $ => x`, "Un Deux", "x=Deux"},
		{`p: !@number&Capital "ans" => x`, "Six/number ans Dix ans", "x=Dix_ans"},
		{`p: who=Capital "par" by=(Capital|"on") => x`, "Un par on", "x=Un_par_on who:Un by:on"},
		{`p: Any "fin" => x`, "la fin", "x=la_fin"},
		// the longest wins, then the rule that stands first
		{"a: Capital => short\nb: Capital Capital => long", "Un Deux", "long=Un_Deux"},
		{"a: Capital => one\nb: Capital => two", "Un", "one=Un"},
	} {
		check(t, c[0], c[1], c[2])
	}
}

// A later layer sees what an earlier one found.
func TestLayers(t *testing.T) {
	w := vocabulary()
	first, err := Parse("1", `p: @title [ Capital ] => person`, w)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Parse("2", `q: <person> "dort" => sleeper`, w)
	if err != nil {
		t.Fatal(err)
	}
	ls := New()
	ls.Add("1", first)
	ls.Add("2", second)
	tp := tape(w, "m/title Jean dort")
	// labels are known once all layers are added: the mark of layer 1 must reach layer 2
	ms := ls.Run(0, tp, 0, 3, nil)
	ms = ls.Run(1, tp, 0, 3, ms)
	if len(ms) != 2 || ms[1].Rule.Kind != "sleeper" || ms[1].First != 1 || ms[1].Last != 3 {
		t.Errorf("matches %v", ms)
	}
}

// All mistakes are told at once, each with its place.
func TestMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"p Capital => x":                     "t:1:1: a rule begins with its name",
		"p: Capital":                         "no => kind",
		"p: @nothing => x":                   `t:1:4: no class "nothing"`,
		"p: Captial => x":                    `no shape "Captial"`,
		"p: (Capital => x":                   `"(" is not closed`,
		`p: "a => x`:                         "literal is not closed",
		`p: "?" => x`:                        "no such word",
		"p: Capital => x\np: Lower => y":     "stands already on line 1",
		"p: Capital => x\n+ no mark":         "a + example marks what is found",
		"p: Capital => x\n- [a] mark":        "a - example marks nothing",
		"p: <person => x":                    "< is not closed",
		"p: [Capital] [Lower] => x":          "marks one piece only",
		"p: @nothing => x\nq: @neither => y": `no class "neither"`,
	} {
		_, err := Parse("t", text, vocabulary())
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// No pattern takes more than a bounded number of steps at a token.
func TestLinear(t *testing.T) {
	w := vocabulary()
	rs, err := Parse("t", `p: (Capital|Capital Capital)* "never" => x`, w)
	if err != nil {
		t.Fatal(err)
	}
	ls := New()
	ls.Add("t", rs)
	n := 20000
	tp := tape(w, strings.Repeat("A ", n))
	if ms := ls.Run(0, tp, 0, n, nil); len(ms) != 0 {
		t.Errorf("%d matches", len(ms))
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`p: @title [ (Capital|@particle)* Capital ] => person`)
	f.Add("p: a=(\"b c\"|<d>)?!Lower&Upper => e\n+ [f]\n- g")
	f.Fuzz(func(t *testing.T, s string) {
		rs, _ := Parse("f", s, vocabulary()) // mistakes are values, never a panic
		ls := New()
		ls.Add("f", rs)
		w := vocabulary()
		tp := tape(w, "Un deux m/title Trois")
		ls.Run(0, tp, 0, 4, nil)
	})
}

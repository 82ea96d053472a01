package corpus

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/breve-nlp/breve/render"
)

// fall is how far a score may fall below the record before the test fails: rooms improve one at a time, and a gain in one can cost a
// hair in another.
const fall = .02

// update tells that the records are to be written anew: UPDATE=1 go test ./corpus
func update() bool { return os.Getenv("UPDATE") != "" }

// TestRecord compares the scores of the program on gold/ with score.txt, the record of the day when it was last written.
func TestRecord(t *testing.T) {
	gold, err := Load("gold")
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(t)
	objects := map[string]*render.Object{}
	for i := range gold {
		objects[gold[i].ID] = object(r, &gold[i])
	}
	report := Score(gold, objects)
	if update() {
		if err := os.WriteFile("score.txt", []byte(report.Table()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile("score.txt")
	if os.IsNotExist(err) {
		t.Skip("no record yet: UPDATE=1 go test ./corpus")
	}
	if err != nil {
		t.Fatal(err)
	}
	for in := bufio.NewScanner(bytes.NewReader(b)); in.Scan(); {
		measure, rest, ok := strings.Cut(in.Text(), "  P ")
		f := strings.Fields(rest)
		if !ok || len(f) < 5 {
			continue
		}
		was, err := strconv.ParseFloat(f[4], 64)
		if err != nil {
			t.Fatalf("score.txt: %q: %v", in.Text(), err)
		}
		measure = strings.TrimSpace(measure)
		// One error among a handful moves F by more than the tolerance: small measures only warn.
		c := report.Counts[measure]
		switch now := c.F(); {
		case now >= was-fall:
		case c.TP+c.FN < 25:
			t.Logf("%s: F %.3f, it was %.3f", measure, now, was)
		default:
			t.Errorf("%s: F %.3f, it was %.3f (score.txt; UPDATE=1 writes it anew)", measure, now, was)
		}
	}
}

// goldens are the articles whose whole results stand in golden/, chosen to be as unlike each other as they come.
var goldens = []string{"001-rachat-kerlys", "002-licenciements-brivex", "003-remaniement", "004-proces-notaire", "005-match-lens", "006-accident-n88",
	"007-festival-arvor", "009-mission-hera", "010-flash-banque", "011-interview-ports", "012-mort-cineaste", "018-communique-nordea",
	"029-sanction-cnil", "035-breve-deux-phrases"}

// TestGolden compares whole results with those of the day when golden/ was last written, byte for byte.
func TestGolden(t *testing.T) {
	r := newReader(t)
	for _, id := range goldens {
		t.Run(id, func(t *testing.T) {
			a, err := Load(filepath.Join("gold", id+".gold"))
			if err != nil {
				t.Fatal(err)
			}
			o := object(r, &a[0])
			o.Generator = render.Generator{Name: o.Generator.Name} // a line added to the lexicon is no change of the result
			got := append(o.JSON(true), '\n')
			path := filepath.Join("golden", id+".json")
			if update() {
				if err := os.MkdirAll("golden", 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, got, 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if os.IsNotExist(err) {
				t.Skip("not written yet: UPDATE=1 go test ./corpus")
			}
			if err != nil {
				t.Fatal(err)
			}
			if line, g, w := firstDifference(got, want); line > 0 {
				t.Errorf("%s:%d: now %q, it was %q (UPDATE=1 go test ./corpus writes it anew; read the diff)", path, line, g, w)
			}
		})
	}
}

// firstDifference returns the first line that differs, from 1, or 0.
func firstDifference(got, want []byte) (line int, g, w string) {
	a, b := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(a), len(b)) {
		g, w := "", ""
		if i < len(a) {
			g = a[i]
		}
		if i < len(b) {
			w = b[i]
		}
		if g != w {
			return i + 1, strings.TrimSpace(g), strings.TrimSpace(w)
		}
	}
	return 0, "", ""
}

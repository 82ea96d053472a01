package corpus

import (
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/render"
)

// row is what the scorer of the contract prints for a measure.
type row struct {
	P, R, F    float64
	TP, FP, FN int
}

// check compares a report with the rows of the contract's scorer.
func check(t *testing.T, name string, got Report, want map[string]row) {
	t.Helper()
	for k, w := range want {
		g, ok := got.Counts[k]
		if !ok {
			t.Errorf("%s: no measure %q", name, k)
			continue
		}
		if g != (Count{w.TP, w.FP, w.FN}) || math.Abs(g.F()-w.F) > 1e-4 || math.Abs(g.Precision()-w.P) > 1e-4 || math.Abs(g.Recall()-w.R) > 1e-4 {
			t.Errorf("%s: %s is %+v, want %+v", name, k, g, w)
		}
	}
	for k := range got.Counts {
		if _, ok := want[k]; !ok {
			t.Errorf("%s: a measure too many: %q", name, k)
		}
	}
}

// The expected numbers of testdata/score.json were computed by the scorer that comes with the contract.
func TestScore(t *testing.T) {
	gold, err := Load("testdata/score.gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	objects, err := Objects("testdata/score.results.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile("testdata/score.json")
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]row
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	check(t, "testdata", Score(gold, objects), want)
}

// Where the development data lies beside the repository, the scorer there must give the same numbers on everything.
func TestScoreAgrees(t *testing.T) {
	shared := "../../shared"
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	if _, err := os.Stat(filepath.Join(shared, "tools/score.py")); err != nil {
		t.Skip("no development data beside the repository")
	}
	if testing.Short() {
		t.Skip("short")
	}
	ours := filepath.Join(t.TempDir(), "gold.jsonl")
	articles, err := Load("gold")
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(ours)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteJSONL(f, articles); err != nil {
		t.Fatal(err)
	}
	f.Close()
	reader := newReader(t)
	for _, path := range []string{ours, filepath.Join(shared, "gold/orangesum.jsonl"), filepath.Join(shared, "gold/timebank.jsonl"), filepath.Join(shared, "phenomena/sentences.jsonl")} {
		gold, err := Load(path)
		if err != nil {
			t.Fatal(err)
		}
		results := filepath.Join(t.TempDir(), "results.jsonl")
		if err := os.WriteFile(results, lines(reader, gold), 0o666); err != nil {
			t.Fatal(err)
		}
		objects, err := Objects(results)
		if err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(python, filepath.Join(shared, "tools/score.py"), path, results, "--json").Output()
		if err != nil {
			t.Fatal(err)
		}
		var want map[string]row
		if err := json.Unmarshal(out, &want); err != nil {
			t.Fatal(err)
		}
		check(t, filepath.Base(path), Score(gold, objects), want)
	}
}

func newReader(t *testing.T) *extract.Reader {
	t.Helper()
	r, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// object is what the program says of a gold article.
func object(r *extract.Reader, a *Article) *render.Object {
	return render.Contract(r.Article([]byte(a.Text), doc.About{ID: a.ID, Title: a.Title, Published: a.Published}), render.Options{})
}

func lines(r *extract.Reader, articles []Article) []byte {
	var out []byte
	for i := range articles {
		out = append(append(out, object(r, &articles[i]).JSON(false)...), '\n')
	}
	return out
}

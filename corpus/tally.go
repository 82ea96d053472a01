package corpus

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Count is what one measure found: right answers, answers that are not in the gold, gold that was not found.
type Count struct {
	TP int `json:"tp"`
	FP int `json:"fp"`
	FN int `json:"fn"`
}

// Precision returns the share of answers that are right.
func (c Count) Precision() float64 { return ratio(c.TP, c.TP+c.FP) }

// Recall returns the share of the gold that was found.
func (c Count) Recall() float64 { return ratio(c.TP, c.TP+c.FN) }

// F returns the harmonic mean of precision and recall.
func (c Count) F() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Mistake is one thing that was missed or said too much.
type Mistake struct {
	Measure string // "entities strict missed"
	Article string
	Type    string
	Text    string
	Start   int
	End     int
}

func (m Mistake) String() string {
	return fmt.Sprintf("%s\t%s\t%s\t%s\t(%d, %d)", m.Measure, m.Article, m.Type, m.Text, m.Start, m.End)
}

// Report holds the counts of every measure and the mistakes behind them, in the order of the articles.
type Report struct {
	Counts   map[string]Count
	Mistakes []Mistake
}

func (r *Report) add(measure string, tp, fp, fn int) {
	c := r.Counts[measure]
	r.Counts[measure] = Count{c.TP + tp, c.FP + fp, c.FN + fn}
}

// hit counts one answer that is right or wrong where the gold has exactly one.
func (r *Report) hit(measure string, right bool) {
	if right {
		r.add(measure, 1, 0, 0)
	} else {
		r.add(measure, 0, 1, 1)
	}
}

func (r *Report) note(measure, article, typ, text string, s span) {
	r.Mistakes = append(r.Mistakes, Mistake{measure, article, typ, text, s.start, s.end})
}

// Measures returns the names of the measures, sorted.
func (r Report) Measures() []string {
	var out []string
	for k := range r.Counts {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// Table returns the report for the eye, one measure a line.
func (r Report) Table() string {
	var b strings.Builder
	for _, k := range r.Measures() {
		c := r.Counts[k]
		fmt.Fprintf(&b, "%-34s P %.3f  R %.3f  F %.3f   tp %d fp %d fn %d\n", k, c.Precision(), c.Recall(), c.F(), c.TP, c.FP, c.FN)
	}
	return b.String()
}

// MarshalJSON writes the measures with their precision, recall and F, rounded to four digits.
func (r Report) MarshalJSON() ([]byte, error) {
	type row struct {
		P, R, F float64
		Count
	}
	four := func(x float64) float64 { return math.Round(x*1e4) / 1e4 }
	rows := map[string]row{}
	for k, c := range r.Counts {
		rows[k] = row{four(c.Precision()), four(c.Recall()), four(c.F()), c}
	}
	return json.Marshal(rows)
}

// span is a half-open stretch of code points.
type span struct{ start, end int }

func (s span) over(t span) int { return max(0, min(s.end, t.end)-max(s.start, t.start)) }

// jaccard is what two spans share, as a part of what they cover together.
func (s span) jaccard(t span) float64 {
	o := s.over(t)
	if o == 0 {
		return 0
	}
	return float64(o) / float64(s.end-s.start+t.end-t.start-o)
}

func (p Place) span() span { return span{p.Start, p.End} }

// pair is a gold answer and the program's answer that was matched with it.
type pair struct{ gold, pred int }

// match pairs answers one to one, best overlap first.
func match(gold, pred int, ok func(g, p int) bool, key func(g, p int) float64) []pair {
	type candidate struct {
		pair
		key float64
	}
	var all []candidate
	for g := range gold {
		for p := range pred {
			if ok(g, p) {
				all = append(all, candidate{pair{g, p}, key(g, p)})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(a.gold, b.gold), cmp.Compare(a.pred, b.pred))
	})
	takenGold, takenPred := make([]bool, gold), make([]bool, pred)
	var out []pair
	for _, c := range all {
		if !takenGold[c.gold] && !takenPred[c.pred] {
			takenGold[c.gold], takenPred[c.pred] = true, true
			out = append(out, c.pair)
		}
	}
	return out
}

// matched tells which gold answers and which of the program's stand in a pair.
func matched(pairs []pair, gold, pred int) (g, p []bool) {
	g, p = make([]bool, gold), make([]bool, pred)
	for _, x := range pairs {
		g[x.gold], p[x.pred] = true, true
	}
	return g, p
}

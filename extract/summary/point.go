package summary

import (
	"slices"

	"github.com/breve-nlp/breve/extract/doc"
)

// points returns three to five claims beside the lead.
func (r *reading) points(lead *doc.Claim) []doc.Claim {
	if len(r.lines) == 0 || lead.Text == "" {
		return nil
	}
	type option struct {
		draft
		terms []int32
		value float64
	}
	var options []option
	for rank, i := range r.candidates() {
		if rank >= 24 && len(options) > 5 {
			break
		}
		if i == r.leadLine {
			continue
		}
		x, ok := r.draft(i, longest-7)
		if !ok || x.words > 50 || !x.whole || x.words < 7 && len(r.candidates()) > 6 {
			continue
		}
		options = append(options, option{x, r.left(&x), r.merit(&x)})
	}
	chosen := [][]int32{r.leadTerms}
	figures, sections := map[int]bool{}, map[int]bool{}
	var out []doc.Claim
	for len(out) < 5 {
		best, value := -1, 0.0
		for k := range options {
			o := &options[k]
			if o.claim.Text == "" {
				continue
			}
			same := 0.0
			for _, c := range chosen {
				same = max(same, overlap(o.terms, c))
			}
			if same > 0.5 {
				continue
			}
			v := o.value - 8*same
			l := &r.lines[o.line]
			for a := l.amounts.First; a < l.amounts.Last; a++ {
				if !figures[a] {
					v++
					break
				}
			}
			if !sections[r.section(o.line)] {
				v += 1
			}
			if best < 0 || v > value {
				best, value = k, v
			}
		}
		if best < 0 || len(out) >= 3 && value < r.average()-5 {
			break
		}
		o := &options[best]
		l := &r.lines[o.line]
		for a := l.amounts.First; a < l.amounts.Last; a++ {
			figures[a] = true
		}
		sections[r.section(o.line)] = true
		o.claim.Events, o.claim.Score = r.tells(&o.draft), l.score
		out = append(out, o.claim)
		chosen = append(chosen, o.terms)
		o.claim = doc.Claim{}
	}
	return out
}

// average is the mean score of the lines of prose.
func (r *reading) average() float64 {
	sum, n := 0.0, 0
	for i := range r.lines {
		if r.lines[i].usable {
			sum += r.lines[i].score
			n++
		}
	}
	return sum / float64(max(1, n))
}

// section returns the number of the section that a line stands in, or None.
func (r *reading) section(i int) int {
	at := r.d.Span(r.lines[i].Range).Start
	for k := len(r.d.Sections) - 1; k >= 0; k-- {
		if r.d.Sections[k].Title.Start <= at {
			return k
		}
	}
	return doc.None
}

// overlap returns the part of the shorter claim's words that both have.
func overlap(a, b []int32) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := 0
	for _, t := range a {
		if slices.Contains(b, t) {
			n++
		}
	}
	return float64(n) / float64(min(len(a), len(b)))
}

// left returns the terms of a draft.
func (r *reading) left(x *draft) []int32 {
	l := &r.lines[x.line]
	out := make([]int32, 0, len(l.distinct))
	for _, p := range kept(l.Range, x.cuts) {
		for k := p.First; k < p.Last; k++ {
			if t := r.terms[k]; t >= 0 && !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// told returns the events of a line that its claim still tells.
func (r *reading) tells(x *draft) []int {
	l := &r.lines[x.line]
	var out []int
	for e := range r.d.Events {
		if r.d.Events[e].Sentence != x.line {
			continue
		}
		gone := false
		for _, c := range x.cuts {
			gone = gone || r.d.Span(c).Overlaps(r.d.Events[e].Trigger)
		}
		if !gone {
			out = append(out, e)
		}
	}
	_ = l
	return out
}

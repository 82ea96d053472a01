package summary

import (
	"cmp"
	"slices"

	"github.com/breve-nlp/breve/extract/doc"
)

// The features of a set of sentences.
const (
	sMean = iota
	sBest
	sSum
	sOne
	sTwo
	sThree
	sQuarter
	sHalf
	sThreeQuarters
	sFull
	sOver
	sDouble
	sFirst
	sTogether
	sTitle
	sRepeats
	sCentral
	sActors
	sFigures
	sExpected
	sRecall
	sPrecision
	sMeans // from here on: the features of the sentences, by their words
	numSet = sMeans + numFeatures
)

var setNames = allSetNames()

func allSetNames() (out [numSet]string) {
	copy(out[:], ownNames[:])
	for i, n := range featureNames {
		out[sMeans+i] = "mean-" + n
	}
	return out
}

var ownNames = [sMeans]string{
	"mean-score", "best-score", "sum-score", "one", "two", "three", "quarter", "half", "three-quarters", "full", "over", "double", "first", "together", "title-covered", "repeats",
	"central", "actors", "figures", "expected", "expected-words", "expected-density",
}

// Some limits of the search: the sentences that take part, the sets that are followed, the sentences in a set.
const (
	shortlist = 16
	beam      = 10
	largest   = 3
)

// extract chooses whole sentences and returns them in article order.
func (r *reading) extract(o Options) []doc.Extract {
	var chosen []int
	switch {
	case o.Sentences > 0:
		chosen = r.collect(o.Sentences, 1<<30)
	case r.goal <= 80:
		chosen = r.search()
	default:
		chosen = r.collect(1<<30, r.goal)
	}
	slices.Sort(chosen)
	out := make([]doc.Extract, 0, len(chosen))
	for _, i := range chosen {
		out = append(out, doc.Extract{Span: r.d.Span(r.lines[i].Range), Sentence: i, Score: r.lines[i].score})
	}
	return out
}

// candidates returns the lines that may stand in a summary, the best first.
func (r *reading) candidates() []int {
	if len(r.ranked) > 0 {
		return r.ranked
	}
	out := r.ranked
	for i := range r.lines {
		if r.lines[i].usable {
			out = append(out, i)
		}
	}
	if len(out) == 0 { // a poem, a list: no line looks like a sentence
		for i := range r.lines {
			if l := &r.lines[i]; l.kind == doc.Prose && l.words > 0 {
				out = append(out, i)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(r.lines[b].score, r.lines[a].score) })
	r.ranked = out
	return out
}

// collect takes the best lines that do not repeat what is there, as long as there is room.
func (r *reading) collect(sentences, words int) []int {
	r.covered = grow(r.covered, len(r.counts))
	taken := map[int]bool{}
	var out []int
	total := 0
	list := r.candidates()
	for pass := range 2 {
		for _, i := range list {
			l := &r.lines[i]
			if taken[i] || len(out) >= sentences || total > 0 && total+l.words > words+words/10 {
				continue
			}
			if pass == 0 && (l.orphan && !taken[r.before(i)] || r.known(l) > 0.6) {
				continue
			}
			taken[i] = true
			out = append(out, i)
			total += l.words
			for _, t := range l.distinct {
				r.covered[t] = true
			}
		}
		if sentences == 1<<30 {
			break
		}
	}
	return out
}

// known returns the part of a line's terms that is covered.
func (r *reading) known(l *line) float64 {
	n := 0
	for _, t := range l.distinct {
		if r.covered[t] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(l.distinct)))
}

// before returns the line of prose before a line, or None.
func (r *reading) before(i int) int {
	for i--; i >= 0; i-- {
		if r.lines[i].kind == doc.Prose {
			return i
		}
	}
	return doc.None
}

// set is a choice of lines.
type set struct {
	list  [largest]int // in article order
	n     int
	value float64
	short bool // less than half of what is asked for
}

// search looks among the best lines for the set that is worth most.
func (r *reading) search() []int {
	list := r.candidates()
	if len(list) == 0 {
		return nil
	}
	if len(list) > shortlist {
		list = list[:shortlist]
	}
	var best set
	var x [numSet]float64
	fronts, next := make([]set, 1, beam+1), make([]set, 0, beam*shortlist)
	for size := 0; size < largest && len(fronts) > 0; size++ {
		next = next[:0]
		for f := range fronts {
			for _, i := range list {
				s, ok := fronts[f].with(i)
				if !ok || slices.ContainsFunc(next, func(o set) bool { return o.list == s.list && o.n == s.n }) {
					continue
				}
				lines := s.list[:s.n]
				words := 0
				for _, k := range lines {
					words += r.lines[k].words
				}
				if size > 0 && words > r.goal+r.goal/2 {
					continue
				}
				r.describe(lines, &x)
				for k, v := range x[:sMeans] {
					s.value += v * r.c.weights.set[k]
				}
				s.value += r.meanWorth(lines, words)
				s.short = words*2 < r.goal
				next = append(next, s)
				if (best.n == 0 || s.value > best.value && (!s.short || best.short) || best.short && !s.short) && r.standsAlone(lines) {
					best = s
				}
			}
		}
		slices.SortStableFunc(next, func(a, b set) int { return cmp.Compare(b.value, a.value) })
		fronts = append(fronts[:0], next[:min(len(next), beam)]...)
	}
	if best.n == 0 {
		return list[:1]
	}
	return slices.Clone(best.list[:best.n])
}

// with returns the set with one more line; false where it has that line.
func (s set) with(i int) (set, bool) {
	at := 0
	for at < s.n && s.list[at] < i {
		at++
	}
	if at < s.n && s.list[at] == i {
		return s, false
	}
	copy(s.list[at+1:], s.list[at:s.n])
	s.list[at] = i
	s.n++
	s.value, s.short = 0, false
	return s, true
}

// standsAlone tells whether no line of a set leans on one that is missing.
func (r *reading) standsAlone(lines []int) bool {
	for k, i := range lines {
		if r.lines[i].orphan {
			if k == 0 || lines[k-1] != r.before(i) {
				return false
			}
		}
	}
	return true
}

// meanWorth is what the means of the sentences' features are worth.
func (r *reading) meanWorth(lines []int, words int) float64 {
	sum := 0.0
	for _, i := range lines {
		sum += r.lines[i].mean * float64(r.lines[i].words)
	}
	return sum / float64(max(1, words))
}

// means fills the features of a set that are the means of its sentences' features, by their words.
func (r *reading) means(lines []int, x *[numSet]float64) {
	words := 0
	for _, i := range lines {
		words += r.lines[i].words
		for k, v := range r.lines[i].x {
			x[sMeans+k] += v * float64(r.lines[i].words)
		}
	}
	for k := sMeans; k < numSet; k++ {
		x[k] /= float64(max(1, words))
	}
}

// describe fills the features of a set, but for the means.
func (r *reading) describe(lines []int, x *[numSet]float64) {
	*x = [numSet]float64{}
	words, terms := 0, 0
	for _, i := range lines {
		l := &r.lines[i]
		words += l.words
		terms += len(l.distinct)
		x[sMean] += l.score * float64(l.words)
		x[sSum] += l.score
		x[sActors] += l.x[fActors]
		x[sFigures] += l.x[fFigures]
		if len(lines) == 1 || l.score > x[sBest] {
			x[sBest] = l.score
		}
	}
	x[sMean] /= float64(max(1, words))
	x[sOne], x[sTwo], x[sThree] = flag(len(lines) == 1), flag(len(lines) == 2), flag(len(lines) == 3)
	w := float64(words) / float64(r.goal)
	x[sQuarter] = hat(w, 0, 0.25, 0.5)
	x[sHalf] = hat(w, 0.25, 0.5, 0.75)
	x[sThreeQuarters] = hat(w, 0.5, 0.75, 1)
	x[sFull] = hat(w, 0.75, 1, 1.25)
	x[sOver] = hat(w, 1, 1.25, 1.75)
	if w > 1.25 {
		x[sDouble] = (w - 1.25) / 0.5
	}
	x[sFirst] = r.lines[lines[0]].x[fFirst]
	x[sTogether] = flag(len(lines) > 1)
	for k := 1; k < len(lines); k++ {
		if lines[k-1] != r.before(lines[k]) {
			x[sTogether] = 0
		}
	}
	distinct, shared, sum, likely := 0, 0, 0.0, 0.0
	for k, i := range lines {
	next:
		for _, t := range r.lines[i].distinct {
			for _, j := range lines[:k] {
				if slices.Contains(r.lines[j].distinct, t) {
					continue next
				}
			}
			distinct++
			sum += r.hefts[t]
			likely += r.likely[t]
			if r.inTitle[t] {
				shared++
			}
		}
	}
	x[sTitle] = float64(shared) / float64(max(1, r.titled))
	x[sRepeats] = float64(terms-distinct) / float64(max(1, terms))
	x[sCentral] = sum / 50
	x[sExpected] = 20 * likely / float64(words+35)
	x[sRecall] = likely / 5
	x[sPrecision] = 10 * likely / float64(words+5)
}

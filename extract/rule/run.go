package rule

import (
	"math/bits"
	"slices"
)

// Tape is what rules read: the tokens of an article as symbols and sets, and the marks that lie over them.
type Tape struct {
	Words []int32 // symbol of each token, negative where unknown
	Sets  []Set   // classes and shapes of each token
	marks []mark
	taken []bool  // tokens of the sentence that a kept match covers
	heads []int32 // for each token the last mark that begins there, or -1
}

type mark struct {
	label int32
	last  int32
	next  int32
}

// Reset empties the tape for n tokens.
func (t *Tape) Reset(n int) {
	t.Words = slices.Grow(t.Words[:0], n)[:n]
	t.Sets = slices.Grow(t.Sets[:0], n)[:n]
	t.heads = slices.Grow(t.heads[:0], n)[:n]
	for i := range t.heads {
		t.heads[i] = -1
	}
	t.marks = t.marks[:0]
}

// Mark lays a span over tokens [first, last): a form of several words of a class, or an annotation of a kind. label is a number of Layers.Label;
// labels that no rule names are 0 and are not kept.
func (t *Tape) Mark(label int32, first, last int) {
	if label == 0 {
		return
	}
	t.marks = append(t.marks, mark{label, int32(last), t.heads[first]})
	t.heads[first] = int32(len(t.marks) - 1)
}

// Match is what a rule found.
type Match struct {
	Rule        *Rule
	First, Last int // the marked tokens
	Parts       []Part
	from, to    int
	order       int
}

// Part is a named capture.
type Part struct {
	Name        string
	First, Last int
}

// Layers holds rules in the order in which their layers run.
type Layers struct {
	layers []*layer
	labels map[string]int32
}

type layer struct {
	name    string
	rules   []*Rule
	byBit   [256][]int32
	byWord  map[int32][]int32
	byLabel map[int32][]int32
	any     []int32
	firsts  Set
	wordBit []uint64 // a bit for each word that begins a rule
}

// New returns no layers.
func New() *Layers { return &Layers{labels: map[string]int32{}} }

// Add puts a layer of rules after those that are there.
func (ls *Layers) Add(name string, rules []*Rule) {
	l := &layer{name: name, rules: rules, byWord: map[int32][]int32{}, byLabel: map[int32][]int32{}}
	for n, r := range rules {
		for i := range r.prog {
			if r.prog[i].op == 's' {
				r.prog[i].id = ls.number(r.prog[i].label)
			}
		}
		if r.first.any {
			l.any = append(l.any, int32(n))
			continue
		}
		for b := 0; b < 256; b++ {
			if r.first.bits.Has(uint8(b)) {
				l.byBit[b] = append(l.byBit[b], int32(n))
				l.firsts.Add(uint8(b))
			}
		}
		for _, w := range r.first.words {
			l.byWord[w] = append(l.byWord[w], int32(n))
			for int(w>>6) >= len(l.wordBit) {
				l.wordBit = append(l.wordBit, 0)
			}
			l.wordBit[w>>6] |= 1 << (w & 63)
		}
		for _, s := range r.first.labels {
			id := ls.number(s)
			l.byLabel[id] = append(l.byLabel[id], int32(n))
		}
	}
	ls.layers = append(ls.layers, l)
}

func (ls *Layers) number(label string) int32 {
	id, ok := ls.labels[label]
	if !ok {
		id = int32(len(ls.labels) + 1)
		ls.labels[label] = id
	}
	return id
}

// Label returns the number of a class or kind that some rule names, 0 where none does.
func (ls *Layers) Label(name string) int32 { return ls.labels[name] }

// Rules returns all rules in order.
func (ls *Layers) Rules() []*Rule {
	var out []*Rule
	for _, l := range ls.layers {
		out = append(out, l.rules...)
	}
	return out
}

// Len returns the number of layers.
func (ls *Layers) Len() int { return len(ls.layers) }

// Run runs layer number n over tokens [first, last) of a tape, one sentence, and returns its matches in text order, appended to dst. The matches are
// laid over the tape, for later layers.
func (ls *Layers) Run(n int, t *Tape, first, last int, dst []Match) []Match {
	l := ls.layers[n]
	base := len(dst)
	m := matcher{t: t, first: first, last: last}
	for i := first; i < last; i++ {
		set := &t.Sets[i]
		if set.meets(&l.firsts) {
			for k := range set {
				for x := set[k] & l.firsts[k]; x != 0; x &= x - 1 {
					for _, r := range l.byBit[k<<6+bits.TrailingZeros64(x)] {
						dst = m.try(l.rules[r], int(r), i, dst)
					}
				}
			}
		}
		if w := t.Words[i]; w >= 0 && int(w>>6) < len(l.wordBit) && l.wordBit[w>>6]&(1<<(w&63)) != 0 {
			for _, r := range l.byWord[w] {
				dst = m.try(l.rules[r], int(r), i, dst)
			}
		}
		for h := t.heads[i]; h >= 0; h = t.marks[h].next {
			for _, r := range l.byLabel[t.marks[h].label] {
				dst = m.try(l.rules[r], int(r), i, dst)
			}
		}
		for _, r := range l.any {
			dst = m.try(l.rules[r], int(r), i, dst)
		}
	}
	dst = dst[:base+len(t.settle(dst[base:], first, last))]
	for i := base; i < len(dst); i++ {
		t.Mark(ls.labels[dst[i].Rule.Kind], dst[i].First, dst[i].Last)
	}
	return dst
}

// settle keeps the longest of matches that overlap, then the rule that stands first, and puts the rest in text order.
func (t *Tape) settle(ms []Match, first, last int) []Match {
	if len(ms) < 2 {
		return ms
	}
	slices.SortFunc(ms, func(a, b Match) int {
		if la, lb := a.Last-a.First, b.Last-b.First; la != lb {
			return lb - la
		}
		if a.order != b.order {
			return a.order - b.order
		}
		if a.First != b.First {
			return a.First - b.First
		}
		return (b.to - b.from) - (a.to - a.from)
	})
	kept := 0
	t.taken = slices.Grow(t.taken[:0], last-first)[:last-first]
	clear(t.taken)
	for _, m := range ms {
		free := true
		for i := m.First; i < m.Last && free; i++ {
			free = !t.taken[i-first]
		}
		if !free {
			continue
		}
		for i := m.First; i < m.Last; i++ {
			t.taken[i-first] = true
		}
		ms[kept] = m
		kept++
	}
	ms = ms[:kept]
	slices.SortFunc(ms, func(a, b Match) int { return a.First - b.First })
	return ms
}

type matcher struct {
	t           *Tape
	first, last int
	slots       [32]int32
	steps       int
}

// most is the number of steps that one rule may take at one token: a bound that no real sentence meets, which keeps running linear.
const most = 4000

func (m *matcher) try(r *Rule, order, at int, dst []Match) []Match {
	if len(r.caps)*2 > len(m.slots) {
		return dst
	}
	for i := range m.slots[:len(r.caps)*2] {
		m.slots[i] = -1
	}
	m.steps = 0
	end := m.run(r, 0, at)
	if end < 0 {
		return dst
	}
	out := Match{Rule: r, First: at, Last: end, from: at, to: end, order: order}
	if r.marked {
		out.First, out.Last = int(m.slots[0]), int(m.slots[1])
	}
	if out.First >= out.Last || out.First < 0 {
		return dst
	}
	for c := 1; c < len(r.caps); c++ {
		if a, b := m.slots[c*2], m.slots[c*2+1]; a >= 0 && b > a {
			out.Parts = append(out.Parts, Part{r.caps[c], int(a), int(b)})
		}
	}
	return append(dst, out)
}

// run walks the program from pc at token i and returns where the match ends, or -1.
func (m *matcher) run(r *Rule, pc int32, i int) int {
	for {
		m.steps++
		if m.steps > most {
			return -1
		}
		in := &r.prog[pc]
		switch in.op {
		case 'm':
			return i
		case 't':
			if i >= m.last {
				return -1
			}
			s := &m.t.Sets[i]
			if in.word != noWord && m.t.Words[i] != in.word || in.unlike != noWord && m.t.Words[i] == in.unlike || !s.holds(&in.need) || s.meets(&in.avoid) {
				return -1
			}
			i++
		case 's':
			if i >= m.last {
				return -1
			}
			end := -1
			for h := m.t.heads[i]; h >= 0; h = m.t.marks[h].next {
				if k := m.t.marks[h]; k.label == in.id && int(k.last) > end && int(k.last) <= m.last {
					end = int(k.last)
				}
			}
			if end < 0 {
				return -1
			}
			i = end
		case '/':
			if end := m.run(r, in.x, i); end >= 0 {
				return end
			}
			pc = in.y
			continue
		case 'j':
			pc = in.x
			continue
		case '(':
			old := m.slots[in.x]
			m.slots[in.x] = int32(i)
			if end := m.run(r, pc+1, i); end >= 0 {
				return end
			}
			m.slots[in.x] = old
			return -1
		case '^':
			if i != m.first {
				return -1
			}
		case '$':
			if i != m.last {
				return -1
			}
		}
		pc++
	}
}

package rule

// inst is one step of a compiled rule.
type inst struct {
	op     byte // 't' token, 's' span, 'j' jump, '/' split, '(' save, 'm' match, '^', '$'
	need   Set  // for 't': bits that must be there
	avoid  Set  // bits that must not
	word   int32
	unlike int32 // a word that it must not be
	x, y   int32 // for '/': first choice, second; for 'j': x; for '(': x = slot
	label  string
	id     int32 // for 's': the tape's number of the label, set by Layer
}

const noWord = -1

// first is what a match can begin with.
type first struct {
	bits   Set
	words  []int32
	labels []string
	any    bool
}

// longest is how many instructions a rule may have.
const longest = 20_000

// compile makes the rule's program; false where it would be too long.
func (r *Rule) compile(n *node) bool {
	r.emit(n)
	if len(r.prog) >= longest {
		return false
	}
	r.prog = append(r.prog, inst{op: 'm'})
	r.begin(0, map[int32]bool{})
	return true
}

func (r *Rule) add(i inst) int32 {
	r.prog = append(r.prog, i)
	return int32(len(r.prog) - 1)
}

func (r *Rule) emit(n *node) {
	if len(r.prog) >= longest {
		return
	}
	switch n.op {
	case '.':
		for _, k := range n.kids {
			r.emit(k)
		}
	case '|':
		var jumps []int32
		for i, k := range n.kids {
			if i == len(n.kids)-1 {
				r.emit(k)
				break
			}
			split := r.add(inst{op: '/'})
			r.prog[split].x = int32(len(r.prog))
			r.emit(k)
			jumps = append(jumps, r.add(inst{op: 'j'}))
			r.prog[split].y = int32(len(r.prog))
		}
		for _, j := range jumps {
			r.prog[j].x = int32(len(r.prog))
		}
	case '?':
		split := r.add(inst{op: '/'})
		r.prog[split].x = int32(len(r.prog))
		r.emit(n.kids[0])
		r.prog[split].y = int32(len(r.prog))
	case '*', '+':
		if n.op == '+' {
			r.emit(n.kids[0])
		}
		var splits []int32
		for range Repeat {
			split := r.add(inst{op: '/'})
			splits = append(splits, split)
			r.prog[split].x = int32(len(r.prog))
			r.emit(n.kids[0])
		}
		for _, s := range splits {
			r.prog[s].y = int32(len(r.prog))
		}
	case '=', '[':
		r.add(inst{op: '(', x: int32(n.cap * 2)})
		r.emit(n.kids[0])
		r.add(inst{op: '(', x: int32(n.cap*2 + 1)})
	case '^', '$':
		r.add(inst{op: n.op})
	case 's':
		r.add(inst{op: 's', label: n.label})
	case 't':
		if n.label == "" {
			r.add(tokenInst(n))
			return
		}
		// a class has forms of one word and forms of several: the longer first
		split := r.add(inst{op: '/'})
		r.prog[split].x = int32(len(r.prog))
		r.add(inst{op: 's', label: n.label})
		j := r.add(inst{op: 'j'})
		r.prog[split].y = int32(len(r.prog))
		r.add(tokenInst(n))
		r.prog[j].x = int32(len(r.prog))
	}
}

func tokenInst(n *node) inst {
	i := inst{op: 't', word: noWord, unlike: noWord}
	for _, t := range n.want {
		switch {
		case t.bit != 0 && t.not:
			i.avoid.Add(t.bit)
		case t.bit != 0:
			i.need.Add(t.bit)
		case t.word == anyWord:
		case t.not:
			i.unlike = t.word
		default:
			i.word = t.word
		}
	}
	return i
}

// begin collects what a match can begin with.
func (r *Rule) begin(pc int32, seen map[int32]bool) {
	if seen[pc] {
		return
	}
	seen[pc] = true
	switch i := &r.prog[pc]; i.op {
	case '/':
		r.begin(i.x, seen)
		r.begin(i.y, seen)
	case 'j':
		r.begin(i.x, seen)
	case '(', '^', '$':
		r.begin(pc+1, seen)
	case 's':
		r.first.labels = append(r.first.labels, i.label)
	case 't':
		switch {
		case i.word != noWord:
			r.first.words = append(r.first.words, i.word)
		case i.need != Set{}:
			// one bit suffices to find it: a class is rarer than a shape
			for b := 0; b < 256; b++ {
				if i.need.Has(uint8(b)) {
					r.first.bits.Add(uint8(b))
					break
				}
			}
		default:
			r.first.any = true
		}
	case 'm':
		r.first.any = true
	}
}

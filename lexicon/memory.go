package lexicon

// Memory keeps the words of a text that were looked up last: a few hundred words make most of any text, and a look into the whole table
// costs a walk through memory. A Memory belongs to one goroutine at a time; it never changes an answer.
type Memory struct {
	l     *Lexicon
	slots [4096]remembered
}

type remembered struct {
	norm string
	word int32
}

// Remember lends a Memory, warm from its last use; Forget gives it back.
func (l *Lexicon) Remember() *Memory {
	if m, ok := l.memories.Get().(*Memory); ok {
		return m
	}
	return &Memory{l: l}
}

// Forget gives a Memory back.
func (l *Lexicon) Forget(m *Memory) { l.memories.Put(m) }

// Word is Lexicon.Word for a folded form in a scratch buffer.
func (m *Memory) Word(norm []byte) int32 {
	if len(norm) == 0 {
		return None
	}
	s := &m.slots[hashBytes(norm)&uint32(len(m.slots)-1)]
	if s.norm == string(norm) {
		return s.word
	}
	w := m.l.WordBytes(norm)
	if w >= 0 {
		s.norm, s.word = m.l.Norm(w), w
	}
	return w
}

// hashBytes is hash for bytes.
func hashBytes(s []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range s {
		h = (h ^ uint32(c)) * 16777619
	}
	return h ^ h>>15
}

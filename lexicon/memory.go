package lexicon

import (
	"sync/atomic"
	"unsafe"
)

// Memory keeps the words of a text that were looked up last: a few thousand words make most of any text, and a look into the whole table
// costs a walk through memory. A Memory belongs to one goroutine at a time; it never changes an answer.
type Memory struct {
	l     *Lexicon
	slots [1 << 13]remembered
}

type remembered struct {
	norm string
	hash uint32
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

// longestRemembered bounds the unknown words that a Memory holds.
const longestRemembered = 40

// Word is Lexicon.Word for a folded form in a scratch buffer.
func (m *Memory) Word(norm []byte) int32 {
	w, _ := m.Look(norm)
	return w
}

// Look returns the number of a folded form in a scratch buffer and the lexicon's own copy of it; where the word is unknown, None and a copy that may
// be "".
func (m *Memory) Look(norm []byte) (int32, string) {
	if len(norm) == 0 {
		return None, ""
	}
	text := unsafe.String(&norm[0], len(norm))
	full := hash(text)
	h := uint32(full)
	s := &m.slots[h&uint32(len(m.slots)-1)]
	if s.hash == h && s.norm == text {
		return s.word, s.norm
	}
	w := m.l.hashed(text, full)
	switch {
	case w >= 0:
		*s = remembered{m.l.Norm(w), h, w}
	case len(norm) <= longestRemembered:
		*s = remembered{string(norm), h, None}
	default:
		return None, ""
	}
	return w, s.norm
}

// steps remembers the last answers of table.next, one number a slot: the entry, the word that follows it and the entry that both make, 21 bits each.
// Several stages look for the longest form at the same tokens, and most answers are no. Any number of goroutines may use it.
type steps [1 << 13]atomic.Uint64

// stepBits is the room that each number has; a larger one is not remembered.
const stepBits = 21

func (l *Lexicon) step(e, w int32) int32 {
	if l.steps == nil || e >= 1<<stepBits-1 || w >= 1<<stepBits-1 || int(e) >= l.t.entries {
		return l.t.next(e, w)
	}
	key := uint64(e+1)<<stepBits | uint64(w+1)
	slot := &l.steps[hashPair(e, w)&uint64(len(l.steps)-1)]
	if x := slot.Load(); x>>stepBits == key {
		return int32(x&(1<<stepBits-1)) - 1
	}
	to := l.t.next(e, w)
	if to < 1<<stepBits-1 {
		slot.Store(key<<stepBits | uint64(to+1))
	}
	return to
}

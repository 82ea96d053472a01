package lexicon

import (
	"encoding/binary"
	"sort"
)

// share makes one entry of all entries of several words that are the same things and go on the same way: a verb has some fifty forms, and
// "déposer le bilan" goes on alike behind each of them. The entries are then numbered anew, in the order that they had.
func (c *compiler) share() {
	type step struct{ word, to int32 }
	steps := make([][]step, len(c.entries))
	for k, to := range c.next {
		steps[k.entry] = append(steps[k.entry], step{k.word, to})
	}
	kind := make([]int32, len(c.entries)) // entries of one kind are the same
	first := map[int32]int32{}            // and this is the first of them
	kinds := map[string]int32{}
	var key []byte
	text := func(s string) { key = append(binary.AppendUvarint(key, uint64(len(s))), s...) }
	for e := int32(len(c.entries)) - 1; e >= c.words; e-- { // an entry comes after that which it goes on from
		key = key[:0]
		x := &c.entries[e]
		for _, s := range x.set {
			key = binary.LittleEndian.AppendUint64(key, s)
		}
		for _, r := range x.readings {
			key = binary.AppendUvarint(append(key, byte(r.class)), uint64(r.line))
			text(r.attrs)
			text(r.form)
		}
		key = append(key, 0) // no class: the steps follow
		next := steps[e]
		sort.Slice(next, func(i, j int) bool { return next[i].word < next[j].word })
		for _, s := range next {
			key = binary.AppendUvarint(binary.AppendUvarint(key, uint64(s.word)), uint64(kind[s.to]))
		}
		k, ok := kinds[string(key)]
		if !ok {
			k = int32(len(kinds))
			kinds[string(key)] = k
		}
		kind[e], first[k] = k, e
	}
	number := make([]int32, len(c.entries))
	kept := c.entries[:c.words]
	for e := range c.entries {
		switch x := int32(e); {
		case x < c.words:
			number[e] = x
		case first[kind[e]] == x:
			number[e] = int32(len(kept))
			kept = append(kept, c.entries[e])
		default:
			number[e] = number[first[kind[e]]]
		}
	}
	next := make(map[pair]int32, len(c.next))
	for k, to := range c.next {
		next[pair{number[k.entry], k.word}] = number[to]
	}
	c.entries, c.next = kept, next
}

package lexicon

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"sort"
	"strconv"
)

func (c *compiler) str(s string) uint32 {
	if o, ok := c.strOf[s]; ok {
		return o
	}
	o := uint32(len(c.strings))
	c.strings = binary.AppendUvarint(c.strings, uint64(len(s)))
	c.strings = append(c.strings, s...)
	c.strOf[s] = o
	return o
}

// bytes writes the table: see the sections in table.go.
func (c *compiler) bytes(files []File) ([]byte, error) {
	var sec [sections][]byte
	sec[secMeta] = c.meta(files)
	for i, n := range c.norms {
		if len(n) > 255 {
			return nil, fmt.Errorf("the word %q is longer than 255 bytes", n)
		}
		if i&7 == 0 {
			sec[secWords] = binary.LittleEndian.AppendUint32(sec[secWords], uint32(len(sec[secNorms])))
			sec[secWords] = append(sec[secWords], make([]byte, 8)...)
		}
		sec[secWords][i>>3*wordBlock+4+i&7] = byte(len(n))
		sec[secNorms] = append(sec[secNorms], n...)
	}
	for _, step := range []func(*[sections][]byte) error{c.index, c.sets, c.readings, c.members, c.nexts} {
		if err := step(&sec); err != nil {
			return nil, err
		}
	}
	sec[secStrings] = c.strings
	out := []byte(magic)
	for _, s := range sec {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(s)))
	}
	for _, s := range sec {
		out = append(out, s...)
	}
	return out, nil
}

func (c *compiler) meta(files []File) []byte {
	sum := sha256.New()
	for _, f := range files {
		fmt.Fprintf(sum, "%s\x00%s\x00", f.Class, f.Expand)
		for _, e := range f.Entries {
			fmt.Fprintf(sum, "%s\t%s\n", e.Form, e.Attrs)
		}
	}
	meta := hex.EncodeToString(sum.Sum(nil))[:12] + "\t" + strconv.Itoa(c.formLine) + "\t" + strconv.Itoa(len(c.norms))
	for i := 1; i < len(c.classes); i++ {
		meta += "\n" + c.classes[i] + "\t" + c.files[i]
	}
	return []byte(meta)
}

// index writes the words by their norms and by their accentless forms. A word stands as its number and one, 0 is an empty place.
func (c *compiler) index(sec *[sections][]byte) (err error) {
	if len(c.norms) >= wordMask {
		return fmt.Errorf("%d words: the table has room for %d", len(c.norms), wordMask)
	}
	hashes := make([]uint64, len(c.norms))
	for i, n := range c.norms {
		hashes[i] = hash(n)
	}
	if sec[secIndex], err = buildPerfect(hashes, 3, func(i int, to []byte) { put24(to, uint32(i)+1|mark(hashes[i])<<wordBits) }); err != nil {
		return err
	}
	bares := make([]string, 0, len(c.bare))
	for b := range c.bare {
		bares = append(bares, b)
	}
	sort.Strings(bares)
	hashes = hashes[:0]
	for _, b := range bares {
		hashes = append(hashes, hash(b))
	}
	sec[secBare], err = buildPerfect(hashes, 3, func(i int, to []byte) { put24(to, uint32(c.bare[bares[i]])+1|mark(hashes[i])<<wordBits) })
	return err
}

func put24(to []byte, n uint32) { to[0], to[1], to[2] = byte(n), byte(n>>8), byte(n>>16) }

func add24(to []byte, n uint32) []byte { return append(to, byte(n), byte(n>>8), byte(n>>16)) }

// sets writes the set of classes of each entry.
func (c *compiler) sets(sec *[sections][]byte) error {
	setOf := map[Set]int{}
	for i := range c.entries {
		s := c.entries[i].set
		id, ok := setOf[s]
		if !ok {
			id = len(setOf)
			setOf[s] = id
			for _, w := range s {
				sec[secSets] = binary.LittleEndian.AppendUint64(sec[secSets], w)
			}
		}
		sec[secSetOf] = binary.LittleEndian.AppendUint16(sec[secSetOf], uint16(id))
	}
	if len(setOf) > 1<<16 {
		return fmt.Errorf("%d different sets of classes: the table has room for %d", len(setOf), 1<<16)
	}
	return nil
}

// readings writes what each entry can be.
func (c *compiler) readings(sec *[sections][]byte) error {
	tagOf := map[string]uint16{}
	sec[secTags] = binary.LittleEndian.AppendUint32(nil, 0) // number 0 is no tags
	base := 0
	for i := range c.entries {
		x := &c.entries[i]
		if i%entryBlock == 0 {
			base = len(sec[secReadings])
			sec[secEntries] = binary.LittleEndian.AppendUint32(sec[secEntries], uint32(base))
		}
		code := c.plainTags(i, x, tagOf, func(s string) { sec[secTags] = binary.LittleEndian.AppendUint32(sec[secTags], c.str(s)) })
		if code == 0 && len(x.readings) > 0 {
			at := len(sec[secReadings]) - base
			if at >= firstOffset {
				return fmt.Errorf("too many readings around %q", x.readings[0].form)
			}
			code = uint16(firstOffset + at)
			for j := range x.readings {
				sec[secReadings] = c.reading(sec[secReadings], i, &x.readings[j], j == len(x.readings)-1)
			}
		}
		sec[secEntries] = binary.LittleEndian.AppendUint16(sec[secEntries], code)
	}
	for len(sec[secEntries])%blockBytes != 0 {
		sec[secEntries] = append(sec[secEntries], 0)
	}
	if len(c.strings) >= 1<<24 || len(c.entries) >= 1<<24-1 {
		return fmt.Errorf("%d bytes of strings, %d entries: the table has room for %d", len(c.strings), len(c.entries), 1<<24)
	}
	return nil
}

// reading writes one reading of an entry as table.read reads it.
func (c *compiler) reading(to []byte, entry int, r *reading, last bool) []byte {
	var flags byte
	if last {
		flags |= lastOne
	}
	if r.attrs == "" {
		flags |= noAttrs
	}
	// The form with the letters of the entry's own word, or of the word that it folds to, or written out.
	word, kind, parts := entry, asWritten, byte(0)
	if entry < len(c.norms) {
		kind, parts = spelling(r.form, c.norms[entry])
	}
	if kind == asWritten {
		if w, ok := c.wordOf[Fold(r.form)]; ok {
			word = int(w)
			kind, parts = spelling(r.form, c.norms[w])
		}
	}
	flags |= byte(kind)
	if kind != asWritten && word != entry {
		flags |= otherWord
	}
	switch {
	case r.class == c.classOf["form"] && r.line == c.formLine+entry:
		flags |= lineOfList
	case r.line >= 1<<16:
		flags |= longLine
	}
	to = append(to, byte(r.class), flags)
	switch {
	case flags&lineOfList != 0:
	case flags&longLine != 0:
		to = add24(to, uint32(r.line))
	default:
		to = append(to, byte(r.line), byte(r.line>>8))
	}
	if r.attrs != "" {
		to = add24(to, c.str(r.attrs))
	}
	if kind == asParts {
		to = append(to, parts)
	}
	switch {
	case kind == asWritten:
		to = add24(to, c.str(r.form))
	case flags&otherWord != 0:
		to = add24(to, uint32(word))
	}
	return to
}

// plainTags numbers the tags of a word that stands in the list of forms only, spelled as it folds; 0 for other words and where the numbers are used up.
func (c *compiler) plainTags(i int, x *ownEntry, seen map[string]uint16, add func(string)) uint16 {
	if i >= len(c.norms) || len(x.readings) != 1 {
		return 0
	}
	if r := &x.readings[0]; r.class != c.classOf["form"] || r.form != c.norms[i] || r.line != c.formLine+i {
		return 0
	}
	tags := x.readings[0].attrs
	n, ok := seen[tags]
	if !ok {
		if len(seen) == firstOffset-1 {
			return 0
		}
		n = uint16(len(seen) + 1)
		seen[tags] = n
		add(tags)
	}
	return n
}

// members lists the entries of each class that has few, for the rooms that walk it.
func (c *compiler) members(sec *[sections][]byte) error {
	of := make([][]uint32, len(c.classes))
	for i := range c.entries {
		for _, r := range c.entries[i].readings {
			of[r.class] = append(of[r.class], uint32(i))
		}
	}
	at := uint32(0)
	for _, m := range of {
		if len(m) >= listed {
			sec[secMemberStart] = binary.LittleEndian.AppendUint32(sec[secMemberStart], at|walked)
			continue
		}
		sec[secMemberStart] = binary.LittleEndian.AppendUint32(sec[secMemberStart], at)
		at += uint32(len(m))
		for _, e := range m {
			sec[secMembers] = add24(sec[secMembers], e)
		}
	}
	sec[secMemberStart] = binary.LittleEndian.AppendUint32(sec[secMemberStart], at)
	return nil
}

// nexts writes the steps from one entry to the next.
func (c *compiler) nexts(sec *[sections][]byte) (err error) {
	keys := make([]pair, 0, len(c.next))
	for k := range c.next {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		if keys[i].entry != keys[j].entry {
			return keys[i].entry < keys[j].entry
		}
		return keys[i].word < keys[j].word
	})
	hashes := make([]uint64, len(keys))
	for i, k := range keys {
		hashes[i] = hashPair(k.entry, k.word)
	}
	sec[secNext], err = buildPerfect(hashes, 9, func(i int, to []byte) {
		put24(to, uint32(keys[i].entry))
		put24(to[3:], uint32(keys[i].word))
		put24(to[6:], uint32(c.next[keys[i]]))
	})
	return err
}

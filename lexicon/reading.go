package lexicon

// reading is one thing that an entry can be. One from the table knows where its text lies: most are asked for a part of it only.
type reading struct {
	class       Class
	line        int
	attrs, form string
	own         bool // from the user's overlay: attrs and form are here
	flags       byte
	parts       byte   // which parts of the form have capitals
	attrsAt     uint32 // in strings
	formAt      uint32 // in strings, or a word
}

// Flags of a reading in the table; the two low bits are how the form is spelled.
const (
	spelled    = 3
	otherWord  = 1 << 2 // the form is spelled with the letters of another word: "annonçait" has the form annoncer
	lastOne    = 1 << 3 // no reading of this entry follows
	noAttrs    = 1 << 4
	lineOfList = 1 << 5 // the line is that of the word in the list of forms
	longLine   = 1 << 6 // the line takes three bytes, not two
	plainWord  = 1 << 7 // not in the table: a word that is in the list of forms only
)

// An entry is found in blocks of sixteen: where the readings of the block begin (4 bytes), then a code for each entry (2 bytes).
const (
	entryBlock  = 16
	blockBytes  = 4 + 2*entryBlock
	firstOffset = 0x8000 // a code from here on is the distance of the entry's readings from the start of the block; below it is the number of a plain word's tags
)

// code returns the number of the tags of a plain word, or else where the entry's readings begin; both are 0 where it has none.
func (t *table) code(e int32) (tags, at int) {
	b := t.sec[secEntries][int(e)/entryBlock*blockBytes:]
	i := 4 + int(e)%entryBlock*2
	c := int(b[i]) | int(b[i+1])<<8
	if c < firstOffset {
		return c, 0
	}
	return 0, int(u32(b, 0)) + c - firstOffset + 1 // 0 is none
}

// readings yields what an entry can be, in the order of the class files.
func (t *table) readings(e int32, yield func(reading) bool) {
	if int(e) >= t.entries {
		return
	}
	tags, at := t.code(e)
	if tags != 0 {
		yield(t.plain(e, tags))
		return
	}
	for at != 0 {
		var r reading
		r, at = t.read(e, at)
		if !yield(r) {
			return
		}
	}
}

// attrs returns the key=value pairs of an entry in a class.
func (t *table) attrs(e int32, c Class) string {
	if int(e) >= t.entries {
		return ""
	}
	tags, at := t.code(e)
	if tags != 0 {
		if c != t.formClass {
			return ""
		}
		return t.str(u32(t.sec[secTags], tags))
	}
	if at = t.find(at, c); at == 0 {
		return ""
	}
	s := t.sec[secReadings][at-1:]
	if s[1]&noAttrs != 0 {
		return ""
	}
	return t.str(u24(s[2+lineBytes(s[1]):], 0))
}

// form returns the spelling of an entry in a class.
func (t *table) form(e int32, c Class) string {
	if int(e) >= t.entries {
		return ""
	}
	tags, at := t.code(e)
	if tags != 0 {
		if c != t.formClass {
			return ""
		}
		return t.norm(e)
	}
	if at = t.find(at, c); at == 0 {
		return ""
	}
	r, _ := t.read(e, at)
	return t.formOf(&r)
}

// find goes on from the first reading of an entry to the one in a class, 0 where there is none.
func (t *table) find(at int, c Class) int {
	s := t.sec[secReadings]
	for at != 0 && Class(s[at-1]) != c {
		if flags := s[at]; flags&lastOne == 0 {
			at += size(flags)
		} else {
			at = 0
		}
	}
	return at
}

// size is the length of a reading with these flags.
func size(flags byte) int {
	n := 2 + lineBytes(flags)
	if flags&noAttrs == 0 {
		n += 3
	}
	kind := flags & spelled
	if kind == asParts {
		n++
	}
	if kind == asWritten || flags&otherWord != 0 {
		n += 3
	}
	return n
}

func lineBytes(flags byte) int {
	switch {
	case flags&lineOfList != 0:
		return 0
	case flags&longLine != 0:
		return 3
	}
	return 2
}

func (t *table) plain(e int32, tags int) reading {
	return reading{class: t.formClass, line: t.formLine + int(e), flags: plainWord, attrsAt: u32(t.sec[secTags], tags), formAt: uint32(e)}
}

// read returns the reading at a place (counted from 1) and the place of the next one of the entry, 0 where there is none.
func (t *table) read(e int32, at int) (reading, int) {
	s := t.sec[secReadings][at-1:]
	r := reading{class: Class(s[0]), flags: s[1], formAt: uint32(e)}
	switch lineBytes(r.flags) {
	case 0:
		r.line = t.formLine + int(e)
	case 2:
		r.line = int(s[2]) | int(s[3])<<8
	default:
		r.line = int(u24(s[2:], 0))
	}
	i := 2 + lineBytes(r.flags)
	if r.flags&noAttrs == 0 {
		r.attrsAt = u24(s[i:], 0)
		i += 3
	}
	kind := r.flags & spelled
	if kind == asParts {
		r.parts = s[i]
		i++
	}
	if kind == asWritten || r.flags&otherWord != 0 {
		r.formAt = u24(s[i:], 0)
	}
	if r.flags&lastOne != 0 {
		return r, 0
	}
	return r, at + size(r.flags)
}

// attrsOf returns the key=value pairs of a reading.
func (t *table) attrsOf(r *reading) string {
	if r.own || r.flags&noAttrs != 0 {
		return r.attrs
	}
	return t.str(r.attrsAt)
}

// formOf returns the form of a reading in its own spelling. Names are written anew.
func (t *table) formOf(r *reading) string {
	if r.own {
		return r.form
	}
	switch r.flags & spelled {
	case asWritten:
		return t.str(r.formAt)
	case asTitle:
		return spell(t.norm(int32(r.formAt)), 0xff)
	case asParts:
		return spell(t.norm(int32(r.formAt)), r.parts)
	}
	return t.norm(int32(r.formAt))
}

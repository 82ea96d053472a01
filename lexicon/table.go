package lexicon

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"unsafe"
)

//go:embed table.bin
var embedded string

// Default returns the built-in lexicon. It looks at the header of the table only; the rest is read where it is asked for.
func Default() *Lexicon {
	l, err := Open(embedded)
	if err != nil {
		return &Lexicon{} // the tests prove that the embedded table opens
	}
	return l
}

// Open makes a lexicon of a compiled table (see Compile).
func Open(data string) (*Lexicon, error) {
	t, err := openTable(data)
	if err != nil {
		return nil, err
	}
	return &Lexicon{t: t, steps: new(steps)}, nil
}

// The table is little-endian. A header of section lengths, then the sections:
//
//	meta         text: version, then one line a class "name<TAB>file"
//	sets         classes of entries, deduplicated: 32 bytes each
//	words        for every eight words the start of their norms, then the length of each norm: 12 bytes
//	norms        the folded words
//	index        perfect table of norms: word and mark, see wordBits (3 bytes)
//	bare         the same for the accentless forms of words with accents
//	setOf        for each entry its set (2 bytes)
//	entries      for each entry its tags where its only reading is in the list of forms, else its first reading, see entryBlock
//	tags         where the tags of each number stand in strings
//	readings     class, flags, line, attrs, form: 4 to 12 bytes each, see read
//	strings      length-prefixed strings that readings point to
//	members      the entries of each class that has few (3 bytes each); memberStart says where each class starts, or that it must be walked
//	next         perfect table of (entry, word): entry, word, the entry that they make (3 bytes each)
const (
	secMeta = iota
	secSets
	secWords
	secNorms
	secIndex
	secBare
	secSetOf
	secEntries
	secTags
	secReadings
	secStrings
	secMemberStart
	secMembers
	secNext
	sections
)

const magic = "breve\x00t3"

// wordBlock is the size of a block of eight words.
const wordBlock = 4 + 8

// walked marks a class whose members are not listed; listed is the number of entries from which a class is not.
const (
	walked = 1 << 31
	listed = 5000
)

type table struct {
	version   string
	formLine  int      // line of the first word in the list of forms: words have numbers in its order
	classes   []string // by number; 0 is ""
	files     []string
	formClass Class
	sets      []Set
	words     int
	entries   int
	sec       [sections]string

	index, bare, nexts perfect
}

func openTable(data string) (table, error) {
	var t table
	head := len(magic) + 4*sections
	if len(data) < head || data[:len(magic)] != magic {
		return t, fmt.Errorf("not a lexicon table (%d bytes): run go run ./lexicon/build", len(data))
	}
	pos := head
	for i := range t.sec {
		n := int(u32(data[len(magic):], i))
		if n > len(data)-pos {
			return t, fmt.Errorf("lexicon table is cut off in section %d", i)
		}
		t.sec[i] = data[pos : pos+n]
		pos += n
	}
	if pos != len(data) {
		return t, fmt.Errorf("lexicon table has %d bytes too many", len(data)-pos)
	}
	var err error
	for _, x := range []struct {
		p          *perfect
		sec, width int
	}{{&t.index, secIndex, 3}, {&t.bare, secBare, 3}, {&t.nexts, secNext, 9}} {
		if *x.p, err = openPerfect(t.sec[x.sec], x.width); err != nil {
			return t, err
		}
	}
	lines := strings.Split(t.sec[secMeta], "\n")
	var first string
	t.version, first, _ = strings.Cut(lines[0], "\t")
	first, words, _ := strings.Cut(first, "\t")
	t.formLine, _ = strconv.Atoi(first) // a table without a list of forms has none
	if t.words, err = strconv.Atoi(words); err != nil {
		return t, fmt.Errorf("lexicon table has no number of words: %w", err)
	}
	t.classes, t.files = []string{""}, []string{""}
	for _, l := range lines[1:] {
		name, file, _ := strings.Cut(l, "\t")
		t.classes, t.files = append(t.classes, name), append(t.files, file)
	}
	t.formClass = t.class("form")
	t.entries = len(t.sec[secSetOf]) / 2
	t.sets = make([]Set, len(t.sec[secSets])/32)
	for i := range t.sets {
		for j := range t.sets[i] {
			t.sets[i][j] = uint64(u32(t.sec[secSets], i*8+j*2)) | uint64(u32(t.sec[secSets], i*8+j*2+1))<<32
		}
	}
	return t, nil
}

// u32 reads the i-th 32-bit number of a section.
func u32(s string, i int) uint32 {
	b := s[i*4 : i*4+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// u24 reads the i-th 24-bit number of a section.
func u24(s string, i int) uint32 {
	b := s[i*3 : i*3+3]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16
}

func (t *table) class(name string) Class {
	for i := 1; i < len(t.classes); i++ {
		if t.classes[i] == name {
			return Class(i)
		}
	}
	return 0
}

func (t *table) fileOf(c Class) string {
	if int(c) < len(t.files) {
		return t.files[c]
	}
	return ""
}

// norm returns a word. The lengths of those before it in its block are added up four at a time.
func (t *table) norm(w int32) string {
	b := t.sec[secWords][int(w)>>3*wordBlock:][:wordBlock]
	const even = 0x00ff00ff00ff00ff
	before := u64(b[4:]) & (1<<(w&7*8) - 1)
	start := int(u32(b, 0)) + int((before&even+before>>8&even)*0x0001000100010001>>48)
	return t.sec[secNorms][start : start+int(b[4+w&7])]
}

// A word in an index takes 20 bits; 4 bits of its hash stand before it, so that most words that are not there need not be compared.
const (
	wordBits = 20
	wordMask = 1<<wordBits - 1
)

func mark(h uint64) uint32 { return uint32(h >> 60) }

// word finds a folded word by its hash.
func (t *table) word(norm string, h uint64) int32 {
	if t.index.n == 0 {
		return None
	}
	v := u24(t.index.values, int(t.index.place(h)))
	if w := int32(v&wordMask) - 1; w >= 0 && v>>wordBits == mark(h) && t.norm(w) == norm {
		return w
	}
	return None
}

// WordBytes is Word for a folded form in a scratch buffer: nothing is allocated.
func (l *Lexicon) WordBytes(norm []byte) int32 {
	if len(norm) == 0 {
		return None
	}
	return l.Word(unsafe.String(&norm[0], len(norm)))
}

func (t *table) bareWord(stripped string) int32 {
	if t.bare.n == 0 {
		return None
	}
	h := hash(stripped)
	v := u24(t.bare.values, int(t.bare.place(h)))
	if w := int32(v&wordMask) - 1; w >= 0 && v>>wordBits == mark(h) && stripsTo(t.norm(w), stripped) {
		return w
	}
	return None
}

// stripsTo tells whether Strip(norm) == bare, without building it.
func stripsTo(norm, bare string) bool {
	for _, r := range norm {
		if r < 0x80 {
			if bare == "" || bare[0] != byte(r) {
				return false
			}
			bare = bare[1:]
			continue
		}
		p := plain(r)
		if p == "" {
			p = string(r)
		}
		if !strings.HasPrefix(bare, p) {
			return false
		}
		bare = bare[len(p):]
	}
	return bare == ""
}

func (t *table) set(e int32) *Set {
	if int(e) >= t.entries {
		return &noClasses
	}
	s := t.sec[secSetOf]
	return &t.sets[uint32(s[e*2])|uint32(s[e*2+1])<<8]
}

func (t *table) str(off uint32) string {
	s := t.sec[secStrings][off:]
	n, i := 0, 0
	for shift := 0; ; shift += 7 {
		b := s[i]
		i++
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			break
		}
	}
	return s[i : i+n]
}

func (t *table) next(e, w int32) int32 {
	if int(e) >= t.entries || !t.set(e).Has(0) {
		return None
	}
	s := t.nexts.values
	at := int(t.nexts.place(hashPair(e, w))) * 3
	if int32(u24(s, at)) != e || int32(u24(s, at+1)) != w {
		return None
	}
	return int32(u24(s, at+2))
}

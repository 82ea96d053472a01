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
//	meta      text: version, then one line a class "name<TAB>file"
//	sets      classes of entries, deduplicated: 32 bytes each
//	offsets   for every 8th word the start of its norm in norms
//	lengths   for each word the length of its norm (1 byte)
//	norms     the folded words
//	index     open-addressing hash of norms: word+1 (3 bytes each)
//	bare      the same over the accentless forms of words with accents
//	setOf     for each entry its set (2 bytes)
//	first     for each entry its first reading (entries+1 numbers); plain words have one reading that takes no room in readings, see plainTags
//	plain     for each word the number of its tags where its only reading is in the list of forms (2 bytes), 0 elsewhere
//	tags      where the tags of each number stand in strings
//	readings  class (8 bits) and line (24 bits), attrs, form: three numbers each
//	strings   length-prefixed strings that readings point to
//	members   the entries of each class but the list of forms, class after class, and where each class starts
//	next      open-addressing hash of (entry, word) -> entry: three numbers each
const (
	secMeta = iota
	secSets
	secOffsets
	secLengths
	secNorms
	secIndex
	secBare
	secSetOf
	secFirst
	secPlain
	secTags
	secReadings
	secStrings
	secMemberStart
	secMembers
	secNext
	sections
)

const magic = "breve\x00t2"

// sameForm stands for a form that is the word itself as folded.
const sameForm = ^uint32(0)

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
}

type reading struct {
	class Class
	line  int
	attrs string
	form  string
	own   bool // from the user's overlay
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
	lines := strings.Split(t.sec[secMeta], "\n")
	var first string
	t.version, first, _ = strings.Cut(lines[0], "\t")
	t.formLine, _ = strconv.Atoi(first) // a table without a list of forms has none
	t.classes, t.files = []string{""}, []string{""}
	for _, l := range lines[1:] {
		name, file, _ := strings.Cut(l, "\t")
		t.classes, t.files = append(t.classes, name), append(t.files, file)
	}
	t.formClass = t.class("form")
	t.words = len(t.sec[secLengths])
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

func (t *table) norm(w int32) string {
	start := int(u32(t.sec[secOffsets], int(w)>>3))
	l := t.sec[secLengths]
	for i := int(w) &^ 7; i < int(w); i++ {
		start += int(l[i])
	}
	return t.sec[secNorms][start : start+int(l[w])]
}

// hash is FNV-1a with a final mix: words are short, and the low bits choose the slot.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

func hashPair(a, b int32) uint32 {
	h := uint64(uint32(a))*0x9E3779B97F4A7C15 + uint64(uint32(b))*0xC2B2AE3D27D4EB4F
	return uint32(h >> 29)
}

func (t *table) word(norm string) int32 {
	idx := t.sec[secIndex]
	n := uint32(len(idx) / 3)
	if n == 0 {
		return None
	}
	for h := hash(norm) & (n - 1); ; h = (h + 1) & (n - 1) {
		w := u24(idx, int(h))
		if w == 0 {
			return None
		}
		if t.norm(int32(w-1)) == norm {
			return int32(w - 1)
		}
	}
}

// WordBytes is Word for a folded form in a scratch buffer: nothing is allocated.
func (l *Lexicon) WordBytes(norm []byte) int32 {
	if len(norm) == 0 {
		return None
	}
	return l.Word(unsafe.String(&norm[0], len(norm)))
}

func (t *table) bareWord(stripped string) int32 {
	idx := t.sec[secBare]
	n := uint32(len(idx) / 3)
	if n == 0 {
		return None
	}
	for h := hash(stripped) & (n - 1); ; h = (h + 1) & (n - 1) {
		w := u24(idx, int(h))
		if w == 0 {
			return None
		}
		if stripsTo(t.norm(int32(w-1)), stripped) {
			return int32(w - 1)
		}
	}
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

func (t *table) readings(e int32, yield func(reading) bool) {
	if int(e) >= t.entries {
		return
	}
	if int(e) < t.words {
		if p := t.sec[secPlain][e*2 : e*2+2]; p[0]|p[1] != 0 {
			tags := t.str(u32(t.sec[secTags], int(p[0])|int(p[1])<<8))
			yield(reading{t.formClass, t.formLine + int(e), tags, t.norm(e), false})
			return
		}
	}
	r := t.sec[secReadings]
	for i, end := u32(t.sec[secFirst], int(e)), u32(t.sec[secFirst], int(e)+1); i < end; i++ {
		head := u32(r, int(i)*3)
		form := ""
		if off := u32(r, int(i)*3+2); off != sameForm {
			form = t.str(off)
		} else {
			form = t.norm(e)
		}
		if !yield(reading{Class(head & 0xff), int(head >> 8), t.str(u32(r, int(i)*3+1)), form, false}) {
			return
		}
	}
}

// attrs returns the attributes of an entry in a class, "" where it has none.
func (t *table) attrs(e int32, c Class) string {
	if int(e) >= t.entries {
		return ""
	}
	if int(e) < t.words {
		if p := t.sec[secPlain][e*2 : e*2+2]; p[0]|p[1] != 0 {
			if c != t.formClass {
				return ""
			}
			return t.str(u32(t.sec[secTags], int(p[0])|int(p[1])<<8))
		}
	}
	r := t.sec[secReadings]
	for i, end := u32(t.sec[secFirst], int(e)), u32(t.sec[secFirst], int(e)+1); i < end; i++ {
		if Class(u32(r, int(i)*3)&0xff) == c {
			return t.str(u32(r, int(i)*3+1))
		}
	}
	return ""
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
	s := t.sec[secNext]
	n := uint32(len(s) / 12)
	for h := hashPair(e, w) & (n - 1); ; h = (h + 1) & (n - 1) {
		to := u32(s, int(h)*3+2)
		if to == 0 {
			return None
		}
		if int32(u32(s, int(h)*3)) == e && int32(u32(s, int(h)*3+1)) == w {
			return int32(to)
		}
	}
}

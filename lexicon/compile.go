package lexicon

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// Compile makes the table of class files. cut says into which folded words a form falls; it is asked with a lookup that knows the words of
// the class "form", so that "aujourd'hui" stays whole. literals are words that rules name. The same input gives the same bytes.
func Compile(files []File, literals []string, cut func(known func(norm string) bool, form string) []string) ([]byte, error) {
	c := &compiler{
		wordOf: map[string]int32{}, next: map[pair]int32{}, classOf: map[string]Class{}, bare: map[string]int32{},
		strOf: map[string]uint32{}, classes: []string{""}, files: []string{""}, cut: cut,
	}
	files = append([]File(nil), files...)
	sort.SliceStable(files, func(i, j int) bool {
		if a, b := files[i].Class == "form", files[j].Class == "form"; a != b {
			return a
		}
		return files[i].Path < files[j].Path
	})
	for _, f := range files {
		if err := c.class(f.Class, f.Path); err != nil {
			return nil, err
		}
	}
	for _, name := range partsOfSpeech {
		if c.classOf[name] == 0 {
			if err := c.class(name, "lists/form.tsv"); err != nil {
				return nil, err
			}
		}
	}
	// Words get numbers first, then forms of several words: an entry below words is a single word.
	for _, f := range files {
		if f.Class == "form" {
			if len(f.Entries) > 0 {
				c.formLine = f.Entries[0].Line
			}
			for _, e := range f.Entries {
				c.word(Fold(e.Form))
				c.formList = append(c.formList, taggedForm{Fold(e.Form), Value(e.Attrs, "tags")})
			}
		}
	}
	c.findBare()
	for _, l := range literals {
		c.word(l)
	}
	var pending []pendingEntry
	for _, f := range files {
		for _, e := range f.Entries {
			p, err := c.expand(f, e)
			if err != nil {
				return nil, err
			}
			pending = append(pending, p...)
		}
	}
	c.words = int32(len(c.norms))
	c.entries = make([]ownEntry, c.words)
	for _, p := range pending {
		c.add(p)
	}
	c.findBare()
	return c.bytes(files), nil
}

// partsOfSpeech are classes that the tags of the list of forms give, see posClasses.
var partsOfSpeech = []string{
	"noun", "adjective", "adverb", "verb", "determiner", "preposition", "pronoun", "conjunction", "interjection",
	"finite", "infinitive", "participle", "gerund", "present", "past", "imperfect", "future", "conditional", "subjunctive",
}

// posClasses returns the classes of a tag of the list of forms (lists/README.md): "v.ip3s" is verb, finite, present.
func posClasses(tag string) []string {
	switch {
	case strings.HasPrefix(tag, "v.inf"):
		return []string{"verb", "infinitive"}
	case strings.HasPrefix(tag, "v.ppr"):
		return []string{"verb", "gerund"}
	case strings.HasPrefix(tag, "v.pp"):
		return []string{"verb", "participle"}
	case strings.HasPrefix(tag, "v.ip"):
		return []string{"verb", "finite", "present"}
	case strings.HasPrefix(tag, "v.ii"):
		return []string{"verb", "finite", "imperfect"}
	case strings.HasPrefix(tag, "v.is"):
		return []string{"verb", "finite", "past"}
	case strings.HasPrefix(tag, "v.if"):
		return []string{"verb", "finite", "future"}
	case strings.HasPrefix(tag, "v.c"):
		return []string{"verb", "finite", "conditional"}
	case strings.HasPrefix(tag, "v.s"):
		return []string{"verb", "finite", "subjunctive"}
	case strings.HasPrefix(tag, "v"):
		return []string{"verb", "finite"}
	case strings.HasPrefix(tag, "adv"):
		return []string{"adverb"}
	case strings.HasPrefix(tag, "n"):
		return []string{"noun"}
	case strings.HasPrefix(tag, "a"):
		return []string{"adjective"}
	case strings.HasPrefix(tag, "det"):
		return []string{"determiner"}
	case strings.HasPrefix(tag, "pre"):
		return []string{"preposition"}
	case strings.HasPrefix(tag, "pro"):
		return []string{"pronoun"}
	case strings.HasPrefix(tag, "con"):
		return []string{"conjunction"}
	case strings.HasPrefix(tag, "int"):
		return []string{"interjection"}
	}
	return nil
}

type compiler struct {
	classes, files []string
	classOf        map[string]Class
	wordOf         map[string]int32
	norms          []string
	words          int32
	entries        []ownEntry
	next           map[pair]int32
	bare           map[string]int32
	formList       []taggedForm
	formLine       int                 // line of the first word in the list of forms
	verbs, nouns   map[string][]string // lemma -> forms, in the order of the list
	strings        []byte
	strOf          map[string]uint32
	cut            func(func(string) bool, string) []string
}

type taggedForm struct{ form, tags string }

type pendingEntry struct {
	words []int32
	r     reading
	more  []Class
}

func (c *compiler) class(name, path string) error {
	if c.classOf[name] != 0 {
		return fmt.Errorf("%s: the class %q has a file already", path, name)
	}
	if len(c.classes) >= 240 {
		return fmt.Errorf("%s: more than 239 classes", path)
	}
	c.classOf[name] = Class(len(c.classes))
	c.classes, c.files = append(c.classes, name), append(c.files, path)
	return nil
}

func (c *compiler) word(norm string) int32 {
	w, ok := c.wordOf[norm]
	if !ok {
		w = int32(len(c.norms))
		c.wordOf[norm] = w
		c.norms = append(c.norms, norm)
	}
	return w
}

// findBare lists the words with accents by their accentless form; the first word of the list wins, and a form that is itself a word
// ("marche" beside "marché") is not listed.
func (c *compiler) findBare() {
	for w, n := range c.norms {
		s := Strip(n)
		if s == n {
			continue
		}
		if _, ok := c.wordOf[s]; ok {
			continue
		}
		if _, ok := c.bare[s]; !ok {
			c.bare[s] = int32(w)
		}
	}
}

// wordsOf cuts a form and finds its words; a capital without accent finds the word that has it ("Etat": état).
func (c *compiler) wordsOf(form string) []int32 {
	var out []int32
	for _, n := range c.cut(func(s string) bool { _, ok := c.wordOf[s]; return ok }, form) {
		if w, ok := c.wordOf[n]; ok {
			out = append(out, w)
		} else if w, ok := c.bare[Strip(n)]; ok && FirstsOnly(n, c.norms[w]) {
			out = append(out, w)
		} else {
			out = append(out, c.word(n))
		}
	}
	return out
}

func (c *compiler) expand(f File, e Line) ([]pendingEntry, error) {
	class := c.classOf[f.Class]
	r := reading{class: class, line: e.Line, attrs: e.Attrs, form: e.Form}
	words := c.wordsOf(e.Form)
	if len(words) == 0 {
		return nil, Mistake{f.Path, e.Line, 1, fmt.Sprintf("%q holds no word", e.Form)}
	}
	switch f.Expand {
	case "verb":
		return c.inflect(r, words, c.forms(&c.verbs, "v")), nil
	case "noun":
		return c.inflect(r, words, c.forms(&c.nouns, "n")), nil
	}
	p := pendingEntry{words: words, r: r}
	if f.Class == "form" {
		for _, t := range strings.Split(Value(e.Attrs, "tags"), ";") {
			tag, _, _ := strings.Cut(t, ",")
			for _, name := range posClasses(tag) {
				p.more = append(p.more, c.classOf[name])
			}
		}
	}
	out := []pendingEntry{p}
	// Town names are often written without their hyphens: "Saint Denis".
	if s := strings.ReplaceAll(e.Form, "-", " "); s != e.Form && (f.Class == "commune" || f.Class == "city" || f.Class == "place" || f.Class == "departement") {
		out = append(out, pendingEntry{words: c.wordsOf(s), r: r})
	}
	return out, nil
}

// forms gives the inflected forms of each lemma, read once from the tags of the list of forms.
func (c *compiler) forms(cache *map[string][]string, pos string) map[string][]string {
	if *cache == nil {
		*cache = map[string][]string{}
		for _, x := range c.formList {
			for _, t := range strings.Split(x.tags, ";") {
				tag, code, _ := strings.Cut(t, ",")
				if !strings.HasPrefix(tag, pos) {
					continue
				}
				l := lemma(x.form, code)
				if fs := (*cache)[l]; len(fs) == 0 || fs[len(fs)-1] != x.form {
					(*cache)[l] = append(fs, x.form)
				}
			}
		}
	}
	return *cache
}

// inflect makes an entry of every form of the first word that has forms: "déposer le bilan" gives "déposent le bilan". A reflexive
// pronoun before it is left out, since the text puts other words there: "s'est effondré".
func (c *compiler) inflect(r reading, words []int32, forms map[string][]string) []pendingEntry {
	if n := c.norms[words[0]]; len(words) > 1 && (n == "s'" || n == "se") {
		words = words[1:]
		r.attrs = joinAttrs(r.attrs, "reflexive=1")
	}
	head := c.norms[words[0]]
	lem := head
	for _, w := range words[1:] {
		lem += " " + c.norms[w]
	}
	r.attrs = joinAttrs(r.attrs, "lemma="+strings.ReplaceAll(lem, "' ", "'"))
	out := []pendingEntry{{words: words, r: r}}
	for _, f := range forms[head] {
		if f != head {
			out = append(out, pendingEntry{words: append([]int32{c.wordOf[f]}, words[1:]...), r: r})
		}
	}
	return out
}

func joinAttrs(a, b string) string {
	if a == "" {
		return b
	}
	return a + "\t" + b
}

func (c *compiler) add(p pendingEntry) {
	e := p.words[0]
	for _, w := range p.words[1:] {
		to, ok := c.next[pair{e, w}]
		if !ok {
			to = int32(len(c.entries))
			c.entries = append(c.entries, ownEntry{})
			c.next[pair{e, w}] = to
			c.entries[e].set.Add(0)
		}
		e = to
	}
	x := &c.entries[e]
	for _, r := range x.readings {
		if r.class == p.r.class {
			return // an inflected form that two lemmas share keeps the first: "suis" of être
		}
	}
	x.set.Add(p.r.class)
	for _, m := range p.more {
		x.set.Add(m)
	}
	x.readings = append(x.readings, p.r)
}

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

func (c *compiler) bytes(files []File) []byte {
	var sec [sections][]byte
	put := func(s int, n uint32) { sec[s] = binary.LittleEndian.AppendUint32(sec[s], n) }
	sum := sha256.New()
	for _, f := range files {
		fmt.Fprintf(sum, "%s\x00%s\x00", f.Class, f.Expand)
		for _, e := range f.Entries {
			fmt.Fprintf(sum, "%s\t%s\n", e.Form, e.Attrs)
		}
	}
	meta := hex.EncodeToString(sum.Sum(nil))[:12] + "\t" + strconv.Itoa(c.formLine)
	for i := 1; i < len(c.classes); i++ {
		meta += "\n" + c.classes[i] + "\t" + c.files[i]
	}
	sec[secMeta] = []byte(meta)
	for i, n := range c.norms {
		if i&7 == 0 {
			put(secOffsets, uint32(len(sec[secNorms])))
		}
		sec[secLengths] = append(sec[secLengths], byte(len(n)))
		sec[secNorms] = append(sec[secNorms], n...)
	}
	sec[secIndex] = hashIndex(c.norms, func(i int) uint32 { return uint32(i) + 1 })
	bares := make([]string, 0, len(c.bare))
	for b := range c.bare {
		bares = append(bares, b)
	}
	sort.Strings(bares)
	sec[secBare] = hashIndex(bares, func(i int) uint32 { return uint32(c.bare[bares[i]]) + 1 })
	setOf := map[Set]uint16{}
	tagOf := map[string]uint16{}
	put(secTags, 0) // number 0 is no tags
	for i := range c.entries {
		x := &c.entries[i]
		id, ok := setOf[x.set]
		if !ok {
			id = uint16(len(setOf))
			setOf[x.set] = id
			for _, w := range x.set {
				sec[secSets] = binary.LittleEndian.AppendUint64(sec[secSets], w)
			}
		}
		sec[secSetOf] = binary.LittleEndian.AppendUint16(sec[secSetOf], id)
		put(secFirst, uint32(len(sec[secReadings])/12))
		if i < len(c.norms) {
			plain := c.plainTags(i, x, tagOf, func(s string) { put(secTags, c.str(s)) })
			sec[secPlain] = binary.LittleEndian.AppendUint16(sec[secPlain], plain)
			if plain != 0 {
				continue
			}
		}
		for _, r := range x.readings {
			put(secReadings, uint32(r.class)|uint32(r.line)<<8)
			put(secReadings, c.str(r.attrs))
			if i < len(c.norms) && r.form == c.norms[i] {
				put(secReadings, sameForm) // most forms are written as they fold
			} else {
				put(secReadings, c.str(r.form))
			}
		}
	}
	put(secFirst, uint32(len(sec[secReadings])/12))
	c.members(put)
	sec[secStrings] = c.strings
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
	n := slots(len(keys))
	next := make([]uint32, n*3)
	for _, k := range keys {
		h := int(hashPair(k.entry, k.word)) & (n - 1)
		for next[h*3+2] != 0 {
			h = (h + 1) & (n - 1)
		}
		next[h*3], next[h*3+1], next[h*3+2] = uint32(k.entry), uint32(k.word), uint32(c.next[k])
	}
	for _, v := range next {
		put(secNext, v)
	}
	var out bytes.Buffer
	out.WriteString(magic)
	for _, s := range sec {
		_ = binary.Write(&out, binary.LittleEndian, uint32(len(s))) // a Buffer takes all
	}
	for _, s := range sec {
		out.Write(s)
	}
	return out.Bytes()
}

// members lists the entries of each class that a room may want to walk: not the parts of speech, which are whole dictionaries.
func (c *compiler) members(put func(int, uint32)) {
	of := make([][]uint32, len(c.classes))
	for i := range c.entries {
		for _, r := range c.entries[i].readings {
			if r.class != c.classOf["form"] {
				of[r.class] = append(of[r.class], uint32(i))
			}
		}
	}
	at := uint32(0)
	for _, m := range of {
		put(secMemberStart, at)
		at += uint32(len(m))
		for _, e := range m {
			put(secMembers, e)
		}
	}
	put(secMemberStart, at)
}

// plainTags numbers the tags of a word that stands in the list of forms only, spelled as it folds; 0 for other words. The first 65,535 tags get numbers.
func (c *compiler) plainTags(i int, x *ownEntry, seen map[string]uint16, add func(string)) uint16 {
	if len(x.readings) != 1 || x.readings[0].class != c.classOf["form"] || x.readings[0].form != c.norms[i] {
		return 0
	}
	tags := x.readings[0].attrs
	n, ok := seen[tags]
	if !ok {
		if len(seen) == 0xffff {
			return 0
		}
		n = uint16(len(seen) + 1)
		seen[tags] = n
		add(tags)
	}
	return n
}

// slots returns the size of a hash table for n keys: a power of two, at most about two thirds full.
func slots(n int) int {
	size := 4
	for size*2 < n*3 {
		size *= 2
	}
	return size
}

func hashIndex(keys []string, value func(int) uint32) []byte {
	n := slots(len(keys))
	table := make([]uint32, n)
	for i, k := range keys {
		h := int(hash(k)) & (n - 1)
		for table[h] != 0 {
			h = (h + 1) & (n - 1)
		}
		table[h] = value(i)
	}
	out := make([]byte, 0, n*3)
	for _, v := range table {
		out = append(out, byte(v), byte(v>>8), byte(v>>16))
	}
	return out
}

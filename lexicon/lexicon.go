// Package lexicon is all the French that breve knows, as data, and the way to ask for it.
//
// The text files in words/ and lists/ are the source: one file a class, one form a line. They are compiled into one table that is
// embedded in the program and used in place, so that loading costs next to nothing. A form is found by the words that it is cut
// into; every word has a number, and every form of one or more words is an entry with the classes that it belongs to.
package lexicon

import (
	"iter"
	"slices"
	"strings"
	"sync"
)

// Class is the number of a class (a file of words). 0 is no class.
type Class uint8

// Set is a set of classes.
type Set [4]uint64

// Has tells whether c is in the set.
func (s *Set) Has(c Class) bool { return s[c>>6]&(1<<(c&63)) != 0 }

// Add puts c into the set.
func (s *Set) Add(c Class) { s[c>>6] |= 1 << (c & 63) }

// Meets tells whether s and o share a class.
func (s *Set) Meets(o *Set) bool {
	return s[0]&o[0]|s[1]&o[1]|s[2]&o[2]|s[3]&o[3] != 0
}

// None is the number of no word and of no entry.
const None = -1

// Lexicon answers what is known of words and forms. It is safe for any number of goroutines.
type Lexicon struct {
	t        table
	overlay  *overlay  // what a user laid over it; nil for the built-in lexicon
	memories sync.Pool // of *Memory
	steps    *steps
}

// Reading is one thing that a form can be.
type Reading struct {
	Class string
	ID    Class  // the number of the class
	Form  string // in its own spelling
	Attrs string // key=value pairs, separated by tabs
	File  string
	Line  int
}

// Version names the built-in data: it changes when an entry changes.
func (l *Lexicon) Version() string { return l.t.version }

// Class returns the number of a class, 0 where there is none of that name.
func (l *Lexicon) Class(name string) Class {
	if o := l.overlay; o != nil {
		return o.class(l, name)
	}
	return l.t.class(name)
}

// File returns the path of the file that a class comes from, "" where there is no class of that name.
func (l *Lexicon) File(class string) string {
	c := l.Class(class)
	if o := l.overlay; o != nil && o.files[c] != "" {
		return o.files[c]
	}
	return l.t.fileOf(c)
}

// Named returns the classes whose forms are names of people, bodies, works and products. A word of time or a number inside such a name of several words
// tells no time and counts nothing: France Dimanche, 20 Minutes, 30 millions d'amis.
func (l *Lexicon) Named() Set {
	var s Set
	for _, n := range [...]string{"media", "company", "company-list", "association", "work", "product", "team", "party", "person", "union", "school", "site"} {
		if c := l.Class(n); c != 0 {
			s.Add(c)
		}
	}
	return s
}

// ClassName returns the name of a class.
func (l *Lexicon) ClassName(c Class) string {
	if o := l.overlay; o != nil && int(c) < len(o.classes) {
		return o.classes[c]
	}
	if int(c) < len(l.t.classes) {
		return l.t.classes[c]
	}
	return ""
}

// Classes returns the names of all classes, in the order of their numbers.
func (l *Lexicon) Classes() []string {
	var out []string
	for c := Class(1); l.ClassName(c) != ""; c++ {
		out = append(out, l.ClassName(c))
	}
	return out
}

// Word returns the number of a folded word, None where it is unknown. The number is also that of the entry of the word alone.
func (l *Lexicon) Word(norm string) int32 { return l.hashed(norm, hash(norm)) }

func (l *Lexicon) hashed(norm string, h uint64) int32 {
	if w := l.t.word(norm, h); w != None || l.overlay == nil {
		return w
	}
	return l.overlay.word(norm)
}

// Bare returns the word whose accentless form is stripped: "etat" gives "état". Only words that lost an accent are found, and only where
// no word is written so itself.
func (l *Lexicon) Bare(stripped string) int32 { return l.t.bareWord(stripped) }

// Norm returns the folded form of a word.
func (l *Lexicon) Norm(word int32) string {
	if word < 0 {
		return ""
	}
	if int(word) < l.t.words {
		return l.t.norm(word)
	}
	if l.overlay != nil {
		return l.overlay.norms[word]
	}
	return ""
}

// Next returns the entry that goes on from an entry with one more word, None where no form begins so.
func (l *Lexicon) Next(entry, word int32) int32 {
	if entry < 0 || word < 0 {
		return None
	}
	if o := l.overlay; o != nil {
		if e, ok := o.next[pair{entry, word}]; ok {
			return e
		}
	}
	return l.step(l.under(entry), word)
}

// Continues tells whether some form begins with the words of the entry and goes on.
func (l *Lexicon) Continues(entry int32) bool { return l.Set(entry).Has(0) }

// Is tells whether an entry belongs to a class. Nothing belongs to class 0, the number of a class that there is not.
func (l *Lexicon) Is(entry int32, c Class) bool {
	if entry < 0 || c == 0 {
		return false
	}
	if o := l.overlay; o != nil {
		if x, ok := o.entries[entry]; ok {
			return x.set.Has(c)
		}
	}
	return l.t.set(entry).Has(c)
}

var noClasses Set

// Set returns the classes of an entry. The result must not be changed.
func (l *Lexicon) Set(entry int32) *Set {
	if entry < 0 {
		return &noClasses
	}
	if o := l.overlay; o != nil {
		if x, ok := o.entries[entry]; ok {
			return &x.set
		}
	}
	return l.t.set(entry)
}

// Attr returns the value of a key of the entry's line in a class, "" where there is none.
func (l *Lexicon) Attr(entry int32, c Class, key string) string {
	if !l.Is(entry, c) {
		return ""
	}
	if x := l.ownReading(entry, c); x != nil {
		return Value(x.attrs, key)
	}
	return Value(l.t.attrs(l.under(entry), c), key)
}

// Form returns the spelling of the entry's line in a class, "" where it is not in the class.
func (l *Lexicon) Form(entry int32, c Class) string {
	if !l.Is(entry, c) {
		return ""
	}
	if x := l.ownReading(entry, c); x != nil {
		return x.form
	}
	return l.t.form(l.under(entry), c)
}

// ownReading returns what the user's folder says of an entry in a class: it stands before what is built in.
func (l *Lexicon) ownReading(entry int32, c Class) *reading {
	if l.overlay == nil {
		return nil
	}
	if x, ok := l.overlay.entries[entry]; ok {
		for i := range x.readings {
			if x.readings[i].class == c {
				return &x.readings[i]
			}
		}
	}
	return nil
}

// under returns the entry of the table that an entry stands on: another one only for copies that an overlay made.
func (l *Lexicon) under(entry int32) int32 {
	if l.overlay != nil {
		if b, ok := l.overlay.base[entry]; ok {
			return b
		}
	}
	return entry
}

// Value finds key in a string of key=value pairs separated by tabs.
func Value(attrs, key string) string {
	for attrs != "" {
		kv := attrs
		if i := strings.IndexByte(attrs, '\t'); i >= 0 {
			kv, attrs = attrs[:i], attrs[i+1:]
		} else {
			attrs = ""
		}
		if len(kv) > len(key) && kv[len(key)] == '=' && kv[:len(key)] == key {
			return kv[len(key)+1:]
		}
	}
	return ""
}

// Readings returns everything that an entry can be, with the line that says so.
func (l *Lexicon) Readings(entry int32) []Reading {
	var out []Reading
	for r := range l.numbered(entry) {
		file := l.t.fileOf(r.class)
		if o := l.overlay; o != nil && r.own {
			file = o.files[r.class]
		}
		out = append(out, Reading{l.ClassName(r.class), r.class, l.t.formOf(&r), l.t.attrsOf(&r), file, r.line})
	}
	return out
}

func (l *Lexicon) numbered(entry int32) iter.Seq[reading] {
	return func(yield func(reading) bool) {
		if entry < 0 {
			return
		}
		if o := l.overlay; o != nil {
			if x, ok := o.entries[entry]; ok {
				for _, r := range x.readings {
					if !yield(r) {
						return
					}
				}
			}
		}
		l.t.readings(l.under(entry), yield)
	}
}

// Entries walks the lines of a class in the order of the table. It is for loading and for listings, not for reading text.
func (l *Lexicon) Entries(class string) iter.Seq2[string, func(key string) string] {
	c := l.Class(class)
	return func(yield func(string, func(string) string) bool) {
		if c == 0 {
			return
		}
		emit := func(e int32) bool {
			for r := range l.numbered(e) {
				if r.class == c && !yield(l.t.formOf(&r), func(k string) string { return Value(l.t.attrsOf(&r), k) }) {
					return false
				}
			}
			return true
		}
		if int(c) < len(l.t.classes) {
			starts := l.t.sec[secMemberStart]
			first, last := u32(starts, int(c)), u32(starts, int(c)+1)&^walked
			if first&walked != 0 {
				for e := int32(0); int(e) < l.t.entries; e++ {
					if l.t.set(e).Has(c) && !emit(e) {
						return
					}
				}
			}
			for i := first &^ walked; i < last; i++ {
				if !emit(int32(u24(l.t.sec[secMembers], int(i)))) {
					return
				}
			}
		}
		if l.overlay == nil {
			return
		}
		own := make([]int32, 0, len(l.overlay.entries))
		for e := range l.overlay.entries {
			own = append(own, e)
		}
		slices.Sort(own)
		for _, e := range own {
			if l.t.set(e).Has(c) {
				continue // it came with those of the table
			}
			for _, r := range l.overlay.entries[e].readings {
				if r.class == c && !yield(r.form, func(k string) string { return Value(r.attrs, k) }) {
					return
				}
			}
		}
	}
}

// Tags returns the part-of-speech tags of a word form as the list of forms writes them ("nms,0+;v.ip3s,1+er"), "" for other words.
func (l *Lexicon) Tags(word int32) string { return l.Attr(word, l.t.formClass, "tags") }

// Lemma returns the lemma of a word form as a verb ('v'), noun ('n') or adjective ('a'), "" where it is none.
func (l *Lexicon) Lemma(word int32, pos byte) string {
	tags := l.Tags(word)
	for tags != "" {
		t, rest, _ := strings.Cut(tags, ";")
		tags = rest
		if tag, code, _ := strings.Cut(t, ","); tag != "" && tag[0] == pos {
			return lemma(l.Norm(word), code)
		}
	}
	return ""
}

// lemma undoes a code such as "3+er": three bytes cut from the end of the form, then "er".
func lemma(form, code string) string {
	n, suffix, ok := strings.Cut(code, "+")
	cut := 0
	for i := 0; i < len(n); i++ {
		cut = cut*10 + int(n[i]-'0')
	}
	if !ok || cut > len(form) {
		return form
	}
	if cut == 0 && suffix == "" {
		return form
	}
	return form[:len(form)-cut] + suffix
}

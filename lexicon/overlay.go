package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
)

// overlay is a user's folder, laid over the built-in table: few entries, in maps.
type overlay struct {
	classes []string
	files   map[Class]string
	words   map[string]int32
	norms   map[int32]string
	next    map[pair]int32
	entries map[int32]*ownEntry
	base    map[int32]int32 // for a copy of an entry of the table: that entry
	last    int32           // one past the highest entry
}

type pair struct{ entry, word int32 }

type ownEntry struct {
	set      Set
	readings []reading
}

func (o *overlay) class(l *Lexicon, name string) Class {
	for i := 1; i < len(o.classes); i++ {
		if o.classes[i] == name {
			return Class(i)
		}
	}
	return 0
}

func (o *overlay) word(norm string) int32 {
	if w, ok := o.words[norm]; ok {
		return w
	}
	return None
}

// With returns a lexicon with the class files of a folder laid over l; l is not changed. A class that l has gets more entries (an entry that stands
// in both has the folder's attributes); a new name makes a new class. cut says into which folded words a form falls: token.Forms.
// Mistakes are returned together, each as path:line:col; the lexicon is then nil.
func (l *Lexicon) With(fsys fs.FS, cut func(l *Lexicon, form string) []string) (*Lexicon, error) {
	files, err := ReadFS(fsys)
	if err != nil {
		return nil, err
	}
	o := &overlay{
		files: map[Class]string{}, words: map[string]int32{}, norms: map[int32]string{},
		next: map[pair]int32{}, entries: map[int32]*ownEntry{}, base: map[int32]int32{}, last: int32(l.t.entries),
	}
	o.classes = append(o.classes, l.t.classes...)
	if p := l.overlay; p != nil {
		o.classes = append([]string(nil), p.classes...)
		o.files, o.words, o.norms, o.next = maps.Clone(p.files), maps.Clone(p.words), maps.Clone(p.norms), maps.Clone(p.next)
		for e, x := range p.entries {
			o.entries[e] = &ownEntry{x.set, slices.Clone(x.readings)}
		}
		o.base, o.last = maps.Clone(p.base), p.last
	}
	out := &Lexicon{t: l.t, overlay: o, steps: new(steps)}
	var errs []error
	for _, f := range files {
		c := o.class(out, f.Class)
		if c == 0 {
			if len(o.classes) >= 240 {
				errs = append(errs, fmt.Errorf("%s: too many classes", f.Path))
				continue
			}
			c = Class(len(o.classes))
			o.classes = append(o.classes, f.Class)
		}
		o.files[c] = f.Path
		for _, e := range f.Entries {
			words := cut(out, e.Form)
			if len(words) == 0 {
				errs = append(errs, Mistake{f.Path, e.Line, 1, fmt.Sprintf("%q holds no word", e.Form)})
				continue
			}
			out.add(c, words, reading{class: c, line: e.Line, attrs: e.Attrs, form: e.Form, own: true})
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return out, nil
}

func (l *Lexicon) add(c Class, words []string, r reading) {
	o := l.overlay
	entry := int32(None)
	for i, norm := range words {
		w := l.Word(norm)
		if w == None {
			w = o.last
			o.last++
			o.words[norm], o.norms[w] = w, norm
		}
		if i == 0 {
			entry = w
			continue
		}
		e := l.Next(entry, w)
		switch {
		case e == None:
			e = o.last
			o.last++
			o.next[pair{entry, w}] = e
			o.own(l, entry).set.Add(0)
		case int(e) < l.t.entries:
			e = o.copy(l, entry, w, e)
		}
		entry = e
	}
	x := o.own(l, entry)
	x.set.Add(c)
	x.readings = append([]reading{r}, x.readings...)
}

// copy puts a copy in the place of an entry of several words, which the table may share with other forms: who adds "dépose le bilan comptable" says
// nothing of "déposait le bilan".
func (o *overlay) copy(l *Lexicon, entry, w, e int32) int32 {
	c := o.last
	o.last++
	o.next[pair{entry, w}] = c
	o.base[c] = e
	o.entries[c] = &ownEntry{set: *l.t.set(e)}
	return c
}

// own returns the entry's own copy of its classes; its readings stand before those of the table.
func (o *overlay) own(l *Lexicon, e int32) *ownEntry {
	x, ok := o.entries[e]
	if !ok {
		x = &ownEntry{set: *l.t.set(e)}
		o.entries[e] = x
	}
	return x
}

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

// List is one derived list: entries by folded form, written in the order of the folded form.
type List struct {
	Name     string   // file name without .tsv: the class
	About    string   // what belongs in it
	Packages []string // what it was derived from
	Keys     []string // keys of its columns, in the order of writing
	Loose    bool     // the source writes no accents: compare with words without accents too
	Ordinary bool     // its entries are ordinary words: no word=1
	entries  map[string]*Entry
}

// Entry is a form and its columns.
type Entry struct {
	Form   string
	Values map[string]string
}

func newList(name, about, keys string, packages ...string) *List {
	return &List{Name: name, About: about, Packages: packages, Keys: strings.Fields(keys), entries: make(map[string]*Entry)}
}

// add puts a form into the list. The first reading of a folded form stays; add tells whether this one came in.
func (l *List) add(form string, values ...string) bool {
	form = tidy(form)
	key := fold(form)
	if key == "" || l.entries[key] != nil {
		return false
	}
	e := &Entry{Form: form, Values: make(map[string]string)}
	for i := 0; i+1 < len(values); i += 2 {
		if values[i+1] != "" {
			e.Values[values[i]] = values[i+1]
		}
	}
	l.entries[key] = e
	return true
}

func (l *List) get(form string) *Entry { return l.entries[fold(tidy(form))] }

// mark gives word=1 to each entry whose folded form is also an ordinary French word: "Pierre", "Tours", "Petit".
func (l *List) mark(w *Words) {
	if l.Ordinary {
		return
	}
	for key, e := range l.entries {
		if w.has(key) || l.Loose && w.hasPlain(key) {
			e.Values["word"] = "1"
		}
	}
}

// bytes is the list as a file.
func (l *List) bytes(pins map[string]Package) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\n", l.About)
	writeSources(&b, l.Packages, pins)
	keys := slices.Clone(l.Keys)
	if !l.Ordinary {
		keys = append(keys, "word")
	}
	fmt.Fprintf(&b, "# keys: %s\n", strings.Join(keys, " "))
	order := make([]string, 0, len(l.entries))
	for k := range l.entries {
		order = append(order, k)
	}
	sort.Strings(order)
	for _, k := range order {
		e := l.entries[k]
		b.WriteString(e.Form)
		for _, key := range keys {
			if v := e.Values[key]; v != "" {
				b.WriteString("\t" + key + "=" + v)
			}
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

func writeSources(b *bytes.Buffer, packages []string, pins map[string]Package) {
	for _, p := range packages {
		fmt.Fprintf(b, "# source: %s\n", pins[p])
	}
	b.WriteString("# written by go run ./lexicon/build/derive: a change by hand is lost\n")
}

func write(dir, name string, b []byte) error {
	return os.WriteFile(filepath.Join(dir, name+".tsv"), b, 0o644)
}

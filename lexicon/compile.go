package lexicon

import (
	"fmt"
	"sort"
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
	c.share()
	return c.bytes(files)
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

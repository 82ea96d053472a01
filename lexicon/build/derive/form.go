package main

import (
	"bytes"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const dictionary = "hunspell-fr-comprehensive"

// Words are all French word forms with their readings.
type Words struct {
	forms map[string]*word // by folded form
	bare  map[string]bool  // folded forms without accents
}

type word struct {
	form     string
	readings map[reading]bool
}

type reading struct{ tag, lemma string }

func newWords() *Words {
	return &Words{forms: make(map[string]*word), bare: make(map[string]bool)}
}

func (w *Words) add(form, tag, lemma string) {
	key := fold(form)
	x := w.forms[key]
	if x == nil {
		x = &word{form: form, readings: make(map[reading]bool)}
		w.forms[key] = x
		w.bare[plain(key)] = true
	} else if better(form, x.form) {
		x.form = form
	}
	x.readings[reading{tag, lemma}] = true
}

// better: of two spellings that fold alike the lower-case one stands in the list, and "cœur" rather than "coeur".
func better(a, b string) bool {
	if la, lb := a == strings.ToLower(a), b == strings.ToLower(b); la != lb {
		return la
	}
	return utf8.RuneCountInString(a) < utf8.RuneCountInString(b)
}

func (w *Words) has(folded string) bool      { return w.forms[folded] != nil }
func (w *Words) hasPlain(folded string) bool { return w.bare[plain(folded)] }

// bytes is form.tsv: form, then readings "tag,lemma-code" parted by semicolons.
func (w *Words) bytes(pins map[string]Package) []byte {
	var b bytes.Buffer
	b.WriteString("# French word forms with part of speech, gender, number, mood, tense, person and lemma; proper names are in lists of their own.\n")
	writeSources(&b, []string{dictionary}, pins)
	b.WriteString("# This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0: LICENSES/MPL-2.0.txt\n")
	b.WriteString("# form<TAB>TAG,lemma[;TAG,lemma …]; lemma \"3+er\" = cut 3 bytes off the end of the form, add \"er\"; tags: README.md\n")
	order := make([]string, 0, len(w.forms))
	for k, x := range w.forms {
		if !outOfUse(x) {
			order = append(order, k)
		}
	}
	sort.Strings(order)
	for _, k := range order {
		x := w.forms[k]
		codes := make([]string, 0, len(x.readings))
		for r := range x.readings {
			codes = append(codes, r.tag+","+lemmaCode(x.form, r.lemma))
		}
		sort.Strings(codes)
		b.WriteString(x.form + "\t" + strings.Join(codes, ";") + "\n")
	}
	return b.Bytes()
}

// outOfUse tells a form of a verb that no newspaper prints: the imperfect subjunctive but for its third person, "nous mangeâmes", "vous mangeâtes". They are an
// eighth of all forms.
func outOfUse(x *word) bool {
	for r := range x.readings {
		switch r.tag {
		case "v.si1s", "v.si2s", "v.si12s", "v.si1p", "v.si2p", "v.is2s", "v.is1p", "v.is2p", "v.sp1p", "v.sp2p", "v.mp1p":
		default:
			return false
		}
	}
	return true
}

// lemmaCode says how to get from a form to its lemma: "aimons" to "aimer" is "3+er".
func lemmaCode(form, lemma string) string {
	same := 0
	for same < len(form) && same < len(lemma) && form[same] == lemma[same] {
		same++
	}
	for same > 0 && same < len(form) && !utf8.RuneStart(form[same]) || same > 0 && same < len(lemma) && !utf8.RuneStart(lemma[same]) {
		same--
	}
	return strconv.Itoa(len(form)-same) + "+" + lemma[same:]
}

// formLists reads the dictionary: the ordinary words, and the proper names in lists of their own.
func formLists(s *Sources) (*Words, []*List, error) {
	aff, err := s.file(dictionary, "usr/share/hunspell/fr.aff")
	if err != nil {
		return nil, nil, err
	}
	dic, err := s.file(dictionary, "usr/share/hunspell/fr.dic")
	if err != nil {
		return nil, nil, err
	}
	rules, err := parseAffixes(aff)
	if err != nil {
		return nil, nil, err
	}
	words := newWords()
	first := newList("first-name-fr", "First names that the French dictionary knows, with their gender (MPL-2.0: LICENSES/MPL-2.0.txt).", "gender", dictionary)
	last := newList("surname-fr", "Family names of well-known people that the French dictionary knows (MPL-2.0: LICENSES/MPL-2.0.txt).", "", dictionary)
	proper := newList("proper", "Proper names and acronyms that the French dictionary knows without saying of what: places, brands, bodies (MPL-2.0: LICENSES/MPL-2.0.txt).", "kind gender number", dictionary)
	frames := newList("verb-frame", "Verbs with their constructions (i = without object, t = direct object, n = object with a preposition, q = also pronominal, p = only pronominal, c = copula) and their auxiliary (a = avoir, e = être). MPL-2.0: LICENSES/MPL-2.0.txt.", "frame aux", dictionary)
	frames.Ordinary = true
	for _, line := range strings.Split(string(dic), "\n")[1:] {
		name, kind := properKind(line)
		switch kind {
		case "":
			addFrame(frames, name, line)
			for _, f := range rules.expand(line) {
				lemma := f.Stem
				for _, x := range f.Fields {
					if st, ok := strings.CutPrefix(x, "st:"); ok {
						lemma = tidy(st)
					}
				}
				for _, t := range tags(f.Fields) {
					words.add(f.Form, t, lemma)
				}
			}
		case "first":
			if e := first.get(name); e != nil {
				e.Values["gender"] = both(e.Values["gender"], gender(line))
			} else {
				first.add(name, "gender", gender(line))
			}
		case "last":
			last.add(name)
		case "name", "acronym":
			g, n := gender(line), ""
			if g == "mf" { // "epi" says here that no gender is known
				g = ""
			}
			if strings.Contains(line, "is:pl") {
				n = "p"
			}
			proper.add(name, "kind", kind, "gender", g, "number", n)
		}
	}
	return words, []*List{first, last, proper, frames}, nil
}

// addFrame reads the code of a verb, "v1_itnq__a": the group, then one letter or "_" for copula, i, t, n, pronominal, another
// use, être, avoir. "zz" at the end: the dictionary does not say.
func addFrame(l *List, verb, line string) {
	_, rest, ok := strings.Cut(line, " po:v")
	code, _, _ := strings.Cut(rest, " ")
	if !ok || len(code) != 9 || code[0] < '0' || code[0] > '9' {
		return
	}
	frame, aux := "", ""
	for i, letter := range []string{1: "c", 2: "i", 3: "t", 4: "n", 5: ""} {
		if i > 0 && letter != "" && code[i] != '_' {
			frame += letter
		}
	}
	if code[5] == 'p' || code[5] == 'q' {
		frame += code[5:6]
	}
	if code[8] == 'a' {
		aux += "a"
	}
	if code[7] == 'e' {
		aux += "e"
	}
	if e := l.get(verb); e != nil { // two verbs of one spelling: "sortir"
		e.Values["frame"] = merge(e.Values["frame"], frame)
		e.Values["aux"] = merge(e.Values["aux"], aux)
		return
	}
	l.add(verb, "frame", frame, "aux", aux)
}

// merge joins two codes of a verb, letters in their usual order.
func merge(a, b string) string {
	out := ""
	for _, r := range "citnqpae" {
		if strings.ContainsRune(a+b, r) {
			out += string(r)
		}
	}
	return out
}

// properKind tells what an entry of the dictionary is: "" for an ordinary word, "skip" for what no list wants (chemical formulas,
// Roman numerals, single letters, signs).
func properKind(line string) (name, kind string) {
	head, rest, _ := strings.Cut(line, " ")
	name, _, _ = cutFlags(head)
	r, _ := utf8.DecodeRuneInString(name)
	has := func(tag string) bool { return strings.Contains(rest+" ", tag+" ") }
	switch {
	case name == "" || strings.ContainsFunc(name, odd):
		return name, "skip"
	case has("po:prn"):
		return name, "first"
	case has("po:patr"):
		return name, "last"
	case has("po:nbro") || has("po:pfx") || has("po:sfx") || has("po:ponc") || has("po:sign") || has("po:err"):
		return name, "skip"
	case has("po:titr"):
		return name, ""
	case utf8.RuneCountInString(name) < 2 && unicode.IsUpper(r):
		return name, "skip"
	case unicode.IsUpper(r) && roman(name):
		return name, "skip"
	case unicode.IsUpper(r) && name == strings.ToUpper(name):
		return name, "acronym"
	case has("po:npr") || unicode.IsUpper(r):
		return name, "name"
	}
	return name, ""
}

// odd: signs that no word of the news carries: indexes of formulas, raised letters, digits.
func odd(r rune) bool {
	return !unicode.IsLetter(r) && !strings.ContainsRune("'-.", r) || unicode.Is(unicode.Lm, r)
}

// roman: "XIX", "XIXe", "XIXes".
func roman(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(s, "s"), "e"), "er")
	return strings.Trim(s, "IVXLCDM") == "" && s != "CD" && s != "MC" && s != "DC" && s != "CV"
}

func gender(fields string) string {
	switch {
	case strings.Contains(fields, "is:mas"):
		return "m"
	case strings.Contains(fields, "is:fem"):
		return "f"
	}
	return "mf"
}

// both joins two genders.
func both(a, b string) string {
	if a == b || b == "" {
		return a
	}
	if a == "" {
		return b
	}
	return "mf"
}

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
)

// Affixes are the rules of a hunspell .aff file with two-letter flags (FLAG long).
type Affixes struct {
	rules     map[string][]affix // suffix or prefix class -> its rules
	prefix    map[string]bool    // which classes are prefixes
	needAffix string             // flag of stems that are no words by themselves
}

// affix is one rule: what goes, what comes, on which words, and what it says about the new form.
type affix struct {
	strip, add string
	flags      []string // classes that may follow
	where      pattern
	fields     []string // "is:fem", "po:ipre" …
}

// Inflected is a word form with all that dictionary and affix say about it.
type Inflected struct {
	Form, Stem string
	Fields     []string
}

// parseAffixes reads the .aff file.
func parseAffixes(b []byte) (*Affixes, error) {
	a := &Affixes{rules: make(map[string][]affix), prefix: make(map[string]bool)}
	scan := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; scan.Scan(); n++ {
		c := strings.Fields(scan.Text())
		if len(c) == 0 {
			continue
		}
		switch {
		case c[0] == "FLAG" && len(c) > 1 && c[1] != "long":
			return nil, fmt.Errorf("fr.aff:%d: FLAG %s is not known here, only FLAG long", n, c[1])
		case c[0] == "AF" || c[0] == "AM":
			return nil, fmt.Errorf("fr.aff:%d: %s aliases are not known here", n, c[0])
		case c[0] == "NEEDAFFIX" && len(c) > 1:
			a.needAffix = c[1]
		case (c[0] == "SFX" || c[0] == "PFX") && len(c) >= 5:
			r := affix{strip: zero(c[2]), where: parsePattern(c[4]), fields: c[5:]}
			add, flags, _ := strings.Cut(c[3], "/")
			r.add, r.flags = zero(add), split(flags)
			a.rules[c[1]] = append(a.rules[c[1]], r)
			a.prefix[c[1]] = c[0] == "PFX"
		}
	}
	return a, scan.Err()
}

// zero: "0" stands for nothing.
func zero(s string) string {
	if s == "0" {
		return ""
	}
	return s
}

// split cuts a run of flags into flags of two characters each.
func split(flags string) []string {
	r := []rune(flags)
	var out []string
	for i := 0; i+1 < len(r); i += 2 {
		out = append(out, string(r[i:i+2]))
	}
	return out
}

// expand gives all forms of one line of the .dic file. Elisions (l'arbre) are prefixes with an apostrophe: no forms of their
// own here. Other prefixes are those of units: "mètre" gives "kilomètre", which is then a stem of its own.
func (a *Affixes) expand(line string) []Inflected {
	c := strings.Fields(line)
	if len(c) == 0 {
		return nil
	}
	word, flagText, _ := cutFlags(c[0])
	flags := split(flagText)
	var out []Inflected
	stem := func(word string, bare bool, flags, fields []string) {
		for _, f := range flags {
			if f == a.needAffix && f != "" || a.selfInflects(f) {
				bare = false
			}
		}
		if bare {
			out = append(out, Inflected{word, word, fields})
		}
		for _, f := range flags {
			if a.prefix[f] {
				continue
			}
			for _, r := range a.rules[f] {
				if strings.HasSuffix(word, r.strip) && r.where.endsOf(word) {
					form := word[:len(word)-len(r.strip)] + r.add
					out = append(out, Inflected{form, word, join(fields, r.fields)})
				}
			}
		}
	}
	stem(word, true, flags, c[1:])
	for _, f := range flags {
		if !a.prefix[f] {
			continue
		}
		for _, r := range a.rules[f] {
			if strings.Contains(r.add, "'") || !strings.HasPrefix(word, r.strip) || !r.where.startOf(word) {
				continue
			}
			if r.add != "" || hasSuffixClass(a, r.flags) {
				stem(r.add+word[len(r.strip):], r.add != "", r.flags, join(c[1:], r.fields))
			}
		}
	}
	return out
}

// selfInflects: a class of unit prefixes that also has a rule for the unit without any ("mètre" itself takes its plural there).
func (a *Affixes) selfInflects(class string) bool {
	if !a.prefix[class] {
		return false
	}
	for _, r := range a.rules[class] {
		if r.add == "" && hasSuffixClass(a, r.flags) {
			return true
		}
	}
	return false
}

func hasSuffixClass(a *Affixes, flags []string) bool {
	for _, f := range flags {
		if len(a.rules[f]) > 0 && !a.prefix[f] {
			return true
		}
	}
	return false
}

// cutFlags parts "km/h/Q'" style entries at the last slash that is not escaped; the dictionary escapes none, so the last one rules.
func cutFlags(s string) (word, flags string, found bool) {
	i := strings.LastIndexByte(s, '/')
	if i <= 0 {
		return s, "", false
	}
	return strings.ReplaceAll(s[:i], `\/`, "/"), s[i+1:], true
}

func join(a, b []string) []string {
	if len(b) == 0 {
		return a
	}
	return append(append(make([]string, 0, len(a)+len(b)), a...), b...)
}

// pattern is a condition: a row of letters, sets and "any", matched at an end of a word.
type pattern []set

type set struct {
	letters string
	not     bool
}

func (s set) has(r rune) bool { return strings.ContainsRune(s.letters, r) != s.not }

// parsePattern reads "[^aeo]ir", "." (any letter) and the like.
func parsePattern(s string) pattern {
	if s == "." {
		return nil
	}
	var p pattern
	for r := []rune(s); len(r) > 0; {
		switch {
		case r[0] == '[':
			end := 1
			for end < len(r) && r[end] != ']' {
				end++
			}
			in := string(r[1:end])
			p = append(p, set{strings.TrimPrefix(in, "^"), strings.HasPrefix(in, "^")})
			r = r[min(end+1, len(r)):]
		case r[0] == '.':
			p, r = append(p, set{"", true}), r[1:]
		default:
			p, r = append(p, set{string(r[0]), false}), r[1:]
		}
	}
	return p
}

func (p pattern) endsOf(word string) bool {
	r := []rune(word)
	return len(r) >= len(p) && p.match(r[len(r)-len(p):])
}

func (p pattern) startOf(word string) bool {
	r := []rune(word)
	return len(r) >= len(p) && p.match(r[:len(p)])
}

func (p pattern) match(r []rune) bool {
	for i, s := range p {
		if !s.has(r[i]) {
			return false
		}
	}
	return true
}

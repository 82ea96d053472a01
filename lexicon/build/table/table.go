// Package table builds the compiled lexicon from its text files.
package table

import (
	"errors"
	"io/fs"
	"sort"
	"strings"

	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

// Build returns the table for a lexicon folder (words/, lists/, rules/). The same files give the same bytes. All mistakes of the files come back together.
func Build(dir fs.FS) ([]byte, error) {
	files, err := Files(dir)
	if err != nil {
		return nil, err
	}
	return Compile(dir, files)
}

// Compile is Build for files that are read already.
func Compile(dir fs.FS, files []lexicon.File) ([]byte, error) {
	// Words are cut as in text, and the cut asks the lexicon: first with the words that it needs for that.
	var seed []lexicon.File
	for _, f := range files {
		switch f.Class {
		case "form", "elision", "clitic", "abbreviation", "domain", "ordinal-suffix":
		default:
			f.Entries = numbered(f.Entries)
			f.Expand = ""
		}
		seed = append(seed, f)
	}
	whole := func(_ func(string) bool, form string) []string { return []string{lexicon.Fold(form)} }
	first, err := lexicon.Compile(seed, nil, whole)
	if err != nil {
		return nil, err
	}
	lex, err := lexicon.Open(string(first))
	if err != nil {
		return nil, err
	}
	literals, err := Literals(dir)
	if err != nil {
		return nil, err
	}
	var words []string
	for _, l := range literals {
		words = append(words, token.Forms(lex, l)...)
	}
	return lexicon.Compile(files, words, func(_ func(string) bool, form string) []string {
		if form[0] == '-' && len(form) > 1 { // a clitic stands behind a word, never alone
			return whole(nil, form)
		}
		return token.Forms(lex, form)
	})
}

// Files reads the class files of a lexicon folder.
func Files(dir fs.FS) ([]lexicon.File, error) {
	var files []lexicon.File
	var errs []error
	for _, part := range []string{"lists", "words"} {
		sub, err := fs.Sub(dir, part)
		if err != nil {
			return nil, err
		}
		fs, err := lexicon.ReadFS(sub)
		for i := range fs {
			fs[i].Path = part + "/" + fs[i].Path
		}
		files = append(files, fs...)
		errs = append(errs, err)
	}
	return files, errors.Join(errs...)
}

// numbered keeps the forms that begin with a digit and are written in one piece (3M, 4x4): digits and letters are cut apart where the lexicon
// does not know them together.
func numbered(lines []lexicon.Line) []lexicon.Line {
	var out []lexicon.Line
	for _, l := range lines {
		if c := l.Form[0]; '0' <= c && c <= '9' && !strings.ContainsAny(l.Form, " '") {
			out = append(out, l)
		}
	}
	return out
}

// Literals returns the words in double quotes of all rule files, sorted.
func Literals(dir fs.FS) ([]string, error) {
	names, err := fs.Glob(dir, "rules/*.rules")
	if err != nil {
		return nil, err
	}
	set := map[string]bool{}
	for _, n := range names {
		b, err := fs.ReadFile(dir, n)
		if err != nil {
			return nil, err
		}
		for _, l := range strings.Split(string(b), "\n") {
			if l == "" || strings.ContainsRune("#+-", rune(l[0])) {
				continue
			}
			for i, piece := range strings.Split(l, `"`) {
				if i%2 == 1 {
					set[piece] = true
				}
			}
		}
	}
	out := make([]string, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	sort.Strings(out)
	return out, nil
}

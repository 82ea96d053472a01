package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"unicode"
)

// File is one class file as written: a sentence on what belongs in it, the keys that its entries may have, the entries.
type File struct {
	Path    string
	Class   string
	Doc     string   // the first comment line
	Keys    []string // from "# keys:"
	Expand  string   // from "# expand:": "verb", "noun" or ""
	Entries []Line
}

// Line is one entry as written.
type Line struct {
	Form  string
	Attrs string // key=value pairs, separated by tabs
	Line  int    // 1-based
}

// A Mistake is a line that does not follow the form of lexicon files.
type Mistake struct {
	Path      string
	Line, Col int
	What      string
}

func (m Mistake) Error() string { return fmt.Sprintf("%s:%d:%d: %s", m.Path, m.Line, m.Col, m.What) }

// ReadFS reads every .tsv file at the top of a folder, in the order of their names. All mistakes come back at once, joined.
func ReadFS(fsys fs.FS) ([]File, error) {
	names, err := fs.Glob(fsys, "*.tsv")
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	var files []File
	var errs []error
	for _, n := range names {
		b, err := fs.ReadFile(fsys, n)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		f, es := Parse(n, string(b))
		files = append(files, f)
		errs = append(errs, es...)
	}
	return files, errors.Join(errs...)
}

// Parse reads one class file. The mistakes do not stop it: the lines that are right are returned.
func Parse(name, text string) (File, []error) {
	f := File{Path: name, Class: strings.TrimSuffix(path.Base(name), ".tsv")}
	if f.Class == "form" {
		f.Keys = []string{"tags"}
	}
	var errs []error
	mistake := func(line, col int, format string, args ...any) {
		errs = append(errs, Mistake{name, line, col, fmt.Sprintf(format, args...)})
	}
	seen := map[string]int{}
	last := ""
	for n := 1; text != ""; n++ {
		var l string
		l, text, _ = strings.Cut(text, "\n")
		if strings.HasPrefix(l, "#") {
			c := strings.TrimSpace(strings.TrimPrefix(l, "#"))
			switch {
			case strings.HasPrefix(c, "keys:"):
				f.Keys = strings.Fields(c[len("keys:"):])
			case strings.HasPrefix(c, "expand:"):
				f.Expand = strings.TrimSpace(c[len("expand:"):])
			case f.Doc == "":
				f.Doc = c
			}
			continue
		}
		if l == "" {
			continue
		}
		form, attrs, _ := strings.Cut(l, "\t")
		if f.Class == "form" && attrs != "" {
			attrs = "tags=" + attrs // half a million lines: the list of word forms saves the key
		}
		if form == "" || strings.TrimSpace(form) != form {
			mistake(n, 1, "the form %q is empty or has spaces around it", form)
			continue
		}
		folded := Fold(form)
		if prev, ok := seen[folded]; ok {
			mistake(n, 1, "%q stands already on line %d", form, prev)
			continue
		}
		if folded < last {
			mistake(n, 1, "%q is out of order: it folds to %q, after %q", form, folded, last)
		}
		seen[folded], last = n, folded
		col := len(form) + 2
		for _, kv := range strings.Split(attrs, "\t") {
			if attrs == "" {
				break
			}
			key, value, ok := strings.Cut(kv, "=")
			switch {
			case !ok || value == "":
				mistake(n, col, "%q is not key=value", kv)
			case !contains(f.Keys, key):
				mistake(n, col, "key %q is not one of this class (%s)", key, strings.Join(f.Keys, " "))
			}
			col += len(kv) + 1
		}
		if i := strings.IndexFunc(l, func(r rune) bool { return r != '\t' && unicode.IsControl(r) }); i >= 0 {
			mistake(n, i+1, "control character (is it saved with Windows line ends?)")
		}
		f.Entries = append(f.Entries, Line{form, attrs, n})
	}
	return f, errs
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

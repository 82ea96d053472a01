package main

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The committed lists are well formed: sorted by folded form, once each, with declared keys, and marked against form.tsv.
func TestCommittedLists(t *testing.T) {
	const dir = "../../lists"
	words := newWords()
	readList(t, filepath.Join(dir, "form.tsv"), func(n int, c []string, keys []string) {
		for _, r := range strings.Split(c[1], ";") {
			tag, code, ok := strings.Cut(r, ",")
			if !ok || tag == "" || !strings.Contains(code, "+") {
				t.Errorf("form.tsv:%d: reading %q", n, r)
			}
		}
		words.add(c[0], "", "")
	})
	paths, err := filepath.Glob(filepath.Join(dir, "*.tsv"))
	if err != nil || len(paths) < 10 {
		t.Fatalf("lists: %v, %v", paths, err)
	}
	for _, p := range paths {
		name := filepath.Base(p)
		if name == "form.tsv" {
			continue
		}
		readList(t, p, func(n int, c []string, keys []string) {
			marked := false
			for _, kv := range c[1:] {
				k, v, ok := strings.Cut(kv, "=")
				if !ok || v == "" || !slices.Contains(keys, k) {
					t.Errorf("%s:%d: column %q", name, n, kv)
				}
				marked = marked || kv == "word=1"
			}
			if slices.Contains(keys, "word") && words.has(fold(c[0])) && !marked {
				t.Errorf("%s:%d: %q is a word of form.tsv and not marked word=1", name, n, c[0])
			}
		})
	}
}

// readList checks what all lists have in common and hands over each entry.
func readList(t *testing.T, path string, entry func(n int, columns, keys []string)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	name, last, sourced := filepath.Base(path), "", false
	var keys []string
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<20)
	for n := 1; scan.Scan(); n++ {
		line := scan.Text()
		if strings.HasPrefix(line, "# ") {
			sourced = sourced || strings.HasPrefix(line, "# source: ")
			if k, ok := strings.CutPrefix(line, "# keys:"); ok {
				keys = strings.Fields(k)
			}
			continue
		}
		c := strings.Split(line, "\t")
		key := fold(c[0])
		if key <= last {
			t.Errorf("%s:%d: %q does not stand behind %q", name, n, key, last)
		}
		if strings.TrimSpace(line) != line || strings.ContainsAny(line, "’\u00a0") {
			t.Errorf("%s:%d: spaces or curly apostrophe in %q", name, n, line)
		}
		last = key
		entry(n, c, keys)
	}
	if !sourced {
		t.Errorf("%s: no source named", name)
	}
}

// SOURCES.md names every list with its number of entries.
func TestSourcesNameLists(t *testing.T) {
	b, err := os.ReadFile("../../SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	told := make(map[string]string)
	for _, line := range strings.Split(string(b), "\n") {
		if c := strings.Split(line, "|"); len(c) > 3 {
			told[strings.TrimSpace(c[1])] = strings.ReplaceAll(strings.TrimSpace(c[2]), ",", "")
		}
	}
	paths, _ := filepath.Glob("../../lists/*.tsv")
	for _, p := range paths {
		name := strings.TrimSuffix(filepath.Base(p), ".tsv")
		entries := 0
		readList(t, p, func(int, []string, []string) { entries++ })
		if want := strconv.Itoa(entries); told[name] != want {
			t.Errorf("SOURCES.md tells %q entries of %s, there are %s", told[name], name, want)
		}
	}
}

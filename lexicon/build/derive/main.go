// Package main derives the big lists of lexicon/lists from pinned packages: word forms, names, places, currencies, units.
//
// It is run by hand and its output is committed; it never fetches anything (fetch.sh does), checks the sha256 of all that it
// reads, and writes the same bytes whenever it reads the same packages.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	sources := flag.String("sources", "", "folder with the packages that fetch.sh fetched")
	out := flag.String("out", "lexicon/lists", "folder to write the lists into")
	flag.Parse()
	if *sources == "" || flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "usage: go run ./lexicon/build/derive --sources DIR [--out DIR]")
		os.Exit(2)
	}
	if err := derive(*sources, *out); err != nil {
		fmt.Fprintln(os.Stderr, "derive:", err)
		os.Exit(1)
	}
}

// derive writes all lists.
func derive(dir, out string) error {
	pins, err := parsePackages(packageTable)
	if err != nil {
		return err
	}
	s := &Sources{dir: dir, pins: pins, files: make(map[string]map[string][]byte)}
	words, named, err := formLists(s)
	if err != nil {
		return err
	}
	if err := write(out, "form", words.bytes(pins)); err != nil {
		return err
	}
	lists := named
	for _, build := range []func(*Sources, *Words) ([]*List, error){personLists, placeLists, worldLists, measureLists, companyLists} {
		more, err := build(s, words)
		if err != nil {
			return err
		}
		lists = append(lists, more...)
	}
	for _, l := range lists {
		l.mark(words)
		if err := write(out, l.Name, l.bytes(pins)); err != nil {
			return err
		}
		fmt.Printf("%-18s %7d entries\n", l.Name, len(l.entries))
	}
	return nil
}

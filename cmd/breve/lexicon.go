package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

func lexiconVerb(w world) *cli.Command {
	return &cli.Command{
		Name: "lexicon", Usage: "what the program knows: lookup WORD, check DIR, stats, coverage GOLD",
		Subcommands: []*cli.Command{
			{Name: "lookup", Usage: "everything that a word or form can be, with the line that says so", ArgsUsage: "WORD...", Flags: []cli.Flag{lexiconFlag},
				Action: func(c *cli.Context) error { return lookup(c, w) }},
			{Name: "check", Usage: "is a folder of class files well formed?", ArgsUsage: "DIR",
				Action: func(c *cli.Context) error { return checkLexicon(c, w) }},
			{Name: "stats", Usage: "the classes, with the number of their forms", Flags: []cli.Flag{lexiconFlag},
				Action: func(c *cli.Context) error { return stats(c, w) }},
			{Name: "coverage", Usage: "how many names of a gold file the lexicon knows", ArgsUsage: "GOLD.jsonl", Flags: []cli.Flag{lexiconFlag},
				Action: func(c *cli.Context) error { return coverage(c, w) }},
		},
		Action: func(c *cli.Context) error {
			return usage("lexicon wants one of: lookup WORD, check DIR, stats, coverage GOLD")
		},
	}
}

// entryOf finds a form, cut into words as articles are.
func entryOf(lex *lexicon.Lexicon, form string) int32 {
	entry := int32(lexicon.None)
	for i, word := range token.Forms(lex, form) {
		if i == 0 {
			entry = lex.Word(word)
		} else {
			entry = lex.Next(entry, lex.Word(word))
		}
	}
	return entry
}

func lookup(c *cli.Context, w world) error {
	if c.NArg() == 0 {
		return usage("lookup wants a word: breve lexicon lookup Matignon")
	}
	r, err := newReader(c)
	if err != nil {
		return err
	}
	lex, form := r.Lexicon(), strings.Join(c.Args().Slice(), " ")
	readings := lex.Readings(entryOf(lex, form))
	if len(readings) == 0 {
		return &failure{exitNothing, fmt.Errorf("the lexicon does not know %q: a line in lexicon/words/CLASS.tsv teaches it", form)}
	}
	for _, x := range readings {
		fmt.Fprintf(w.out, "%s\t%s\n", x.Class, reading(x))
	}
	return nil
}

func checkLexicon(c *cli.Context, w world) error {
	if c.NArg() != 1 {
		return usage("check wants the folder of class files: breve lexicon check DIR")
	}
	dir := c.Args().First()
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return &failure{exitNothing, fmt.Errorf("%s: there is no such folder", dir)}
	}
	files, err := lexicon.ReadFS(os.DirFS(dir))
	if err != nil {
		return &failure{exitNothing, err}
	}
	if len(files) == 0 {
		return &failure{exitNothing, fmt.Errorf("%s: there is no class file in it: they end in .tsv", dir)}
	}
	if _, err := extract.New(extract.WithLexicon(os.DirFS(dir))); err != nil {
		return &failure{exitNothing, err}
	}
	n := 0
	for _, f := range files {
		n += len(f.Entries)
	}
	fmt.Fprintf(w.out, "%s: %s, %s, all well formed\n", dir, classes(len(files)), count(n, "form"))
	return nil
}

func classes(n int) string {
	if n == 1 {
		return "1 class"
	}
	return fmt.Sprintf("%d classes", n)
}

func stats(c *cli.Context, w world) error {
	r, err := newReader(c)
	if err != nil {
		return err
	}
	lex := r.Lexicon()
	names, total := lex.Classes(), 0
	slices.Sort(names)
	for _, name := range names {
		n := 0
		for range lex.Entries(name) {
			n++
		}
		total += n
		if n > 0 {
			fmt.Fprintf(w.out, "%8d  %-20s %s\n", n, name, lex.File(name))
		}
	}
	fmt.Fprintf(w.out, "%8d  forms in all, lexicon %s, %s\n", total, lex.Version(), count(len(r.Rules()), "rule"))
	return nil
}

// coverage counts, for each type, the names of a gold file that the lexicon knows (see covers).
func coverage(c *cli.Context, w world) error {
	if c.NArg() != 1 {
		return usage("coverage wants a gold file: breve lexicon coverage GOLD.jsonl")
	}
	r, err := newReader(c)
	if err != nil {
		return err
	}
	name := c.Args().First()
	f, err := os.Open(name)
	if err != nil {
		return &failure{exitNothing, fmt.Errorf("%s: it cannot be read: %w", name, reason(err))}
	}
	defer f.Close()
	lex := r.Lexicon()
	known, all := map[string]int{}, map[string]int{}
	dec := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	for n := 1; ; n++ {
		var x struct {
			Entities []struct{ Type, Text string }
		}
		if err := dec.Decode(&x); err == io.EOF {
			break
		} else if err != nil {
			return &failure{exitNothing, fmt.Errorf("%s: article %d is no JSON object: %w", name, n, err)}
		}
		for _, e := range x.Entities {
			if ok, counts := covers(lex, e.Type, e.Text); counts {
				all[e.Type]++
				if ok {
					known[e.Type]++
				}
			}
		}
	}
	if len(all) == 0 {
		return &failure{exitNothing, fmt.Errorf("%s: there are no entities in it", name)}
	}
	var types []string
	for t := range all {
		types = append(types, t)
	}
	slices.Sort(types)
	for _, t := range types {
		fmt.Fprintf(w.out, "%-13s %5d of %5d names  %5.1f %%  %s\n", t, known[t], all[t], 100*float64(known[t])/float64(all[t]), coverageOf[t].what)
	}
	return nil
}

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/breve-nlp/breve/lexicon"
	"github.com/breve-nlp/breve/render"
	"github.com/breve-nlp/breve/verify"
)

func verifyVerb(w world) *cli.Command {
	return &cli.Command{
		Name: "verify", Usage: "does every claim of a result stand in its article?", ArgsUsage: "OUTPUT ARTICLE",
		Description: "OUTPUT is a contract object (breve json), ARTICLE the file that it was made from. Each problem is one line; the exit code is then 2.",
		Flags:       []cli.Flag{quietFlag, lexiconFlag},
		Action:      func(c *cli.Context) error { return check(c, w) },
	}
}

func check(c *cli.Context, w world) error {
	if c.NArg() != 2 {
		return usage("verify wants a result and its article: breve verify OUTPUT.json ARTICLE.txt")
	}
	name := c.Args().Get(0)
	b, err := os.ReadFile(name)
	if err != nil {
		return &failure{exitNothing, fmt.Errorf("%s: it cannot be read: %w", name, reason(err))}
	}
	var o render.Object
	if err := json.Unmarshal(b, &o); err != nil {
		return &failure{exitNothing, fmt.Errorf("%s: this is no contract object as breve json writes it: %w", name, err)}
	}
	r, err := newReader(c)
	if err != nil {
		return err
	}
	article := c.Args().Get(1)
	d, err := single(c, w, r, article)
	if err != nil {
		return err
	}
	problems := verify.Check(&o, d.Text, ordinary(r.Lexicon()))
	if o.Source.SHA256 != d.Source.SHA256 {
		problems = slices.Insert(problems, 0, verify.Problem{Where: "source.sha256", What: "the result was made from other bytes than " + article})
	}
	for _, p := range problems {
		fmt.Fprintln(w.out, p)
	}
	if len(problems) > 0 {
		return &failure{exitNothing, fmt.Errorf("%s: %s that the article does not bear out", name, count(len(problems), "place"))}
	}
	if !c.Bool("quiet") {
		fmt.Fprintf(w.out, "%s: every claim stands in %s\n", name, article)
	}
	return nil
}

// ordinary tells whether a word stands in the list of French forms as something else than a proper name.
func ordinary(lex *lexicon.Lexicon) func(string) bool {
	return func(word string) bool {
		w := lex.Word(lexicon.Fold(word))
		return lex.Tags(w) != "" || len([]rune(word)) == 1 || slices.ContainsFunc([]string{"elision", "particle", "article", "clitic"}, func(class string) bool { return lex.Is(w, lex.Class(class)) })
	}
}

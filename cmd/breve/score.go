package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/breve-nlp/breve/corpus"
)

func scoreVerb(w world) *cli.Command {
	return &cli.Command{
		Name: "score", Usage: "how near results come to the answers of people", ArgsUsage: "GOLD RESULTS.jsonl",
		Description: "GOLD is a .gold file, a folder of them or a .jsonl file of answers; RESULTS.jsonl holds contract objects, one a line, with the ids of the answers\n" +
			"   (breve batch --jsonl). Every measure is printed with its precision, recall and F.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "json", Usage: "the measures as one JSON object"},
			&cli.IntFlag{Name: "errors", Usage: "print the first `N` mistakes too"},
			&cli.StringFlag{Name: "only", Usage: "of the mistakes, only those whose measure holds `WORDS`"},
			outputFlag,
		},
		Action: func(c *cli.Context) error { return score(c, w) },
	}
}

func score(c *cli.Context, w world) error {
	if c.NArg() != 2 {
		return usage("score wants answers and results: breve score corpus/gold results.jsonl")
	}
	gold, err := corpus.Load(c.Args().Get(0))
	if err != nil {
		return unread(c.Args().Get(0), err)
	}
	objects, err := corpus.Objects(c.Args().Get(1))
	if err != nil {
		return unread(c.Args().Get(1), err)
	}
	report := corpus.Score(gold, objects)
	if c.Bool("json") {
		b, err := json.Marshal(report)
		if err != nil {
			return err
		}
		return put(c, w, append(b, '\n'))
	}
	out := []byte(report.Table())
	left := c.Int("errors")
	for _, m := range report.Mistakes {
		if left <= 0 {
			break
		}
		if strings.Contains(m.Measure, c.String("only")) {
			out = append(append(out, m.String()...), '\n')
			left--
		}
	}
	return put(c, w, out)
}

// unread tells why gold answers or results were not read: the file system's reason, or the place of the mistake in the file.
func unread(path string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = fmt.Errorf("%s: it cannot be read: %w", path, reason(err))
	}
	return &failure{exitNothing, err}
}

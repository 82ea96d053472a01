// Command breve reads French news articles and gives the brève back: who, what, how much, when, according to whom, and the words that prove it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/breve-nlp/breve/render"
)

// The exit codes.
const (
	exitUsage   = 1 // the command line is wrong
	exitNothing = 2 // nothing could be done
	exitSome    = 3 // some inputs failed, the others are done
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args, world{os.Stdin, os.Stdout, os.Stderr}))
}

// world is what the program reads from and writes to.
type world struct {
	in       io.Reader
	out, err io.Writer
}

// run does what a command line says and returns the exit code.
func run(ctx context.Context, args []string, w world) int {
	app := newApp(w)
	ordered, err := order(app, args)
	if err == nil {
		err = app.RunContext(ctx, ordered)
	}
	if err == nil {
		return 0
	}
	var f *failure
	if !errors.As(err, &f) {
		f = &failure{exitNothing, err}
	}
	if f.err != nil {
		for _, line := range strings.Split(strings.TrimRight(f.err.Error(), "\n"), "\n") {
			fmt.Fprintln(w.err, "breve: "+line)
		}
	}
	return f.code
}

// failure is an error with the exit code that it means; without an error everything was said already.
type failure struct {
	code int
	err  error
}

func (f *failure) Error() string {
	if f.err == nil {
		return fmt.Sprintf("exit code %d", f.code)
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

func usage(format string, args ...any) error { return &failure{exitUsage, fmt.Errorf(format, args...)} }

func newApp(w world) *cli.App {
	app := &cli.App{
		Name:      "breve",
		Usage:     "a French news article in, the brève out, with the words that prove it",
		UsageText: "breve [VERB] [options] [FILE...|-]",
		Description: "Without a verb, breve writes the summary of the files, or of what is pasted on standard input.\n\n" +
			"   breve article.txt\n" +
			"   xclip -o | breve\n" +
			"   breve json article.txt --published 2025-07-08\n" +
			"   breve batch articles/ --out results/\n" +
			"   breve batch --jsonl < in.jsonl > out.jsonl\n" +
			"   breve explain article.txt --at Macron\n\n" +
			"Exit codes: 0 done, 1 wrong command line, 2 nothing could be done, 3 some inputs failed.",
		Version:         render.Version,
		HideVersion:     true,
		HideHelpCommand: true,
		Reader:          w.in,
		Writer:          w.out,
		ErrWriter:       w.err,
		ExitErrHandler:  func(*cli.Context, error) {},
		OnUsageError:    misused,
		Commands:        verbs(w),
		Action:          cli.ShowAppHelp,
	}
	for _, c := range app.Commands {
		c.OnUsageError = misused
		c.HideHelpCommand = true
		for _, s := range c.Subcommands {
			s.OnUsageError = misused
			s.HideHelpCommand = true
		}
	}
	return app
}

// verbs is the table of what the program can do, in the order of its help.
func verbs(w world) []*cli.Command {
	list := []*cli.Command{
		articleVerb(w, "summary", "the brève: lead, key points, people, figures, quotes, facts (the default)"),
		articleVerb(w, "json", "everything that was read, as the contract object"),
	}
	for _, p := range parts {
		list = append(list, articleVerb(w, p.name, p.usage))
	}
	return append(list, explainVerb(w), schemaVerb(w), verifyVerb(w), scoreVerb(w), lexiconVerb(w), batchVerb(w), versionVerb(w), completionVerb(w))
}

func schemaVerb(w world) *cli.Command {
	return &cli.Command{
		Name: "schema", Usage: "the JSON Schema of the contract object",
		Flags:  []cli.Flag{outputFlag},
		Action: func(c *cli.Context) error { return put(c, w, render.Schema) },
	}
}

func versionVerb(w world) *cli.Command {
	return &cli.Command{
		Name: "version", Usage: "the version of the program and of its lexicon",
		Action: func(c *cli.Context) error {
			r, err := newReader(c)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(w.out, "breve %s (lexicon %s)\n", render.Version, r.Lexicon().Version())
			return err
		},
	}
}

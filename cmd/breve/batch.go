package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/breve-nlp/breve/batch"
	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/input"
	"github.com/breve-nlp/breve/render"
)

// containers are the endings of files that hold several articles: their results are JSON lines.
var containers = []string{".jsonl", ".ndjson", ".csv", ".tsv", ".json", ".xml", ".rss", ".atom", ".zip", ".tar", ".tgz", ".gz", ".zst"}

func batchVerb(w world) *cli.Command {
	return &cli.Command{
		Name: "batch", Usage: "many articles: files and folders, or JSON lines",
		UsageText: "breve batch PATH... --out DIR [options]\n   breve batch --jsonl < IN > OUT",
		Description: "With --out, each file (" + strings.Join(input.Suffixes(), " ") + " below a folder) gives one result in DIR. What is done already is skipped, so a run that was broken\n" +
			"off goes on; files that fail are listed in DIR/errors.jsonl.\n\n" +
			"With --jsonl, each line of standard input is {\"id\",\"text\",\"published\"?,\"title\"?,\"html\"?} and gives one line, in the same order.",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "out", Usage: "the folder of the results: `DIR`"},
			&cli.BoolFlag{Name: "jsonl", Usage: "JSON lines from standard input to standard output"},
			&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Usage: "articles read at a time: `N`", DefaultText: "the number of cores"},
			formatFlag("json"), publishedFlag, lexiconFlag, withTextFlag, quietFlag,
		}, sourceFlags...),
		Action: func(c *cli.Context) error { return runBatch(c, w) },
	}
}

func runBatch(c *cli.Context, w world) error {
	jobs := c.Int("jobs")
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	switch {
	case jobs < 0:
		return usage("--jobs wants a number of articles, not %d", jobs)
	case !slices.Contains(formats, c.String("format")):
		return noSuch("there is no format", c.String("format"), formats)
	case c.Bool("jsonl") && (c.NArg() > 0 || c.String("out") != ""):
		return usage("batch --jsonl reads standard input and writes standard output: it takes neither files nor --out")
	case c.Bool("jsonl") && c.String("format") != "json":
		return usage("batch --jsonl writes JSON: it takes no --format")
	case !c.Bool("jsonl") && c.NArg() == 0:
		return usage("batch wants files or folders and --out DIR, or --jsonl")
	case !c.Bool("jsonl") && c.String("out") == "":
		return usage("batch wants --out DIR, the folder of the results")
	case c.String("published") != "" && !isDay(c.String("published")):
		return usage("--published wants a day as 2025-07-08 or a time as 2025-07-08T14:30, not %q", c.String("published"))
	}
	r, err := newReader(c)
	if err != nil {
		return err
	}
	o := render.Options{Lexicon: r.Lexicon().Version(), WithText: c.Bool("with-text")}
	if c.Bool("jsonl") {
		return lines(c, w, r, o, jobs)
	}
	return folder(c, w, r, o, jobs)
}

// request is one line of the streaming form.
type request struct {
	ID        identity `json:"id"`
	Text      *string  `json:"text"`
	HTML      *string  `json:"html"`
	Published string   `json:"published"`
	Title     string   `json:"title"`
}

// identity is an id as a string, also where the line has a number.
type identity string

func (i *identity) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, (*string)(i))
	}
	if s := string(b); s != "null" {
		*i = identity(s)
	}
	return nil
}

// refusal is what a line gives that could not be read.
type refusal struct {
	ID    string `json:"id"`
	Line  int    `json:"line"`
	Error string `json:"error"`
}

func lines(c *cli.Context, w world, r *extract.Reader, o render.Options, jobs int) error {
	published := c.String("published")
	read := func(l batch.Line) (result []byte, ok bool) {
		id := ""
		refuse := func(format string, args ...any) []byte {
			b, err := json.Marshal(refusal{id, l.Number, fmt.Sprintf(format, args...)})
			if err != nil {
				return nil
			}
			return append(b, '\n')
		}
		if l.Err != nil {
			return refuse("%v", l.Err), false
		}
		defer func() {
			if p := recover(); p != nil {
				result, ok = refuse("the article could not be read, please report this: %v", p), false
			}
		}()
		var q request
		err := json.Unmarshal(l.Bytes, &q)
		id = string(q.ID)
		if err != nil {
			return refuse("the line is no JSON object with an id and a text: %v", err), false
		}
		about := doc.About{ID: id, Title: q.Title, Published: q.Published}
		if about.Published == "" {
			about.Published = published
		}
		if about.ID == "" {
			about.ID = strconv.Itoa(l.Number)
		}
		switch {
		case q.HTML != nil && *q.HTML != "":
			about.MediaType = "text/html"
			return render.JSON(r.Article([]byte(*q.HTML), about), o), true
		case q.Text != nil:
			return render.JSON(r.Article([]byte(*q.Text), about), o), true
		}
		return refuse("the line has no \"text\" and no \"html\""), false
	}
	s, err := batch.Lines(c.Context, w.in, w.out, jobs, read)
	if err != nil {
		return &failure{exitNothing, err}
	}
	if s.Failed > 0 {
		if !c.Bool("quiet") {
			fmt.Fprintf(w.err, "breve: %s could not be read, %d done: see \"error\" in the output\n", count(s.Failed, "line"), s.Done)
		}
		return &failure{exitSome, nil}
	}
	return nil
}

func folder(c *cli.Context, w world, r *extract.Reader, o render.Options, jobs int) error {
	dir, format := c.String("out"), c.String("format")
	for _, p := range c.Args().Slice() {
		if _, err := os.Stat(p); err != nil {
			return &failure{exitNothing, fmt.Errorf("%s: there is no such file or folder", p)}
		}
	}
	docs, err := batch.Find(c.Args().Slice(), input.Suffixes(), dir, "."+extension(format))
	if err != nil {
		return &failure{exitNothing, err}
	}
	for i := range docs {
		if format == "json" && slices.Contains(containers, strings.ToLower(filepath.Ext(docs[i].Path))) {
			docs[i].Output += "l"
		}
	}
	if len(docs) == 0 {
		return &failure{exitNothing, fmt.Errorf("%s: there is no article: files must end in %s", strings.Join(c.Args().Slice(), " "), strings.Join(input.Suffixes(), " "))}
	}
	p := batch.Plan{
		Documents: docs, Dir: dir, Jobs: jobs,
		Settings: fmt.Sprintf("breve %s lexicon %s format %s text %v published %s laid over %q fields %+v\n", render.Version, o.Lexicon, format, o.WithText, c.String("published"), c.StringSlice("lexicon"), fieldsOf(c)),
	}
	start := time.Now()
	if !c.Bool("quiet") && isTerminal(w.err) {
		p.Progress = progress(w, start)
	}
	s, failures, err := batch.Folder(c.Context, p, func(d batch.Document) ([]byte, error) {
		return result(c, w, d, r, o, format)
	})
	if p.Progress != nil {
		fmt.Fprint(w.err, "\r\x1b[K")
	}
	if !c.Bool("quiet") {
		for _, f := range failures {
			fmt.Fprintln(w.err, "breve: "+f.Error)
		}
		fmt.Fprintf(w.err, "%s read, %d skipped (done already), %d failed, in %.1f s\n", count(s.Done, "article"), s.Skipped, s.Failed, time.Since(start).Seconds())
	}
	switch {
	case errors.Is(err, context.Canceled):
		return &failure{exitNothing, errors.New("broken off: the same command goes on from here")}
	case err != nil:
		return &failure{exitNothing, err}
	case s.Failed == len(docs):
		return &failure{exitNothing, nil}
	case s.Failed > 0:
		return &failure{exitSome, nil}
	}
	return nil
}

// result reads one file and writes its articles out in a format. Where some of them could not be read, the others come with the error.
func result(c *cli.Context, w world, d batch.Document, r *extract.Reader, o render.Options, format string) (b []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			b, err = nil, fmt.Errorf("%s: the article could not be read, please report this: %v", d.Path, p)
		}
	}()
	p := printer{verb: "json", format: format, options: o}
	if format != "json" {
		p.verb = "summary"
	}
	p.options.WithText = o.WithText || format == "html"
	var errs []error
	for a, err := range open(c, w, d.Path) {
		var document *doc.Document
		if err == nil {
			if a.ID == a.Path {
				a.ID = d.ID + strings.TrimPrefix(a.Path, d.Path)
			}
			document = r.Article(a.Data, a.About)
			err = unreadable(document)
		}
		if err != nil {
			errs = append(errs, err)
			continue
		}
		p.add(render.Contract(document, p.options))
	}
	err = errors.Join(errs...)
	switch {
	case len(p.objects) == 0 && err == nil:
		return nil, fmt.Errorf("%s: there is no article in it", d.Path)
	case len(p.objects) == 0:
		return nil, err
	case format == "html" && len(p.objects) > 1:
		return nil, fmt.Errorf("%s: a page holds one article, here are %d: use another format", d.Path, len(p.objects))
	case format == "json":
		for _, x := range p.objects {
			b = append(render.AppendObject(b, x), '\n')
		}
		return b, err
	}
	return p.bytes(), err
}

func extension(format string) string {
	if format == "text" {
		return "brief.txt"
	}
	return format
}

// progress draws a line that tells how far a run is, at most ten times a second.
func progress(w world, start time.Time) func(batch.Stats, int) {
	var last time.Time
	return func(s batch.Stats, all int) {
		if time.Since(last) < 100*time.Millisecond {
			return
		}
		last = time.Now()
		done := s.Done + s.Failed + s.Skipped
		rate := float64(s.Done+s.Failed) / time.Since(start).Seconds()
		left := "?"
		if rate > 0 {
			left = (time.Duration(float64(all-done)/rate) * time.Second).String()
		}
		width := 24
		filled := width * done / max(all, 1)
		var b bytes.Buffer
		fmt.Fprintf(&b, "\r\x1b[K%s%s %d/%d  %.0f/s  %s left", strings.Repeat("█", filled), strings.Repeat("░", width-filled), done, all, rate, left)
		w.err.Write(b.Bytes())
	}
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/breve-nlp/breve/batch"
	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/render"
)

// formats are the ways to write one article out.
var formats = []string{"text", "md", "json", "html", "csv"}

// parts are the verbs that show one part of the brève.
var parts = []struct{ name, usage string }{
	{"entities", "all names, with their types and aliases"},
	{"people", "the people, with their roles"},
	{"companies", "the companies"},
	{"amounts", "the figures, with their values"},
	{"dates", "the dates, with the days that they mean"},
	{"quotes", "the quotes, with their speakers"},
	{"events", "the facts: who did what, asserted ✔ reported ~ negated ✖"},
	{"sources", "who reports the news"},
}

var (
	outputFlag    = &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`, whole or not at all"}
	lexiconFlag   = &cli.StringSliceFlag{Name: "lexicon", Usage: "lay the class files of `DIR` over the built-in lexicon"}
	publishedFlag = &cli.StringFlag{Name: "published", Usage: "the day or time of publication, as `2025-07-08`: what \"mardi\" is counted from"}
	titleFlag     = &cli.StringFlag{Name: "title", Usage: "the title, where it does not stand in the text"}
	quietFlag     = &cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "no notes on standard error"}
	withTextFlag  = &cli.BoolFlag{Name: "with-text", Usage: "the article's text in the JSON object"}
)

func formatFlag(value string) cli.Flag {
	return &cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: value, Usage: strings.Join(formats, ", ") + ": how the result is `WRITTEN`"}
}

// lengthFlags ask for the extractive summary alone, and say how long it is to be.
var lengthFlags = []cli.Flag{
	&cli.IntFlag{Name: "words", Usage: "only the extractive summary: whole sentences of the article, about `N` words"},
	&cli.IntFlag{Name: "sentences", Usage: "only the extractive summary: `N` sentences of the article"},
	&cli.Float64Flag{Name: "ratio", Usage: "only the extractive summary: `PART` of the article's words, 0.2 is a fifth"},
}

// lengthOf reads the flags of the summary's length; none of them gives no option.
func lengthOf(c *cli.Context) ([]extract.Option, error) {
	var out []extract.Option
	for name, with := range map[string]func(int) extract.Option{"words": extract.WithWords, "sentences": extract.WithSentences} {
		if c.IsSet(name) {
			if c.Int(name) < 1 {
				return nil, usage("--%s wants a number of %s, not %d", name, name, c.Int(name))
			}
			out = append(out, with(c.Int(name)))
		}
	}
	if c.IsSet("ratio") {
		r := c.Float64("ratio")
		if r <= 0 || r > 1 {
			return nil, usage("--ratio wants a part between 0 and 1, not %g", r)
		}
		out = append(out, extract.WithRatio(r))
	}
	if len(out) > 1 {
		return nil, usage("give one of --words, --sentences and --ratio")
	}
	return out, nil
}

// articleVerb is a verb that reads articles and writes a part of each, or the whole.
func articleVerb(w world, name, what string) *cli.Command {
	format := "text"
	if name == "json" {
		format = "json"
	}
	flags := []cli.Flag{publishedFlag, titleFlag, lexiconFlag, outputFlag, withTextFlag, quietFlag}
	if name != "json" {
		flags = append([]cli.Flag{formatFlag(format)}, flags...)
	}
	if name == "summary" {
		flags = append(flags, lengthFlags...)
	}
	return &cli.Command{
		Name: name, Usage: what, ArgsUsage: "[FILE...|-]", Flags: append(flags, sourceFlags...),
		Action: func(c *cli.Context) error { return articles(c, w, name, format) },
	}
}

// articles reads the files of a command line one after the other.
func articles(c *cli.Context, w world, verb, format string) error {
	if f := c.String("format"); f != "" {
		format = f
	}
	if !slices.Contains(formats, format) {
		return noSuch("there is no format", format, formats)
	}
	if p := c.String("published"); p != "" && !isDay(p) {
		return usage("--published wants a day as 2025-07-08 or a time as 2025-07-08T14:30, not %q", p)
	}
	names := c.Args().Slice()
	if len(names) == 0 {
		names = []string{"-"}
	}
	length, err := lengthOf(c)
	if err != nil {
		return err
	}
	r, err := newReader(c, length...)
	if err != nil {
		return err
	}
	p := printer{verb: verb, format: format, extract: len(length) > 0, page: pageOf(c, w), several: len(names) > 1}
	p.options = render.Options{Lexicon: r.Lexicon().Version(), WithText: c.Bool("with-text") || format == "html"}
	failed := 0
	for _, name := range names {
		for a, err := range open(c, w, name) {
			var d *doc.Document
			if err == nil {
				d = r.Article(a.Data, a.About)
				err = unreadable(d)
			}
			if err != nil {
				failed++
				fmt.Fprintln(w.err, "breve: "+err.Error())
				continue
			}
			p.add(render.Contract(d, p.options))
		}
	}
	if len(p.objects) == 0 {
		return &failure{exitNothing, nil}
	}
	if format == "html" && len(p.objects) > 1 {
		return usage("a page holds one article, here are %d: use breve batch --format html --out DIR", len(p.objects))
	}
	if err := put(c, w, p.bytes()); err != nil {
		return err
	}
	if failed > 0 {
		return &failure{exitSome, nil}
	}
	return nil
}

// newReader makes the Reader that a command line asks for.
func newReader(c *cli.Context, options ...extract.Option) (*extract.Reader, error) {
	for _, dir := range c.StringSlice("lexicon") {
		info, err := os.Stat(dir)
		if err != nil || !info.IsDir() {
			return nil, usage("--lexicon %s: there is no such folder", dir)
		}
		options = append(options, extract.WithLexicon(os.DirFS(dir)))
	}
	r, err := extract.New(options...)
	if err != nil {
		return nil, &failure{exitNothing, err}
	}
	return r, nil
}

// single reads the only article of a file or of standard input.
func single(c *cli.Context, w world, r *extract.Reader, name string) (*doc.Document, error) {
	var d *doc.Document
	for a, err := range open(c, w, name) {
		if err != nil {
			return nil, &failure{exitNothing, err}
		}
		if d != nil {
			return nil, usage("%s holds several articles: give one", name)
		}
		d = r.Article(a.Data, a.About)
	}
	if d == nil {
		return nil, &failure{exitNothing, fmt.Errorf("%s: there is no article in it", name)}
	}
	if err := unreadable(d); err != nil {
		return nil, &failure{exitNothing, err}
	}
	return d, nil
}

// printer writes several articles one after the other.
type printer struct {
	verb, format string
	extract      bool // only the extractive summary
	several      bool // each article is told by its name, also where only one could be read
	page         render.Page
	options      render.Options
	objects      []*render.Object
}

func (p *printer) add(o *render.Object) { p.objects = append(p.objects, o) }

// bytes writes all articles in the printer's format.
func (p *printer) bytes() []byte {
	var b bytes.Buffer
	for i, o := range p.objects {
		p.print(&b, o, i == 0, p.several || len(p.objects) > 1)
	}
	return b.Bytes()
}

func (p *printer) print(b *bytes.Buffer, o *render.Object, first, several bool) {
	var blocks []string
	if p.verb != "summary" && p.verb != "json" {
		blocks = []string{p.verb}
	}
	if p.extract {
		blocks = []string{"extract"}
	}
	switch p.format {
	case "json":
		b.Write(o.Part(p.verb, !several))
		b.WriteByte('\n')
	case "csv":
		head, rows := render.Table(o, p.verb)
		if first {
			rows = append([][]string{head}, rows...)
		}
		b.Write(render.CSV(rows))
	case "html":
		b.WriteString(render.HTML(o))
	case "md":
		if !first {
			b.WriteString("\n---\n\n")
		}
		if several {
			b.WriteString("<!-- " + strings.ReplaceAll(label(o), "--", "- -") + " -->\n\n")
		}
		b.WriteString(render.Markdown(o, blocks...))
	default:
		if !first {
			b.WriteByte('\n')
		}
		if several {
			b.WriteString("── " + label(o) + " " + strings.Repeat("─", max(2, 76-len(label(o)))) + "\n\n")
		}
		b.WriteString(render.Text(o, p.page, blocks...))
	}
}

// label names an article above its brève.
func label(o *render.Object) string {
	if o.Source.Path != "" {
		return o.Source.Path
	}
	return o.Source.ID
}

// put writes a result to the file of --output or to standard output.
func put(c *cli.Context, w world, b []byte) error {
	if path := c.String("output"); path != "" {
		if err := batch.WriteFile(path, b); err != nil {
			return &failure{exitNothing, err}
		}
		return nil
	}
	if _, err := w.out.Write(b); err != nil && !errors.Is(err, os.ErrClosed) {
		return &failure{exitNothing, fmt.Errorf("standard output cannot be written: %w", err)}
	}
	return nil
}

// pageOf says how wide the terminal is and whether colours are welcome.
func pageOf(c *cli.Context, w world) render.Page {
	p := render.Page{Width: 80}
	f, ok := w.out.(*os.File)
	if !ok || c.String("output") != "" || !term.IsTerminal(int(f.Fd())) {
		return p
	}
	if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 20 {
		p.Width = min(n, 120)
	}
	_, no := os.LookupEnv("NO_COLOR")
	p.Color = !no && os.Getenv("TERM") != "dumb"
	return p
}

// isDay tells whether a text is an ISO day, month or time.
func isDay(s string) bool {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	digits := s[:4] + s[5:7] + s[8:10]
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return false
		}
	}
	return digits[4:6] >= "01" && digits[4:6] <= "12" && digits[6:] >= "01" && digits[6:] <= "31" && (len(s) == 10 || s[10] == 'T' || s[10] == ' ')
}

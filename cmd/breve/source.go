package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/input"
)

// standard names standard input in messages.
const standard = "standard input"

var sourceFlags = []cli.Flag{
	&cli.StringFlag{Name: "text-field", Usage: "of JSON lines and tables: the key or column `NAME` with the text", DefaultText: "text, texte, content, contenu, body"},
	&cli.StringFlag{Name: "id-field", Usage: "of JSON lines and tables: the key or column `NAME` with the id", DefaultText: "id"},
	&cli.StringFlag{Name: "title-field", Usage: "of JSON lines and tables: the key or column `NAME` with the title", DefaultText: "title"},
	&cli.StringFlag{Name: "date-field", Usage: "of JSON lines and tables: the key or column `NAME` with the day of publication", DefaultText: "published, date"},
}

func fieldsOf(c *cli.Context) input.Options {
	return input.Options{TextField: c.String("text-field"), IDField: c.String("id-field"), DateField: c.String("date-field"), TitleField: c.String("title-field")}
}

// open yields the articles of a file, or of standard input for "-". What the command line says of title and day stands above what the file says.
func open(c *cli.Context, w world, name string) iter.Seq2[input.Article, error] {
	articles, err := opened(c, w, name)
	return func(yield func(input.Article, error) bool) {
		if err != nil {
			yield(input.Article{}, err)
			return
		}
		for a, err := range articles {
			if a.Path == standard {
				a.Path = ""
			}
			if a.ID == standard {
				a.ID = ""
			}
			if t := c.String("title"); t != "" {
				a.Title = t
			}
			if p := c.String("published"); p != "" {
				a.Published = p
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

func opened(c *cli.Context, w world, name string) (iter.Seq2[input.Article, error], error) {
	if name == "-" {
		if isTerminal(w.in) && !c.Bool("quiet") {
			fmt.Fprintln(w.err, "Paste the article here, then press Ctrl-D on a new line. (breve FILE reads a file, breve --help tells more.)")
		}
		b, err := io.ReadAll(w.in)
		if err != nil {
			return nil, fmt.Errorf("standard input could not be read: %w", err)
		}
		return input.Open(standard, bytes.NewReader(b), fieldsOf(c)), nil
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file: check the name%s", name, neighbour(name))
	case err != nil:
		return nil, fmt.Errorf("%s: it cannot be read: %w", name, reason(err))
	case info.IsDir():
		return nil, fmt.Errorf("%s: this is a folder: for all articles in it use breve batch %s --out RESULTS", name, name)
	}
	return input.File(name, fieldsOf(c)), nil
}

// neighbour names a file of the same folder that may have been meant.
func neighbour(name string) string {
	entries, err := os.ReadDir(filepath.Dir(name))
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if n := near(filepath.Base(name), names); n != "" {
		return fmt.Sprintf(" (did you mean %s?)", filepath.Join(filepath.Dir(name), n))
	}
	return ""
}

// reason is an error of the system without the path that the message has already.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// unreadable says why nothing of an article could be read, nil where there is something.
func unreadable(d *doc.Document) error {
	has := func(code string) bool {
		return slices.ContainsFunc(d.Warnings, func(w doc.Warning) bool { return w.Code == code })
	}
	where := d.Source.Path
	if where == "" {
		where = standard
	}
	switch {
	case has("binary"):
		return fmt.Errorf("%s: this is not text but binary data: give the article as text, HTML, a mail, an office document or a PDF", where)
	case has("empty") || strings.TrimSpace(d.Text) == "":
		return fmt.Errorf("%s: there is no text in it: give a file with an article", where)
	}
	return nil
}

// isTerminal tells whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

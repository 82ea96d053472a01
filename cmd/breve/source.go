package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/term"

	"github.com/breve-nlp/breve/extract/doc"
)

// input is the bytes of one article.
type input struct {
	path  string // "" for standard input
	bytes []byte
}

// label names an input in messages.
func (i input) label() string {
	if i.path == "" {
		return "standard input"
	}
	return i.path
}

// open reads a file, or standard input for "-".
func open(name string, w world, quiet bool) (input, error) {
	if name == "-" {
		if isTerminal(w.in) && !quiet {
			fmt.Fprintln(w.err, "Paste the article here, then press Ctrl-D on a new line. (breve FILE reads a file, breve --help tells more.)")
		}
		b, err := io.ReadAll(w.in)
		if err != nil {
			return input{}, fmt.Errorf("standard input could not be read: %w", err)
		}
		return input{"", b}, nil
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return input{}, fmt.Errorf("%s: there is no such file: check the name%s", name, neighbour(name))
	case err != nil:
		return input{}, fmt.Errorf("%s: it cannot be read: %w", name, reason(err))
	case info.IsDir():
		return input{}, fmt.Errorf("%s: this is a folder: for all articles in it use breve batch %s --out RESULTS", name, name)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return input{}, fmt.Errorf("%s: it cannot be read: %w", name, reason(err))
	}
	return input{name, b}, nil
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

// kinds are formats that are not text, by the bytes with which their files begin, and what to do with them.
var kinds = []struct{ magic, what string }{
	{"%PDF", "a PDF: save its text first, for example with pdftotext"},
	{"PK\x03\x04", "a zip file or an office document: save the article as plain text first"},
	{"\x1f\x8b", "a compressed file: unpack it first"},
	{"\x28\xb5\x2f\xfd", "a compressed file: unpack it first"},
	{"\x89PNG", "a picture: breve reads text"},
	{"\xff\xd8\xff", "a picture: breve reads text"},
	{"GIF8", "a picture: breve reads text"},
	{"\xd0\xcf\x11\xe0", "an old office document: save the article as plain text first"},
	{`{\rtf`, "an RTF document: save the article as plain text first"},
}

// unreadable says why nothing of an input could be read, nil where there is something.
func unreadable(in input, d *doc.Document) error {
	for _, k := range kinds {
		if strings.HasPrefix(string(in.bytes[:min(len(in.bytes), 8)]), k.magic) {
			return fmt.Errorf("%s: this is %s", in.label(), k.what)
		}
	}
	has := func(code string) bool {
		return slices.ContainsFunc(d.Warnings, func(w doc.Warning) bool { return w.Code == code })
	}
	switch {
	case has("binary"):
		return fmt.Errorf("%s: this is not text but binary data: give the article as plain text or HTML", in.label())
	case has("empty") || strings.TrimSpace(d.Text) == "":
		return fmt.Errorf("%s: there is no text in it: give an article as plain text or HTML", in.label())
	}
	return nil
}

// isTerminal tells whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

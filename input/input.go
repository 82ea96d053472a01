// Package input yields articles out of files: plain text, Markdown, pages, mails, Word, OpenDocument, RTF and PDF documents, lines of JSON, tables
// in CSV, feeds, and archives of all of these. What a file is, its bytes say first and its name second.
//
//	for a, err := range input.File("depeches.zip", input.Options{}) {
//		if err != nil {
//			log.Print(err) // what, where, and what to do; the others go on
//			continue
//		}
//		d := reader.Article(a.Data, a.About)
//	}
//
// Lines, tables and archives are read as a stream: one article is in memory at a time, and none may be larger than Options.Largest. What a format
// says of an article beside its text (title, author, time of publication) comes with it, times in ISO 8601. Formats with headings of their own
// (Markdown, Word, OpenDocument) give HTML, since extract reads headings out of that.
package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"runtime"
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// An Article is one article as a file holds it. About.Path names the file and the place in it: "lot.zip/mars/une.txt", "depeches.jsonl:12",
// "flux.xml:3" (the third item). About.ID is what the file calls the article; where it calls it nothing, it is the path.
type Article struct {
	doc.About
	Data []byte
}

// Options say how files are read; the zero value is right for most.
type Options struct {
	TextField  string // the column or key that holds the text; empty: text, texte, content, contenu, body
	IDField    string // empty: id
	DateField  string // empty: published, date, published_at
	TitleField string // empty: title, titre, headline

	Largest int64 // bytes that one article may have; 0: 64 MB
}

const (
	largest = 64 << 20
	// held bounds an archive that must be in memory: one in another, or one that comes through a pipe.
	held = 256 << 20
	// nested bounds what may be wrapped into what: an archive in an archive, and no further.
	nested = 2
)

// An Error says what could not be read and where.
type Error struct {
	Path string // the file, and the entry where it is an archive
	Line int    // of lines and tables; 0 elsewhere
	Err  error
}

func (e *Error) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", e.Path, e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.Path, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// File yields the articles of a file. An error stands for what could not be read, with About.Path of the article set; the others follow.
func File(path string, o Options) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		w := newWalk(o, yield)
		info, err := os.Stat(path)
		switch {
		case err == nil && info.IsDir():
			err = errors.New("this is a folder: give it to breve batch")
		case err == nil && !info.Mode().IsRegular() && info.Mode()&(fs.ModeNamedPipe|fs.ModeCharDevice) == 0:
			err = errors.New("this is no file that can be read")
		}
		if err != nil {
			w.fail(path, 0, err)
			return
		}
		f, err := os.Open(path)
		if err != nil {
			w.fail(path, 0, err)
			return
		}
		defer f.Close()
		w.file(place{path: path, name: path}, f)
	}
}

// Open yields the articles of what r holds. path is only a name: errors and articles carry it, and its ending tells the format where the bytes do
// not. Where r is an io.ReaderAt of known size (os.File, bytes.Reader), a zip archive is read in place, else in memory.
func Open(path string, r io.Reader, o Options) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		newWalk(o, yield).file(place{path: path, name: path}, r)
	}
}

// A place is where a walk stands.
type place struct {
	path     string
	name     string // tells the format; "une.txt.gz" is "une.txt" once it is unpacked
	archives int    // how many archives it lies in
	wraps    int    // how many times it was unpacked
}

// walk goes through a file. Its methods return false when the caller wants no more.
type walk struct {
	o     Options
	yield func(Article, error) bool
	free  []*bufio.Reader // buffers of entries that are done: an archive of small texts would make nothing else
	months
}

func (w *walk) buffer(r io.Reader) *bufio.Reader {
	if n := len(w.free); n > 0 {
		b := w.free[n-1]
		w.free = w.free[:n-1]
		b.Reset(r)
		return b
	}
	return bufio.NewReaderSize(r, sniffed)
}

func (w *walk) done(b *bufio.Reader) {
	b.Reset(nil)
	w.free = append(w.free, b)
}

func newWalk(o Options, yield func(Article, error) bool) *walk {
	if o.Largest <= 0 {
		o.Largest = largest
	}
	return &walk{o: o, yield: yield}
}

func (w *walk) give(a Article) bool {
	if a.ID == "" {
		a.ID = a.Path
	}
	return w.yield(a, nil)
}

func (w *walk) fail(path string, line int, err error) bool {
	var pe *fs.PathError
	if errors.As(err, &pe) { // the path stands before it
		err = pe.Err
	}
	where := path
	if line > 0 {
		where = fmt.Sprintf("%s:%d", path, line)
	}
	return w.yield(Article{About: doc.About{ID: where, Path: where}}, &Error{path, line, err})
}

// file reads what r holds, whatever it is.
func (w *walk) file(p place, r io.Reader) bool {
	at, size := inPlace(r)
	br := w.buffer(r)
	defer w.done(br)
	head, err := br.Peek(sniffed)
	if err != nil && err != io.EOF && len(head) == 0 {
		return w.fail(p.path, 0, err)
	}
	kind, err := detect(p.name, head)
	if err != nil {
		return w.fail(p.path, 0, err)
	}
	switch kind {
	case zipped:
		return w.zip(p, br, at, size)
	case tarred:
		return w.tar(p, br)
	case gzipped, zstandard:
		return w.unwrap(p, br, kind)
	case lines:
		return w.lines(p, wide(br, head))
	case table:
		return w.table(p, wide(br, head))
	}
	data, err := w.whole(br)
	if err != nil {
		return w.fail(p.path, 0, err)
	}
	return w.document(p, kind, data)
}

// document reads a file that is in memory.
func (w *walk) document(p place, kind format, data []byte) bool {
	a := Article{About: doc.About{Path: p.path}, Data: data}
	var err error
	switch kind {
	case object:
		return w.objects(p, data)
	case feed:
		return w.feed(p, data)
	case mail:
		return w.mail(p, data)
	case page:
		a.MediaType = "text/html"
	case markdown:
		err = tame(func() error { return w.markdown(&a) })
	case rtf:
		err = w.rtf(&a)
	case pdf:
		err = tame(func() error { return w.pdf(&a) })
	}
	if err != nil {
		return w.fail(p.path, 0, err)
	}
	return w.give(a)
}

// whole reads all of r, up to the size that an article may have.
func (w *walk) whole(r io.Reader) ([]byte, error) { return readAll(r, w.o.Largest) }

func readAll(r io.Reader, most int64) ([]byte, error) {
	var b bytes.Buffer
	n, err := b.ReadFrom(io.LimitReader(r, most+1))
	switch {
	case n > most:
		return nil, fmt.Errorf("it has more than %s: no article is that long; cut it into smaller files", size(most))
	case err != nil:
		return nil, err
	}
	return b.Bytes(), nil
}

func size(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d kB", max(n>>10, 1))
	}
	return fmt.Sprintf("%d MB", n>>20)
}

// inPlace tells whether r can be read anywhere, and how long it is.
func inPlace(r io.Reader) (io.ReaderAt, int64) {
	switch r := r.(type) {
	case *os.File:
		info, err := r.Stat()
		if err != nil || !info.Mode().IsRegular() {
			return nil, 0
		}
		if pos, err := r.Seek(0, io.SeekCurrent); err != nil || pos != 0 {
			return nil, 0
		}
		return r, info.Size()
	case interface {
		io.ReaderAt
		Size() int64
		Len() int
	}: // bytes.Reader, strings.Reader
		if int64(r.Len()) == r.Size() {
			return r, r.Size()
		}
	}
	return nil, 0
}

// tame runs somebody else's code on anybody's bytes.
func tame(f func() error) (err error) {
	defer func() {
		if x := recover(); x != nil {
			if e, ok := x.(error); ok && !isRuntime(e) {
				err = fmt.Errorf("the file is damaged: %w", e)
				return
			}
			err = fmt.Errorf("the file is damaged: %v", strings.TrimSpace(fmt.Sprint(x)))
		}
	}()
	return f()
}

func isRuntime(err error) bool {
	var e runtime.Error
	return errors.As(err, &e)
}

package input

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"
)

const (
	// Text packs to a tenth, very regular text to a fiftieth: what packs to less than a five-hundredth was made to fill a disk.
	bombRatio = 500
	bombFloor = 64 << 20
	// A zip archive may tell the same bytes under many names.
	archiveFloor = 1 << 30
)

var errBomb = errors.New("it unpacks to more than five hundred times its size: this looks like a zip bomb and is not read further")

// meter counts what comes out of a packed stream and stops a bomb.
type meter struct {
	in    func() int64 // packed bytes so far
	out   int64
	floor int64
}

func (m *meter) over(r io.Reader) io.Reader { return &metered{r, m} }

type metered struct {
	r io.Reader
	m *meter
}

func (r *metered) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	r.m.out += int64(n)
	if r.m.out > r.m.floor && r.m.out/bombRatio > r.m.in() {
		return 0, errBomb
	}
	return n, err
}

// counted counts what was read of a stream.
type counted struct {
	r io.Reader
	n int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// unwrap reads what was packed with gzip or zstd.
func (w *walk) unwrap(p place, r io.Reader, kind format) bool {
	if p.wraps++; p.wraps > 3 {
		return w.fail(p.path, 0, errors.New("it is packed more than three times over: unpack it first"))
	}
	in := &counted{r: r}
	var out io.Reader
	if kind == gzipped {
		z, err := gzip.NewReader(in)
		if err != nil {
			return w.fail(p.path, 0, damaged(err))
		}
		out = z
	} else {
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(64<<20))
		if err != nil {
			return w.fail(p.path, 0, damaged(err))
		}
		defer z.Close()
		out = z
	}
	switch ext := ending(p.name); ext {
	case ".tgz":
		p.name = p.name[:len(p.name)-len(ext)] + ".tar"
	case ".gz", ".zst":
		p.name = p.name[:len(p.name)-len(ext)]
	}
	m := &meter{in: func() int64 { return in.n }, floor: bombFloor}
	return w.file(p, saidSo{m.over(out)})
}

// saidSo tells errors of unpacking in words.
type saidSo struct{ r io.Reader }

func (s saidSo) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if err != nil && err != io.EOF {
		err = damaged(err)
	}
	return n, err
}

func damaged(err error) error {
	switch {
	case errors.Is(err, errBomb):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF:
		return errors.New("the file is not whole: its end is missing")
	}
	return fmt.Errorf("the file is damaged: %w", err)
}

// tar reads the entries of a tar archive.
func (w *walk) tar(p place, r io.Reader) bool {
	if p.archives++; p.archives > nested {
		return w.fail(p.path, 0, errDeep)
	}
	t := tar.NewReader(r)
	all, read := 0, 0
	for {
		h, err := t.Next()
		if err == io.EOF {
			break
		}
		if err != nil { // what follows cannot be found
			return w.fail(p.path, 0, damaged(err))
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		all++
		if !wanted(h.Name) {
			continue
		}
		read++
		if !w.file(p.entry(h.Name), t) {
			return false
		}
	}
	return read > 0 || w.fail(p.path, 0, nothing(all))
}

var errDeep = errors.New("archives in archives in archives are not read: unpack the outer one first")

func nothing(all int) error {
	if all == 0 {
		return errors.New("the archive is empty")
	}
	return fmt.Errorf("the archive has %d files, but none that breve reads (%s …)", all, strings.Join(Suffixes()[:5], " "))
}

// entry is the place of an entry of an archive.
func (p place) entry(name string) place {
	if !utf8.ValidString(name) { // zip archives of old Windows
		name, _ = charmap.CodePage850.NewDecoder().String(name)
	}
	name = strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
	return place{path: p.path + "/" + name, name: name, archives: p.archives, wraps: p.wraps}
}

// wanted tells whether an entry of an archive is a document: known by its ending, and none of the files that systems leave behind.
func wanted(name string) bool {
	name = strings.ReplaceAll(name, `\`, "/")
	base := path.Base(name)
	_, known := byName[ending(base)]
	return known && !strings.HasPrefix(base, ".") && !strings.HasPrefix(name, "__MACOSX/") && !strings.Contains(name, "/__MACOSX/")
}

// zip reads a zip archive, or the document of Word or OpenDocument that it is.
func (w *walk) zip(p place, r io.Reader, at io.ReaderAt, n int64) bool {
	if at == nil {
		data, err := readAll(r, held)
		if err != nil {
			return w.fail(p.path, 0, err)
		}
		at, n = bytes.NewReader(data), int64(len(data))
	}
	z, err := zip.NewReader(at, n)
	if err != nil {
		if errors.Is(err, zip.ErrFormat) {
			err = errors.New("the archive is damaged or not whole: its table of contents is missing")
		}
		return w.fail(p.path, 0, err)
	}
	m := &meter{in: func() int64 { return n }, floor: archiveFloor}
	switch kind, err := office(z, p.name); {
	case err != nil:
		return w.fail(p.path, 0, err)
	case kind == ".docx":
		return w.office(p, z, w.docx)
	case kind == ".odt":
		return w.office(p, z, w.odt)
	}
	if p.archives++; p.archives > nested {
		return w.fail(p.path, 0, errDeep)
	}
	all, read := 0, 0
	for _, f := range z.File {
		if f.FileInfo().IsDir() {
			continue
		}
		all++
		if !wanted(f.Name) {
			continue
		}
		read++
		if !w.zipEntry(p.entry(f.Name), f, m) {
			return false
		}
		if m.out > m.floor && m.out/bombRatio > n {
			return w.fail(p.path, 0, errBomb)
		}
	}
	return read > 0 || w.fail(p.path, 0, nothing(all))
}

func (w *walk) zipEntry(p place, f *zip.File, m *meter) bool {
	if f.Flags&1 != 0 {
		return w.fail(p.path, 0, errors.New("it is encrypted: unpack it with its password first"))
	}
	rc, err := f.Open()
	if err != nil {
		if errors.Is(err, zip.ErrAlgorithm) {
			err = errors.New("it is packed in a way that is not read (neither stored nor deflated): pack it anew")
		}
		return w.fail(p.path, 0, err)
	}
	defer rc.Close()
	own := &meter{in: func() int64 { return int64(f.CompressedSize64) }, floor: bombFloor}
	return w.file(p, saidSo{m.over(own.over(rc))})
}

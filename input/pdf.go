package input

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"

	pdflib "github.com/ledongthuc/pdf"
)

const (
	mostPages   = 5000
	mostKids    = 50_000   // nodes of the tree of pages
	deepest     = 500_000  // brackets in brackets: the library reads them by recursion, and a stack that is full ends the program
	mostContent = 64 << 20 // bytes of what is drawn on one page
)

// errRead is what a hostile file meets that leads the library in circles: each turn reads the file anew.
var errRead = errors.New("its parts refer to each other in circles")

// frugal is a file that can be read only so often.
type frugal struct {
	data []byte
	left int64
}

func (f *frugal) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off >= int64(len(f.data)) {
		return 0, io.EOF
	}
	n := copy(p, f.data[off:])
	if f.left -= int64(n) + 64; f.left < 0 {
		panic(errRead)
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// pdf reads the text of a PDF document: github.com/ledongthuc/pdf finds its objects, pdfText follows what its pages draw.
func (w *walk) pdf(a *Article) error {
	data := a.Data
	if i := bytes.LastIndex(data, []byte("%%EOF")); i >= 0 {
		data = data[:i+len("%%EOF")]
	} else {
		return errors.New("the PDF is not whole: its end is missing")
	}
	if len(data) > 9 && (data[5] != '1' || data[7] > '7' || data[8] != '\n' && data[8] != '\r') { // PDF 2.0 has no objects that 1.7 has not
		data = append([]byte("%PDF-1.7\n"), data[9:]...)
	}
	if err := vet(data); err != nil {
		return err
	}
	n := int64(len(data))
	r, err := pdflib.NewReader(&frugal{data, min(64*n, 4<<30) + 64<<20}, n)
	switch {
	case errors.Is(err, pdflib.ErrInvalidPassword):
		return errors.New("the PDF is encrypted: save it without a password")
	case err != nil:
		return fmt.Errorf("the PDF cannot be read (%s): open it and save it anew", strings.TrimPrefix(err.Error(), "malformed PDF: "))
	}
	info := r.Trailer().Key("Info")
	a.Title = realTitle(cleaned(info.Key("Title").Text()))
	a.Author = cleaned(info.Key("Author").Text())
	a.Published = w.iso(pdfDate(info.Key("CreationDate").Text()))
	t := pdfText{months: &w.months}
	pages, pictures, failed := 0, 0, error(nil)
	t.walk(r.Trailer().Key("Root").Key("Pages"), func(page, resources pdflib.Value) bool {
		pages++
		if err := tame(func() error { return t.page(page, resources) }); err != nil {
			if errors.Is(err, errRead) {
				failed = err
				return false
			}
			failed = fmt.Errorf("page %d: %w", pages, err)
		}
		pictures += t.pictures
		return pages < mostPages
	})
	a.Data, a.MediaType, a.Encoding = t.article(), "text/html", "utf-8"
	switch {
	case len(a.Data) > 0 && t.unknown*2 <= t.known:
		return nil // a page that cannot be read does not hide the others
	case t.unknown > 0:
		return errors.New("the fonts of the PDF do not say which letters they show: export the text from the program that made it")
	case failed != nil:
		return failed
	case pages == 0:
		return errors.New("the PDF has no pages, or they are not found: open it and save it anew")
	case pictures > 0:
		return fmt.Errorf("the PDF has %d pages of pictures and no text, it is a scan: have its text recognised first (OCR)", pages)
	}
	return errors.New("there is no text in the PDF")
}

func cleaned(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(strings.Trim(s, "\x00"), "")), " ")
}

// pdfDate writes D:20250303081200+01'00' as 2025-03-03T08:12:00+01:00.
func pdfDate(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "D:")
	n := 0
	for n < len(s) && n < 14 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	switch {
	case n < 8:
		return ""
	case n < 14:
		return s[:4] + "-" + s[4:6] + "-" + s[6:8]
	}
	out := s[:4] + "-" + s[4:6] + "-" + s[6:8] + "T" + s[8:10] + ":" + s[10:12] + ":" + s[12:14]
	zone := strings.ReplaceAll(s[n:], "'", "")
	switch {
	case strings.HasPrefix(zone, "Z"):
		return out + "Z"
	case len(zone) >= 5 && (zone[0] == '+' || zone[0] == '-'):
		return out + zone[:3] + ":" + zone[3:5]
	}
	return out
}

// vet looks for what would take the library's stack or memory.
func vet(data []byte) error {
	if deep(data) {
		return errors.New("the PDF is damaged or hostile: brackets in brackets without end")
	}
	var total int64
	for rest := data; ; {
		i := bytes.Index(rest, []byte("stream"))
		if i < 0 {
			break
		}
		dict := rest[max(i-2048, 0):i]
		if j := bytes.LastIndex(dict, []byte(" obj")); j >= 0 {
			dict = dict[j:]
		}
		rest = bytes.TrimLeft(rest[i+len("stream"):], "\r\n")
		if len(rest) < 2 || rest[0]&0x0f != 8 || !bytes.Contains(dict, []byte("/ObjStm")) && !bytes.Contains(dict, []byte("/XRef")) && !bytes.ContainsRune(dict, '#') {
			continue
		}
		z, err := zlib.NewReader(bytes.NewReader(rest))
		if err != nil {
			continue
		}
		b, err := readAll(z, largest)
		total += int64(len(b))
		if deep(b) || b == nil && err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && strings.Contains(err.Error(), "more than") || total > held {
			return errors.New("the PDF is damaged or hostile: it unpacks to far more than a document holds")
		}
	}
	// The library makes room for as many objects as the file says that it has.
	for _, key := range []string{"/Size", "/Index", "xref"} {
		for rest := data; ; {
			i := bytes.Index(rest, []byte(key))
			if i < 0 {
				break
			}
			rest = rest[i+len(key):]
			end := min(len(rest), 64)
			if key == "xref" { // numbers of objects and places in the file
				if j := bytes.Index(rest, []byte("trailer")); j >= 0 {
					end = j
				}
			} else if key == "/Index" {
				if j := bytes.IndexByte(rest, ']'); j >= 0 {
					end = j
				}
			}
			if biggest(rest[:end], key == "/Size") > int64(len(data))*4+1_000_000 {
				return errors.New("the PDF is damaged: its table of objects is larger than the file")
			}
			rest = rest[end:]
		}
	}
	return nil
}

// biggest is the biggest number in b; the first one where only that counts.
func biggest(b []byte, first bool) int64 {
	var most, n int64
	for i, c := range b {
		if '0' <= c && c <= '9' {
			if n < 1<<50 {
				n = n*10 + int64(c-'0')
			}
			most = max(most, n)
			continue
		}
		if n = 0; first && i > 0 && '0' <= b[i-1] && b[i-1] <= '9' {
			break
		}
	}
	return most
}

// deep tells whether brackets nest so deep that reading them fills the stack.
func deep(b []byte) bool {
	depth := 0
	for _, c := range b {
		switch c {
		case '[', '<':
			if depth++; depth > deepest {
				return true
			}
		case ']', '>':
			depth = max(depth-1, 0)
		}
	}
	return false
}

package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// sniffed is how much of a file tells its format.
const sniffed = 1 << 16

type format int

const (
	text format = iota
	page
	markdown
	mail
	rtf
	pdf
	lines  // JSON, one object a line
	object // JSON, one object or an array of them
	table
	feed
	zipped // also Word and OpenDocument
	tarred
	gzipped
	zstandard
)

// byName has the endings of names that are read.
var byName = map[string]format{
	".txt": text, ".text": text, ".md": markdown, ".markdown": markdown,
	".html": page, ".htm": page, ".xhtml": page, ".eml": mail, ".mht": mail, ".mhtml": mail,
	".docx": zipped, ".odt": zipped, ".rtf": rtf, ".pdf": pdf,
	".jsonl": lines, ".ndjson": lines, ".json": object, ".csv": table, ".tsv": table,
	".rss": feed, ".atom": feed, ".xml": feed, ".rdf": feed,
	".zip": zipped, ".tar": tarred, ".tgz": gzipped, ".gz": gzipped, ".zst": zstandard,
}

// Suffixes lists the endings of the names of files that are read, in lower case.
func Suffixes() []string {
	return []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".eml", ".mht", ".mhtml", ".docx", ".odt", ".rtf", ".pdf",
		".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".rss", ".atom", ".xml", ".rdf", ".zip", ".tar", ".tgz", ".gz", ".zst"}
}

// ending returns the ending of a name, in lower case.
func ending(name string) string { return strings.ToLower(path.Ext(name)) }

// foreign are files whose first bytes tell that breve does not read them.
var foreign = []struct{ magic, what string }{
	{"\xd0\xcf\x11\xe0", "this is a document of Word 97 to 2003 (or another old Office file): save it as .docx"},
	{"\x89PNG", "this is a picture (PNG), there is no text to read in it"},
	{"\xff\xd8\xff", "this is a picture (JPEG), there is no text to read in it"},
	{"GIF8", "this is a picture (GIF), there is no text to read in it"},
	{"II*\x00", "this is a picture (TIFF), there is no text to read in it"},
	{"MM\x00*", "this is a picture (TIFF), there is no text to read in it"},
	{"RIFF", "this is a picture, a sound or a film (RIFF), there is no text to read in it"},
	{"OggS", "this is a sound or a film (Ogg), there is no text to read in it"},
	{"ID3", "this is a sound (MP3), there is no text to read in it"},
	{"\x7fELF", "this is a program, there is no text to read in it"},
	{"BZh", "this is packed with bzip2: unpack it, or pack it with gzip or zstd"},
	{"\xfd7zXZ", "this is packed with xz: unpack it, or pack it with gzip or zstd"},
	{"7z\xbc\xaf", "this is a 7z archive: unpack it, or make it a .zip"},
	{"Rar!\x1a", "this is a rar archive: unpack it, or make it a .zip"},
	{"SQLite format 3", "this is a database (SQLite): export its texts as .csv or .jsonl"},
	{"PAR1", "this is a table in Parquet: export it as .csv or .jsonl"},
}

// detect finds the format by the first bytes; where these are plain text, by the name.
func detect(name string, head []byte) (format, error) {
	starts := func(s string) bool { return bytes.HasPrefix(head, []byte(s)) }
	for _, f := range foreign {
		if starts(f.magic) && (len(f.magic) > 4 || f.magic[0] >= utf8.RuneSelf || !plain(head)) { // "ID3" may begin a text, too
			return 0, errors.New(f.what)
		}
	}
	switch {
	case starts("%PDF-"):
		return pdf, nil
	case starts("PK\x03\x04"), starts("PK\x05\x06"):
		return zipped, nil
	case starts("\x1f\x8b"):
		return gzipped, nil
	case starts("\x28\xb5\x2f\xfd"):
		return zstandard, nil
	case starts(`{\rtf`):
		return rtf, nil
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return tarred, nil
	}
	ext := ending(name)
	named, known := byName[ext]
	begin := bytes.TrimLeft(bytes.TrimPrefix(head, bom), " \t\r\n\f")
	switch {
	case len(begin) == 0 && len(head) < sniffed: // an empty file is an empty article, whatever its name
		return text, nil
	case !plain(head) && !twoByte(head) && (named == text || named == page || named == markdown || named == mail || !known):
		return 0, errors.New("this is binary data, there is no text to read in it")
	case isFeed(begin):
		return feed, nil
	case ext == ".txt" || ext == ".text":
		return text, nil // text.Decode tells a page by its tags
	case isPage(begin):
		return page, nil
	}
	if known {
		switch named {
		case pdf, zipped, gzipped, zstandard, rtf:
			if utf16Mark(head) || plain(head) {
				return text, nil // a text by a wrong name
			}
			return 0, fmt.Errorf("the name ends in %s, but this is no such file: it is damaged, or not whole", ext)
		case feed:
			return 0, errors.New("this is XML, but no feed (RSS or Atom): only feeds are read")
		case object:
			if oneALine(begin) {
				return lines, nil
			}
		}
		return named, nil
	}
	switch {
	case oneALine(begin):
		return lines, nil
	case isMail(begin):
		return mail, nil
	}
	return text, nil
}

var bom = []byte("\xef\xbb\xbf")

func isFeed(b []byte) bool {
	b = b[:min(len(b), 4096)]
	if !bytes.HasPrefix(b, []byte("<")) {
		return false
	}
	for {
		b = bytes.TrimLeft(b, " \t\r\n")
		skip := ""
		switch {
		case bytes.HasPrefix(b, []byte("<?")):
			skip = "?>"
		case bytes.HasPrefix(b, []byte("<!--")):
			skip = "-->"
		default:
			for _, root := range []string{"<rss", "<feed", "<rdf:rdf", "<atom:feed"} {
				if len(b) > len(root) && strings.EqualFold(string(b[:len(root)]), root) && (b[len(root)] <= ' ' || b[len(root)] == '>') {
					return true
				}
			}
			return false
		}
		i := bytes.Index(b, []byte(skip))
		if i < 0 {
			return false
		}
		b = b[i+len(skip):]
	}
}

func isPage(b []byte) bool {
	b = bytes.ToLower(b[:min(len(b), 1024)])
	if bytes.HasPrefix(b, []byte("<?xml")) || bytes.HasPrefix(b, []byte("<!--")) {
		return bytes.Contains(b, []byte("<html")) || bytes.Contains(b, []byte("<!doctype html"))
	}
	return bytes.HasPrefix(b, []byte("<!doctype html")) || bytes.HasPrefix(b, []byte("<html"))
}

// oneALine tells whether the first line is a whole JSON object.
func oneALine(b []byte) bool {
	if len(b) == 0 || b[0] != '{' {
		return false
	}
	line, rest, cut := bytes.Cut(b, []byte("\n"))
	line = bytes.TrimSpace(line)
	if !cut {
		return len(line) > 2 && line[1] == '"' && (line[len(line)-1] == '}' || len(b) >= sniffed-64)
	}
	return len(line) > 2 && line[len(line)-1] == '}' && (len(bytes.TrimSpace(rest)) == 0 || bytes.TrimSpace(rest)[0] == '{')
}

// isMail tells whether the first lines are the head of a mail.
func isMail(b []byte) bool {
	found := 0
	for n := 0; n < 40 && len(b) > 0; n++ {
		var line []byte
		line, b, _ = bytes.Cut(b, []byte("\n"))
		if len(bytes.TrimSpace(line)) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		name, _, ok := strings.Cut(string(line), ":")
		if !ok {
			return false
		}
		switch strings.ToLower(name) {
		case "received", "return-path", "delivered-to", "message-id", "mime-version", "from", "subject", "date", "to", "content-type":
			found++
		default:
			if strings.ContainsAny(name, " \t") {
				return false
			}
		}
	}
	return found >= 3
}

// plain tells whether bytes look like text in an encoding of one byte or in UTF-8.
func plain(b []byte) bool {
	control := 0
	for _, c := range b {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			control++
		}
	}
	return control*200 <= len(b)
}

func utf16Mark(b []byte) bool {
	return len(b) > 2 && (b[0] == 0xff && b[1] == 0xfe || b[0] == 0xfe && b[1] == 0xff)
}

// twoByte tells whether a text is in UTF-16 or UTF-32: NUL stands in every second place, or three times of four.
func twoByte(b []byte) bool {
	if utf16Mark(b) || bytes.HasPrefix(b, []byte("\x00\x00\xfe\xff")) {
		return true
	}
	var zero [2]int
	b = b[:min(len(b), 4096)]
	for i, c := range b {
		if c == 0 {
			zero[i&1]++
		}
	}
	return max(zero[0], zero[1])*10 > len(b)*3 && min(zero[0], zero[1])*40 < len(b)
}

// wide gives lines and tables in UTF-16 as UTF-8, and takes the byte order mark away: Excel's "Unicode text" is such a table.
func wide(r *bufio.Reader, head []byte) *bufio.Reader {
	if utf16Mark(head) {
		return bufio.NewReaderSize(transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()), sniffed)
	}
	if bytes.HasPrefix(head, bom) {
		io.CopyN(io.Discard, r, int64(len(bom)))
	}
	return r
}

package text

import (
	"bytes"
	"strings"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/breve-nlp/breve/extract/doc"
)

// decode finds the encoding of src and returns its text in UTF-8, without a byte order mark. ok is false for what is no text at all.
func decode(src []byte, about doc.About) (s, name string, ok bool) {
	if e, n, skip := mark(src); n != "" {
		if n == "utf-8" {
			s, ok = repair(src[skip:])
			return s, n, ok
		}
		return through(e, src[skip:], n)
	}
	if e, n := wide(src); n != "" {
		return through(e, src, n)
	}
	if binary(src) {
		return "", "binary", false
	}
	declared, declaredName := declaration(src, about)
	if utf8.Valid(src) {
		// A page that declares windows-1252 and is UTF-8 all the same is common; the other way round the bytes would not be valid.
		if declared == nil || declaredName == "utf-8" || !ascii(src) {
			return string(src), "utf-8", true
		}
		return string(src), declaredName, true
	}
	if declared != nil && declaredName != "utf-8" {
		return through(declared, src, declaredName)
	}
	// In a one-byte encoding hardly any two letters look like UTF-8: where many do, the text is UTF-8 with damage.
	if good, bad := sequences(src); good > 0 && good >= bad {
		s, ok = repair(src)
		return s, "utf-8", ok
	}
	e, n := singleByte(src)
	return through(e, src, n)
}

// mark finds a byte order mark: its encoding, name and length.
func mark(src []byte) (encoding.Encoding, string, int) {
	switch {
	case bytes.HasPrefix(src, []byte{0xEF, 0xBB, 0xBF}):
		return nil, "utf-8", 3
	case bytes.HasPrefix(src, []byte{0xFF, 0xFE, 0, 0}) && len(src)%4 == 0:
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le", 4
	case bytes.HasPrefix(src, []byte{0, 0, 0xFE, 0xFF}):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be", 4
	case bytes.HasPrefix(src, []byte{0xFF, 0xFE}):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", 2
	case bytes.HasPrefix(src, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", 2
	}
	return nil, "", 0
}

// wide finds UTF-16 without a mark: in French nearly every second byte is NUL.
func wide(src []byte) (encoding.Encoding, string) {
	head := src[:min(len(src), 4096)]
	if len(head) < 4 || bytes.IndexByte(head, 0) < 0 {
		return nil, ""
	}
	var zero [2]int
	for i, c := range head {
		if c == 0 {
			zero[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case zero[1] > half*6/10 && zero[0] <= half/20:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"
	case zero[0] > half*6/10 && zero[1] <= half/20:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"
	}
	return nil, ""
}

// through decodes with a decoder of golang.org/x/text; what it cannot read becomes U+FFFD.
func through(e encoding.Encoding, src []byte, name string) (string, string, bool) {
	out, err := e.NewDecoder().Bytes(src)
	if err != nil {
		s, ok := repair(src)
		return s, "utf-8", ok
	}
	if binary(out) {
		return "", "binary", false
	}
	out = bytes.TrimPrefix(out, []byte("\uFEFF"))
	if !utf8.Valid(out) {
		s, ok := repair(out)
		return s, name, ok
	}
	return unsafe.String(unsafe.SliceData(out), len(out)), name, true // out is ours and never written again
}

// repair returns src with each byte that is no UTF-8 as U+FFFD; not ok where it is binary data.
func repair(src []byte) (string, bool) {
	if binary(src) {
		return "", false
	}
	if utf8.Valid(src) {
		return string(src), true
	}
	out := make([]byte, 0, len(src)+len(src)/8)
	for len(src) > 0 {
		if c := src[0]; c < utf8.RuneSelf {
			out = append(out, c)
			src = src[1:]
			continue
		}
		r, n := utf8.DecodeRune(src)
		out = utf8.AppendRune(out, r)
		src = src[n:]
	}
	return string(out), true
}

var magic = []string{"%PDF-", "PK\x03\x04", "\x1f\x8b", "\x89PNG", "\xff\xd8\xff", "GIF8", "\x7fELF", "\xd0\xcf\x11\xe0", "BZh", "\xfd7zXZ", "\x28\xb5\x2f\xfd", "OggS", "ID3", "RIFF", "{\\rtf"}

// binary tells whether the bytes are no text: a known file format, or more than one control character in two hundred.
func binary(src []byte) bool {
	for _, m := range magic {
		if len(src) >= len(m) && string(src[:len(m)]) == m {
			return true
		}
	}
	// NUL and its like stand in every kilobyte of binary data: most texts are done with after one look.
	if bytes.IndexByte(src, 0) < 0 {
		src = src[:min(len(src), 1<<14)]
	}
	n := 0
	for _, c := range src {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1B {
			n++
		}
	}
	return n*200 > len(src)
}

func ascii(src []byte) bool {
	for _, c := range src {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// labels are names of encodings that people use and browsers do not know.
var labels = map[string]string{
	"latin9": "iso-8859-15", "latin-9": "iso-8859-15", "macroman": "macintosh", "mac-roman": "macintosh", "mac_roman": "macintosh", "x-mac-roman": "macintosh",
	"latin-1": "iso-8859-1", "cp-1252": "windows-1252", "ansi": "windows-1252",
}

// declaration returns the encoding that the caller or the head of an HTML page names, nil where there is none.
func declaration(src []byte, about doc.About) (encoding.Encoding, string) {
	if about.Encoding != "" {
		label := about.Encoding
		if l, ok := labels[strings.ToLower(label)]; ok {
			label = l
		}
		if e, n := charset.Lookup(label); e != nil {
			return e, n
		}
	}
	head := src[:min(len(src), 1024)]
	if bytes.IndexByte(head, '<') < 0 {
		return nil, ""
	}
	e, n, certain := charset.DetermineEncoding(head, "")
	if !certain || strings.HasPrefix(n, "utf-16") {
		return nil, ""
	}
	return e, n
}

// sequences counts the characters of more than one byte that are right UTF-8, and the bytes that are not.
func sequences(src []byte) (good, bad int) {
	for i := 0; i < len(src); {
		if src[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good, bad
}

// The one-byte encodings in the order in which they win a tie.
var oneByte = []struct {
	name string
	page *charmap.Charmap
}{
	{"windows-1252", charmap.Windows1252},
	{"iso-8859-15", charmap.ISO8859_15},
	{"macintosh", charmap.Macintosh},
}

// What stands beside a byte.
const (
	besideSpace = iota
	besideLower
	besideUpper
	besideDigit
	besideHigh
	sides
)

// singleByte chooses the one-byte encoding in which the bytes above 127 make the most sense in French: an "é" stands between small letters,
// an "É" before them, "’" between letters, "€" after a figure. One pass counts what stands around each byte, then each encoding is scored.
func singleByte(src []byte) (encoding.Encoding, string) {
	var seen [128][sides][sides]int
	before := besideSpace
	for i, c := range src {
		if c < utf8.RuneSelf {
			before = side(c)
			continue
		}
		after := besideSpace
		if i+1 < len(src) {
			after = side(src[i+1])
		}
		seen[c-128][before][after]++
		before = besideHigh
	}
	best, bestScore := 0, 0
	for k, o := range oneByte {
		score := 0
		for b := range seen {
			r := o.page.DecodeByte(byte(b + 128))
			for before := range seen[b] {
				for after, n := range seen[b][before] {
					if n > 0 {
						score += n * likely(r, before, after)
					}
				}
			}
		}
		if k == 0 || score > bestScore {
			best, bestScore = k, score
		}
	}
	return oneByte[best].page, oneByte[best].name
}

func side(c byte) int {
	switch {
	case 'a' <= c && c <= 'z':
		return besideLower
	case 'A' <= c && c <= 'Z':
		return besideUpper
	case '0' <= c && c <= '9':
		return besideDigit
	case c >= utf8.RuneSelf:
		return besideHigh
	}
	return besideSpace
}

// likely says how well a character fits between its neighbours in a French text.
func likely(r rune, before, after int) int {
	letter := func(s int) bool { return s == besideLower || s == besideUpper }
	switch {
	case strings.ContainsRune("éèàêçôîûùâëïœ", r):
		switch {
		case before == besideUpper && after == besideUpper:
			return -2
		case before == besideLower || after == besideLower || before == besideUpper:
			return 4
		}
		return 1 // "à" alone
	case strings.ContainsRune("ÉÈÀÊÇÔÎÛÙÂËÏŒ", r):
		switch {
		case before == besideLower:
			return -4
		case before == besideUpper || after == besideUpper, before == besideSpace && after == besideLower:
			return 3
		}
		return 1
	case r == '’':
		if letter(before) && (letter(after) || after == besideHigh) {
			return 4
		}
		return 1
	case r == '«' || r == '“':
		if letter(before) {
			return -2
		}
		return 3
	case r == '»' || r == '”' || r == '…':
		if letter(after) {
			return -2
		}
		return 3
	case r == '–' || r == '—':
		return 2
	case r == '€':
		if letter(before) && letter(after) {
			return -2
		}
		return 3
	case r == 0xA0:
		return 2
	case r == '°' || r == '²' || r == '³':
		if letter(after) {
			return -1
		}
		return 1
	case strings.ContainsRune("ñöüíáóäßåøčšžÿæãõúìò", r):
		if before == besideLower || after == besideLower {
			return 1
		}
		return -1
	case r < 0xA0 || r == utf8.RuneError:
		return -6
	}
	return -2
}

package input

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// Groups of an RTF document that hold no text of the article.
var unread = map[string]bool{
	"fonttbl": true, "colortbl": true, "stylesheet": true, "listtable": true, "listoverridetable": true, "rsidtbl": true, "generator": true,
	"pict": true, "object": true, "header": true, "headerl": true, "headerr": true, "headerf": true, "footer": true, "footerl": true, "footerr": true,
	"footerf": true, "footnote": true, "annotation": true, "fldinst": true, "themedata": true, "datastore": true, "xmlnstbl": true, "latentstyles": true,
	"filetbl": true, "revtbl": true, "pntext": true, "listtext": true, "nonshppict": true, "private": true, "pgptbl": true, "bkmkstart": true, "bkmkend": true,
}

// Control words that stand for characters.
var signs = map[string]string{
	"par": "\n\n", "sect": "\n\n", "page": "\n\n", "row": "\n\n", "line": "\n", "tab": " ", "cell": " ", "emdash": "—", "endash": "–",
	"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
}

// A group is what a pair of braces holds; \uc and what is left out count inside of it.
type group struct {
	skip    bool
	hidden  bool
	unicode int    // characters that stand behind \u for programs that do not know it
	said    string // "title", "author", "creatim": a property of the document
}

// rtf reads the text of an RTF document, in linear time and without recursion.
func (w *walk) rtf(a *Article) error {
	r := &rtfReader{src: a.Data, page: charmap.Windows1252, said: map[string]*strings.Builder{}}
	r.stack = []group{{unicode: 1}}
	r.read()
	text := strings.TrimSpace(r.text.String())
	if text == "" {
		return errors.New("there is no text in the document")
	}
	a.Data, a.MediaType, a.Encoding = []byte(text+"\n"), "text/plain", "utf-8"
	get := func(key string) string {
		if b := r.said[key]; b != nil {
			return strings.Join(strings.Fields(b.String()), " ")
		}
		return ""
	}
	a.Title = realTitle(get("title"))
	a.Author = get("author")
	if r.year > 0 {
		a.Published = w.iso(fmt.Sprintf("%04d-%02d-%02d", r.year, r.month, r.day))
	}
	return nil
}

type rtfReader struct {
	src              []byte
	at               int
	page             encoding.Encoding
	stack            []group
	text             strings.Builder
	said             map[string]*strings.Builder
	high             rune   // the first half of a character above U+FFFF
	bytes            []byte // \'e9 and its like, decoded together: some encodings have characters of two bytes
	over             int    // characters still to be left out behind \u
	year, month, day int
}

func (r *rtfReader) top() *group { return &r.stack[len(r.stack)-1] }

func (r *rtfReader) read() {
	for r.at < len(r.src) {
		c := r.src[r.at]
		r.at++
		switch c {
		case '{':
			r.flush()
			r.over = 0
			if len(r.stack) < 10_000 {
				r.stack = append(r.stack, *r.top())
			} else { // nobody nests so deep: what follows is not text
				return
			}
		case '}':
			r.flush()
			r.over = 0
			if len(r.stack) > 1 {
				r.stack = r.stack[:len(r.stack)-1]
			}
		case '\\':
			r.control()
		case '\r', '\n':
		default:
			if r.over > 0 {
				r.over--
				continue
			}
			r.bytes = append(r.bytes, c) // bytes above 127 are in the encoding of the document, too
		}
	}
	r.flush()
}

// flush decodes the bytes that wait.
func (r *rtfReader) flush() {
	if len(r.bytes) == 0 {
		return
	}
	b := r.bytes
	r.bytes = r.bytes[:0]
	s, err := r.page.NewDecoder().Bytes(b)
	if err != nil {
		s = b
	}
	r.put(string(s))
}

func (r *rtfReader) put(s string) {
	g := r.top()
	switch {
	case g.said != "":
		if r.said[g.said] == nil {
			r.said[g.said] = new(strings.Builder)
		}
		r.said[g.said].WriteString(s)
	case !g.skip && !g.hidden:
		r.text.WriteString(s)
	}
}

// control reads a control word or a control sign behind its backslash.
func (r *rtfReader) control() {
	if r.at >= len(r.src) {
		return
	}
	c := r.src[r.at]
	if c < 'a' || c > 'z' {
		if c < 'A' || c > 'Z' {
			r.at++
			r.sign(c)
			return
		}
	}
	from := r.at
	for r.at < len(r.src) && (r.src[r.at]|0x20 >= 'a' && r.src[r.at]|0x20 <= 'z') {
		r.at++
	}
	word := string(r.src[from:min(r.at, from+40)])
	from = r.at
	if r.at < len(r.src) && r.src[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.src) && '0' <= r.src[r.at] && r.src[r.at] <= '9' && r.at-from < 12 {
		r.at++
	}
	n, err := strconv.Atoi(string(r.src[from:r.at]))
	given := err == nil
	if r.at < len(r.src) && r.src[r.at] == ' ' {
		r.at++
	}
	r.word(word, n, given)
}

func (r *rtfReader) sign(c byte) {
	switch c {
	case '\'':
		if r.at+2 > len(r.src) {
			r.at = len(r.src)
			return
		}
		v, err := strconv.ParseUint(string(r.src[r.at:r.at+2]), 16, 8)
		r.at += 2
		if err != nil {
			return
		}
		if r.over > 0 {
			r.over--
			return
		}
		r.bytes = append(r.bytes, byte(v))
		return
	case '*': // a group that programs may leave out
		r.flush()
		r.top().skip = true
		return
	}
	if r.over > 0 {
		r.over--
		return
	}
	r.flush()
	switch c {
	case '~':
		r.put("\u00a0")
	case '_':
		r.put("\u2011")
	case '{', '}', '\\':
		r.put(string(rune(c)))
	case '\r', '\n':
		r.put("\n\n")
	}
}

func (r *rtfReader) word(word string, n int, given bool) {
	if word == "u" && given {
		r.flush()
		r.unicode(n)
		return
	}
	if word != "uc" && r.over > 0 {
		r.over--
	}
	r.flush()
	g := r.top()
	switch word {
	case "uc":
		g.unicode = min(max(n, 0), 16)
	case "ansicpg":
		r.codepage(n)
	case "mac":
		r.page = charmap.Macintosh
	case "bin":
		r.at += min(max(n, 0), len(r.src)-r.at)
	case "v", "deleted":
		g.hidden = !given || n != 0
	case "plain":
		g.hidden = false
	case "info":
		g.skip = true
	case "title", "author", "creatim":
		if g.skip {
			g.said = word
		}
	case "yr", "mo", "dy":
		if g.said == "creatim" {
			switch word {
			case "yr":
				r.year = n
			case "mo":
				r.month = n
			case "dy":
				r.day = n
			}
		}
	default:
		if unread[word] {
			g.skip = true
		}
		if s := signs[word]; s != "" {
			r.put(s)
		}
	}
}

// unicode puts the character of \u8217: a number of 16 bits, below zero for the upper half.
func (r *rtfReader) unicode(n int) {
	if n < 0 {
		n += 1 << 16
	}
	c := rune(n)
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
	case r.high != 0:
		r.put(string(utf16.DecodeRune(r.high, c)))
		r.high = 0
	default:
		r.put(string(c))
	}
	r.over = r.top().unicode
}

func (r *rtfReader) codepage(n int) {
	switch n {
	case 10000:
		r.page = charmap.Macintosh
	case 437:
		r.page = charmap.CodePage437
	case 850:
		r.page = charmap.CodePage850
	case 65001:
		r.page = encoding.Nop
	default:
		if e, _ := charset.Lookup("windows-" + strconv.Itoa(n)); e != nil {
			r.page = e
		}
	}
}

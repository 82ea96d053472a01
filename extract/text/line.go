package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of the text that shows something: bytes [start, end) without the blanks around it.
type line struct {
	start, end int32
	kind       lineKind
	gap        bool // an empty line stands before it
	front      front
}

// front tells whether a line belongs to the head of a page.
type front uint8

const (
	story  front = iota
	button       // a share button, a notice to subscribe
	signed       // a byline, the time of publication: the title stands above
)

// lineKind is what a line looks like on its own.
type lineKind uint8

const (
	prose lineKind = iota // a paragraph, or anything that ends like a sentence
	short                 // a short line without a final stop: perhaps a heading
	item                  // an element of a list, or a line that announces one
	furniture
	headed // certainly a heading: "## Titre", "- Titre -", <h2>
)

// The longest heading and the longest title that are believed, in bytes.
const (
	longestHeading = 120
	longestTitle   = 220
)

// eachLine calls do with the trimmed bounds of every line that shows a letter or a figure, and whether an empty line stands before it.
func eachLine(s string, do func(start, end int, gap bool)) {
	sep := byte('\n')
	if strings.IndexByte(s, '\n') < 0 && strings.IndexByte(s, '\r') >= 0 {
		sep = '\r' // line ends of old Macintosh files
	}
	gap := true
	for pos := 0; pos < len(s); {
		stop := strings.IndexByte(s[pos:], sep)
		next := pos + stop + 1
		if stop < 0 {
			stop, next = len(s)-pos, len(s)
		}
		start, end := trim(s, pos, pos+stop)
		pos = next
		if !shows(s[start:end]) {
			gap = true
			continue
		}
		do(start, end, gap)
		gap = false
	}
}

// trim takes blanks and invisible characters off both ends of s[start:end].
func trim(s string, start, end int) (int, int) {
	for start < end {
		c := s[start]
		if c <= ' ' {
			start++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s[start:end])
		if !unicode.IsSpace(r) && !invisible(r) {
			break
		}
		start += n
	}
	for start < end {
		c := s[end-1]
		if c <= ' ' {
			end--
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeLastRuneInString(s[start:end])
		if !unicode.IsSpace(r) && !invisible(r) {
			break
		}
		end -= n
	}
	return start, end
}

// shows tells whether a line has a letter or a figure: "-", "***" and "* * *" only part.
func shows(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '}' || c == '{' {
				return true
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == utf8.RuneError {
			return true
		}
		i += n
	}
	return false
}

// lastInk returns the last character of a line that is no closing quotation mark or bracket: what the sentence ends with.
func lastInk(s string) (last rune, closed bool) {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '"', '»', '”', '’', '\'', ')', ']', '*', '_', ' ', 0xA0, 0x202F:
			closed = closed || r != ' '
			s = s[:len(s)-n]
			continue
		}
		return r, closed
	}
	return 0, closed
}

// ends tells whether a line ends like a sentence; "… du groupe. -" does, as some wires write.
func ends(s string) bool {
	r, _ := lastInk(s)
	if r == '-' || r == '–' {
		s = strings.TrimRight(s, "-– ")
		r, _ = lastInk(s)
	}
	switch r {
	case '.', '!', '?', '…', ';':
		return true
	}
	return false
}

// look says what a line looks like; inner are the bounds of the words in it where they stand in marks of a heading.
func look(s string) (k lineKind, from, to int) {
	from, to = 0, len(s)
	if from, to, ok := marked(s); ok {
		return headed, from, to
	}
	if len(s) > longestTitle {
		return prose, from, to
	}
	first, n := utf8.DecodeRuneInString(s)
	switch first {
	case '-', '–', '—', '*', '+', '·':
		if len(s) > n && (s[n] == ' ' || s[n] == '\t' || s[n] == 0xC2) || first == '–' || first == '—' {
			return item, from, to
		}
	case '►', '▶', '•', '♦', '■', '▪', '●', '→', '>', '◆':
		from = n
		for from < len(s) && (s[from] == ' ' || s[from] == 0xC2 || s[from] == 0xA0) {
			from++
		}
		if from == len(s) {
			return item, 0, to
		}
	}
	r, _ := lastInk(s)
	switch r {
	case '.', '…', ';', ',':
		return prose, from, to
	case ':':
		return item, from, to
	}
	if !begins(s[from:]) || figures(s) {
		return item, from, to
	}
	return short, from, to
}

// begins tells whether a line begins as a heading does: with a capital, a figure, a quotation mark, "…", "#" or "¿".
func begins(s string) bool {
	for i, r := range s {
		switch {
		case unicode.IsUpper(r), unicode.IsDigit(r):
			return true
		case i == 0 && (r == '«' || r == '"' || r == '“' || r == '\'' || r == '(' || r == '…' || r == '.' || r == '#' || r == '‘'):
			return true
		case unicode.IsLetter(r):
			return false
		}
		if i > 12 {
			return false
		}
	}
	return false
}

// figures tells whether a line is more figures than words: a result, a phone number.
func figures(s string) bool {
	digits, letters := 0, 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case '0' <= c && c <= '9':
			digits++
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0xC3:
			letters++
		}
	}
	return digits >= letters
}

// marked finds a heading in its marks: "## Titre", "- Titre -", "** Titre **", "=== Titre ===".
func marked(s string) (from, to int, ok bool) {
	if len(s) > longestHeading {
		return 0, 0, false
	}
	c := s[0]
	switch {
	case c == '#':
		for from < len(s) && s[from] == '#' {
			from++
		}
		if from > 6 || from == len(s) || s[from] != ' ' {
			return 0, 0, false // a hashtag
		}
		to = len(s)
		for to > from && (s[to-1] == '#' || s[to-1] == ' ') {
			to--
		}
	case c == '-' || c == '=' || c == '*' || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "—"):
		r, n := utf8.DecodeRuneInString(s)
		last, m := utf8.DecodeLastRuneInString(s)
		if last != r || len(s) < n+m+2 {
			return 0, 0, false
		}
		bare := c == '*' || c == '='
		from, to = n, len(s)-m
		for bare && from < to && s[from] == c {
			from++
		}
		for bare && to > from && s[to-1] == c {
			to--
		}
		if bare && from == 1 || !bare && (s[from] != ' ' || s[to-1] != ' ') {
			return 0, 0, false
		}
	default:
		return 0, 0, false
	}
	from, to = trim(s, from, to)
	return from, to, from < to && !strings.Contains(s[from:to], "**")
}

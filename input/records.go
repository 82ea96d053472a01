package input

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// The names that columns and keys have where the user names none.
var (
	textNames   = []string{"text", "texte", "content", "contenu", "body", "article"}
	idNames     = []string{"id"}
	dateNames   = []string{"published", "date", "published_at"}
	titleNames  = []string{"title", "titre", "headline"}
	authorNames = []string{"author", "auteur"}
	outletNames = []string{"outlet", "source", "media"}
)

func names(given string, usual []string) []string {
	if given != "" {
		return []string{given}
	}
	return usual
}

// record makes an article of named values. get returns "" for a name that is not there; have lists the names for the error.
func (w *walk) record(p place, at int, get func(string) (string, bool), have []string) bool {
	where := p.path + ":" + strconv.Itoa(at)
	first := func(names []string) string {
		for _, n := range names {
			if s, ok := get(n); ok && strings.TrimSpace(s) != "" {
				return s
			}
		}
		return ""
	}
	text := first(names(w.o.TextField, textNames))
	if text == "" {
		wanted := names(w.o.TextField, textNames)
		for _, n := range wanted {
			if _, ok := get(n); ok {
				return w.fail(p.path, at, fmt.Errorf("the field %q is empty: there is no text to read", n))
			}
		}
		return w.fail(p.path, at, noField(wanted[0], have))
	}
	a := Article{Data: []byte(text)}
	a.Path = where
	a.ID = readable(first(names(w.o.IDField, idNames)))
	a.Title = readable(first(names(w.o.TitleField, titleNames)))
	a.Author = readable(first(authorNames))
	a.Outlet = readable(first(outletNames))
	a.Published = w.iso(readable(first(names(w.o.DateField, dateNames))))
	return w.give(a)
}

func noField(name string, have []string) error {
	if len(have) == 0 {
		return fmt.Errorf("there is no field %q: say with --text-field which one holds the text", name)
	}
	if len(have) > 12 {
		have = append(slices.Clone(have[:12]), "…")
	}
	return fmt.Errorf("there is no field %q, but %s: say with --text-field which one holds the text", name, strings.Join(have, ", "))
}

// readable is a short value in UTF-8, on one line. Its encoding is told by the text; a title alone tells too little, so windows-1252 is taken.
func readable(s string) string {
	return strings.Join(strings.Fields(readableText(s)), " ")
}

func readableText(s string) string {
	if !utf8.ValidString(s) {
		s, _ = charmap.Windows1252.NewDecoder().String(s)
	}
	return s
}

// lines reads JSON objects, one a line. A line that is no object is told, and the next one is read.
func (w *walk) lines(p place, r *bufio.Reader) bool {
	for n := 1; ; n++ {
		line, long, err := readLine(r, int(w.o.Largest))
		switch {
		case long:
			if !w.fail(p.path, n, fmt.Errorf("the line has more than %s: no article is that long", size(w.o.Largest))) {
				return false
			}
		case len(bytes.TrimSpace(line)) > 0:
			if !w.object(p, n, line) {
				return false
			}
		}
		if err == io.EOF {
			return true
		}
		if err != nil {
			return w.fail(p.path, n, err)
		}
	}
}

// readLine reads a line of at most most bytes; of a longer one only that it is long.
func readLine(r *bufio.Reader, most int) (line []byte, long bool, err error) {
	for {
		piece, err := r.ReadSlice('\n')
		switch {
		case len(line)+len(piece) > most:
			line, long = nil, true
		case !long:
			if line == nil && err == nil {
				return bytes.Clone(piece), false, nil
			}
			line = append(line, piece...)
		}
		if err != bufio.ErrBufferFull {
			return line, long, err
		}
	}
}

// object reads one JSON object.
func (w *walk) object(p place, n int, b []byte) bool {
	if !utf8.Valid(b) { // JSON is UTF-8; what is not was written by an old program
		b, _ = charmap.Windows1252.NewDecoder().Bytes(b)
	}
	var o map[string]json.RawMessage
	if err := json.Unmarshal(b, &o); err != nil {
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) {
			return w.fail(p.path, n, fmt.Errorf("this is a JSON %s, not an object with a text in it", kind.Value))
		}
		return w.fail(p.path, n, fmt.Errorf("this is no JSON object: %w", err))
	}
	have := make([]string, 0, len(o))
	for k := range o {
		have = append(have, k)
	}
	slices.Sort(have)
	return w.record(p, n, func(name string) (string, bool) {
		v, ok := o[name]
		if !ok {
			for _, k := range have { // "Text", as a table with capitals says it
				if strings.EqualFold(k, name) {
					v, ok = o[k], true
					break
				}
			}
		}
		return value(v), ok
	}, have)
}

// value is a JSON value as a text: strings and numbers as they are, an array of strings as paragraphs.
func value(v json.RawMessage) string {
	v = bytes.TrimSpace(v)
	if len(v) == 0 {
		return ""
	}
	switch v[0] {
	case '"':
		var s string
		json.Unmarshal(v, &s)
		return s
	case '[':
		var s []string
		if json.Unmarshal(v, &s) == nil {
			return strings.Join(s, "\n\n")
		}
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return string(v)
	}
	return ""
}

// objects reads a JSON file: an object, or an array of objects.
func (w *walk) objects(p place, b []byte) bool {
	b = bytes.TrimSpace(bytes.TrimPrefix(b, bom))
	if !utf8.Valid(b) {
		b, _ = charmap.Windows1252.NewDecoder().Bytes(b)
	}
	if len(b) > 0 && b[0] == '{' && json.Valid(b) {
		return w.object(p, 1, b)
	}
	d := json.NewDecoder(bytes.NewReader(b))
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return w.fail(p.path, 0, errors.New("this is no JSON object and no array of them"))
	}
	for n := 1; d.More(); n++ {
		var one json.RawMessage
		if err := d.Decode(&one); err != nil {
			return w.fail(p.path, n, fmt.Errorf("the JSON is damaged from here: %w", err))
		}
		if !w.object(p, n, one) {
			return false
		}
	}
	return true
}

// table reads CSV: a line of names, then an article a line. Cells keep the bytes that they have, so that the encoding is found by the whole text.
func (w *walk) table(p place, r *bufio.Reader) bool {
	head, _ := r.Peek(sniffed)
	first, _, _ := bytes.Cut(head, []byte("\n"))
	separator := byte(0)
	if sep, ok := bytes.CutPrefix(bytes.TrimSpace(first), []byte("sep=")); ok && len(sep) == 1 { // a line for Excel
		separator = sep[0]
		r.Discard(min(len(first)+1, len(head)))
	} else {
		separator = separatorOf(first, ending(p.name))
	}
	lim := &limited{r: r, most: 2*w.o.Largest + sniffed}
	c := csv.NewReader(lim)
	c.Comma = rune(separator)
	c.FieldsPerRecord = -1
	c.LazyQuotes = true // «il a dit "oui"» in a cell without quotes
	header, err := c.Read()
	if err != nil {
		if err == io.EOF {
			err = errors.New("the table is empty")
		}
		return w.fail(p.path, 1, err)
	}
	columns := map[string]int{}
	for i, name := range header {
		header[i] = strings.TrimSpace(readable(name))
		if key := strings.ToLower(header[i]); key != "" {
			if _, twice := columns[key]; !twice {
				columns[key] = i
			}
		}
	}
	if want := names(w.o.TextField, textNames); !slices.ContainsFunc(want, func(n string) bool { _, ok := columns[strings.ToLower(n)]; return ok }) {
		err := noField(want[0], header)
		return w.fail(p.path, 1, fmt.Errorf("%w (columns are cut at %q, names are in the first line)", err, string(separator)))
	}
	for {
		lim.n = 0
		row, err := c.Read()
		if err == io.EOF {
			return true
		}
		line := lineOf(c, row, err)
		var parse *csv.ParseError
		switch {
		case errors.Is(err, errRow):
			return w.fail(p.path, line, fmt.Errorf("the row has more than %s: a quotation mark that is opened there is not closed", size(w.o.Largest)))
		case errors.As(err, &parse):
			if !w.fail(p.path, line, parse.Err) {
				return false
			}
			continue
		case err != nil:
			return w.fail(p.path, line, err)
		case len(row) > len(header) && strings.TrimSpace(strings.Join(row[len(header):], "")) != "":
			if !w.fail(p.path, line, fmt.Errorf("the row has %d cells, the first line has %d: a text with %q in it must stand in quotation marks", len(row), len(header), string(separator))) {
				return false
			}
			continue
		case strings.TrimSpace(strings.Join(row, "")) == "":
			continue
		}
		more := w.record(p, line, func(name string) (string, bool) {
			i, ok := columns[strings.ToLower(name)]
			if !ok || i >= len(row) {
				return "", ok
			}
			return row[i], true
		}, header)
		if !more {
			return false
		}
	}
}

// lineOf is the line on which a row begins.
func lineOf(c *csv.Reader, row []string, err error) int {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return parse.StartLine
	}
	if err != nil || len(row) == 0 {
		return 0
	}
	line, _ := c.FieldPos(0)
	return line
}

// separatorOf finds what cuts the columns: what stands most often in the first line outside of quotes.
func separatorOf(line []byte, ext string) byte {
	counts := [256]int{}
	quoted := false
	for _, b := range line {
		if b == '"' {
			quoted = !quoted
		}
		if !quoted {
			counts[b]++
		}
	}
	best := byte(',')
	if ext == ".tsv" {
		best = '\t'
	}
	for _, b := range []byte{';', '\t', '|', ','} {
		if counts[b] > counts[best] {
			best = b
		}
	}
	return best
}

var errRow = errors.New("the row is too long")

// limited stops a row that has no end.
type limited struct {
	r       io.Reader
	n, most int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.n > l.most {
		return 0, errRow
	}
	n, err := l.r.Read(p)
	l.n += int64(n)
	return n, err
}

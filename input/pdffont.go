package input

import (
	"io"
	"unicode/utf16"

	pdflib "github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// pdfFont knows which letters the codes of a font show, and how wide they are.
type pdfFont struct {
	wide    bool // codes of two bytes
	unicode map[uint32]string
	table   [256]string // of fonts with codes of one byte
	widths  map[uint32]float64
	usual   float64
}

const mostCodes = 200_000

// readFont reads a font dictionary.
func readFont(v pdflib.Value) *pdfFont {
	f := &pdfFont{usual: 500, widths: map[uint32]float64{}}
	tame(func() error {
		if u := v.Key("ToUnicode"); u.Kind() == pdflib.Stream {
			f.cmap(u)
		}
		return nil
	})
	if v.Key("Subtype").Name() == "Type0" {
		f.wide = true
		f.usual = 1000
		tame(func() error { f.wideWidths(v.Key("DescendantFonts").Index(0)); return nil })
		return f
	}
	tame(func() error { f.simple(v); return nil })
	return f
}

// simple reads the encoding and the widths of a font with codes of one byte. The library knows the names of glyphs.
func (f *pdfFont) simple(v pdflib.Value) {
	first := int(v.Key("FirstChar").Int64())
	w := v.Key("Widths")
	for i := range min(w.Len(), 256) {
		f.widths[uint32(first+i)] = w.Index(i).Float64()
	}
	if m := v.Key("FontDescriptor").Key("MissingWidth").Float64(); m > 0 {
		f.usual = m
	}
	e := v.Key("Encoding")
	base := e.Name()
	if base == "" {
		base = e.Key("BaseEncoding").Name()
	}
	page := charmap.Windows1252
	if base == "MacRomanEncoding" {
		page = charmap.Macintosh
	}
	for b := range 256 {
		if r := page.DecodeByte(byte(b)); r >= ' ' && r != 0xFFFD {
			f.table[b] = string(r)
		}
	}
	if e.Kind() != pdflib.Dict {
		return
	}
	font := pdflib.Font{V: v}
	enc := font.Encoder()
	for b := range 256 {
		if s := enc.Decode(string([]byte{byte(b)})); s != "" && s != string(rune(b)) {
			f.table[b] = s
		}
	}
}

// wideWidths reads the widths of a font with codes of two bytes: 17 [500 556] and 32 40 600.
func (f *pdfFont) wideWidths(v pdflib.Value) {
	if d := v.Key("DW"); d.Kind() == pdflib.Integer || d.Kind() == pdflib.Real {
		f.usual = d.Float64()
	}
	w := v.Key("W")
	n := min(w.Len(), mostCodes)
	for i := 0; i+1 < n; {
		from := w.Index(i).Int64()
		second := w.Index(i + 1)
		if second.Kind() == pdflib.Array {
			for k := range min(second.Len(), mostCodes) {
				if len(f.widths) < mostCodes {
					f.widths[uint32(from)+uint32(k)] = second.Index(k).Float64()
				}
			}
			i += 2
			continue
		}
		if i+2 >= n {
			return
		}
		width := w.Index(i + 2).Float64()
		for c := from; c <= second.Int64() && c >= 0 && len(f.widths) < mostCodes && c <= 0xFFFF; c++ {
			f.widths[uint32(c)] = width
		}
		i += 3
	}
}

// code takes the first code of a string.
func (f *pdfFont) code(s string) (uint32, int) {
	if f.wide && len(s) > 1 {
		return uint32(s[0])<<8 | uint32(s[1]), 2
	}
	return uint32(s[0]), 1
}

// letters returns what a code shows; not ok where nobody knows.
func (f *pdfFont) letters(code uint32, n int) (string, bool) {
	if s, ok := f.unicode[code]; ok {
		return s, true
	}
	if f.wide {
		return "", false
	}
	s := f.table[code&0xff]
	return s, s != "" || code < ' '
}

func (f *pdfFont) width(code uint32) float64 {
	if w, ok := f.widths[code]; ok && w >= 0 {
		return w
	}
	return f.usual
}

// cmap reads the table from codes to Unicode.
func (f *pdfFont) cmap(v pdflib.Value) {
	src, _ := io.ReadAll(io.LimitReader(v.Reader(), 4<<20))
	f.unicode = map[uint32]string{}
	l := pdfLexer{src: src}
	for l.next() {
		switch l.op {
		case "endbfchar":
			for i := 0; i+1 < len(l.args); i += 2 {
				if a, b := l.args[i], l.args[i+1]; a.kind == 's' && b.kind == 's' && len(f.unicode) < mostCodes {
					f.unicode[number(a.text)] = utf16Text(b.text)
				}
			}
		case "endbfrange":
			f.ranges(src[:l.at])
		}
	}
}

// ranges reads the block before endbfrange, in which arrays count: <01> <03> <0041> and <01> <02> [<0041> <0042>].
func (f *pdfFont) ranges(src []byte) {
	from := len(src) - len("endbfrange")
	for from > 0 && string(src[max(from-len("beginbfrange"), 0):from]) != "beginbfrange" {
		from--
	}
	var part []string
	l := pdfLexer{src: src[from : len(src)-len("endbfrange")]}
	inside, low := false, uint32(0)
	for l.at < len(l.src) {
		switch c := l.src[l.at]; c {
		case '[':
			l.at++
			if len(part) == 2 {
				inside, low = true, number(part[0])
			}
		case ']':
			l.at++
			inside, part = false, nil
		case '<':
			l.at++
			s := l.hex()
			if inside {
				if len(f.unicode) < mostCodes {
					f.unicode[low] = utf16Text(s)
				}
				low++
				continue
			}
			if part = append(part, s); len(part) < 3 {
				continue
			}
			lo, hi, to := number(part[0]), number(part[1]), []rune(utf16Text(part[2]))
			part = nil
			if len(to) == 0 {
				continue
			}
			for c := lo; c <= hi && c <= 0xFFFF && len(f.unicode) < mostCodes; c++ {
				f.unicode[c] = string(to)
				to[len(to)-1]++
			}
		default:
			l.at++
		}
	}
}

func number(s string) uint32 {
	var n uint32
	for i := range min(len(s), 4) {
		n = n<<8 | uint32(s[i])
	}
	return n
}

func utf16Text(s string) string {
	if len(s) == 1 {
		return string(rune(s[0]))
	}
	u := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		u = append(u, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(u))
}

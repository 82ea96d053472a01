package text

import (
	"sort"
	"unicode/utf8"

	"github.com/breve-nlp/breve/lexicon"
)

// where a phrase of the lexicon stands in a line.
type where uint8

const (
	inLine  where = 1 << iota // it is the whole line
	atStart                   // a short line begins so
	inside                    // a short line holds it
	atEnd                     // a paragraph ends so
)

var wheres = map[string]where{"line": inLine, "start": atStart, "any": inside, "end": atEnd}

// phrase is a form of the lexicon as a flat line has it (see flat).
type phrase struct {
	text  string
	kind  string
	where where
}

// phrases are the words of pages, found by their first word, those that end a paragraph by their last.
type phrases struct {
	first, last map[string][]phrase
	pairs       [1 << 10]uint64            // the first two bytes of the keys of first: most words need no look into the map
	names       map[string]map[string]bool // kind -> words that the code asks for
	classes     []phrase                   // words of HTML classes

	lex          *lexicon.Lexicon
	month, media lexicon.Class
}

func readPhrases(lex *lexicon.Lexicon) *phrases {
	p := &phrases{first: map[string][]phrase{}, last: map[string][]phrase{}, names: map[string]map[string]bool{}, lex: lex, month: lex.Class("month"), media: lex.Class("media")}
	var f flat
	for form, attr := range lex.Entries("boilerplate") {
		f.set(form)
		text := string(f.text)
		kind, place := attr("kind"), attr("where")
		switch place {
		case "name":
			if p.names[kind] == nil {
				p.names[kind] = map[string]bool{}
			}
			p.names[kind][text] = true
		case "class":
			p.classes = append(p.classes, phrase{text: lexicon.Strip(lexicon.Fold(form)), kind: kind})
		default:
			w := wheres[place]
			if w == 0 || len(f.words) == 0 {
				continue
			}
			x := phrase{text, kind, w}
			if w == atEnd {
				last := f.word(len(f.words) - 1)
				p.last[last] = append(p.last[last], x)
			} else {
				p.first[f.word(0)] = append(p.first[f.word(0)], x)
				k := pair(f.text, f.words[0])
				p.pairs[k>>6] |= 1 << (k & 63)
			}
		}
	}
	for _, m := range []map[string][]phrase{p.first, p.last} {
		for _, list := range m {
			sort.SliceStable(list, func(i, j int) bool { return len(list[i].text) > len(list[j].text) })
		}
	}
	return p
}

// flat is a line as the phrases see it: folded, without accents, each number a "0", one space between words and around each mark of
// punctuation, hyphens and apostrophes kept. "À LIRE AUSSI: 12 %" is "a lire aussi : 0 %".
type flat struct {
	text  []byte
	words []word
}

// word is where a word of a flat line begins, there and in the line itself, and where it ends.
type word struct{ at, end, from int32 }

func (f *flat) word(i int) string { w := f.words[i]; return string(f.text[w.at:w.end]) }

// What set does with an ASCII byte: 1 blank, 2 mark of punctuation, else the byte that it becomes.
var plain = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		switch {
		case c <= ' ' || c == 0x7F:
			t[c] = 1
		case 'A' <= c && c <= 'Z':
			t[c] = byte(c) + 'a' - 'A'
		case 'a' <= c && c <= 'z' || c == '\'' || c == '-':
			t[c] = byte(c)
		case '0' <= c && c <= '9':
			t[c] = '0'
		default:
			t[c] = 2
		}
	}
	return t
}()

// accented holds the letters beyond ASCII of European languages as they are in a flat line: "É" is "e", "œ" is "oe".
var accented = func() (t [0x180]string) {
	for r := range t {
		t[r] = lexicon.Strip(lexicon.Fold(string(rune(r))))
	}
	return t
}()

// set makes f the flat form of a line.
func (f *flat) set(s string) {
	f.text, f.words = f.text[:0], f.words[:0]
	open := false
	for i := 0; i < len(s); {
		from := i
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch b := plain[c]; b {
			case 1:
				open = f.close(open)
			case 2:
				f.close(open)
				f.begin(from)
				f.text = append(f.text, c)
				open = f.close(true)
			case '0':
				if open && f.text[len(f.text)-1] == '0' {
					continue
				}
				if !open {
					if n := len(f.words); n > 0 && f.text[f.words[n-1].at] == '0' && f.words[n-1].end-f.words[n-1].at == 1 {
						continue // "1 200" is one number
					}
					f.begin(from)
					open = true
				}
				f.text = append(f.text, '0')
			default:
				if !open {
					f.begin(from)
					open = true
				}
				f.text = append(f.text, b)
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case 0x300 <= r && r <= 0x36F || invisible(r):
		case r == 0xA0 || r == 0x202F || 0x2000 <= r && r <= 0x200A || r == 0x3000 || r == 0x2028 || r == 0x2029:
			open = f.close(open)
		case r < 0xC0 || 0x2010 <= r && r < 0x2C00 && r != '’' && r != '‘' && r != '‐' && r != '‑':
			f.close(open)
			f.begin(from)
			f.text = utf8.AppendRune(f.text, r)
			open = f.close(true)
		default:
			if !open {
				f.begin(from)
				open = true
			}
			if int(r) < len(accented) {
				f.text = append(f.text, accented[r]...)
			} else {
				f.text = append(f.text, lexicon.Strip(lexicon.Fold(s[from:i]))...)
			}
		}
	}
	f.close(open)
}

func (f *flat) begin(from int) {
	if len(f.text) > 0 {
		f.text = append(f.text, ' ')
	}
	f.words = append(f.words, word{int32(len(f.text)), 0, int32(from)})
}

// close ends the open word and says that none is open.
func (f *flat) close(open bool) bool {
	if open {
		f.words[len(f.words)-1].end = int32(len(f.text))
	}
	return false
}

// mark tells whether word i is a mark of punctuation.
func (f *flat) mark(i int) bool {
	c := f.text[f.words[i].at]
	return !('a' <= c && c <= 'z' || c == '0' || c == '%' || c >= utf8.RuneSelf && c != 0xC2 && c != 0xE2)
}

// body returns the words of the line without the punctuation at its ends.
func (f *flat) body() (first, end int) {
	end = len(f.words)
	for first < end && f.mark(first) {
		first++
	}
	for end > first && f.mark(end-1) {
		end--
	}
	return first, end
}

// pair returns the first two bytes of a word as a number.
func pair(text []byte, w word) int {
	k := int(text[w.at]) << 8
	if w.end-w.at > 1 {
		k |= int(text[w.at+1])
	}
	return k
}

// found is a phrase in a line: its words [first, end) of the flat line.
type found struct {
	phrase
	first, end int
}

// find looks for the phrases of the places in want; the first in the line wins, of those that begin together the longest.
func (p *phrases) find(f *flat, want where) (found, bool) {
	first, end := f.body()
	for i := 0; i < len(f.words); i++ {
		if i > first && want&inside == 0 {
			break
		}
		w := f.words[i]
		if k := pair(f.text, w); p.pairs[k>>6]&(1<<(k&63)) == 0 {
			continue
		}
		list := p.first[string(f.text[w.at:w.end])]
		for k := range list {
			x := &list[k]
			if x.where&want == 0 || len(f.text)-int(w.at) < len(x.text) || string(f.text[w.at:int(w.at)+len(x.text)]) != x.text {
				continue
			}
			stop := int(w.at) + len(x.text)
			if stop < len(f.text) && f.text[stop] != ' ' {
				continue
			}
			last := i
			for last < len(f.words) && int(f.words[last].at) < stop {
				last++
			}
			if x.where == atStart && i > first || x.where == inLine && (i > first || last < end) {
				continue
			}
			return found{*x, i, last}, true
		}
	}
	return found{}, false
}

// tail looks for a phrase that ends the line: "(avec AFP)".
func (p *phrases) tail(f *flat) (found, bool) {
	_, end := f.body()
	if end == 0 {
		return found{}, false
	}
	w := f.words[end-1]
	list := p.last[string(f.text[w.at:w.end])]
	for k := range list {
		x := &list[k]
		from := int(w.end) - len(x.text)
		if from < 0 || string(f.text[from:w.end]) != x.text || from > 0 && f.text[from-1] != ' ' {
			continue
		}
		first := end - 1
		for first > 0 && int(f.words[first].at) > from {
			first--
		}
		return found{*x, first, end}, true
	}
	return found{}, false
}

// name tells whether words [first, end) of a line are a name of that kind.
func (p *phrases) name(kind string, f *flat, first, end int) bool {
	if first >= end {
		return false
	}
	return p.names[kind][string(f.text[f.words[first].at:f.words[end-1].end])]
}

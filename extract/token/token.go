// Package token cuts text into tokens: words with their elisions apart, numbers with their separators inside, punctuation.
//
// Tokens tile the text: nothing but white space and invisible characters lies between them. Cutting is linear in the bytes of the text,
// whatever they are.
package token

import (
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Cut returns the tokens of the document's text.
func Cut(d *doc.Document, lex *lexicon.Lexicon) []doc.Token {
	s := scanner{text: d.Text, lex: lex, out: make([]doc.Token, 0, len(d.Text)/5+8), gap: doc.Paragraph}
	s.abbreviation, s.domain = lex.Class("abbreviation"), lex.Class("domain")
	s.determiner, s.pronoun, s.verb = lex.Class("determiner"), lex.Class("pronoun"), lex.Class("verb")
	s.country, s.city, s.commune = lex.Class("country"), lex.Class("city"), lex.Class("commune")
	s.clitic, s.elision, s.ordinal = lex.Class("clitic"), lex.Class("elision"), lex.Class("ordinal-suffix")
	s.memory = lex.Remember()
	s.run()
	lex.Forget(s.memory)
	return s.out
}

// Forms returns the folded words into which a form of the lexicon falls: the same cut as in text.
func Forms(lex *lexicon.Lexicon, form string) []string {
	d := doc.Document{Text: form}
	var out []string
	for _, t := range Cut(&d, lex) {
		out = append(out, t.Norm)
	}
	return out
}

// longest is the length in bytes at which a word is ended, whatever follows: no name is longer, and the lookups stay linear.
const longest = 120

type scanner struct {
	text   string
	lex    *lexicon.Lexicon
	memory *lexicon.Memory
	out    []doc.Token
	gap    doc.Gap
	buf    []byte
	bare   []byte
	open   bool // inside straight double quotes, in this paragraph

	abbreviation, domain, determiner, pronoun, verb, clitic, elision, ordinal, country, city, commune lexicon.Class
}

func (s *scanner) run() {
	for i := 0; i < len(s.text); {
		c := s.text[i]
		switch {
		case c == '\n':
			if s.gap >= doc.Line {
				s.gap = doc.Paragraph
				s.open = false
			} else {
				s.gap = doc.Line
			}
			i++
		case c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f':
			if s.gap == doc.Glued {
				s.gap = doc.Blank
			}
			i++
		case isLetterByte(c):
			i = s.word(i)
		case '0' <= c && c <= '9':
			i = s.number(i, i)
		case c < utf8.RuneSelf:
			i = s.mark(i)
		default:
			r, n := utf8.DecodeRuneInString(s.text[i:])
			switch {
			case isSpace(r):
				if s.gap == doc.Glued {
					s.gap = doc.Blank
				}
				i += n
			case isInvisible(r):
				i += n
			case isLetter(r):
				i = s.word(i)
			default:
				i = s.mark(i)
			}
		}
	}
}

// emit adds a token; its norm is looked up in the lexicon, which lends its own copy of the string where it knows the word.
func (s *scanner) emit(start, end int, shape doc.Shape) {
	s.buf = lexicon.AppendFold(s.buf[:0], s.text[start:end])
	t := doc.Token{Span: doc.Span{Start: start, End: end}, Shape: shape, Gap: s.gap}
	t.Word, t.Norm = s.memory.Look(s.buf)
	s.gap = doc.Glued
	switch {
	case t.Word >= 0:
	case string(s.buf) == s.text[start:end]:
		t.Norm = s.text[start:end]
	default:
		t.Norm = string(s.buf)
		if shape&(doc.Capital|doc.Upper) != 0 {
			s.bare = lexicon.AppendStrip(s.bare[:0], t.Norm)
			if w := s.lex.Bare(string(s.bare)); w >= 0 && (shape&doc.Upper != 0 || lexicon.FirstsOnly(t.Norm, s.lex.Norm(w))) {
				t.Word = w
			} else if len(s.bare) < len(t.Norm) {
				t.Word = s.memory.Word(s.bare)
			}
		}
	}
	if len(s.out) == cap(s.out) {
		s.grow(end)
	}
	s.out = append(s.out, t)
}

// grow makes room for the tokens of the rest of the text, if they stand there as close as in the text up to end: brackets are five times as close as words,
// and tokens are moved once, not at each doubling.
func (s *scanner) grow(end int) {
	room := int(float64(len(s.out))*float64(len(s.text))/float64(end)*1.05) + 16
	s.out = append(make([]doc.Token, 0, max(room, len(s.out)+len(s.out)/4+16)), s.out...)
}

// known tells whether the lexicon has the word that text[start:end] folds to.
func (s *scanner) known(start, end int) int32 {
	if end-start > longest {
		return doc.None
	}
	s.buf = lexicon.AppendFold(s.buf[:0], s.text[start:end])
	return s.memory.Word(s.buf)
}

// mark emits one piece of punctuation or a symbol, and what sticks to it: "...", "@name", "#word", "-3,4".
func (s *scanner) mark(i int) int {
	r, n := utf8.DecodeRuneInString(s.text[i:])
	end := i + n
	before := s.gap != doc.Glued
	switch r {
	case '.':
		for end < len(s.text) && s.text[end] == '.' {
			end++
		}
		s.emit(i, end, doc.Punct)
	case '-', '−':
		if next, _ := s.peek(end); next >= '0' && next <= '9' && (before || s.after('(')) {
			return s.number(i, end)
		}
		for end < len(s.text) && s.text[end] == '-' {
			end++
		}
		s.emit(i, end, doc.Punct)
	case '@', '#':
		if next, _ := s.peek(end); before && isLetter(next) {
			for end < len(s.text) && end-i < longest {
				r, n := utf8.DecodeRuneInString(s.text[end:])
				if !isLetter(r) && r != '_' && (r < '0' || r > '9') {
					break
				}
				end += n
			}
			s.emit(i, end, doc.Symbol)
			return end
		}
		s.emit(i, end, doc.Symbol)
	case '«', '“', '(', '[', '{', '‹', '„':
		s.emit(i, end, doc.Punct|doc.Open)
	case '»', '”', ')', ']', '}', '›':
		s.emit(i, end, doc.Punct|doc.Close)
	case '"':
		s.emit(i, end, doc.Punct|s.straight(before, end))
	case '‘':
		s.emit(i, end, doc.Punct|doc.Open)
	case '\'', '’':
		if before {
			s.emit(i, end, doc.Punct|doc.Open)
		} else {
			s.emit(i, end, doc.Punct|doc.Close)
		}
	case ',', ';', ':', '!', '?', '…', '–', '—', '/', '\\', '•', '·', '|', '*', '_', '¡', '¿':
		s.emit(i, end, doc.Punct)
	default:
		s.emit(i, end, doc.Symbol)
	}
	return end
}

// straight tells whether a straight double quote opens or closes: by the spaces around it, else by what came before in the paragraph.
func (s *scanner) straight(before bool, end int) doc.Shape {
	next, _ := s.peek(end)
	after := next == 0 || next == '\n' || isSpace(next)
	switch {
	case before && !after:
		s.open = true
	case after && !before:
		s.open = false
	case !before && !s.open && len(s.out) > 0 && s.out[len(s.out)-1].Shape&(doc.Elided|doc.Open) != 0:
		s.open = true // l'"exception culturelle"
	default:
		s.open = !s.open
	}
	if s.open {
		return doc.Open
	}
	return doc.Close
}

func (s *scanner) after(r byte) bool {
	return len(s.out) > 0 && s.text[s.out[len(s.out)-1].Start] == r
}

// peek returns the rune at a position and its length, 0 at the end.
func (s *scanner) peek(i int) (rune, int) {
	if i >= len(s.text) {
		return 0, 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[i:])
}

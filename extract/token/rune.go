package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
)

func isLetterByte(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// isLetter tells letters and what may stand inside a word without being seen. U+02BC, the letter apostrophe, and the raised letters ª º ᵉ
// are letters for Unicode; they are not letters of a French word.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	if r == 'ʼ' || r == 'ª' || r == 'º' {
		return false
	}
	return r >= 0xC0 && r < 0x250 && r != '×' && r != '÷' || unicode.IsLetter(r)
}

// isInner tells what belongs to a word between its letters: accents that stand alone, soft hyphens, marks of no width.
func isInner(r rune) bool {
	return r >= 0x300 && r < 0x370 || isInvisible(r) || r >= utf8.RuneSelf && unicode.Is(unicode.Mn, r)
}

func isInvisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff':
		return true
	}
	return false
}

// isSpace tells every space that is not a line feed, the no-break ones too.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\r', '\v', '\f', '\u0085', '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000':
		return true
	}
	return r >= '\u2000' && r <= '\u200a'
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' }

// shapeOf looks at the letters of a word.
func shapeOf(word string) doc.Shape {
	var s doc.Shape
	letters, upper, inner := 0, 0, false
	lower, digits, first := false, false, true
	for i := 0; i < len(word); {
		r, n := rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(word[i:])
		}
		i += n
		switch {
		case 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLower(r):
			lower = true
			letters++
			if first {
				s |= doc.Lower
			}
			first = false
		case 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			if lower {
				inner = true
			}
			letters++
			upper++
			if first {
				s |= doc.Capital
			}
			first = false
		case '0' <= r && r <= '9':
			digits = true
			first = false
		case r == '-' || r == '‐' || r == '‑':
			s |= doc.Hyphen
			lower = false // "Saint-Denis" is no mixed word
		case r == '.' || isApostrophe(r):
			lower = false
		}
	}
	if letters >= 2 && upper == letters {
		s |= doc.Upper
	}
	if inner {
		s |= doc.Mixed
	}
	if digits && letters > 0 {
		s |= doc.HasDigit
	}
	return s
}

package token

import (
	"strings"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// run of letters, digits and marks from i.
func (s *scanner) letters(i int) int {
	for i < len(s.text) {
		c := s.text[i]
		if c < utf8.RuneSelf {
			if !isLetterByte(c) && (c < '0' || c > '9') {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if !isLetter(r) && !isInner(r) {
			return i
		}
		i += n
	}
	return i
}

// word reads one word from i and emits it, with its elisions before it and its clitics after it as tokens of their own.
func (s *scanner) word(i int) int {
	start := i
	end := s.letters(i)
	for end < len(s.text) && end-start < longest {
		r, n := s.peek(end)
		next, _ := s.peek(end + n)
		switch {
		case isApostrophe(r):
			if s.elides(start, end, next) {
				if isLetter(next) {
					// aujourd'hui, quelqu'un, presqu'île, l'Oréal no: a whole word of the lexicon stays whole
					if whole := s.letters(end + n); s.known(start, whole) >= 0 {
						end = whole
						continue
					}
				}
				s.emit(start, end+n, shapeOf(s.text[start:end])|doc.Elided)
				return end + n
			}
			if !isLetter(next) {
				s.emitWord(start, end)
				return end
			}
			end = s.letters(end + n) // O'Reilly, N'Golo, grand'mère
		case r == '-' || r == '‐' || r == '‑':
			if !isLetter(next) && (next < '0' || next > '9') {
				s.emitWord(start, end)
				return end
			}
			part := s.letters(end + n)
			if cut := s.cliticAt(start, end, part); cut > 0 {
				s.emitWord(start, end)
				s.emit(end, cut, doc.Clitic|doc.Lower)
				return cut
			}
			end = part
		case r == '.':
			if stop := s.stopAt(start, end, next); stop > 0 {
				if stop == end {
					s.emitWord(start, end)
					return end
				}
				end = stop
				if s.text[end-1] == '.' {
					s.emit(start, end, shapeOf(s.text[start:end])|doc.Stop|initial(s.text[start:end]))
					return end
				}
				continue
			}
			s.emitWord(start, end)
			return end
		case r == '&' && isLetter(next) && !s.isEntity(end): // AT&T, S&P
			end = s.letters(end + 1)
		case r == '@' && isLetter(next), r == ':' && next == '/' && s.text[start:end] != "" && s.scheme(start, end):
			end = s.address(end)
		case r == '+' && !isLetter(next) && (next < '0' || next > '9') && s.text[start] < 'a': // Canal+
			s.emitWord(start, end+1)
			return end + 1
		case r == '°' && end-start == 1: // n°
			s.emitWord(start, end+n)
			return end + n
		default:
			s.emitWord(start, end)
			return end
		}
	}
	s.emitWord(start, end)
	return end
}

func (s *scanner) emitWord(start, end int) {
	shape := shapeOf(s.text[start:end])
	if shape&(doc.Hyphen|doc.Capital) == doc.Hyphen|doc.Capital {
		if k := s.pair(start, end); k > 0 {
			s.emitWord(start, k)
			s.emit(k, k+1, doc.Punct)
			s.emitWord(k+1, end)
			return
		}
	}
	s.emit(start, end, shape)
}

// pair returns where the hyphen stands between two countries or two towns that are not one name: "France-Brésil", "Londres-Nice", but "Seine-Maritime".
func (s *scanner) pair(start, end int) int {
	k := strings.IndexByte(s.text[start:end], '-')
	if k <= 0 || strings.IndexByte(s.text[start+k+1:end], '-') >= 0 || s.known(start, end) >= 0 {
		return 0
	}
	left, right := s.known(start, start+k), s.known(start+k+1, end)
	for _, c := range [...]lexicon.Class{s.country, s.city} {
		if s.lex.Is(left, c) && s.lex.Is(right, c) {
			return start + k
		}
	}
	if s.lex.Is(left, s.city) && s.lex.Is(right, s.commune) || s.lex.Is(left, s.commune) && s.lex.Is(right, s.city) {
		return start + k
	}
	return 0
}

// elides tells whether text[start:end] loses a vowel before an apostrophe: l', qu', jusqu'. Before a consonant a capital does not: N'Golo, D'Souza.
func (s *scanner) elides(start, end int, next rune) bool {
	if end-start > 12 {
		return false
	}
	s.buf = lexicon.AppendFold(s.buf[:0], s.text[start:end])
	s.buf = append(s.buf, '\'')
	if !s.lex.Is(s.memory.Word(s.buf), s.elision) {
		return false
	}
	return s.text[start] >= 'a' || !isLetter(next) || vowel(next)
}

// vowel tells letters before which French elides: vowels, h, y.
func vowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'A', 'E', 'I', 'O', 'U', 'Y', 'H', 'œ', 'Œ', 'æ', 'Æ':
		return true
	}
	return r >= 0xC0 && r <= 0xFF && r != 'ç' && r != 'Ç' && r != 'ñ' && r != 'Ñ'
}

// cliticAt returns where a clitic after text[start:end] ends, 0 where there is none: a-t-il, dit-on, année-là; but rendez-vous is a word.
func (s *scanner) cliticAt(start, end, part int) int {
	last := part
	for k := 0; k < 2; k++ { // -t-il, -les-moi
		r, n := s.peek(last)
		next, _ := s.peek(last + n)
		if r != '-' || !isLetter(next) {
			break
		}
		last = s.letters(last + n)
	}
	for _, stop := range [2]int{last, part} {
		if stop-end > 14 || !s.lex.Is(s.known(end, stop), s.clitic) {
			continue
		}
		if s.known(start, stop) >= 0 {
			return 0
		}
		return stop
	}
	return 0
}

// stopAt decides on a full stop after a word: the end of an abbreviation with its stop ("art.", "J.-C.", "U.S.A."), of a domain ("lemonde.fr"), or
// end itself where the stop does not belong to the word; 0 likewise.
func (s *scanner) stopAt(start, end int, next rune) int {
	size := end - start
	if c := s.text[start]; size == 1 && 'A' <= c && c <= 'Z' {
		stop := end + 1
		for { // J.-C., U.S.A., J.R.R.
			r, n := s.peek(stop)
			if r == '-' {
				r, n = s.peek(stop + 1)
				n++
			}
			dot, _ := s.peek(stop + n)
			if r >= 'A' && r <= 'Z' && dot == '.' && stop-start < longest {
				stop += n + 1
				continue
			}
			break
		}
		if stop > end+1 || s.abbreviates(start, stop) || s.beforeName(stop) {
			return stop
		}
		return 0
	}
	if size <= 12 && s.abbreviates(start, end+1) {
		return end + 1
	}
	if isLetter(next) && next >= 'a' && next <= 'z' {
		if stop := s.letters(end + 1); stop-end <= 6 && s.lex.Is(s.known(end+1, stop), s.domain) {
			return stop
		}
	}
	return 0
}

// abbreviates tells an abbreviation of the lexicon, stop included; one that is written with a capital there needs it: "M." is no metre.
func (s *scanner) abbreviates(start, end int) bool {
	w := s.known(start, end)
	if !s.lex.Is(w, s.abbreviation) {
		return false
	}
	form := s.lex.Form(w, s.abbreviation)
	return form == "" || form[0] >= 'a' || s.text[start] < 'a'
}

// beforeName tells whether a name goes on after an initial: "J. Edgar", but not "la vitamine C. Il".
func (s *scanner) beforeName(stop int) bool {
	r, n := s.peek(stop)
	if !isSpace(r) {
		return false
	}
	c, _ := s.peek(stop + n)
	if c < 'A' || c > 'Z' && c < 0xC0 {
		return false
	}
	w := s.known(stop+n, s.letters(stop+n))
	return !s.lex.Is(w, s.determiner) && !s.lex.Is(w, s.pronoun)
}

func initial(word string) doc.Shape {
	if word[0] >= 'A' && word[0] <= 'Z' && len(word) > 1 && word[1] == '.' {
		return doc.Initial
	}
	return 0
}

// isEntity tells a character entity that was left in pasted text: "R&amp;D".
func (s *scanner) isEntity(amp int) bool {
	return len(s.text) > amp+5 && s.text[amp:amp+5] == "&amp;"
}

func (s *scanner) scheme(start, end int) bool {
	w := s.text[start:end]
	return w == "http" || w == "https"
}

// address reads the rest of an e-mail or web address.
func (s *scanner) address(i int) int {
	for i < len(s.text) {
		c := s.text[i]
		if c <= ' ' || c == '"' || c == '<' || c == '>' || c == ')' || c == ',' || c >= utf8.RuneSelf {
			break
		}
		i++
	}
	for s.text[i-1] == '.' || s.text[i-1] == ':' || s.text[i-1] == ';' || s.text[i-1] == '?' || s.text[i-1] == '!' {
		i--
	}
	return i
}

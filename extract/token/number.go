package token

import (
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// number reads a number in digits; start is where its sign stands, i its first digit. "1 200 000", "300.000", "3,5", "2025-07-08", "8/7", "14h12",
// "14:30", "1er", "4x4" are one token; "10k€" and "75km" are cut between digits and letters.
func (s *scanner) number(start, i int) int {
	end := s.digits(i)
	if end-i <= 3 { // groups of three: 1 200 000, 300.000, 1’000
		for {
			n := s.groupAt(end)
			if n == 0 {
				break
			}
			end += n
		}
	}
	sep, n := s.peek(end)
	next, _ := s.peek(end + n)
	isDigit := next >= '0' && next <= '9'
	switch {
	case (sep == ',' || sep == '.') && isDigit:
		frac := s.digits(end + 1)
		if third, _ := s.peek(frac); sep == '.' && third == '.' && frac-end <= 3 { // 08.07.25
			if year := s.digits(frac + 1); year > frac+1 && year-frac <= 5 {
				return s.dated(start, year)
			}
		}
		for sep == ',' && frac-end == 4 && s.peekIs(frac, ',') && s.digits(frac+1) == frac+4 { // 1,000,000
			frac += 4
		}
		end = frac
	case sep == '/' && isDigit && end-i <= 4: // 8/7, 08/07/2025, 24/7
		part := s.digits(end + 1)
		if s.peekIs(part, '/') && s.digits(part+1) > part+1 {
			part = s.digits(part + 1)
		}
		return s.dated(start, part)
	case sep == '-' && isDigit: // 2025-07-08, 08-07-2025; 3-1 stays apart
		part := s.digits(end + 1)
		if s.peekIs(part, '-') && part-end == 3 {
			if last := s.digits(part + 1); last > part+1 {
				if s.peekIs(last, 'T') && s.digits(last+1) > last+1 { // 2025-07-08T14:30
					last = s.digits(last + 1)
					if s.peekIs(last, ':') {
						last = s.digits(last + 1)
					}
				}
				return s.dated(start, last)
			}
		}
	case sep == ':' && isDigit && s.digits(end+1) == end+3 && end-i <= 2: // 14:30
		return s.dated(start, end+3)
	}
	return s.suffixed(start, end)
}

// suffixed ends a number with the letters that stick to it.
func (s *scanner) suffixed(start, end int) int {
	r, _ := s.peek(end)
	if !isLetter(r) {
		s.emit(start, end, doc.Digit)
		return end
	}
	stop := s.letters(end)
	for k := end; k < stop; k++ { // only the letters: "14h12" is looked at below, "4x4" too
		if c := s.text[k]; '0' <= c && c <= '9' {
			stop = k
			break
		}
	}
	if stop-end > 8 {
		s.emit(start, end, doc.Digit)
		return end
	}
	after := s.digits(stop)
	switch c := s.text[end]; {
	case (c == 'h' || c == 'H') && stop == end+1 && (after == stop || after == stop+2): // 14h, 14h12
		return s.dated(start, after)
	case c == 'x' && stop == end+1 && after > stop: // 4x4
		return s.dated(start, after)
	case s.lex.Is(s.known(end, stop), s.ordinal): // 1er, 3e
		return s.dated(start, stop)
	case s.text[end] < 'a' && s.knownName(start, stop) && !s.currencyAt(stop): // 3M, 5G, 20 Minutes has a space
		return s.dated(start, stop)
	}
	s.emit(start, end, doc.Digit)
	return end
}

// knownName tells whether digits and letters together are a word of the lexicon.
func (s *scanner) knownName(start, end int) bool {
	s.buf = lexicon.AppendFold(s.buf[:0], s.text[start:end])
	return s.memory.Word(s.buf) >= 0
}

func (s *scanner) currencyAt(i int) bool {
	r, n := s.peek(i)
	if isSpace(r) {
		r, _ = s.peek(i + n)
	}
	return r == '€' || r == '$' || r == '£' || r == '¥'
}

func (s *scanner) dated(start, end int) int {
	s.emit(start, end, doc.HasDigit)
	return end
}

func (s *scanner) digits(i int) int {
	for i < len(s.text) && '0' <= s.text[i] && s.text[i] <= '9' {
		i++
	}
	return i
}

func (s *scanner) peekIs(i int, c byte) bool { return i < len(s.text) && s.text[i] == c }

// groupAt returns the length of a separator and exactly three digits at i, 0 where there are none.
func (s *scanner) groupAt(i int) int {
	if i >= len(s.text) {
		return 0
	}
	n := 1
	switch c := s.text[i]; {
	case c == ' ' || c == '.' || c == '\'':
	case c < utf8.RuneSelf:
		return 0
	default:
		var r rune
		r, n = utf8.DecodeRuneInString(s.text[i:])
		if r != '\u00a0' && r != '\u202f' && r != '\u2009' && r != '’' {
			return 0
		}
	}
	if s.digits(i+n) != i+n+3 {
		return 0
	}
	if s.text[i] == '.' && !s.peekIs(i+4, ',') && s.peekIs(i+4, '.') && s.digits(i+5) != i+8 {
		return 0 // 1.200.5 is no number: leave it to the caller
	}
	return n + 3
}

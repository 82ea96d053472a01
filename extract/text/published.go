package text

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/breve-nlp/breve/lexicon"
)

// stamp is a date with, perhaps, a time of day.
type stamp struct {
	year, month, day int
	hour, minute     int
	timed            bool
}

func (s stamp) String() string {
	if s.timed {
		return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d", s.year, s.month, s.day, s.hour, s.minute)
	}
	return fmt.Sprintf("%04d-%02d-%02d", s.year, s.month, s.day)
}

func (s stamp) valid() bool {
	return 1700 <= s.year && s.year <= 2200 && 1 <= s.month && s.month <= 12 && 1 <= s.day && s.day <= 31
}

// piece is a run of digits or of letters.
type piece struct {
	text   string
	number int // -1 for letters
	from   int
	to     int
}

// pieces cuts a short text into runs of digits and of letters.
func pieces(s string) []piece {
	var out []piece
	for i := 0; i < len(s); {
		from := i
		c := s[i]
		switch {
		case '0' <= c && c <= '9':
			n := 0
			for i < len(s) && '0' <= s[i] && s[i] <= '9' {
				if n < 1e6 {
					n = n*10 + int(s[i]-'0')
				}
				i++
			}
			out = append(out, piece{s[from:i], n, from, i})
		case wordByte(c):
			for i < len(s) && wordByte(s[i]) && !(s[i] == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0) && s[i] != 0xE2 {
				i++
			}
			if i == from {
				i += skip(s[i:])
				continue
			}
			out = append(out, piece{s[from:i], -1, from, i})
		default:
			i++
		}
	}
	return out
}

func wordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf
}

func skip(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// readDate finds the first full date in a short text: "le 8 juillet 2025 à 14h12", "08/07/2025 - 14:12", "2025-07-08". It returns where
// the date begins and ends there.
func (p *phrases) readDate(s string) (st stamp, from, to int, ok bool) {
	ps := pieces(s)
	for i := range ps {
		if ps[i].number < 0 || i+2 >= len(ps) {
			continue
		}
		a, b, c := ps[i], ps[i+1], ps[i+2]
		next := i + 3
		switch {
		case b.number < 0:
			m := p.monthOf(b.text)
			if m == 0 && a.number == 1 && i+3 < len(ps) { // "1er juillet"
				m = p.monthOf(c.text)
				c, next = ps[i+3], i+4
			}
			if m == 0 || c.number < 0 || c.to-c.from != 4 {
				continue
			}
			st = stamp{year: c.number, month: m, day: a.number}
		case c.number < 0 || b.from-a.to != 1 || c.from-b.to != 1:
			continue
		case a.to-a.from == 4:
			st = stamp{year: a.number, month: b.number, day: c.number}
		case c.to-c.from == 4:
			st = stamp{year: c.number, month: b.number, day: a.number}
		case c.to-c.from == 2 && s[a.to] == '/':
			st = stamp{year: 2000 + c.number, month: b.number, day: a.number}
		default:
			continue
		}
		if !st.valid() {
			continue
		}
		to = ps[next-1].to
		if n, ok := clock(s, ps[next:], &st); ok {
			to = ps[next+n-1].to
		}
		return st, a.from, to, true
	}
	return stamp{}, 0, 0, false
}

// clock reads the time of day that follows a date, at most one word after it: "à 14h12", "14 h 12", "- 14:12", "T14:12". It returns how many
// pieces the time takes.
func clock(s string, ps []piece, st *stamp) (int, bool) {
	i := 0
	if len(ps) > 0 && ps[0].number < 0 && ps[0].to-ps[0].from <= len("à") {
		i++
	}
	if i >= len(ps) || ps[i].number < 0 || ps[i].number > 23 || ps[i].to-ps[i].from > 2 || i == 0 && ps[i].from > 0 && s[ps[i].from-1] == '/' {
		return 0, false
	}
	h := ps[i]
	i++
	if i >= len(ps) || ps[i].from-h.to > 3 {
		return 0, false
	}
	hour := ps[i].number < 0 && (ps[i].text == "h" || ps[i].text == "H")
	if hour {
		i++
		if i < len(ps) && ps[i].number >= 0 && ps[i].number < 60 && ps[i].to-ps[i].from == 2 && ps[i].from-ps[i-1].to <= 3 {
			st.hour, st.minute, st.timed = h.number, ps[i].number, true
			return i + 1, true
		}
		st.hour, st.minute, st.timed = h.number, 0, true
		return i, true
	}
	if ps[i].number >= 0 && ps[i].number < 60 && ps[i].from == h.to+1 && s[h.to] == ':' {
		st.hour, st.minute, st.timed = h.number, ps[i].number, true
		return i + 1, true
	}
	return 0, false
}

// monthOf returns the number of a month, 0 for other words. The accents may be missing: "fevrier".
func (p *phrases) monthOf(w string) int {
	if len(w) < 3 || len(w) > 12 {
		return 0
	}
	w = lexicon.Fold(w)
	for _, e := range [...]int32{p.lex.Word(w), p.lex.Bare(w)} {
		if e >= 0 && p.lex.Is(e, p.month) {
			return number(p.lex.Attr(e, p.month, "number"))
		}
	}
	return 0
}

// isMedia tells whether a line is the name of a newspaper, a channel, an agency: "Ouest-France", "L'Équipe".
func (p *phrases) isMedia(s string) bool {
	if len(s) > 40 {
		return false
	}
	entry, first := int32(lexicon.None), true
	for s = lexicon.Fold(s); s != ""; {
		s = strings.TrimLeft(s, " ")
		end := strings.IndexAny(s, " '")
		switch {
		case end < 0:
			end = len(s)
		case s[end] == '\'':
			end++
		}
		w := p.lex.Word(s[:end])
		if s = s[end:]; w < 0 {
			return false
		}
		if first {
			entry, first = w, false
		} else if entry = p.lex.Next(entry, w); entry < 0 {
			return false
		}
	}
	return p.lex.Is(entry, p.media)
}

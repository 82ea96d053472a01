package input

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/itlightning/dateparse"

	"github.com/breve-nlp/breve/lexicon"
)

// months knows the names of months, from the lexicon; looked up when the first date in words comes by.
type months struct {
	lex   *lexicon.Lexicon
	class lexicon.Class
}

func (m *months) number(word string) int {
	if m.lex == nil {
		m.lex = lexicon.Default()
		m.class = m.lex.Class("month")
	}
	w := m.lex.Word(lexicon.Fold(word))
	if w < 0 || !m.lex.Is(w, m.class) {
		return 0
	}
	n, _ := strconv.Atoi(m.lex.Attr(w, m.class, "number"))
	return n
}

// The forms in which machines write dates.
var layouts = []struct {
	in    string
	timed bool
	zoned bool
}{
	{time.RFC3339Nano, true, true},
	{"2006-01-02", false, false},
	{"2006-01-02T15:04:05", true, false},
	{"2006-01-02 15:04:05", true, false},
	{"2006-01-02T15:04", true, false},
	{"2006-01-02 15:04", true, false},
	{"20060102", false, false},
	{"02/01/2006", false, false}, // the French order, always
	{"2/1/2006", false, false},
	{"02/01/2006 15:04", true, false},
	{"02/01/2006 15:04:05", true, false},
	{"02.01.2006", false, false},
	{"02-01-2006", false, false},
	{time.RFC1123Z, true, true},
	{"Mon, 2 Jan 2006 15:04:05 -0700", true, true},
}

// iso writes a date or a time as ISO 8601, with the offset that it has and no other; empty for what is no date.
func (m *months) iso(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 100 {
		return ""
	}
	for _, l := range layouts {
		if t, err := time.Parse(l.in, s); err == nil {
			return stamp(t, l.timed, l.zoned)
		}
	}
	if d := m.inWords(s); d != "" {
		return d
	}
	if digits(s) && len(s) != 10 && len(s) != 13 { // "2025" is no date; seconds since 1970 are
		return ""
	}
	var t time.Time
	var layout string
	if tame(func() (err error) {
		if t, err = dateparse.ParseAny(s, dateparse.PreferMonthFirst(false)); err == nil {
			layout, err = dateparse.ParseFormat(s, dateparse.PreferMonthFirst(false))
		}
		return err
	}) != nil {
		return ""
	}
	zoned := strings.Contains(layout, "-07") || strings.HasSuffix(layout, "Z") || strings.Contains(layout, "UTC") || strings.Contains(layout, "GMT") || digits(s)
	return stamp(t, strings.Contains(layout, ":") || digits(s), zoned)
}

func stamp(t time.Time, timed, zoned bool) string {
	if t.Year() < 1700 || t.Year() > 2200 {
		return ""
	}
	switch {
	case timed && zoned:
		return t.Format("2006-01-02T15:04:05Z07:00")
	case timed:
		return t.Format("2006-01-02T15:04:05")
	}
	return t.Format("2006-01-02")
}

func digits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// inWords reads "lundi 3 mars 2025", "1er août 2025 à 8h12": a day, the name of a month, a year, and perhaps a time.
func (m *months) inWords(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '|' })
	for i := 0; i+2 < len(words); i++ {
		day, ok := leadingNumber(words[i], 2)
		if !ok {
			continue
		}
		month := m.number(words[i+1])
		year, ok := leadingNumber(words[i+2], 4)
		if month == 0 || !ok || year < 1700 || year > 2200 {
			continue
		}
		if t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC); t.Day() != day {
			continue
		}
		date := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
		for _, w := range words[i+3:] {
			h, min, ok := strings.Cut(strings.Replace(strings.ToLower(w), "h", ":", 1), ":")
			hour, err1 := strconv.Atoi(h)
			minute, err2 := strconv.Atoi(min)
			if min == "" {
				err2 = nil
			}
			if ok && err1 == nil && err2 == nil && 0 <= hour && hour < 24 && 0 <= minute && minute < 60 {
				return fmt.Sprintf("%sT%02d:%02d:00", date, hour, minute)
			}
		}
		return date
	}
	return ""
}

// leadingNumber reads the digits at the head of a word: "3", "1er", "2025".
func leadingNumber(s string, most int) (int, bool) {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n == 0 || n > most || len(s)-n > 2 {
		return 0, false
	}
	v, err := strconv.Atoi(s[:n])
	return v, err == nil
}

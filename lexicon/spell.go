package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// Most names are their folded word with capitals: "Marseille" is marseille, "Saint-Germain-en-Laye" is saint-germain-en-laye with capitals in its first, second and
// fourth part. The table keeps which parts have one and not the name.
const (
	asFolded  = iota // the word itself
	asTitle          // every part has a capital
	asParts          // parts have capitals by the bits of a byte
	asWritten        // the form stands in strings
)

// spell writes a folded word with capitals: bit i of parts is for its i-th part, the last bit for all that follow.
func spell(norm string, parts byte) string {
	var room [64]byte
	out := room[:0]
	start, bit := true, byte(1)
	for _, r := range norm {
		switch {
		case !unicode.IsLetter(r):
			start = true
		case start:
			if parts&bit != 0 {
				r = unicode.ToUpper(r)
			}
			if bit < 1<<7 {
				bit <<= 1
			}
			start = false
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}

// spelling tells how a form is spelled with the letters of its folded word.
func spelling(form, norm string) (kind int, parts byte) {
	if form == norm {
		return asFolded, 0
	}
	start, bit := true, byte(1)
	for _, r := range form {
		switch {
		case !unicode.IsLetter(r):
			start = true
		case start:
			if unicode.IsUpper(r) {
				parts |= bit
			}
			if bit < 1<<7 {
				bit <<= 1
			}
			start = false
		}
	}
	switch form {
	case spell(norm, 0xff):
		return asTitle, 0xff
	case spell(norm, parts):
		return asParts, parts
	}
	return asWritten, 0
}

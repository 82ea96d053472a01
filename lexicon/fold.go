package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// Fold returns the form in which text and lexicon meet: lower case, composed accents (NFC for the letters of French and its
// neighbours), straight apostrophe, œ as oe and æ as ae, plain spaces, no soft hyphens and no invisible characters. Accents are kept:
// "été" is not "ete".
func Fold(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return string(AppendFold(make([]byte, 0, len(s)+4), s))
		}
	}
	return s
}

// AppendFold appends the folded form of s to dst and returns it.
func AppendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch r {
		case '’', '‘', 'ʼ':
			dst = append(dst, '\'')
		case 'œ', 'Œ':
			dst = append(dst, "oe"...)
		case 'æ', 'Æ':
			dst = append(dst, "ae"...)
		case '\u00a0', '\u202f', '\u2009', '\u2007':
			dst = append(dst, ' ')
		case '‐', '‑':
			dst = append(dst, '-')
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
			// a hyphen that is not printed, marks of no width: "Bour\u00adgogne" is Bourgogne
		case 0x300, 0x301, 0x302, 0x308, 0x327, 0x303:
			dst = compose(dst, r)
		default:
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	return dst
}

// compose joins a combining accent with the letter before it ("e" + U+0301 = "é"): pasted text from macOS comes in pieces.
func compose(dst []byte, mark rune) []byte {
	last, n := utf8.DecodeLastRune(dst)
	if c, ok := composed[[2]rune{last, mark}]; ok {
		return utf8.AppendRune(dst[:len(dst)-n], c)
	}
	return utf8.AppendRune(dst, mark)
}

var composed = map[[2]rune]rune{
	{'a', 0x300}: 'à', {'e', 0x300}: 'è', {'i', 0x300}: 'ì', {'o', 0x300}: 'ò', {'u', 0x300}: 'ù',
	{'a', 0x301}: 'á', {'e', 0x301}: 'é', {'i', 0x301}: 'í', {'o', 0x301}: 'ó', {'u', 0x301}: 'ú', {'c', 0x301}: 'ć', {'n', 0x301}: 'ń', {'y', 0x301}: 'ý',
	{'a', 0x302}: 'â', {'e', 0x302}: 'ê', {'i', 0x302}: 'î', {'o', 0x302}: 'ô', {'u', 0x302}: 'û',
	{'a', 0x308}: 'ä', {'e', 0x308}: 'ë', {'i', 0x308}: 'ï', {'o', 0x308}: 'ö', {'u', 0x308}: 'ü', {'y', 0x308}: 'ÿ',
	{'c', 0x327}: 'ç', {'s', 0x327}: 'ş', {'a', 0x303}: 'ã', {'n', 0x303}: 'ñ', {'o', 0x303}: 'õ',
}

// Strip takes the accents off a folded form: "élysée" gives "elysee". Capitals are often written without them ("Etats-Unis").
func Strip(folded string) string {
	for i := 0; i < len(folded); i++ {
		if folded[i] >= utf8.RuneSelf {
			return string(AppendStrip(make([]byte, 0, len(folded)), folded))
		}
	}
	return folded
}

// AppendStrip appends the accentless form of a folded form to dst.
func AppendStrip(dst []byte, folded string) []byte {
	for _, r := range folded {
		if r < utf8.RuneSelf {
			dst = append(dst, byte(r))
			continue
		}
		if b := plain(r); b != "" {
			dst = append(dst, b...)
		} else {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// plain returns the letters without accents for the Latin letters that European names use, "" for others.
func plain(r rune) string {
	switch r {
	case 'à', 'á', 'â', 'ã', 'ä', 'å', 'ā', 'ă', 'ą':
		return "a"
	case 'ç', 'ć', 'č', 'ĉ':
		return "c"
	case 'ď', 'đ', 'ð':
		return "d"
	case 'è', 'é', 'ê', 'ë', 'ē', 'ė', 'ę', 'ě':
		return "e"
	case 'ğ', 'ĝ', 'ģ':
		return "g"
	case 'ì', 'í', 'î', 'ï', 'ī', 'ı', 'į':
		return "i"
	case 'ľ', 'ł', 'ĺ':
		return "l"
	case 'ñ', 'ń', 'ň':
		return "n"
	case 'ò', 'ó', 'ô', 'õ', 'ö', 'ø', 'ō', 'ő':
		return "o"
	case 'ř', 'ŕ':
		return "r"
	case 'ş', 'š', 'ś', 'ș':
		return "s"
	case 'ţ', 'ť', 'ț':
		return "t"
	case 'ù', 'ú', 'û', 'ü', 'ū', 'ů', 'ű':
		return "u"
	case 'ý', 'ÿ':
		return "y"
	case 'ž', 'ź', 'ż':
		return "z"
	case 'ß':
		return "ss"
	}
	return ""
}

// FirstsOnly tells whether two folded forms that differ in accents differ only in first letters of words and their parts: "etat" and "état", "saint-etienne"
// and "saint-étienne"; but not "londres" and "londrès", a cigar.
func FirstsOnly(a, b string) bool {
	start := true
	for a != "" && b != "" {
		x, n := utf8.DecodeRuneInString(a)
		y, k := utf8.DecodeRuneInString(b)
		if x != y && !start {
			return false
		}
		start = x == '-' || x == '\'' || x == ' '
		a, b = a[n:], b[k:]
	}
	return a == b
}

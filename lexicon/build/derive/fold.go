package main

import (
	_ "embed"
	"strings"
	"unicode"
)

// fold is the form under which lists are sorted and compared: lower case, straight apostrophe, ligatures opened, accents kept.
func fold(s string) string {
	return folder.Replace(strings.Map(unicode.ToLower, s))
}

var folder = strings.NewReplacer("’", "'", "œ", "oe", "æ", "ae", "\u00a0", " ", "\u202f", " ")

// plain takes the diacritics off: "Łódź" becomes "Lodz", as the press prints it.
func plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r): // combining marks
		case strings.ContainsRune("‘ʻ’ʼʿʾ`´", r): // the signs of transliterated ayn and hamza
		default:
			if t, ok := bare[r]; ok {
				b.WriteString(t)
			} else {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// bare gives each accented Latin letter its letters without the accent.
var bare = makeBare()

func makeBare() map[rune]string {
	m := make(map[rune]string)
	for _, line := range strings.Fields(`
		aàáâãäåāăąǎạảấầẩẫậắằẳẵặȧḁ AÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶȦḀ cçćĉċč CÇĆĈĊČ dďđḍḏḑ DĎĐḌḎḐ
		eèéêëēĕėęěẹẻẽếềểễệə EÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆƏ gĝğġģǧḡ GĜĞĠĢǦḠ hĥħḥḩẖḫ HĤĦḤḨḪ iìíîïĩīĭįıǐịỉ IÌÍÎÏĨĪĬĮİǏỊỈ
		jĵ JĴ kķǩḳḵ KĶǨḲḴ lĺļľŀłḷḻ LĹĻĽĿŁḶḺ mṃ MṂ nñńņňṇṉṅ NÑŃŅŇṆṈṄ oòóôõöøōŏőǒọỏốồổỗộớờởỡợơ OÒÓÔÕÖØŌŎŐǑỌỎỐỒỔỖỘỚỜỞỠỢƠ
		rŕŗřṛṟ RŔŖŘṚṞ sśŝşšșṣṡ SŚŜŞŠȘṢṠ tţťŧțṭṯẗ TŢŤŦȚṬṮ uùúûüũūŭůűųǔụủứừửữựư UÙÚÛÜŨŪŬŮŰŲǓỤỦỨỪỬỮỰƯ wŵ WŴ
		yýÿŷỳỵỷỹ YÝŸŶỲỴỶỸ zźżžẓẕ ZŹŻŽẒẔ`) {
		r := []rune(line)
		for _, x := range r[1:] {
			m[x] = string(r[0])
		}
	}
	for k, v := range map[rune]string{'œ': "oe", 'Œ': "Oe", 'æ': "ae", 'Æ': "Ae", 'ß': "ss", 'þ': "th", 'Þ': "Th", 'ð': "d", 'Ð': "D"} {
		m[k] = v
	}
	return m
}

// latin reports whether a name is written in the Latin alphabet only, with the signs that names carry, and opens with a capital.
func latin(s string) bool {
	first := true
	for _, r := range s {
		if unicode.Is(unicode.Mn, r) {
			return false
		}
		if first {
			if !unicode.IsUpper(r) && r != '\'' {
				return false
			}
			first = false
		}
		if !unicode.Is(unicode.Latin, r) && !strings.ContainsRune("' -.", r) {
			return false
		}
	}
	return !first
}

// tidy straightens the apostrophe and the spaces of a form.
func tidy(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "\u00a0", " ", "\u202f", " ", "‑", "-").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

//go:embed cleaning.tsv
var cleaningTable string

// cleaning holds the words that are taken off names, by kind.
var cleaning = parseCleaning(cleaningTable)

func parseCleaning(table string) map[string][]string {
	m := make(map[string][]string)
	for _, line := range strings.Split(table, "\n") {
		if kind, value, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			m[kind] = append(m[kind], value)
		}
	}
	return m
}

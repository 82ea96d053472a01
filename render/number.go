package render

import (
	"math"
	"strconv"
	"strings"
)

// measure says in figures what an amount is worth, and what of: "1 200 000 000 €; chiffre d'affaires". Where the words have the figure already, only
// what stands around them is said: "environ".
func measure(a *Amount) string {
	var parts []string
	switch v := worth(a); {
	case v == "" || squeeze(v) == squeeze(a.Text):
	case told(a):
		if w := modifierLabels[a.Modifier]; w != "" && a.Modifier != "between" {
			parts = append(parts, w)
		}
	default:
		parts = append(parts, v)
	}
	if a.About != "" {
		parts = append(parts, a.About)
	}
	return strings.Join(parts, narrow+"; ")
}

// told tells whether the words of an amount have its figure already ("4 000 m²", "de 45 à 160 euros"), or one that everybody has in their head ("deux").
func told(a *Amount) bool {
	if a.Kind == "share" {
		return false
	}
	n := 0
	for _, v := range []*float64{a.Value, a.Min, a.Max} {
		if v == nil {
			continue
		}
		n++
		whole := squeeze(Number(*v))
		if !strings.Contains(squeeze(a.Text), whole) && !strings.Contains(squeeze(a.Text), strings.ReplaceAll(whole, ",", ".")) && !(*v == math.Trunc(*v) && *v <= 12 && !strings.ContainsAny(a.Text, "0123456789")) {
			return false
		}
	}
	return n > 0
}

func worth(a *Amount) string {
	unit := a.Unit
	if a.Currency != "" {
		unit = a.Currency
		if s := currencySigns[a.Currency]; s != "" {
			unit = s
		}
	}
	switch a.Kind {
	case "percent", "share":
		unit = "%"
	case "points":
		unit = "points"
	case "age":
		unit = "ans"
	case "score":
		return ""
	}
	with := func(v float64) string {
		if a.Kind == "share" {
			v = math.Round(v*1e4) / 100 // "le quart du capital" is 0.25
		}
		s := Number(v)
		if unit != "" {
			s += fixed + unit
		}
		return s
	}
	var s string
	switch {
	case a.Modifier == "between" && a.Min != nil && a.Max != nil:
		s = "de " + Number(*a.Min) + " à " + with(*a.Max)
	case a.Value != nil:
		s = with(*a.Value)
	case a.Min != nil:
		s = with(*a.Min)
	case a.Max != nil:
		s = with(*a.Max)
	default:
		return ""
	}
	if w := modifierLabels[a.Modifier]; w != "" && a.Modifier != "between" {
		s = w + " " + s
	}
	if a.Per != "" {
		s += " par " + a.Per
	}
	return s
}

// Number writes a number as French print does: a decimal comma, groups of three parted by narrow no-break spaces.
func Number(v float64) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	whole, part, _ := strings.Cut(s, ".")
	var b strings.Builder
	if v < 0 {
		b.WriteString("−")
	}
	for i := range len(whole) {
		if n := len(whole) - i; i > 0 && n%3 == 0 {
			b.WriteString(narrow)
		}
		b.WriteByte(whole[i])
	}
	if part != "" {
		b.WriteString("," + part)
	}
	return b.String()
}

// squeeze is a text without its spaces, for comparing "12 %" with "12%".
func squeeze(s string) string {
	return strings.NewReplacer(" ", "", fixed, "", narrow, "", "\n", "").Replace(s)
}

// calendar says which day an expression means: "mardi dernier" = 8 juillet 2025.
func calendar(d *Date) string {
	if !d.Resolved && d.Value == "" {
		return "date non située"
	}
	v := day(d.Value)
	if v == "" || (v[0] < '0' || v[0] > '9') && d.Value[0] == 'P' || strings.ContainsAny(v, "XW_") {
		return "" // P3D, PAST_REF: the words of the article say it better
	}
	if w := modLabels[d.Mod]; w != "" && v != "" {
		v = w + " " + v
	}
	if squeeze(strings.ToLower(v)) == squeeze(strings.ToLower(d.Text)) {
		return ""
	}
	return v
}

// yearParts are the pieces of a year in TIMEX3 values.
var yearParts = map[string]string{
	"SP": "printemps", "SU": "été", "FA": "automne", "WI": "hiver", "H1": "1er semestre", "H2": "2e semestre",
	"Q1": "1er trimestre", "Q2": "2e trimestre", "Q3": "3e trimestre", "Q4": "4e trimestre",
}

// day writes an ISO day, month or year out in words; other TIMEX3 values stay as they are.
func day(v string) string {
	clock := ""
	if date, t, ok := strings.Cut(v, "T"); ok && len(date) == 10 && len(t) >= 5 {
		v, clock = date, " à "+strings.TrimLeft(t[:2], "0")+fixed+"h"+fixed+t[3:5]
		if t[:2] == "00" {
			clock = " à 0" + fixed + "h" + fixed + t[3:5]
		}
	}
	if len(v) < 7 || v[4] != '-' {
		return v + clock
	}
	if w := yearParts[v[5:]]; w != "" {
		return w + " " + v[:4]
	}
	month, err := strconv.Atoi(v[5:7])
	if err != nil || month < 1 || month > 12 {
		return v + clock
	}
	name := monthLabels[month-1] + " " + v[:4]
	if len(v) == 7 {
		return name
	}
	n, err := strconv.Atoi(v[8:])
	if len(v) != 10 || err != nil {
		return v + clock
	}
	if n == 1 {
		return "1er " + name + clock
	}
	return strconv.Itoa(n) + " " + name + clock
}

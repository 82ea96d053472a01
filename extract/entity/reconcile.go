package entity

import (
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// reconcile gives a name that was read as two things one type: "Anne Morel" is a person in the heading too. Two that both have good reason stay two
// ("Florence est rentrée de Florence", "Orange recrute à Orange").
func (r *reader) reconcile() {
	best := make(map[string]int32, len(r.groups))
	surname := map[string]bool{}
	for g := range r.groups {
		x := &r.groups[g]
		if o, ok := best[x.key]; !ok || r.ground(x) > r.ground(&r.groups[o]) {
			best[x.key] = int32(g)
		}
		if x.typ == doc.Person && x.words > 1 {
			surname[lastWord(x.key)] = true
		}
	}
	for g := range r.groups {
		x := &r.groups[g]
		o := best[x.key]
		if x.typ == doc.Organization && x.words == 1 && x.count <= 2 && surname[x.key] && !r.listed(x, r.c.bodies) {
			x.typ = doc.Person // Pedro Sanchez, then Sanchez alone
			continue
		}
		if y := &r.groups[o]; int(o) != g && x.typ != y.typ && r.yields(x, y, surname[x.key]) {
			x.typ = y.typ
			r.join(o, int32(g))
		}
	}
}

// ground weighs the reason for the type of a group: how often the article has it, and what the lexicon knows of places.
func (r *reader) ground(x *group) int {
	n := 10 * x.count
	switch x.typ {
	case doc.Location:
		if r.listed(x, r.c.places) {
			n = 30*x.count + 5
		}
	case doc.Person:
		n += 4
	case doc.Organization:
		n += 3
	}
	return n
}

// yields tells whether a name gives up its type for one that has better ground.
func (r *reader) yields(x, y *group, surname bool) bool {
	person := x.typ == doc.Person || y.typ == doc.Person
	place := x.typ == doc.Location || y.typ == doc.Location
	switch {
	case person && place && x.words > 1: // Ria Schimkus
		return y.typ == doc.Person && r.firstNameGender(int(y.first)) != 0
	case person && place:
		return x.typ == doc.Person && !surname && y.count >= 3*x.count && r.mentions[x.first].Range.Len() == 1 && r.address(r.mentions[x.first].First) == 0
	case place && x.typ != doc.Location:
		return r.mentions[x.first].Kind != "team" && !r.listed(x, r.c.bodies)
	case place:
		return !r.listed(x, r.c.places) && y.count >= 2*x.count
	case person && x.words == 1:
		return y.count >= 3*x.count
	}
	return true
}

// listed tells whether the lexicon knows a name in one of some classes.
func (r *reader) listed(x *group, classes []lexicon.Class) bool {
	a := r.mentions[x.first].Range
	e := r.whole(a)
	if e < 0 && a.Len() > 1 && r.is(a.First, r.c.article) {
		e = r.whole(doc.Range{First: a.First + 1, Last: a.Last})
	}
	for _, c := range classes {
		if r.lex.Is(e, c) {
			return true
		}
	}
	return false
}

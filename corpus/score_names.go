package corpus

import (
	"slices"
)

// named is a mention of the program that is a name.
type named struct {
	span
	typ, text string
}

func (s *scorer) names() []named {
	var out []named
	for _, e := range s.object.Entities {
		for _, m := range e.Mentions {
			if m.Form != "nominal" && m.Form != "pronoun" {
				out = append(out, named{in(m.Span), e.Type, m.Text})
			}
		}
	}
	return out
}

func (s *scorer) scoreEntities() {
	types := s.gold.Types
	if len(types) == 0 {
		types = []string{"person", "organization", "location"}
	}
	var gold, optional []Entity
	for _, x := range s.gold.Entities {
		if !slices.Contains(types, x.Type) && !slices.ContainsFunc(x.Alt, func(a string) bool { return slices.Contains(types, a) }) {
			continue
		}
		if x.Optional {
			optional = append(optional, x)
		} else {
			gold = append(gold, x)
		}
	}
	pred := s.names()
	sameType := func(g, p int) bool {
		return pred[p].typ == gold[g].Type || slices.Contains(gold[g].Alt, pred[p].typ)
	}
	for _, m := range []struct {
		name string
		ok   func(g, p int) bool
	}{
		{"strict", func(g, p int) bool { return gold[g].span() == pred[p].span && sameType(g, p) }},
		{"partial", func(g, p int) bool { return gold[g].span().over(pred[p].span) > 0 && sameType(g, p) }},
	} {
		gi, pi := matched(match(len(gold), len(pred), m.ok, func(g, p int) float64 { return gold[g].span().jaccard(pred[p].span) }), len(gold), len(pred))
		measure := "entities " + m.name
		for i, x := range gold {
			if !slices.Contains(types, x.Type) {
				continue
			}
			tp, fn := 1, 0
			if !gi[i] {
				tp, fn = 0, 1
				s.r.note(measure+" missed", s.gold.ID, x.Type, x.Text, x.span())
			}
			s.r.add(measure+" "+x.Type, tp, 0, fn)
			s.r.add(measure+" micro", tp, 0, fn)
		}
		for i, x := range pred {
			if pi[i] || !slices.Contains(types, x.typ) || slices.ContainsFunc(optional, func(o Entity) bool { return o.span().over(x.span) > 0 }) {
				continue
			}
			s.r.add(measure+" "+x.typ, 0, 1, 0)
			s.r.add(measure+" micro", 0, 1, 0)
			s.r.note(measure+" extra", s.gold.ID, x.typ, x.text, x.span)
		}
	}
}

func (s *scorer) scoreSources() {
	said := map[string]bool{}
	for _, id := range s.object.FiveW.AccordingTo {
		if e := s.entities[id]; e != nil {
			said[plain(e.Name)] = true
		}
	}
	for _, e := range s.object.Entities {
		if e.Source {
			said[plain(e.Name)] = true
		}
	}
	for _, e := range s.object.Events {
		if x := s.entities[e.Source]; x != nil {
			said[plain(x.Name)] = true
		}
	}
	want, fine := map[string]bool{}, map[string]bool{}
	for _, x := range s.gold.Sources {
		if x.Kind == "anonymous" {
			continue
		}
		n := x.Name
		if n == "" {
			n = x.Text
		}
		fine[plain(n)] = true
		if !x.Optional {
			want[plain(n)] = true
		}
	}
	meets := func(set map[string]bool, n string) bool {
		for m := range set {
			if near(m, n) {
				return true
			}
		}
		return false
	}
	tp, fp := 0, 0
	for w := range want {
		if meets(said, w) {
			tp++
		}
	}
	for n := range said {
		if !meets(fine, n) {
			fp++
		}
	}
	s.r.add("sources", tp, fp, len(want)-tp)
}

func (s *scorer) scoreRoles() {
	type role struct{ person, title, organization, status string }
	var pred []role
	for _, e := range s.object.Entities {
		for _, x := range e.Roles {
			org := x.OrganizationText
			if x.Organization != nil && s.name(*x.Organization) != "" {
				org = s.name(*x.Organization)
			}
			pred = append(pred, role{e.Name, x.Title, org, x.Status})
		}
	}
	same := func(g *Role, p *role) bool { return near(g.Person, p.person) && near(g.Title, p.title) }
	var gold, may []Role
	for _, x := range s.gold.Roles {
		if x.Optional {
			may = append(may, x)
		} else {
			gold = append(gold, x)
		}
	}
	pred = slices.DeleteFunc(pred, func(p role) bool {
		fits := func(g Role) bool { return same(&g, &p) }
		return slices.ContainsFunc(may, fits) && !slices.ContainsFunc(gold, fits)
	})
	pairs := match(len(gold), len(pred), func(g, p int) bool { return same(&gold[g], &pred[p]) }, func(g, p int) float64 {
		if plain(gold[g].Title) == plain(pred[p].title) {
			return 1
		}
		return 0
	})
	s.r.add("roles", len(pairs), len(pred)-len(pairs), len(gold)-len(pairs))
	for _, x := range pairs {
		if org := gold[x.gold].Organization; org != "" {
			s.r.hit("roles organization", near(org, pred[x.pred].organization))
		}
		if status := gold[x.gold].Status; status != "" {
			s.r.hit("roles status", status == pred[x.pred].status)
		}
	}
	gi, pi := matched(pairs, len(gold), len(pred))
	for i, x := range gold {
		if !gi[i] {
			s.r.note("roles missed", s.gold.ID, x.Organization, x.Person+" | "+x.Title, span{})
		}
	}
	for i, x := range pred {
		if !pi[i] {
			s.r.note("roles extra", s.gold.ID, x.organization, x.person+" | "+x.title, span{})
		}
	}
}

func (s *scorer) scoreBoilerplate() {
	n := len([]rune(s.gold.Text))
	a, b := make([]bool, n), make([]bool, n)
	for _, x := range s.gold.Boilerplate {
		mark(a, x.span())
	}
	for _, x := range s.object.Boilerplate {
		mark(b, in(x.Span))
	}
	var c Count
	for i := range a {
		switch {
		case a[i] && b[i]:
			c.TP++
		case b[i]:
			c.FP++
		case a[i]:
			c.FN++
		}
	}
	s.r.add("boilerplate chars", c.TP, c.FP, c.FN)
}

func mark(a []bool, s span) {
	for i := max(0, s.start); i < min(s.end, len(a)); i++ {
		a[i] = true
	}
}

package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/breve-nlp/breve/render"
)

// Objects reads contract objects, one a line, by their source.id. Lines that tell an error stand for no object.
func Objects(path string) (map[string]*render.Object, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	out := map[string]*render.Object{}
	err = eachLine(bytes.NewReader(b), func(n int, line []byte) error {
		var o struct {
			render.Object
			ID    json.RawMessage `json:"id"`
			Error json.RawMessage `json:"error"`
		}
		if err := json.Unmarshal(line, &o); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
		id := o.Source.ID
		if id == "" {
			id = strings.Trim(string(o.ID), `"`)
		}
		if id != "" && o.Error == nil {
			out[id] = &o.Object
		}
		return nil
	})
	return out, err
}

// Score compares contract objects, by id, with gold answers.
//
//	entities  strict: same span and type; partial: overlapping spans and same type, each side matched once
//	amounts   found: overlapping spans; value: same kind, value, bounds and currency where the gold gives them
//	dates     found, strict (same span), value (the same TIMEX3 value)
//	quotes    lenient and strict: the spans share at least .3 and .8 of their characters; speaker by name or words
//	events    same type and overlapping trigger or evidence; roles by name and words
//	roles     person, title, organization of people
//
// "alt" types are right too, "optional" gold is neither required nor an error.
func Score(gold []Article, objects map[string]*render.Object) Report {
	r := Report{Counts: map[string]Count{}}
	for i := range gold {
		g := &gold[i]
		o := objects[g.ID]
		if o == nil {
			o = &render.Object{}
			r.add("missing documents", 0, 0, 1)
		}
		s := scorer{g, o, map[string]*render.Entity{}, &r}
		for j := range o.Entities {
			if e := &o.Entities[j]; e.ID != "" {
				s.entities[e.ID] = e
			}
		}
		for _, l := range []struct {
			name  string
			score func()
		}{{"entities", s.scoreEntities}, {"amounts", s.scoreAmounts}, {"dates", s.scoreDates}, {"quotes", s.scoreQuotes}, {"events", s.scoreEvents},
			{"sources", s.scoreSources}, {"roles", s.scoreRoles}, {"boilerplate", s.scoreBoilerplate}} {
			if slices.Contains(g.Layers, l.name) {
				l.score()
			}
		}
	}
	return r
}

// scorer compares one article.
type scorer struct {
	gold     *Article
	object   *render.Object
	entities map[string]*render.Entity
	r        *Report
}

func in(s render.Span) span { return span{s[0], s[1]} }

func (s *scorer) name(id string) string {
	if e := s.entities[id]; e != nil {
		return e.Name
	}
	return ""
}

// plain is the form in which names and words are compared: lower case, no accents, words only.
func plain(s string) string {
	var b strings.Builder
	space := false
	for _, c := range norm.NFKD.String(strings.ReplaceAll(strings.ToLower(s), "’", "'")) {
		switch {
		case unicode.Is(unicode.M, c):
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(c)
		default:
			space = true
		}
	}
	return b.String()
}

// near tells whether one of two wordings holds the other.
func near(a, b string) bool {
	a, b = plain(a), plain(b)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

// required parts gold answers into those that must be found and the rest, and takes away predictions that only meet an optional one.
func required[G, P any](gold []G, pred []P, optional func(*G) bool, at func(*G) span, in func(*P) span) (must []G, kept []P) {
	var may []span
	var need []span
	for i := range gold {
		if optional(&gold[i]) {
			may = append(may, at(&gold[i]))
		} else {
			must = append(must, gold[i])
			need = append(need, at(&gold[i]))
		}
	}
	meets := func(list []span, p span) bool {
		return slices.ContainsFunc(list, func(s span) bool { return s.over(p) > 0 })
	}
	for i := range pred {
		if p := in(&pred[i]); !meets(may, p) || meets(need, p) {
			kept = append(kept, pred[i])
		}
	}
	return must, kept
}

// among tells whether a kind is annotated; an empty list means that all are.
func among(kinds []string, kind string) bool { return len(kinds) == 0 || slices.Contains(kinds, kind) }

func (s *scorer) scoreAmounts() {
	var pred []render.Amount
	for _, p := range s.object.Amounts {
		if among(s.gold.AmountKinds, p.Kind) {
			pred = append(pred, p)
		}
	}
	gold, pred := required(s.gold.Amounts, pred, func(a *Amount) bool { return a.Optional }, func(a *Amount) span { return a.span() },
		func(a *render.Amount) span { return in(a.Span) })
	over := func(g, p int) bool { return gold[g].span().over(in(pred[p].Span)) > 0 }
	key := func(g, p int) float64 { return gold[g].span().jaccard(in(pred[p].Span)) }
	value := func(g, p int) bool { return over(g, p) && sameAmount(&gold[g], &pred[p]) }
	for _, m := range []struct {
		name string
		ok   func(g, p int) bool
	}{{"found", over}, {"value", value}} {
		pairs := match(len(gold), len(pred), m.ok, key)
		s.r.add("amounts "+m.name, len(pairs), len(pred)-len(pairs), len(gold)-len(pairs))
		gi, pi := matched(pairs, len(gold), len(pred))
		for i, x := range gold {
			if !gi[i] {
				s.r.note("amounts "+m.name+" missed", s.gold.ID, x.Kind, x.Text, x.span())
			}
		}
		for i, x := range pred {
			if !pi[i] {
				s.r.note("amounts "+m.name+" extra", s.gold.ID, x.Kind, x.Text, in(x.Span))
			}
		}
	}
	for _, p := range match(len(gold), len(pred), value, key) {
		if m := gold[p.gold].Modifier; m != "" {
			s.r.hit("amounts modifier", pred[p.pred].Modifier == m)
		}
	}
}

// sameAmount compares what the gold gives: kind, value, bounds, currency.
func sameAmount(g *Amount, p *render.Amount) bool {
	if g.Kind != "" && p.Kind != g.Kind && !slices.Contains(g.Alt, p.Kind) {
		return false
	}
	for _, x := range [][2]*float64{{g.Value, p.Value}, {g.Min, p.Min}, {g.Max, p.Max}} {
		if x[0] != nil && (x[1] == nil || math.Abs(*x[1]-*x[0]) > 1e-6*math.Max(1, math.Abs(*x[0]))) {
			return false
		}
	}
	return g.Currency == "" || p.Currency == g.Currency
}

func (s *scorer) scoreDates() {
	var all []render.Date
	for _, p := range s.object.Dates {
		if among(s.gold.DateTypes, p.Type) {
			all = append(all, p)
		}
	}
	gold, pred := required(s.gold.Dates, all, func(d *Date) bool { return d.Optional }, func(d *Date) span { return d.span() },
		func(d *render.Date) span { return in(d.Span) })
	for _, name := range []string{"found", "strict", "value"} {
		g, p := gold, pred
		if name == "value" {
			g, p = datesWithValue(gold, pred)
		}
		ok := func(i, j int) bool {
			a, b := g[i].span(), in(p[j].Span)
			switch name {
			case "strict":
				return a == b
			case "value":
				return a.over(b) > 0 && g[i].Value == p[j].Value
			}
			return a.over(b) > 0
		}
		pairs := match(len(g), len(p), ok, func(i, j int) float64 { return g[i].span().jaccard(in(p[j].Span)) })
		s.r.add("dates "+name, len(pairs), len(p)-len(pairs), len(g)-len(pairs))
		gi, pi := matched(pairs, len(g), len(p))
		for i, x := range g {
			if !gi[i] {
				s.r.note("dates "+name+" missed", s.gold.ID, x.Value, x.Text, x.span())
			}
		}
		for i, x := range p {
			if !pi[i] {
				s.r.note("dates "+name+" extra", s.gold.ID, x.Value, x.Text, in(x.Span))
			}
		}
	}
}

// datesWithValue leaves out gold dates without a value, and predictions without a value that meet one of those.
func datesWithValue(gold []Date, pred []render.Date) (g []Date, p []render.Date) {
	for _, x := range gold {
		if x.Value != "" {
			g = append(g, x)
		}
	}
	for _, x := range pred {
		if x.Value != "" || !slices.ContainsFunc(gold, func(y Date) bool { return y.Value == "" && y.span().over(in(x.Span)) > 0 }) {
			p = append(p, x)
		}
	}
	return g, p
}

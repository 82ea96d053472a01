package corpus

import (
	"maps"
	"slices"
	"strings"

	"github.com/breve-nlp/breve/render"
)

func (s *scorer) scoreQuotes() {
	var pred []render.Quote
	for _, p := range s.object.Quotes {
		if among(s.gold.QuoteKinds, p.Kind) {
			pred = append(pred, p)
		}
	}
	gold, pred := required(s.gold.Quotes, pred, func(q *Quote) bool { return q.Optional }, func(q *Quote) span { return q.span() },
		func(q *render.Quote) span { return in(q.Span) })
	key := func(g, p int) float64 { return gold[g].span().jaccard(in(pred[p].Span)) }
	for _, m := range []struct {
		name string
		near float64
	}{{"lenient", .3}, {"strict", .8}} {
		pairs := match(len(gold), len(pred), func(g, p int) bool { return key(g, p) >= m.near }, key)
		s.r.add("quotes "+m.name, len(pairs), len(pred)-len(pairs), len(gold)-len(pairs))
		for _, x := range pairs {
			if want := gold[x.gold].Speaker; want != nil {
				ok, who := s.speaker(*want, &pred[x.pred])
				s.r.hit("quotes speaker ("+m.name+")", ok)
				if !ok {
					s.r.note("quotes speaker ("+m.name+") wrong", s.gold.ID, *want, who+" | "+gold[x.gold].Text, gold[x.gold].span())
				}
			}
		}
		gi, pi := matched(pairs, len(gold), len(pred))
		for i, x := range gold {
			if !gi[i] {
				s.r.note("quotes "+m.name+" missed", s.gold.ID, x.Kind, x.Text, x.span())
			}
		}
		for i, x := range pred {
			if !pi[i] {
				s.r.note("quotes "+m.name+" extra", s.gold.ID, x.Kind, x.Text, in(x.Span))
			}
		}
	}
}

// speaker tells whether a quote's speaker is the wanted one ("" for nobody).
func (s *scorer) speaker(want string, p *render.Quote) (ok bool, who string) {
	if p.Speaker != nil {
		who = s.name(*p.Speaker)
	}
	if who == "" {
		who = p.SpeakerText
	}
	return want == "" && who == "" || near(want, who) || near(want, p.SpeakerText), who
}

func (s *scorer) scoreEvents() {
	var pred []render.Event
	for _, p := range s.object.Events {
		if among(s.gold.EventTypes, p.Type) {
			pred = append(pred, p)
		}
	}
	var gold, may []Event
	for _, x := range s.gold.Events {
		if x.Optional {
			may = append(may, x)
		} else {
			gold = append(gold, x)
		}
	}
	same := func(g *Event, p *render.Event) bool {
		if p.Type != g.Type && !slices.Contains(g.Alt, p.Type) {
			return false
		}
		return g.span().over(in(p.Span)) > 0 || g.span().over(trigger(p)) > 0
	}
	pairs := match(len(gold), len(pred), func(g, p int) bool { return same(&gold[g], &pred[p]) },
		func(g, p int) float64 { return gold[g].span().jaccard(trigger(&pred[p])) })
	gi, pi := matched(pairs, len(gold), len(pred))
	extra := 0
	for i := range pred {
		if !pi[i] && !slices.ContainsFunc(may, func(o Event) bool { return same(&o, &pred[i]) }) {
			extra++
			s.r.note("events extra", s.gold.ID, pred[i].Type, pred[i].Trigger.Text, trigger(&pred[i]))
		}
	}
	s.r.add("events", len(pairs), extra, len(gold)-len(pairs))
	for i, x := range gold {
		if !gi[i] {
			s.r.note("events missed", s.gold.ID, x.Type, x.Text, x.span())
		}
	}
	for _, x := range pairs {
		s.scoreEvent(&gold[x.gold], &pred[x.pred])
	}
}

func trigger(p *render.Event) span {
	if p.Trigger.Span != (render.Span{}) {
		return in(p.Trigger.Span)
	}
	return in(p.Span)
}

func (s *scorer) scoreEvent(g *Event, p *render.Event) {
	for _, role := range slices.Sorted(maps.Keys(g.Roles)) {
		var said []string
		for _, f := range p.Roles[role] {
			said = append(said, f.Text, s.name(f.Entity))
		}
		hit := slices.ContainsFunc(g.Roles[role], func(w string) bool {
			return slices.ContainsFunc(said, func(t string) bool { return near(w, t) })
		})
		if hit {
			s.r.add("event roles", 1, 0, 0)
		} else {
			s.r.add("event roles", 0, 0, 1)
			s.r.note("event roles missed", s.gold.ID, g.Type+"."+role, strings.Join(g.Roles[role], " + ")+" | "+strings.Join(said, " + "), g.span())
		}
	}
	for role := range p.Roles {
		if _, ok := g.Roles[role]; !ok && !g.Open {
			s.r.add("event roles", 0, 1, 0)
		}
	}
	if g.Polarity != "" {
		s.r.hit("event polarity", p.Polarity == g.Polarity)
	}
	if g.Modality != "" {
		s.r.hit("event modality", p.Modality == g.Modality)
		if p.Modality != g.Modality {
			s.r.note("event modality wrong", s.gold.ID, g.Type+" "+g.Modality+" | "+p.Modality, g.Text, g.span())
		}
	}
}

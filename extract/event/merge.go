package event

import (
	"slices"
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// attribute gives the events that stand in somebody's words to that speaker.
func (p *parser) attribute() {
	first := 0
	for i := range p.found {
		h := &p.found[i]
		// quotes and events stand in text order; a quote inside a quote is not far behind
		for first < len(p.d.Quotes) && p.d.Quotes[first].Span.End < h.Trigger.Start && (i == 0 || p.found[i-1].Trigger.Start <= h.Trigger.Start) {
			first++
		}
		for q := max(0, first-4); q < len(p.d.Quotes) && q < first+4; q++ {
			x := &p.d.Quotes[q]
			if !(x.Span.Start <= h.Trigger.Start && h.Trigger.End <= x.Span.End) {
				continue
			}
			if h.Source == doc.None {
				h.Source = x.Speaker
			}
			if x.Kind == "direct" || x.Kind == "mixed" {
				h.quoted = true
				h.Confidence -= 0.15
				if h.Modality == "asserted" {
					h.Modality = "reported"
				}
				continue
			}
			w := p.v.lex.Word(x.Verb)
			m := p.v.lex.Attr(w, p.v.modal, "modality")
			switch {
			case x.Verb == "" || m == "reported":
				if h.Modality == "asserted" {
					h.Modality = "reported"
				}
			case m == "denied":
				h.Modality = "denied"
			case m == "possible":
				h.Modality = weaker(h.Modality, "possible")
			}
		}
	}
}

// lowest is the confidence below which an event is not told.
const lowest = 0.45

// memory is how many events back a mention is compared: no article tells more, and the work stays linear.
const memory = 64

// unite merges the mentions of one happening and returns the events in text order.
func (p *parser) unite() []doc.Event {
	var out []happening
	for i := range p.found {
		h := &p.found[i]
		joined := false
		for j := max(0, len(out)-memory); j < len(out); j++ {
			if p.same(&out[j], h) {
				p.merge(&out[j], h)
				joined = true
				break
			}
		}
		if !joined {
			out = append(out, *h)
		}
	}
	out = p.victimsOf(out)
	// A bare mention that stands before the one that tells is the first word of the same event: "l'incendie".
	for i := 0; i < len(p.weak) && i < memory; i++ {
		w := &p.weak[i]
		told := false
		for j := range out {
			told = told || out[j].Type == w.Type && out[j].Trigger.Start < w.Trigger.Start
		}
		for j := 0; j < len(out) && !told; j++ {
			x := &out[j]
			if x.form == w.form && w.Type == x.Type && w.Trigger.Start < x.Trigger.Start && w.Polarity == x.Polarity {
				x.Trigger, x.Span, x.Sentence = w.Trigger, w.Span, w.Sentence
				p.takeRoles(x, w)
				break
			}
		}
	}
	p.related(out)
	events := make([]doc.Event, 0, len(out))
	for i := range out {
		h := &out[i]
		if h.Confidence < lowest || h.vague > 0 && len(h.Roles) == 0 || supposed(h) {
			continue
		}
		h.Confidence = float64(int(min(h.Confidence, 0.95)*100+0.5)) / 100
		events = append(events, h.Event)
	}
	slices.SortStableFunc(events, func(a, b doc.Event) int { return a.Trigger.Start - b.Trigger.Start })
	return events
}

// supposed tells of deaths and disasters that are only feared, planned or wished: the article tells no happening.
func supposed(h *happening) bool {
	switch h.Type {
	case "death", "accident", "disaster", "attack":
		return h.Modality == "possible" || h.Modality == "planned"
	}
	return false
}

// same tells whether two mentions can be one happening: the same type, and no role that contradicts.
func (p *parser) same(a, b *happening) bool {
	if a.Type != b.Type || b.other {
		return false
	}
	if (a.Polarity != b.Polarity || (a.Modality == "denied") != (b.Modality == "denied")) && !(a.noun || b.noun) {
		return false
	}
	agree, conflict, known := 0, 0, 0
	for i := range a.Roles {
		x := &a.Roles[i]
		found, equal := false, false
		for j := range b.Roles {
			if y := &b.Roles[j]; y.Role == x.Role {
				found = true
				equal = equal || p.equal(x, y)
			}
		}
		if !found {
			continue
		}
		known++
		if equal {
			agree++
		} else if x.Role == "date" && b.back && a.form == b.form && p.sameMonth(a, b) {
			// "un incendie samedi", "l'incendie … en fin de soirée"
		} else if !soft(x.Role) {
			conflict++
		}
	}
	if conflict > 0 {
		return false
	}
	return agree > 0 || a.noun || b.noun || known == 0 && p.alike(a, b)
}

// sameMonth tells whether the dates of two mentions do not lie in different months.
func (p *parser) sameMonth(a, b *happening) bool {
	x, _ := a.Role("date")
	y, _ := b.Role("date")
	if x.Kind != "date" || y.Kind != "date" {
		return true
	}
	v, w := p.d.Dates[x.Index].Value, p.d.Dates[y.Index].Value
	return len(v) < 7 || len(w) < 7 || v[:7] == w[:7]
}

// alike lets mentions without a common role be one where they stand close and one of them says little.
func (p *parser) alike(a, b *happening) bool {
	return (len(a.Roles) <= 1 || len(b.Roles) <= 1) && b.Sentence-a.Sentence <= 3 || a.vague > 0 || b.vague > 0
}

// soft roles may differ in words without telling another event.
func soft(role string) bool {
	switch role {
	case "cause", "reason", "object", "title", "charge", "injured", "dead", "place", "age", "authority", "metric", "amount", "change", "organizer", "count":
		return true
	}
	return false
}

// equal tells whether two fillers can be the same.
func (p *parser) equal(x, y *doc.Filler) bool {
	if x.Kind == "entity" && y.Kind == "entity" {
		return x.Index == y.Index
	}
	if x.Kind == "amount" && y.Kind == "amount" {
		a, b := &p.d.Amounts[x.Index], &p.d.Amounts[y.Index]
		return a.Value == b.Value && a.Currency == b.Currency
	}
	if x.Kind == "date" && y.Kind == "date" {
		a, b := p.d.Dates[x.Index].Value, p.d.Dates[y.Index].Value
		return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
	}
	if x.Kind == "text" && y.Kind == "text" {
		a, b := p.d.Slice(x.Span), p.d.Slice(y.Span)
		return strings.EqualFold(a, b) || strings.Contains(a, b) || strings.Contains(b, a) || strings.Count(b, " ") <= 1 // "le texte" after "le projet de budget"
	}
	return x.Kind == "text" || y.Kind == "text" // a name and a noun may be the same: "Orvane", "le groupe"
}

// merge unites b into a, which stands first.
func (p *parser) merge(a, b *happening) {
	if modalityRank[b.Modality] < modalityRank[a.Modality] && !b.noun && !b.quoted || a.noun && !b.noun && b.Modality != "possible" {
		a.Modality = b.Modality
	}
	if a.noun && !b.noun {
		a.Polarity = b.Polarity
		a.noun = false
	}
	if p.d.Sentences[a.Sentence].Kind == doc.Heading && p.d.Sentences[b.Sentence].Kind != doc.Heading && firm(b) > firm(a) {
		a.Trigger, a.Span, a.Sentence, a.By = b.Trigger, b.Span, b.Sentence, b.By // the sentence tells more than the heading
	}
	p.takeRoles(a, b)
	if a.Source == doc.None && a.Sentence == b.Sentence {
		a.Source = b.Source // who tells another sentence does not vouch for this one
	}
	a.vague = min(a.vague, b.vague)
	a.Confidence = max(a.Confidence, b.Confidence) + 0.05
}

// firm counts the roles that names and figures fill.
func firm(h *happening) (n int) {
	for _, r := range h.Roles {
		if r.Kind == "entity" || r.Kind == "amount" {
			n++
		}
	}
	return n
}

// takeRoles gives a the roles of b that it lacks, and names where it has only words.
func (p *parser) takeRoles(a, b *happening) {
	for i := range b.Roles {
		y := b.Roles[i]
		had := false
		for j := range a.Roles {
			x := &a.Roles[j]
			if x.Role != y.Role {
				continue
			}
			had = true
			if x.Kind == "text" && y.Kind == "entity" {
				*x = y
			}
		}
		if !had {
			a.Roles = append(a.Roles, y)
		}
	}
}

// related fills what one event says of another: who is replaced left the organisation that the departure names.
func (p *parser) related(out []happening) {
	for i := range out {
		s := &out[i]
		if s.Type != "succession" {
			continue
		}
		if _, ok := s.Role("organization"); ok {
			continue
		}
		who, ok := s.Role("predecessor")
		if !ok || who.Kind != "entity" {
			continue
		}
		for j := max(0, i-memory); j < min(len(out), i+memory); j++ {
			d := &out[j]
			x, ok := d.Role("person")
			if d.Type != "departure" || !ok || x.Kind != "entity" || x.Index != who.Index {
				continue
			}
			if o, ok := d.Role("organization"); ok {
				s.Roles = append(s.Roles, o)
				break
			}
		}
	}
}

// victimsOf gives dead people who have no name to the accident, disaster or attack that is told near them: they are no event of their own.
func (p *parser) victimsOf(out []happening) []happening {
	keep := out[:0]
	for i := range out {
		h := out[i]
		who, ok := h.Role("person")
		if h.Type == "death" && ok && who.Kind != "entity" {
			if j := p.calamity(out, keep, i); j != nil && p.sameDay(j, &h) {
				if _, had := j.Role("dead"); !had && h.Polarity == "affirmative" {
					who.Role = "dead"
					j.Roles = append(j.Roles, who)
				}
				continue
			}
		}
		keep = append(keep, h)
	}
	return keep
}

// sameDay tells whether two events do not name different dates.
func (p *parser) sameDay(a, b *happening) bool {
	x, ok := a.Role("date")
	y, has := b.Role("date")
	return !ok || !has || p.equal(&x, &y)
}

// calamity returns the accident, disaster or attack that is told at most two sentences away from the i-th event.
func (p *parser) calamity(out, keep []happening, i int) *happening {
	best := (*happening)(nil)
	near := 7
	for _, list := range [...][]happening{keep[max(0, len(keep)-memory):], out[i+1 : min(len(out), i+1+memory)]} {
		for j := range list {
			switch list[j].Type {
			case "accident", "disaster", "attack":
				if d := max(list[j].Sentence-out[i].Sentence, out[i].Sentence-list[j].Sentence); d < near {
					best, near = &list[j], d
				}
			}
		}
	}
	return best
}

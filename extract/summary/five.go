package summary

import (
	"cmp"
	"slices"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Some limits of the answers: an editor's card, not an index.
const (
	mostActors  = 5
	mostAnswers = 4
)

// five answers the questions of a news story.
func (r *reading) five(sources []int) doc.FiveW {
	d := r.d
	f := doc.FiveW{AccordingTo: sources}
	events := make([]int, 0, len(d.Events))
	for i := range d.Events {
		events = append(events, i)
	}
	slices.SortStableFunc(events, func(a, b int) int { return cmp.Compare(r.rank(b), r.rank(a)) })
	f.What = append(f.What, events[:min(len(events), mostAnswers)]...)
	slices.Sort(f.What)
	add := func(list *[]int, x, most int) {
		if x >= 0 && len(*list) < most && !slices.Contains(*list, x) {
			*list = append(*list, x)
		}
	}
	for _, e := range events[:min(len(events), mostAnswers)] {
		x := &d.Events[e]
		for _, p := range x.Roles {
			switch {
			case p.Kind == "entity" && p.Index >= 0 && p.Index < len(d.Entities):
				if t := d.Entities[p.Index].Type; p.Role == "place" || t == doc.Location && p.Role != "parties" && p.Role != "authority" {
					add(&f.Where, p.Index, mostAnswers)
				} else {
					add(&f.Who, p.Index, mostActors)
				}
			case p.Kind == "date":
				add(&f.When, p.Index, mostAnswers)
			case p.Kind == "amount":
				add(&f.HowMuch, p.Index, mostAnswers)
			case p.Role == "reason" || p.Role == "cause":
				if p.Span.Len() > 0 && len(f.Why) < 3 && !slices.Contains(f.Why, p.Span) {
					f.Why = append(f.Why, p.Span)
				}
			}
		}
	}
	r.fill(&f, add)
	r.reasons(&f)
	for _, q := range [...]struct {
		name string
		none bool
	}{
		{"who", len(f.Who) == 0}, {"what", len(f.What) == 0}, {"when", len(f.When) == 0}, {"where", len(f.Where) == 0}, {"how_much", len(f.HowMuch) == 0},
		{"why", len(f.Why) == 0}, {"how", len(f.How) == 0}, {"according_to", len(f.AccordingTo) == 0},
	} {
		if q.none {
			f.Unanswered = append(f.Unanswered, q.name)
		}
	}
	return f
}

// fill answers from the lead and the most salient names what the events leave open.
func (r *reading) fill(f *doc.FiveW, add func(*[]int, int, int)) {
	d := r.d
	order := make([]int, 0, len(d.Entities))
	for i := range d.Entities {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(d.Entities[b].Salience, d.Entities[a].Salience) })
	for _, e := range order {
		x := &d.Entities[e]
		switch {
		case x.Reporter:
		case x.Type == doc.Person || x.Type == doc.Organization:
			if len(f.Who) < 3 {
				add(&f.Who, e, mostActors)
			}
		case x.Type == doc.Location:
			if len(f.Where) == 0 {
				add(&f.Where, e, mostAnswers)
			}
		}
	}
	if r.leadLine == doc.None {
		return
	}
	for _, i := range []int{r.leadLine, 0, 1, 2} {
		if i >= len(r.lines) || r.lines[i].kind == doc.Aside {
			continue
		}
		l := &r.lines[i]
		for k := l.dates.First; k < l.dates.Last && len(f.When) == 0; k++ {
			if d.Dates[k].First >= l.First && (d.Dates[k].Type == "DATE" || d.Dates[k].Type == "TIME") && len(d.Dates[k].Value) >= 7 && d.Dates[k].Value[0] < 'A' {
				add(&f.When, k, mostAnswers)
			}
		}
	}
	l := &r.lines[r.leadLine]
	for k := l.amounts.First; k < l.amounts.Last; k++ {
		if a := &d.Amounts[k]; a.First >= l.First && (a.Kind == "money" || a.Kind == "percent" || a.Kind == "count" || a.Kind == "share") {
			add(&f.HowMuch, k, mostAnswers)
		}
	}
}

// reasons finds what the lead and the sentences that tell the main events say of why and how.
func (r *reading) reasons(f *doc.FiveW) {
	d, c := r.d, r.c
	var lines []int
	if r.leadLine != doc.None {
		lines = append(lines, r.leadLine)
	}
	for _, e := range f.What {
		if s := d.Events[e].Sentence; s >= 0 && s < len(r.lines) && !slices.Contains(lines, s) {
			lines = append(lines, s)
		}
	}
	for _, i := range lines {
		l := &r.lines[i]
		for k := l.First; k < l.Last; k++ {
			if len(f.Why) < 2 {
				if e, end := r.longest(k, l.Last, c.why); e >= 0 && r.opens(e, c.why, end, l.Last) {
					if s, ok := r.phrase(k, end, l); ok && !slices.ContainsFunc(f.Why, func(o doc.Span) bool { return o.Overlaps(s) }) {
						f.Why = append(f.Why, s)
					}
				}
			}
			if len(f.How) < 2 {
				if e, end := r.longest(k, l.Last, c.how); e >= 0 && r.opens(e, c.how, end, l.Last) {
					if s, ok := r.phrase(k, end, l); ok && !slices.ContainsFunc(f.How, func(o doc.Span) bool { return o.Overlaps(s) }) {
						f.How = append(f.How, s)
					}
				}
			}
		}
	}
}

// opens tells whether what follows a cue is what it asks for.
func (r *reading) opens(entry int32, class lexicon.Class, at, last int) bool {
	if at >= last {
		return false
	}
	switch r.c.lex.Attr(entry, class, "opens") {
	case "infinitive":
		for k := at; k < min(at+3, last); k++ {
			if r.is(k, r.c.infinitive) {
				return true
			}
		}
		return false
	case "gerund":
		return r.is(at, r.c.gerund) && !r.is(at, r.c.noun) && !r.is(at, r.c.adjective)
	}
	return true
}

// phrase returns the words from a cue to the end of its phrase.
func (r *reading) phrase(first, inner int, l *line) (doc.Span, bool) {
	end := inner
	for end < l.Last {
		t := &r.d.Tokens[end]
		if r.c.lex.Attr(t.Word, r.c.clause, "part") == "and" && t.Norm != "et" && t.Norm != "ou" {
			break // "pour piocher dans ses effectifs mais …"
		}
		if t.Norm == "," || t.Norm == ";" || t.Norm == ":" || t.Norm == "." || t.Norm == "(" || t.Shape&doc.Close != 0 {
			break
		}
		end++
	}
	if end-inner < 1 || end-first > 40 {
		return doc.Span{}, false
	}
	s := r.d.Span(doc.Range{First: first, Last: end})
	for i := range r.d.Events { // "nommé pour succéder à": the event itself, no reason
		if t := r.d.Events[i].Trigger; s.Contains(t) && r.d.TokenAt(t.Start) <= inner+1 {
			return doc.Span{}, false
		}
	}
	return s, true
}

// timeline puts the events and the dated sentences in the order of time; what has no date that is known stands in text order at the end.
func (r *reading) timeline() []doc.Moment {
	d := r.d
	type dated struct {
		doc.Moment
		value string
	}
	var out []dated
	seen := map[int]bool{}
	for i := range d.Events {
		m := dated{Moment: doc.Moment{Date: doc.None, Event: i, Span: d.Events[i].Span}}
		if m.Span.Len() == 0 {
			m.Span = d.Events[i].Trigger
		}
		if f, ok := d.Events[i].Role("date"); ok && f.Kind == "date" && f.Index >= 0 && f.Index < len(d.Dates) {
			m.Date, m.value = f.Index, d.Dates[f.Index].Value
			seen[f.Index] = true
		}
		out = append(out, m)
	}
	days := map[string]bool{}
	for i := range d.Dates {
		x := &d.Dates[i]
		if seen[i] || !x.Resolved || x.Type != "DATE" && x.Type != "TIME" || len(x.Value) < 4 || x.Value[0] < '0' || x.Value[0] > '9' || days[x.Value] {
			continue
		}
		s := d.SentenceAt(x.First)
		if s == doc.None || !r.lines[s].usable || len(out) > 60 {
			continue
		}
		days[x.Value] = true
		out = append(out, dated{doc.Moment{Date: i, Event: doc.None, Span: d.Span(r.lines[s].Range)}, x.Value})
	}
	slices.SortStableFunc(out, func(a, b dated) int {
		known := func(s string) bool { return len(s) >= 4 && s[0] >= '0' && s[0] <= '9' }
		switch ka, kb := known(a.value), known(b.value); {
		case ka && kb:
			n := min(len(a.value), len(b.value), 10)
			return cmp.Compare(a.value[:n], b.value[:n])
		case ka:
			return -1
		case kb:
			return 1
		}
		return 0
	})
	moments := make([]doc.Moment, 0, len(out))
	for _, m := range out {
		moments = append(moments, m.Moment)
	}
	return moments
}

package render

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// block is a section of the brève for people, before it is laid out for a medium.
type block struct {
	name  string
	items []item
	foot  string // a line below: what the marks mean
	list  bool   // short items stand in one line
}

// item is one line of a block: what it is about, then what is said of it.
type item struct {
	mark mark
	head string
	tail string
}

// breve names the blocks of a whole brève, in order.
var breve = []string{"key_points", "people", "organizations", "places", "amounts", "dates", "quotes", "events", "sources", "unanswered", "keywords", "warnings"}

// blocks returns the blocks of these names, the whole brève where none is named. Of the whole, empty blocks are left out.
func (o *Object) blocks(names []string) []block {
	whole := len(names) == 0
	if whole {
		names = breve
	}
	var out []block
	for _, n := range names {
		b := o.block(n)
		if len(b.items) == 0 && (whole || nothing[n] == "") {
			continue
		}
		out = append(out, b)
	}
	return out
}

func (o *Object) block(name string) block {
	b := block{name: name}
	add := func(head, tail string) { b.items = append(b.items, item{head: clean(head), tail: clean(tail)}) }
	switch name {
	case "key_points":
		for _, k := range o.KeyPoints {
			add("", k.Text)
		}
	case "extract":
		for _, s := range o.Summary {
			add("", s.Text)
		}
	case "entities", "people", "organizations", "companies", "places":
		for _, e := range o.Of(name) {
			add(e.Name, o.portrait(&e))
		}
		b.list = name == "places"
	case "amounts":
		seen := map[string]bool{}
		for i := range o.Amounts {
			a := &o.Amounts[i]
			if m := measure(a); !seen[strings.ToLower(a.Text)+m] {
				seen[strings.ToLower(a.Text)+m] = true
				add(a.Text, m)
			}
		}
	case "dates":
		seen := map[string]bool{}
		for i := range o.Dates {
			d := &o.Dates[i]
			if !seen[d.Text+d.Value] {
				seen[d.Text+d.Value] = true
				add(d.Text, calendar(d))
			}
		}
	case "quotes":
		for i := range o.Quotes {
			q := &o.Quotes[i]
			who := o.speaker(q)
			if who == "" {
				who = "sans auteur connu"
			}
			text := "«" + narrow + clean(q.Text) + narrow + "»"
			if q.Kind == "indirect" {
				text, who = clean(q.Text), who+" (propos rapportés)"
			}
			add("", text+" — "+who)
		}
	case "events":
		for i := range o.Events {
			b.items = append(b.items, o.happening(&o.Events[i]))
		}
		b.foot = legend(b.items)
	case "sources":
		for _, e := range o.Of(name) {
			add(e.Name, "")
		}
		b.list = true
	case "unanswered":
		for _, q := range o.FiveW.Unanswered {
			add("", label(questionLabels, q))
		}
		b.list = true
	case "keywords":
		for _, k := range o.Keywords {
			add("", k.Text)
		}
		b.list = true
	case "warnings":
		for _, w := range o.Warnings {
			add("", w.Text)
		}
	}
	return b
}

// Of returns the entities of a kind that has a verb: entities, people, organizations, companies, places, sources.
func (o *Object) Of(name string) []Entity {
	out := []Entity{}
	for _, e := range o.Entities {
		fits := false
		switch name {
		case "entities":
			fits = true
		case "people":
			fits = e.Type == "person"
		case "organizations":
			fits = e.Type == "organization"
		case "companies":
			fits = e.Type == "organization" && e.Kind == "company"
		case "places":
			fits = e.Type == "location"
		case "sources":
			fits = e.Source || slices.Contains(o.FiveW.AccordingTo, e.ID)
		}
		if fits {
			out = append(out, e)
		}
	}
	return out
}

// name returns the name of an entity, "" where there is none of that id.
func (o *Object) name(id string) string {
	for i := range o.Entities {
		if o.Entities[i].ID == id {
			return o.Entities[i].Name
		}
	}
	return ""
}

// portrait says in a few words who somebody is: "directrice générale, Écla; ancienne ministre".
func (o *Object) portrait(e *Entity) string {
	var parts []string
	for _, r := range e.Roles {
		if s := o.function(&r); !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 && e.Type != "person" {
		word := label(kindLabels, e.Kind)
		if word == "" && e.Type != "organization" && e.Type != "location" {
			word = label(typeLabels, e.Type)
		}
		if word != "" {
			parts = append(parts, word)
		}
	}
	if p := o.name(e.Parent); p != "" {
		parts = append(parts, "rattaché à "+p)
	}
	return strings.Join(parts, narrow+"; ")
}

func (o *Object) function(r *Role) string {
	s := clean(r.Title)
	org := r.OrganizationText
	if r.Organization != nil {
		org = o.name(*r.Organization)
	}
	if org = clean(org); org != "" && !strings.Contains(s, org) {
		s += ", " + org
	}
	if w := statusLabels[r.Status]; w != "" {
		s += " (" + w + ")"
	}
	return s
}

func (o *Object) speaker(q *Quote) string {
	if q.Speaker != nil {
		if n := o.name(*q.Speaker); n != "" {
			return n
		}
	}
	return clean(q.SpeakerText)
}

// happening tells an event by its type and its roles.
func (o *Object) happening(e *Event) item {
	var parts []string
	for _, role := range slices.SortedFunc(maps.Keys(e.Roles), byRole) {
		var texts []string
		for _, f := range e.Roles[role] {
			t := clean(f.Text)
			if n := o.name(f.Entity); n != "" {
				t = clean(n)
			}
			if !slices.Contains(texts, t) {
				texts = append(texts, t)
			}
		}
		parts = append(parts, label(roleLabels, role)+fixed+": "+strings.Join(texts, ", "))
	}
	tail := strings.Join(parts, narrow+"; ")
	if tail == "" {
		tail = "«" + narrow + clean(e.Trigger.Text) + narrow + "»"
	}
	if s := o.name(e.Source); s != "" {
		tail += " (selon " + clean(s) + ")"
	}
	return item{mark: markOf(e), head: label(eventLabels, e.Type), tail: tail}
}

func byRole(a, b string) int {
	i, j := slices.Index(roleOrder, a), slices.Index(roleOrder, b)
	switch {
	case i < 0 && j < 0:
		return strings.Compare(a, b)
	case i < 0:
		return 1
	case j < 0:
		return -1
	}
	return i - j
}

// legend explains the marks that stand in a block.
func legend(items []item) string {
	var out []string
	for _, m := range []mark{asserted, reported, possible, planned, negated} {
		if slices.ContainsFunc(items, func(i item) bool { return i.mark == m }) {
			out = append(out, m.sign+fixed+m.word)
		}
	}
	return strings.Join(out, " · ")
}

// clean makes one line of a text and takes out what would steer a terminal: control characters, and those that turn the direction of writing.
func clean(s string) string {
	ok := true
	for _, r := range s {
		if unicode.IsControl(r) || steers(r) {
			ok = false
			break
		}
	}
	if ok {
		return s
	}
	var b strings.Builder
	blank := false
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == ' ':
			blank = true
			continue
		case unicode.IsControl(r) || steers(r):
			continue
		}
		if blank && b.Len() > 0 {
			b.WriteByte(' ')
		}
		blank = false
		b.WriteRune(r)
	}
	return b.String()
}

// steers tells whether a character turns the direction of writing.
func steers(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F
}

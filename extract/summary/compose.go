package summary

import (
	"slices"
	"strconv"
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// template is a sentence with places for the roles of an event.
type template struct {
	event, text, trigger string
	least                int
}

// phrasebook is what words/template.tsv holds.
type phrasebook struct {
	templates []template
	modifiers map[string]string
}

func readTemplates(lex *lexicon.Lexicon) phrasebook {
	b := phrasebook{modifiers: map[string]string{}}
	for form, attr := range lex.Entries("template") {
		name, key, _ := strings.Cut(form, " ")
		if name == "modifier" {
			b.modifiers[key] = attr("text")
			continue
		}
		n, err := strconv.Atoi(attr("least"))
		if err != nil {
			n = 3
		}
		b.templates = append(b.templates, template{name, attr("text"), attr("trigger"), n})
	}
	return b
}

// composition is a sentence on its way.
type composition struct {
	r        *reading
	event    int
	roles    []doc.Filler
	source   int
	used     []int // entities that it names
	facts    int
	evidence []doc.Span
}

// compose makes a lead of the main event where that tells at least two facts more than the best sentence of the article.
func (r *reading) compose(best *draft) (doc.Claim, bool) {
	e := r.mainEvent()
	if e == doc.None {
		return doc.Claim{}, false
	}
	x := &r.d.Events[e]
	trigger := lexicon.Fold(r.d.Slice(x.Trigger))
	for _, t := range r.c.phrases.templates {
		if t.event != x.Type || !strings.Contains(trigger, t.trigger) {
			continue
		}
		c := composition{r: r, event: e, roles: slices.Clone(x.Roles), source: x.Source}
		c.evidence = append(c.evidence, r.d.Span(r.lines[x.Sentence].Range))
		c.enrich()
		text, ok := c.expand(t.text)
		if !ok || c.facts < t.least {
			continue
		}
		if c.facts < r.facts(best, &c)+2 {
			continue
		}
		words := len(strings.Fields(text))
		if words < 8 || words > longest+3 {
			continue
		}
		claim := doc.Claim{Text: capital(text), Mode: "composed", Evidence: c.evidence, Events: []int{e}, Score: r.lines[x.Sentence].score}
		r.leadLine = x.Sentence
		r.leadTerms = r.termsOf(text)
		return claim, true
	}
	return doc.Claim{}, false
}

// termsOf returns the terms of a text that the article has.
func (r *reading) termsOf(text string) []int32 {
	var out []int32
	words := r.cut(text)
	for i := range words {
		if words[i].Shape&doc.Elided != 0 || r.silent(words, i) {
			continue
		}
		if n := r.term(&words[i], false); n >= 0 && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// mainEvent returns the event that the article is about, where one surely is, or None.
func (r *reading) mainEvent() int {
	best := doc.None
	for i := range r.d.Events {
		if best == doc.None || r.rank(i) > r.rank(best)+1e-9 {
			best = i
		}
	}
	if best == doc.None {
		return best
	}
	e := &r.d.Events[best]
	if e.Modality != "asserted" || e.Polarity == "negated" || e.Confidence < 0.75 || e.Sentence < 0 || e.Sentence >= len(r.lines) {
		return doc.None
	}
	top := 0.0
	for _, f := range e.Roles {
		if f.Kind == "entity" && f.Index >= 0 && f.Index < len(r.d.Entities) {
			top = max(top, r.d.Entities[f.Index].Salience)
		}
	}
	if top < 0.6 || e.Sentence > 6 {
		return doc.None
	}
	return best
}

// facts counts what the best sentence tells of a composition.
func (r *reading) facts(best *draft, c *composition) int {
	pieces := kept(r.lines[best.line].Range, best.cuts)
	n := 0
	for _, f := range c.roles {
		if f.Role == "agent" {
			continue
		}
		if f.Kind != "entity" || f.Index < 0 || f.Index >= len(r.d.Entities) {
			if r.within(pieces, f.Span) {
				n++
			}
			continue
		}
		for _, m := range r.d.Entities[f.Index].Mentions {
			if r.within(pieces, r.d.Mentions[m].Span) {
				n++
				break
			}
		}
	}
	return n
}

func (r *reading) within(pieces []doc.Range, s doc.Span) bool {
	for _, p := range pieces {
		if p.Len() > 0 && r.d.Span(p).Contains(s) {
			return true
		}
	}
	return false
}

func (c *composition) role(name string) (doc.Filler, bool) {
	for _, f := range c.roles {
		if f.Role == name {
			return f, true
		}
	}
	return doc.Filler{}, false
}

// enrich adds to a recruitment what another sentence on the same person tells: who hires, for how much, according to whom.
func (c *composition) enrich() {
	r := c.r
	if r.d.Events[c.event].Type != "recruitment" {
		return
	}
	who, ok := c.role("person")
	if !ok || who.Kind != "entity" {
		return
	}
	_, hired := c.role("employer")
	former, _ := c.role("former_employer")
	for i := range r.lines {
		l := &r.lines[i]
		if hired || l.kind != doc.Prose || !r.names(l, who.Index) {
			continue
		}
		for m := l.mentions.First; m < l.mentions.Last; m++ {
			x := &r.d.Mentions[m]
			e := int(r.entityOf[m])
			if e < 0 || x.Type != doc.Organization || x.Form == "pronoun" || former.Kind == "entity" && e == former.Index || !r.is(x.Last, r.c.finite) {
				continue
			}
			if x.First > l.First && r.d.Tokens[x.First-1].Norm != "," || r.d.Entities[e].Reporter || r.d.Entities[e].Salience < 0.6 {
				continue
			}
			hired = true
			c.roles = append(c.roles, doc.Filler{Role: "employer", Span: x.Span, Kind: "entity", Index: e})
			c.evidence = append(c.evidence, r.d.Span(l.Range))
			c.money(l)
			for q := range r.d.Quotes {
				if s := &r.d.Quotes[q]; s.Span.Contains(x.Span) && c.source == doc.None {
					c.source = s.Speaker
				}
			}
			break
		}
	}
	c.money(&r.lines[r.d.Events[c.event].Sentence])
}

// names tells whether a line names an entity.
func (r *reading) names(l *line, entity int) bool {
	for m := l.mentions.First; m < l.mentions.Last; m++ {
		if int(r.entityOf[m]) == entity {
			return true
		}
	}
	return false
}

// money adds the first sum of a line as the amount.
func (c *composition) money(l *line) {
	if _, ok := c.role("amount"); ok {
		return
	}
	for a := l.amounts.First; a < l.amounts.Last; a++ {
		if x := &c.r.d.Amounts[a]; x.Kind == "money" && x.Modifier != "between" {
			c.roles = append(c.roles, doc.Filler{Role: "amount", Span: x.Span, Kind: "amount", Index: a})
			return
		}
	}
}

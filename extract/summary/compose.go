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

// expand fills a template; false where a role outside brackets is missing.
func (c *composition) expand(text string) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(text); {
		switch text[i] {
		case '[':
			end := strings.IndexByte(text[i:], ']')
			if end < 0 {
				return "", false
			}
			was := *c
			if s, ok := c.expand(text[i+1 : i+end]); ok {
				b.WriteString(s)
			} else {
				*c = was
			}
			i += end + 1
		case '{':
			end := strings.IndexByte(text[i:], '}')
			if end < 0 {
				return "", false
			}
			s, ok := c.field(text[i+1 : i+end])
			if !ok {
				return "", false
			}
			b.WriteString(s)
			i += end + 1
		default:
			b.WriteByte(text[i])
			i++
		}
	}
	return b.String(), true
}

// field fills one place of a template.
func (c *composition) field(name string) (string, bool) {
	if rest, ok := strings.CutPrefix(name, "agree "); ok {
		return c.agree(rest)
	}
	if rest, ok := strings.CutPrefix(name, "role of "); ok {
		return c.function(rest)
	}
	form := ""
	if f, rest, ok := strings.Cut(name, " "); ok {
		form, name = f, rest
	}
	s, ok := c.filler(name)
	if !ok {
		return "", false
	}
	switch form {
	case "de":
		return c.r.of(s), true
	case "":
		return s, true
	}
	return c.r.to(form, s), true
}

// filler returns the noun phrase of a role.
func (c *composition) filler(name string) (string, bool) {
	r := c.r
	if name == "source" {
		if c.source < 0 || slices.Contains(c.used, c.source) {
			return "", false
		}
		s, proof, ok := r.named(c.source)
		c.prove(proof)
		c.used = append(slices.Clone(c.used), c.source)
		return s, ok
	}
	f, ok := c.role(name)
	if !ok {
		return "", false
	}
	c.facts++
	switch f.Kind {
	case "entity":
		if slices.Contains(c.used, f.Index) {
			return "", false
		}
		s, proof, ok := r.named(f.Index)
		if !ok {
			return "", false
		}
		c.used = append(slices.Clone(c.used), f.Index)
		c.prove(proof)
		return s, true
	case "amount":
		a := &r.d.Amounts[f.Index]
		c.prove(a.Span)
		s := r.d.Slice(a.Span)
		switch m := a.Modifier; m {
		case "", "exact":
			return s, true
		case "between":
			return "", false
		default:
			w, ok := r.c.phrases.modifiers[m]
			return w + " " + s, ok
		}
	}
	s := r.d.Slice(f.Span)
	if s == "" || strings.ContainsAny(s, "\n,;:«»\"()") || len(strings.Fields(s)) > 10 {
		return "", false
	}
	c.prove(f.Span)
	return s, true
}

// prove adds a slice to the evidence unless it stands there.
func (c *composition) prove(s doc.Span) {
	if s.Len() == 0 {
		return
	}
	for _, e := range c.evidence {
		if e.Contains(s) {
			return
		}
	}
	c.evidence = append(slices.Clone(c.evidence), s)
}

// agree returns the ending of a participle that goes with a role.
func (c *composition) agree(name string) (string, bool) {
	f, ok := c.role(name)
	if !ok || f.Kind != "entity" {
		return "", false
	}
	e := &c.r.d.Entities[f.Index]
	switch {
	case e.Gender == "m":
		return "", true
	case e.Gender == "f":
		return "e", true
	case e.Type == doc.Person:
		return "", false
	}
	switch c.r.article(f.Index) {
	case "le ":
		return "", true
	case "la ":
		return "e", true
	}
	return "", false
}

// function returns what a person is, with where: "responsable des modèles de langage chez Apple".
func (c *composition) function(name string) (string, bool) {
	f, ok := c.role(name)
	if !ok || f.Kind != "entity" {
		return "", false
	}
	r := c.r
	former, _ := c.role("former_employer")
	for i := range r.d.Entities[f.Index].Roles {
		x := &r.d.Entities[f.Index].Roles[i]
		left := x.Status == "former" && former.Kind == "entity" && x.Organization == former.Index
		if x.Status != "current" && !left || x.Title == "" || x.Span.Len() == 0 {
			continue
		}
		c.prove(x.Span)
		c.facts++
		title := r.d.Slice(x.Span)
		if x.Organization == doc.None || slices.Contains(c.used, x.Organization) {
			return title, x.OrganizationText == ""
		}
		s, proof, ok := r.named(x.Organization)
		if !ok {
			return "", false
		}
		c.prove(proof)
		c.used = append(slices.Clone(c.used), x.Organization)
		c.facts++
		// The words between the title and the name are the article's own: "chez", "d'", "du".
		for _, m := range r.d.Entities[x.Organization].Mentions {
			if y := &r.d.Mentions[m]; y.Start >= x.Span.End && y.Start-x.Span.End < 12 && !strings.ContainsAny(r.d.Text[x.Span.End:y.Start], ",.;\n") {
				c.prove(y.Span)
				return r.d.Text[x.Span.Start:y.End], true
			}
		}
		return title + " " + r.of(s), true
	}
	return "", false
}

// of puts "de" before a noun phrase.
func (r *reading) of(s string) string {
	apostrophe := "'"
	if strings.Contains(r.d.Text, "’") {
		apostrophe = "’"
	}
	switch {
	case strings.HasPrefix(s, "le "):
		return "du " + s[3:]
	case strings.HasPrefix(s, "les "):
		return "des " + s[4:]
	}
	if startsWithVowel(s) {
		return "d" + apostrophe + s
	}
	return "de " + s
}

// to puts another preposition before a noun phrase: "au", "aux", "à la".
func (r *reading) to(preposition, s string) string {
	if preposition != "\u00e0" {
		return preposition + " " + s
	}
	switch {
	case strings.HasPrefix(s, "le "):
		return "au " + s[3:]
	case strings.HasPrefix(s, "les "):
		return "aux " + s[4:]
	}
	return preposition + " " + s
}

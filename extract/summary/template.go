package summary

import (
	"slices"
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

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

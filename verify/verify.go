// Package verify yields the problems of a contract object: every place where it says what its article does not say.
package verify

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/breve-nlp/breve/render"
)

// A Problem is something in an object that its article does not bear out.
type Problem struct {
	Where string // the place in the object: "key_points[1].evidence[0]"
	What  string
}

func (p Problem) String() string { return p.Where + ": " + p.What }

// Check compares an object with the decoded text of its article. Ordinary tells whether a word (in lower case) is one that begins a sentence
// without being a name: "selon", "près".
func Check(o *render.Object, text string, ordinary func(word string) bool) []Problem {
	c := &checker{text: []rune(text), ordinary: ordinary}
	if o.Schema != "breve/1" {
		c.report("schema", "is %q, not \"breve/1\"", o.Schema)
	}
	if o.Source.Chars != len(c.text) {
		c.report("source.chars", "is %d, the article has %d characters", o.Source.Chars, len(c.text))
	}
	c.slices(o)
	names := nameStarts(o)
	if o.Lead != nil {
		c.claim("lead", o.Lead, names)
	}
	for i := range o.KeyPoints {
		c.claim(fmt.Sprintf("key_points[%d]", i), &o.KeyPoints[i], names)
	}
	c.references(o)
	return c.problems
}

type checker struct {
	text     []rune
	ordinary func(string) bool
	problems []Problem
}

func (c *checker) report(where, format string, args ...any) {
	c.problems = append(c.problems, Problem{where, fmt.Sprintf(format, args...)})
}

// slice checks that a span lies in the text and gives the text beside it.
func (c *checker) slice(s render.Span, text, format string, args ...any) {
	where := fmt.Sprintf(format, args...)
	if s[0] < 0 || s[0] > s[1] || s[1] > len(c.text) {
		c.report(where, "the span %v lies outside the article, which has %d characters", s, len(c.text))
		return
	}
	if got := string(c.text[s[0]:s[1]]); got != text {
		c.report(where, "the article has %s at %v, not %s", quoted(got), s, quoted(text))
	}
}

// slices checks every span that has its text beside it.
func (c *checker) slices(o *render.Object) {
	if t := o.Source.Title; t != nil && t.Span != nil {
		c.slice(*t.Span, t.Text, "source.title")
	}
	for i, x := range o.Summary {
		c.slice(x.Span, x.Text, "summary[%d]", i)
	}
	for i, x := range o.FiveW.Why {
		c.slice(x.Span, x.Text, "five_w.why[%d]", i)
	}
	for i, x := range o.FiveW.How {
		c.slice(x.Span, x.Text, "five_w.how[%d]", i)
	}
	for i, e := range o.Entities {
		for k, m := range e.Mentions {
			c.slice(m.Span, m.Text, "entities[%d].mentions[%d]", i, k)
		}
		for k, r := range e.Roles {
			c.slice(r.Span, r.Text, "entities[%d].roles[%d]", i, k)
		}
	}
	for i, a := range o.Amounts {
		c.slice(a.Span, a.Text, "amounts[%d]", i)
	}
	for i, d := range o.Dates {
		c.slice(d.Span, d.Text, "dates[%d]", i)
	}
	for i, q := range o.Quotes {
		c.slice(q.Span, q.Text, "quotes[%d]", i)
		if q.Cue != nil {
			c.slice(q.Cue.Span, q.Cue.Text, "quotes[%d].cue", i)
		}
	}
	for i, e := range o.Events {
		c.slice(e.Trigger.Span, e.Trigger.Text, "events[%d].trigger", i)
		for role, fillers := range e.Roles {
			for k, f := range fillers {
				c.slice(f.Span, f.Text, "events[%d].roles.%s[%d]", i, role, k)
			}
		}
	}
	for i, m := range o.Timeline {
		c.slice(m.Span, m.Text, "timeline[%d]", i)
	}
	for i, s := range o.Sections {
		c.slice(s.Span, s.Title, "sections[%d]", i)
	}
}

// claim checks that a claim has evidence, and that its figures and names stand in it.
func (c *checker) claim(where string, x *render.Claim, names map[string]bool) {
	if len(x.Evidence) == 0 {
		c.report(where, "the claim %s has no evidence", quoted(x.Text))
		return
	}
	proof := map[string]bool{}
	for k, e := range x.Evidence {
		c.slice(e.Span, e.Text, "%s.evidence[%d]", where, k)
		for _, text := range [2]string{e.Text, strings.Join(strings.Fields(e.Text), " ")} { // "4" and "000" on two lines are "4 000" in a claim
			for _, w := range wordsOf(text) {
				proof[fold(w.text)] = true
			}
		}
	}
	for _, w := range wordsOf(x.Text) {
		key := fold(w.text)
		switch {
		case proof[key]:
		case w.figure:
			c.report(where, "the figure %s is not in the evidence", quoted(w.text))
		case w.capital && !(w.first && c.ordinary(key) && !names[key]):
			c.report(where, "the name %s is not in the evidence", quoted(w.text))
		}
	}
	if x.Mode == "verbatim" && !holds(x) {
		c.report(where, "the claim is called verbatim, but no evidence has its words")
	}
}

// holds tells whether one of a claim's slices has its text.
func holds(x *render.Claim) bool {
	want := strings.Join(strings.Fields(x.Text), " ")
	for _, e := range x.Evidence {
		if strings.Contains(strings.Join(strings.Fields(e.Text), " "), want) {
			return true
		}
	}
	return false
}

// nameStarts are the folded first words of the names in the object: at the start of a claim they are names, not ordinary words ("Orange", "Total").
func nameStarts(o *render.Object) map[string]bool {
	out := map[string]bool{}
	for _, e := range o.Entities {
		if ws := wordsOf(e.Name); len(ws) > 0 {
			out[fold(ws[0].text)] = true
		}
	}
	return out
}

// references checks that every id that is pointed to is there.
func (c *checker) references(o *render.Object) {
	ids := map[string]bool{"": true}
	for _, x := range o.Entities {
		ids[x.ID] = true
	}
	for _, x := range o.Amounts {
		ids[x.ID] = true
	}
	for _, x := range o.Dates {
		ids[x.ID] = true
	}
	for _, x := range o.Quotes {
		ids[x.ID] = true
	}
	for _, x := range o.Events {
		ids[x.ID] = true
	}
	check := func(where string, list ...string) {
		for _, id := range list {
			if !ids[id] {
				c.report(where, "points to %s, which is not there", quoted(id))
			}
		}
	}
	optional := func(where string, id *string) {
		if id != nil {
			check(where, *id)
		}
	}
	f := o.FiveW
	for _, list := range [][]string{f.Who, f.What, f.When, f.Where, f.HowMuch, f.AccordingTo} {
		check("five_w", list...)
	}
	if o.Lead != nil {
		check("lead.events", o.Lead.Events...)
	}
	for i, k := range o.KeyPoints {
		check(fmt.Sprintf("key_points[%d].events", i), k.Events...)
	}
	for i, e := range o.Entities {
		check(fmt.Sprintf("entities[%d].parent", i), e.Parent)
		for k, r := range e.Roles {
			optional(fmt.Sprintf("entities[%d].roles[%d].organization", i, k), r.Organization)
		}
	}
	for i, a := range o.Amounts {
		check(fmt.Sprintf("amounts[%d].part", i), a.Part)
	}
	for i, q := range o.Quotes {
		optional(fmt.Sprintf("quotes[%d].speaker", i), q.Speaker)
	}
	for i, e := range o.Events {
		check(fmt.Sprintf("events[%d].source", i), e.Source)
		for role, fillers := range e.Roles {
			for _, x := range fillers {
				check(fmt.Sprintf("events[%d].roles.%s", i, role), x.Entity, x.Amount, x.Date, x.Quote)
			}
		}
	}
	for i, m := range o.Timeline {
		optional(fmt.Sprintf("timeline[%d].date", i), m.Date)
		optional(fmt.Sprintf("timeline[%d].event", i), m.Event)
	}
}

// word is a run of letters and digits of a claim or its evidence.
type word struct {
	text                   string
	figure, capital, first bool // first: it begins a sentence
}

// wordsOf cuts a text into words; a number with its decimal comma and its spaces is one word: "1 200,5".
func wordsOf(s string) []word {
	var out []word
	r := []rune(s)
	first := true
	for i := 0; i < len(r); {
		if !unicode.IsLetter(r[i]) && !unicode.IsDigit(r[i]) {
			if strings.ContainsRune(".!?:…«“\"", r[i]) {
				first = true
			}
			i++
			continue
		}
		start := i
		digit := unicode.IsDigit(r[i])
		for i < len(r) {
			switch {
			case digit && unicode.IsDigit(r[i]), !digit && (unicode.IsLetter(r[i]) || unicode.Is(unicode.Mn, r[i])):
				i++
				continue
			case digit && inNumber(r, i):
				i++
				continue
			}
			break
		}
		elided := i-start <= 2 && i < len(r) && (r[i] == '\'' || r[i] == '’') // "L'Institut": an article is no name, capital or not
		out = append(out, word{text: string(r[start:i]), figure: digit, capital: unicode.IsUpper(r[start]) && !elided, first: first})
		first = false
	}
	return out
}

// inNumber tells whether what stands at i parts the digits of one number: a decimal comma, or a space before a group of three.
func inNumber(r []rune, i int) bool {
	if i == 0 || i+1 >= len(r) || !unicode.IsDigit(r[i-1]) || !unicode.IsDigit(r[i+1]) {
		return false
	}
	switch r[i] {
	case ',', '.':
		return true
	case ' ', '\u00a0', '\u202f', '\u2009':
		n := 0
		for k := i + 1; k < len(r) && unicode.IsDigit(r[k]); k++ {
			n++
		}
		return n == 3
	}
	return false
}

// fold is the form in which a claim's word and the article's meet: lower case, numbers without the spaces in them.
func fold(w string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, w)
}

// quoted shortens a text for a message.
func quoted(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 60 {
		return fmt.Sprintf("%q…", string(r[:60]))
	}
	return fmt.Sprintf("%q", string(r))
}

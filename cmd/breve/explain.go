package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

func explainVerb(w world) *cli.Command {
	return &cli.Command{
		Name: "explain", Usage: "why something was found: the rule or the line of the lexicon, and the evidence of each name", ArgsUsage: "[FILE|-]",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "at", Usage: "only where `WORD` (one or more words) stands, with what the lexicon knows of it"},
			publishedFlag, titleFlag, lexiconFlag, outputFlag, quietFlag,
		},
		Action: func(c *cli.Context) error { return explain(c, w) },
	}
}

func explain(c *cli.Context, w world) error {
	if c.NArg() > 1 {
		return usage("explain wants one file, not %d", c.NArg())
	}
	r, err := newReader(c)
	if err != nil {
		return err
	}
	name := "-"
	if c.NArg() == 1 {
		name = c.Args().First()
	}
	d, err := single(c, w, r, name)
	if err != nil {
		return err
	}
	e := explainer{d: d, r: r, lex: r.Lexicon()}
	if at := c.String("at"); at != "" {
		if e.only = e.places(at); len(e.only) == 0 {
			return &failure{exitNothing, fmt.Errorf("%s: the words %q do not stand there: write them as the article does", name, at)}
		}
	}
	e.write()
	return put(c, w, e.b.Bytes())
}

// explainer writes down what was read at each place of an article and why.
type explainer struct {
	d    *doc.Document
	r    *extract.Reader
	lex  *lexicon.Lexicon
	only []doc.Range // the tokens that were asked for; nil: all
	b    bytes.Buffer
}

// places returns the tokens at which some words stand, however they are written there.
func (e *explainer) places(words string) []doc.Range {
	var out []doc.Range
	want := token.Forms(e.lex, words)
	for i := 0; len(want) > 0 && i+len(want) <= len(e.d.Tokens); i++ {
		k := 0
		for k < len(want) && e.d.Tokens[i+k].Norm == want[k] {
			k++
		}
		if k == len(want) {
			out = append(out, doc.Range{First: i, Last: i + k})
		}
	}
	return out
}

// wanted tells whether a range touches what was asked for.
func (e *explainer) wanted(r doc.Range) bool {
	return e.only == nil || slices.ContainsFunc(e.only, r.Overlaps)
}

// at returns the tokens of a span.
func (e *explainer) at(s doc.Span) doc.Range {
	return doc.Range{First: e.d.TokenAt(s.Start), Last: e.d.TokenAt(max(s.End-1, s.Start)) + 1}
}

func (e *explainer) say(format string, args ...any) { fmt.Fprintf(&e.b, format+"\n", args...) }

var sentenceKinds = map[doc.SentenceKind]string{doc.Prose: "prose", doc.Heading: "heading", doc.Aside: "aside"}

// write goes through the article sentence by sentence.
func (e *explainer) write() {
	places := e.gather()
	for n, s := range e.d.Sentences {
		if !e.wanted(s.Range) {
			continue
		}
		if e.b.Len() > 0 {
			e.say("")
		}
		e.say("%d %s: %s", n+1, sentenceKinds[s.Kind], strings.Join(strings.Fields(e.d.Words(s.Range)), " "))
		if e.only != nil {
			for i := s.First; i < s.Last; i++ {
				if e.wanted(doc.Range{First: i, Last: i + 1}) {
					e.token(i)
				}
			}
		}
		for _, f := range places[n] {
			f()
		}
	}
}

// gather sorts what was read by the sentence in which it begins.
func (e *explainer) gather() map[int][]func() {
	d := e.d
	out := map[int][]func(){}
	add := func(r doc.Range, f func()) {
		if n := d.SentenceAt(r.First); n != doc.None && e.wanted(r) {
			out[n] = append(out[n], f)
		}
	}
	for _, a := range d.Annotations {
		add(a.Range, func() { e.say("  annotation %s %q by %s", a.Kind, d.Words(a.Range), e.source(&a)) })
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		add(m.Range, func() { e.mention(i) })
	}
	for _, a := range d.Amounts {
		add(a.Range, func() {
			e.say("  amount %s %q%s by %s", a.Kind, d.Slice(a.Span), values(&a), by(a.By))
		})
	}
	for _, x := range d.Dates {
		add(x.Range, func() {
			e.say("  date %s %q = %s by %s", x.Type, d.Slice(x.Span), strings.TrimSpace(x.Value+" "+x.Mod), by(x.By))
		})
	}
	for _, q := range d.Quotes {
		add(e.at(q.Span), func() {
			who := q.SpeakerText
			if q.Speaker != doc.None {
				who = d.Entities[q.Speaker].Name
			}
			e.say("  quote %s %q, speaker %q, verb %q by %s", q.Kind, d.Slice(q.Span), who, q.Verb, by(q.By))
		})
	}
	for _, v := range d.Events {
		add(e.at(v.Span), func() {
			e.say("  event %s %q, %s, %s, confidence %.2f by %s", v.Type, d.Slice(v.Trigger), v.Polarity, v.Modality, v.Confidence, by(v.By))
			for _, f := range v.Roles {
				e.say("    %s = %q (%s)", f.Role, d.Slice(f.Span), f.Kind)
			}
		})
	}
	for _, x := range d.Entities {
		for _, role := range x.Roles {
			add(e.at(role.Span), func() { e.say("  role %q of %s, %s by %s", role.Title, x.Name, role.Status, by(role.By)) })
		}
	}
	return out
}

// mention tells the type of a name and the evidence that was weighed for it.
func (e *explainer) mention(i int) {
	m := &e.d.Mentions[i]
	kind := m.Type
	if m.Kind != "" {
		kind += "/" + m.Kind
	}
	entity := ""
	if n := e.d.EntityOf(i); n != doc.None {
		entity = fmt.Sprintf(", one of %d mentions of %s", len(e.d.Entities[n].Mentions), e.d.Entities[n].Name)
	}
	e.say("  name %s %q, form %s%s", kind, e.d.Slice(m.Span), m.Form, entity)
	evidence := m.Evidence
	if len(evidence) == 0 {
		evidence = e.r.Explain(e.d, i)
	}
	sum := 0.0
	for _, x := range evidence {
		made := ""
		if x.By != "" {
			made = " by " + x.By
		}
		e.say("    %+6.2f %s%s", x.Weight, x.Name, made)
		sum += x.Weight
	}
	if len(evidence) > 0 {
		e.say("    %+6.2f in sum for %s", sum, m.Type)
	}
}

// token tells what the lexicon knows of a token.
func (e *explainer) token(i int) {
	t := &e.d.Tokens[i]
	e.say("  token %q norm %q", e.d.Slice(t.Span), t.Norm)
	for _, r := range e.lex.Readings(t.Word) {
		e.say("    %s", reading(r))
	}
}

// source names what made an annotation: its rule, or the line of the lexicon.
func (e *explainer) source(a *doc.Annotation) string {
	for _, r := range e.lex.Readings(a.Entry) {
		if r.Class == a.Kind {
			return reading(r)
		}
	}
	return "rule " + a.By
}

// reading is a line of the lexicon with the place where it stands.
func reading(r lexicon.Reading) string {
	s := fmt.Sprintf("%s:%d: %s", r.File, r.Line, r.Form)
	if r.Line == 0 {
		s = fmt.Sprintf("%s: %s", r.File, r.Form)
	}
	if r.Attrs != "" {
		s += " " + strings.ReplaceAll(r.Attrs, "\t", " ")
	}
	return s
}

// values tells what an amount is worth.
func values(a *doc.Amount) string {
	var s string
	if a.HasValue {
		s += fmt.Sprintf(" = %v", a.Value)
	}
	if a.HasMin {
		s += fmt.Sprintf(" min %v", a.Min)
	}
	if a.HasMax {
		s += fmt.Sprintf(" max %v", a.Max)
	}
	for _, x := range []string{a.Currency, a.Unit, a.Modifier} {
		if x != "" {
			s += " " + x
		}
	}
	return s
}

func by(rule string) string {
	if rule == "" {
		return "?"
	}
	return rule
}

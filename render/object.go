package render

import (
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
)

// Version is the version of the program and of its output.
const Version = "0.1.0"

// Options say what is written beside the readings.
type Options struct {
	Lexicon  string // version of the lexicon
	WithText bool   // the article's text in the object, also where the input was plain text
	Indent   bool   // one value a line, for people
}

// Contract makes the contract object of a document. This is where bytes become code points.
func Contract(d *doc.Document, o Options) *Object {
	c := converter{d: d, points: newPoints(d.Text)}
	out := &Object{
		Schema:    "breve/1",
		Generator: Generator{"breve", Version, o.Lexicon},
		Source: Source{
			ID: d.Source.ID, Path: d.Source.Path, SHA256: d.Source.SHA256, Chars: c.points.at(len(d.Text)), Encoding: d.Source.Encoding,
			OffsetUnit: "codepoint", Language: d.Source.Language, Title: c.title(), Published: d.Source.Published,
			Author: d.Source.Author, Outlet: d.Source.Outlet,
		},
		KeyPoints: []Claim{}, Summary: []Extract{}, Entities: []Entity{}, Amounts: []Amount{}, Dates: []Date{}, Quotes: []Quote{},
		Events: []Event{}, Timeline: []Moment{}, Keywords: []Keyword{}, Sections: []Section{}, Boilerplate: []Boilerplate{}, Warnings: []Warning{},
	}
	if d.Summary.Lead.Text != "" {
		lead := c.claim(d.Summary.Lead)
		out.Lead = &lead
	}
	for _, k := range d.Summary.KeyPoints {
		out.KeyPoints = append(out.KeyPoints, c.claim(k))
	}
	for _, s := range d.Summary.Sentences {
		out.Summary = append(out.Summary, Extract{d.Slice(s.Span), c.span(s.Span), round(s.Score)})
	}
	f := d.Summary.Five
	out.FiveW = FiveW{
		Who: ids("e", f.Who), What: ids("v", f.What), When: ids("d", f.When), Where: ids("e", f.Where), HowMuch: ids("a", f.HowMuch),
		Why: c.pieces(f.Why), How: c.pieces(f.How), AccordingTo: ids("e", f.AccordingTo), Unanswered: append([]string{}, f.Unanswered...),
	}
	for i := range d.Entities {
		out.Entities = append(out.Entities, c.entity(i))
	}
	for i := range d.Amounts {
		out.Amounts = append(out.Amounts, c.amount(i))
	}
	for i, x := range d.Dates {
		out.Dates = append(out.Dates, Date{id("d", i), d.Slice(x.Span), c.span(x.Span), x.Type, x.Value, x.Mod, x.Resolved})
	}
	for i, q := range d.Quotes {
		out.Quotes = append(out.Quotes, Quote{
			ID: id("q", i), Kind: q.Kind, Text: d.Slice(q.Span), Span: c.span(q.Span), Speaker: ref("e", q.Speaker),
			SpeakerText: q.SpeakerText, Verb: q.Verb, Cue: c.optional(q.Cue),
		})
	}
	for i := range d.Events {
		out.Events = append(out.Events, c.event(i))
	}
	for _, m := range d.Summary.Timeline {
		out.Timeline = append(out.Timeline, Moment{ref("d", m.Date), ref("v", m.Event), d.Slice(m.Span), c.span(m.Span)})
	}
	for _, k := range d.Summary.Keywords {
		out.Keywords = append(out.Keywords, Keyword{k.Text, round(k.Score)})
	}
	for _, s := range d.Sections {
		out.Sections = append(out.Sections, Section{d.Slice(s.Title), c.span(s.Title)})
	}
	for _, b := range d.Boilerplate {
		out.Boilerplate = append(out.Boilerplate, Boilerplate{b.Kind, c.span(b.Span)})
	}
	for _, w := range d.Warnings {
		out.Warnings = append(out.Warnings, Warning{w.Code, w.Text})
	}
	if o.WithText || !d.Source.Plain {
		out.Text = d.Text
	}
	return out
}

type converter struct {
	d      *doc.Document
	points points
}

func (c *converter) span(s doc.Span) Span { return Span{c.points.at(s.Start), c.points.at(s.End)} }

func (c *converter) piece(s doc.Span) Piece { return Piece{c.span(s), c.d.Slice(s)} }

func (c *converter) pieces(ss []doc.Span) []Piece {
	out := make([]Piece, 0, len(ss))
	for _, s := range ss {
		out = append(out, c.piece(s))
	}
	return out
}

func (c *converter) optional(s doc.Span) *Piece {
	if s.Len() == 0 {
		return nil
	}
	p := c.piece(s)
	return &p
}

func (c *converter) title() *Title {
	if c.d.Source.Title == "" {
		return nil
	}
	t := &Title{Text: c.d.Source.Title}
	if c.d.Source.TitleSpan.Len() > 0 {
		s := c.span(c.d.Source.TitleSpan)
		t.Span = &s
	}
	return t
}

func (c *converter) claim(x doc.Claim) Claim {
	return Claim{x.Text, x.Mode, c.pieces(x.Evidence), ids("v", x.Events), round(x.Score)}
}

func (c *converter) entity(i int) Entity {
	e := &c.d.Entities[i]
	out := Entity{
		ID: id("e", i), Type: e.Type, Kind: e.Kind, Name: e.Name, Salience: round(e.Salience), Gender: e.Gender,
		Aliases: append([]string{}, e.Aliases...), Source: e.Reporter, Mentions: []Mention{},
	}
	if e.Parent != doc.None {
		out.Parent = id("e", e.Parent)
	}
	for _, r := range e.Roles {
		out.Roles = append(out.Roles, Role{r.Title, ref("e", r.Organization), r.OrganizationText, r.Status, c.span(r.Span), c.d.Slice(r.Span)})
	}
	for _, m := range e.Mentions {
		x := &c.d.Mentions[m]
		out.Mentions = append(out.Mentions, Mention{c.span(x.Span), c.d.Slice(x.Span), x.Form})
	}
	return out
}

func (c *converter) amount(i int) Amount {
	a := &c.d.Amounts[i]
	out := Amount{
		ID: id("a", i), Kind: a.Kind, Text: c.d.Slice(a.Span), Span: c.span(a.Span), Currency: a.Currency, Unit: a.Unit, Modifier: a.Modifier,
		Per: a.Per, Of: a.Of, Direction: a.Direction, Inferred: a.Inferred, About: a.About,
	}
	if a.HasValue {
		out.Value = &a.Value
	}
	if a.HasMin {
		out.Min = &a.Min
	}
	if a.HasMax {
		out.Max = &a.Max
	}
	if a.Whole != doc.None {
		out.Part = id("a", a.Whole)
	}
	return out
}

func (c *converter) event(i int) Event {
	e := &c.d.Events[i]
	out := Event{
		ID: id("v", i), Type: e.Type, Trigger: c.piece(e.Trigger), Span: c.span(e.Span), Roles: map[string][]Filler{},
		Polarity: e.Polarity, Modality: e.Modality, Confidence: round(e.Confidence), Rule: e.By,
	}
	if e.Source != doc.None {
		out.Source = id("e", e.Source)
	}
	for _, f := range e.Roles {
		x := Filler{Text: c.d.Slice(f.Span), Span: c.span(f.Span)}
		if f.Index != doc.None {
			switch f.Kind {
			case "entity":
				x.Entity = id("e", f.Index)
			case "amount":
				x.Amount = id("a", f.Index)
			case "date":
				x.Date = id("d", f.Index)
			case "quote":
				x.Quote = id("q", f.Index)
			}
		}
		out.Roles[f.Role] = append(out.Roles[f.Role], x)
	}
	return out
}

// id writes an index as the contract does: "e1" is the first entity.
func id(kind string, i int) string { return kind + strconv.Itoa(i+1) }

func ref(kind string, i int) *string {
	if i == doc.None {
		return nil
	}
	s := id(kind, i)
	return &s
}

func ids(kind string, list []int) []string {
	out := make([]string, 0, len(list))
	for _, i := range list {
		out = append(out, id(kind, i))
	}
	return out
}

// round keeps three decimals, so that the last bits of a sum of floats never show.
func round(f float64) float64 { return math.Round(f*1000) / 1000 }

// points turns byte positions into code points: a checkpoint every 64 bytes, and a count from there.
type points struct {
	text  string
	marks []int32 // code points before byte i*64
}

func newPoints(text string) points {
	p := points{text: text}
	n := 0
	for i := 0; i < len(text); i++ {
		if i&63 == 0 {
			p.marks = append(p.marks, int32(n))
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return p
}

func (p points) at(b int) int {
	if len(p.marks) == 0 {
		return 0
	}
	k := min(b>>6, len(p.marks)-1)
	n := int(p.marks[k])
	for i := k << 6; i < b; i++ {
		if utf8.RuneStart(p.text[i]) {
			n++
		}
	}
	return n
}

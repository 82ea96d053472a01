package render

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"github.com/breve-nlp/breve/extract/doc"
)

// JSON returns the contract object of a document, with a line feed at its end: the same bytes for the same document.
func JSON(d *doc.Document, o Options) []byte {
	return append(Contract(d, o).JSON(o.Indent), '\n')
}

// JSON returns the bytes that encoding/json would give for the object, without HTML escaping; it is written by hand because an archive's
// objects are several times as long as its articles.
func (o *Object) JSON(indent bool) []byte {
	return indented(AppendObject(make([]byte, 0, 16<<10), o), indent)
}

// indented lays JSON out, one value a line, where that is asked for.
func indented(b []byte, indent bool) []byte {
	if !indent {
		return b
	}
	var out bytes.Buffer
	if json.Indent(&out, b, "", "  ") != nil {
		return b
	}
	return out.Bytes()
}

// AppendObject writes the contract object behind dst, keys in the order of the types.
func AppendObject(dst []byte, o *Object) []byte {
	w := writer{b: dst}
	w.object(o)
	return w.b
}

func (w *writer) object(o *Object) {
	w.str(`{"schema":`, o.Schema)
	w.str(`,"generator":{"name":`, o.Generator.Name)
	w.str(`,"version":`, o.Generator.Version)
	w.str(`,"lexicon":`, o.Generator.Lexicon)
	w.raw(`},"source":`)
	w.source(&o.Source)
	w.raw(`,"lead":`)
	if o.Lead == nil {
		w.raw("null")
	} else {
		w.claim(*o.Lead)
	}
	array(w, `,"key_points":`, o.KeyPoints, w.claim)
	array(w, `,"summary":`, o.Summary, w.extract)
	w.fiveW(&o.FiveW)
	array(w, `,"entities":`, o.Entities, w.entity)
	array(w, `,"amounts":`, o.Amounts, w.amount)
	array(w, `,"dates":`, o.Dates, w.date)
	array(w, `,"quotes":`, o.Quotes, w.quote)
	array(w, `,"events":`, o.Events, w.event)
	array(w, `,"timeline":`, o.Timeline, w.moment)
	array(w, `,"keywords":`, o.Keywords, func(k Keyword) {
		w.str(`{"text":`, k.Text)
		w.float(`,"score":`, k.Score)
		w.raw("}")
	})
	array(w, `,"sections":`, o.Sections, func(s Section) {
		w.str(`{"title":`, s.Title)
		w.span(`,"span":`, s.Span)
		w.raw("}")
	})
	array(w, `,"boilerplate":`, o.Boilerplate, func(b Boilerplate) {
		w.str(`{"kind":`, b.Kind)
		w.span(`,"span":`, b.Span)
		w.raw("}")
	})
	array(w, `,"warnings":`, o.Warnings, func(x Warning) {
		w.str(`{"code":`, x.Code)
		w.str(`,"text":`, x.Text)
		w.raw("}")
	})
	w.opt(`,"text":`, o.Text)
	w.raw("}")
}

func (w *writer) source(s *Source) {
	w.raw("{")
	w.opt(`"id":`, s.ID)
	if s.ID != "" {
		w.opt(`,"path":`, s.Path)
	} else {
		w.opt(`"path":`, s.Path)
	}
	if s.ID != "" || s.Path != "" {
		w.raw(",")
	}
	w.str(`"sha256":`, s.SHA256)
	w.raw(`,"chars":`)
	w.b = strconv.AppendInt(w.b, int64(s.Chars), 10)
	w.str(`,"encoding":`, s.Encoding)
	w.str(`,"offset_unit":`, s.OffsetUnit)
	w.opt(`,"language":`, s.Language)
	w.raw(`,"title":`)
	if s.Title == nil {
		w.raw("null")
	} else {
		w.str(`{"text":`, s.Title.Text)
		if s.Title.Span == nil {
			w.raw(`,"span":null`)
		} else {
			w.span(`,"span":`, *s.Title.Span)
		}
		w.raw("}")
	}
	w.opt(`,"published":`, s.Published)
	w.opt(`,"author":`, s.Author)
	w.opt(`,"outlet":`, s.Outlet)
	w.raw("}")
}

func (w *writer) piece(p Piece) {
	w.span(`{"span":`, p.Span)
	w.str(`,"text":`, p.Text)
	w.raw("}")
}

func (w *writer) claim(c Claim) {
	w.str(`{"text":`, c.Text)
	w.str(`,"mode":`, c.Mode)
	array(w, `,"evidence":`, c.Evidence, w.piece)
	w.strings(`,"events":`, c.Events)
	w.float(`,"score":`, c.Score)
	w.raw("}")
}

func (w *writer) extract(x Extract) {
	w.str(`{"text":`, x.Text)
	w.span(`,"span":`, x.Span)
	w.float(`,"score":`, x.Score)
	w.raw("}")
}

func (w *writer) fiveW(f *FiveW) {
	w.strings(`,"five_w":{"who":`, f.Who)
	w.strings(`,"what":`, f.What)
	w.strings(`,"when":`, f.When)
	w.strings(`,"where":`, f.Where)
	w.strings(`,"how_much":`, f.HowMuch)
	array(w, `,"why":`, f.Why, w.piece)
	array(w, `,"how":`, f.How, w.piece)
	w.strings(`,"according_to":`, f.AccordingTo)
	w.strings(`,"unanswered":`, f.Unanswered)
	w.raw("}")
}

func (w *writer) entity(e Entity) {
	w.str(`{"id":`, e.ID)
	w.str(`,"type":`, e.Type)
	w.opt(`,"kind":`, e.Kind)
	w.str(`,"name":`, e.Name)
	w.float(`,"salience":`, e.Salience)
	w.opt(`,"gender":`, e.Gender)
	w.strings(`,"aliases":`, e.Aliases)
	if len(e.Roles) > 0 {
		array(w, `,"roles":`, e.Roles, w.role)
	}
	w.opt(`,"parent":`, e.Parent)
	w.flag(`,"source":`, e.Source)
	array(w, `,"mentions":`, e.Mentions, func(m Mention) {
		w.span(`{"span":`, m.Span)
		w.str(`,"text":`, m.Text)
		w.str(`,"form":`, m.Form)
		w.raw("}")
	})
	w.raw("}")
}

func (w *writer) role(r Role) {
	w.str(`{"title":`, r.Title)
	w.ref(`,"organization":`, r.Organization)
	w.opt(`,"organization_text":`, r.OrganizationText)
	w.str(`,"status":`, r.Status)
	w.span(`,"span":`, r.Span)
	w.str(`,"text":`, r.Text)
	w.raw("}")
}

func (w *writer) amount(a Amount) {
	w.str(`{"id":`, a.ID)
	w.str(`,"kind":`, a.Kind)
	w.str(`,"text":`, a.Text)
	w.span(`,"span":`, a.Span)
	if a.Value == nil {
		w.raw(`,"value":null`)
	} else {
		w.float(`,"value":`, *a.Value)
	}
	w.optFloat(`,"min":`, a.Min)
	w.optFloat(`,"max":`, a.Max)
	w.opt(`,"currency":`, a.Currency)
	w.opt(`,"unit":`, a.Unit)
	w.opt(`,"modifier":`, a.Modifier)
	w.opt(`,"per":`, a.Per)
	w.opt(`,"of":`, a.Of)
	w.opt(`,"direction":`, a.Direction)
	w.flag(`,"inferred":`, a.Inferred)
	w.opt(`,"about":`, a.About)
	w.opt(`,"part":`, a.Part)
	w.raw("}")
}

func (w *writer) date(d Date) {
	w.str(`{"id":`, d.ID)
	w.str(`,"text":`, d.Text)
	w.span(`,"span":`, d.Span)
	w.str(`,"type":`, d.Type)
	w.opt(`,"value":`, d.Value)
	w.opt(`,"mod":`, d.Mod)
	w.b = strconv.AppendBool(append(w.b, `,"resolved":`...), d.Resolved)
	w.raw("}")
}

func (w *writer) quote(q Quote) {
	w.str(`{"id":`, q.ID)
	w.str(`,"kind":`, q.Kind)
	w.str(`,"text":`, q.Text)
	w.span(`,"span":`, q.Span)
	w.ref(`,"speaker":`, q.Speaker)
	w.opt(`,"speaker_text":`, q.SpeakerText)
	w.opt(`,"verb":`, q.Verb)
	w.raw(`,"cue":`)
	if q.Cue == nil {
		w.raw("null")
	} else {
		w.piece(*q.Cue)
	}
	w.raw("}")
}

func (w *writer) event(e Event) {
	w.str(`{"id":`, e.ID)
	w.str(`,"type":`, e.Type)
	w.raw(`,"trigger":`)
	w.piece(e.Trigger)
	w.span(`,"span":`, e.Span)
	w.raw(`,"roles":`)
	if e.Roles == nil {
		w.raw("null")
	} else {
		w.raw("{")
		for i, name := range slices.Sorted(maps.Keys(e.Roles)) {
			if i > 0 {
				w.raw(",")
			}
			w.str("", name)
			array(w, ":", e.Roles[name], w.filler)
		}
		w.raw("}")
	}
	w.str(`,"polarity":`, e.Polarity)
	w.str(`,"modality":`, e.Modality)
	w.opt(`,"source":`, e.Source)
	w.float(`,"confidence":`, e.Confidence)
	w.str(`,"rule":`, e.Rule)
	w.raw("}")
}

func (w *writer) filler(f Filler) {
	w.raw("{")
	w.first(`"entity":`, f.Entity)
	w.first(`"amount":`, f.Amount)
	w.first(`"date":`, f.Date)
	w.first(`"quote":`, f.Quote)
	w.str(`"text":`, f.Text)
	w.span(`,"span":`, f.Span)
	w.raw("}")
}

// first writes an optional key that stands before one that is always there.
func (w *writer) first(key, s string) {
	if s != "" {
		w.str(key, s)
		w.raw(",")
	}
}

func (w *writer) moment(m Moment) {
	w.ref(`{"date":`, m.Date)
	w.ref(`,"event":`, m.Event)
	w.str(`,"text":`, m.Text)
	w.span(`,"span":`, m.Span)
	w.raw("}")
}

// Part returns the JSON of one part of the object, by the name of its verb: entities, people, companies, amounts, dates, quotes, events, sources … The
// name of no part gives the whole object.
func (o *Object) Part(name string, indent bool) []byte {
	w := &writer{}
	switch name {
	case "amounts":
		array(w, "", o.Amounts, w.amount)
	case "dates":
		array(w, "", o.Dates, w.date)
	case "quotes":
		array(w, "", o.Quotes, w.quote)
	case "events":
		array(w, "", o.Events, w.event)
	case "entities", "people", "organizations", "companies", "places", "sources":
		array(w, "", o.Of(name), w.entity)
	default:
		w.object(o)
	}
	return indented(w.b, indent)
}

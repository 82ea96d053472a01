package event_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/event"
	"github.com/breve-nlp/breve/extract/sentence"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

// The sentences of testdata/TYPE.txt: "+" tells an event of the type, "-" looks like one and tells none. [words:role:type] marks what plays a role
// (role may be empty) and what it is: per org com inst team media party loc prod work, money count percent points score age number, date dur; without
// a type it is plain text. [words:!:planned+negated] is the trigger with what differs from asserted and affirmative.
type mark struct {
	first, last int // bytes
	role, typ   string
}

func parse(line string) (string, []mark) {
	var b strings.Builder
	var marks []mark
	for line != "" {
		i := strings.IndexByte(line, '[')
		if i < 0 {
			b.WriteString(line)
			break
		}
		b.WriteString(line[:i])
		line = line[i+1:]
		j := strings.IndexByte(line, ']')
		if j < 0 {
			j = len(line)
		}
		f := strings.Split(line[:j], ":")
		for len(f) < 3 {
			f = append(f, "")
		}
		m := mark{first: b.Len(), role: f[1], typ: f[2]}
		b.WriteString(f[0])
		m.last = b.Len()
		marks = append(marks, m)
		if j == len(line) {
			break
		}
		line = line[j+1:]
	}
	return b.String(), marks
}

var entityTypes = map[string][2]string{
	"per": {"person", ""}, "org": {"organization", "other"}, "com": {"organization", "company"}, "inst": {"organization", "institution"}, "team": {"organization", "team"},
	"media": {"organization", "media"}, "party": {"organization", "party"}, "loc": {"location", "city"}, "prod": {"product", ""}, "work": {"work", ""},
}

func build(lex *lexicon.Lexicon, text string, marks []mark) *doc.Document {
	d := &doc.Document{Text: text}
	d.Tokens = token.Cut(d, lex)
	d.Sentences = sentence.Split(d, lex)
	names := map[string]int{}
	for _, m := range marks {
		span := doc.Span{Start: m.first, End: m.last}
		r := doc.Range{First: d.TokenAt(m.first), Last: d.TokenAt(m.last-1) + 1}
		switch t, ok := entityTypes[m.typ]; {
		case m.role == "!":
		case ok:
			form := "name"
			d.Mentions = append(d.Mentions, doc.Mention{Range: r, Span: span, Type: t[0], Kind: t[1], Form: form})
			e, seen := names[text[m.first:m.last]]
			if !seen {
				e = len(d.Entities)
				names[text[m.first:m.last]] = e
				d.Entities = append(d.Entities, doc.Entity{Type: t[0], Kind: t[1], Name: text[m.first:m.last]})
			}
			d.Entities[e].Mentions = append(d.Entities[e].Mentions, len(d.Mentions)-1)
		case m.typ == "date":
			d.Dates = append(d.Dates, doc.Date{Range: r, Span: span, Type: "DATE", Value: text[m.first:m.last]})
		case m.typ == "dur":
			d.Dates = append(d.Dates, doc.Date{Range: r, Span: span, Type: "DURATION", Value: text[m.first:m.last]})
		case m.typ != "":
			v := 0.0
			for _, c := range text[m.first:m.last] {
				v = v*31 + float64(c)
			}
			d.Amounts = append(d.Amounts, doc.Amount{Range: r, Span: span, Kind: m.typ, Value: v, HasValue: true, Whole: doc.None})
		}
	}
	return d
}

func show(d *doc.Document, e *doc.Event) string {
	s := fmt.Sprintf("%s %q %s %s %.2f", e.Type, d.Slice(e.Trigger), e.Polarity, e.Modality, e.Confidence)
	for _, r := range e.Roles {
		s += fmt.Sprintf(" %s=%q", r.Role, d.Slice(r.Span))
	}
	return s
}

// check tells what is wrong with the events of a line, "" where all is right.
func check(v *event.Deriver, lex *lexicon.Lexicon, kind, line string) string {
	text, marks := parse(line[2:])
	d := build(lex, text, marks)
	events := v.Derive(d)
	all := ""
	for i := range events {
		all += "\n      " + show(d, &events[i])
	}
	if line[0] == '-' {
		for i := range events {
			if events[i].Type == kind {
				return "tells an event:" + all
			}
		}
		return ""
	}
	trigger := mark{}
	for _, m := range marks {
		if m.role == "!" {
			trigger = m
		}
	}
	for i := range events {
		e := &events[i]
		if e.Type != kind || !e.Trigger.Overlaps(doc.Span{Start: trigger.first, End: trigger.last}) {
			continue
		}
		wrong := ""
		polarity, modality := "affirmative", "asserted"
		for _, f := range strings.Split(trigger.typ, "+") {
			if f == "negated" {
				polarity = f
			} else if f != "" {
				modality = f
			}
		}
		if e.Polarity != polarity || e.Modality != modality {
			wrong += fmt.Sprintf(" want %s %s;", polarity, modality)
		}
		for _, m := range marks {
			if m.role == "" || m.role == "!" {
				continue
			}
			hit := false
			for _, r := range e.Roles {
				hit = hit || r.Role == m.role && r.Span.Overlaps(doc.Span{Start: m.first, End: m.last})
			}
			if !hit {
				wrong += fmt.Sprintf(" no %s %q;", m.role, text[m.first:m.last])
			}
		}
		for _, r := range e.Roles {
			hit := false
			for _, m := range marks {
				hit = hit || r.Role == m.role && r.Span.Overlaps(doc.Span{Start: m.first, End: m.last})
			}
			if !hit {
				wrong += fmt.Sprintf(" extra %s %q;", r.Role, d.Slice(r.Span))
			}
		}
		if wrong != "" {
			return wrong + all
		}
		return ""
	}
	return "no event" + all
}

func TestEvents(t *testing.T) {
	lex := lexicon.Default()
	v := event.New(lex)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, f := range files {
		kind := strings.TrimSuffix(filepath.Base(f), ".txt")
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		plus, minus := 0, 0
		for n, line := range strings.Split(string(b), "\n") {
			if len(line) < 3 || line[0] != '+' && line[0] != '-' {
				continue
			}
			if line[0] == '+' {
				plus++
			} else {
				minus++
			}
			if wrong := check(v, lex, kind, line); wrong != "" {
				t.Errorf("%s:%d: %s\n   %s", f, n+1, line, wrong)
			}
		}
		if plus < 12 || minus < 6 {
			t.Errorf("%s: %d sentences tell an event and %d look like one; 12 and 6 are asked", f, plus, minus)
		}
	}
}

func TestReasons(t *testing.T) {
	lex := lexicon.Default()
	v := event.New(lex)
	for _, c := range []struct{ text, why, how string }{
		{"Le musée ferme en raison de la canicule.", "en raison de la canicule", ""},
		{"Le groupe vend son siège pour réduire sa dette.", "pour réduire sa dette", ""},
		{"Le train est arrivé pour midi.", "", ""},
		{"Les salariés débrayent afin d'obtenir une prime, selon la direction.", "afin d'obtenir une prime", ""},
		{"Faute de repreneur, l'usine ferme.", "Faute de repreneur", ""},
		{"Elle a réussi grâce à son équipe.", "grâce à son équipe", ""},
		{"Le groupe se redresse en supprimant des postes.", "", "en supprimant des postes"},
		{"Il a conclu en précisant que rien ne changeait.", "", ""},
		{"Il reste parce que le projet lui plaît.", "parce que le projet lui plaît", ""},
		{"Ils habitent en France.", "", ""},
	} {
		d := build(lex, c.text, nil)
		why, how := v.Reasons(d)
		for _, x := range []struct {
			got  []doc.Span
			want string
		}{{why, c.why}, {how, c.how}} {
			got := ""
			for _, s := range x.got {
				got += d.Slice(s)
			}
			if got != x.want {
				t.Errorf("%s: got %q, want %q", c.text, got, x.want)
			}
		}
	}
}

// No text makes the room panic, and all spans lie in the text.
func FuzzDerive(f *testing.F) {
	lex := lexicon.Default()
	v := event.New(lex)
	f.Add("Orvane a racheté, mardi, Nubilia pour 3 millions ; la grève des pilotes aurait coûté cher (2-0).")
	f.Add("qui que dont et , , ) ( été été avoir être ne pas de de de")
	f.Fuzz(func(t *testing.T, text string) {
		d := build(lex, text, nil)
		for _, e := range v.Derive(d) {
			for _, s := range append([]doc.Span{e.Span, e.Trigger}, spans(e.Roles)...) {
				if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
					t.Fatalf("span %v of %q", s, text)
				}
			}
		}
		v.Reasons(d)
	})
}

func spans(roles []doc.Filler) (out []doc.Span) {
	for _, r := range roles {
		out = append(out, r.Span)
	}
	return out
}

func BenchmarkDerive(b *testing.B) {
	lex := lexicon.Default()
	v := event.New(lex)
	files, _ := filepath.Glob("testdata/*.txt")
	var docs []*doc.Document
	n := 0
	for _, f := range files {
		src, _ := os.ReadFile(f)
		for _, line := range strings.Split(string(src), "\n") {
			if len(line) > 2 {
				text, marks := parse(line[2:])
				docs = append(docs, build(lex, text, marks))
				n += len(text)
			}
		}
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		for _, d := range docs {
			v.Derive(d)
		}
	}
}

package render_test

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/render"
)

// standard is what encoding/json makes of an object.
func standard(t *testing.T, o *render.Object, indent bool) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if indent {
		e.SetIndent("", "  ")
	}
	if err := e.Encode(o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func check(t *testing.T, o *render.Object) {
	t.Helper()
	for _, indent := range []bool{false, true} {
		if got, want := string(o.JSON(indent))+"\n", standard(t, o, indent); got != want {
			n := 0
			for n < len(got) && n < len(want) && got[n] == want[n] {
				n++
			}
			t.Fatalf("differs at %d:\n got %.80s\nwant %.80s", n, got[max(0, n-20):], want[max(0, n-20):])
		}
	}
}

var samples = []string{"", "a", "Élysée", "« 12 % »", "a\"b\\c", "l’été\u202f!", "\u2028\u2029\u2027", "\x00\x1f\x7f\t\n\r\b\f", "\xff\xc3", "\xe2\x80", "\xc3\x28", "€", "🎉", "<b>&", "\xed\xa0\x80"}

var floats = []float64{0, 1, -1, 0.5, 1.2e9, 1e20, 1e21, 1.5e22, 1e-7, 5e-6, -3.25, 123456789.125, 1 << 53, math.Copysign(0, -1), math.MaxFloat64, 1e-100}

// fill gives every field of a value something, so that a key that the encoder forgot shows.
func fill(r *rand.Rand, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(samples[r.IntN(len(samples))])
	case reflect.Int:
		v.SetInt(r.Int64N(1e6))
	case reflect.Float64:
		v.SetFloat(floats[r.IntN(len(floats))])
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Pointer:
		if r.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem(), depth+1)
		}
	case reflect.Slice:
		if n := r.IntN(4); n < 3 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				fill(r, v.Index(i), depth+1)
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(r, v.Index(i), depth+1)
		}
	case reflect.Map:
		if r.IntN(4) > 0 {
			v.Set(reflect.MakeMap(v.Type()))
			for range r.IntN(4) {
				k, e := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
				fill(r, k, depth+1)
				fill(r, e, depth+1)
				if k.String() != "\xff\xc3" { // two keys that are no UTF-8 have no order in encoding/json
					v.SetMapIndex(k, e)
				}
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(r, v.Field(i), depth+1)
		}
	}
}

func TestSameBytesAsEncodingJSON(t *testing.T) {
	check(t, &render.Object{})
	for seed := range uint64(2000) {
		var o render.Object
		fill(rand.New(rand.NewPCG(seed, 1)), reflect.ValueOf(&o).Elem(), 0)
		check(t, &o)
	}
}

func TestNoNumberIsNull(t *testing.T) {
	o := render.Object{Keywords: []render.Keyword{{Text: "x", Score: math.NaN()}}}
	if b := o.JSON(false); !bytes.Contains(b, []byte(`"score":null`)) || !json.Valid(b) {
		t.Errorf("%s", b)
	}
}

// article is a document by hand, with one of everything.
func article() *doc.Document {
	text := "Léa Martin, directrice d’Écla, a annoncé mardi 1,2 million d’euros. « C’est un début », a-t-elle dit. <b>Fin</b>"
	at := func(s string) doc.Span {
		i := bytes.Index([]byte(text), []byte(s))
		return doc.Span{Start: i, End: i + len(s)}
	}
	return &doc.Document{
		Text:        text,
		Source:      doc.Source{ID: "7", SHA256: "00", Encoding: "utf-8", Language: "fr", Title: "=Écla lève <des> fonds", Published: "2025-07-08", Plain: true},
		Sections:    []doc.Section{{Title: at("Fin")}},
		Boilerplate: []doc.Boilerplate{{Span: at("<b>"), Kind: "credit"}},
		Amounts:     []doc.Amount{{Span: at("1,2 million d’euros"), Kind: "money", Value: 1.2e6, HasValue: true, Currency: "EUR", Modifier: "exact", Whole: doc.None}},
		Dates:       []doc.Date{{Span: at("mardi"), Type: "DATE", Value: "2025-07-08", Resolved: true}},
		Mentions: []doc.Mention{
			{Span: at("Léa Martin"), Type: doc.Person, Form: "name"}, {Span: at("Écla"), Type: doc.Organization, Kind: "company", Form: "name"},
		},
		Entities: []doc.Entity{
			{Type: doc.Person, Name: "Léa Martin", Gender: "f", Salience: 0.7, Mentions: []int{0}, Parent: doc.None,
				Roles: []doc.Role{{Title: "directrice", Span: at("directrice"), Organization: 1, Status: "current"}}},
			{Type: doc.Organization, Kind: "company", Name: "Écla", Salience: 0.3, Mentions: []int{1}, Parent: doc.None, Reporter: true},
		},
		Quotes: []doc.Quote{{Span: at("C’est un début"), Kind: "direct", Speaker: 0, Verb: "dire", Cue: at("a-t-elle dit")}},
		Events: []doc.Event{{Type: "funding", Trigger: at("annoncé"), Span: at("a annoncé mardi 1,2 million d’euros"), Polarity: "affirmative", Modality: "reported",
			Source: 0, Confidence: 0.8, By: "funding.frame",
			Roles: []doc.Filler{{Role: "company", Span: at("Écla"), Kind: "entity", Index: 1}, {Role: "amount", Span: at("1,2 million d’euros"), Kind: "amount"}}}},
		Summary: doc.Summary{
			Lead:      doc.Claim{Text: "Écla lève 1,2 million d’euros, selon Léa Martin.", Mode: "composed", Evidence: []doc.Span{at("Léa Martin, directrice d’Écla, a annoncé mardi 1,2 million d’euros.")}, Events: []int{0}, Score: 1},
			KeyPoints: []doc.Claim{{Text: "C’est un début", Mode: "verbatim", Evidence: []doc.Span{at("C’est un début")}, Score: 0.5}},
			Sentences: []doc.Extract{{Span: at("Léa Martin, directrice d’Écla, a annoncé mardi 1,2 million d’euros."), Score: 0.9}},
			Five:      doc.FiveW{Who: []int{0}, What: []int{0}, When: []int{0}, HowMuch: []int{0}, AccordingTo: []int{0}, Unanswered: []string{"where", "why"}},
			Timeline:  []doc.Moment{{Date: 0, Event: 0, Span: at("mardi")}},
			Keywords:  []doc.Keyword{{Text: "Écla", Score: 0.4}},
		},
		Warnings: []doc.Warning{{Code: "no_date", Text: "La date n’est pas connue."}},
	}
}

func TestContract(t *testing.T) {
	d := article()
	o := render.Contract(d, render.Options{WithText: true})
	check(t, o)
	validate(t, "the article", o.JSON(false))
	validate(t, "an empty document", render.JSON(&doc.Document{}, render.Options{}))
	runes := []rune(d.Text)
	slice := func(what string, s render.Span, text string) {
		if got := string(runes[s[0]:s[1]]); got != text {
			t.Errorf("%s: span gives %q, text is %q", what, got, text)
		}
	}
	slice("amount", o.Amounts[0].Span, o.Amounts[0].Text)
	slice("quote", o.Quotes[0].Span, o.Quotes[0].Text)
	slice("cue", o.Quotes[0].Cue.Span, o.Quotes[0].Cue.Text)
	slice("evidence", o.Lead.Evidence[0].Span, o.Lead.Evidence[0].Text)
	slice("filler", o.Events[0].Roles["amount"][0].Span, o.Events[0].Roles["amount"][0].Text)
	if o.Source.Chars != len(runes) {
		t.Errorf("chars = %d, want %d", o.Source.Chars, len(runes))
	}
}

func BenchmarkJSON(b *testing.B) {
	d := article()
	b.SetBytes(int64(len(render.JSON(d, render.Options{}))))
	b.ReportAllocs()
	for b.Loop() {
		render.JSON(d, render.Options{})
	}
}

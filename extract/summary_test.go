package extract

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
)

// sound fails where a summary holds what no article can bear: spans outside, claims without evidence, verbatim words that the article has not.
func sound(t *testing.T, d *doc.Document) {
	t.Helper()
	inside := func(s doc.Span) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= len(d.Text) }
	claims := d.Summary.KeyPoints
	if d.Summary.Lead.Text != "" {
		claims = append([]doc.Claim{d.Summary.Lead}, claims...)
	}
	for _, c := range claims {
		if len(c.Evidence) == 0 || c.Text == "" {
			t.Errorf("claim %q has no evidence", c.Text)
		}
		for _, e := range c.Evidence {
			if !inside(e) {
				t.Fatalf("evidence %v of %q is not in a text of %d bytes", e, c.Text, len(d.Text))
			}
		}
		if c.Mode == "verbatim" && d.Slice(c.Evidence[0]) != c.Text {
			t.Errorf("claim %q is called verbatim, the article has %q", c.Text, d.Slice(c.Evidence[0]))
		}
	}
	last := -1
	for _, e := range d.Summary.Sentences {
		if !inside(e.Span) || e.Sentence <= last || e.Sentence >= len(d.Sentences) {
			t.Fatalf("extract %+v out of order or outside", e)
		}
		last = e.Sentence
	}
	for _, m := range d.Summary.Timeline {
		if !inside(m.Span) {
			t.Fatalf("moment %+v outside", m)
		}
	}
	for _, s := range append(slices.Clone(d.Summary.Five.Why), d.Summary.Five.How...) {
		if !inside(s) {
			t.Fatalf("reason %v outside", s)
		}
	}
	if len(d.Summary.Scores) != len(d.Sentences) {
		t.Errorf("%d scores for %d sentences", len(d.Summary.Scores), len(d.Sentences))
	}
	for _, k := range d.Summary.Keywords {
		if k.Text == "" {
			t.Error("an empty keyword")
		}
	}
}

var pieces = []string{
	"Mais il a refusé.", "« Nous partirons », a-t-elle dit.", "Marie Dupont, la maire de Lyon, a annoncé mardi la fermeture du pont.", "(", ")", "«", "\"", ",", "qui", "alors que",
	"Il a été condamné à trois ans de prison, selon l'AFP.", "Orvane a racheté Belmor pour 3 millions d'euros, ce qui inquiète les salariés.", "\n\n", "Lire aussi", "200 g de farine",
	"Selon lui,", "après avoir", "—", ";", "…", "?", "\x00", "\xff", "’", "L'", "Le 8 juillet 2025,", "12 %", "- ",
}

func TestSummaryOfAnything(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	seed := uint32(7)
	for n := 0; n < 400; n++ {
		var b strings.Builder
		for k := 0; k < n%23; k++ {
			seed = seed*1664525 + 1013904223
			b.WriteString(pieces[int(seed>>8)%len(pieces)])
			b.WriteByte(' ')
		}
		sound(t, r.Article([]byte(b.String()), doc.About{}))
	}
}

func FuzzSummary(f *testing.F) {
	r, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(strings.Join(pieces, " "), "Orvane rachète Belmor")
	f.Fuzz(func(t *testing.T, text, title string) {
		if utf8.ValidString(title) {
			sound(t, r.Article([]byte(text), doc.About{Title: title}))
		}
	})
}

// A long article costs no more for each sentence than a short one.
func TestSummaryOfLongArticle(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 20,000 sentences")
	}
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := 0; n < 10000; n++ {
		b.WriteString(pieces[2] + " " + pieces[11] + "\n")
	}
	sound(t, r.Article([]byte(b.String()), doc.About{}))
}

func BenchmarkSummary(b *testing.B) {
	r, err := New()
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(strings.Join([]string{pieces[2], pieces[0], pieces[10], pieces[11], pieces[1]}, " ")+"\n\n", 8)
	d := r.Article([]byte(text), doc.About{Title: "Orvane rachète Belmor"})
	b.Run("choose", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			r.chooser.Choose(d, r.length)
		}
	})
	b.Run("article", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			r.Article([]byte(text), doc.About{Title: "Orvane rachète Belmor"})
		}
	})
}

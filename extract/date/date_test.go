package date

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/sentence"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

// read resolves the dates of a text as the Reader does it.
func read(r *Resolver, text, published string) *doc.Document {
	d := &doc.Document{Text: text}
	d.Source.Published = published
	d.Tokens = token.Cut(d, r.lex)
	d.Sentences = sentence.Split(d, r.lex)
	d.Dates = r.Resolve(d)
	return d
}

// told writes dates as the corpus does: "DATE 2025-07-08 END | DURATION P3Y".
func told(dates []doc.Date) string {
	var out []string
	for _, x := range dates {
		s := x.Type
		for _, f := range []string{x.Value, x.Mod} {
			if f != "" {
				s += " " + f
			}
		}
		if !x.Resolved {
			s += " ?"
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

// TestCorpus reads testdata: "= TYPE VALUE MOD" says what each phrase under it must give, several dates set off by "|"; under "!" stands
// what must give nothing; "@ 2025-07-02" sets the day of publication, "@" alone takes it away; "?" marks a date that stays unresolved.
func TestCorpus(t *testing.T) {
	r := New(lexicon.Default())
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no corpus")
	}
	phrases := 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		want, published := "", ""
		for n, line := range strings.Split(string(b), "\n") {
			switch {
			case line == "" || line[0] == '#':
			case line[0] == '@':
				published = strings.TrimSpace(line[1:])
			case line[0] == '=':
				want = strings.TrimSpace(line[1:])
			case line == "!":
				want = ""
			default:
				phrases++
				d := read(r, line, published)
				if got := told(d.Dates); got != want {
					t.Errorf("%s:%d: %q (%s)\n\tgot  %s\n\twant %s", f, n+1, line, published, got, want)
				}
				for _, x := range d.Dates {
					if x.Span.Start >= x.Span.End || x.Span.End > len(line) || x.Range.First >= x.Range.Last {
						t.Errorf("%s:%d: span %v outside of the text", f, n+1, x.Span)
					}
				}
			}
		}
	}
	if phrases < 500 {
		t.Errorf("the corpus has shrunk to %d phrases", phrases)
	}
}

func TestWarnings(t *testing.T) {
	r := New(lexicon.Default())
	for _, c := range []struct{ text, published, want string }{
		{"Le procès s'ouvrira mardi.", "", "no_date"},
		{"Le procès s'ouvrira mardi.", "2025-07-02", ""},
		{"Le procès s'est ouvert en 2019.", "", ""},
		{"Le procès s'ouvrira mercredi 8 juillet 2025.", "2025-07-02", "inconsistent_weekday"},
		{"Le procès s'ouvrira mardi 8 juillet 2025.", "", ""},
		{"Il tient boutique chaque mardi depuis trois ans.", "", ""},
	} {
		d := read(r, c.text, c.published)
		got := ""
		for _, w := range d.Warnings {
			got += w.Code
		}
		if got != c.want {
			t.Errorf("%q: warnings %q, want %q", c.text, got, c.want)
		}
	}
}

func TestCalendar(t *testing.T) {
	for _, c := range []struct{ y, m, d, weekday, week int }{
		{2000, 1, 1, 6, 52}, {2020, 12, 31, 4, 53}, {2021, 1, 1, 5, 53}, {2025, 7, 2, 3, 27}, {1789, 7, 14, 2, 29}, {2024, 2, 29, 4, 9},
	} {
		n := dayNumber(c.y, c.m, c.d)
		if y, m, d := dayOf(n); y != c.y || m != c.m || d != c.d {
			t.Errorf("%d-%d-%d comes back as %d-%d-%d", c.y, c.m, c.d, y, m, d)
		}
		_, week := isoWeek(n)
		if weekdayOf(n) != c.weekday || week != c.week {
			t.Errorf("%d-%d-%d: weekday %d week %d, want %d %d", c.y, c.m, c.d, weekdayOf(n), week, c.weekday, c.week)
		}
	}
	for n := -800000; n < 1200000; n += 17 {
		y, m, d := dayOf(n)
		if dayNumber(y, m, d) != n {
			t.Fatalf("day %d does not come back", n)
		}
	}
	if y, m, d := dayOf(easter(2025)); y != 2025 || m != 4 || d != 20 {
		t.Errorf("Easter 2025 on %d-%d", m, d)
	}
}

// TestForms looks that every form of the date classes is known to the marks.
func TestForms(t *testing.T) {
	lex := lexicon.Default()
	r := New(lex)
	for _, class := range []string{"month", "weekday", "day-part", "time-unit", "season", "deictic", "holiday", "period", "date-modifier"} {
		if lex.Class(class) == 0 {
			t.Errorf("class %s is not in the table", class)
		}
		for form := range lex.Entries(class) {
			d := &doc.Document{Text: form}
			d.Tokens = token.Cut(d, lex)
			d.Sentences = []doc.Sentence{{Range: doc.Range{First: 0, Last: len(d.Tokens)}}}
			rd := reader{Resolver: r, d: d, s: new(scratch), last: len(d.Tokens)}
			rd.mark()
			if form[0] != '-' && rd.marks[0].kind == kNone {
				t.Errorf("%s: %q has no mark", class, form)
			}
			if m := &rd.marks[0]; form[0] != '-' && len(d.Tokens) > 1 && int(m.wide) < len(d.Tokens) && !m.has(flagShort) {
				t.Errorf("%s: %q is marked over %d of %d tokens", class, form, m.wide, len(d.Tokens))
			}
		}
	}
}

func FuzzResolve(f *testing.F) {
	r := New(lexicon.Default())
	f.Add("mardi 8 juillet 2025 à 14 h 30, il y a dix ans, les 5, 6 et 7 mai, 2h30", "2025-07-02")
	f.Add("la nuit du 3 au 4 mars-avril, XIXe et XXe siècles, fin de l'année, 20 02 14, mi-2024", "")
	f.Fuzz(func(t *testing.T, text, published string) {
		d := read(r, text, published)
		last := 0
		for _, x := range d.Dates {
			if x.Span.Start < last || x.Span.End > len(text) || x.Span.Start >= x.Span.End {
				t.Fatalf("dates overlap or leave the text: %+v", d.Dates)
			}
			last = x.Span.End
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	r := New(lexicon.Default())
	text := strings.Repeat("Le conseil municipal de Valmont a voté mardi soir un budget de douze millions d'euros, en hausse de 3 % sur un an. "+
		"Le maire, qui avait promis en 2020 de ne pas augmenter les impôts, a défendu une décision « difficile mais nécessaire ». "+
		"Les travaux de la nouvelle médiathèque commenceront le 15 septembre et dureront dix-huit mois, a précisé son adjointe. "+
		"L'opposition dénonce une fuite en avant et demande la publication des comptes de la société qui gère la piscine. ", 40)
	d := &doc.Document{Text: text}
	d.Source.Published = "2025-07-02"
	d.Tokens = token.Cut(d, r.lex)
	d.Sentences = sentence.Split(d, r.lex)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Resolve(d)
	}
}

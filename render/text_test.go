package render_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/render"
)

func contains(t *testing.T, got string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("%q is not in:\n%s", w, got)
		}
	}
}

func lacks(t *testing.T, got string, bad ...string) {
	t.Helper()
	for _, w := range bad {
		if strings.Contains(got, w) {
			t.Errorf("%q is in:\n%s", w, got)
		}
	}
}

func TestText(t *testing.T) {
	o := render.Contract(article(), render.Options{})
	got := render.Text(o, render.Page{})
	contains(t, got,
		"=Écla lève <des> fonds\n8 juillet 2025\n", "\nÀ RETENIR\n  • C’est un début\n", "PERSONNES\n  • Léa Martin — directrice, Écla\n", "ORGANISATIONS\n  • Écla — entreprise\n",
		"• 1,2 million d’euros — 1\u202f200\u202f000\u00a0€\n", "• mardi — 8 juillet 2025\n", "«\u202fC’est un début\u202f» — Léa Martin\n",
		"~ levée de fonds — entreprise\u00a0: Écla\u202f; montant\u00a0: 1,2 million d’euros (selon\n    Léa Martin)\n", "    ~\u00a0rapporté\n", "CE QUE L’ARTICLE NE DIT PAS\n  où, pourquoi\n", "À SAVOIR\n")
	lacks(t, got, "\x1b", "LIEUX")
	for _, width := range []int{32, 40, 80, 200} {
		for _, l := range strings.Split(render.Text(o, render.Page{Width: width}), "\n") {
			if n := utf8.RuneCountInString(l); n > width && strings.Contains(strings.TrimSpace(l), " ") {
				t.Errorf("a line of %d columns on a page of %d: %q", n, width, l)
			}
		}
	}
	contains(t, render.Text(o, render.Page{Color: true}), "\x1b[1mPERSONNES\x1b[0m", "\x1b[33m~\x1b[0m \x1b[1mlevée de fonds\x1b[0m — ")
}

func TestOneBlock(t *testing.T) {
	o := render.Contract(article(), render.Options{})
	if got := render.Text(o, render.Page{}, "companies"); got != "ENTREPRISES\n  • Écla — entreprise\n" {
		t.Errorf("%q", got)
	}
	if got := render.Text(render.Contract(&doc.Document{}, render.Options{}), render.Page{}, "quotes"); got != "CITATIONS\n  Aucune citation.\n" {
		t.Errorf("%q", got)
	}
	if got := render.Markdown(o, "people"); got != "## Personnes\n\n- **Léa Martin** — directrice, Écla\n" {
		t.Errorf("%q", got)
	}
}

// What stands in an article can neither steer the terminal nor become markup.
func TestHostileText(t *testing.T) {
	d := article()
	d.Source.Title = "\x1b[2J<script>alert(1)</script> & [x](javascript:1) \u202eabc"
	d.Text = strings.Replace(d.Text, "C’est un début", "C’\x1best <i>débu", 1)
	o := render.Contract(d, render.Options{WithText: true})
	text := render.Text(o, render.Page{})
	lacks(t, text, "\x1b", "\u202e")
	lacks(t, render.Markdown(o), "<script>", "[x](")
	page := render.HTML(o)
	lacks(t, page, "<script", "<i>", "\x1b")
	contains(t, page, "&lt;script&gt;", "&lt;i&gt;", "href=\"#p1\"", "id=\"p1\"", "class=\"p1 person\"", ".p1 { outline")
}

func TestTables(t *testing.T) {
	o := render.Contract(article(), render.Options{})
	for name, columns := range map[string]int{"summary": 9, "entities": 9, "people": 8, "companies": 9, "amounts": 16, "dates": 9, "quotes": 8, "events": 12, "sources": 9} {
		head, rows := render.Table(o, name)
		if len(head) != columns || len(rows) == 0 {
			t.Errorf("%s: %d columns, %d rows", name, len(head), len(rows))
		}
		for _, r := range rows {
			if len(r) != len(head) || r[0] != "7" {
				t.Errorf("%s: %q", name, r)
			}
		}
	}
	got := string(render.CSV([][]string{{"=1+1", "-5", "a,b", "@x", "+33 1"}}))
	if want := "'=1+1,-5,\"a,b\",'@x,'+33 1\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestCalendarAndMeasure(t *testing.T) {
	f := func(v float64) *float64 { return &v }
	o := &render.Object{
		Amounts: []render.Amount{
			{Text: "le quart du capital", Kind: "share", Value: f(0.25)},
			{Text: "4 000 m²", Kind: "measure", Value: f(4000), Unit: "square-meter"},
			{Text: "deux pompiers", Kind: "count", Value: f(2), Unit: "pompiers"},
			{Text: "250 riverains", Kind: "count", Value: f(250), Unit: "riverains", Modifier: "about"},
			{Text: "une centaine de blessés", Kind: "count", Value: f(100), Unit: "blessés", Modifier: "about"},
			{Text: "45 à 160 euros", Kind: "money", Min: f(45), Max: f(160), Currency: "EUR", Modifier: "between"},
			{Text: "des millions", Kind: "number"},
		},
		Dates: []render.Date{
			{Text: "a", Value: "2024-FA"}, {Text: "b", Value: "2024-Q1", Mod: "END"}, {Text: "c", Value: "P3D"}, {Text: "d", Value: "PAST_REF"},
			{Text: "e", Value: "2025-07"}, {Text: "f", Value: "2025-12-01T08:05"}, {Text: "2025", Value: "2025"}, {Text: "g"},
		},
	}
	contains(t, render.Text(o, render.Page{}, "amounts"), "capital — 25\u00a0%\n", "• 4 000 m²\n", "• deux pompiers\n", "• 250 riverains — environ\n", "blessés — environ 100\u00a0blessés\n", "• 45 à 160 euros\n", "• des millions\n")
	contains(t, render.Text(o, render.Page{}, "dates"), "a — automne 2024\n", "b — fin 1er trimestre 2024\n", "• c\n", "• d\n", "e — juillet 2025\n", "f — 1er décembre 2025 à 8\u00a0h\u00a005\n", "• 2025\n", "g — date non située\n")
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 12: "12", 1200: "1\u202f200", 1.2e9: "1\u202f200\u202f000\u202f000", -3.5: "−3,5", 1234567.25: "1\u202f234\u202f567,25"} {
		if got := render.Number(v); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
}

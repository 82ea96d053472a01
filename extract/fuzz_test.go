package extract_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
	"github.com/breve-nlp/breve/render"
	"github.com/breve-nlp/breve/verify"
)

// inspector holds a reading to everything that must be true whatever the bytes.
type inspector struct {
	reader *extract.Reader
	schema *validator.Schema
}

func newInspector(tb testing.TB) *inspector {
	tb.Helper()
	r, err := extract.New()
	if err != nil {
		tb.Fatal(err)
	}
	parsed, err := validator.UnmarshalJSON(bytes.NewReader(render.Schema))
	if err != nil {
		tb.Fatal(err)
	}
	c := validator.NewCompiler()
	if err := c.AddResource("breve.json", parsed); err != nil {
		tb.Fatal(err)
	}
	schema, err := c.Compile("breve.json")
	if err != nil {
		tb.Fatal(err)
	}
	return &inspector{r, schema}
}

// inspect reads an article twice and returns what is wrong with the reading, "" where nothing is.
func (p *inspector) inspect(src []byte, about doc.About) string {
	d := p.reader.Article(src, about)
	if what := unsound(d); what != "" {
		return what
	}
	options := render.Options{Lexicon: p.reader.Lexicon().Version()}
	object := render.Contract(d, options)
	written := object.JSON(false)
	if again := render.Contract(p.reader.Article(src, about), options).JSON(false); !bytes.Equal(written, again) {
		return fmt.Sprintf("two readings differ:\n%s\n%s", written, again)
	}
	instance, err := validator.UnmarshalJSON(bytes.NewReader(written))
	if err != nil {
		return "no JSON: " + err.Error()
	}
	if err := p.schema.Validate(instance); err != nil {
		return err.Error()
	}
	if problems := verify.Check(object, d.Text, p.ordinary); len(problems) > 0 {
		return fmt.Sprint(problems)
	}
	return ""
}

// ordinary tells a word that may begin a sentence with a capital without being a name, as breve verify does.
func (p *inspector) ordinary(word string) bool {
	lex := p.reader.Lexicon()
	w := lex.Word(lexicon.Fold(word))
	return lex.Tags(w) != "" || utf8.RuneCountInString(word) == 1 ||
		slices.ContainsFunc([]string{"elision", "particle", "article", "clitic"}, func(class string) bool { return lex.Is(w, lex.Class(class)) })
}

// prover checks positions and indexes of one document and keeps the first mistake.
type prover struct {
	d     *doc.Document
	wrong string
}

func (p *prover) fail(format string, args ...any) {
	if p.wrong == "" {
		p.wrong = fmt.Sprintf(format, args...)
	}
}

// span checks that a span lies in the text, on borders of runes.
func (p *prover) span(what string, s doc.Span) {
	t := p.d.Text
	border := func(i int) bool { return i == len(t) || utf8.RuneStart(t[i]) }
	if s.Start < 0 || s.Start > s.End || s.End > len(t) {
		p.fail("%s: span %v outside a text of %d bytes", what, s, len(t))
	} else if !border(s.Start) || !border(s.End) {
		p.fail("%s: span %v cuts a rune", what, s)
	}
}

// full is span for what must not be empty.
func (p *prover) full(what string, s doc.Span) {
	p.span(what, s)
	if s.Len() <= 0 {
		p.fail("%s: empty span %v", what, s)
	}
}

func (p *prover) tokens(what string, r doc.Range) {
	if r.First < 0 || r.First >= r.Last || r.Last > len(p.d.Tokens) {
		p.fail("%s: range %v outside %d tokens", what, r, len(p.d.Tokens))
	}
}

// points checks that indexes point to one of n things.
func (p *prover) points(what string, n int, indexes ...int) {
	for _, i := range indexes {
		if i < 0 || i >= n {
			p.fail("%s: points to %d of %d", what, i, n)
		}
	}
}

// may is points where None is allowed.
func (p *prover) may(what string, n, i int) {
	if i != doc.None {
		p.points(what, n, i)
	}
}

// unsound returns the first thing in a document that its text does not bear, "" where there is none.
func unsound(d *doc.Document) string {
	p := &prover{d: d}
	if !utf8.ValidString(d.Text) {
		return "the text is not UTF-8"
	}
	p.span("title", d.Source.TitleSpan)
	for _, s := range d.Sections {
		p.full("section", s.Title)
		p.span("section body", s.Body)
	}
	for _, b := range d.Boilerplate {
		p.full("boilerplate", b.Span)
	}
	p.tiles()
	for _, a := range d.Annotations {
		p.tokens("annotation "+a.Kind, a.Range)
		if a.By == "" {
			p.fail("annotation %s: nobody made it", a.Kind)
		}
		for _, x := range a.Parts {
			p.tokens("part "+x.Name, x.Range)
			if !a.Contains(x.Range) && !a.Overlaps(x.Range) && p.d.SentenceAt(x.First) != p.d.SentenceAt(a.First) {
				p.fail("part %s stands in another sentence than its annotation", x.Name)
			}
		}
	}
	for _, a := range d.Amounts {
		p.tokens("amount", a.Range)
		p.full("amount", a.Span)
		p.may("whole", len(d.Amounts), a.Whole)
	}
	for _, x := range d.Dates {
		p.tokens("date", x.Range)
		p.full("date", x.Span)
	}
	held := make([]int, len(d.Mentions))
	for _, m := range d.Mentions {
		p.tokens("mention", m.Range)
		p.full("mention", m.Span)
	}
	for i, e := range d.Entities {
		p.points("mention of an entity", len(d.Mentions), e.Mentions...)
		for _, m := range e.Mentions {
			held[m]++
		}
		if len(e.Mentions) == 0 || e.Name == "" {
			p.fail("entity %d has no mention or no name", i)
		}
		p.may("parent", len(d.Entities), e.Parent)
		if e.Parent == i {
			p.fail("entity %d is its own parent", i)
		}
		for _, r := range e.Roles {
			p.full("role", r.Span)
			p.may("organization of a role", len(d.Entities), r.Organization)
		}
	}
	for m, n := range held {
		if n > 1 {
			p.fail("mention %d belongs to %d entities", m, n)
		}
	}
	for _, q := range d.Quotes {
		p.full("quote", q.Span)
		p.tokens("quote", q.Range)
		p.span("cue", q.Cue)
		p.span("speaker", q.SpeakerSpan)
		p.may("speaker", len(d.Entities), q.Speaker)
	}
	kinds := map[string]int{"entity": len(d.Entities), "amount": len(d.Amounts), "date": len(d.Dates), "quote": len(d.Quotes), "text": 0}
	for _, e := range d.Events {
		p.full("trigger", e.Trigger)
		p.full("event", e.Span)
		p.points("sentence of an event", len(d.Sentences), e.Sentence)
		p.may("source", len(d.Entities), e.Source)
		for _, f := range e.Roles {
			p.full("role "+f.Role, f.Span)
			n, ok := kinds[f.Kind]
			if !ok {
				p.fail("role %s: kind %q", f.Role, f.Kind)
			}
			p.may("role "+f.Role, n, f.Index)
		}
	}
	p.summary()
	return p.wrong
}

// tiles checks that tokens and sentences stand in order and without overlap, and that every token stands in one sentence.
func (p *prover) tiles() {
	d := p.d
	at := 0
	for i, t := range d.Tokens {
		p.full("token", t.Span)
		if t.Start < at {
			p.fail("token %d %v begins before byte %d", i, t.Span, at)
		}
		at = t.End
	}
	next := 0
	for i, s := range d.Sentences {
		p.tokens("sentence", s.Range)
		if s.First != next {
			p.fail("sentence %d begins at token %d, not %d", i, s.First, next)
		}
		next = s.Last
	}
	if next != len(d.Tokens) {
		p.fail("the sentences end at token %d of %d", next, len(d.Tokens))
	}
}

func (p *prover) summary() {
	d, s := p.d, &p.d.Summary
	claims := s.KeyPoints
	if s.Lead.Text != "" {
		claims = append([]doc.Claim{s.Lead}, claims...)
	}
	for _, c := range claims {
		if len(c.Evidence) == 0 || c.Text == "" {
			p.fail("claim %q has no evidence", c.Text)
		}
		for _, e := range c.Evidence {
			p.full("evidence", e)
		}
		p.points("event of a claim", len(d.Events), c.Events...)
	}
	for _, x := range s.Sentences {
		p.full("extract", x.Span)
		p.points("extract", len(d.Sentences), x.Sentence)
	}
	for _, x := range append(slices.Clone(s.Five.Why), s.Five.How...) {
		p.full("reason", x)
	}
	p.points("who", len(d.Entities), s.Five.Who...)
	p.points("where", len(d.Entities), s.Five.Where...)
	p.points("according to", len(d.Entities), s.Five.AccordingTo...)
	p.points("what", len(d.Events), s.Five.What...)
	p.points("when", len(d.Dates), s.Five.When...)
	p.points("how much", len(d.Amounts), s.Five.HowMuch...)
	for _, m := range s.Timeline {
		p.full("moment", m.Span)
		p.may("date of a moment", len(d.Dates), m.Date)
		p.may("event of a moment", len(d.Events), m.Event)
	}
}

// bad are inputs that are no articles, or articles as nobody should write them.
func bad() map[string]string {
	const news = "Orvane a racheté mardi Belmor pour 3 millions d'euros, a annoncé sa présidente, Léa Martin, à l'AFP. « Nous sommes fiers », a-t-elle dit à Lyon"
	return map[string]string{
		"empty":          "",
		"blank":          " \n\t\u00a0\r\n \u200b\n",
		"binary":         "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00>\x00\x01\x00\x00\x00\x90\xf3\x46\x00\xde\xad\xbe\xef",
		"invalid UTF-8":  "Caf\xc3 \xff\xfe\xfd Léa Martin a quitté \xe2\x82 Orvane.\xf0\x9f",
		"NUL":            "Léa Martin\x00 a quitté\x00 Orvane.",
		"CRLF":           "Titre\r\n\r\nLéa Martin a quitté Orvane.\r\nElle est partie le 3 mars 2021.\r\n\r\nRetour\r\n\r\n« Oui », a-t-elle dit.\r",
		"NFD":            "Le\u0301a Martin a e\u0301te\u0301 nomme\u0301e a\u0300 la te\u0302te de Socie\u0301te\u0301 ge\u0301ne\u0301rale.",
		"soft hyphens":   "L\u00adéa Mar\u00adtin, la prési\u00addente de la Bour\u00adgogne, a dit\u00ad non\u00ad.",
		"right to left":  "\u202bقال الرئيس\u202c Léa Martin שלום a signé « \u202eאבג\u202c » mardi.",
		"emoji":          "👩‍👩‍👧 Léa Martin 🇫🇷 a levé 3 M€ 💶💶 pour Orvane 🚀 !!! 👍🏽",
		"UTF-16":         "\xff\xfeL\x00\xe9\x00a\x00 \x00M\x00a\x00r\x00t\x00i\x00n\x00.\x00",
		"latin 1":        "L\xe9a Martin a \xe9t\xe9 nomm\xe9e \xe0 Orl\xe9ans.",
		"HTML":           "<html><head><title>Orvane rachète Belmor</title></head><body><article><h1>Orvane rachète Belmor</h1><p>" + news + ".</p><p>" + news + ".</p></article></body></html>",
		"open HTML":      "<p><b><i><a href='x'>" + news + "<table><tr><td>&nbsp;&#0;&#x110000;&amp",
		"one word":       "Léa",
		"no stop":        strings.Repeat(news+" et ", 6),
		"questions":      "? ! … ?! ... ; : « » “ ” \" ' ’ – — ( ) [ ] { } / \\ | * _ # @ & + = < > ~ ^ ` ° § %",
		"open quotes":    strings.Repeat("« \" “ ‘ (", 40) + news,
		"closed quotes":  strings.Repeat("» \" ” ’ )", 40) + news,
		"digits":         strings.Repeat("1 200 000,50 % 3-1 14h30 12/12/2012 ", 20),
		"capitals":       strings.Repeat("SOCIÉTÉ GÉNÉRALE DE LÉA MARTIN ", 20),
		"names":          strings.Repeat("Léa Martin, Paul Duval, Orvane SA et la Banque de France ", 20),
		"hyphens":        strings.Repeat("a-t-il-", 60),
		"apostrophes":    strings.Repeat("l'd'qu'", 60),
		"short lines":    strings.Repeat("Léa Martin\n", 60),
		"English":        "The president of the company, John Smith, said on Tuesday that the merger with Belmor would cost 3 million dollars. He left London for Paris.",
		"German":         "Der Vorstandsvorsitzende der Firma, Hans Müller, hat am Dienstag gesagt, dass die Übernahme 3 Millionen Euro kostet.",
		"Chinese":        "奥尔万公司周二宣布以三百万欧元收购贝尔莫尔公司。",
		"two languages":  news + ".\n\nThe president said on Tuesday that the merger would cost 3 million dollars.\n\n" + news + ".",
		"long word":      strings.Repeat("anti", 500),
		"combining":      "e" + strings.Repeat("\u0301", 500) + " Léa",
		"JSON":           `{"id": 1, "text": "Léa Martin a quitté Orvane.", "list": [1, 2, {"a": null}]}`,
		"dates":          "Le 31 février, le 0 mars 0000, mardi 32 mai, à 99h99, en l'an 99999, dans 10 000 000 000 ans, il y a 1e9 jours, le 12/13/2014",
		"amounts":        "999999999999999999999999999999 milliards d'euros, 1e400 dollars, -0 %, 0,0000001 %, 1/0 du capital, entre 5 et 3 millions",
		"news":           news + ". Elle avait quitté Belmor en 2019 après la mort de Paul Duval, selon Le Monde.",
		"byte order":     "\xef\xbb\xbf" + news + ".",
		"split number":   strings.ReplaceAll("Un violent incendie a détruit dans la nuit de dimanche à lundi un entrepôt de 4 000 m² sur le port de Sète. Deux pompiers ont été blessés.", " ", "\n"),
		"every capital":  "Un Séisme A Frappé Les Philippines, A Annoncé L'Institut Américain. Mais \"Les Répliques Ont Causé Des Dommages Par Ricochet\", A-T-Il Précisé Dans Un Communiqué.",
		"only a title":   "Orvane rachète Belmor",
		"only furniture": "Lire aussi : Orvane rachète Belmor\n\nPublié le 8 juillet 2025 à 14h12\n\n(Avec AFP)\n\nAbonnez-vous",
	}
}

// vast are the bad inputs that are large.
func vast() map[string]string {
	const line = "Léa Martin a quitté Orvane pour 3 millions d'euros mardi et "
	return map[string]string{
		"1 MB without a stop": strings.Repeat(line, (1<<20)/len(line)),
		"100,000 brackets":    strings.Repeat("(", 50_000) + strings.Repeat(")", 50_000),
		"100,000 quotes":      strings.Repeat("«\"", 50_000),
		"100,000 lines":       strings.Repeat("a\n", 100_000),
		"1 MB of one word":    strings.Repeat("é", 1<<19),
		"100,000 stops":       strings.Repeat(".", 100_000),
	}
}

func TestBadInput(t *testing.T) {
	p := newInspector(t)
	for name, src := range bad() {
		if what := p.inspect([]byte(src), doc.About{Published: "2025-07-08"}); what != "" {
			t.Errorf("%s: %s", name, what)
		}
		if what := p.inspect([]byte(src), doc.About{Title: "Orvane rachète Belmor\xff"}); what != "" {
			t.Errorf("%s with a title: %s", name, what)
		}
	}
	for name, src := range vast() {
		if what := unsound(p.reader.Article([]byte(src), doc.About{})); what != "" {
			t.Errorf("%s: %s", name, what)
		}
	}
}

func FuzzArticle(f *testing.F) {
	p := newInspector(f)
	for _, src := range bad() {
		f.Add([]byte(src), "", "2025-07-08")
	}
	f.Add([]byte("Elle a quitté Orvane mardi."), "Léa Martin quitte Orvane", "2025-02-30")
	f.Fuzz(func(t *testing.T, src []byte, title, published string) {
		if what := p.inspect(src, doc.About{Title: title, Published: published}); what != "" {
			t.Error(what)
		}
	})
}

package corpus

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// The kinds that a .gold file annotates in full. Statements are quotes there, and bare numbers are nobody's news.
var (
	goldTypes   = []string{"person", "organization", "location", "product", "work", "event"}
	goldAmounts = []string{"money", "percent", "share", "points", "count", "measure", "age", "score"}
	goldQuotes  = []string{"direct", "mixed"}
	goldEvents  = []string{"appointment", "departure", "recruitment", "succession", "acquisition", "merger", "investment", "funding", "earnings",
		"layoff", "insolvency", "closure", "opening", "agreement", "contract", "product_launch", "lawsuit", "conviction", "sanction",
		"investigation", "election", "legislation", "death", "accident", "disaster", "attack", "protest", "strike", "match", "market_move"}
	goldDates      = []string{"DATE", "TIME", "DURATION", "SET"}
	goldStatus     = []string{"current", "former", "incoming", "acting"}
	goldModalities = []string{"asserted", "reported", "possible", "planned", "denied"}
)

// Parse reads a .gold file: a head of "key value" lines, the article behind "-- text --", then one section a layer (README.md). The id is
// the file's name without its ending. All mistakes are told at once, as path:line: what.
func Parse(path, src string) (Article, error) {
	p := parser{path: path}
	p.a.ID = strings.TrimSuffix(filepath.Base(path), ".gold")
	p.a.Types, p.a.AmountKinds, p.a.QuoteKinds, p.a.EventTypes = goldTypes, goldAmounts, goldQuotes, goldEvents
	p.a.Layers = slices.Clone(layers)
	section := "head"
	var text []string
	for n, line := range strings.Split(src, "\n") {
		p.line = n + 1
		if name, ok := strings.CutPrefix(line, "-- "); ok && strings.HasSuffix(name, " --") {
			if section == "text" {
				p.setText(strings.TrimRight(strings.Join(text, "\n"), "\n"))
			}
			section = strings.TrimSuffix(name, " --")
			continue
		}
		if section == "text" {
			text = append(text, line)
			continue
		}
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		p.entry(section, line)
	}
	if section == "text" {
		p.setText(strings.TrimRight(strings.Join(text, "\n"), "\n"))
	}
	if p.a.Text == "" {
		p.fail("no article: a line -- text -- and the article are missing")
	}
	p.spread()
	if len(p.errors) > 0 {
		return p.a, fmt.Errorf("%s", strings.Join(p.errors, "\n"))
	}
	return p.a, nil
}

type parser struct {
	path   string
	line   int
	a      Article
	text   []rune // the article, folded as annotations may write it
	names  []wanted
	sums   []wanted
	days   []wanted
	errors []string
}

// wanted is an annotation whose places are still to be found, when all those of its layer are known.
type wanted struct {
	line   int
	words  string
	entity Entity
	amount Amount
	date   Date
}

func (p *parser) fail(format string, args ...any) {
	p.errors = append(p.errors, fmt.Sprintf("%s:%d: %s", p.path, p.line, fmt.Sprintf(format, args...)))
}

func (p *parser) setText(s string) {
	p.a.Text = s
	p.text = fold(s)
}

// fold makes the runes by which an annotation finds its place: any space is a space, any apostrophe is straight; their number stays.
func fold(s string) []rune {
	out := []rune(s)
	for i, r := range out {
		switch r {
		case '\u00a0', '\u202f', '\u2009', '\n':
			out[i] = ' '
		case '’', 'ʼ':
			out[i] = '\''
		}
	}
	return out
}

func (p *parser) entry(section, line string) {
	word, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	kind, optional := strings.CutSuffix(word, "?")
	kinds := strings.Split(kind, "|")
	switch section {
	case "head":
		switch word {
		case "kind":
			p.a.Kind = rest
		case "published":
			p.a.Published = rest
		case "title":
			p.a.Title = rest
		default:
			p.fail("unknown key %q in the head: kind, published, title", word)
		}
	case "entities":
		p.oneOf("entity type", goldTypes, kinds...)
		p.names = append(p.names, wanted{line: p.line, words: rest, entity: Entity{Type: kinds[0], Alt: kinds[1:], Optional: optional}})
	case "roles":
		p.oneOf("status", goldStatus, kind)
		f := append(strings.Split(rest, " | "), "", "")
		p.a.Roles = append(p.a.Roles, Role{Person: f[0], Title: f[1], Organization: f[2], Status: kind, Optional: optional})
		for _, s := range f[:3] {
			if s != "" {
				p.somewhere(s)
			}
		}
	case "amounts":
		p.oneOf("kind of amount", goldAmounts, kinds...)
		words, value := p.value(rest)
		a := Amount{Kind: kinds[0], Alt: kinds[1:], Optional: optional}
		p.amount(&a, value)
		p.sums = append(p.sums, wanted{line: p.line, words: words, amount: a})
	case "dates":
		p.oneOf("type of date", goldDates, kind)
		words, value := p.value(rest)
		d := Date{Type: kind, Optional: optional}
		d.Value, d.Mod, _ = strings.Cut(value, " ")
		p.days = append(p.days, wanted{line: p.line, words: words, date: d})
	case "quotes":
		p.oneOf("kind of quote", goldQuotes, kind)
		words, who := p.value(rest)
		if who == "-" {
			who = ""
		}
		p.a.Quotes = append(p.a.Quotes, Quote{Place: p.first(words), Kind: kind, Speaker: &who, Optional: optional})
	case "events":
		p.oneOf("event type", goldEvents, kinds...)
		p.event(Event{Type: kinds[0], Alt: kinds[1:], Optional: optional, Open: true}, rest)
	case "sources":
		s := Source{Name: rest, Optional: optional}
		if kind == "anonymous" {
			s.Kind = kind
		} else if kind != "named" {
			p.fail("a source is named or anonymous, not %q", kind)
		}
		p.somewhere(rest)
		p.a.Sources = append(p.a.Sources, s)
	case "boilerplate":
		p.a.Boilerplate = append(p.a.Boilerplate, Boilerplate{Place: p.first(rest), Kind: kind})
	case "headings":
		p.first(line)
		p.a.Headings = append(p.a.Headings, line)
	case "same":
		forms := strings.Split(line, " = ")
		for _, s := range forms {
			p.somewhere(s)
		}
		p.a.Same = append(p.a.Same, forms)
	default:
		p.fail("unknown section %q", section)
	}
}

func (p *parser) oneOf(what string, known []string, values ...string) {
	for _, v := range values {
		if !slices.Contains(known, v) {
			p.fail("unknown %s %q: %s", what, v, strings.Join(known, ", "))
		}
	}
}

// value splits "words = value" at the last " = ".
func (p *parser) value(s string) (words, value string) {
	if i := strings.LastIndex(s, " = "); i >= 0 {
		return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+3:])
	}
	p.fail("no value: words = value")
	return s, ""
}

// amount reads "2500000000 EUR about", "50..75", "35 km", "- EUR" (vague).
func (p *parser) amount(a *Amount, s string) {
	modifiers := []string{"exact", "about", "more_than", "at_least", "less_than", "at_most", "almost", "between"}
	for i, f := range strings.Fields(s) {
		lo, hi, isRange := strings.Cut(f, "..")
		switch {
		case f == "-":
		case i == 0 && isRange:
			a.Min, a.Max, a.Modifier = p.number(lo), p.number(hi), "between"
		case i == 0 && strings.Contains(f, "-") && a.Kind == "score":
		case i == 0:
			a.Value = p.number(f)
		case slices.Contains(modifiers, f):
			a.Modifier = f
		case a.Kind == "money":
			a.Currency = f
		default:
			a.Unit = f
		}
	}
}

func (p *parser) number(s string) *float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		p.fail("%q is no number", s)
	}
	return &v
}

// event reads "modality [negated] trigger = role: words + words; role: words".
func (p *parser) event(e Event, s string) {
	e.Modality, s, _ = strings.Cut(s, " ")
	p.oneOf("modality", goldModalities, e.Modality)
	e.Polarity = "affirmative"
	if rest, ok := strings.CutPrefix(s, "negated "); ok {
		e.Polarity, s = "negated", rest
	}
	words, roles := s, ""
	if i := strings.LastIndex(s, " ="); i >= 0 {
		words, roles = s[:i], strings.TrimSpace(s[i+2:])
	}
	e.Place = p.first(strings.TrimSpace(words))
	e.Roles = map[string]Words{}
	for _, r := range strings.Split(roles, "; ") {
		if r == "" {
			continue
		}
		name, fillers, ok := strings.Cut(r, ": ")
		if !ok || strings.ContainsFunc(name, unicode.IsSpace) {
			p.fail("a role is name: words, not %q", r)
			continue
		}
		e.Roles[name] = strings.Split(fillers, " + ")
		for _, f := range e.Roles[name] {
			p.somewhere(f)
		}
	}
	p.a.Events = append(p.a.Events, e)
}

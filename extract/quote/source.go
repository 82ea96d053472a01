package quote

import (
	"slices"

	"github.com/breve-nlp/breve/extract/doc"
)

// Sources returns the entities that the article has its news from, by index: the media that were spoken to or that report, the bodies that speak, whoever
// stands after "selon". People who speak are actors of the story and no sources. It reads Quotes too.
func (a *Attributor) Sources(d *doc.Document) []int {
	if len(d.Tokens) == 0 || len(d.Entities) == 0 {
		return nil
	}
	r := a.read(d)
	is := make([]bool, len(d.Entities))
	says := make([]bool, len(d.Sentences))
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if q.Cue.Len() > 0 {
			if k := d.SentenceAt(d.TokenAt(q.Cue.Start)); k >= 0 {
				says[k] = true
			}
		}
		if q.Speaker >= 0 && q.Speaker < len(is) && reports(d.Entities[q.Speaker]) {
			is[q.Speaker] = true
		}
	}
	for k := range d.Sentences {
		s := &d.Sentences[k]
		if s.Kind == doc.Aside {
			continue
		}
		r.sourcesIn(s.Range, says[k], is)
	}
	var out []int
	for e := range is {
		if is[e] {
			out = append(out, e)
		}
	}
	slices.Sort(out)
	return out
}

// reports tells whether an entity that speaks is a source: a medium or a body that is no player of the market or the match.
func reports(e doc.Entity) bool {
	if e.Type != doc.Organization {
		return false
	}
	switch e.Kind {
	case "media", "institution", "unit", "school", "other", "":
		return true
	}
	return false
}

// sourcesIn marks the entities of a sentence that the news comes from.
func (r *reader) sourcesIn(x doc.Range, says bool, is []bool) {
	verb := says
	for i := x.First; i < x.Last; i++ {
		m, e := r.mention(i)
		if m < 0 || e < 0 || r.d.Mentions[m].First != i || r.d.Entities[e].Type != doc.Organization || is[e] {
			continue
		}
		medium := r.d.Entities[e].Kind == "media" || r.d.Mentions[m].Kind == "media"
		kind, weak := r.cueBefore(i, x.First)
		if kind == "" && !medium && r.d.Entities[e].Kind != "institution" {
			continue
		}
		if !verb {
			verb = r.anySaying(x)
		}
		switch {
		case kind == "according" && !weak, kind == "cite":
			is[e] = true
		case kind == "medium":
			is[e] = is[e] || medium
		case kind == "place":
			is[e] = is[e] || medium && verb
		case !medium && r.confirms(m, x) && reports(r.d.Entities[e]):
			is[e] = true
		case medium && r.reportsHere(m, x):
			is[e] = true
		}
		if is[e] && medium {
			r.listed(r.d.Mentions[m].Last, x.Last, is)
		}
	}
}

// listed marks the media that go on a list: "sur Europe 1/CNews/Les Échos", "à l'AFP et à Reuters".
func (r *reader) listed(i, last int, is []bool) {
	for n := 0; i < last && n < 4; i, n = i+1, n+1 {
		if m, e := r.mention(i); m >= 0 {
			if e < 0 || r.d.Entities[e].Kind != "media" {
				return
			}
			is[e] = true
			i, n = r.d.Mentions[m].Last-1, 0
			continue
		}
		t := &r.d.Tokens[i]
		p, _ := r.partOf(i)
		if r.mark(i) == "/" || r.mark(i) == "," || p == "and" || p == "to" || p == "object" || r.is(i, r.determiner) || t.Is(doc.Elided) {
			continue
		}
		return
	}
}

// cueBefore returns the kind of the cue of a source before a mention: right before it, or with an article and a noun between: "au magazine Point de vue".
func (r *reader) cueBefore(i, first int) (kind string, weak bool) {
	of := false
	for k := i - 1; k >= first && k >= i-6; k-- {
		if r.d.Tokens[k].Is(doc.Punct) && r.mark(k) != `"` && r.mark(k) != "«" {
			return "", false
		}
		for b := max(first, k-4); b <= k; b++ {
			if e, found, last := r.cueKind(b); e >= 0 && last == k+1 {
				kind = found
				if kind == "anonymous" || kind == "hearsay" {
					continue
				}
				if of && (kind == "according" || kind == "cite") {
					return "", false // selon le locataire de Bercy
				}
				return kind, r.lex.Attr(e, r.cue, "weak") != ""
			}
		}
		if r.is(k, r.finite) && !r.is(k, r.noun) && !r.is(k, r.adjective) {
			return "", false
		}
		p, _ := r.partOf(k)
		if !(r.determines(k) || p == "of" || r.nominal(k)) || r.is(k, r.role) && r.is(k, r.noun) && !of {
			return "", false
		}
		of = of || p == "of"
	}
	return "", false
}

// confirms tells whether a body says yes or no and nothing more: "le parquet de Rennes confirme ;".
func (r *reader) confirms(m int, x doc.Range) bool {
	i := r.d.Mentions[m].Last
	for k := i; k < min(x.Last-1, i+4); k++ {
		if e, last := r.form(k, r.verb); e >= 0 && last < x.Last && r.d.Tokens[last].Is(doc.Punct) && r.mark(last) != ":" {
			c, ok := r.group(k, i)
			return ok && c.form == finite && c.First == i
		}
	}
	return false
}

// anySaying tells whether a verb or a noun of saying, or a quotation mark, stands in a sentence.
func (r *reader) anySaying(x doc.Range) bool {
	for i := x.First; i < x.Last; i++ {
		if e, _ := r.form(i, r.verb); e >= 0 {
			if c, ok := r.group(i, x.First); ok && c.form != noForm {
				return true
			}
			if r.is(i, r.participle) && r.lex.Attr(e, r.verb, "direct") != "" {
				return true
			}
		}
		if e, _ := r.form(i, r.saying); e >= 0 {
			return true
		}
		if f, _ := r.family(i, false); f != noMark {
			return true
		}
	}
	return false
}

// reportsHere tells whether a medium is the subject of a verb of saying: "Capital rappelle que", "comme le dévoile Capital", "a appris Le Monde".
func (r *reader) reportsHere(m int, x doc.Range) bool {
	y := &r.d.Mentions[m]
	for i := max(x.First, y.First-8); i < y.First; i++ {
		if c, ok := r.group(i, x.First); ok && c.form == finite {
			if who, found := r.rightSubject(c.Last, x.Last); found && who.Overlaps(y.Range) {
				return true
			}
		}
		if _, kind, last := r.cueKind(i); kind == "learn" && y.First-last <= 2 {
			return true
		}
	}
	for i := y.Last; i < min(x.Last, y.Last+6); i++ {
		if p, _ := r.partOf(i); p == "that" || p == "and" || r.d.Tokens[i].Is(doc.Punct) {
			break
		}
		if e, _ := r.form(i, r.verb); e >= 0 {
			if c, ok := r.group(i, y.Last); ok && c.form == finite && !c.inverted {
				switch r.lex.Attr(e, r.verb, "kind") {
				case "say", "report", "show", "ask":
					return r.lex.Attr(e, r.verb, "que") != "" || c.that >= 0
				}
			}
		}
		if _, kind, _ := r.cueKind(i); kind == "learn" {
			return true
		}
	}
	return false
}

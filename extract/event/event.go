// Package event yields the events of an article: what happened, to whom, where and when, whether the article says that it did, denies or supposes
// it, and according to whom. The frames, in lexicon/words/event-verb.tsv and event-noun.tsv, say which words tell an event and which complement
// plays which role; this room knows the syntax.
package event

import (
	"strings"
	"sync"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Deriver derives events. It is safe for any number of goroutines.
type Deriver struct {
	lex *lexicon.Lexicon
	classes
	kinds      kindSet
	is         named
	nounKindOf map[string]kinds
	verbs      frames
	nouns      frames
	states     frames
	pronoun    kinds
	actors     kinds             // what a pronoun can stand for
	things     kinds             // nouns that carry their own complement
	places     kinds             // nouns that are a place without a name
	wordA      int32             // "à"
	wordHas    int32             // "a"
	firsts     map[string]bool   // first words of the forms of several words
	likes      map[int32][]int32 // "leur" may stand for "son" or "sa" in a form
	bitOf      [256]uint32       // bits of the classes that longest is asked for
	pool       sync.Pool
}

// New reads the frames of a lexicon.
func New(lex *lexicon.Lexicon) *Deriver {
	v := &Deriver{lex: lex, classes: findClasses(lex), kinds: kindSet{}, nounKindOf: map[string]kinds{}}
	for _, n := range kindNames {
		v.kinds.bit(n)
	}
	for _, n := range [...]string{"happening", "resolved", "metric", "loss", "forecast"} {
		v.kinds.bit(n)
	}
	v.is = v.kinds.named()
	v.verbs = readFrames(lex, "event-verb", v.kinds)
	v.nouns = readFrames(lex, "event-noun", v.kinds)
	v.states = readFrames(lex, "event-adj", v.kinds)
	for form, attr := range lex.Entries("noun-kind") {
		if _, ok := v.nounKindOf[form]; !ok {
			v.nounKindOf[form] = v.kinds.all(attr("kind"))
		}
	}
	v.wordA, v.wordHas = v.withoutAccent()
	v.likes = map[int32][]int32{}
	for form, attr := range lex.Entries("clause") {
		for names := attr("like"); names != ""; {
			var n string
			n, names, _ = strings.Cut(names, ",")
			v.likes[lex.Word(form)] = append(v.likes[lex.Word(form)], lex.Word(n))
		}
	}
	v.firsts = map[string]bool{}
	for _, list := range [...]frames{v.verbs, v.nouns, v.states} {
		for form := range list {
			if first, _, ok := strings.Cut(form, " "); ok {
				v.firsts[lexicon.Strip(lexicon.Fold(first))] = true
			}
			if first, _, ok := strings.Cut(form, "-"); ok {
				v.firsts[lexicon.Strip(lexicon.Fold(first))] = true
			}
			for i, c := range form { // "s'attacher les services": the pronoun is no word of the form
				if c == '\'' {
					first, _, _ := strings.Cut(form[i+1:], " ")
					v.firsts[lexicon.Strip(lexicon.Fold(first))] = true
					break
				}
			}
			if _, rest, ok := strings.Cut(form, " "); ok && strings.HasPrefix(form, "se ") {
				first, _, _ := strings.Cut(rest, " ")
				v.firsts[lexicon.Strip(lexicon.Fold(first))] = true
			}
		}
	}
	for i, c := range v.listed() {
		v.bitOf[c] = 1 << i
	}
	v.pronoun = v.kinds.bit("pronoun")
	v.actors = v.kinds.all("person,organization,people,team,firm,company,kin,institution,party")
	v.things = v.kinds.all("firm,site,shop,school,share,people,post,kin,product,gadget,law,metric,asset,institution,person,media")
	v.places = v.kinds.all("site,building,vehicle,school,shop")
	v.pool.New = func() any { return &parser{kindOf: map[int32]kinds{}} }
	return v
}

// Derive returns the events of the document, in the order in which the text tells them.
func (v *Deriver) Derive(d *doc.Document) []doc.Event {
	p := v.pool.Get().(*parser)
	defer v.pool.Put(p)
	p.v = v
	p.load(d)
	for n := range d.Sentences {
		s := &d.Sentences[n]
		if s.Kind == doc.Aside || s.First >= s.Last {
			continue
		}
		if p.told(s.Range) {
			p.open(n)
			p.read()
		} else if c := p.lastCalamity(n); c != nil && p.counts(s.Range) {
			p.open(n)
			p.victims(&match{p: p, f: &frame{}, roles: c.Roles, into: &c.Roles, reach: doc.Range{First: p.start, Last: p.start + 1}}, nil)
		}
	}
	p.attribute()
	out := p.unite()
	p.d = nil
	return out
}

// told tells whether a word of the sentence can tell an event: only then is it read closely.
func (p *parser) told(r doc.Range) bool {
	p.start, p.end = r.First, min(r.Last, len(p.d.Tokens), r.First+longest)
	p.pairs = reset(p.pairs, p.end-p.start)
	for i := p.start; i < p.end; i++ {
		s := p.sortOf(&p.d.Tokens[i])
		if s&tells != 0 {
			return true
		}
		if s&opens == 0 || i+1 >= p.end {
			continue
		}
		e := p.second(i)
		if e < 0 {
			if s&(finite|participle) != 0 {
				// "prend, lundi, la tête": the form goes on behind an adverb or a date
				if p.dateOf(i+1) != doc.None || p.sortOf(&p.d.Tokens[i+1])&(adverb|noun) == adverb || p.possessive(p.d.Tokens[i+1].Word) {
					return true
				}
			}
			continue
		}
		for k := i + 2; e >= 0; k++ {
			if x := p.v.lex.Set(e); x.Has(p.v.eventVerb) || x.Has(p.v.eventNoun) || x.Has(p.v.eventAdj) {
				return true
			}
			if k >= p.end || k > i+5 {
				break
			}
			e = p.v.lex.Next(e, p.d.Tokens[k].Word)
		}
	}
	return false
}

// counts tells whether a word of victims stands in the sentence.
func (p *parser) counts(r doc.Range) bool {
	for i := r.First; i < r.Last && i < len(p.d.Tokens); i++ {
		if w := p.d.Tokens[i].Word; w >= 0 && p.aboutOf(w).in&p.v.bitOf[p.v.eventAdj] != 0 {
			return true
		}
	}
	return false
}

// lastCalamity returns the accident, disaster or attack that was told last, at most four sentences before.
func (p *parser) lastCalamity(n int) *happening {
	for i := len(p.found) - 1; i >= max(0, len(p.found)-memory); i-- {
		switch h := &p.found[i]; h.Type {
		case "accident", "disaster", "attack":
			if n-h.Sentence <= 4 {
				return h
			}
			return nil
		}
	}
	return nil
}

// read finds the events of the sentence at hand.
func (p *parser) read() {
	if p.habit {
		return
	}
	p.held = doc.None
	for i := p.start; i < p.end; {
		last := i + 1
		if p.mentionOf(i) != doc.None && p.d.Mentions[p.mentionOf(i)].Form != "nominal" && p.d.Tokens[i].Shape&doc.Capital != 0 && p.sorts[i]&noun == 0 {
			i++
			continue
		}
		if p.sorts[i]&verbal != 0 {
			if e, end := p.trigger(i); e >= 0 {
				if p.verbEvent(i, end, p.v.verbs[p.v.lex.Form(e, p.v.eventVerb)]) {
					last = end
				}
			}
		}
		if last == i+1 && p.sorts[i]&(noun|known) != 0 {
			if e, end := p.longest(i, p.v.eventNoun); e >= 0 && i != p.held && (end > i+1 || p.sorts[i]&verbal == 0) {
				p.nounEvent(i, end, p.v.nouns[p.v.lex.Form(e, p.v.eventNoun)])
				last = max(last, end)
			}
		}
		if e, end := p.longest(i, p.v.eventAdj); e >= 0 && (end > i+1 || p.v.lex.Attr(e, p.v.eventAdj, "type") != "") {
			p.stateEvent(i, end, p.v.states[p.v.lex.Form(e, p.v.eventAdj)])
		}
		i = last
	}
}

// verbEvent reads an event verb at tokens [h, last).
func (p *parser) verbEvent(h, last int, list []frame) bool {
	if len(list) == 0 {
		return false
	}
	g := p.analyze(h, 0)
	g.last, g.inner = last, p.innerOf(h, last)
	if g.drop || g.bare && p.term(h, last) {
		return false
	}
	for i := range list {
		f := &list[i]
		claim := g
		m, ok := p.try(f, &claim, last)
		if !ok {
			continue
		}
		if f.kind == "-" {
			return false // "les mannequins défilent"
		}
		if m.held != doc.None {
			p.held = p.phrases[m.held].head
		}
		around := append(p.rightOf(last, true), p.before(g.first)...)
		p.adjuncts(&m, f.kind, around)
		x := happening{token: h, form: f.form}
		x.Type, x.By = f.kind, "event-verb:"+f.form
		p.claim(&x, &m, &claim, f)
		if len(x.Roles) == 0 && m.vague == 0 || m.vague == 0 && !m.told() && !calamitous(f.kind) {
			continue
		}
		p.found = append(p.found, x)
		return true
	}
	return false
}

// term tells of a participle that ends a name between quotation marks: le dispositif "écoles ouvertes".
func (p *parser) term(h, last int) bool {
	if last >= p.end || !quotation(p.d.Tokens[last].Norm) {
		return false
	}
	for i := h - 1; i >= p.start && i > h-4; i-- {
		if quotation(p.d.Tokens[i].Norm) {
			return true
		}
	}
	return false
}

func quotation(s string) bool {
	switch s {
	case "\"", "«", "»", "“", "”":
		return true
	}
	return false
}

// told tells whether something else than a date and a place is known.
func (m *match) told() bool {
	for _, r := range m.roles {
		if r.Role != "date" && r.Role != "place" {
			return true
		}
	}
	return false
}

// calamitous types need nobody to be told: "un train a déraillé".
func calamitous(kind string) bool {
	return kind == "accident" || kind == "disaster" || kind == "attack"
}

// stateEvent reads a state that is an event of its own: "sera en grève", "placée en faillite".
func (p *parser) stateEvent(h, last int, list []frame) {
	if len(list) == 0 {
		return
	}
	v := max(h-1, p.start)
	for v > p.start && p.sorts[v]&(adverb|negSecond) != 0 && p.sorts[v]&verbal == 0 {
		v--
	}
	g := group{first: h, head: h, last: last, clitic: doc.None, inner: doc.None, modality: "asserted"}
	if h == p.start {
		g.subjects = p.next1(last - 1) // "En faillite, Orvane …"
	} else if p.sorts[v]&(be|verbal) != 0 {
		g = p.analyze(v, 0)
		if p.sorts[v]&participle != 0 && p.sorts[v]&be != 0 { // "a été en grève"
			g.passive = false
		}
		g.last = last
		if g.drop {
			return
		}
	} else if k := p.at(v); p.phrases[k].what == nominal {
		g.subjects = []int{k, p.root(k)}
	} else if p.phrases[k].what == comma && k > 0 {
		g.subjects = []int{k - 1, p.root(k - 1)} // "le PSG, vainqueur samedi de Reims"
	}
	f := &list[0]
	m := match{p: p, f: f, head: h, held: doc.None, reach: doc.Range{First: h, Last: last}}
	if !m.fill(slotSubject, g.subjects) || m.vague > 0 {
		return
	}
	if right := p.complements(last); len(f.slots[slotDe].options) > 0 && !m.fill(slotDe, p.bySlot(slotDe, right, last)) && f.slots[slotDe].must {
		return
	}
	if p.phrases[p.at(h)].first < h && last == h+1 {
		return // "le vainqueur de la course"
	}
	p.adjuncts(&m, f.kind, append(p.complements(last), p.before(g.first)...))
	x := happening{token: h, form: f.form}
	x.Type, x.By = f.kind, "event-adj:"+f.form
	g.head, g.infinite = h, true
	p.claim(&x, &m, &g, f)
	p.found = append(p.found, x)
}

package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// Reasons returns the words that say why and how things happened: "en raison de la crise", "afin de dénoncer …", "en supprimant …".
func (v *Deriver) Reasons(d *doc.Document) (why, how []doc.Span) {
	p := v.pool.Get().(*parser)
	defer v.pool.Put(p)
	p.v = v
	p.load(d)
	for n := range d.Sentences {
		s := &d.Sentences[n]
		if s.Kind != doc.Prose || s.First >= s.Last {
			continue
		}
		p.start, p.end, p.sentence = s.First, min(s.Last, len(d.Tokens)), n
		p.pairs = reset(p.pairs, p.end-p.start)
		for i := p.start; i < p.end; {
			last := i + 1
			if w := d.Tokens[i].Word; w >= 0 {
				if e, end := p.longest(i, v.why); e >= 0 {
					if r, ok := p.clause(i, end, v.lex.Attr(e, v.why, "opens")); ok {
						why = append(why, d.Span(r))
						last = r.Last
					}
				} else if e, end := p.longest(i, v.how); e >= 0 {
					if r, ok := p.clause(i, end, v.lex.Attr(e, v.how, "opens")); ok {
						how = append(how, d.Span(r))
						last = r.Last
					}
				}
			}
			i = max(last, i+1)
		}
	}
	p.d = nil
	return why, how
}

// clause returns the words from an announcement to the end of what it opens; ok is false where it opens something else.
func (p *parser) clause(i, last int, opens string) (doc.Range, bool) {
	if last >= p.end {
		return doc.Range{}, false
	}
	s := p.sortOf(&p.d.Tokens[last])
	switch opens {
	case "infinitive":
		for k := last; s&(objectPronoun|selfPronoun|indirectPronoun|negFirst|negSecond|adverb) != 0 && s&infinitive == 0 && k+1 < p.end && k < last+4; {
			k++
			s = p.sortOf(&p.d.Tokens[k])
		}
		if s&infinitive == 0 {
			return doc.Range{}, false
		}
	case "gerund":
		if s&objectPronoun != 0 && last+1 < p.end {
			s = p.sortOf(&p.d.Tokens[last+1])
		}
		if s&gerund == 0 || s&noun != 0 && s&finite == 0 && false {
			return doc.Range{}, false
		}
	}
	end := last
	for ; end < p.end && end < last+40; end++ {
		t := &p.d.Tokens[end]
		if t.Is(doc.Punct) && t.Norm != "-" && t.Norm != "'" || t.Is(doc.Close) {
			break
		}
	}
	return doc.Range{First: i, Last: end}, end > last
}

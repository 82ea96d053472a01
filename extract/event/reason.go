package event

import (
	"github.com/breve-nlp/breve/extract/doc"
)

// Reasons returns the words that say why and how things happened: "en raison de la crise", "afin de dénoncer …", "en supprimant …". Causes
// come before mere purposes ("pour" and an infinitive), each in text order.
func (v *Deriver) Reasons(d *doc.Document) (why, how []doc.Span) {
	p := v.pool.Get().(*parser)
	defer v.pool.Put(p)
	p.v = v
	p.load(d)
	var purposes []doc.Span
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
					opens := v.lex.Attr(e, v.why, "opens")
					if r, ok := p.clause(i, end, opens); ok {
						if opens == "infinitive" && end == i+1 {
							purposes = append(purposes, d.Span(r))
						} else {
							why = append(why, d.Span(r))
						}
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
	return append(why, purposes...), how
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
		k := last
		if s&objectPronoun != 0 && last+1 < p.end {
			k++
			s = p.sortOf(&p.d.Tokens[k])
		}
		if w := p.d.Tokens[k].Word; w >= 0 && p.v.lex.Is(w, p.v.speechVerb) {
			return doc.Range{}, false // "en précisant que": how it was said, not how it was done
		}
		if s&gerund == 0 {
			return doc.Range{}, false
		}
	}
	end := last
	for ; end < p.end && end < last+40; end++ {
		t := &p.d.Tokens[end]
		if t.Is(doc.Punct) && !quoteMark(t) && !t.Is(doc.Hyphen) {
			break
		}
	}
	return doc.Range{First: i, Last: end}, end > last
}

func quoteMark(t *doc.Token) bool {
	switch t.Norm {
	case "\"", "«", "»", "“", "”", "'":
		return true
	}
	return false
}

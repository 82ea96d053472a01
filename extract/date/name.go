package date

import "github.com/breve-nlp/breve/extract/doc"

// silence takes the marks off words inside names of the lexicon and off a holiday that is a family name: Thomas Toussaint.
func (r *reader) silence() {
	for i := range r.d.Annotations {
		a := &r.d.Annotations[i]
		if a.Entry == doc.None || a.Len() < 2 {
			continue
		}
		if !r.lex.Set(a.Entry).Meets(&r.names) {
			continue
		}
		for k := a.First; k < a.Last; k++ {
			r.marks[k] = mark{}
		}
	}
	for i := 1; i < len(r.marks); i++ {
		if r.marks[i].kind != kHoliday {
			continue
		}
		p, t := &r.d.Tokens[i-1], &r.d.Tokens[i]
		if p.Is(doc.Capital) && t.Is(doc.Capital) && t.Gap == doc.Blank && r.lex.Is(p.Word, r.firstName) {
			r.marks[i] = mark{}
		}
	}
}

package mention

import "github.com/breve-nlp/breve/extract/doc"

// longestTitle is how many tokens the title of a work may have between quotation marks.
const longestTitle = 9

// quotedTitle returns the end of what stands between the quotation mark before token i and its closing one, where it may be the title of a work:
// « Les Heures grises ». Names inside a title are no names of the article.
func (s *scan) quotedTitle(sent doc.Sentence, i int) (int, bool) {
	if i == sent.First || !s.tok(i-1).Is(doc.Open) || s.tok(i-1).Norm == "(" || s.tok(i-1).Norm == "[" || s.tok(i).Shape&(doc.Capital|doc.Digit) == 0 || s.caps {
		return 0, false
	}
	for k := i + 1; k < sent.Last && k <= i+longestTitle; k++ {
		t := s.tok(k)
		if t.Is(doc.Close) {
			return k, k-i >= 2
		}
		if t.Is(doc.Punct) && t.Norm != "," && t.Norm != "'" && t.Norm != "-" && t.Norm != "!" && t.Norm != "?" && t.Norm != ":" {
			return 0, false
		}
	}
	return 0, false
}

// titleEvidence says what speaks for and against a quotation that is a title.
func (s *scan) titleEvidence(x *candidate, sent doc.Sentence) {
	f := &x.feats
	c := &s.f.c
	f.add(fBias)
	f.add(fTitleQuoted)
	if x.Len() <= 4 {
		f.add(fTitleShort)
	}
	lower := 0
	for i := x.First; i < x.Last; i++ {
		if s.tok(i).Is(doc.Lower) && s.is(i, c.finite) && !s.is(i, c.noun) && !s.is(i, c.adjective) || s.is(i, c.auxiliary) {
			f.add(fTitleFinite)
		}
		if s.tok(i).Is(doc.Lower) {
			lower++
		}
	}
	if lower*2 > x.Len() {
		f.add(fTitleLowerTail)
	}
	for i := max(sent.First, x.First-9); i < x.First-1; i++ {
		switch {
		case s.f.lex.Is(s.tok(i).Word, s.f.workNoun):
			f.add(fTitleWorkNear)
		case s.is(i, c.speechVerb):
			f.add(fTitleSpeech)
		}
	}
	for i := x.Last + 1; i < sent.Last && i < x.Last+5; i++ {
		if s.is(i, c.speechVerb) {
			f.add(fTitleSpeech)
		}
		if s.f.lex.Is(s.tok(i).Word, s.f.workNoun) {
			f.add(fTitleWorkNear)
		}
	}
	if s.f.lex.Is(x.form, c.work) {
		f.add(fFormWork)
	}
}

package mention

import (
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// contextEvidence collects what the words around a candidate say about it.
func (s *scan) contextEvidence(x *candidate, sent doc.Sentence) {
	if r := s.rules[x.First]; r != 0 {
		x.feats.add(r)
	}
	s.left(x, sent)
	s.right(x, sent)
}

func (s *scan) left(x *candidate, sent doc.Sentence) {
	c, lex := &s.f.c, s.f.lex
	f := &x.feats
	if x.weak {
		f.add(fLeftWeak)
	}
	i := x.First
	if i == sent.First {
		f.add(fLeftStart)
		return
	}
	p := s.tok(i - 1)
	e := p.Word
	if s.roles[i] {
		f.add(fLeftRole)
	}
	if lex.Is(e, c.title) && (p.Shape&(doc.Stop|doc.Lower) != 0 || p.Is(doc.Capital) && !lex.Is(e, c.pronoun)) {
		f.add(fLeftTitle)
	}
	if lex.Is(e, c.role) {
		switch lex.Attr(e, c.role, "kind") {
		case "kin":
			f.add(fLeftKin)
		case "group":
			f.add(fLeftGroup)
		default:
			f.add(fLeftRole)
		}
	}
	if ev, ok := s.f.left[e]; ok && e >= 0 {
		f.add(ev)
	}
	switch {
	case p.Is(doc.Open):
		if p.Norm == "(" || p.Norm == "[" {
			f.add(fLeftParen)
		} else {
			f.add(fLeftQuote)
			if x.Last < sent.Last && s.tok(x.Last).Is(doc.Close) {
				f.add(fQuoted)
			}
			s.titled(f, sent, i-1)
		}
	case p.Norm == "," || p.Norm == ";":
		f.add(fLeftComma)
	case p.Norm == ":":
		f.add(fLeftColon)
	case p.Is(doc.Digit):
		f.add(fLeftNumber)
	case lex.Is(e, c.demonym):
		f.add(fLeftDemonym)
	case p.Is(doc.Lower) && lex.Is(e, c.finite) && !lex.Is(e, c.noun):
		f.add(fLeftVerb)
	case p.Is(doc.Lower) && lex.Is(e, c.noun):
		f.add(fLeftNoun)
	case p.Is(doc.Lower) && lex.Is(e, c.adjective):
		f.add(fLeftAdjective)
	}
	s.titled(f, sent, i)
	s.headed(f, e)
	// "de la ville de X", "le groupe X", "dans la Meuse", "au sein de l'UE"
	k := i - 1
	if lex.Is(e, c.article) && k > sent.First {
		q := s.tok(k - 1)
		switch s.f.left[q.Word] {
		case fLeftPrepDans:
			f.add(fLeftDansLa)
		case fLeftPrepDe:
			f.add(fLeftContractedPrep)
		}
		k--
	}
	if ev := s.f.left[s.tok(k).Word]; (ev == fLeftPrepDe || ev == fLeftDes || ev == fLeftDu || ev == fLeftContractedPrep) && k > sent.First {
		if lex.Is(s.tok(k-1).Word, c.placeHead) && s.tok(k-1).Is(doc.Lower) {
			f.add(fLeftPlaceDe)
		}
		switch s.complementOf(sent, k) {
		case "org":
			f.add(fLeftRoleOfOrg)
		case "place":
			f.add(fLeftRoleOfPlace)
		case "domain":
			f.add(fLeftRoleOfDomain)
		}
	}
}

// complementOf returns what the role that ends before token k takes after "de": "org" for "PDG de X", "directrice financière de X", "place" for "maire de X".
func (s *scan) complementOf(sent doc.Sentence, k int) string {
	c, lex := &s.f.c, s.f.lex
	for n := 0; n < 3 && k > sent.First; n++ {
		if s.roles[k] {
			return lex.Attr(s.roleEntry[k], c.role, "complement")
		}
		t := s.tok(k - 1)
		if lex.Is(t.Word, c.role) {
			return lex.Attr(t.Word, c.role, "complement")
		}
		if !s.lowerWord(k-1) || !lex.Is(t.Word, c.adjective) {
			break
		}
		k--
	}
	return ""
}

// business tells a verb whose subject is a body in the frames of events: racheter, licencier, lever des fonds.
func (s *scan) business(w int32) bool {
	role := s.f.lex.Attr(w, s.f.eventVerb, "subject")
	for i := 0; i < len(role); i++ {
		if role[i] < 'a' || role[i] > 'z' {
			role = role[:i] // "acquirer!:organization,firm"
		}
	}
	switch role {
	case "acquirer", "employer", "company", "seller", "organization", "parties", "investor":
		return true
	}
	return false
}

// titled looks for a noun of works or products right before token i.
func (s *scan) titled(f *features, sent doc.Sentence, i int) {
	if i <= sent.First {
		return
	}
	w := s.tok(i - 1).Word
	if s.f.lex.Is(w, s.f.workNoun) {
		f.add(fLeftWorkNoun)
	}
	if s.f.lex.Is(w, s.f.productNoun) {
		f.add(fLeftProductNoun)
	}
}

// headed looks at a head noun that is no part of the name: "le constructeur Renault", "la ville d'Arles".
func (s *scan) headed(f *features, e int32) {
	c, lex := &s.f.c, s.f.lex
	if lex.Is(e, c.orgHead) {
		switch lex.Attr(e, c.orgHead, "kind") {
		case "media":
			f.add(fLeftOrgMedia)
		case "team":
			f.add(fLeftOrgTeam)
		case "site":
			f.add(fLeftOrgSite)
		default:
			f.add(fLeftOrgHead)
		}
	}
	if lex.Is(e, c.placeHead) {
		f.add(fLeftPlaceHead)
	}
	if lex.Is(e, c.eventHead) {
		f.add(fLeftEventHead)
	}
}

func (s *scan) right(x *candidate, sent doc.Sentence) {
	c, lex := &s.f.c, s.f.lex
	f := &x.feats
	i := x.Last
	if i >= sent.Last {
		f.add(fRightEndLine)
		return
	}
	t := s.tok(i)
	switch {
	case t.Norm == ",":
		f.add(fRightComma)
		s.apposition(f, sent, i+1)
		return
	case t.Norm == "(":
		s.parenthesis(f, sent, i+1)
		return
	case t.Norm == ":":
		f.add(fRightColon)
		return
	case t.Is(doc.Close):
		f.add(fRightQuoteClose)
		i++
		if i >= sent.Last {
			return
		}
		t = s.tok(i)
	case t.Is(doc.Punct):
		switch t.Norm[0] {
		case '.', '!', '?', ';':
			f.add(fRightStop)
		case '-':
			f.add(fRightDash)
		}
		return
	case t.Is(doc.Digit):
		f.add(fRightNumber)
		return
	}
	w := t.Word
	if s.is(i, c.auxiliary) {
		f.add(fRightAux)
		k := i + 1
		for k < sent.Last && k < i+3 && s.is(k, c.adverb) {
			k++
		}
		if k < sent.Last {
			if s.business(s.tok(k).Word) {
				f.add(fRightBusiness)
			}
			if s.is(k, c.speechVerb) {
				f.add(fRightSpeech)
			} else if s.is(k, c.participle) {
				f.add(fRightParticiple)
			}
		}
		return
	}
	if lex.Is(w, c.finite) && t.Is(doc.Lower) {
		if !lex.Is(w, c.noun) {
			f.add(fRightFinite)
		}
		if lex.Is(w, c.speechVerb) {
			f.add(fRightSpeech)
		}
		if s.business(w) {
			f.add(fRightBusiness)
		}
	}
	switch s.f.left[w] {
	case fLeftPrepDe, fLeftDu, fLeftDes:
		f.add(fRightDe)
	case fLeftPrepA, fLeftAu:
		f.add(fRightA)
	case fLeftEt:
		f.add(fRightEt)
	case fLeftPrepSur:
		f.add(fRightSur)
	}
	if t.Is(doc.Lower) {
		if lex.Is(w, c.adjective) {
			f.add(fRightAdjective)
		}
		if lex.Is(w, c.participle) {
			f.add(fRightVerbPp)
		}
		if lex.Is(w, c.noun) {
			f.add(fRightNoun)
		}
	}
}

// apposition reads what follows a comma after a name: ", 54 ans", ", PDG de …", ", ville de …".
func (s *scan) apposition(f *features, sent doc.Sentence, i int) {
	c, lex := &s.f.c, s.f.lex
	for k := i; k < sent.Last && k < i+3; k++ {
		t := s.tok(k)
		if t.Is(doc.Digit) && k+1 < sent.Last && lex.Is(s.tok(k+1).Word, s.f.years) {
			f.add(fRightAge)
			return
		}
		switch {
		case lex.Is(t.Word, c.role) && t.Is(doc.Lower):
			f.add(fRightCommaRole)
			return
		case lex.Is(t.Word, c.placeHead) && t.Is(doc.Lower):
			f.add(fRightPlaceHead)
			return
		case lex.Is(t.Word, c.orgHead) && t.Is(doc.Lower):
			f.add(fRightOrgHead)
			return
		}
		if !lex.Is(t.Word, c.article) && !lex.Is(t.Word, c.adjective) && !lex.Is(t.Word, c.determiner) && !lex.Is(t.Word, s.f.status) {
			return
		}
	}
}

// parenthesis reads what follows a name in parentheses: "(AMF)", "(Maine-et-Loire)", "(54 ans)".
func (s *scan) parenthesis(f *features, sent doc.Sentence, i int) {
	if i >= sent.Last {
		return
	}
	t := s.tok(i)
	closed := i+1 < sent.Last && s.tok(i+1).Norm == ")"
	switch {
	case s.hit[i] > 0 && s.f.lex.Set(s.entry[i]).Meets(&s.f.placeSet) || s.f.lex.Set(t.Word).Meets(&s.f.placeSet) && t.Shape&doc.Capital != 0 && closed && t.Shape&doc.Upper == 0:
		f.add(fRightParenPlace)
	case t.Is(doc.Upper) && closed:
		f.add(fRightParenAcronym)
	case t.Is(doc.Digit) && i+1 < sent.Last && s.f.lex.Is(s.tok(i+1).Word, s.f.years):
		f.add(fRightParenAge)
	default:
		f.add(fRightParenOther)
	}
}

// evidenceOfWords maps words of the class left-context to the evidence that they are.
func evidenceOfWords(lex *lexicon.Lexicon) map[int32]feature {
	byName := map[string]feature{}
	for i, n := range featureNames {
		byName[n] = feature(i)
	}
	out := map[int32]feature{doc.None: fBias}
	for form, attr := range lex.Entries("left-context") {
		if ev, ok := byName[attr("evidence")]; ok {
			out[lex.Word(lexicon.Fold(form))] = ev
		}
	}
	return out
}

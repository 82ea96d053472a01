package mention

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// formEvidence collects what the words of a candidate say, wherever it stands.
func (s *scan) formEvidence(x *candidate) {
	c, lex := &s.f.c, s.f.lex
	f := &x.feats
	f.add(fBias)
	n := x.Len()
	switch n {
	case 1:
		f.add(fWords1)
	case 2:
		f.add(fWords2)
	case 3:
		f.add(fWords3)
	default:
		f.add(fWordsMany)
	}
	if x.form >= 0 {
		s.entryEvidence(x, f)
	}
	if x.form < 0 || !lex.Set(x.form).Meets(&s.f.knownSet) {
		f.add(fFormUnknown)
	}
	first, last := s.tok(x.First), s.tok(x.Last-1)
	upper, capital := true, false
	for i := x.First; i < x.Last; i++ {
		t := s.tok(i)
		if t.Shape&doc.Upper == 0 {
			upper = false
		}
		capital = capital || t.Shape&doc.Capital != 0
		if t.Is(doc.Mixed) {
			f.add(fMixed)
		}
		if t.Is(doc.Initial) {
			f.add(fInitial)
		}
		if t.Is(doc.HasDigit) || t.Is(doc.Digit) {
			f.add(fDigit)
		}
		set := lex.Set(t.Word)
		if t.Is(doc.Lower) {
			switch lex.Attr(t.Word, c.nameLink, "kind") {
			case "of":
				f.add(fLinkInside)
			case "particle":
				f.add(fParticleInside)
			}
		}
		if t.Shape&doc.Capital != 0 && n > 1 {
			switch lex.Attr(t.Word, c.orgWord, "kind") {
			case "company":
				f.add(fWordCompany)
			case "media":
				f.add(fWordMedia)
			case "team":
				f.add(fWordTeam)
			case "school":
				f.add(fWordSchool)
			case "institution":
				f.add(fWordInstitution)
			case "association", "party", "union":
				f.add(fWordAssociation)
			}
			if lex.Is(t.Word, c.demonym) {
				f.add(fDemonymInside)
			}
		}
		if n > 1 && i > x.First && set.Meets(&s.f.placeSet) && t.Shape&doc.Capital != 0 {
			f.add(fPlaceInside)
		}
		if n > 1 && set.Meets(&s.f.orgSet) && t.Shape&doc.Capital != 0 {
			f.add(fOrgInside)
		}
	}
	if first.Is(doc.Lower) && x.head < 0 && !(x.First > 0 && s.is(x.First-1, c.title) && s.is(x.First, c.particle)) {
		f.add(fLowerFirst)
		if !capital {
			f.add(fLowerAll)
		}
	}
	if upper {
		f.add(fAllUpper)
		if n == 1 && first.Len() <= 6 {
			f.add(fUpperShort)
		} else {
			f.add(fUpperLong)
		}
	}
	if first.Is(doc.Hyphen) || last.Is(doc.Hyphen) {
		if s.placePart(last.Norm) {
			f.add(fHyphenPlace)
		} else {
			f.add(fHyphenName)
		}
	}
	if lex.Is(first.Word, c.article) {
		f.add(fArticleFirst)
	}
	if lex.Is(last.Word, c.generation) && n > 1 {
		f.add(fGenerationLast)
	}
	if lex.Is(last.Word, c.legalForm) && n > 1 {
		f.add(fLastLegalForm)
	}
	k := x.First
	if s.firstName(k) {
		switch lex.Attr(s.tok(k).Word, c.firstName, "rank") {
		case "1", "2":
			f.add(fFirstNameFrequent)
		default:
			f.add(fFirstNameRare)
		}
	}
	if n == 1 && !x.weak { // "la Commission", "le Parlement"
		if lex.Is(first.Word, c.orgHead) {
			f.add(fWordHeadOrg)
		}
		if lex.Is(first.Word, c.placeHead) {
			f.add(fWordHeadPlace)
		}
		if lex.Is(first.Word, c.eventHead) {
			f.add(fWordHeadEvent)
		}
	}
	if n > 1 {
		if first.Word < 0 {
			f.add(fFirstUnknown)
		}
		if first.Word >= 0 && lex.Set(first.Word).Meets(&s.f.commonSet) {
			f.add(fFirstCommon)
		}
		if x.head >= 0 || !s.firstName(x.First) { // Marine Le Pen is no navy
			if lex.Is(first.Word, c.orgHead) {
				f.add(fWordHeadOrg)
			}
			if lex.Is(first.Word, c.placeHead) {
				f.add(fWordHeadPlace)
			}
			if lex.Is(first.Word, c.eventHead) {
				f.add(fWordHeadEvent)
			}
		}
		if lex.Is(last.Word, c.surname) || lex.Is(last.Word, c.surnameFr) || lex.Is(last.Word, c.surnameWorld) {
			f.add(fLastSurname)
		}
		if last.Word < 0 {
			f.add(fLastUnknown)
		}
		if last.Word >= 0 && lex.Set(last.Word).Meets(&s.f.commonSet) {
			f.add(fLastCommon)
		}
	}
	if x.head >= 0 {
		s.headEvidence(x)
	}
}

// written tells whether the text has the very capitals of a form that needs them: SUD is a union, the Sud is not.
func (s *scan) written(x *candidate, e int32, c lexicon.Class) bool {
	return s.f.lex.Attr(e, c, "case") == "" || s.f.lex.Form(e, c) == s.d.Words(x.Range)
}

// placePart tells whether a part between hyphens is one of places: Saint-Dizier, Dammarie-sur-Saulx.
func (s *scan) placePart(norm string) bool {
	for norm != "" {
		part, rest, _ := strings.Cut(norm, "-")
		if s.f.lex.Is(s.f.lex.Word(part), s.f.placePartClass) {
			return true
		}
		norm = rest
	}
	return false
}

// entryEvidence says in which classes of the lexicon the whole form stands.
func (s *scan) entryEvidence(x *candidate, f *features) {
	e := x.form
	c, lex := &s.f.c, s.f.lex
	set := lex.Set(e)
	for _, p := range s.f.formFeatures {
		if set.Has(p.class) && s.written(x, e, p.class) {
			f.add(p.feature)
		}
	}
	for _, class := range s.f.ambiguous {
		if !lex.Is(e, class) {
			continue
		}
		a := lex.Attr(e, class, "ambiguous")
		if strings.Contains(a, "word") || strings.Contains(a, "object") {
			f.add(fAmbiguousWord)
		}
		if strings.Contains(a, "name") || strings.Contains(a, "person") {
			f.add(fAmbiguousName)
		}
		if strings.Contains(a, "place") {
			f.add(fAmbiguousPlace)
		}
	}
	big := func(attr string) bool { return attr >= "4" }
	if lex.Is(e, c.city) {
		if big(lex.Attr(e, c.city, "pop")) {
			f.add(fFormCityBig)
		} else {
			f.add(fFormCitySmall)
		}
	}
	if lex.Is(e, c.commune) {
		if big(lex.Attr(e, c.commune, "pop")) {
			f.add(fFormCommuneBig)
		} else {
			f.add(fFormCommuneSmall)
		}
	}
	if lex.Is(e, c.metonym) {
		if lex.Attr(e, c.metonym, "type") == "location" {
			f.add(fFormMetonymPlace)
		} else {
			f.add(fFormMetonymOrg)
		}
	}
	if set.Meets(&s.f.commonSet) {
		f.add(fFormCommon)
	}
	if lex.Is(e, c.firstName) || lex.Is(e, c.firstNameFr) || lex.Is(e, c.firstNameWorld) {
		f.add(fFormFirstName)
	}
	if set.Meets(&s.f.surnames) {
		f.add(fFormSurname)
	}
}

// headEvidence says what the head noun of a candidate is and how the name follows it.
func (s *scan) headEvidence(x *candidate) {
	c, lex := &s.f.c, s.f.lex
	f := &x.feats
	class := c.orgHead
	switch x.headKind {
	case orgIn:
		f.add(fHeadOrgIn)
	case orgOut:
		f.add(fHeadOrgOut)
	case placeIn:
		f.add(fHeadPlaceIn)
		class = c.placeHead
	case placeOut:
		f.add(fHeadPlaceOut)
		class = c.placeHead
	default:
		f.add(fHeadEvent)
		class = c.eventHead
	}
	e := s.d.Tokens[x.head].Word
	if s.heads[x.head] > 0 {
		e = s.henty[x.head]
	}
	switch lex.Attr(e, class, "kind") {
	case "company", "media":
		f.add(fHeadCompany)
	case "institution":
		f.add(fHeadInstitution)
	case "school":
		f.add(fHeadSchool)
	case "team":
		f.add(fHeadTeam)
	case "site":
		f.add(fHeadSite)
	case "street":
		f.add(fHeadStreet)
	case "water", "mountain", "island":
		f.add(fHeadWater)
	}
	if lex.Attr(e, class, "case") != "" || lex.Attr(e, class, "strength") == "weak" {
		f.add(fHeadCase)
	}
	if lex.Attr(e, class, "number") == "p" {
		f.add(fHeadPlural)
	}
	if x.direct {
		f.add(fHeadDirect)
	} else {
		f.add(fHeadPrep)
	}
	if s.tok(x.head).Is(doc.Lower) {
		f.add(fHeadLower)
	} else {
		f.add(fHeadCapital)
	}
	lower := 0
	for i := x.headLast; i < x.Last; i++ {
		t := s.tok(i)
		if t.Shape&doc.Capital == 0 {
			if t.Is(doc.Lower) && !lex.Is(t.Word, c.nameJoin) && !lex.Is(t.Word, c.article) {
				lower++
			}
			continue
		}
		set := lex.Set(t.Word)
		if set.Meets(&s.f.placeSet) {
			f.add(fHeadInnerPlace)
		}
		if s.firstName(i) || t.Word < 0 {
			f.add(fHeadInnerPerson)
		}
		if set.Meets(&s.f.commonSet) {
			f.add(fHeadInnerCommon)
		}
	}
	if lower > 0 {
		f.add(fHeadLowerWords)
	}
}

package mention

import "github.com/breve-nlp/breve/extract/doc"

// together adds evidence that lies in two things at once: neither a common word nor the start of a sentence speaks against a name, both together do.
func (s *scan) together(x *candidate) {
	f := &x.feats
	lex := s.f.lex
	place := f.has(fFormPlace) || f.has(fFormCountry) || f.has(fFormCityBig) || f.has(fFormCitySmall) || f.has(fFormCommuneBig) ||
		f.has(fFormCommuneSmall) || f.has(fFormDepartement) || f.has(fFormRegion) || f.has(fFormSite)
	org := x.form >= 0 && lex.Set(x.form).Meets(&s.f.orgSet)
	one := x.Len() == 1
	first := f.has(fFirstNameFrequent) || f.has(fFirstNameRare)
	if x.head < 0 && !one && first && !org && !f.has(fWordCompany) && !f.has(fWordTeam) && !f.has(fWordSchool) && !f.has(fWordInstitution) {
		f.add(fBothPersonShape)
		if f.has(fLastUnknown) {
			f.add(fBothPersonUnknown)
		}
	}
	capital := s.tok(x.First).Shape&doc.Upper == 0
	switch {
	case one && x.weak && f.has(fFormCommon):
		f.add(fBothWeakCommon)
	case one && x.weak && f.has(fFormUnknown) && capital:
		f.add(fBothWeakUnknown)
	case one && !x.weak && f.has(fFormUnknown) && capital && !lexCommon(s, x):
		f.add(fBothMidUnknown)
	case one && !x.weak && lexCommon(s, x):
		f.add(fBothMidCommon)
	}
	if one && !capital {
		if x.form >= 0 {
			f.add(fBothAcronymKnown)
		} else {
			f.add(fBothAcronymUnknown)
		}
	}
	if place && x.head < 0 {
		switch {
		case f.has(fLeftPrepA) || f.has(fLeftPrepEn) || f.has(fLeftAu) || f.has(fLeftPrepDans):
			f.add(fBothPlacePrep)
		case f.has(fLeftLe) || f.has(fLeftLa) || f.has(fLeftL) || f.has(fLeftLes):
			f.add(fBothPlaceArticle)
		default:
			f.add(fBothPlaceBare)
		}
	}
	if org {
		f.add(fBothOrgKnown)
	}
	if one && (f.has(fLeftLe) || f.has(fLeftLa) || f.has(fLeftL) || f.has(fLeftLes) || f.has(fLeftDu) || f.has(fLeftAu)) {
		switch {
		case f.has(fUpperShort) && !f.has(fFormAcronym) && !f.has(fDigit):
			f.add(fBothLeAcronym)
		case f.has(fFormUnknown) && !lexCommon(s, x):
			f.add(fBothLeUnknown)
		}
	}
	if one && f.has(fFormUnknown) && s.suffixed(x) {
		f.add(fSuffixDemonym)
		if f.has(fLeftLes) || f.has(fLeftDes) {
			f.add(fBothLesPlural)
		}
	}
	if one && f.has(fFormFirstName) && !place && !org {
		f.add(fBothFirstAlone)
	}
	if one && f.has(fFormSurname) && !f.has(fFormFirstName) && !place && !org {
		f.add(fBothSurnameAlone)
	}
	if x.head >= 0 {
		if f.has(fHeadInnerPlace) || f.has(fHeadInnerPerson) {
			f.add(fBothHeadProper)
		} else {
			f.add(fBothHeadCommon)
		}
	}
	if x.headKind == orgIn && x.head >= 0 && !f.has(fHeadCase) && f.has(fHeadInnerPlace) && !f.has(fHeadInnerCommon) {
		f.add(fBothHeadStrongPlace)
	}
	if x.head >= 0 && x.headKind == orgIn && f.has(fHeadCapital) && !x.weak {
		f.add(fBothHeadCapitalMid)
	}
	if x.head >= 0 && f.has(fHeadLower) {
		org := x.headKind == orgIn || x.headKind == orgOut
		proper := f.has(fHeadInnerPlace) || f.has(fHeadInnerPerson)
		switch {
		case x.direct && org:
			f.add(fLowerDirectOrg)
		case x.direct:
			f.add(fLowerDirectPlace)
		case org:
			f.add(fLowerPrepOrg)
			if f.has(fHeadCase) {
				f.add(fLowerPrepOrgCase)
			}
			if proper {
				f.add(fLowerPrepOrgProper)
			}
		default:
			f.add(fLowerPrepPlace)
			if proper {
				f.add(fLowerPrepPlaceProper)
			}
		}
		if x.direct && f.has(fHeadInnerCommon) {
			f.add(fLowerDirectCommon)
		}
	}
	if x.head >= 0 && f.has(fHeadOrgOut) && f.has(fOrgInside) {
		f.add(fBothHeadOutKnown)
	}
	if f.has(fLowerFirst) && x.form >= 0 {
		if f.has(fLowerAll) {
			f.add(fBothLowerKnown)
		} else if f.has(fFormInstitution) {
			f.add(fBothInstitutionCapital)
		}
	}
	if f.has(fQuoted) && !one {
		f.add(fBothQuotedMany)
	}
}

// suffixed tells a word that ends as the people of a place do: Verdunois.
func (s *scan) suffixed(x *candidate) bool {
	n := s.tok(x.First).Norm
	for k := 2; k <= 6 && k < len(n)-2; k++ {
		if w := s.f.lex.Word(n[len(n)-k:]); s.f.lex.Is(w, s.f.suffix) {
			return true
		}
	}
	return false
}

// lexCommon tells a candidate whose first word is a word of the language.
func lexCommon(s *scan, x *candidate) bool {
	return s.f.lex.Set(s.tok(x.First).Word).Meets(&s.f.commonSet)
}

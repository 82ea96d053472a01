package mention

import (
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// groupState is what all mentions of one name collected.
type groupState struct {
	feats features
	count int
}

// shared are the kinds of context that one mention lends to all others of its name.
var shared = []struct{ from, to feature }{
	{fLeftTitle, fAllTitle}, {fLeftRole, fAllRole}, {fRightSpeech, fAllSpeech}, {fRightAge, fAllAge}, {fLeftPrepA, fAllPrepA}, {fLeftPrepEn, fAllPrepEn},
	{fLeftPrepChez, fAllChez}, {fLeftLe, fAllLe}, {fLeftLa, fAllLe}, {fLeftL, fAllL}, {fLeftPrepSelon, fAllSelon}, {fLeftPlaceDe, fAllPlaceHead},
	{fLeftPlaceHead, fAllPlaceHead}, {fLeftOrgHead, fAllOrgHead}, {fLeftOrgMedia, fAllOrgHead}, {fLeftOrgTeam, fAllOrgHead},
	{fLeftRoleOfOrg, fAllRoleOfOrg}, {fLeftRoleOfPlace, fAllRoleOfPlace}, {fRightBusiness, fAllBusiness},
	{fRulePerson, fAllRulePerson}, {fRuleOrganization, fAllRuleOrganization}, {fRuleLocation, fAllRuleLocation},
}

// unite groups candidates by their folded words and lends the context of each to the others.
func (s *scan) unite() {
	clear(s.names)
	s.group = s.group[:0]
	for i := range s.cands {
		x := &s.cands[i]
		s.buf = lexicon.AppendFold(s.buf[:0], s.d.Words(x.Range))
		g, ok := s.names[string(s.buf)]
		if !ok {
			g = int32(len(s.group))
			s.names[string(s.buf)] = g
			s.group = append(s.group, groupState{})
		}
		x.group = int(g)
		st := &s.group[g]
		st.count++
		for _, p := range shared {
			if x.feats.has(p.from) {
				st.feats.add(p.to)
			}
		}
	}
	for i := range s.cands {
		x := &s.cands[i]
		st := &s.group[x.group]
		if st.count > 1 {
			x.feats.add(fAllRepeated)
			for k, w := range st.feats {
				x.feats[k] |= w
			}
		}
	}
}

// relate lets names speak for the shorter names that they contain ("Brigitte Macron" for "Macron"), for acronyms that they define and for their
// neighbours in an enumeration.
func (s *scan) relate() {
	best := map[string]int{}
	for i := range s.cands {
		x := &s.cands[i]
		if x.Len() < 2 || x.best == isNone {
			continue
		}
		s.buf = append(s.buf[:0], s.tok(x.Last-1).Norm...)
		if _, ok := best[string(s.buf)]; !ok || x.best == isPerson {
			best[string(s.buf)] = x.best
		}
		if x.best != isPerson && x.head < 0 {
			if _, ok := best[s.tok(x.First).Norm]; !ok {
				best[s.tok(x.First).Norm] = 10 + x.best
			}
		} else if x.best == isPerson {
			if _, ok := best[s.tok(x.First).Norm]; !ok {
				best[s.tok(x.First).Norm] = 20
			}
		}
	}
	for i := range s.cands {
		x := &s.cands[i]
		if x.Len() == 1 {
			if b, ok := best[s.tok(x.First).Norm]; ok {
				switch b {
				case isPerson:
					x.feats.add(fLongPerson)
				case isOrganization, 10 + isOrganization:
					x.feats.add(fLongOrganization)
				case isLocation, 10 + isLocation:
					x.feats.add(fLongLocation)
				case 20:
					x.feats.add(fLongFirst)
				default:
					x.feats.add(fLongOther)
				}
			}
		}
		if i == 0 {
			continue
		}
		p := &s.cands[i-1]
		if p.sentence != x.sentence || p.Last > x.First || p.best == isNone {
			continue
		}
		gap := x.First - p.Last
		if gap == 1 && s.tok(p.Last).Norm == "(" && s.tok(x.First).Is(doc.Upper) && x.Len() == 1 && p.best == isOrganization && p.Len() > 1 {
			x.feats.add(fAcronymDefined)
		}
		// "A, B et C", "MM. A et B", "à A et à B"
		if gap == 1 && (s.tok(p.Last).Norm == "," || s.f.left[s.tok(p.Last).Word] == fLeftEt) ||
			gap == 2 && (s.tok(p.Last).Norm == "," || s.f.left[s.tok(p.Last).Word] == fLeftEt) && s.tok(p.Last+1).Len() <= 4 {
			s.coordinate(x, p.best)
			s.coordinate(p, x.best)
		}
	}
}

func (s *scan) coordinate(x *candidate, other int) {
	switch other {
	case isPerson:
		x.feats.add(fCoordPerson)
	case isOrganization:
		x.feats.add(fCoordOrganization)
	case isLocation:
		x.feats.add(fCoordLocation)
	}
}

// kind returns the finer kind of an organisation or a place, "" where nothing tells.
func (s *scan) kind(x *candidate) string {
	c, lex := &s.f.c, s.f.lex
	switch x.best {
	case isOrganization:
		for _, p := range []struct {
			class lexicon.Class
			kind  string
		}{
			{c.media, "media"}, {c.company, "company"}, {c.companyList, "company"}, {c.institution, "institution"}, {c.party, "party"},
			{c.team, "team"}, {c.school, "school"}, {c.union, "other"}, {c.association, "other"}, {c.federation, "other"}, {c.metonym, "institution"},
			{c.country, "institution"}, {c.city, "institution"},
		} {
			if lex.Is(x.form, p.class) {
				return p.kind
			}
		}
		e := int32(doc.None)
		if x.head >= 0 {
			e = s.d.Tokens[x.head].Word
			if s.heads[x.head] > 0 {
				e = s.henty[x.head]
			}
		}
		switch k := lex.Attr(e, c.orgHead, "kind"); k {
		case "":
		case "company", "media", "institution", "party", "team", "school":
			return k
		default:
			return "other"
		}
		switch {
		case x.feats.has(fLastLegalForm) || x.feats.has(fWordCompany):
			return "company"
		case x.feats.has(fWordMedia) || x.feats.has(fLeftOrgMedia):
			return "media"
		case x.feats.has(fWordTeam):
			return "team"
		case x.feats.has(fWordSchool):
			return "school"
		}
	case isLocation:
		switch {
		case lex.Is(x.form, c.country):
			if k := lex.Attr(x.form, c.country, "kind"); k != "" && k != "country" {
				return "region"
			}
			return "country"
		case lex.Is(x.form, c.city), lex.Is(x.form, c.commune) && lex.Attr(x.form, c.commune, "pop") >= "4": // Paris is a département too
			return "city"
		case lex.Is(x.form, c.departement), lex.Is(x.form, c.regionFr), lex.Is(x.form, c.regionWorld):
			return "region"
		case lex.Is(x.form, c.commune):
			return "city"
		case lex.Is(x.form, c.site):
			return "site"
		case lex.Is(x.form, c.place):
			switch k := lex.Attr(x.form, c.place, "kind"); k {
			case "country", "region", "city", "water", "street", "site":
				return k
			}
			return "other"
		}
		if x.head >= 0 {
			switch k := lex.Attr(s.d.Tokens[x.head].Word, c.placeHead, "kind"); k {
			case "street", "water", "site", "region", "city", "country":
				return k
			}
			return "other"
		}
	}
	return ""
}

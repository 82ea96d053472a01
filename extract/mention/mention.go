// Package mention finds the names of an article, with their type: people, organisations, places, products, works, events.
//
// A candidate (a capitalised run with its particles, a form of the lexicon, a head noun with its complement) collects evidence for each type:
// what its words are, what stands around it, what the other mentions of the same name collected. The weights of evidence stand in one table,
// weights.tsv; the type with the highest sum wins, and "none" is one of them.
package mention

import (
	"sync"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Finder finds names. It is safe for any number of goroutines.
type Finder struct {
	lex                                                                                                          *lexicon.Lexicon
	c                                                                                                            classes
	workNoun, productNoun, years, status, eventVerb, paraphrase, loose, ordinal, suffix, compass, placePartClass lexicon.Class
	names, knownSet, commonSet, personSet                                                                        lexicon.Set
	namesSet, orgSet, placeSet, surnames                                                                         lexicon.Set
	left                                                                                                         map[int32]feature
	formFeatures                                                                                                 []formFeature
	ambiguous                                                                                                    []lexicon.Class // classes whose entries say what else they are
	weights                                                                                                      *weights
	pool                                                                                                         sync.Pool
}

type formFeature struct {
	class   lexicon.Class
	feature feature
}

// New returns a Finder for a lexicon.
func New(lex *lexicon.Lexicon) *Finder {
	f := &Finder{lex: lex, c: newClasses(lex), workNoun: lex.Class("work-noun"), productNoun: lex.Class("product-noun"), years: lex.Class("time-unit"), status: lex.Class("role-status"), eventVerb: lex.Class("event-verb"), paraphrase: lex.Class("paraphrase"), loose: lex.Class("loose-adjective"), ordinal: lex.Class("ordinal-suffix"), suffix: lex.Class("demonym-suffix"), compass: lex.Class("compass"), placePartClass: lex.Class("place-part")}
	c := &f.c
	f.names, f.knownSet, f.commonSet = c.names(), c.known(), c.common()
	f.namesSet = f.knownSet
	set := func(cs ...lexicon.Class) (s lexicon.Set) {
		for _, x := range cs {
			if x != 0 {
				s.Add(x)
			}
		}
		return s
	}
	f.personSet = set(c.person)
	f.orgSet = set(c.company, c.companyList, c.media, c.institution, c.party, c.union, c.association, c.school, c.team, c.federation)
	f.placeSet = set(c.place, c.country, c.city, c.commune, c.departement, c.regionFr, c.regionWorld, c.site)
	f.surnames = set(c.surname, c.surnameFr, c.surnameWorld)
	for _, p := range []formFeature{
		{c.company, fFormCompany}, {c.companyList, fFormCompanyList}, {c.media, fFormMedia}, {c.institution, fFormInstitution}, {c.party, fFormParty},
		{c.union, fFormUnion}, {c.association, fFormAssociation}, {c.school, fFormSchool}, {c.team, fFormTeam}, {c.federation, fFormFederation},
		{c.competition, fFormCompetition}, {c.work, fFormWork}, {c.product, fFormProduct}, {c.site, fFormSite}, {c.person, fFormPerson},
		{c.place, fFormPlace}, {c.country, fFormCountry}, {c.departement, fFormDepartement}, {c.regionFr, fFormRegion}, {c.regionWorld, fFormRegion},
		{c.proper, fFormProper}, {c.acronym, fFormAcronym}, {c.demonym, fFormDemonym}, {c.holiday, fFormHoliday}, {f.compass, fFormCompass},
	} {
		if p.class != 0 {
			f.formFeatures = append(f.formFeatures, p)
		}
	}
	f.ambiguous = []lexicon.Class{c.company, c.media, c.institution, c.party, c.union, c.association, c.school, c.team, c.federation, c.product, c.site, c.competition, c.work}
	f.left = evidenceOfWords(lex)
	f.weights = builtin()
	f.pool.New = func() any { return &scan{names: map[string]int32{}} }
	return f
}

// types in the order of the columns of weights.tsv; the last is no name.
var types = [...]string{doc.Person, doc.Organization, doc.Location, doc.Product, doc.Work, doc.EventName, "none"}

const (
	isPerson = iota
	isOrganization
	isLocation
	isProduct
	isWork
	isEvent
	isNone
	typeCount
)

type sums [typeCount]float32

// Find returns the mentions of the article in text order. They do not overlap.
func (f *Finder) Find(d *doc.Document) []doc.Mention {
	s := f.read(d)
	defer f.pool.Put(s)
	return s.mentions()
}

// read collects and weighs the candidates of an article.
func (f *Finder) read(d *doc.Document) *scan {
	s := f.pool.Get().(*scan)
	s.d, s.f = d, f
	s.prepare()
	s.dropRoles()
	for n, sent := range d.Sentences {
		if sent.Kind != doc.Aside {
			s.find(n, sent)
		}
	}
	for i := range s.cands {
		x := &s.cands[i]
		if x.title {
			s.titleEvidence(x, d.Sentences[x.sentence])
			continue
		}
		s.formEvidence(x)
		s.contextEvidence(x, d.Sentences[x.sentence])
	}
	s.unite()
	for i := range s.cands {
		if !s.cands[i].title {
			s.together(&s.cands[i])
		}
	}
	s.weigh()
	s.relate()
	s.weigh()
	return s
}

// titleMargin is how much surer than no name a quotation must be to be a title: most quotations are words that somebody said.
const titleMargin = 0.7

func (s *scan) weigh() {
	for i := range s.cands {
		x := &s.cands[i]
		x.sums = s.f.weights.sum(&x.feats)
		x.best = isNone
		if x.title {
			if x.sums[isWork] > x.sums[isNone]+titleMargin {
				x.best = isWork
			}
			continue
		}
		for t := range x.sums {
			if x.sums[t] > x.sums[x.best] {
				x.best = t
			}
		}
	}
}

// mentions decides where candidates overlap: a name with its head noun stands unless it is none; then what is inside it stands.
func (s *scan) mentions() []doc.Mention {
	out := make([]doc.Mention, 0, len(s.cands))
	for i := 0; i < len(s.cands); i++ {
		x := &s.cands[i]
		if x.best == isNone {
			continue
		}
		if n := len(out); n > 0 && x.First < out[n-1].Last {
			// the longer of two that overlap; candidates come by first token, a head before what is inside it
			if x.head >= 0 && x.Last > out[n-1].Last && x.First <= out[n-1].First {
				out[n-1] = s.mention(x)
			}
			continue
		}
		out = append(out, s.mention(x))
	}
	return out
}

func (s *scan) mention(x *candidate) doc.Mention {
	m := doc.Mention{Range: x.Range, Span: s.d.Span(x.Range), Type: types[x.best], Form: "name"}
	m.Kind = s.kind(x)
	if x.Len() == 1 && s.tok(x.First).Is(doc.Upper) {
		m.Form = "acronym"
	}
	return m
}

// Explain returns for each mention of the article the evidence that made it, heaviest first for its type.
func (f *Finder) Explain(d *doc.Document, m *doc.Mention) []doc.Evidence {
	s := f.read(d)
	defer f.pool.Put(s)
	for i := range s.cands {
		x := &s.cands[i]
		if x.Range == m.Range {
			return f.weights.explain(&x.feats, x.best)
		}
	}
	return nil
}

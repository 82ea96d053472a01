package mention

import "github.com/breve-nlp/breve/lexicon"

// classes are the numbers of the lexicon's classes that names are weighed by.
type classes struct {
	company, companyList, media, institution, party, union, association, school, team, federation lexicon.Class
	competition, work, product, site, metonym, person                                             lexicon.Class
	place, country, city, commune, departement, regionFr, regionWorld                             lexicon.Class
	firstName, firstNameFr, firstNameWorld, surname, surnameFr, surnameWorld, proper              lexicon.Class
	orgHead, placeHead, eventHead, orgWord, legalForm, title, role, demonym                       lexicon.Class
	particle, generation, month, weekday, acronym, holiday, speechVerb, auxiliary, abbreviation   lexicon.Class
	noun, adjective, verb, finite, participle, adverb, determiner, preposition, pronoun, conj     lexicon.Class
	nameLink, nameJoin, article, contraction, age                                                 lexicon.Class
}

func newClasses(l *lexicon.Lexicon) classes {
	return classes{
		company: l.Class("company"), companyList: l.Class("company-list"), media: l.Class("media"), institution: l.Class("institution"),
		party: l.Class("party"), union: l.Class("union"), association: l.Class("association"), school: l.Class("school"),
		team: l.Class("team"), federation: l.Class("federation"), competition: l.Class("competition"), work: l.Class("work"),
		product: l.Class("product"), site: l.Class("site"), metonym: l.Class("metonym"), person: l.Class("person"),
		place: l.Class("place"), country: l.Class("country"), city: l.Class("city"), commune: l.Class("commune"),
		departement: l.Class("departement"), regionFr: l.Class("region-fr"), regionWorld: l.Class("region-world"),
		firstName: l.Class("first-name"), firstNameFr: l.Class("first-name-fr"), firstNameWorld: l.Class("first-name-world"),
		surname: l.Class("surname"), surnameFr: l.Class("surname-fr"), surnameWorld: l.Class("surname-world"), proper: l.Class("proper"),
		orgHead: l.Class("org-head"), placeHead: l.Class("place-head"), eventHead: l.Class("event-head"), orgWord: l.Class("org-word"),
		legalForm: l.Class("legal-form"), title: l.Class("title"), role: l.Class("role"), demonym: l.Class("demonym"),
		particle: l.Class("particle"), generation: l.Class("generation"), month: l.Class("month"), weekday: l.Class("weekday"),
		acronym: l.Class("acronym"), holiday: l.Class("holiday"), speechVerb: l.Class("speech-verb"), auxiliary: l.Class("auxiliary"),
		abbreviation: l.Class("abbreviation"),
		noun:         l.Class("noun"), adjective: l.Class("adjective"), verb: l.Class("verb"), finite: l.Class("finite"),
		participle: l.Class("participle"), adverb: l.Class("adverb"), determiner: l.Class("determiner"),
		preposition: l.Class("preposition"), pronoun: l.Class("pronoun"), conj: l.Class("conjunction"),
		nameLink: l.Class("name-link"), nameJoin: l.Class("name-join"), article: l.Class("article"), contraction: l.Class("contraction"),
		age: l.Class("age-word"),
	}
}

// names are the classes whose forms of several words are names.
func (c *classes) names() lexicon.Set {
	var s lexicon.Set
	for _, x := range []lexicon.Class{
		c.company, c.companyList, c.media, c.institution, c.party, c.union, c.association, c.school, c.team, c.federation, c.competition, c.work,
		c.product, c.site, c.metonym, c.person, c.place, c.country, c.city, c.commune, c.departement, c.regionFr, c.regionWorld, c.proper,
	} {
		if x != 0 {
			s.Add(x)
		}
	}
	return s
}

// known are the classes that make a capital at the start of a sentence a possible name.
func (c *classes) known() lexicon.Set {
	s := c.names()
	for _, x := range []lexicon.Class{c.firstName, c.firstNameFr, c.firstNameWorld, c.surname, c.surnameFr, c.surnameWorld, c.orgWord} {
		if x != 0 {
			s.Add(x)
		}
	}
	return s
}

// common are the parts of speech of ordinary words.
func (c *classes) common() lexicon.Set {
	var s lexicon.Set
	for _, x := range []lexicon.Class{c.noun, c.adjective, c.verb, c.adverb, c.determiner, c.preposition, c.pronoun, c.conj} {
		if x != 0 {
			s.Add(x)
		}
	}
	return s
}

package entity

import (
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// classes are the numbers of the lexicon's classes that names are united by.
type classes struct {
	person, title, firstName, firstNameFr, firstNameWorld                                  lexicon.Class
	bodies, places                                                                         []lexicon.Class
	orgHead, placeHead, legalForm, article, nameLink, nameJoin                             lexicon.Class
	role, status, part, verb, nominal, paraphrase, demonym, speech                         lexicon.Class
	noun, adjective, participle, finite, verbs, adverb, preposition                        lexicon.Class
	conditional, imperfect, past, present, future, auxiliary                               lexicon.Class
	sourceCue, clitic, pronoun, determiner, eventVerb, age, acronym, conjunction, roleSame lexicon.Class
	gerund, infinitive, holder, media, eventNoun, cover                                    lexicon.Class
}

func newClasses(l *lexicon.Lexicon) classes {
	c := classes{
		person: l.Class("person"), title: l.Class("title"), firstName: l.Class("first-name"), firstNameFr: l.Class("first-name-fr"),
		firstNameWorld: l.Class("first-name-world"), orgHead: l.Class("org-head"), placeHead: l.Class("place-head"),
		legalForm: l.Class("legal-form"), article: l.Class("article"), nameLink: l.Class("name-link"), nameJoin: l.Class("name-join"),
		role: l.Class("role"), status: l.Class("role-status"), part: l.Class("phrase-word"), verb: l.Class("role-verb"),
		nominal: l.Class("nominal"), paraphrase: l.Class("paraphrase"), demonym: l.Class("demonym"), speech: l.Class("speech-verb"),
		noun: l.Class("noun"), adjective: l.Class("adjective"), participle: l.Class("participle"), finite: l.Class("finite"),
		verbs: l.Class("verb"), adverb: l.Class("adverb"), preposition: l.Class("preposition"), conditional: l.Class("conditional"),
		imperfect: l.Class("imperfect"), past: l.Class("past"), present: l.Class("present"), future: l.Class("future"),
		auxiliary: l.Class("auxiliary"), sourceCue: l.Class("source-cue"), clitic: l.Class("clitic"), pronoun: l.Class("pronoun"),
		determiner: l.Class("determiner"), eventVerb: l.Class("event-verb"), age: l.Class("time-unit"), acronym: l.Class("acronym"), conjunction: l.Class("conjunction"), roleSame: l.Class("role-same"),
		gerund: l.Class("gerund"), infinitive: l.Class("infinitive"), holder: l.Class("role-holder"), cover: l.Class("role-cover"), media: l.Class("media"),
		eventNoun: l.Class("event-noun"),
	}
	for _, n := range []string{"company", "company-list", "media", "institution", "party", "union", "association", "school", "team", "federation"} {
		c.bodies = append(c.bodies, l.Class(n))
	}
	for _, n := range []string{"country", "city", "place", "region-fr", "region-world", "departement", "site"} {
		c.places = append(c.places, l.Class(n))
	}
	return c
}

// form returns the longest form of a class that begins at a token and ends before end, and the token behind it; entry None where there is none.
func (r *reader) form(i, end int, c lexicon.Class) (entry int32, last int) {
	entry = doc.None
	if i < 0 || i >= end {
		return entry, i
	}
	e := r.d.Tokens[i].Word
	if e < 0 {
		return entry, i
	}
	if r.lex.Is(e, c) {
		entry, last = e, i+1
	}
	for k := i + 1; k < end && r.lex.Continues(e); k++ {
		if e = r.lex.Next(e, r.d.Tokens[k].Word); e < 0 {
			break
		}
		if r.lex.Is(e, c) {
			entry, last = e, k+1
		}
	}
	return entry, last
}

// is tells whether a token alone is of a class.
func (r *reader) is(i int, c lexicon.Class) bool {
	return i >= 0 && i < len(r.d.Tokens) && r.lex.Is(r.d.Tokens[i].Word, c)
}

func (r *reader) norm(i int) string {
	if i < 0 || i >= len(r.d.Tokens) {
		return ""
	}
	return r.d.Tokens[i].Norm
}

package main

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

// coverageOf says how the lexicon is asked for a name of each type: for a person of several words, whether its first word is known as a first name or the start of
// a figure's name; for a body, whether it stands in a list or begins with a head noun; for a place, whether it stands in a list.
var coverageOf = map[string]struct {
	lists, starts []string // classes of the whole name; classes of its first word
	several       bool     // only names of several words count
	what          string
}{
	doc.Person:       {nil, []string{"first-name", "first-name-fr", "first-name-world", "person"}, true, "of several words, first word known"},
	doc.Location:     {[]string{"place", "country", "city", "commune", "departement", "region-fr", "region-world", "site", "metonym"}, []string{"place-head"}, false, "in a list, or with a head noun"},
	doc.Organization: {[]string{"company", "company-list", "media", "institution", "party", "union", "association", "school", "team", "federation", "metonym", "country"}, []string{"org-head", "org-word"}, false, "in a list, or with a head noun"},
	doc.Product:      {[]string{"product", "company"}, nil, false, "in a list"},
	doc.Work:         {[]string{"work", "media"}, nil, false, "in a list"},
	doc.EventName:    {[]string{"competition"}, []string{"event-head"}, false, "in a list, or with a head noun"},
}

// covers tells whether the lexicon knows a name of a type, and whether the name counts.
func covers(lex *lexicon.Lexicon, kind, name string) (known, counts bool) {
	c, ok := coverageOf[kind]
	words := token.Forms(lex, name)
	if !ok || len(words) == 0 || c.several && len(words) < 2 {
		return false, false
	}
	first := lex.Word(words[0])
	if part, _, compound := strings.Cut(words[0], "-"); first < 0 && compound {
		first = lex.Word(part) // Jean-Michel
	}
	if first < 0 {
		first = lex.Word(lexicon.Strip(words[0]))
	}
	return in(lex, entryOf(lex, name), c.lists) || in(lex, first, c.starts), true
}

// in tells whether an entry belongs to one of the classes.
func in(lex *lexicon.Lexicon, entry int32, classes []string) bool {
	for _, name := range classes {
		if lex.Is(entry, lex.Class(name)) {
			return true
		}
	}
	return false
}

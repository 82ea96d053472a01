package entity

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// knownHolder returns the one person of the article who is known to hold the office that a phrase names: "le chef de l'Etat" is Emmanuel Macron where
// the article names him without his office. Nobody gets a role by it. Several tells that more than one of them could be meant.
func (r *reader) knownHolder(p *phrase) (found int32, several bool) {
	found = doc.None
	if p.status != "current" || p.org >= 0 || p.orgText.Len() > 0 || !r.lex.Is(r.sameOf(r.oneLine(p.title)), r.c.roleSame) {
		return found, false
	}
	office := r.canonical(r.oneLine(p.title))
	for _, e := range r.famous {
		if !r.held(r.whos[e].entry, office) || r.clash(p, &r.whos[e]) {
			continue
		}
		if found >= 0 && found != e {
			return doc.None, true
		}
		found = e
	}
	return found, false
}

// held tells whether the lexicon knows somebody to have held an office in the year of the article.
func (r *reader) held(entry int32, office string) bool {
	for _, k := range [...][3]string{{"office", "from", "until"}, {"office2", "from2", "until2"}, {"office3", "from3", "until3"}} {
		o := r.lex.Attr(entry, r.c.holder, k[0])
		if o == "" {
			return false
		}
		if !strings.EqualFold(o, office) {
			continue
		}
		from, until := r.lex.Attr(entry, r.c.holder, k[1]), r.lex.Attr(entry, r.c.holder, k[2])
		if r.year == "" || from <= r.year && (until == "" || r.year <= until) {
			return true
		}
	}
	return false
}

// covered returns the one person of the last sentences whose role a wider word covers: "l'élue" is the maire, "le magistrat" the procureur.
func (r *reader) covered(p *phrase) (found int32, several bool) {
	found = doc.None
	covers := r.lex.Attr(p.entry, r.c.cover, "covers")
	if covers == "" || p.status != "current" || p.title.Len() > p.head.Len() || p.org >= 0 || p.orgText.Len() > 0 {
		return found, false
	}
	for m, back := r.nameUpTo(p.First), 0; m >= 0 && back < reach && int(r.sentence[m]) >= p.sentence-4; m, back = m-1, back+1 {
		e := r.person(m)
		if e < 0 || int32(e) == found || r.clash(p, &r.whos[e]) {
			continue
		}
		for _, o := range r.whos[e].roles {
			if o.Status == "current" && among(r.lemmaOf(o.Title), covers) {
				if found >= 0 {
					return doc.None, true
				}
				found = int32(e)
				break
			}
		}
	}
	return found, false
}

// among tells whether a word is one of a list with commas.
func among(word, list string) bool {
	for list != "" {
		var one string
		if one, list, _ = strings.Cut(list, ","); strings.EqualFold(one, word) {
			return true
		}
	}
	return false
}

package entity

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// knownHolder returns the one person of the article who is known to hold the office that a phrase names: "le chef de l'Etat" is Emmanuel Macron where
// the article names him without his office, "la ministre" a minister whom the last sentences name. Nobody gets a role by it. Several tells that more
// than one could be meant, as where a former holder was named just before.
func (r *reader) knownHolder(p *phrase) (found int32, several bool) {
	found = doc.None
	if len(r.famous) == 0 || p.status != "current" || p.org >= 0 || p.orgText.Len() > 0 {
		return found, false
	}
	office := r.canonical(r.oneLine(p.title))
	bare := p.kind == "office" && p.title.Len() == 1
	for _, e := range r.famous[:min(len(r.famous), reach)] {
		w := &r.whos[e]
		if e == found || r.clash(p, w) {
			continue
		}
		now, ever := r.held(w.entry, office, bare)
		if !ever || bare && !r.near(w, p) || !now && !r.near(w, p) {
			continue
		}
		if found >= 0 || !now {
			return doc.None, true
		}
		found = e
	}
	return found, false
}

// near tells whether somebody is named in the sentence of a phrase or the three before it.
func (r *reader) near(w *who, p *phrase) bool {
	for k := len(w.mentions) - 1; k >= max(0, len(w.mentions)-reach); k-- {
		if m := w.mentions[k]; int(m) < r.names && r.mentions[m].First < p.First {
			if int(r.sentence[m]) >= p.sentence-3 {
				return true
			}
		}
	}
	return false
}

// held tells whether the lexicon knows somebody to have held an office in the year of the article, and whether at any time. A bare "ministre" is any
// office that begins so.
func (r *reader) held(entry int32, office string, bare bool) (now, ever bool) {
	for _, k := range [...][3]string{{"office", "from", "until"}, {"office2", "from2", "until2"}, {"office3", "from3", "until3"}} {
		o := r.lex.Attr(entry, r.c.holder, k[0])
		if o == "" {
			break
		}
		if !strings.EqualFold(o, office) && !(bare && longer(o, office)) {
			continue
		}
		from, until := r.lex.Attr(entry, r.c.holder, k[1]), r.lex.Attr(entry, r.c.holder, k[2])
		now = now || r.year == "" || from <= r.year && (until == "" || r.year <= until)
		ever = ever || !bare
	}
	return now, ever || now
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

package quote

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// speaker is who speaks, as far as the article tells.
type speaker struct {
	entity int       // index or None
	words  doc.Range // where it stands; empty where unknown
	gender byte      // 'm', 'f' or 0
	plural bool
	person bool // a person, not a body
	body   bool // somebody who can speak: a person, a body, a crowd, a document
	media  bool
}

func (s *speaker) unknown() bool { return s.entity < 0 && s.words.Len() == 0 }

// memory is who was spoken of last: what pronouns and quotes without a verb go back to.
type memory struct {
	speaker   speaker
	person    speaker // the last of them who was a person with a name, of use where a poll or a communiqué spoke since
	at        int     // token where it spoke
	paragraph int
	focus     int // entity of the last person who was a subject
	focusAt   int
	unnamed   doc.Range // a subject without a name, where focus is None
	gender    byte      // of unnamed
}

// resolve finds who stands behind a cue.
func (r *reader) resolve(c *cue, index, first int) *speaker {
	if c.known {
		return &c.speaker
	}
	c.known = true
	c.speaker.entity = doc.None
	if c.form != according && r.lex.Attr(c.entry, r.verb, "cite") != "" {
		if who, ok := r.rightSubject(c.Last, len(r.d.Tokens)); ok {
			if s := r.byWords(who, false); s.body {
				c.who = who // citant l'expert, not: citant des chiffres
			}
		}
	}
	switch {
	case c.anyone:
		c.speaker = r.within(c.Last)
	case c.who.Len() > 0 && r.one(c.who.First):
		c.speaker = r.byPronoun(c.who.First)
		c.speaker.words = c.who
	case c.who.Len() > 0:
		c.speaker = r.byWords(c.who, c.form != according)
		if m := &r.memory; c.speaker.entity < 0 && c.speaker.person && !c.speaker.plural && c.incise && m.speaker.entity >= 0 && m.speaker.person &&
			r.definite(c.who.First) && agrees(m.speaker.gender, c.speaker.gender) && r.sameParagraph(c.First) && r.lex.Attr(c.entry, r.verb, "more") != "" {
			c.speaker = r.byEntity(m.speaker.entity, c.who) // a ajouté le député de l'Ain
		}
	case c.pronoun >= 0:
		c.speaker = r.byPronoun(c.pronoun)
	case c.form == according:
		if index > 0 { // un fidèle de M. Roux, selon lequel
			c.speaker = *r.resolve(&r.cues[index-1], index-1, first)
		} else {
			c.speaker = r.memory.speaker
		}
	case c.form == infinitive && c.First > first && r.ahead(c.First):
		c.speaker = r.lastSpeaker()
	case c.form != finite && index > 0:
		c.speaker = *r.resolve(&r.cues[index-1], index-1, first)
	default:
		who, pronoun, relative, ok := r.leftSubject(first, c.First, c.form != finite)
		switch {
		case ok && pronoun >= 0:
			c.pronoun = pronoun
			c.speaker = r.byPronoun(pronoun)
		case ok && who.Len() > 0:
			c.who = who
			c.speaker = r.byWords(who, true)
		case relative >= 0 || c.form != finite || c.First > first && r.joins(c.First-1):
			c.speaker = r.memory.speaker
		}
	}
	return &c.speaker
}

// one tells the "celui" of "celui qui fut président", which goes back to somebody like a pronoun.
func (r *reader) one(i int) bool {
	p, _ := r.partOf(i)
	return p == "one"
}

// lastSpeaker returns who spoke last, or the last person who was a subject where nobody spoke.
func (r *reader) lastSpeaker() speaker {
	if m := &r.memory; m.speaker.unknown() && m.focus >= 0 {
		return r.byEntity(m.focus, doc.Range{})
	}
	return r.memory.speaker
}

// joins tells what goes on from a verb before: a comma, "et".
func (r *reader) joins(i int) bool {
	p, _ := r.partOf(i)
	return p == "and" || r.mark(i) == ","
}

// ahead tells whether "avant de" stands before a verb.
func (r *reader) ahead(i int) bool {
	for k := max(0, i-3); k < i; k++ {
		if p, last := r.partOf(k); p == "ahead" && last >= i-1 {
			return true
		}
	}
	return false
}

// byPronoun finds whom a pronoun stands for: who spoke last or the last person who was a subject, whichever is nearer and of its gender; else the last
// person who was named, or the next one where the article opens with a pronoun.
func (r *reader) byPronoun(i int) speaker {
	e, last := r.form(i, r.part)
	gender, plural := byte(0), false
	if e >= 0 {
		if g := r.lex.Attr(e, r.part, "gender"); g != "" {
			gender = g[0]
		}
		plural = r.lex.Attr(e, r.part, "number") == "p"
	}
	words := doc.Range{First: i, Last: last}
	m := &r.memory
	if e := r.opened(i, gender); e >= 0 && !plural {
		return r.byEntity(e, words)
	}
	if m0, e0 := r.mention(i); m0 >= 0 && e0 >= 0 && !plural { // the entity room knows
		return r.byEntity(e0, words)
	}
	spoke := !m.speaker.unknown() && agrees(m.speaker.gender, gender) && m.speaker.plural == plural
	if spoke && !plural && m.speaker.entity < 0 && !m.speaker.person && r.sameParagraph(i) { // a poll and a communiqué have no "commente-t-il"
		switch {
		case m.focus >= 0 && agrees(r.gender(m.focus), gender):
			return r.byEntity(m.focus, words)
		case m.person.entity >= 0 && agrees(m.person.gender, gender):
			return r.byEntity(m.person.entity, words)
		}
	}
	if m.focus >= 0 && !plural && m.focusAt < i && (!spoke || m.focusAt > m.at) && agrees(r.gender(m.focus), gender) {
		return r.byEntity(m.focus, words)
	}
	if m.focus < 0 && m.unnamed.Len() > 0 && !plural && m.focusAt < i && (!spoke || m.focusAt > m.at) && agrees(m.gender, gender) {
		return speaker{entity: doc.None, words: m.unnamed, gender: m.gender, person: true, body: true}
	}
	if spoke {
		s := m.speaker
		if s.entity < 0 && s.words.Len() == 0 {
			s.words = words
		}
		return s
	}
	if plural {
		return speaker{entity: doc.None}
	}
	k := r.mentionBefore(i)
	for n := 0; k >= 0 && n < 40; k, n = k-1, n+1 {
		x := &r.d.Mentions[k]
		if x.Last < i-150 {
			break
		}
		if e := int(r.entity[k]); e >= 0 && x.Type == doc.Person && x.Last <= i && agrees(r.gender(e), gender) {
			return r.byEntity(e, words)
		}
	}
	for k = r.mentionBefore(i) + 1; k < len(r.d.Mentions) && r.d.Mentions[k].First < i+60; k++ {
		if e := int(r.entity[k]); e >= 0 && r.d.Mentions[k].Type == doc.Person && r.d.Mentions[k].First > i && agrees(r.gender(e), gender) {
			return r.byEntity(e, words)
		}
	}
	return speaker{entity: doc.None}
}

// mentionBefore returns the last mention that begins before a token, or None. Mentions stand in text order.
func (r *reader) mentionBefore(i int) int {
	lo, hi := 0, len(r.d.Mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.d.Mentions[mid].First < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

func agrees(a, b byte) bool { return a == 0 || b == 0 || a == b }

func (r *reader) gender(entity int) byte {
	e := &r.d.Entities[entity]
	if e.Gender == "m" || e.Gender == "f" {
		return e.Gender[0]
	}
	if e.Type == doc.Person && len(e.Mentions) > 0 { // by the first name
		for _, m := range e.Mentions[:1] {
			t := &r.d.Tokens[r.d.Mentions[m].First]
			if g := r.lex.Attr(t.Word, r.firstName, "gender"); (g == "m" || g == "f") && r.d.Mentions[m].Range.Len() > 1 {
				return g[0]
			}
		}
	}
	return 0
}

func (r *reader) byEntity(e int, words doc.Range) speaker {
	x := &r.d.Entities[e]
	return speaker{entity: e, words: words, gender: r.gender(e), person: x.Type == doc.Person, body: x.Type == doc.Person || x.Type == doc.Organization ||
		x.Type == doc.Location, media: x.Kind == "media"}
}

// byWords finds whom a noun phrase names. loose tells that it is the subject of a verb of saying: then any noun may go back to the last speaker.
func (r *reader) byWords(x doc.Range, loose bool) speaker {
	s := speaker{entity: doc.None, words: x}
	head := x.First
	for head < x.Last-1 && r.determines(head) {
		head++
	}
	for head < x.Last-1 && r.d.Tokens[head].Is(doc.Punct) {
		head++
	}
	for k := head; k < min(x.Last-1, head+2) && r.is(k, r.adjective) && r.d.Tokens[k].Is(doc.Lower); k++ {
		if e, _ := r.form(k, r.role); e >= 0 {
			break
		}
		if e, _ := r.form(k+1, r.role); e >= 0 {
			head = k + 1 // l'ancien ministre, la jeune maire
			break
		}
	}
	t := &r.d.Tokens[head]
	roleEntry, _ := r.form(head, r.role)
	crowd, _ := r.form(head, r.collective)
	s.gender, s.plural = r.nounGender(head, roleEntry, crowd, x)
	s.body = roleEntry >= 0 || crowd >= 0 || r.is(head, r.saying) || !t.Is(doc.Lower)
	s.person = roleEntry >= 0
	named := doc.None // the mention that names the speaker
	plain := true     // no preposition before
	for i := x.First; i < x.Last; i++ {
		if m, e := r.mention(i); m >= 0 {
			y := &r.d.Mentions[m]
			if plain && (named < 0 || y.Type == doc.Person && r.d.Mentions[named].Type != doc.Person) {
				if e >= 0 && (y.Type == doc.Person || y.First <= head || !t.Is(doc.Lower) || roleEntry < 0) {
					named = m
				}
			} else if e >= 0 && y.First == i && y.Last == x.Last && named < 0 && r.nameOf(m, head, roleEntry) {
				named = m // le ministre de la Culture Paul Roux
			}
			i = max(i, y.Last-1)
			continue
		}
		if p, _ := r.partOf(i); p == "of" && i > x.First || p == "to" || r.is(i, r.preposition) && p == "" {
			plain = false
		}
	}
	if comma := r.pastComplement(x.Last, roleEntry); named < 0 && comma+1 < len(r.d.Tokens) && r.mark(comma) == "," && t.Is(doc.Lower) {
		// la ministre des Ports, Nadia Kerr
		for k := comma + 1; k < min(len(r.d.Tokens), comma+5) && s.person && !s.plural; k++ {
			if m, e := r.mention(k); m >= 0 {
				if e >= 0 && r.d.Mentions[m].Type == doc.Person && (comma == x.Last || r.closed(r.d.Mentions[m].Last)) {
					named = m
				}
				break
			}
			if entry, _ := r.form(k, r.role); entry < 0 && !r.is(k, r.title) && !r.determines(k) {
				break // le colonel Hugo Lenz
			}
		}
	}
	if named >= 0 && r.d.Mentions[named].Form == "nominal" && s.gender != 0 && !agrees(r.gender(int(r.entity[named])), s.gender) {
		return s // "la directrice" is not Paul Roux
	}
	if named >= 0 && r.member(named, x) {
		return r.byEntity(r.memory.speaker.entity, x) // le Marcheur
	}
	if named >= 0 {
		e := int(r.entity[named])
		by := r.byEntity(e, x)
		if by.gender == 0 {
			by.gender = s.gender
		}
		by.plural = false
		if by.person && s.person {
			r.learn(roleEntry, head, x, e)
		}
		return by
	}
	if s.plural || !t.Is(doc.Lower) && roleEntry < 0 {
		return s
	}
	definite := x.First < head && r.definite(x.First)
	if e := r.byRole(x, head, roleEntry); e >= 0 && (definite || roleEntry >= 0 && (x.First == head || r.lex.Attr(roleEntry, r.role, "kind") == "kin")) {
		by := r.byEntity(e, x)
		return by
	}
	if !definite {
		return s
	}
	if roleEntry >= 0 && r.points(x.First) && r.memory.speaker.entity >= 0 && r.memory.speaker.person && agrees(r.memory.speaker.gender, s.gender) {
		return r.byEntity(r.memory.speaker.entity, x) // ce spécialiste des marées
	}
	if m := &r.memory; roleEntry >= 0 && m.focus >= 0 && len(r.d.Entities[m.focus].Roles) == 0 && agrees(r.gender(m.focus), s.gender) && head-m.focusAt < 60 && r.begins(x.First) {
		return r.byEntity(m.focus, x) // Paul Roux s'en est pris à… . L'ancien porte-parole du gouvernement estime
	}
	if r.hasComplement(head+1, x.Last) || x.Last < len(r.d.Tokens) && r.is(x.Last, r.participle) && !r.is(x.Last, r.finite) {
		return s // le parti dirigé par
	}
	if e := r.byHead(head); e >= 0 {
		return r.byEntity(e, x)
	}
	m := &r.memory
	if m.speaker.entity >= 0 && m.speaker.person && crowd < 0 && (roleEntry >= 0 || loose && r.epithet(head)) && agrees(m.speaker.gender, s.gender) && (roleEntry >= 0 || !r.is(head, r.saying)) && r.sameParagraph(head) {
		return r.byEntity(m.speaker.entity, x) // le chercheur, l'écologiste
	}
	if crowd >= 0 && roleEntry >= 0 && m.speaker.entity >= 0 && m.speaker.person && agrees(m.speaker.gender, s.gender) && r.sameParagraph(head) {
		return r.byEntity(m.speaker.entity, x)
	}
	if m.focus >= 0 && roleEntry >= 0 && agrees(r.gender(m.focus), s.gender) && m.focusAt < head && head-m.focusAt < 120 && !r.otherOffice(m.focus, head, roleEntry) {
		return r.byEntity(m.focus, x)
	}
	return s
}

// sameParagraph tells whether the last speaker spoke in this paragraph or in the two before.
func (r *reader) sameParagraph(i int) bool {
	k := r.d.SentenceAt(i)
	return k >= 0 && r.d.Sentences[k].Paragraph-r.memory.paragraph <= 2
}

// points tells ce, cet, cette, ces before a noun.
func (r *reader) points(i int) bool {
	p, _ := r.partOf(i)
	return p == "this" && r.is(i, r.determiner)
}

// definite tells le, la, l', ce, cet, cette.
func (r *reader) definite(i int) bool {
	p, _ := r.partOf(i)
	return p == "object" || r.is(i, r.determiner) && p == "this"
}

// hasComplement tells whether something that narrows a noun down stands between two tokens: "de la CGT", but not an adjective.
func (r *reader) hasComplement(i, last int) bool {
	for ; i < last; i++ {
		if p, _ := r.partOf(i); (p == "of" || p == "to") && !(i+1 < last && r.d.Tokens[i+1].Is(doc.Digit)) {
			return true
		}
	}
	return false
}

// nounGender tells gender and number of a noun phrase.
func (r *reader) nounGender(head int, role, crowd int32, x doc.Range) (gender byte, plural bool) {
	g, n := "", ""
	if role >= 0 {
		g, n = r.lex.Attr(role, r.role, "gender"), r.lex.Attr(role, r.role, "number")
	} else if crowd >= 0 {
		g, n = r.lex.Attr(crowd, r.collective, "gender"), r.lex.Attr(crowd, r.collective, "number")
	} else {
		g, n = r.tagged(head)
	}
	if n == "" || n == "i" {
		if x.First < head {
			if _, dn := r.tagged(x.First); dn == "p" {
				n = "p"
			}
		}
	}
	if x.First < head && r.manyOf(x.First) {
		n = "p" // les parents
	}
	if x.First < head {
		// "la ministre": the article tells what the noun does not
		if dg, _ := r.tagged(x.First); dg == "m" || dg == "f" {
			g = dg
		}
	}
	if g == "m" || g == "f" {
		gender = g[0]
	}
	return gender, n == "p"
}

// tagged returns gender and number of the first nominal reading of a word.
func (r *reader) tagged(i int) (gender, number string) {
	tags := r.lex.Tags(r.d.Tokens[i].Word)
	for tags != "" {
		tag, rest, _ := strings.Cut(tags, ";")
		tags = rest
		tag, _, _ = strings.Cut(tag, ",")
		if len(tag) == 3 && (tag[0] == 'n' || tag[0] == 'a') {
			return tag[1:2], tag[2:3]
		}
		if len(tag) == 6 && tag[:4] == "det." {
			return tag[4:5], tag[5:6]
		}
	}
	return "", ""
}

// byHead finds the body whose name begins with the noun: "le ministère" after "le ministère de la Santé".
func (r *reader) byHead(head int) int {
	w := r.d.Tokens[head].Norm
	last := r.mentionBefore(head)
	for m := last; m >= 0 && m > last-300; m-- {
		x := &r.d.Mentions[m]
		if x.Range.Len() > 1 && x.Last <= head && r.entity[m] >= 0 && x.Type == doc.Organization && r.d.Tokens[x.First].Norm == w {
			return int(r.entity[m])
		}
	}
	return doc.None
}

// remember keeps who spoke.
func (r *reader) remember(s *speaker, at int) {
	if s.unknown() {
		return
	}
	r.memory.speaker, r.memory.at = *s, at
	if k := r.d.SentenceAt(min(at, len(r.d.Tokens)-1)); k >= 0 {
		r.memory.paragraph = r.d.Sentences[k].Paragraph
	}
	if s.entity >= 0 && s.person {
		r.memory.person = *s
		r.memory.focus, r.memory.focusAt, r.memory.unnamed = s.entity, at, doc.Range{}
	}
}

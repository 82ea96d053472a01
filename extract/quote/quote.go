// Package quote finds what people say in an article, in their own words or in the author's, and who says it.
//
// A quote stands in quotation marks, after a dash, or in a clause that a verb of saying or a "selon" governs. Marks alone make no quote: names, titles
// and words that the author keeps at arm's length stand in them too ("judge.go" tells them apart). Who speaks is the subject of the verb
// ("phrase.go" finds it), and is made an entity by its name, its role or the people who were spoken of before ("speaker.go").
package quote

import (
	"slices"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Attributor finds quotes and speakers. It is safe for any number of goroutines.
type Attributor struct {
	lex   *lexicon.Lexicon
	parts map[int32]string // single words of speech-part: what they do; asked at most tokens
	kinds map[int32]string // single words of source-cue: their kind

	verb, saying, cue, part, collective, scare              lexicon.Class
	role, title, media, weekday, auxiliary, particle, month lexicon.Class
	finite, participle, gerund, infinitive                  lexicon.Class
	noun, adjective, adverb, determiner, preposition        lexicon.Class
	pronoun, verbal, firstName                              lexicon.Class
}

// New returns an Attributor for a lexicon.
func New(lex *lexicon.Lexicon) *Attributor {
	c := lex.Class
	a := &Attributor{lex: lex, parts: map[int32]string{}, kinds: map[int32]string{},
		verb: c("speech-verb"), saying: c("speech-noun"), cue: c("source-cue"), part: c("speech-part"), collective: c("collective-speaker"),
		scare: c("scare"), role: c("role"), title: c("title"), media: c("media"), weekday: c("weekday"), month: c("month"),
		auxiliary: c("auxiliary"), particle: c("particle"),
		finite: c("finite"), participle: c("participle"), gerund: c("gerund"), infinitive: c("infinitive"),
		noun: c("noun"), adjective: c("adjective"), adverb: c("adverb"), determiner: c("determiner"), preposition: c("preposition"),
		pronoun: c("pronoun"), verbal: c("verb"), firstName: c("first-name"),
	}
	for form, key := range lex.Entries("speech-part") {
		if w := lex.Word(lexicon.Fold(form)); w >= 0 {
			a.parts[w] = key("part")
		}
	}
	for form, key := range lex.Entries("source-cue") {
		if w := lex.Word(lexicon.Fold(form)); w >= 0 {
			a.kinds[w] = key("kind")
		}
	}
	return a
}

// Attribute returns the quotes of the document with their speakers, in text order.
func (a *Attributor) Attribute(d *doc.Document) []doc.Quote {
	if len(d.Tokens) == 0 {
		return nil
	}
	r := a.read(d)
	r.marks()
	for k := 0; k < len(d.Sentences); {
		if d.Sentences[k].Kind == doc.Aside {
			k++
			continue
		}
		if n := r.dialogue(k); n > k+1 || len(r.quotes) > 0 && r.quotes[len(r.quotes)-1].By == "quote.dash" && r.quotes[len(r.quotes)-1].First > d.Sentences[k].First {
			k = n
			continue
		}
		r.sentence(k)
		k++
		r.nameOpening(k)
	}
	r.nameHeadings()
	slices.SortStableFunc(r.quotes, func(x, y doc.Quote) int { return x.Start - y.Start })
	return r.quotes
}

// reader is the state of one article that is being read.
type reader struct {
	*Attributor
	d        *doc.Document
	quotes   []doc.Quote
	spans    []quoted  // what stands in quotation marks, outermost only
	next     int       // the first span that does not end before the sentence that is read
	nameAt   []int32   // for each token the mention that covers it, plus one
	entity   []int32   // for each mention its entity, or None
	phrases  []several // forms of several words of the classes of this room
	formAt   []int32   // for each token the first of phrases that begins there, plus one
	cues     []cue     // of the sentence that is read
	memory   memory
	learned  map[string]naming    // by the lemma of the noun
	roles    map[string][]roleRef // by the lemma of a noun in the title; made when first asked for
	headings []int                // quotes that are subheadings
}

// several is a form of more than one word.
type several struct {
	doc.Range
	class lexicon.Class
	entry int32
}

// read indexes what the stages above yielded.
func (a *Attributor) read(d *doc.Document) *reader {
	r := &reader{Attributor: a, d: d}
	index := make([]int32, 2*len(d.Tokens)+len(d.Mentions))
	r.nameAt, index = index[:len(d.Tokens)], index[len(d.Tokens):]
	r.formAt, r.entity = index[:len(d.Tokens)], index[len(d.Tokens):]
	for i := range r.entity {
		r.entity[i] = doc.None
	}
	for i := range d.Entities {
		for _, m := range d.Entities[i].Mentions {
			if m >= 0 && m < len(r.entity) {
				r.entity[m] = int32(i)
			}
		}
	}
	for m := range d.Mentions {
		x := d.Mentions[m].Range
		for t := max(0, x.First); t < min(x.Last, len(d.Tokens)); t++ {
			if o := r.nameAt[t]; o == 0 || d.Mentions[o-1].Range.Len() < x.Len() {
				r.nameAt[t] = int32(m) + 1
			}
		}
	}
	for i := range d.Annotations {
		x := &d.Annotations[i]
		if x.Entry < 0 {
			continue
		}
		var c lexicon.Class
		switch x.Kind {
		case "speech-verb":
			c = a.verb
		case "speech-part":
			c = a.part
		case "source-cue":
			c = a.cue
		case "role":
			c = a.role
		case "collective-speaker":
			c = a.collective
		case "speech-noun":
			c = a.saying
		default:
			continue
		}
		if r.formAt[x.First] == 0 {
			r.formAt[x.First] = int32(len(r.phrases)) + 1
		}
		r.phrases = append(r.phrases, several{x.Range, c, x.Entry})
	}
	r.memory.speaker.entity, r.memory.person.entity, r.memory.focus = doc.None, doc.None, doc.None
	return r
}

// form returns the entry of a class that begins at a token, and where it ends: the longest form, or the word alone; None where there is none.
func (r *reader) form(i int, c lexicon.Class) (entry int32, last int) {
	for k := int(r.formAt[i]) - 1; k >= 0 && k < len(r.phrases) && r.phrases[k].First == i; k++ {
		if r.phrases[k].class == c {
			return r.phrases[k].entry, r.phrases[k].Last
		}
	}
	if w := r.d.Tokens[i].Word; r.lex.Is(w, c) {
		return w, i + 1
	}
	return doc.None, i
}

// is tells whether a token belongs to a class as a word alone.
func (r *reader) is(i int, c lexicon.Class) bool { return r.lex.Is(r.d.Tokens[i].Word, c) }

// partOf returns what a token, or the form that begins at it, does around a verb of saying ("" for most), and where it ends.
func (r *reader) partOf(i int) (part string, last int) {
	if r.formAt[i] > 0 {
		if e, last := r.form(i, r.part); last > i+1 {
			return r.lex.Attr(e, r.part, "part"), last
		}
	}
	if w := r.d.Tokens[i].Word; r.lex.Is(w, r.part) {
		return r.parts[w], i + 1
	}
	return "", i + 1
}

// cueKind returns the entry and the kind of the cue of a source that begins at a token (None and "" where there is none), and where it ends.
func (r *reader) cueKind(i int) (entry int32, kind string, last int) {
	e, last := r.form(i, r.cue)
	if e < 0 {
		return e, "", last
	}
	if last == i+1 {
		return e, r.kinds[e], last
	}
	return e, r.lex.Attr(e, r.cue, "kind"), last
}

// mark returns the first letter of a token's text: enough to know punctuation.
func (r *reader) mark(i int) string {
	t := &r.d.Tokens[i]
	if !t.Is(doc.Punct) {
		return ""
	}
	return r.d.Slice(t.Span)
}

// mention returns the mention that covers a token and its entity, None where there is none.
func (r *reader) mention(i int) (mention, entity int) {
	m := int(r.nameAt[i]) - 1
	if m < 0 {
		return doc.None, doc.None
	}
	return m, int(r.entity[m])
}

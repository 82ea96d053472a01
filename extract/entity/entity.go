// Package entity unites the mentions of an article: who is the same as whom, by which name, of which gender, in which role.
//
// Names are joined first (names.go, person.go, organization.go), then phrases of roles are read and tied to people (phrase.go, role.go), then
// nouns and pronouns that go back to somebody become mentions of their own (nominal.go).
package entity

import (
	"sync"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Uniter unites mentions. It is safe for any number of goroutines.
type Uniter struct {
	lex   *lexicon.Lexicon
	c     classes
	words map[int32]*word // phrase-word.tsv by entry
	bits  []uint64        // the words with which its forms begin
	pool  sync.Pool
}

// New returns a Uniter for a lexicon.
func New(lex *lexicon.Lexicon) *Uniter {
	u := &Uniter{lex: lex, c: newClasses(lex)}
	u.words, u.bits = words(lex, u.c.part)
	u.pool.New = func() any {
		return &reader{u: u, lex: lex, c: &u.c, groupOf: map[string]int32{}, byLast: map[string][]int32{}, byFirst: map[string][]int32{}, byInitials: map[string]int32{}, roles: map[int32]*role{}, titles: map[string]string{}}
	}
	return u
}

// Unite returns the mentions of the document, those that it has and the nouns and pronouns that go back to them, in text order, and the entities
// that they name, the most important first.
func (u *Uniter) Unite(d *doc.Document) ([]doc.Mention, []doc.Entity) {
	r := u.pool.Get().(*reader)
	defer u.pool.Put(r)
	r.begin(d)
	r.group()
	r.reconcile()
	r.joinPeople()
	r.joinBodies()
	r.people()
	r.genders()
	r.phrases()
	r.tie()
	r.nominals()
	r.dismiss()
	r.parents()
	r.weigh()
	return r.result()
}

// who is an entity in the making.
type who struct {
	typ      string
	kind     string
	canon    string // key of what the lexicon calls it, "" where it knows nothing
	entry    int32  // of role-holder.tsv, or None
	name     string
	words    int     // of the name
	mentions []int32 // indexes into reader.mentions
	masc     int     // evidence of gender
	fem      int
	roles    []doc.Role
	parent   int32
	salience float64
}

// reader holds what is known of one article while its entities are made.
type reader struct {
	u   *Uniter
	lex *lexicon.Lexicon
	c   *classes
	d   *doc.Document

	mentions []doc.Mention // the names, then what was found
	names    int           // how many are names
	nameAt   []int32       // for each token the name that holds it, plus one
	sentence []int32       // of each name

	groupOf    map[string]int32 // type and key of a name -> group
	groups     []group
	byLast     map[string][]int32 // groups of people by last word
	byFirst    map[string][]int32
	byInitials map[string]int32
	roles      map[int32]*role
	titles     map[string]string // titles that were compared, and by what
	key        []byte
	of         []int32 // group of each name
	entity     []int32 // group -> entity
	year       string  // of the article, "" where it is not known
	famous     []int32 // people of whom the lexicon knows an office
	whos       []who
	list       []phrase
	quoted     bool // the token at hand stands in quotation marks
	spoken     []turn
	strangers  []int32                     // nouns that brought in somebody without a name: "une adolescente"
	it         struct{ token, entity int } // the pronoun that was tied last
	holders    []int32                     // people with roles, in the order in which they got the first
	most       int                         // the person who is named most often
	only       int                         // the one person of the article who speaks, or None
}

// reach is how many names or turns back one looks for whom a word means: reading stays linear in a sentence without end.
const reach = 64

// group holds the names that are written alike.
type group struct {
	typ    string
	key    string
	canon  string
	alias  bool // the lexicon calls it by another name
	gender byte
	parent int32 // union-find
	count  int
	first  int32 // name
	words  int
}

func (r *reader) begin(d *doc.Document) {
	r.d = d
	r.mentions = append(make([]doc.Mention, 0, len(d.Mentions)+len(d.Mentions)/4), d.Mentions...)
	r.names = len(d.Mentions)
	r.nameAt = resized(r.nameAt, len(d.Tokens))
	r.sentence, r.of = resized(r.sentence, r.names), resized(r.of, r.names)
	s := 0
	for m := range r.mentions {
		x := &r.mentions[m]
		for s < len(d.Sentences)-1 && d.Sentences[s].Last <= x.First {
			s++
		}
		r.sentence[m] = int32(s)
		for i := x.First; i < x.Last && i < len(d.Tokens); i++ {
			if r.nameAt[i] == 0 {
				r.nameAt[i] = int32(m) + 1
			}
		}
	}
	clear(r.groupOf)
	clear(r.byLast)
	clear(r.byFirst)
	clear(r.byInitials)
	clear(r.titles)
	r.groups, r.list, r.spoken, r.holders = r.groups[:0], r.list[:0], r.spoken[:0], r.holders[:0]
	r.whos = nil
	r.it.token = doc.None
	r.famous, r.year = r.famous[:0], ""
	r.strangers = r.strangers[:0]
	if len(d.Source.Published) >= 4 {
		r.year = d.Source.Published[:4]
	}
}

func resized(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// at returns the name that holds a token, or None.
func (r *reader) at(i int) int {
	if i < 0 || i >= len(r.nameAt) {
		return doc.None
	}
	return int(r.nameAt[i]) - 1
}

// starts returns the name that begins at a token, or None.
func (r *reader) starts(i int) int {
	if m := r.at(i); m >= 0 && r.mentions[m].First == i {
		return m
	}
	return doc.None
}

// ends returns the name that ends before a token, or None.
func (r *reader) ends(i int) int {
	if m := r.at(i - 1); m >= 0 && r.mentions[m].Last == i {
		return m
	}
	return doc.None
}

// person returns the entity of a name if it is a person, or None.
func (r *reader) person(m int) int {
	if m < 0 || m >= r.names {
		return doc.None
	}
	if e := r.entity[r.of[m]]; r.whos[e].typ == doc.Person {
		return int(e)
	}
	return doc.None
}

func (r *reader) whoOf(m int) int { return int(r.entity[r.of[m]]) }

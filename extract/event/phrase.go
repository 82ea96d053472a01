package event

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// A phrase is a piece of a sentence: a noun with what stands before it, a verb, or a mark that divides clauses.
type phrase struct {
	first, last int // tokens, without the preposition
	lead        int // first token with the preposition
	what        what
	slot        slot // of a noun: the preposition before it
	head        int  // of a noun: its head word
	entry       int32
	kinds       kinds
	mention     int
	amount      int
	date        int
	poss        bool // son, sa, ses, leur
	this        bool // ce, cette
	none        bool // aucun, sans
	loose       bool // "des salariés": de + les or a plain plural
	parent      int  // the phrase that a "de" complement hangs on
}

type what uint8

const (
	other what = iota
	nominal
	verb
	comma
	stop
	and
	who
	whom
	whose
	where
	if_
	sub
)

// chunk cuts the sentence into phrases.
func (p *parser) chunk() {
	p.phrases = p.phrases[:0]
	p.inside = reset(p.inside, p.end-p.start)
	for i := p.start; i < p.end; i++ {
		if p.sorts[i]&verbal == 0 {
			continue
		}
		// the words of "mettre en vente" are one trigger, and no phrases of their own
		if _, last := p.trigger(i); last > i+1 {
			for k := i + 1; k < last; k++ {
				if p.dateOf(k) == doc.None && !(p.mentionAt(i+1) != doc.None && p.mentionOf(k) == p.mentionAt(i+1)) {
					p.inside[k-p.start] = 1
				}
			}
		}
	}
	for i := p.start; i < p.end; {
		x := p.next(i)
		x.parent = doc.None
		if n := len(p.phrases); n > 0 && x.what == nominal && (x.slot == slotDe) {
			if y := &p.phrases[n-1]; y.what == nominal && y.last == x.lead && y.date == doc.None {
				x.parent = n - 1
			} else if y.what != verb && y.what != nominal {
				x.loose = true
			}
		} else if n == 0 && x.slot == slotDe {
			x.loose = true // "Des salariés manifestent"
		}
		if x.parent != doc.None {
			p.lend(&p.phrases[x.parent], &x)
		}
		for k := i; k < x.last; k++ {
			p.phraseOf[k-p.start] = int32(len(p.phrases))
		}
		p.phrases = append(p.phrases, x)
		i = max(x.last, i+1)
	}
}

func (p *parser) next(i int) phrase {
	t := &p.d.Tokens[i]
	x := phrase{first: i, last: i + 1, lead: i, mention: doc.None, amount: doc.None, date: doc.None, entry: doc.None, head: i}
	if p.inside[i-p.start] != 0 {
		return x
	}
	if t.Is(doc.Punct) {
		switch t.Norm {
		case ",":
			x.what = comma
		case "(", ")", "\"", "«", "»", "“", "”", "-", "–", "—":
			x.what = other
		default:
			x.what = stop
		}
		return x
	}
	if e, last := p.longest(i, p.v.slot); e >= 0 && last > i+1 && p.dateAt(i) == doc.None {
		// "face à", "à la tête de": before the noun in them is read
		if y, ok := p.prepositional(i, e, last); ok {
			return y
		}
	}
	if y, ok := p.noun(i); ok {
		return y
	}
	if e, last := p.longest(i, p.v.clause); e >= 0 {
		x.last = last
		switch p.part(e) {
		case partWho:
			x.what = who
		case partWhom:
			x.what = whom
		case partWhose:
			x.what = whose
		case partWhere:
			x.what = where
		case partIf:
			x.what = if_
		case partSub:
			x.what = sub
		case partAnd:
			x.what = and
		case partEvery:
			p.habit = true
		case partThat:
			x.what = nominal
			return x
		case partSubject:
			x.what, x.kinds, x.mention = nominal, p.v.pronoun, p.mentionOf(i)
			if x.mention != doc.None {
				x.kinds = p.mentionKinds(x.mention)
			}
			return x
		}
		if x.what != other || last > i+1 {
			return x
		}
	}
	if e, last := p.longest(i, p.v.slot); e >= 0 && p.sorts[i]&finite == 0 {
		if y, ok := p.prepositional(i, e, last); ok {
			return y
		}
		x.last = last
		return x
	}
	if p.sorts[i]&verbal != 0 {
		x.what = verb
	}
	return x
}

// prepositional reads the noun behind the preposition of tokens [i, last).
func (p *parser) prepositional(i int, e int32, last int) (phrase, bool) {
	if last < p.end && p.d.Tokens[last].Is(doc.Punct) && (p.d.Tokens[last].Norm == "\"" || p.d.Tokens[last].Is(doc.Open)) {
		last++ // pour "assassinat"
	}
	y, ok := p.noun(last)
	if !ok || y.slot != slotNone || y.lead != last {
		return y, false
	}
	y.lead, y.slot = i, p.slotFor(e)
	y.loose = y.slot == slotDe && i > p.start && p.sorts[i-1]&(noun|preposition) == 0
	return y, true
}

// noun reads a noun phrase at i: name, amount, date, or determiner, adjectives, noun and what hangs on it.
func (p *parser) noun(i int) (phrase, bool) {
	x := phrase{first: i, last: i, lead: i, what: nominal, mention: doc.None, amount: doc.None, date: doc.None, entry: doc.None, head: i}
	if i >= p.end || p.inside[i-p.start] != 0 || p.sorts[i]&(be|have) != 0 && p.sorts[i]&verbal != 0 {
		return x, false
	}
	if n := p.dateAt(i); n != doc.None && !(p.amountAt(i) != doc.None && p.amountKind(p.amountAt(i)) == "age") {
		x.date, x.last = n, min(p.d.Dates[n].Last, p.end)
		x.kinds = p.v.is.date
		if p.d.Dates[n].Type == "DURATION" {
			x.kinds = x.kinds.or(p.v.is.duration)
			// "trois ans de prison" is a penalty, not a time
			if e, last := p.penaltyAfter(x.last); e >= 0 {
				x.head, x.last, x.entry = x.last+1, last, e
				x.kinds = x.kinds.or(p.nounKinds(e))
			}
		}
		return x, x.last > x.first
	}
	j := i
	for j+1 < p.end && p.d.Tokens[j].Word >= 0 && p.mentionOf(j) == doc.None && p.v.lex.Is(p.d.Tokens[j].Word, p.v.title) && p.mentionAt(j+1) != doc.None {
		j++ // "de M. Pujol"
	}
	if j > i {
		i = j
	}
	// "du groupe", "au tribunal": the preposition holds the article, and is read by next.
	if p.sorts[i]&preposition != 0 && p.sorts[i]&determiner != 0 && p.amountAt(i) == doc.None && p.mentionAt(i) == doc.None {
		return x, false
	}
	if p.sorts[i]&determiner != 0 && p.amountAt(i) == doc.None && p.mentionAt(i) == doc.None {
		if p.sorts[i]&objectPronoun != 0 && i+1 < p.end && p.sorts[i+1]&verbal != 0 && p.sorts[i+1]&noun == 0 && p.sorts[i+1]&participle == 0 && p.mentionOf(i+1) == doc.None {
			return x, false // "la rachète"
		}
		p.determine(i, &x)
		j = i + 1
	} else if p.sorts[i]&negAny != 0 {
		p.determine(i, &x)
		j = i + 1
	}
	for steps := 0; j < p.end && steps < 7 && p.inside[j-p.start] == 0; steps++ {
		if m := p.mentionAt(j); m != doc.None {
			x.mention, x.head = m, j
			x.last = min(p.d.Mentions[m].Last, p.end)
			x.kinds = p.mentionKinds(m)
			if p.sorts[j]&noun != 0 && p.d.Mentions[m].Form == "nominal" {
				p.headed(&x, j)
			} else if e, last := p.longest(j, p.v.nounKind); e >= 0 && (last == x.last || p.d.Tokens[j].Shape&doc.Capital == 0 && last < x.last) {
				x.kinds = x.kinds.or(p.nounKinds(e)) // "le CAC 40", "la cour d'assises de la Gironde"
			}
			return x, true
		}
		if n := p.amountAt(j); n != doc.None && x.amount == doc.None {
			p.counted(&x, n)
			if x.last >= p.end || p.sorts[x.last]&(noun|adjective) == 0 || p.sorts[x.last]&verbal != 0 || p.sorts[x.last]&preposition != 0 || p.amountKind(n) != "count" && p.amountKind(n) != "number" {
				return x, true
			}
			j = x.last
			continue
		}
		s := p.sorts[j]
		t := &p.d.Tokens[j]
		if t.Is(doc.Punct) || s&(preposition|have|be) != 0 && s&noun == 0 || p.dateAt(j) != doc.None {
			break
		}
		if j == i+1 && p.sorts[i]&determiner != 0 && s&negSecond != 0 && s&adverb != 0 {
			j++ // "la plus célèbre accordéoniste"
			continue
		}
		if s&determiner != 0 && j > i && s&noun == 0 {
			j++ // "tous les", "les deux", "toute la"
			continue
		}
		if s&noun == 0 && s&adjective != 0 && s&verbal == 0 && (j > i || i > p.start && p.sorts[i-1]&preposition != 0) {
			if e, _ := p.longest(j, p.v.nounKind); e >= 0 && (!(j+1 < p.end && p.sorts[j+1]&noun != 0) || p.nounKinds(e).meets(p.v.is.election)) {
				s |= noun // "la présidentielle", "la présidentielle chilienne"
			}
		} else if s&(noun|verbal) == verbal&s && s&verbal != 0 && t.Word >= 0 {
			if e, last := p.longest(j, p.v.nounKind); e >= 0 && last > j+1 {
				s = s&^(verbal|adverb) | noun // "un cessez-le-feu"
			}
		} else if s&known == 0 && j > i && t.Word >= 0 && p.aboutOf(t.Word).in&p.v.bitOf[p.v.nounKind] != 0 {
			s |= noun // "trois nouveaux iPhone"
		}
		if s&noun != 0 && s&(preposition|negFirst|negSecond|finite) == 0 && !(j == i && (s&adverb != 0 || s&participle != 0 && !(i > p.start && p.sorts[i-1]&preposition != 0))) {
			// An adjective before the noun is often a noun itself: "la jeune pousse".
			if s&adjective != 0 && j+1 < p.end && p.sorts[j+1]&noun != 0 && (p.sorts[j+1]&(verbal|preposition|adjective) == 0 || p.ahead(j)) {
				if e, last := p.longest(j, p.v.nounKind); e < 0 || last == j+1 && p.ahead(j) {
					j++
					continue
				}
			}
			p.headed(&x, j)
			if p.sorts[i]&number != 0 && p.sorts[i]&determiner == 0 || j > i+1 && p.sorts[i+1]&number != 0 {
				x.kinds = x.kinds.or(p.v.is.count) // "soixante exemplaires"
			}
			return x, true
		}
		if (j > i || s&known == 0 && i > p.start && p.sorts[i-1]&preposition != 0 && !t.Is(doc.Punct) || s&number != 0 && s&determiner == 0) && (s&(adjective|number) != 0 || s&participle != 0 && s&finite == 0 || s&known == 0 && !t.Is(doc.Symbol)) {
			if s&known == 0 && s&number == 0 {
				x.head, x.last = j, j+1
				x.kinds = p.v.is.name
				if t.Word < 0 && t.Is(doc.Capital) && x.head > p.start {
					x.kinds = x.kinds.or(p.v.is.organization).or(p.v.is.product) // a name that nobody knows: "d'Amundi"
				}
				if cut := strings.LastIndexByte(t.Norm, '-'); cut > 0 {
					if w := p.v.lex.Word(t.Norm[cut+1:]); w >= 0 && p.v.lex.Is(w, p.v.role) {
						x.kinds = x.kinds.or(p.roleKinds(w)) // "l'ex-maire"
					}
				}
				for x.last < p.end && p.d.Tokens[x.last].Is(doc.Capital) && p.mentionAt(x.last) == doc.None {
					x.last++
				}
				return x, true
			}
			j++
			continue
		}
		break
	}
	if x.amount != doc.None {
		return x, true
	}
	if j > i+1 || j == i+1 && j < p.end {
		// an adjective that stands for the noun: "les enseignants", "les verts"
		if k := j - 1; k > i && p.sorts[k]&adjective != 0 && p.sorts[k]&(determiner|preposition) == 0 {
			p.headed(&x, k)
			return x, true
		}
	}
	if p.sorts[i]&negAny != 0 && x.none {
		x.last = i + 1
		return x, true
	}
	return x, false
}

// determine notes what the determiner says of the noun.
func (p *parser) determine(i int, x *phrase) {
	if p.sorts[i]&negAny != 0 {
		x.none = true
		return
	}
	w := p.d.Tokens[i].Word
	if w < 0 {
		return
	}
	switch p.aboutOf(w).part {
	case partPoss, partIndirect:
		x.poss = true // "leur" is indirect before a verb, a possessive before a noun
	case partThis, partSubject: // "ce" is a subject before a verb
		x.this = true
	case partEvery:
		p.habit = true
	}
}

// headed fills a phrase from its head noun: its kinds, what belongs to it on the right, the name in apposition.
func (p *parser) headed(x *phrase, j int) {
	x.head, x.last = j, max(j+1, x.last)
	e, last := p.longest(j, p.v.nounKind)
	if e >= 0 {
		x.entry, x.kinds = e, x.kinds.or(p.nounKinds(e))
		x.last = max(x.last, last)
	}
	if e, last := p.longest(j, p.v.orgHead); e >= 0 && last == j+1 {
		x.kinds = x.kinds.or(p.headKinds(e)) // "la filature", "l'association"
	}
	if e, last := p.longest(j, p.v.metric); e >= 0 {
		kind := p.v.lex.Attr(e, p.v.metric, "kind")
		if x.kinds = x.kinds.or(p.v.kinds.of(kind)); kind == "metric" || kind == "loss" {
			x.kinds = x.kinds.or(p.v.is.metric)
		}
		x.last = max(x.last, last)
	}
	if w := p.d.Tokens[j].Word; w >= 0 && p.d.Tokens[j].Shape&doc.Capital != 0 && p.v.lex.Is(w, p.v.demonym) {
		// "Russes et Ukrainiens", "le Suisse Novexa"
		x.kinds = x.kinds.or(p.v.is.people)
		if !p.plural(x) {
			x.kinds = x.kinds.or(p.v.is.person).or(p.v.is.firm)
		}
	}
	if e, last := p.longest(j, p.v.role); e >= 0 {
		x.kinds = x.kinds.or(p.roleKinds(e))
		x.last = max(x.last, last)
	}
	if e, _ := p.longest(j, p.v.eventNoun); e >= 0 {
		x.kinds = x.kinds.or(p.v.is.happening)
	}
	for x.last < p.end && p.mentionAt(x.last) == doc.None {
		s := p.sorts[x.last]
		if s&adjective == 0 || s&(finite|determiner|preposition|number|negSecond) != 0 || s&participle != 0 && s&verbal != 0 || p.amountAt(x.last) != doc.None || p.dateAt(x.last) != doc.None {
			break
		}
		x.last++
	}
	if k := x.last; k < p.end && !p.v.lex.Is(p.d.Tokens[k].Word, p.v.clause) && p.sorts[k]&noun != 0 && p.sorts[k]&(verbal|preposition|determiner|adverb|number|adjective) == 0 && p.mentionAt(k) == doc.None && p.amountAt(k) == doc.None && p.dateAt(k) == doc.None && !p.d.Tokens[k].Is(doc.Capital) {
		x.last++ // "la loi anticasseurs", "la banlieue sud"
	}
	for x.last < p.end && x.last > x.head && x.mention == doc.None && p.sorts[x.last]&known == 0 && p.d.Tokens[x.last].Word < 0 && p.d.Tokens[x.last].Is(doc.Capital) && p.mentionAt(x.last) == doc.None && p.amountAt(x.last) == doc.None && p.dateAt(x.last) == doc.None {
		x.last++ // "le Suisse Novexa": a name that nobody knows
	}
	if x.last < p.end && x.mention == doc.None {
		if m := p.mentionAt(x.last); m != doc.None && p.d.Mentions[m].Form != "nominal" && p.d.Mentions[m].Form != "pronoun" {
			if k := p.mentionKinds(m); x.kinds.meets(p.v.is.person) && !k.meets(p.v.is.person) && !x.kinds.meets(p.v.is.firm) {
				x.last = min(p.d.Mentions[m].Last, p.end) // "le député LFI"
				return
			}
			// "la start-up Nubilia", "le romancier Yann Corlay", "le titre Orvane": the noun says what the name is, too
			x.mention, x.last = m, min(p.d.Mentions[m].Last, p.end)
			x.kinds = x.kinds.or(p.mentionKinds(m))
		}
	}
}

// ahead tells of an adjective that stands before its noun: "l'ancien animateur", "la dernière mine".
func (p *parser) ahead(i int) bool {
	w := p.d.Tokens[i].Word
	return w >= 0 && p.aboutOf(w).part == partAhead
}

func (p *parser) amountKind(n int) string { return p.d.Amounts[n].Kind }

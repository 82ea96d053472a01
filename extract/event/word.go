package event

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// sort says what a token can be in its sentence.
type sort uint64

const (
	noun sort = 1 << iota
	adjective
	adverb
	determiner
	finite
	infinitive
	participle
	gerund
	present
	past
	imperfect
	future
	conditional
	subjunctive
	have // forms of the auxiliaries
	be
	goes
	number
	known
	negFirst
	negSecond
	negAny
	subjectPronoun
	objectPronoun
	indirectPronoun
	selfPronoun
	preposition
	whoPronoun
	habitual // "chaque"
	tells    // tells an event
	opens    // begins a form of several words that does
	starts   // begins a form of several words
	verbal   = finite | infinitive | participle | gerund
)

// classes are the numbers of the lexicon's classes that the room asks for.
type classes struct {
	noun, adjective, adverb, determiner, finite, infinitive, participle, gerund                           lexicon.Class
	present, past, imperfect, future, conditional, subjunctive                                            lexicon.Class
	auxiliary, clause, slot, negation, modal, modalNoun, eventVerb, eventNoun, eventAdj, metric, nounKind lexicon.Class
	role, number, why, how, speechVerb, title, orgHead, demonym                                           lexicon.Class
}

// listed are the classes that are asked for word by word.
func (c *classes) listed() [14]lexicon.Class {
	return [...]lexicon.Class{c.clause, c.slot, c.negation, c.modal, c.modalNoun, c.eventVerb, c.eventNoun, c.eventAdj, c.metric, c.nounKind, c.role, c.why, c.how, c.orgHead}
}

func findClasses(lex *lexicon.Lexicon) classes {
	c := lex.Class
	return classes{
		c("noun"), c("adjective"), c("adverb"), c("determiner"), c("finite"), c("infinitive"), c("participle"), c("gerund"),
		c("present"), c("past"), c("imperfect"), c("future"), c("conditional"), c("subjunctive"),
		c("auxiliary"), c("clause"), c("slot"), c("negation"), c("modal"), c("modal-noun"), c("event-verb"), c("event-noun"), c("event-adj"), c("metric"), c("noun-kind"),
		c("role"), c("number"), c("why"), c("how"), c("speech-verb"), c("title"), c("org-head"), c("demonym"),
	}
}

// sortOf gathers what the lexicon knows of a word.
func (v *Deriver) sortOf(w int32) sort {
	var s sort
	set := v.lex.Set(w)
	for i, c := range [...]lexicon.Class{
		v.noun, v.adjective, v.adverb, v.determiner, v.finite, v.infinitive, v.participle, v.gerund,
		v.present, v.past, v.imperfect, v.future, v.conditional, v.subjunctive,
	} {
		if set.Has(c) {
			s |= 1 << i
		}
	}
	if s != 0 {
		s |= known
	}
	if set.Has(v.classes.number) && s&determiner == 0 {
		s = s&^noun | number
	}
	if set.Has(v.auxiliary) {
		switch v.lex.Attr(w, v.auxiliary, "kind") {
		case "have":
			s |= have
		case "be":
			s |= be
		case "go":
			s |= goes
		}
		if s&finite != 0 {
			s &^= noun | adjective
		}
	}
	if set.Has(v.negation) {
		switch v.lex.Attr(w, v.negation, "part") {
		case "first":
			s |= negFirst
		case "second":
			s |= negSecond
		case "any":
			s |= negAny
		}
	}
	if set.Has(v.slot) {
		s |= preposition
	}
	if set.Has(v.eventVerb) || set.Has(v.eventNoun) || set.Has(v.eventAdj) && v.lex.Attr(w, v.eventAdj, "type") != "" {
		s |= tells
	}
	if set.Has(0) {
		s |= starts
		if v.firsts[lexicon.Strip(v.lex.Norm(w))] || v.firsts[lexicon.Strip(v.lex.Lemma(w, 'v'))] || v.firsts[lexicon.Strip(v.lex.Lemma(w, 'n'))] {
			s |= opens
		}
	}
	if set.Has(v.clause) {
		switch v.lex.Attr(w, v.clause, "part") {
		case "subject":
			s |= subjectPronoun
		case "object":
			s |= objectPronoun
		case "indirect":
			s |= indirectPronoun
		case "self":
			s |= selfPronoun
		case "who":
			s |= whoPronoun
		case "every":
			s |= habitual
		}
	}
	return s
}

// second returns the entry that the words at i and i+1 begin, None where no form begins so.
func (p *parser) second(i int) int32 {
	if i+1 >= p.end {
		return doc.None
	}
	if w := p.d.Tokens[i].Word; w < 0 || p.aboutOf(w).sort&starts == 0 {
		return doc.None
	}
	s := &p.pairs[i-p.start]
	if *s == 0 {
		*s = p.v.lex.Next(p.d.Tokens[i].Word, p.d.Tokens[i+1].Word) + 2
	}
	return *s - 2
}

// longest returns the entry of a class that covers most tokens from i, and where it ends; None where there is none.
func (p *parser) longest(i int, c lexicon.Class) (int32, int) {
	best, last := int32(lexicon.None), i
	e := p.d.Tokens[i].Word
	if i == p.start && p.bareA {
		e = p.v.wordA
	}
	if e < 0 {
		return best, last
	}
	if p.aboutOf(e).in&p.v.bitOf[c] != 0 {
		best, last = e, i+1
	}
	e = p.second(i)
	for k := i + 2; e >= 0; k++ {
		if p.v.lex.Is(e, c) {
			best, last = e, k
		}
		if k >= p.end || !p.v.lex.Continues(e) {
			break
		}
		e = p.v.lex.Next(e, p.d.Tokens[k].Word)
	}
	return best, last
}

// settle decides, for each token of the sentence, between the verb and the noun that it can be.
func (p *parser) settle() {
	ts := p.d.Tokens
	for i := p.start; i < p.end; i++ {
		p.sorts[i] = p.sortOf(&ts[i])
	}
	if p.bareA {
		p.sorts[p.start] = p.aboutOf(p.v.wordA).sort
	}
	for i := p.start; i < p.end; i++ {
		s := p.sorts[i]
		if s&be != 0 && s&participle != 0 && s&noun != 0 {
			// "a été nommé", but "cet été"
			if a := p.auxBefore(i); a != doc.None && p.sorts[a]&have != 0 {
				p.sorts[i] &^= noun
			} else {
				p.sorts[i] &^= be | verbal
			}
			continue
		}
		if s&(be|have) != 0 && s&infinitive != 0 && s&noun != 0 {
			// "pourrait être nommé", but "un être humain"
			if i > p.start && p.sorts[i-1]&(determiner|adjective) != 0 && p.sorts[i-1]&(adverb|verbal|preposition) == 0 {
				p.sorts[i] &^= be | have | verbal
			} else {
				p.sorts[i] &^= noun
			}
			continue
		}
		if s&preposition != 0 && s&finite != 0 && p.afterNoun(i) {
			if _, last := p.trigger(i); last > i+1 {
				p.sorts[i] = s &^ (preposition | noun | adjective | adverb) // "Orvane entre au capital"
				continue
			}
		}
		if s&preposition != 0 && s&verbal != 0 && !(i > p.start && p.sorts[i-1]&(subjectPronoun|negFirst|whoPronoun) != 0) {
			p.sorts[i] &^= verbal // "contre", "entre", "devant"
			continue
		}
		if s&verbal == 0 || s&(have|be) != 0 {
			continue
		}
		prev := sort(0)
		if i > p.start {
			prev = p.sorts[i-1]
		}
		switch {
		case p.mentionOf(i) != doc.None && ts[i].Shape&doc.Capital != 0:
			p.sorts[i] &^= verbal
		case s&participle != 0 && p.auxBefore(i) != doc.None:
			p.sorts[i] = s &^ (finite | noun | adjective)
			if s&infinitive != 0 {
				p.sorts[i] &^= infinitive
			}
		case s&(noun|adjective) == 0 && s&participle == 0:
			// only a verb
		case prev&(subjectPronoun|negFirst|selfPronoun|whoPronoun|indirectPronoun) != 0 && prev&preposition == 0 && s&finite != 0:
			p.sorts[i] = s &^ (noun | adjective | participle)
		case prev&objectPronoun != 0 && s&finite != 0 && i-2 >= p.start && p.clitic(i-2):
			p.sorts[i] = s &^ (noun | adjective | participle)
		case s&noun != 0 && i-2 >= p.start && p.ahead(i-1) && p.sorts[i-2]&determiner != 0:
			p.sorts[i] &^= verbal // "la nouvelle console"
		case s&infinitive != 0 && prev&preposition != 0 && i-2 >= p.start && p.sorts[i-2]&finite != 0 && p.aboutOf(ts[i-2].Word).in&p.v.bitOf[p.v.modal] != 0:
			p.sorts[i] = s &^ (noun | adjective) // "vient de lancer en Europe"
		case s&infinitive != 0 && prev&preposition != 0 && i+1 < p.end && (p.sorts[i+1]&(determiner|number|objectPronoun) != 0 || p.sortOf(&ts[i+1])&(determiner|number) != 0 || p.amountAt(i+1) != doc.None || p.mentionOf(i+1) != doc.None):
			p.sorts[i] = s &^ (noun | adjective) // "vient de lever 22 millions"
		case prev&(determiner|preposition|number|objectPronoun) != 0 && prev&(finite|negSecond) == 0 && !(prev&negSecond != 0):
			if s&noun != 0 {
				p.sorts[i] &^= verbal
			} else if s&finite != 0 && s&participle != 0 || s&gerund != 0 || s&infinitive != 0 {
				p.sorts[i] &^= finite
			} else if s&adjective != 0 && s&participle == 0 {
				p.sorts[i] &^= verbal
			}
		case s&finite != 0 && s&noun != 0 && p.afterNoun(i) && p.spans(i):
			p.sorts[i] = s &^ (noun | adjective) // "Orvane passe commande"
		case i == p.start && s&noun != 0 && s&participle != 0 && i+1 < p.end && p.sorts[i+1]&preposition != 0:
			p.sorts[i] &^= verbal // "Mort de Léa Brossard"
		case s&finite != 0 && s&noun != 0 && !p.verbContext(i):
			if s&participle != 0 {
				p.sorts[i] &^= finite | noun // ", élue présidente"
			} else {
				p.sorts[i] &^= verbal
			}
		case s&finite != 0 && s&participle != 0:
			if p.afterNoun(i) && s&present != 0 {
				p.sorts[i] = s &^ (noun | adjective | participle)
			} else if s&noun == 0 || p.afterNoun(i) {
				p.sorts[i] = s &^ finite
			}
		case s&finite != 0 && s&adjective != 0 && s&noun == 0 && !p.verbContext(i):
			p.sorts[i] &^= verbal
		}
	}
}

// spans tells whether an event verb of several words begins at i.
func (p *parser) spans(i int) bool {
	_, last := p.trigger(i)
	return last > i+1
}

// clitic tells whether the token can stand before an object pronoun and a verb: "qui la commande", "Orvane la commande".
func (p *parser) clitic(i int) bool {
	return p.sorts[i]&(subjectPronoun|negFirst|whoPronoun) != 0 || p.mentionOf(i) != doc.None
}

// afterNoun tells whether a noun or a name ends right before i.
func (p *parser) afterNoun(i int) bool {
	return i > p.start && p.dateOf(i-1) == doc.None && (p.mentionOf(i-1) != doc.None || p.sorts[i-1]&noun != 0 && p.sorts[i-1]&preposition == 0 || p.sorts[i-1]&known == 0 && p.sorts[i-1]&preposition == 0 && !p.d.Tokens[i-1].Is(doc.Punct|doc.Symbol|doc.Digit|doc.Clitic))
}

// verbContext tells whether a word that is noun and verb stands like a verb: after a noun or a name, before what a verb takes.
func (p *parser) verbContext(i int) bool {
	if !p.afterNoun(i) && !(i > p.start && p.sorts[i-1]&(adverb|adjective) != 0) && !(i > p.start+1 && p.d.Tokens[i-1].Is(doc.Close)) {
		return false
	}
	if i+1 >= p.end {
		return false
	}
	if n := p.dateOf(i - 1); n != doc.None {
		if k := p.d.Dates[n].First - 1; k >= p.start && p.sorts[k]&participle != 0 {
			return false // "élu dimanche président"
		}
	}
	n := p.sorts[i+1]
	if p.d.Tokens[i+1].Norm == "," && i+2 < p.end && p.mentionOf(i-1) != doc.None {
		n = p.sorts[i+2] & preposition // "la CGT réclame, en raison de"
	}
	return n&(determiner|number|preposition|negSecond|adverb|objectPronoun|infinitive) != 0 || p.mentionOf(i+1) != doc.None || p.amountAt(i+1) != doc.None
}

// auxBefore returns the auxiliary on which a participle at i hangs, None where it stands alone.
func (p *parser) auxBefore(i int) int {
	steps := 0
	for j := i - 1; j >= p.start && steps < 6; j-- {
		s := p.sorts[j]
		if s == 0 {
			s = p.sortOf(&p.d.Tokens[j])
		}
		switch {
		case s&(have|be) != 0 && s&noun == 0:
			return j
		case s&(adverb|negSecond) != 0 && s&finite == 0, p.dateOf(j) != doc.None, p.d.Tokens[j].Is(doc.Clitic):
		case s&noun != 0 && j-2 >= p.start && p.sorts[j-1]&preposition != 0 && p.sorts[j-2]&(have|be) != 0 && p.sorts[j-2]&finite != 0:
			return j - 2 // "a en partie détruit"
		case steps > 0 && strings.HasPrefix(p.d.Tokens[j].Norm, ","):
		default:
			return doc.None
		}
		steps++
	}
	return doc.None
}

// withoutAccent returns the preposition of one letter that is the form of an auxiliary once its accent is lost, and that form: a capital at the
// beginning of a sentence often has none, "A Lyon, …".
func (v *Deriver) withoutAccent() (with, without int32) {
	with, without = doc.None, doc.None
	for form := range v.lex.Entries("slot") {
		bare := lexicon.Strip(lexicon.Fold(form))
		if w := v.lex.Word(bare); len(bare) == 1 && bare != form && w >= 0 && v.lex.Is(w, v.auxiliary) {
			with, without = v.lex.Word(lexicon.Fold(form)), w
		}
	}
	return with, without
}

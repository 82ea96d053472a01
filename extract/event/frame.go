package event

import (
	"strings"

	"github.com/breve-nlp/breve/lexicon"
)

// A slot is a syntactic position that a frame gives a role to.
type slot uint8

const (
	slotNone slot = iota
	slotSubject
	slotObject
	slotAttribute
	slotA
	slotDe
	slotPar
	slotPour
	slotChez
	slotAvec
	slotDans
	slotSur
	slotComme
	slotContre
	slotEn
	slotEntre
	slotTete
	slotAupres
	slotAccording
	slotTime
	slotNear
	slotWithout
	slotOther
	slotScore // what follows is no position, but what must stand in the clause
	slotPercent
	slotPair
	slotDate
	slotPlace
	slotDead
	slotInjured
	slotCount
	slotVote
	slotArmed
	slots
)

// slotNames are the keys of event-verb.tsv and the values of slot.tsv.
var slotNames = [slots]string{
	"", "subject", "object", "attribute", "a", "de", "par", "pour", "chez", "avec", "dans", "sur", "comme", "contre", "en", "entre",
	"tete", "aupres", "according", "time", "near", "without", "other", "score", "percent", "pair", "date", "place", "dead", "injured", "count", "vote", "armed",
}

func slotOf(name string) slot {
	for s, n := range slotNames {
		if n == name {
			return slot(s)
		}
	}
	return slotNone
}

// kinds is a set of what a noun phrase can be; see kindNames.
type kinds [2]uint64

func (k kinds) meets(o kinds) bool { return k[0]&o[0]|k[1]&o[1] != 0 }
func (k kinds) empty() bool        { return k[0]|k[1] == 0 }
func (k kinds) or(o kinds) kinds   { return kinds{k[0] | o[0], k[1] | o[1]} }

// The kinds that code gives; those of noun-kind.tsv and metric.tsv get the numbers after them.
var kindNames = []string{
	"any", "person", "organization", "company", "institution", "party", "team", "media", "location", "product", "work", "name",
	"money", "percent", "points", "count", "measure", "age", "score", "number", "amount", "date", "duration",
	"office", "head", "people", "title", "pronoun", "object",
}

// An option is one reading of a slot: a role for a filler of some kinds.
type option struct {
	role  string // "" fills nothing, it is only a condition
	kinds kinds  // empty: whatever stands there
}

type demand struct {
	options []option
	must    bool
}

// A frame is one way in which a form of the lexicon tells an event.
type frame struct {
	kind      string // the type of the event
	form      string // the line of the lexicon
	slots     [slotOther]demand
	needs     uint64 // one of these slots must be filled
	lone      uint64 // the word alone is an event where one of these stands with it
	polarity  string
	modality  string
	voice     string
	weak      bool
	reflexive bool
	purpose   bool // the infinitive after "pour" is a fact: "nommé pour succéder à"
}

// frames holds the frames of a class of trigger words by the form of their line.
type frames map[string][]frame

// kindSet numbers the kinds by name while the lexicon is read.
type kindSet map[string]int

func (s kindSet) bit(name string) kinds {
	n, ok := s[name]
	if !ok {
		n = len(s)
		s[name] = n
	}
	var k kinds
	if n < 128 {
		k[n>>6] = 1 << (n & 63)
	}
	return k
}

// of returns the bit of a name that is known, nothing for others: unlike bit it may be asked while text is read.
func (s kindSet) of(name string) kinds {
	var k kinds
	if n, ok := s[name]; ok && n < 128 {
		k[n>>6] = 1 << (n & 63)
	}
	return k
}

func (s kindSet) all(names string) kinds {
	var k kinds
	for names != "" {
		var n string
		n, names, _ = strings.Cut(names, ",")
		k = k.or(s.bit(n))
	}
	return k
}

// readFrames reads the frames of a class.
func readFrames(lex *lexicon.Lexicon, class string, s kindSet) frames {
	out := frames{}
	for form, attr := range lex.Entries(class) {
		if _, ok := out[form]; ok {
			continue // an inflected form of a line that is read
		}
		types := attr("type")
		if types == "" {
			continue
		}
		n := strings.Count(types, "|") + 1
		list := make([]frame, n)
		for i := range list {
			at := func(key string) string { return alternative(attr(key), i) }
			f := &list[i]
			f.kind, f.form = at("type"), form
			f.polarity, f.modality, f.voice = at("polarity"), at("modality"), at("voice")
			f.weak, f.purpose = at("strength") == "weak", at("pourinf") == "fact"
			f.reflexive = attr("reflexive") != "" || f.voice == "reflexive"
			f.needs, f.lone = slotSet(at("needs")), slotSet(at("lone"))
			for k := slotSubject; k < slotOther; k++ {
				f.slots[k] = readDemand(at(slotNames[k]), s)
			}
		}
		out[form] = list
	}
	return out
}

// alternative returns the i-th of the values that "|" separates; one value goes for all.
func alternative(v string, i int) string {
	if !strings.Contains(v, "|") {
		return v
	}
	for ; i > 0; i-- {
		_, v, _ = strings.Cut(v, "|")
	}
	v, _, _ = strings.Cut(v, "|")
	return v
}

func slotSet(names string) uint64 {
	var out uint64
	for names != "" {
		var n string
		n, names, _ = strings.Cut(names, ",")
		if s := slotOf(n); s != slotNone {
			out |= 1 << s
		}
	}
	return out
}

// readDemand reads "target!:organization,firm/stake:percent".
func readDemand(v string, s kindSet) demand {
	var d demand
	for v != "" {
		var o string
		o, v, _ = strings.Cut(v, "/")
		role, ks, _ := strings.Cut(o, ":")
		if strings.HasSuffix(role, "!") {
			role, d.must = role[:len(role)-1], true
		}
		if role == "-" {
			role = ""
		}
		x := option{role: role, kinds: s.all(ks)}
		if x.kinds.meets(s.bit("any")) || x.kinds.meets(s.bit("object")) {
			x.kinds = kinds{}
		}
		d.options = append(d.options, x)
	}
	return d
}

// named holds the kinds that code asks for, each looked up once.
type named struct {
	asset, election, kin, weapon, firm, organization, product, count, institution, media, amount, building, company, competition, date, duration, gadget, happening, location, metric, name, party, penalty, people, person, prison, resolved, school, site, team, title kinds
}

func (s kindSet) named() named {
	return named{
		firm:        s.bit("firm"),
		institution: s.bit("institution"),
		media:       s.bit("media"),

		count:        s.bit("count"),
		product:      s.bit("product"),
		organization: s.bit("organization"),
		kin:          s.bit("kin"),
		amount:       s.bit("amount"),
		building:     s.bit("building"),
		company:      s.bit("company"),
		competition:  s.bit("competition"),
		date:         s.bit("date"),
		duration:     s.bit("duration"),
		gadget:       s.bit("gadget"),
		happening:    s.bit("happening"),
		location:     s.bit("location"),
		metric:       s.bit("metric"),
		name:         s.bit("name"),
		party:        s.bit("party"),
		penalty:      s.bit("penalty"),
		people:       s.bit("people"),
		person:       s.bit("person"),
		election:     s.bit("election"),
		asset:        s.bit("asset"),
		weapon:       s.bit("weapon"),
		prison:       s.bit("prison"),
		resolved:     s.bit("resolved"),
		school:       s.bit("school"),
		site:         s.bit("site"),
		team:         s.bit("team"),
		title:        s.bit("title"),
	}
}

package summary

import (
	"math"

	"github.com/breve-nlp/breve/extract/doc"
)

// The features of a sentence. Each is 0 to about 1; weights.tsv says what it is worth.
const (
	fFirst = iota
	fSecond
	fThird
	fEarly
	fDepth
	fOpens
	fTiny
	fShort
	fMiddle
	fLong
	fHuge
	fTitle
	fTitlePart
	fTitleNone
	fCentral
	fFrequent
	fSalience
	fActors
	fNames
	fIntroduces
	fEvent
	fEventRank
	fAsserted
	fFigures
	fMoney
	fDates
	fToday
	fQuoted
	fSpoken
	fSource
	fOrphan
	fLink
	fQuestion
	fShout
	fPerson
	fVerbless
	fColon
	fLede
	fAcronym
	fExpected
	fDense
	fBackground
	fPointing
	fTitlePairs
	fUntitledCentral
	fPresent
	numFeatures
)

var featureNames = [numFeatures]string{
	"first", "second", "third", "early", "depth", "opens-paragraph", "tiny", "short", "middle", "long", "huge", "title-covered", "title-share", "untitled",
	"central", "frequent", "salience", "actors", "names", "introduces", "event", "event-rank", "asserted", "figures", "money", "dates", "day-of-news",
	"quoted", "spoken", "source", "orphan", "link", "question", "exclamation", "first-person", "verbless", "colon", "like-first", "acronym", "expected", "dense", "background", "pointing", "title-pairs", "untitled-central", "present",
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// hat is 1 at mid and falls to 0 at low and high.
func hat(v, low, mid, high float64) float64 {
	switch {
	case v <= low || v >= high:
		return 0
	case v < mid:
		return (v - low) / (mid - low)
	}
	return (high - v) / (high - mid)
}

// weigh fills the features of every line and sums them.
func (r *reading) weigh() {
	d := r.d
	norm := 0.0
	for _, h := range r.hefts {
		norm += h * h
	}
	norm = math.Sqrt(norm)
	r.guess()
	met := make([]bool, len(d.Entities))
	var lede map[int32]bool
	prose := 0
	for i := range r.lines {
		if r.lines[i].kind == doc.Prose && r.lines[i].words >= 4 {
			prose++
		}
	}
	at := 0
	for i := range r.lines {
		l := &r.lines[i]
		x := l.x
		if l.kind != doc.Prose || l.words < 4 {
			l.score = 0
			continue
		}
		x[fFirst], x[fSecond], x[fThird] = flag(at == 0), flag(at == 1), flag(at == 2)
		x[fEarly] = 1 / float64(at+1)
		x[fDepth] = float64(at) / float64(prose)
		x[fOpens] = flag(l.opens)
		w := float64(l.words)
		x[fTiny] = hat(w, -1, 4, 12)
		x[fShort] = hat(w, 4, 12, 22)
		x[fMiddle] = hat(w, 12, 22, 32)
		x[fLong] = hat(w, 22, 32, 50)
		if w > 32 {
			x[fHuge] = min(1, (w-32)/18)
		}
		shared, sum := 0, 0.0
		for _, t := range l.distinct {
			if r.inTitle[t] {
				shared++
			}
			sum += r.hefts[t]
		}
		if r.titled > 0 {
			x[fTitle] = float64(shared) / float64(r.titled)
			x[fTitlePart] = float64(shared) / float64(len(l.distinct)+1)
		} else {
			x[fTitleNone] = x[fEarly]
		}
		x[fExpected], x[fDense] = r.expected(l)
		if len(l.distinct) > 0 {
			x[fCentral] = sum / norm / math.Sqrt(float64(len(l.distinct)))
			if r.titled == 0 {
				x[fUntitledCentral] = x[fCentral]
			}
			x[fFrequent] = sum / float64(len(l.distinct)) / 3
		}
		r.weighNames(l, met)
		r.weighMatter(l)
		r.weighManner(l)
		if at == 0 {
			lede = make(map[int32]bool, len(l.distinct))
			for _, t := range l.distinct {
				lede[t] = true
			}
		} else if len(lede) > 0 {
			n := 0
			for _, t := range l.distinct {
				if lede[t] {
					n++
				}
			}
			x[fLede] = float64(n) / math.Sqrt(float64((len(lede)+1)*(len(l.distinct)+1)))
		}
		at++
		for k, v := range x {
			l.score += v * r.c.weights.sentence[k]
			l.mean += v * r.c.weights.set[sMeans+k]
		}
	}
}

// heft is how much a word counts that stands n times in the article.
func heft(n int) float64 { return math.Log1p(float64(n)) }

func (r *reading) weighNames(l *line, met []bool) {
	d := r.d
	best, sum, names, fresh := 0.0, 0.0, 0, 0
	for m := l.mentions.First; m < l.mentions.Last; m++ {
		e := r.entityOf[m]
		if e < 0 || d.Mentions[m].First < l.First {
			continue
		}
		s := d.Entities[e].Salience
		if !met[e] {
			met[e] = true
			fresh++
		}
		if f := d.Mentions[m].Form; f != "pronoun" {
			names++
			sum += s
		}
		best = max(best, s)
	}
	l.x[fSalience] = best
	l.x[fActors] = min(1, sum/2)
	l.x[fNames] = float64(min(names, 5)) / 5
	l.x[fIntroduces] = float64(min(fresh, 5)) / 5
}

func (r *reading) weighMatter(l *line) {
	d, x := r.d, l.x
	x[fEvent] = float64(min(l.events, 3)) / 3
	if l.told != doc.None {
		x[fEventRank] = min(1, max(0, r.rank(l.told)/3))
		x[fAsserted] = flag(d.Events[l.told].Modality == "asserted")
	}
	n := 0
	for a := l.amounts.First; a < l.amounts.Last; a++ {
		n++
		if d.Amounts[a].Kind == "money" {
			x[fMoney] = 1
		}
	}
	x[fFigures] = float64(min(n, 4)) / 4
	x[fDates] = float64(min(l.dates.Len(), 3)) / 3
	day := d.Source.Published
	if len(day) >= 10 {
		for k := l.dates.First; k < l.dates.Last; k++ {
			if v := d.Dates[k].Value; len(v) >= 10 && v[:10] <= day[:10] && v[:7] == day[:7] && near(v[8:10], day[8:10]) {
				x[fToday] = 1
			}
		}
	}
}

// near tells whether a day of the same month is at most two days before another.
func near(a, b string) bool {
	n := func(s string) int { return int(s[0]-'0')*10 + int(s[1]-'0') }
	return n(b)-n(a) <= 2
}

func (r *reading) weighManner(l *line) {
	d, x, c := r.d, l.x, r.c
	x[fQuoted] = l.quoted
	x[fSpoken] = flag(l.voiceless)
	x[fOrphan] = flag(l.orphan)
	x[fLink] = flag(l.link.Last > l.link.First)
	x[fVerbless] = flag(!l.finite)
	capitals := 0
	for i := l.First; i < l.Last; i++ {
		t := &d.Tokens[i]
		if r.background(i, l.Last) {
			x[fBackground] = 1
		}
		if i > l.First && c.lex.Attr(t.Word, c.clause, "part") == "this" && !(i+1 < l.Last && r.is(i+1, c.timeUnit)) && !r.is(i+1, c.weekday) {
			x[fPointing] = 1
		}
		switch t.Norm {
		case "?":
			x[fQuestion] = 1
		case "!":
			x[fShout] = 1
		case ":":
			x[fColon] = 1
		}
		if t.Word < 0 {
			continue
		}
		if t.Shape&doc.Upper != 0 {
			capitals++
		}
		set := c.lex.Set(t.Word)
		if set.Has(c.speech) || set.Has(c.cue) {
			x[fSource] = 1
		}
		if set.Has(c.clause) && set.Has(c.pronoun) && firstPerson(t.Norm) {
			x[fPerson] = 1
		}
	}
	x[fPresent] = flag(r.tense(l) == present)
	pairs, last := 0, int32(doc.None)
	for i := l.First; i < l.Last; i++ {
		if n := r.terms[i]; n >= 0 {
			if last >= 0 && r.pairs[[2]int32{last, n}] {
				pairs++
			}
			last = n
		}
	}
	x[fTitlePairs] = float64(min(pairs, 4)) / 4
	x[fAcronym] = float64(min(capitals, 3)) / 3
}

// firstPerson tells whether a pronoun is the writer's or the speaker's own.
func firstPerson(norm string) bool {
	switch norm {
	case "je", "j'", "nous", "me", "m'", "vous":
		return true
	}
	return false
}

// background tells whether a pluperfect begins at a token: "avait été placée", what was before the news.
func (r *reading) background(i, last int) bool {
	c := r.c
	if !r.is(i, c.auxiliary) || !r.is(i, c.imperfect) {
		return false
	}
	for k := i + 1; k < min(i+4, last); k++ {
		if r.is(k, c.participle) {
			return true
		}
		if !r.is(k, c.adverb) && r.d.Tokens[k].Shape&doc.Clitic == 0 {
			return false
		}
	}
	return false
}

// The tenses that matter.
const (
	other = iota
	present
)

// tense returns the tense of the first finite verb of a line.
func (r *reading) tense(l *line) int {
	for i := l.First; i < l.Last; i++ {
		if r.is(i, r.c.finite) && (r.is(i, r.c.auxiliary) || !r.is(i, r.c.noun) && !r.is(i, r.c.preposition) && !r.is(i, r.c.adjective)) {
			if r.is(i, r.c.present) {
				return present
			}
			return other
		}
	}
	return other
}

package date

import "github.com/breve-nlp/breve/extract/doc"

// story is a date of an earlier year that the article wrote out: what it tells next may have happened in that year.
type story struct {
	moment
	at     int  // its sentence
	finite bool // it belongs to a finite verb: "La salle affichait complet en 2015", not "créée en 2015"
	head   bool // it opens its sentence: "En 2015, la salle affichait complet"
}

// tell keeps a date of an earlier year with the year in words.
func (r *reader) tell(first, last int, m *moment) {
	if !r.anchored || m.y >= r.anchor.y || m.y == 0 || m.era {
		return
	}
	for i := first; ; i++ {
		if i >= last {
			return
		}
		if k := r.marks[i].kind; k == kNumeric || k == kDigits && r.marks[i].unit == 4 && int(r.marks[i].n) == m.y {
			break
		}
	}
	kept := r.best
	r.tense(first, last)
	r.story = story{moment: *m, at: r.sentence, finite: r.best.at != doc.None && r.best.near == 0 && r.breaks(min(r.best.at, last), max(r.best.at, first)) == 0, head: first-r.first <= 2}
	r.best = kept
}

// storyYear is the year of a month, and of its day if d > 0, that stands without one in a story of an earlier year; 0 where the article is
// not in one. The verb of the date has been found. "Les tempêtes de décembre 1999 … Le 26 décembre, Lothar balaya": 1999.
func (r *reader) storyYear(m, d, first int) int {
	s := &r.story
	if s.y == 0 {
		return 0
	}
	since := r.sentence - s.at
	same := r.d.Sentences[s.at].Paragraph == r.d.Sentences[r.sentence].Paragraph
	v := &r.best
	if v.near > 0 || v.at == doc.None { // Nommé le 5 avril, il signe
		v = nil
		for k := range r.verbs {
			if r.verbs[k].near == 0 && (v == nil || abs(r.verbs[k].at-first) < abs(v.at-first)) {
				v = &r.verbs[k]
			}
		}
	}
	if v == nil {
		return 0
	}
	shade, lean := v.shade, v.lean
	ok := false
	switch {
	case since > 12 || lean >= leanPlanned:
	case shade == shadeStory:
		ok = true
	case !same && since > 1 || since > 4:
	case shade == shadeBefore: // a newspaper's own past too: "avait été placée en liquidation le 13 juillet"
		ok = v.nature&says == 0 && (s.head && since > 0 || !r.complement(first)) && (s.head && (since > 0 || s.grain != grainYear) || since == 0 && s.grain != grainYear && !s.finite)
	case lean == leanPast && shade != shadePassive: // passé composé: a day beside a day, near it or at the head of the next sentence
		ok = same && since > 0 && since <= 2 && d > 0 && s.grain == grainDay && (first-r.first <= 2 || near(s.m, s.d, m, d))
	case same && since <= 1 && s.grain != grainYear && r.anchor.y-s.y > 1 && shade != shadeAhead && shade != shadeEither: // the present of history
		ok = since > 0 || !s.finite
	}
	if !ok {
		return 0
	}
	y := s.y
	if s.grain != grainYear && (m < s.m || m == s.m && s.grain == grainDay && d > 0 && d < s.d) &&
		!(shade == shadeBefore && v.nature&isParticiple != 0) { // en janvier, ils avaient déjà
		y++
	}
	if y > r.anchor.y || y == r.anchor.y && (m > r.anchor.m || m == r.anchor.m && d > r.anchor.d) {
		return 0
	}
	return y
}

// near tells whether one day of the year comes within a month after another.
func near(m, d, later, day int) bool {
	n := dayNumber(2001, later, min(day, 28)) - dayNumber(2001, m, min(d, 28))
	return n >= 0 && n <= 31
}

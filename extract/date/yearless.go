package date

import "github.com/breve-nlp/breve/extract/doc"

// dayOfMonthLean finds the year of a day of a month. dir: -1 the last one, +1 the next one, 0 what the sentence says.
func (r *reader) dayOfMonthLean(d, mo, weekday, dir, first, end int) moment {
	t := moment{grain: grainDay, m: mo, d: d, clock: -1}
	if !r.anchored {
		t.floats = true
		return t
	}
	now := r.anchor.number()
	if weekday != 0 { // "mardi 8 juillet" says itself in which year it is
		reach := 400
		if r.kindAt(first-2) == kThis { // ce lundi 4 janvier is at hand, even where the weekday is wrong
			reach = 30
		}
		for _, y := range [...]int{r.anchor.y, r.anchor.y + 1, r.anchor.y - 1, r.anchor.y + 2, r.anchor.y - 2} {
			if d <= daysIn(y, mo) && weekdayOf(dayNumber(y, mo, d)) == weekday && abs(dayNumber(y, mo, d)-now) < reach {
				t.y = y
				r.named[weekday] = t.number()
				return t
			}
		}
	}
	if dir == 0 {
		dir = r.lean(first, end)
		if y := r.storyYear(mo, d, first); y > 0 && weekday == 0 {
			t.y, t.d = y, min(d, daysIn(y, mo))
			return t
		}
		if r.complement(first) && weekday == 0 { // la présidentielle du 3 novembre
			dir = leanNone
		}
		if r.kindAt(r.beforeArticle(first)) != kSince {
			dir = r.sensible(dir, mo, d)
		}
	}
	best, distance := 0, 1<<30
	for y := r.anchor.y - 1; y <= r.anchor.y+1; y++ {
		n := dayNumber(y, mo, min(d, daysIn(y, mo)))
		away := abs(n - now)
		if dir < 0 && n > now || dir == leanFuture && n < now {
			continue
		}
		if dir == leanPlanned && n < now {
			away *= 2
		}
		if away < distance {
			best, distance = y, away
		}
	}
	t.y = best
	t.d = min(d, daysIn(best, mo))
	if weekday != 0 {
		r.checkWeekday(&t, weekday, first, end)
	}
	return t
}

// complement tells whether a date belongs to the noun before it, whose time is not that of the verb: "le recensement de mars".
func (r *reader) complement(first int) bool {
	p := r.beforeArticle(first)
	return r.kindAt(p) == kOf && p > r.first && r.kindAt(r.prev(p)) == kNone
}

// sensible gives up a tense that would put a day without its year nearly a year away, where the same day is near on the other side:
// "ont appelé à la grève le 31 mars", said in March.
func (r *reader) sensible(dir, mo, d int) int {
	if dir != leanPast && dir != leanFuture && dir != leanSoft {
		return dir
	}
	now, y := r.anchor.number(), r.anchor.y
	back, ahead := 1<<30, 1<<30
	for c := y - 1; c <= y+1; c++ {
		n := dayNumber(c, mo, min(d, daysIn(c, mo)))
		if n <= now {
			back = min(back, now-n)
		} else {
			ahead = min(ahead, n-now)
		}
	}
	if dir < 0 && back > 270 && ahead < 60 || dir > 0 && ahead > 270 && back < 60 {
		return leanNone
	}
	return dir
}

// checkWeekday remembers the day under its weekday, and warns where the article has another weekday for it.
func (r *reader) checkWeekday(t *moment, weekday, first, end int) {
	n := t.number()
	if weekday == 0 {
		return
	}
	if weekdayOf(n) != weekday {
		r.d.Warn("inconsistent_weekday", "« "+r.d.Words(doc.Range{First: first, Last: end})+" » : ce jour de la semaine n’est pas celui de la date.")
		return
	}
	r.named[weekday] = n
}

package date

import "github.com/breve-nlp/breve/extract/doc"

// coming makes a weekday one to come where its verb is in the present or looks ahead; ahead: in how many days it is.
func (r *reader) coming(dir, first, end, ahead int) int {
	v := &r.best
	switch v.shade {
	case shadeOpen: // jusqu'à vendredi
		return leanPlanned
	case shadeEither:
		if ahead < 4 {
			return leanPlanned
		}
		return leanNone
	}
	if dir >= leanPlanned || v.at == doc.None {
		return dir
	}
	if dir < 0 {
		switch {
		case v.shade == shadePassive && v.at < first && first-v.at <= 4 && r.breaks(v.at, first) == 0: // est examiné vendredi
			return leanPlanned
		case dir == leanSoft && v.near > 0 && r.announced(v.at): // prévoit un trafic perturbé lundi
			return leanPlanned
		case v.at > first || first-v.at > 12:
		case v.nature&looksAhead != 0 && r.plan(v.at, first): // a annoncé une manifestation samedi
			return leanPlanned
		case v.nature&looksAhead != 0 && r.infinitive(v.at, first): // a promis de recevoir lundi les syndicats
			return leanPlanned
		}
		return dir
	}
	if r.norm(first-1) == "que" { // 25 de moins que jeudi
		return dir
	}
	if r.complement(first) && r.planned(r.prev(r.beforeArticle(first))) && !r.past(r.beforeArticle(r.prev(r.beforeArticle(first)))) {
		return leanPlanned // avant l'audience de lundi, ils se taisent
	}
	if v.at > first { // Vendredi, le Sénat examine; but: l'annonce vendredi de son départ provoque
		if v.shade == shadePresent && (first-r.first <= 1 || isQuote(r.norm(first-1)) || r.norm(first-1) == ":") {
			return leanPlanned
		}
		return dir
	}
	if r.breaks(v.at, first) > 0 { // s'annoncent au plus mal au vu de leurs résultats, faibles samedi à Valmont
		return dir
	}
	if r.attached(first, end) {
		return dir
	}
	switch v.shade {
	case shadePresent:
		return leanPlanned
	case shadeAhead:
		if first-v.at > 2 || r.infinitive(v.at, first) {
			return leanPlanned
		}
	case shadeTold:
		if r.infinitive(v.at, first) || r.plan(v.at, first) {
			return leanPlanned
		}
	}
	return dir
}

// past tells whether the word before a noun looks back on it: "après la réunion de lundi", "au cours du défilé de dimanche".
func (r *reader) past(i int) bool {
	k := r.kindAt(i)
	return k == kAfter || k == kOf || k == kSince
}

// announced tells whether a participle belongs to what a verb in the present looks ahead to.
func (r *reader) announced(at int) bool {
	for k := range r.verbs {
		if v := &r.verbs[k]; v.shade == shadeAhead && v.at < at && at-v.at <= 6 && r.breaks(v.at, at) == 0 {
			return true
		}
	}
	return false
}

// attached tells whether a date belongs to the noun before it: "la fin mercredi de ces dérogations", "l'audience de lundi".
func (r *reader) attached(first, end int) bool {
	if r.complement(first) {
		return true
	}
	p := first - 1
	if p < r.first || r.d.Tokens[p].Word < 0 {
		return false
	}
	n := r.nature(r.d.Tokens[p].Word)
	if n&isNoun == 0 || n&(isParticiple|isInfinitive|isPlan) != 0 {
		return false
	}
	if r.kindAt(end) == kPart {
		end = r.next(end)
	}
	k := r.kindAt(end)
	return k == kOf || k == kPer
}

// planned tells whether the word at i is a noun of what people set a day for.
func (r *reader) planned(i int) bool {
	return i >= r.first && r.d.Tokens[i].Word >= 0 && r.nature(r.d.Tokens[i].Word)&isPlan != 0
}

// plan looks for such a noun, new to the reader, between a verb and a date: "une manifestation", "à la grève"; not "du scrutin".
func (r *reader) plan(verb, first int) bool {
	for i := first - 1; i > verb && i >= first-6; i-- {
		if r.d.Tokens[i].Is(doc.Punct) {
			return false
		}
		if !r.planned(i) {
			continue
		}
		for k := i - 1; k >= verb && k >= i-3; k-- {
			switch kd := r.kindAt(k); {
			case kd == kNumber || kd == kDigits || kd == kTo || k == verb:
				return true
			case kd == kOf && !r.singular(k): // des réunions
				return true
			}
		}
		return false
	}
	return false
}

// infinitive looks for an infinitive between a verb and a date.
func (r *reader) infinitive(verb, first int) bool {
	for i := first - 1; i > verb && i >= first-8; i-- {
		t := &r.d.Tokens[i]
		if t.Is(doc.Punct) {
			return false
		}
		if t.Word >= 0 && r.nature(t.Word)&isInfinitive != 0 {
			return r.nature(t.Word)&helps == 0
		}
	}
	return false
}

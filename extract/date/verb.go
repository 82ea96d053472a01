package date

import "github.com/breve-nlp/breve/extract/doc"

// findVerbs notes the verbs of the sentence.
func (r *reader) findVerbs() {
	r.verbs = r.verbs[:0]
	last := nature(0) // of the word before
	for i := r.first; i < r.last; i++ {
		t := &r.d.Tokens[i]
		if t.Word < 0 || t.Shape&(doc.Punct|doc.Digit|doc.Elided) != 0 {
			last = 0
			if t.Is(doc.Elided) && (t.Norm[0] == 'l' || t.Norm[0] == 'd') {
				last = isArticle
			}
			continue
		}
		n := r.nature(t.Word)
		before := last
		last = n
		if t.Is(doc.Capital) && i > r.first && before != 0 && n&helps == 0 { // Élisabeth Borne
			last = isNoun
			continue
		}
		switch {
		case n&helps != 0:
			v, next, ok := r.compound(i, n)
			if n&isInfinitive != 0 && before&(isConditional|isFuture) != 0 { // devrait avoir terminé
				v.lean = leanFuture
			}
			if !ok {
				continue
			}
			v.at, v.incise = i, r.incise(i)
			r.verbs = append(r.verbs, v)
			if next > i {
				v.at = next
				r.verbs = append(r.verbs, v)
			}
			i = next
		case n&isPlanned != 0:
			r.verbs = append(r.verbs, verb{at: i, lean: leanPlanned})
		case n&isParticiple != 0 && before&isInfinitive != 0: // devrait être signé
		case n&isInfinitive != 0 && i > r.first && r.kindAt(i-1) == kTo: // un entretien à paraître mercredi
			r.verbs = append(r.verbs, verb{at: i, lean: leanPlanned, near: 3})
		default:
			r.simple(i, n, before)
		}
	}
}

// simple notes a verb of one word.
func (r *reader) simple(i int, n, before nature) {
	lean, near, ok := n.time()
	if near == 1 && before&isArticle == 0 { // Nommée en mars, elle quitte
		near = 3
	}
	if !ok {
		if n&isPresent == 0 || n&(isArticle|isAdverb) != 0 && before&isPronoun == 0 || before&(isArticle|isAdjective|isPlanned) != 0 { // annonce, juge, vote: a noun too
			return
		}
		if k := r.kindAt(i - 1); k != kNone && k != kOpens {
			return
		}
	}
	if lean == leanNone && n&isAdjective != 0 && before&isPronoun == 0 { // dans un état grave
		return
	}
	v := verb{at: i, lean: lean, near: near, nature: n, incise: r.incise(i)}
	switch {
	case lean == leanNone:
		v.shade = present(n)
	case n&isSimple != 0 && lean == leanPast:
		v.shade = shadeStory
	case n&isImperfect != 0 && lean == leanPast:
		v.shade = shadeBefore
	}
	r.verbs = append(r.verbs, v)
}

// incise tells whether a verb stands right behind punctuation: ", croit savoir le journal".
func (r *reader) incise(i int) bool {
	return i > r.first && r.d.Tokens[i-1].Is(doc.Punct)
}

// present tells what a verb in the present does to a weekday.
func present(n nature) shade {
	switch {
	case n&looksAhead != 0:
		return shadeAhead
	case n&(says|tells) != 0:
		return shadeTold
	}
	return shadePresent
}

// compound reads a helping verb with what it helps: "a annoncé", "est prévue", "va ouvrir", "doit se tenir", "a dès mars ordonné".
func (r *reader) compound(i int, helper nature) (v verb, end int, ok bool) {
	reflexive := i > r.first && (r.norm(i-1) == "se" || r.d.Tokens[i-1].Is(doc.Elided) && r.norm(i - 1)[0] == 's')
	past := verb{lean: leanPast}
	switch {
	case helper&isImperfect != 0:
		past.shade = shadeBefore
	case helper&isSimple != 0 && helper&isPresent == 0:
		past.shade = shadeStory
	}
	for j := i + 1; j < r.last && j <= i+8; j++ {
		t := &r.d.Tokens[j]
		if t.Shape&(doc.Clitic|doc.Elided) != 0 {
			continue
		}
		if k := r.kindAt(j); k == kArticle {
			break
		} else if j > i+1 && (k > firstTrigger && k != kOf && k != kNumber && k != kDigits || k == kInside) {
			continue // elle a dès mars ordonné
		} else if k == kFrom || k == kSince {
			continue
		}
		if t.Word < 0 {
			return v, 0, false
		}
		n := r.nature(t.Word)
		switch {
		case helper&(helpsGo|helpsMust) != 0:
			if n&isInfinitive != 0 {
				if j+1 < r.last && r.d.Tokens[j+1].Word >= 0 && r.nature(r.d.Tokens[j+1].Word)&isParticiple != 0 { // doit être signé
					j++
				}
				if helper&isPast != 0 { // devait rencontrer, allait partir
					return verb{lean: leanNone, shade: shadeEither, nature: n}, j, true
				}
				return verb{lean: leanFuture, nature: n}, j, true
			}
		case n&isPlanned != 0 && helper&helpsBe != 0:
			if helper&isPast != 0 { // était attendu
				return verb{lean: leanNone, shade: shadeEither, nature: n}, j, true
			}
			return verb{lean: leanFuture, nature: n}, j, true
		case n&isParticiple != 0:
			if helper&isFuture != 0 || helper&isSubjunctive != 0 && helper&helpsBe != 0 && !reflexive {
				return verb{lean: leanFuture, nature: n}, j, true
			}
			past.nature = n
			if helper&helpsBe != 0 && helper&isPresent != 0 && n&arrives == 0 && !reflexive { // est examiné
				past.shade = shadePassive
			}
			return past, j, true
		case n&takesPlace != 0: // a lieu, avait lieu
			if helper&isPast != 0 {
				return past, j, true
			}
			return verb{lean: leanFuture, nature: n}, j, true
		}
		if t.Is(doc.Punct) || helper&helpsHave == 0 && (n&isAdverb == 0 || r.kindAt(j) == kOf) || n&isArticle != 0 && n&isNoun == 0 || n&(isPresent|isPast|isFuture) != 0 && n&isNoun == 0 {
			break // ont à nouveau signalé, a par exemple reconnu, but: a des amis blessés
		}
	}
	if helper&isInfinitive != 0 {
		return v, i, false
	}
	if helper&helpsMaybe != 0 {
		return verb{lean: leanPlanned}, i, true
	}
	v.lean, _, _ = helper.time()
	switch {
	case helper&(isPast|isFuture|isConditional) == 0:
		v.shade = shadePresent
	case helper&isImperfect != 0:
		v.shade = shadeBefore
	}
	return v, i, true
}

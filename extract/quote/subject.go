package quote

import "github.com/breve-nlp/breve/extract/doc"

// rightSubject finds the subject behind a verb: directly, or after complements: "indique à l'AFP le député", "a annoncé vendredi 3 avril la ministre".
func (r *reader) rightSubject(i, limit int) (who doc.Range, ok bool) {
	limit = min(limit, i+26)
	for j := i; j < limit; {
		t := &r.d.Tokens[j]
		if t.Is(doc.Punct) {
			if m := r.mark(j); m == "," && j-i <= 8 {
				j++ // a indiqué, vendredi, le maire
				continue
			}
			return who, false
		}
		part, end := r.partOf(j)
		switch part {
		case "one": // a ajouté celui qui fut président
			if end < limit {
				if p, _ := r.partOf(end); p == "who" {
					k := end + 1
					for k < limit && !r.d.Tokens[k].Is(doc.Punct) {
						k++
					}
					for k > end+2 && r.determines(k-1) && !r.d.Tokens[k-1].Is(doc.Digit) {
						k-- // celui qui a découvert le "bon vin"
					}
					return doc.Range{First: j, Last: k}, true
				}
			}
			return who, false
		case "that", "who", "whom", "sub", "and", "subject":
			return who, false
		case "of", "to", "during":
			if part == "of" && r.determinerHere(j, i) {
				break // des témoins
			}
			j = r.complement(end, limit)
			continue
		}
		if _, k, last := r.cueKind(j); k != "" && part == "" {
			if k == "anonymous" || k == "hearsay" {
				j = last
				continue
			}
			if k == "medium" || k == "place" {
				j = r.complement(last, limit)
				continue
			}
		}
		if r.is(j, r.preposition) && part == "" {
			j = r.complement(j+1, limit)
			continue
		}
		if r.timely(j) {
			j++
			continue
		}
		if r.is(j, r.adverb) && !r.is(j, r.noun) {
			j++
			continue
		}
		if r.determines(j) && j+1 < limit && (r.d.Tokens[j+1].Is(doc.Digit) || r.timely(j+1)) && !t.Is(doc.Digit) {
			j += 2 // le 3 avril
			continue
		}
		if r.determines(j) || r.nominal(j) {
			last, found := r.phrase(j, limit)
			if !found {
				j++
				continue
			}
			if r.temporal(j, last) {
				j = last
				continue
			}
			if j > i && r.mark(j-1) == "," && last < limit && r.mark(last) == "," && !r.byWords(doc.Range{First: j, Last: last}, false).body {
				j = last // a souligné, tout sourire, M. Roux
				continue
			}
			return doc.Range{First: j, Last: last}, true
		}
		if r.is(j, r.finite) {
			return who, false
		}
		j++
	}
	return who, false
}

// manyOf tells "des", which may be an article, from "de" and "du".
func (r *reader) manyOf(i int) bool { return r.lex.Attr(r.d.Tokens[i].Word, r.part, "number") == "p" }

// complement skips the noun phrase behind a preposition that stands between a verb and its subject: in "a commenté pour le quotidien Paul Roux" the
// name does not belong to it, in "avec le maire Paul Roux" it does.
func (r *reader) complement(i, limit int) int {
	last, found := r.phrase(i, limit)
	if !found {
		return i
	}
	head := i
	for head < last-1 && r.determines(head) {
		head++
	}
	if e, _ := r.form(head, r.role); e >= 0 || r.is(head, r.title) {
		return last
	}
	for k := head + 1; k < last; k++ {
		if m, _ := r.mention(k); m >= 0 && r.d.Mentions[m].First == k && r.d.Mentions[m].Type == doc.Person {
			if p, _ := r.partOf(k - 1); p == "of" {
				return last
			}
			return k
		}
	}
	return last
}

// proper tells whether a capital speaks for a name: not at the start of a sentence, where "Interrogé" and "Avant" have one, unless the word is none.
func (r *reader) proper(i, first int) bool {
	t := &r.d.Tokens[i]
	if !t.Is(doc.Capital) {
		return t.Shape&(doc.Upper|doc.Mixed) != 0
	}
	if i > first && !r.d.Tokens[i-1].Is(doc.Punct) {
		return true
	}
	set := r.lex.Set(t.Word)
	return !(set.Has(r.participle) || set.Has(r.preposition) || set.Has(r.adverb) || set.Has(r.finite) || set.Has(r.determiner) || set.Has(r.pronoun))
}

// determinerHere tells whether a "des" at j opens a noun phrase and is no preposition: directly behind the verb that ends at i.
func (r *reader) determinerHere(j, i int) bool {
	return j == i && r.manyOf(j)
}

// temporal tells whether a noun phrase tells when: "ce mardi", "la semaine dernière", "cette année".
func (r *reader) temporal(first, last int) bool {
	lo, hi := 0, len(r.d.Dates)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.d.Dates[mid].First < first-12 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for i := lo; i < len(r.d.Dates); i++ {
		x := &r.d.Dates[i]
		if x.First <= first+1 && first < x.Last && x.Last >= last-1 {
			return true
		}
		if x.First >= last {
			break
		}
	}
	for k := first; k < last; k++ {
		if r.is(k, r.weekday) || r.is(k, r.month) {
			return true
		}
		if m, _ := r.mention(k); m >= 0 {
			return false
		}
	}
	return false
}

// candidate is a noun phrase that may be the subject of a verb to its right.
type candidate struct {
	doc.Range
	pronoun bool
	verbs   int // finite verbs of the clause between it and the verb
	comma   bool
	clause  int // number of the clause
}

// leftSubject finds the subject of the verb group that begins at token v, in the clause that begins at or after first. behind tells that the verb has no
// subject of its own and takes that of the verb before it: "les rassure en disant".
func (r *reader) leftSubject(first, v int, behind bool) (who doc.Range, pronoun, relative int, ok bool) {
	pronoun, relative = doc.None, doc.None
	prev := v - 1
	for prev >= first && r.mark(prev) == "," {
		prev--
	}
	if prev >= first {
		switch p, _ := r.partOf(prev); p {
		case "subject":
			return who, prev, relative, true
		case "anyone":
			return who, doc.None, doc.None, false
		case "who":
			relative = prev
			if prev > first && r.is(prev-1, r.pronoun) && !r.is(prev-1, r.noun) {
				return who, doc.None, doc.None, false // ceux qui pensent que
			}
		}
	}
	var cands [24]candidate
	n, clause := 0, 0
	comma := false
	inRelative, absorbed := false, false
	verbs := 0
	add := func(c candidate) {
		c.verbs, c.clause, c.comma = verbs, clause, comma
		comma = false
		if n == len(cands) {
			copy(cands[:], cands[1:])
			n--
		}
		cands[n] = c
		n++
	}
	end := v
	if relative >= 0 {
		end = relative
	}
	last := doc.None  // end of the phrase before
	var any doc.Range // the last phrase, also one behind a preposition
	for j := first; j < end; {
		t := &r.d.Tokens[j]
		if k := r.spanAt(j); k >= 0 && r.spans[k].after() <= end {
			if r.spans[k].inside().Len() <= 4 && n == 0 && last < 0 {
				// "Le Lien" a annoncé
				add(candidate{Range: r.spans[k].inside()})
			}
			j = r.spans[k].after()
			continue
		}
		if t.Is(doc.Punct) {
			switch r.mark(j) {
			case ",":
				comma = true
				if inRelative && absorbed {
					inRelative, absorbed = false, false
				}
			case ";", ":", ".", "!", "?", "…":
				clause++
				inRelative, absorbed = false, false
			case "(": // Paul Roux (PRG) a fustigé
				if k := r.closing(j, end); k > j {
					j = k
				}
			}
			last = doc.None
			j++
			continue
		}
		part, stop := r.partOf(j)
		switch part {
		case "who", "whom":
			inRelative, absorbed = true, false
			last = doc.None
			j = stop
			continue
		case "that", "sub":
			clause++
			inRelative, absorbed = false, false
			last = doc.None
			j = stop
			continue
		case "subject":
			if p, _ := r.partOf(max(first, j-1)); !inRelative && p != "to" && !(j > first && r.is(j-1, r.preposition)) { // not: quant à elle
				add(candidate{Range: doc.Range{First: j, Last: stop}, pronoun: true})
			}
			j = stop
			continue
		case "of":
			if !(last < 0 && (r.manyOf(j) || r.someOf(j, first))) {
				if x, found := r.phrase(stop, end); found {
					any = doc.Range{First: stop, Last: x}
					stop = x
				}
				j = stop
				continue
			}
		case "to", "as", "ahead", "during":
			if x, found := r.phrase(stop, end); found {
				any = doc.Range{First: stop, Last: x}
				stop = x
			}
			j = stop
			last = doc.None
			continue
		}
		if part == "and" || part == "not" || part == "self" || part == "anyone" && !r.determines(j) {
			if part == "and" {
				comma = false // …, et le Sénat a prévu: no apposition
			}
			last = doc.None
			j = stop
			continue
		}
		if r.is(j, r.preposition) && (part == "" || part == "object" && j+1 < end && !r.is(j+1, r.finite)) {
			j++
			if x, found := r.phrase(j, end); found {
				any = doc.Range{First: j, Last: x}
				j = x
			}
			last = doc.None
			continue
		}
		set := r.lex.Set(t.Word)
		isFinite := set.Has(r.finite) && (r.surelyFinite(j, doc.Range{First: first, Last: end}) || set.Has(r.verb) && last == j)
		if isFinite && part == "" {
			if inRelative && !absorbed {
				absorbed = true
			} else {
				inRelative = false
				verbs++
			}
			last = doc.None
			j++
			continue
		}
		if r.determines(j) || r.nominal(j) && (r.proper(j, first) || r.is(j, r.title)) || r.nameAt[j] > 0 {
			x, found := r.phrase(j, end)
			any = doc.Range{First: j, Last: x}
			if found && !r.temporal(j, x) && !inRelative && !(n > 0 && cands[n-1].Last == j && r.isPerson(cands[n-1].Range)) {
				add(candidate{Range: doc.Range{First: j, Last: x}})
			}
			if !found {
				x = j + 1
			}
			last = x
			j = x
			continue
		}
		if comma && r.is(j, r.role) {
			// ", délégué CGT du port,": an apposition without article
			if x, found := r.phrase(j, end); found {
				j = x
				last = x
				continue
			}
		}
		j++
	}
	if relative >= 0 && any.Len() > 0 && any.Last >= r.edgeBefore(relative) {
		if s := r.byWords(any, false); s.body || n == 0 {
			return any, doc.None, relative, true // selon la mairie, qui a ajouté que
		}
		for k := any.Last - 2; k > any.First; k-- { // insuffisant aux yeux des oppositions, qui ont dénoncé
			if p, to := r.partOf(k); p == "of" {
				if x := (doc.Range{First: to, Last: any.Last}); x.Len() > 0 && r.byWords(x, false).body {
					return x, doc.None, relative, true
				}
				break
			}
		}
		for k := n - 1; k >= 0; k-- {
			if s := r.byWords(cands[k].Range, false); s.body && !cands[k].pronoun {
				return cands[k].Range, doc.None, relative, true // Paul Roux, condamné à la frontière, qui réclamait
			}
		}
	}
	if n == 0 {
		return who, doc.None, relative, false
	}
	best := doc.None
	if relative >= 0 {
		best = n - 1
	} else {
		want := verbs
		if behind && verbs > 0 {
			want = verbs - 1
		}
		if prev >= first && !behind {
			if p, _ := r.partOf(prev); p == "and" && verbs > 0 {
				want = verbs - 1 // le maire a salué les pompiers et assure que
			}
		}
		for k := n - 1; k >= 0; k-- {
			if cands[k].verbs == want && cands[k].clause == clause {
				best = k
				break
			}
		}
		if best < 0 {
			for k := range n {
				if cands[k].clause == clause {
					best = k
					break
				}
			}
		}
		if best < 0 {
			best = 0
		}
		// "La ministre des Ports, Nadia Kerr, a annoncé": a name after a comma is the same person; "Roux, un proche, a dit": the first one is
		if best > 0 && cands[best].comma && cands[best-1].verbs == cands[best].verbs && cands[best-1].clause == cands[best].clause && (r.mark(cands[best].Last) == "," || !r.determines(cands[best].First)) && !r.isPerson(cands[best].Range) {
			best--
		}
	}
	if cands[best].pronoun {
		return who, cands[best].First, doc.None, true
	}
	return cands[best].Range, doc.None, doc.None, true
}

// isPerson tells whether a phrase names a person.
func (r *reader) isPerson(x doc.Range) bool {
	for i := x.First; i < x.Last; i++ {
		if m, _ := r.mention(i); m >= 0 && r.d.Mentions[m].Type == doc.Person {
			return true
		}
	}
	return false
}

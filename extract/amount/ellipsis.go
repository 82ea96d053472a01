package amount

import "github.com/breve-nlp/breve/extract/doc"

// resolve gives the figures that leave something out what they take from others: the currency of "310 millions" after "4,2 milliards d'euros",
// the noun of "30.000 des 35.000 communes", and the country of a dollar.
func (r *reader) resolve() {
	if len(r.out) == 0 {
		return
	}
	r.countries()
	main := r.mainCurrency()
	for k := len(r.out) - 1; k >= 0; k-- { // the figure that follows says it: 30.000 des 35.000 communes, 2,1 à 2,6 milliards
		if r.notes[k].open {
			r.fromNext(k)
		}
	}
	for k := range r.out {
		if r.notes[k].open {
			r.fromContext(k, main)
		}
		if r.notes[k].minor && r.out[k].Currency == "" && k > 0 && r.notes[k-1].sentence == r.notes[k].sentence { // 65 dollars, en baisse de 43 cents
			for j := k - 1; j >= 0 && r.notes[j].sentence == r.notes[k].sentence; j-- {
				if c := r.out[j].Currency; c != "" {
					r.out[k].Currency, r.out[k].Inferred = c, true
					break
				}
			}
		}
	}
	r.wholes()
}

// take gives amount k what it leaves out from amount from.
func (r *reader) take(k, from int) {
	a, b := &r.out[k], &r.out[from]
	a.Kind, a.Currency, a.Unit, a.Inferred = b.Kind, b.Currency, b.Unit, true
	if r.notes[from].minor {
		a.Unit = ""
	}
	if n, m := &r.notes[k], r.notes[from].scale; n.part && n.scale == 1 && m >= 1e6 && a.Value*m <= b.Value { // 35 millions d'euros, dont neuf
		a.Value *= m
		a.Min, a.Max = a.Min*m, a.Max*m
	}
	a.By = "amount.ellipsis"
	r.notes[k].open = false
}

// fromNext looks at the amount after k.
func (r *reader) fromNext(k int) {
	if k+1 >= len(r.out) || r.notes[k+1].sentence != r.notes[k].sentence || r.notes[k+1].open {
		return
	}
	a, b := &r.out[k], &r.out[k+1]
	if b.Kind != "count" && b.Kind != "money" && b.Kind != "measure" {
		return
	}
	if r.notes[k].fromTo == 1 && r.notes[k+1].fromTo == 2 {
		r.take(k, k+1)
		return
	}
	gap := b.First - a.Last
	r.bound(k)
	if gap > 2 && !(gap == 3 && r.isOf(a.Last)) || gap < 1 {
		return
	}
	switch x := r.role(a.Last); {
	case x == and && gap == 1 && b.Kind == "money" && r.notes[k].scale == r.notes[k+1].scale: // 150.000 et 250.000 dollars
		r.take(k, k+1)
	case x == of && r.role(a.Last+1) == own, x == from, x == on, x == or:
		if b.Kind != "money" || r.notes[k].scale == r.notes[k+1].scale || x == or {
			r.take(k, k+1)
		}
	}
}

// bound sets the sentence in which role and cueNear look to that of amount k.
func (r *reader) bound(k int) {
	s := r.notes[k].sentence
	r.sentence, r.lo, r.hi = s, r.d.Sentences[s].First, r.d.Sentences[s].Last
}

// fromContext decides by the nearest figure of the sentence, by words of money, then by the figures before.
func (r *reader) fromContext(k int, main string) {
	a, n := &r.out[k], &r.notes[k]
	r.bound(k)
	prev := -1
	for j := k - 1; j >= 0 && r.notes[j].sentence == n.sentence; j-- {
		if x := r.out[j].Kind; !r.notes[j].open && (x == "count" || x == "money" || x == "measure" && n.scale < 1e6) && r.out[j].Last <= a.First {
			prev = j
			break
		}
	}
	if n.small {
		if prev >= 0 && (r.out[prev].Kind == "count" || (n.against || n.to) && r.out[prev].Kind != "measure" || n.part) && a.Per == "" {
			r.take(k, prev)
			return
		}
		if n.part || n.against {
			if j := r.lastCount(k, 1); j >= 0 && n.part {
				r.take(k, j)
			}
		}
		n.open = false
		return
	}
	if r.role(a.Last) == of && r.isCue(a.Last+1, "sum") {
		r.asMoney(k, main)
		a.About = r.t[a.Last+1].Norm
		return
	}
	cue, near := r.cueNear(r.lo, a.First, "money")
	if prev >= 0 && (!near || cue < r.out[prev].Last || r.role(a.First-1) == on || r.totalOn(a.First)) {
		r.take(k, prev)
		return
	}
	if !near && prev < 0 {
		_, near = r.cueNear(a.Last, a.Last+8, "money")
	}
	if near {
		r.asMoney(k, main)
		return
	}
	if j := r.lastCount(k, 2); j >= 0 {
		r.take(k, j)
		return
	}
	if main != "" || n.scale >= 1e9 { // what else does the press count in milliards
		r.asMoney(k, main)
		return
	}
	n.open = false
}

// totalOn tells "sur un total de 38,3 millions": said of what was counted before.
func (r *reader) totalOn(first int) bool {
	for p := first - 1; p >= max(r.lo, first-4); p-- {
		if r.role(p) == on {
			return true
		}
		if r.t[p].Shape&doc.Punct != 0 {
			return false
		}
	}
	return false
}

// lastCount returns the last count or sum of money at most so many sentences before amount k, -1 where there is none.
func (r *reader) lastCount(k, sentences int) int {
	for j := k - 1; j >= 0 && r.notes[k].sentence-r.notes[j].sentence <= sentences; j-- {
		if x := r.out[j].Kind; !r.notes[j].open && (x == "count" || x == "money") {
			return j
		}
	}
	return -1
}

// asMoney makes amount k a sum of money in the currency of the article; in a French article without any, the euro.
func (r *reader) asMoney(k int, main string) {
	a := &r.out[k]
	if main == "" {
		main = "EUR"
	}
	a.Kind, a.Currency, a.Unit, a.Inferred, a.By = "money", main, "", true, "amount.ellipsis"
	r.notes[k].open = false
}

// mainCurrency returns the currency that most amounts of the article are in.
func (r *reader) mainCurrency() string {
	best, most := "", 0
	for i := range r.out {
		c := r.out[i].Currency
		if c == "" || c == best {
			continue
		}
		n := 0
		for j := range r.out {
			if r.out[j].Currency == c {
				n++
			}
			if j > i+400 {
				break
			}
		}
		if n > most {
			best, most = c, n
		}
		if i > 200 {
			break
		}
	}
	return best
}

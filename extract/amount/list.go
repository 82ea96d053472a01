package amount

// list reads figures that share what stands behind the last of them: "Martin et Pierre, 12 et 14 ans", "âgés de 19, 22 et 31 ans",
// "150 et 60 millions d'euros". Each is an amount of its own.
func (r *reader) list(n *number, s *suffix) (int, bool) {
	if s.kind != "" || n.vague || n.fraction || n.special != 0 || n.one || n.noun || n.scale != 1 || n.value <= 0 {
		return 0, false
	}
	var more [4]number
	have := 0
	last := n.last
	var end suffix
	for have < len(more) {
		k := last
		joins := r.role(k) == and
		if k+1 >= r.hi || !joins && r.t[k].Norm != "," {
			return 0, false
		}
		m, ok := r.number(k+1, false)
		if !ok || m.vague || m.fraction || m.special != 0 || m.one || m.noun && m.scale < 1e6 || m.value <= 0 {
			return 0, false
		}
		more[have] = m
		have++
		last = m.last
		if joins {
			end = r.suffixOf(&m)
			break
		}
	}
	whole := *n
	whole.last = more[max(have-1, 0)].last
	scale := 1.0
	switch {
	case end.kind == "time" && end.age && end.unit == "year" && n.value <= 130:
		if !r.old(&whole, &end) {
			return 0, false
		}
		end.kind = "age"
	case end.kind == "money" && have == 1 && more[0].scale >= 1e6 && n.digits.length > 0 && n.value < 1000 && r.role(n.first-1) == of:
		scale = more[0].scale
	default:
		return 0, false
	}
	for k := -1; k < have; k++ {
		m, x := *n, end
		if k >= 0 {
			m = more[k]
		}
		if k < have-1 {
			m.value *= scale
			x.last, x.cents = m.last, 0
		}
		a, note := r.amount(&m, &x)
		r.around(&a, &note, m.first, x.last)
		r.emit(a, note)
	}
	return end.last, true
}

package summary

import (
	"slices"
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// stamp returns the token after the time of day that labels a line of a live blog: "14h50 Il a annoncé".
func (r *reading) stamp(l *line) int {
	t := r.d.Tokens
	i := l.First
	if i >= l.Last || t[i].Shape&(doc.Digit|doc.HasDigit) == 0 {
		return i
	}
	k, _ := slices.BinarySearchFunc(r.d.Dates, i, func(x doc.Date, i int) int { return x.First - i })
	if k < len(r.d.Dates) && r.d.Dates[k].First == i && r.d.Dates[k].Type == "TIME" {
		if end := r.d.Dates[k].Last; end < l.Last && (t[end].Shape&doc.Capital != 0 || t[end].Shape&doc.Punct != 0 && t[end].Norm != "," && t[end].Norm != ".") {
			return end
		}
	}
	return i
}

// opensClause tells whether a token opens a clause: "Comme elle le raconte", "S'il gagne".
func (r *reading) opensClause(i int) bool {
	switch r.c.lex.Attr(r.d.Tokens[i].Word, r.c.clause, "part") {
	case "sub", "if":
		return true
	}
	return r.d.Tokens[i].Norm == "comme" || r.d.Tokens[i].Shape&doc.Elided != 0
}

// quotes says which lines are somebody's words and whether one learns whose.
func (r *reading) quotes() {
	d := r.d
	k := 0
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if q.Kind == "indirect" || q.First >= q.Last {
			continue
		}
		for k > 0 && r.lines[k].First > q.First {
			k--
		}
		for k < len(r.lines) && r.lines[k].Last <= q.First {
			k++
		}
		for j := k; j < len(r.lines) && r.lines[j].First < q.Last; j++ {
			l := &r.lines[j]
			if l.words == 0 {
				continue
			}
			n := 0
			for t := max(q.First, l.First); t < min(q.Last, l.Last); t++ {
				if d.Tokens[t].Shape&(doc.Punct|doc.Symbol) == 0 {
					n++
				}
			}
			part := float64(n) / float64(l.words)
			l.quoted = min(1, l.quoted+part)
			span := d.Span(l.Range)
			named := q.SpeakerSpan.Len() > 0 && span.Contains(q.SpeakerSpan) || q.Cue.Len() > 0 && span.Contains(q.Cue)
			if part > 0.4 && !named {
				l.voiceless = true
			}
		}
		if k >= len(r.lines) {
			break
		}
	}
	for i := range r.lines {
		l := &r.lines[i]
		if l.quoted == 0 && l.First < l.Last && d.Tokens[l.First].Shape&doc.Open != 0 && r.unspoken(l) {
			l.voiceless = true
		}
	}
}

// antecedents frees the lines whose pronoun stands for somebody whom they name before it: "Si Marie Dupont refuse, elle partira".
func (r *reading) antecedents() {
	for i := range r.lines {
		l := &r.lines[i]
		if !l.pronoun || l.torn || l.subject == l.First {
			continue
		}
		for m := l.mentions.First; m < l.mentions.Last && r.d.Mentions[m].Last <= l.subject; m++ {
			x := &r.d.Mentions[m]
			if x.Form == "pronoun" || x.First < l.First || x.Type != doc.Person && x.Type != doc.Organization {
				continue
			}
			p := r.mentionAt(l.subject)
			if x.Type == doc.Organization && (p < 0 || r.entityOf[p] < 0) {
				continue // "Dans une interview sur TF1, il a fustigé": nobody knows who
			}
			if p >= 0 && r.entityOf[p] >= 0 && r.entityOf[p] != r.entityOf[m] {
				continue
			}
			l.pronoun, l.orphan = false, l.link.Last > l.link.First
			break
		}
	}
}

// inverted finds the lines that end in the words of somebody whom they do not name: "…", a-t-il dit.
func (r *reading) inverted() {
	for i := range r.lines {
		l := &r.lines[i]
		named, body, she := false, false, false
		for m := l.mentions.First; m < l.mentions.Last; m++ {
			if x := &r.d.Mentions[m]; x.Type == doc.Person && x.Form != "pronoun" && x.Form != "nominal" {
				named = true
			}
			if x := &r.d.Mentions[m]; x.Type == doc.Organization && x.Form != "pronoun" && x.First <= l.First+1 && x.First >= l.First {
				body, she = true, r.d.Tokens[l.First].Norm == "la" // "Le parquet de Créteil a ouvert une enquête, a-t-il indiqué"
			}
		}
		if named {
			continue
		}
		for k := l.First; k < l.Last; k++ {
			if r.d.Tokens[k].Shape&doc.Clitic == 0 || k == l.First || !r.is(k-1, r.c.finite) {
				continue
			}
			switch r.d.Tokens[k].Norm {
			case "-il", "-elle", "-ils", "-elles", "-t-il", "-t-elle", "-t-ils", "-t-elles":
				if !r.is(k-1, r.c.speech) && !r.is(k-1, r.c.auxiliary) {
					continue // "faut-il", "existe-t-il"
				}
				if body && r.d.Tokens[l.First].Shape&doc.Capital != 0 && strings.HasSuffix(r.d.Tokens[k].Norm, "elle") == she && r.d.Tokens[k].Norm[len(r.d.Tokens[k].Norm)-1] != 's' {
					continue
				}
				l.inverted, l.orphan = k, true
			}
		}
	}
}

// beginsInside tells whether a line begins inside quotation marks that it closes, with words that say who speaks behind them:
// `La France perd une combattante", a salué le président.`
func (r *reading) beginsInside(l *line) bool {
	t := r.d.Tokens
	if t[l.First].Shape&doc.Capital == 0 {
		return false
	}
	marks, at := 0, 0
	for k := l.First; k < l.Last; k++ {
		switch t[k].Norm {
		case "\"", "»", "«", "“", "”", "(", ")":
			marks++
			at = k
		}
	}
	return marks == 1 && (t[at].Norm == "»" || t[at].Norm == "\"" && t[at].Gap == doc.Glued) && at-l.First >= 5 && at+3 < l.Last && t[at+1].Norm == ","
}

// unspoken tells whether a line that opens with a quotation mark is nothing but what stands inside it.
func (r *reading) unspoken(l *line) bool {
	if t := r.d.Tokens[l.First].Norm; t == "(" || t == "[" {
		return false
	}
	for i := l.First + 1; i < l.Last; i++ {
		if r.d.Tokens[i].Shape&doc.Close != 0 && r.d.Tokens[i].Norm != ")" {
			return i >= l.Last-2
		}
	}
	return true
}

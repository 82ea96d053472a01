package text

import (
	"sort"
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// layout finds the title, the subheadings and the boilerplate of d.Text. headings are lines that are known to be subheadings, in order: the
// tags of an HTML page say so.
func (dec *Decoder) layout(d *doc.Document, headings []doc.Span) {
	r := &reader{phrases: dec.phrases, d: d}
	wrapped := r.cut(headings)
	r.classify()
	title := doc.None
	if d.Source.Plain {
		title = r.title(wrapped)
	}
	r.sections(title, wrapped)
	r.report()
}

// cut fills r.lines. It tells whether the text is wrapped at a fixed width: then a line without a final stop means nothing.
func (r *reader) cut(headings []doc.Span) (wrapped bool) {
	s := r.d.Text
	r.lines = make([]line, 0, len(s)/160+8)
	turns, open, known := 0, false, 0
	eachLine(s, func(start, end int, gap bool) {
		l := line{start: int32(start), end: int32(end), gap: gap}
		for known < len(headings) && headings[known].End <= start {
			known++
		}
		if known < len(headings) && headings[known].Start <= start && end <= headings[known].End {
			l.kind = headed
		}
		if c := s[start]; open && !gap && ('a' <= c && c <= 'z' || strings.HasPrefix(s[start:], "é") || strings.HasPrefix(s[start:], "à")) {
			turns++
		}
		open = !ends(s[start:end])
		r.lines = append(r.lines, l)
	})
	return turns >= 3 && turns*5 > len(r.lines)
}

// classify says what each line is on its own, and marks the boilerplate.
func (r *reader) classify() {
	s, n := r.d.Text, len(r.lines)
	links := 0 // lines after "Lire aussi" that may be its links
	for i := range r.lines {
		l := &r.lines[i]
		start, end := int(l.start), int(l.end)
		t := s[start:end]
		if l.kind == headed {
			links = 0
		} else {
			var from, to int
			l.kind, from, to = look(t)
			if l.kind == headed || l.kind == short {
				l.start, l.end = l.start+int32(from), l.start+int32(to)
			}
		}
		kind, from, to := r.furniture(t, i, n)
		switch {
		case kind == "" || l.kind == headed && kind != "related" && kind != "script" && kind != "published":
			if links > 0 && l.kind == short && !l.gap {
				r.mark("related", l, start, end)
				links--
				continue
			}
			links = 0
		case from == 0 && to == len(t):
			links = 0
			if kind == "related" && r.alone() {
				links = 4
			}
			r.mark(kind, l, start, end)
		default:
			r.d.Boilerplate = append(r.d.Boilerplate, doc.Boilerplate{Span: doc.Span{Start: start + from, End: start + to}, Kind: kind})
			links = 0
		}
	}
}

// alone tells whether the flat line holds a phrase and nothing else: "À lire aussi" with its links on the next lines.
func (r *reader) alone() bool {
	first, end := r.flat.body()
	x, ok := r.find(&r.flat, inLine|atStart|inside)
	return ok && x.first <= first && x.end >= end
}

func (r *reader) mark(kind string, l *line, start, end int) {
	l.kind = furniture
	r.d.Boilerplate = append(r.d.Boilerplate, doc.Boilerplate{Span: doc.Span{Start: start, End: end}, Kind: kind})
}

// next returns the first line of the story from i on, len(r.lines) where there is none.
func (r *reader) next(i int) int {
	for i < len(r.lines) && r.lines[i].kind == furniture {
		i++
	}
	return i
}

func (r *reader) text(i int) string { return r.d.Text[r.lines[i].start:r.lines[i].end] }

// title returns the line that is the title of the article, or None.
func (r *reader) title(wrapped bool) int {
	i := r.next(0)
	if i >= len(r.lines) {
		return doc.None
	}
	l := &r.lines[i]
	if given := r.d.Source.Title; given != "" {
		if len(given) <= 2*longestTitle && r.same(given, r.text(i)) {
			return i
		}
		return doc.None
	}
	if l.kind != short && l.kind != headed || numbered(r.text(i)) {
		return doc.None
	}
	k := r.next(i + 1)
	if k >= len(r.lines) || wrapped && !r.lines[k].gap {
		return doc.None
	}
	// A rubric above the title: "Économie", then the title, then the article.
	if n := &r.lines[k]; k == i+1 && !n.gap && n.kind == short && strings.Count(r.text(i), " ") < 2 && strings.Count(r.text(k), " ") > 3 {
		if m := r.next(k + 1); m < len(r.lines) && (r.lines[m].kind == prose || m > k+1) {
			l.kind = furniture
			r.d.Boilerplate = append(r.d.Boilerplate, doc.Boilerplate{Span: doc.Span{Start: int(l.start), End: int(l.end)}, Kind: "related"})
			return k
		}
	}
	for m, seen := k, 0; m < len(r.lines) && seen < 6; m, seen = r.next(m+1), seen+1 {
		if r.lines[m].kind == prose {
			if m == k && !r.lines[m].gap && k == i+1 && len(r.text(m)) < len(r.text(i)) && !ends(r.text(m)) {
				return doc.None
			}
			return i
		}
	}
	return doc.None
}

// same tells whether two titles are the same but for accents, case, spaces and marks at the ends.
func (r *reader) same(a, b string) bool {
	r.flat.set(a)
	r.small.set(b)
	return string(r.flat.text) == string(r.small.text)
}

// numbered tells whether a line begins with the number of a part: "I. Le contexte", "2) Les chiffres", "A - Le calendrier".
func numbered(s string) bool {
	i := 0
	for i < len(s) && i < 5 && (strings.IndexByte("IVX", s[i]) >= 0 || '0' <= s[i] && s[i] <= '9') {
		i++
	}
	if i == 0 && len(s) > 3 && 'A' <= s[0] && s[0] <= 'H' {
		i = 1
	}
	if i == 0 || i+2 >= len(s) {
		return false
	}
	rest := s[i:]
	return (rest[0] == '.' || rest[0] == ')') && rest[1] == ' ' || strings.HasPrefix(rest, " - ") || strings.HasPrefix(rest, " – ")
}

// sections finds the subheadings: short lines without a final stop between paragraphs.
func (r *reader) sections(title int, wrapped bool) {
	d := r.d
	if title != doc.None {
		l := &r.lines[title]
		d.Source.Title, d.Source.TitleSpan = d.Text[l.start:l.end], doc.Span{Start: int(l.start), End: int(l.end)}
		l.kind = headed
	}
	prev, first := doc.None, r.next(0)
	dashes := !r.listed()
	run := 0 // short lines that follow each other, from this one on
	for i := first; i < len(r.lines); i = r.next(i + 1) {
		l := &r.lines[i]
		if i == title {
			prev = i
			continue
		}
		if run > 0 {
			run--
		}
		if l.kind == short && run == 0 {
			for k := i; k < len(r.lines) && r.lines[k].kind == short; k = r.next(k + 1) {
				run++
			}
		}
		if l.kind == item && dashes && r.dashed(i, prev) {
			l.kind = headed
			from := strings.IndexByte(r.text(i), ' ') + 1
			l.start += int32(from)
		}
		if l.kind == headed || l.kind == short && r.heading(i, prev, run, wrapped) {
			l.kind = headed
			if n := len(d.Sections); n > 0 {
				d.Sections[n-1].Body.End = r.lineStart(int(l.start))
			}
			d.Sections = append(d.Sections, doc.Section{
				Title: doc.Span{Start: int(l.start), End: int(l.end)},
				Body:  doc.Span{Start: int(l.end), End: len(d.Text)},
			})
		}
		prev = i
	}
}

// listed tells whether two elements of a list follow each other somewhere: then a line with a dash is no heading.
func (r *reader) listed() bool {
	for i := 1; i < len(r.lines); i++ {
		if r.lines[i].kind == item && r.lines[i-1].kind == item {
			return true
		}
	}
	return false
}

// dashed recognises a heading that only begins with a dash, "- Les municipales maintenues", alone between two paragraphs.
func (r *reader) dashed(i, prev int) bool {
	l, t, k := &r.lines[i], r.text(i), r.next(i+1)
	if prev == doc.None || k >= len(r.lines) || !strings.HasPrefix(t, "- ") || len(t) > longestHeading || ends(t) || strings.HasSuffix(t, ":") {
		return false
	}
	next, before := &r.lines[k], &r.lines[prev]
	return l.gap && next.gap && next.kind == prose && before.kind == prose && int(next.end-next.start) > len(t)+20 && ends(r.text(prev)) && begins(t[2:])
}

// lineStart returns where the line of a position begins: the marks of "## Titre" belong to no body.
func (r *reader) lineStart(pos int) int {
	return pos - len(r.d.Text[max(0, pos-8):pos]) + strings.LastIndexAny(r.d.Text[max(0, pos-8):pos], "\n\r") + 1
}

// heading tells whether a short line is a subheading by what stands around it.
func (r *reader) heading(i, prev, run int, wrapped bool) bool {
	l, t := &r.lines[i], r.text(i)
	k := r.next(i + 1)
	if len(t) > longestHeading || k >= len(r.lines) {
		return false
	}
	next := &r.lines[k]
	if run > 2 && !numbered(t) {
		return false // a list: results, names, a poem
	}
	if last, _ := lastInk(t); (last == '?' || last == '!') && len(t) > 110 {
		return false
	}
	if at := strings.Index(t, ". "); at > 20 && len(t) > 80 {
		return false // two sentences, the second without its stop
	}
	if wrapped && !(l.gap && next.gap) {
		return false
	}
	if prev == doc.None {
		// The first line of a text whose title the caller gave is a paragraph, unless numbered or followed by one that is longer.
		return numbered(t) || r.d.Source.Title != "" && next.gap && len(t) < 80
	}
	before := &r.lines[prev]
	p := r.text(prev)
	if strings.HasSuffix(p, ":") {
		return false // "Voici la liste :" announces an item
	}
	if !l.gap && before.kind != headed && !ends(p) && prev == i-1 && !numbered(t) {
		return false
	}
	switch next.kind {
	case prose:
		if c := r.d.Text[next.start]; 'a' <= c && c <= 'z' && !next.gap {
			return false // the sentence goes on
		}
		return true
	case item:
		return l.gap || numbered(t)
	}
	return true
}

// report tells the document what the page says about the article; what the caller or the page's head said stands.
func (r *reader) report() {
	src := &r.d.Source
	sort.SliceStable(r.d.Boilerplate, func(i, j int) bool { return r.d.Boilerplate[i].Start < r.d.Boilerplate[j].Start })
	if src.Author == "" {
		src.Author = r.author
	}
	for _, st := range []stamp{r.published, r.updated, r.dated} {
		if src.Published == "" && st.year != 0 {
			src.Published = st.String()
		}
	}
}

package text

import (
	"sort"
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// layout finds the title, the subheadings and the boilerplate of d.Text. headings are lines that are known to be subheadings, in order: the
// tags of an HTML page say so.
func (dec *Decoder) layout(d *doc.Document, headings []doc.Span) {
	r := &reader{phrases: dec.phrases, d: d, flat: flat{make([]byte, 0, 512), make([]word, 0, 96)}}
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
	switch kind {
	case "byline", "published":
		l.front = signed
	case "share", "subscription":
		l.front = button
	}
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
	if k >= len(r.lines) || wrapped && !r.lines[k].gap || !r.told(i) {
		return doc.None
	}
	// Rubrics above the title: "Le Phare", "Économie", then the title, then the article.
	if words(r.text(i)) < 4 {
		for m, n := k, 0; m < len(r.lines) && n < 5 && (r.lines[m].kind == short || r.lines[m].kind == headed) && !r.signed(i, m); m, n = r.next(m+1), n+1 {
			if words(r.text(m)) >= 4 && !numbered(r.text(m)) && r.told(m) && (r.lines[m].gap == l.gap || n > 0 || !r.lines[m].gap) {
				for j := i; j < m; j = r.next(j + 1) {
					r.mark("navigation", &r.lines[j], int(r.lines[j].start), int(r.lines[j].end))
				}
				return m
			}
		}
	}
	return i
}

// told tells whether a paragraph follows soon after line i: a title has its article.
func (r *reader) told(i int) bool {
	k := r.next(i + 1)
	for m, n := k, 0; m < len(r.lines) && n < 6; m, n = r.next(m+1), n+1 {
		if r.lines[m].kind == prose {
			return m > k || r.lines[m].gap || k > i+1 || ends(r.text(m)) || len(r.text(m)) >= len(r.text(i))
		}
	}
	return false
}

// signed tells whether a byline or a time of publication stands between two lines.
func (r *reader) signed(i, k int) bool {
	for ; i < k; i++ {
		if r.lines[i].front == signed {
			return true
		}
	}
	return false
}

func words(s string) int { return strings.Count(s, " ") + 1 }

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
		r.head(title)
		l := &r.lines[title]
		d.Source.Title, d.Source.TitleSpan = d.Text[l.start:l.end], doc.Span{Start: int(l.start), End: int(l.end)}
		l.kind = headed
	}
	prev, first, begun := doc.None, r.next(0), title == doc.None
	dashes := !r.listed()
	run, runEnd := 0, 0 // how many short lines follow each other here, and where they end
	for i := first; i < len(r.lines); i = r.next(i + 1) {
		l := &r.lines[i]
		if i == title {
			prev = i
			continue
		}
		if l.kind == short && i >= runEnd {
			for run, runEnd = 0, i; runEnd < len(r.lines) && r.lines[runEnd].kind == short; runEnd = r.next(runEnd + 1) {
				run++
			}
		}
		if l.kind == item && dashes && r.dashed(i, prev) {
			l.kind = headed
			from := strings.IndexByte(r.text(i), ' ') + 1
			l.start += int32(from)
		}
		begun = begun || l.kind == prose
		if l.kind == headed || l.kind == short && (begun || numbered(r.text(i))) && r.heading(i, prev, run, wrapped) {
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

// head marks what stands between the title and the first paragraph after the byline, the time and the buttons: "Offrir", a caption.
func (r *reader) head(title int) {
	last := title
	for i := title + 1; i < len(r.lines) && i < title+16; i++ {
		if r.lines[i].front != story {
			last = i
		}
	}
	if last == title {
		return
	}
	for i := title + 1; i < len(r.lines); i++ {
		l := &r.lines[i]
		if i > last && l.kind != short && l.kind != furniture {
			return
		}
		t := r.text(i)
		if (l.kind == short || l.kind == prose) && i+1 < len(r.lines) && r.lines[i+1].front == signed && fullName(t) {
			r.mark("byline", l, int(l.start), int(l.end))
			if r.author == "" {
				r.author = strings.TrimRight(t, ".")
			}
			continue
		}
		if l.kind == short && len(t) <= 80 && !ends(t) && !numbered(t) {
			r.mark("navigation", l, int(l.start), int(l.end))
		}
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
	if run > 2 && (!numbered(t) || '0' <= t[0] && t[0] <= '9') {
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
	if src.Outlet == "" {
		src.Outlet = r.outlet
	}
	for _, st := range []stamp{r.published, r.updated, r.dated} {
		if src.Published == "" && st.year != 0 {
			src.Published = st.String()
		}
	}
}

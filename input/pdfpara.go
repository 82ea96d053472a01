package input

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/breve-nlp/breve/lexicon"
)

// article writes the lines of all pages as paragraphs and headings.
func (t *pdfText) article() []byte {
	t.dropRunning()
	bodySize := t.bodySize()
	step := t.usualStep(bodySize)
	var f flow
	var last *pdfLine
	right := 0.0 // how far the lines of this paragraph reach
	level := func(size float64) int {
		switch {
		case size > 1.6*bodySize:
			return 1
		case size > 1.15*bodySize:
			return 2
		}
		return 0
	}
	for _, page := range t.pages {
		for i := range page {
			line := &page[i]
			s := strings.TrimSpace(string(line.text))
			if last != nil {
				before := strings.TrimSpace(string(last.text))
				down := last.y - line.y
				jump := i == 0 || down <= 0 || down > 20*step // a new page or a new column
				apart := math.Abs(line.size-last.size) > 0.12*bodySize
				switch {
				case apart, // a heading
					!jump && down > 1.45*max(step, 1.1*line.size),                 // a gap
					!jump && line.x > last.x+0.7*line.size && stops(before),       // an indent
					!jump && stops(before) && last.end < right-0.2*(right-last.x), // a line that ends early
					jump && stops(before), jump && level(last.size) > 0 && down < -1: // a paragraph that went on would not have its stop there
					f.end(level(last.size))
					right = 0
				default:
					f.text(t.join(&f, before, s))
					last, right = line, max(right, line.end)
					continue
				}
			}
			f.text(s)
			last, right = line, max(right, line.end)
		}
	}
	if last != nil {
		f.end(level(last.size))
	}
	return f.bytes()
}

// stops tells whether a line ends like a sentence.
func stops(s string) bool {
	s = strings.TrimRight(s, " \u00a0\u202f»”\")")
	return s == "" || strings.ContainsAny(s[len(s)-1:], ".!?:") || strings.HasSuffix(s, "…")
}

// join returns what to write for the line s behind the line before: a space, or nothing where a word was cut. The hyphen goes where the lexicon
// knows the word without it ("infor-" "mation") and stays in "peut-" "être" and "Jean-" "Paul".
func (t *pdfText) join(f *flow, before, s string) string {
	r, n := utf8.DecodeLastRuneInString(before)
	if r != '-' && r != '\u00ad' && r != '\u2010' {
		return " " + s
	}
	head := before[:len(before)-n]
	if i := strings.LastIndexFunc(head, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }); i >= 0 {
		_, k := utf8.DecodeRuneInString(head[i:])
		head = head[i+k:]
	}
	tail := s
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }); i >= 0 {
		tail = s[:i]
	}
	first, _ := utf8.DecodeRuneInString(tail)
	switch {
	case head == "" || tail == "":
		return " " + s
	case r != '\u00ad' && (!unicode.IsLower(first) || !t.knows(head+tail) && (t.knows(head+"-"+tail) || t.knows(head) && t.knows(tail))):
		return s
	}
	f.para = bytes.TrimSuffix(bytes.TrimRight(f.para, " "), []byte(string(r)))
	return s
}

func (m *months) knows(word string) bool {
	m.number("") // loads the lexicon
	return m.lex.Word(lexicon.Fold(word)) >= 0
}

// bodySize is the size in which most letters stand.
func (t *pdfText) bodySize() float64 {
	letters := map[int]int{}
	best, most := 0, 0
	for _, p := range t.pages {
		for i := range p {
			k := int(math.Round(p[i].size * 2))
			letters[k] += len(p[i].text)
			if letters[k] > most || letters[k] == most && k < best {
				best, most = k, letters[k]
			}
		}
	}
	return max(float64(best)/2, 0.5)
}

// usualStep is the distance between most lines of the body.
func (t *pdfText) usualStep(size float64) float64 {
	var steps []float64
	for _, p := range t.pages {
		for i := 1; i < len(p); i++ {
			if d := p[i-1].y - p[i].y; d > 0.5*size && d < 4*size {
				steps = append(steps, d)
			}
		}
	}
	if len(steps) == 0 {
		return 1.2 * size
	}
	slices.Sort(steps)
	return steps[len(steps)/4] // gaps between paragraphs may be more than lines in them
}

// dropRunning takes the heads and feet of pages away: first and last lines that are the same on several pages but for their numbers, and bare numbers.
func (t *pdfText) dropRunning() {
	key := func(l *pdfLine) string {
		s := strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) || unicode.IsSpace(r) {
				return -1
			}
			return r
		}, string(l.text))
		return s[:min(len(s), 120)]
	}
	seen := map[string]int{}
	for _, p := range t.pages {
		if len(p) == 0 {
			continue
		}
		seen[key(&p[0])]++
		if len(p) > 1 {
			seen[key(&p[len(p)-1])]++
		}
	}
	for i, p := range t.pages {
		if k := lonelyNumber(p); k >= 0 {
			t.pages[i] = slices.Delete(p, k, k+1)
		}
	}
	running := func(l *pdfLine) bool {
		k := key(l)
		return strings.Trim(k, "-–—/|") == "" || len(t.pages) > 1 && seen[k] > max(1, len(t.pages)/3)
	}
	for i, p := range t.pages {
		if len(p) > 1 && running(&p[0]) {
			p = p[1:]
		}
		if len(p) > 1 && running(&p[len(p)-1]) {
			p = p[:len(p)-1]
		}
		t.pages[i] = p
	}
}

// lonelyNumber finds "Page 3" far below all else on a page, in whatever order the page draws it; -1 where there is none.
func lonelyNumber(p []pdfLine) int {
	if len(p) < 3 {
		return -1
	}
	low := 0
	for i := range p {
		if p[i].y < p[low].y {
			low = i
		}
	}
	l := &p[low]
	if len(l.text) > 14 || !bytes.ContainsAny(l.text, "0123456789") {
		return -1
	}
	for i := range p {
		if i != low && p[i].y-l.y < 2.5*max(l.size, p[i].size) {
			return -1
		}
	}
	return low
}

package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
)

// Sentences written without a look at the lexicon, read by the whole program: testdata/events/*.txt, "## TYPE" and then "+" a sentence that tells an
// event of the type, "-" one that only looks like it. [words:role] plays a role, [words:!:planned+negated] is the trigger with what differs from
// asserted and affirmative. The test prints recall and precision and keeps them from falling below the floors.
func TestUnseenEvents(t *testing.T) {
	r, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/events/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	only := os.Getenv("EVENTS") // a part of a file's name: its sentences one by one
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		detail := only != "" && strings.Contains(filepath.Base(f), only)
		var all unseen
		byType, order := map[string]*unseen{}, []string{}
		kind := ""
		for n, line := range strings.Split(string(b), "\n") {
			if strings.HasPrefix(line, "## ") {
				kind = strings.TrimSpace(line[3:])
				continue
			}
			if len(line) < 3 || line[0] != '+' && line[0] != '-' {
				continue
			}
			if byType[kind] == nil {
				byType[kind] = &unseen{}
				order = append(order, kind)
			}
			one := tryEvent(r, kind, line)
			byType[kind].add(one)
			all.add(one)
			if detail && one.told != "" {
				fmt.Printf("%s:%d %s %s%s\n", filepath.Base(f), n+1, kind, line, one.told)
			}
		}
		t.Logf("%s: %s", filepath.Base(f), all)
		if testing.Verbose() {
			for _, k := range order {
				t.Logf("   %-15s %s", k, byType[k])
			}
		}
		if all.found*100 < all.wanted*floorRecall || all.found*100 < (all.found+all.wrong)*floorPrecision {
			t.Errorf("%s: %s: below the floors", f, all)
		}
	}
}

const floorRecall, floorPrecision = 60, 85

type unseen struct {
	wanted, found, wrong, roles, hit, modes int
	told                                    string
}

func (u *unseen) add(o unseen) {
	u.wanted += o.wanted
	u.found += o.found
	u.wrong += o.wrong
	u.roles += o.roles
	u.hit += o.hit
	u.modes += o.modes
}

func (u unseen) String() string {
	return fmt.Sprintf("found %d of %d, %d false; roles %d of %d; polarity and modality right in %d", u.found, u.wanted, u.wrong, u.hit, u.roles, u.modes)
}

type part struct {
	first, last   int
	role, setting string
}

// unmark takes the brackets out of a line.
func unmark(line string) (string, []part) {
	var b strings.Builder
	var parts []part
	for {
		before, rest, ok := strings.Cut(line, "[")
		b.WriteString(before)
		if !ok {
			return b.String(), parts
		}
		in, after, _ := strings.Cut(rest, "]")
		words, role, _ := strings.Cut(in, ":")
		role, setting, _ := strings.Cut(role, ":")
		p := part{first: b.Len(), role: role, setting: setting}
		b.WriteString(words)
		p.last = b.Len()
		parts = append(parts, p)
		line = after
	}
}

func tryEvent(r *extract.Reader, kind, line string) (u unseen) {
	text, parts := unmark(line[2:])
	d := r.Article([]byte(text), doc.About{Published: "2024-03-12"})
	var best *doc.Event
	hits, others := -1, ""
	for i := range d.Events {
		e := &d.Events[i]
		s := fmt.Sprintf("\n      %s %q %s %s %.2f", e.Type, d.Slice(e.Trigger), e.Polarity, e.Modality, e.Confidence)
		for _, f := range e.Roles {
			s += fmt.Sprintf(" %s=%q", f.Role, d.Slice(f.Span))
		}
		others += s
		if e.Type != kind {
			continue
		}
		if line[0] == '-' {
			u.wrong++
			continue
		}
		n := 0
		for _, p := range parts {
			if p.role == "!" && p.first < e.Trigger.End && e.Trigger.Start < p.last {
				n += 5
			}
			if plays(e, p) {
				n++
			}
		}
		if n > hits {
			best, hits = e, n
		}
	}
	if line[0] == '-' {
		if u.wrong > 0 {
			u.told = "  FALSE" + others
		}
		return u
	}
	u.wanted = 1
	missed := ""
	polarity, modality := "affirmative", "asserted"
	for _, p := range parts {
		switch p.role {
		case "":
		case "!":
			for _, f := range strings.Split(p.setting, "+") {
				if f == "negated" {
					polarity = f
				} else if f != "" {
					modality = f
				}
			}
		default:
			if best == nil {
				continue
			}
			u.roles++
			if plays(best, p) {
				u.hit++
			} else {
				missed += " no " + p.role
			}
		}
	}
	if best == nil {
		u.told = "  MISSED" + others
		return u
	}
	u.found = 1
	if best.Polarity == polarity && best.Modality == modality {
		u.modes = 1
	} else {
		missed += " want " + polarity + " " + modality
	}
	if missed != "" {
		u.told = "  " + missed + others
	}
	return u
}

func plays(e *doc.Event, p part) bool {
	for _, f := range e.Roles {
		if f.Role == p.role && f.Start < p.last && p.first < f.End {
			return true
		}
	}
	return false
}

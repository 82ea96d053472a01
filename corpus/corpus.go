// Package corpus knows the truth about articles: what people found in them (gold), how near the program comes to it (Score), and what it
// said on a given day (golden).
package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Article is one article with what people found in it. Positions are code points of Text.
type Article struct {
	ID          string        `json:"id"`
	Kind        string        `json:"kind,omitempty"` // "court report", "match report": for the reader of the corpus
	Text        string        `json:"text"`
	Published   string        `json:"published,omitempty"`
	Title       string        `json:"title,omitempty"`
	Layers      []string      `json:"layers,omitempty"` // what is annotated: a missing layer is not scored
	Types       []string      `json:"types,omitempty"`  // the entity types that are annotated
	AmountKinds []string      `json:"amount_kinds,omitempty"`
	DateTypes   []string      `json:"date_types,omitempty"`
	QuoteKinds  []string      `json:"quote_kinds,omitempty"`
	EventTypes  []string      `json:"event_types,omitempty"`
	Entities    []Entity      `json:"entities,omitempty"`
	Roles       []Role        `json:"roles,omitempty"`
	Amounts     []Amount      `json:"amounts,omitempty"`
	Dates       []Date        `json:"dates,omitempty"`
	Quotes      []Quote       `json:"quotes,omitempty"`
	Events      []Event       `json:"events,omitempty"`
	Sources     []Source      `json:"sources,omitempty"`
	Boilerplate []Boilerplate `json:"boilerplate,omitempty"`
	Headings    []string      `json:"headings,omitempty"` // lines that head a section, outside every sentence
	Same        [][]string    `json:"same,omitempty"`     // names and phrases for the same thing
}

// Place is a half-open stretch of code points with its words.
type Place struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text,omitempty"`
}

// Entity is a mention of a name. Alt lists other types that are right too. Optional: neither required nor an error, here and below.
type Entity struct {
	Place
	Type     string   `json:"type"`
	Alt      []string `json:"alt,omitempty"`
	Optional bool     `json:"optional,omitempty"`
}

// Role is a function of a person.
type Role struct {
	Person       string `json:"person"`
	Title        string `json:"title"`
	Organization string `json:"organization,omitempty"`
	Status       string `json:"status,omitempty"`
	Optional     bool   `json:"optional,omitempty"`
}

// Amount is a figure with its value.
type Amount struct {
	Place
	Kind     string   `json:"kind,omitempty"`
	Alt      []string `json:"alt,omitempty"`
	Value    *float64 `json:"value,omitempty"`
	Min      *float64 `json:"min,omitempty"`
	Max      *float64 `json:"max,omitempty"`
	Currency string   `json:"currency,omitempty"`
	Unit     string   `json:"unit,omitempty"`
	Modifier string   `json:"modifier,omitempty"`
	Optional bool     `json:"optional,omitempty"`
}

// Date is a TIMEX3 expression.
type Date struct {
	Place
	Type     string `json:"type,omitempty"`
	Value    string `json:"value,omitempty"`
	Mod      string `json:"mod,omitempty"`
	Optional bool   `json:"optional,omitempty"`
}

// Quote is what somebody said. Speaker: nil where it is not annotated, "" where nobody is named.
type Quote struct {
	Place
	Kind     string  `json:"kind,omitempty"`
	Speaker  *string `json:"speaker,omitempty"`
	Optional bool    `json:"optional,omitempty"`
}

// UnmarshalJSON reads a quote; a speaker that is null (nobody is named) becomes "".
func (q *Quote) UnmarshalJSON(b []byte) error {
	type plain Quote
	if err := json.Unmarshal(b, (*plain)(q)); err != nil {
		return err
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(b, &keys); err != nil {
		return err
	}
	if s, ok := keys["speaker"]; ok && bytes.Equal(s, []byte("null")) {
		q.Speaker = new(string)
	}
	return nil
}

// Event is a happening; Place is its trigger. Open: roles that are not listed are no errors.
type Event struct {
	Place
	Type     string           `json:"type"`
	Alt      []string         `json:"alt,omitempty"`
	Roles    map[string]Words `json:"roles,omitempty"`
	Polarity string           `json:"polarity,omitempty"`
	Modality string           `json:"modality,omitempty"`
	Optional bool             `json:"optional,omitempty"`
	Open     bool             `json:"open,omitempty"`
}

// Words are the answers for a role; any of them is right. In JSON a string or a list.
type Words []string

// UnmarshalJSON reads a string or a list of strings.
func (w *Words) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		*w = []string{""}
		return json.Unmarshal(b, &(*w)[0])
	}
	return json.Unmarshal(b, (*[]string)(w))
}

// MarshalJSON writes one answer as a string, several as a list.
func (w Words) MarshalJSON() ([]byte, error) {
	if len(w) == 1 {
		return json.Marshal(w[0])
	}
	return json.Marshal([]string(w))
}

// Source is who reports the news. Kind "anonymous" is not scored.
type Source struct {
	Name     string `json:"name,omitempty"`
	Text     string `json:"text,omitempty"`
	Kind     string `json:"kind,omitempty"`
	Optional bool   `json:"optional,omitempty"`
}

// Boilerplate is text of the page that is not the article.
type Boilerplate struct {
	Place
	Kind string `json:"kind"`
}

// Load reads gold answers: a .gold file, a .jsonl file (one article a line) or a folder of .gold files.
func Load(path string) ([]Article, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		files, err := filepath.Glob(filepath.Join(path, "*.gold"))
		if err != nil {
			return nil, err
		}
		if len(files) == 0 {
			return nil, fmt.Errorf("%s: no .gold file in this folder", path)
		}
		slices.Sort(files)
		var out []Article
		for _, f := range files {
			a, err := Load(f)
			if err != nil {
				return nil, err
			}
			out = append(out, a...)
		}
		return out, nil
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(path, ".gold") {
		a, err := Parse(path, string(b))
		if err != nil {
			return nil, err
		}
		return []Article{a}, nil
	}
	var out []Article
	err = eachLine(bytes.NewReader(b), func(n int, line []byte) error {
		var a Article
		if err := decodeArticle(line, &a); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
		out = append(out, a)
		return nil
	})
	return out, err
}

// decodeArticle reads a line of JSON; an id may be a number, and where no layers are listed those are annotated whose key is there.
func decodeArticle(line []byte, a *Article) error {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(line, &keys); err != nil {
		return err
	}
	if id := keys["id"]; len(id) > 0 && id[0] != '"' {
		keys["id"], _ = json.Marshal(string(id))
		line, _ = json.Marshal(keys)
	}
	if err := json.Unmarshal(line, a); err != nil {
		return err
	}
	if len(a.Layers) == 0 {
		for _, l := range layers {
			if _, ok := keys[l]; ok {
				a.Layers = append(a.Layers, l)
			}
		}
	}
	return nil
}

// layers in the order of the scorer.
var layers = []string{"entities", "amounts", "dates", "quotes", "events", "sources", "roles", "boilerplate"}

// WriteJSONL writes articles one a line, for tools that read gold answers as JSON.
func WriteJSONL(w io.Writer, articles []Article) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i := range articles {
		if err := e.Encode(&articles[i]); err != nil {
			return err
		}
	}
	return nil
}

// eachLine calls f for every line that is not blank, with its number from 1.
func eachLine(r io.Reader, f func(n int, line []byte) error) error {
	in := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if err := f(n, line); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// MarshalJSON writes a quote; a speaker that is "" becomes null.
func (q Quote) MarshalJSON() ([]byte, error) {
	type plain Quote
	if q.Speaker == nil || *q.Speaker != "" {
		return json.Marshal(plain(q))
	}
	type nobody struct {
		plain
		Speaker *string `json:"speaker"`
	}
	return json.Marshal(nobody{plain(q), nil})
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/render"
	"github.com/breve-nlp/breve/verify"
)

// schema compiles the shipped schema.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(render.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("breve.json", parsed); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("breve.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// hostile are inputs that nobody wrote for a reader; what is read of them must still be a correct object.
var hostile = map[string]string{
	"empty": "", "blank": " \n\t", "no text": "\x00\x01\x02\xff\xfe", "broken UTF-8": "Le pr\xe9sident a \xc3 parl\xe9.\xff", "brackets": strings.Repeat("(", 20000), "quotes": strings.Repeat("« ", 5000) + strings.Repeat("»", 5000),
	"one long word": strings.Repeat("a", 200000), "no full stop": strings.Repeat("le maire de Lyon Bruno Castelnau a dit que 12 % des 3 millions d'euros ", 400), "markup": "<p>Un <b>texte</p> &amp; <script>alert(1)</script>",
	"line separators": "Un\u2028deux\u2029trois. « \u202edroite »", "marks": "e\u0301te\u0301 \U0001F389 l\u00ade", "lines": strings.Repeat("\n\n12\n", 3000),
}

// Every object that is written validates against the schema, is what encoding/json makes of it, and says nothing that its article does not.
func TestObjects(t *testing.T) {
	r, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	s := schema(t)
	check := func(name string, src []byte) {
		d := r.Article(src, doc.About{Published: "2025-05-14"})
		o := render.Contract(d, render.Options{})
		b := o.JSON(false)
		instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		if err := s.Validate(instance); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var standard bytes.Buffer
		e := json.NewEncoder(&standard)
		e.SetEscapeHTML(false)
		if err := e.Encode(o); err != nil || strings.TrimSuffix(standard.String(), "\n") != string(b) {
			t.Errorf("%s: the bytes are not those of encoding/json (%v)", name, err)
		}
		for _, p := range verify.Check(o, d.Text, ordinary(r.Lexicon())) {
			t.Errorf("%s: %s", name, p)
		}
		for _, f := range []func(*render.Object) string{
			func(o *render.Object) string { return render.Text(o, render.Page{}) },
			func(o *render.Object) string { return render.Markdown(o) },
			func(o *render.Object) string { return render.HTML(render.Contract(d, render.Options{WithText: true})) },
		} {
			if out := f(o); strings.ContainsAny(out, "\x00\x1b\u202e") {
				t.Errorf("%s: control characters in the output", name)
			}
		}
	}
	files, err := filepath.Glob("../../corpus/articles/*")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d articles, %v", len(files), err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		check(filepath.Base(f), b)
	}
	for name, src := range hostile {
		check(name, []byte(src))
	}
}

// The same stream gives the same bytes on any number of workers.
func TestSameBytes(t *testing.T) {
	var in bytes.Buffer
	files, err := filepath.Glob("../../corpus/articles/*")
	if err != nil {
		t.Fatal(err)
	}
	e := json.NewEncoder(&in)
	for range 10 {
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if err := e.Encode(map[string]string{"id": f, "text": string(b)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	var first string
	for _, jobs := range []string{"1", "2", "7"} {
		var out, errs bytes.Buffer
		if code := run(context.Background(), []string{"breve", "batch", "--jsonl", "--jobs", jobs}, world{bytes.NewReader(in.Bytes()), &out, &errs}); code != 0 {
			t.Fatalf("exit code %d: %s", code, errs.String())
		}
		if first == "" {
			first = out.String()
		}
		if out.String() != first {
			t.Errorf("%s jobs give other bytes than 1", jobs)
		}
	}
}

package main

import (
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the output in README.md anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"breve": main})
}

// TestScripts runs testdata/*.txtar: every verb and every mistake, as a user types them.
func TestScripts(t *testing.T) {
	articles, err := filepath.Abs("../../corpus/articles")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("NO_COLOR", "1")
			e.Setenv("ARTICLES", articles)
			return nil
		},
	})
}

func TestOrder(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "summary"},
		{"a.txt", "summary -- a.txt"},
		{"-", "summary -- -"},
		{"a.txt --words 60", "summary --words 60 -- a.txt"},
		{"--words 60 a.txt b.txt -q", "summary --words 60 -q -- a.txt b.txt"},
		{"--format md quotes a.txt", "quotes --format md -- a.txt"},
		{"json a.txt --published=2025-07-08", "json --published=2025-07-08 -- a.txt"},
		{"json -- --quiet", "json -- --quiet"},
		{"-- json", "summary -- json"},
		{"./json", "summary -- ./json"},
		{"help json", "json --help"},
		{"json help", "json -- help"},
		{"--help", "--help"},
		{"--version", "version"},
		{"lexicon lookup Meta --lexicon d", "lexicon lookup --lexicon d -- Meta"},
		{"lexicon --lexicon d stats", "lexicon stats --lexicon d"},
		{"batch --jsonl --jobs 2", "batch --jsonl --jobs 2"},
		{"batch a b --out c", "batch --out c -- a b"},
		{"json a.txt --words", "json --words -- a.txt"},
	} {
		got, err := order(newApp(world{strings.NewReader(""), io.Discard, io.Discard}), append([]string{"breve"}, strings.Fields(c.in)...))
		if err != nil || strings.Join(got[1:], " ") != c.want {
			t.Errorf("%q: %q %v, want %q", c.in, got, err, c.want)
		}
	}
}

func TestNear(t *testing.T) {
	known := []string{"summary", "json", "quotes", "amounts"}
	for word, want := range map[string]string{"sumary": "summary", "sumamry": "summary", "jsno": "json", "quotse": "quotes", "QUOTES": "quotes", "xyz": "", "article": ""} {
		if got := near(word, known); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

// Every line of README.md that begins with "breve " or "go run ./cmd/breve " in a block of commands names a verb, and its flags are flags of that verb.
func TestReadmeCommands(t *testing.T) {
	n := 0
	for _, line := range strings.Split(readme(t), "\n") {
		line = strings.TrimPrefix(strings.TrimSpace(line), "$ ")
		rest, ok := strings.CutPrefix(line, "breve ")
		if !ok {
			if rest, ok = strings.CutPrefix(line, "go run ./cmd/breve "); !ok {
				continue
			}
		}
		rest, _, _ = strings.Cut(rest, "#")
		rest, _, _ = strings.Cut(rest, "<")
		rest, _, _ = strings.Cut(rest, ">")
		n++
		app := newApp(world{strings.NewReader(""), io.Discard, io.Discard})
		args, err := order(app, append([]string{"breve"}, strings.Fields(rest)...))
		if err != nil {
			t.Errorf("README: %s: %v", line, err)
			continue
		}
		command := app.Command(args[1])
		if command == nil {
			t.Errorf("README: %s: there is no such verb", line)
			continue
		}
		flags := command.Flags
		for _, s := range command.Subcommands {
			flags = append(flags[:len(flags):len(flags)], s.Flags...)
		}
		for _, a := range args[2:] {
			if a == "--" {
				break
			}
			if name, _, _ := strings.Cut(strings.TrimLeft(a, "-"), "="); isFlag(a) {
				known := false
				for _, f := range flags {
					known = known || slices.Contains(f.Names(), name)
				}
				if !known {
					t.Errorf("README: %s: there is no flag %s", line, a)
				}
			}
		}
	}
	if n < 5 {
		t.Errorf("README has %d commands", n)
	}
}

// README lists every verb and every format of the program.
func TestReadmeIsWhole(t *testing.T) {
	text := readme(t)
	for _, c := range verbs(world{}) {
		if !strings.Contains(text, "`"+c.Name) {
			t.Errorf("README does not tell of the verb %s", c.Name)
		}
	}
	for _, f := range formats {
		if !strings.Contains(text, "`"+f+"`") {
			t.Errorf("README does not tell of the format %s", f)
		}
	}
}

const readmePath = "../../README.md"

func readme(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(readmePath)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// mainCommand is the command of README whose output stands below it.
const mainCommand = "$ go run ./cmd/breve corpus/articles/rachat-nivelis.txt\n"

// The output in README.md is what the program prints: go test ./cmd/breve -run Readme -update writes it. It is only logged where it differs, since each
// better reading changes it; .ci/run shows that log.
func TestReadmeOutput(t *testing.T) {
	text := readme(t)
	head, rest, ok := strings.Cut(text, mainCommand)
	old, tail, ok2 := strings.Cut(rest, "```\n")
	if !ok || !ok2 {
		t.Fatalf("README has no block with %q", mainCommand)
	}
	var out strings.Builder
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chdir("../.."); err != nil {
		t.Fatal(err)
	}
	code := run(context.Background(), append([]string{"breve"}, strings.Fields(mainCommand)[4:]...), world{strings.NewReader(""), &out, &out})
	if err := os.Chdir(dir); err != nil {
		t.Fatal(err)
	}
	if code != 0 || out.Len() == 0 {
		t.Fatalf("README's main command gives %d: %s", code, out.String())
	}
	if old == out.String() {
		return
	}
	if *update {
		if err := os.WriteFile(readmePath, []byte(head+mainCommand+out.String()+"```\n"+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Log("README.md shows an older output: go test ./cmd/breve -run Readme -update")
}

package batch_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/breve-nlp/breve/batch"
)

func echo(l batch.Line) ([]byte, bool) {
	if l.Err != nil {
		return fmt.Appendf(nil, "%d: %v\n", l.Number, l.Err), false
	}
	if l.Number%7 == 0 {
		time.Sleep(time.Millisecond) // a slow line holds back those behind it
	}
	return fmt.Appendf(nil, "%d:%s\n", l.Number, l.Bytes), string(l.Bytes) != "bad"
}

func TestLinesKeepTheirOrder(t *testing.T) {
	var in, want strings.Builder
	in.WriteString("\xef\xbb\xbf")
	for i := 1; i <= 500; i++ {
		switch {
		case i%50 == 0:
			in.WriteString("  \r\n")
			continue
		case i%33 == 0:
			in.WriteString("bad\n")
			fmt.Fprintf(&want, "%d:bad\n", i)
		default:
			fmt.Fprintf(&in, "line %d\r\n", i)
			fmt.Fprintf(&want, "%d:line %d\n", i, i)
		}
	}
	in.WriteString("last without a line feed")
	want.WriteString("501:last without a line feed\n")
	for _, jobs := range []int{0, 1, 3, 16} {
		var out bytes.Buffer
		s, err := batch.Lines(context.Background(), strings.NewReader(in.String()), &out, jobs, echo)
		if err != nil {
			t.Fatal(err)
		}
		if out.String() != want.String() {
			t.Errorf("%d jobs: the lines differ", jobs)
		}
		if s.Done+s.Failed != 491 || s.Failed != 15 {
			t.Errorf("%d jobs: %+v", jobs, s)
		}
	}
}

type endless struct{ n int }

func (e *endless) Read(p []byte) (int, error) {
	if e.n <= 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.n)
	for i := range n {
		p[i] = 'x'
	}
	e.n -= n
	return n, nil
}

func TestLongLine(t *testing.T) {
	in := io.MultiReader(strings.NewReader("a\n"), &endless{batch.LongestLine + 2}, strings.NewReader("\nb\n"))
	var out bytes.Buffer
	s, err := batch.Lines(context.Background(), in, &out, 2, echo)
	if err != nil || out.String() != "1:a\n2: the line has more than 64 MB\n3:b\n" || s.Failed != 1 {
		t.Errorf("%q %+v %v", out.String(), s, err)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }
func (broken) Read([]byte) (int, error)  { return 0, errors.New("the cable is out") }

func TestLinesTellTheirErrors(t *testing.T) {
	big := func(batch.Line) ([]byte, bool) { return make([]byte, 1<<20), true }
	if _, err := batch.Lines(context.Background(), strings.NewReader(strings.Repeat("x\n", 1000)), broken{}, 2, big); err == nil {
		t.Error("an output that fails is told")
	}
	if _, err := batch.Lines(context.Background(), io.MultiReader(strings.NewReader("a\n"), broken{}), io.Discard, 2, echo); err == nil {
		t.Error("an input that fails is told")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := batch.Lines(ctx, strings.NewReader(strings.Repeat("x\n", 1000)), io.Discard, 2, echo); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	past := time.Now().Add(-time.Hour)
	if err := os.Chtimes(path, past, past); err != nil {
		t.Fatal(err)
	}
}

func TestFolder(t *testing.T) {
	root := t.TempDir()
	in, out := filepath.Join(root, "in"), filepath.Join(root, "in", "out")
	write(t, filepath.Join(in, "a.txt"), "un")
	write(t, filepath.Join(in, "deep", "er", "b.HTML"), "deux")
	write(t, filepath.Join(in, "bad.txt"), "bad")
	write(t, filepath.Join(in, "picture.png"), "x")
	write(t, filepath.Join(in, ".hidden.txt"), "x")
	write(t, filepath.Join(out, "c.txt"), "a result is no document")
	if err := os.Symlink(in, filepath.Join(in, "loop")); err != nil {
		t.Log(err)
	}
	reads := 0
	run := func(settings string) (batch.Stats, []batch.Failure) {
		t.Helper()
		docs, err := batch.Find([]string{in}, []string{".txt", ".html"}, out, ".json")
		if err != nil {
			t.Fatal(err)
		}
		reads = 0
		s, f, err := batch.Folder(context.Background(), batch.Plan{Documents: docs, Dir: out, Settings: settings, Jobs: 1}, func(d batch.Document) ([]byte, error) {
			reads++
			b, err := os.ReadFile(d.Path)
			if string(b) == "bad" {
				return nil, errors.New("no article")
			}
			return append([]byte(d.ID+"="), b...), err
		})
		if err != nil {
			t.Fatal(err)
		}
		return s, f
	}
	s, f := run("1")
	if s.Done != 2 || s.Failed != 1 || len(f) != 1 || f[0].ID != "bad.txt" {
		t.Fatalf("%+v %+v", s, f)
	}
	if b, err := os.ReadFile(filepath.Join(out, "deep", "er", "b.HTML.json")); string(b) != "deep/er/b.HTML=deux" {
		t.Errorf("%q %v", b, err)
	}
	if b, err := os.ReadFile(filepath.Join(out, "errors.jsonl")); !strings.Contains(string(b), `"error":"no article"`) {
		t.Errorf("%q %v", b, err)
	}
	if s, _ := run("1"); s.Skipped != 2 || reads != 1 {
		t.Errorf("a second run reads only what failed: %+v, %d reads", s, reads)
	}
	write(t, filepath.Join(in, "bad.txt"), "good now")
	if err := os.Chtimes(filepath.Join(in, "a.txt"), time.Now().Add(time.Hour), time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if s, _ := run("1"); s.Skipped != 1 || s.Done != 2 {
		t.Errorf("what changed is read again: %+v", s)
	}
	if _, err := os.Stat(filepath.Join(out, "errors.jsonl")); err == nil {
		t.Error("no failures, no list of them")
	}
	if s, _ := run("2"); s.Skipped != 0 || s.Done != 3 {
		t.Errorf("other settings make all results again: %+v", s)
	}
}

func TestTwoDocumentsOneResult(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "a", "x.txt"), "un")
	write(t, filepath.Join(root, "b", "x.txt"), "deux")
	_, err := batch.Find([]string{filepath.Join(root, "a", "x.txt"), filepath.Join(root, "b", "x.txt")}, nil, root, ".json")
	if err == nil || !strings.Contains(err.Error(), "would both be written") {
		t.Errorf("%v", err)
	}
}

// A second run into a folder is told to wait; what a killed run left half written is swept away.
func TestFolderIsHeld(t *testing.T) {
	root := t.TempDir()
	in, out := filepath.Join(root, "in"), filepath.Join(root, "out")
	write(t, filepath.Join(in, "a.txt"), "un")
	write(t, filepath.Join(out, ".breve-write-123"), "half of a res")
	docs, err := batch.Find([]string{in}, []string{".txt"}, out, ".json")
	if err != nil {
		t.Fatal(err)
	}
	plan := batch.Plan{Documents: docs, Dir: out, Settings: "1", Jobs: 1}
	quick := func(batch.Document) ([]byte, error) { return []byte("x"), nil }
	var second error
	if _, _, err := batch.Folder(context.Background(), plan, func(d batch.Document) ([]byte, error) {
		_, _, second = batch.Folder(context.Background(), plan, quick)
		return quick(d)
	}); err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS == "linux" && (second == nil || !strings.Contains(second.Error(), "another run writes into this folder")) {
		t.Errorf("%v", second)
	}
	if _, err := os.Stat(filepath.Join(out, ".breve-write-123")); err == nil {
		t.Error("a half written file is left")
	}
	if _, _, err := batch.Folder(context.Background(), plan, quick); err != nil {
		t.Errorf("the lock is held for ever: %v", err)
	}
}

package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// A Document is one input file and the file for its result.
type Document struct {
	ID     string // the path below the folder that was given, with slashes
	Path   string // where it is read
	Output string // where its result goes
}

// A Plan says what a folder run does.
type Plan struct {
	Documents []Document
	Dir       string // of the results
	Settings  string // what the results depend on beside the documents; results of other settings are made again
	Jobs      int
	Progress  func(Stats, int) // after each document, with the number of all; may be nil
}

// Find lists the documents of some paths: a file as it is, a folder with all files below it whose names end in one of suffixes. Results go below
// dir, with ext behind the document's name. Symbolic links to folders are not followed; the result folder is not read.
func Find(paths []string, suffixes []string, dir, ext string) ([]Document, error) {
	var docs []Document
	add := func(root, path string) error {
		id, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		docs = append(docs, Document{ID: filepath.ToSlash(id), Path: path, Output: filepath.Join(dir, id+ext)})
		return nil
	}
	out, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			if err := add(filepath.Dir(p), p); err != nil {
				return nil, err
			}
			continue
		}
		err = filepath.WalkDir(p, func(path string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if e.IsDir() {
				if full, err := filepath.Abs(path); err == nil && full == out {
					return fs.SkipDir
				}
				return nil
			}
			if strings.HasPrefix(e.Name(), ".") || !slices.Contains(suffixes, strings.ToLower(filepath.Ext(path))) {
				return nil
			}
			return add(p, path)
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(docs, func(a, b Document) int { return strings.Compare(a.Path, b.Path) })
	docs = slices.CompactFunc(docs, func(a, b Document) bool { return a.Path == b.Path })
	from := map[string]string{}
	for _, d := range docs {
		if other, ok := from[d.Output]; ok {
			return nil, fmt.Errorf("%s and %s would both be written to %s: give their folder instead", other, d.Path, d.Output)
		}
		from[d.Output] = d.Path
	}
	return docs, nil
}

// settingsFile stands in the result folder and says under which settings its results were made.
const settingsFile = ".breve-settings"

// lockFile is held by the run that writes into the folder.
const lockFile = ".breve-lock"

// errorsFile lists the documents that failed in the last run.
const errorsFile = "errors.jsonl"

// Failure is a document that could not be read, as errors.jsonl has it.
type Failure struct {
	ID    string `json:"id"`
	Path  string `json:"path"`
	Error string `json:"error"`
}

// Folder reads each document of a plan and writes its result, whole or not at all. A document whose result is there and is newer is skipped, so that a run
// that was broken off goes on where it stopped. Documents that fail are listed in errors.jsonl; the others go on. read may return a result and an
// error, where a document could be read in part: the result is written, the document counts as failed and is read again by the next run.
func Folder(ctx context.Context, p Plan, read func(Document) ([]byte, error)) (Stats, []Failure, error) {
	if err := os.MkdirAll(p.Dir, 0o755); err != nil {
		return Stats{}, nil, err
	}
	release, err := lock(p.Dir)
	if err != nil {
		return Stats{}, nil, err
	}
	defer release()
	sweep(p.Documents)
	old, _ := os.ReadFile(filepath.Join(p.Dir, settingsFile))
	same := string(old) == p.Settings
	if !same {
		// results that are there were made otherwise: no run may take them for its own, not even after a crash in the midst of this one
		if err := os.Remove(filepath.Join(p.Dir, settingsFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return Stats{}, nil, err
		}
		for _, d := range p.Documents {
			if err := os.Remove(d.Output); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return Stats{}, nil, err
			}
		}
		if err := WriteFile(filepath.Join(p.Dir, settingsFile), []byte(p.Settings)); err != nil {
			return Stats{}, nil, err
		}
	}
	again := failedBefore(p.Dir)
	var (
		mu       sync.Mutex
		s        Stats
		failures []Failure
		workers  sync.WaitGroup
		work     = make(chan Document)
	)
	for range max(p.Jobs, 1) {
		workers.Go(func() {
			for d := range work {
				n, skipped, err := one(d, again[d.Path], read)
				mu.Lock()
				switch {
				case err != nil:
					s.Failed++
					failures = append(failures, Failure{d.ID, d.Path, err.Error()})
				case skipped:
					s.Skipped++
				default:
					s.Done++
					s.Bytes += n
				}
				if p.Progress != nil {
					p.Progress(s, len(p.Documents))
				}
				mu.Unlock()
			}
		})
	}
feed:
	for _, d := range p.Documents {
		select {
		case work <- d:
		case <-ctx.Done():
			break feed
		}
	}
	close(work)
	workers.Wait()
	slices.SortFunc(failures, func(a, b Failure) int { return strings.Compare(a.Path, b.Path) })
	return s, failures, errors.Join(ctx.Err(), writeFailures(p.Dir, failures))
}

// one makes the result of a document, where it is not there already.
func one(d Document, again bool, read func(Document) ([]byte, error)) (n int64, skipped bool, err error) {
	in, err := os.Stat(d.Path)
	if err != nil {
		return 0, false, err
	}
	if out, err := os.Stat(d.Output); err == nil && !again && out.Size() > 0 && out.ModTime().After(in.ModTime()) {
		return 0, true, nil
	}
	result, err := read(d)
	if len(result) == 0 && err != nil {
		// the result of an earlier text would be a lie
		if e := os.Remove(d.Output); e != nil && !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
		return 0, false, err
	}
	if e := os.MkdirAll(filepath.Dir(d.Output), 0o755); e != nil {
		return 0, false, errors.Join(err, e)
	}
	return in.Size(), false, errors.Join(err, writeFile(d.Output, result, false))
}

// failedBefore returns the documents that failed in the run before.
func failedBefore(dir string) map[string]bool {
	out := map[string]bool{}
	b, err := os.ReadFile(filepath.Join(dir, errorsFile))
	if err != nil {
		return out
	}
	for line := range strings.Lines(string(b)) {
		var f Failure
		if json.Unmarshal([]byte(line), &f) == nil {
			out[f.Path] = true
		}
	}
	return out
}

func writeFailures(dir string, failures []Failure) error {
	path := filepath.Join(dir, errorsFile)
	if len(failures) == 0 {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	var b []byte
	for _, f := range failures {
		line, err := json.Marshal(f)
		if err != nil {
			return err
		}
		b = append(append(b, line...), '\n')
	}
	return WriteFile(path, b)
}

package batch

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// temporary begins the name of a file that is being written.
const temporary = ".breve-write-"

// WriteFile writes a file whole or not at all: a reader never sees half of it, and a run that is killed leaves the old one.
func WriteFile(path string, content []byte) error { return writeFile(path, content, true) }

// writeFile is WriteFile; without sync the bytes may still be on their way to the disk when it returns. Syncing each of many small files halves the speed
// of a run, and only a power cut can show the difference: it leaves an empty result, which the next run makes again.
func writeFile(path string, content []byte, sync bool) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, temporary+"*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	_, err = f.Write(content)
	if e := f.Chmod(0o644); err == nil {
		err = e
	}
	if sync && err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// sweep removes what runs that were killed have left half written in the folders of some documents' results.
func sweep(docs []Document) {
	seen := map[string]bool{}
	for _, d := range docs {
		dir := filepath.Dir(d.Output)
		if seen[dir] {
			continue
		}
		seen[dir] = true
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue // not made yet
		}
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), temporary) {
				os.Remove(filepath.Join(dir, e.Name()))
			}
		}
	}
}

package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
)

//go:embed packages.tsv
var packageTable string

// Package is one pinned source: what it is called at its registry, and the sha256 of the file that is read.
type Package struct {
	Name, Version, Client, File, Sum, Licence string
}

var clientName = map[string]string{"apt": "Debian", "pip": "PyPI", "npm": "npm"}

func (p Package) String() string {
	return fmt.Sprintf("%s %s (%s), sha256 %s, licence %s", p.Name, p.Version, clientName[p.Client], p.Sum, p.Licence)
}

// parsePackages reads the pins.
func parsePackages(table string) (map[string]Package, error) {
	pins := make(map[string]Package)
	for n, line := range strings.Split(table, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 6 {
			return nil, fmt.Errorf("packages.tsv:%d: 6 columns wanted, %d found", n+1, len(c))
		}
		pins[c[0]] = Package{c[0], c[1], c[2], c[3], c[4], c[5]}
	}
	return pins, nil
}

// Sources opens pinned packages in a folder and hands out their files by path.
type Sources struct {
	dir   string
	pins  map[string]Package
	files map[string]map[string][]byte
}

// open reads a package whole, after checking that it is the pinned one.
func (s *Sources) open(name string) (map[string][]byte, error) {
	if f, ok := s.files[name]; ok {
		return f, nil
	}
	p, ok := s.pins[name]
	if !ok {
		return nil, fmt.Errorf("package %q is not pinned in packages.tsv", name)
	}
	raw, err := os.ReadFile(filepath.Join(s.dir, p.File))
	if err != nil {
		return nil, err
	}
	if got := sumOf(raw); got != p.Sum {
		return nil, fmt.Errorf("%s: sha256 is %s, pinned %s", p.File, got, p.Sum)
	}
	files, err := unpack(p.File, raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.File, err)
	}
	s.files[name] = files
	return files, nil
}

func sumOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// file is one file of a package.
func (s *Sources) file(name, path string) ([]byte, error) {
	files, err := s.open(name)
	if err != nil {
		return nil, err
	}
	b, ok := files[path]
	if !ok {
		return nil, fmt.Errorf("%s: no file %q inside", s.pins[name].File, path)
	}
	return b, nil
}

// wanted keeps memory small: the files of the packages that no list reads (all other languages of CLDR …) are not kept.
func wanted(name string) bool {
	switch {
	case strings.Contains(name, "/main/") && strings.HasPrefix(name, "package/"):
		return strings.Contains(name, "/main/fr/")
	case strings.HasPrefix(name, "usr/share/locale/"):
		return strings.HasPrefix(name, "usr/share/locale/fr/")
	}
	return true
}

func unpack(file string, raw []byte) (map[string][]byte, error) {
	files := make(map[string][]byte)
	if strings.HasSuffix(file, ".whl") {
		z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			return nil, err
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				return nil, err
			}
			b, err := io.ReadAll(r)
			r.Close()
			if err != nil {
				return nil, err
			}
			files[f.Name] = b
		}
		return files, nil
	}
	var r io.Reader = bytes.NewReader(raw)
	if !strings.HasSuffix(file, ".tar") {
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, err
		}
		r = z
	}
	for t := tar.NewReader(r); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		name := path.Clean(h.Name)
		if h.Typeflag != tar.TypeReg || !wanted(name) {
			continue
		}
		b, err := io.ReadAll(t)
		if err != nil {
			return nil, err
		}
		files[name] = b
	}
}

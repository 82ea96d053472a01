package extract

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

const module = "github.com/breve-nlp/breve/"

// floors says what a package may import of the module. ARCHITECTURE.md has the picture.
func allowed(pkg, dep string) bool {
	stage := strings.HasPrefix(pkg, "extract/") && pkg != "extract/doc" && pkg != "extract/rule"
	switch {
	case pkg == "extract/doc", pkg == "extract/rule", pkg == "lexicon":
		return false
	case pkg == "render":
		return dep == "extract/doc"
	case stage:
		return dep == "extract/doc" || dep == "extract/rule" || dep == "lexicon"
	case pkg == "extract":
		return dep == "lexicon" || strings.HasPrefix(dep, "extract/")
	case strings.HasPrefix(pkg, "lexicon/build"):
		return dep == "lexicon" || dep == "extract/token" || strings.HasPrefix(dep, "lexicon/build")
	}
	return !strings.HasPrefix(dep, "cmd")
}

func TestWalls(t *testing.T) {
	walk(t, func(pkg, path string, f *ast.File) {
		for _, i := range f.Imports {
			dep, _ := strconv.Unquote(i.Path.Value)
			if rest, ok := strings.CutPrefix(dep, module); ok && !allowed(pkg, rest) {
				t.Errorf("%s imports %s: that wall has no door", path, rest)
			}
		}
	})
}

// A stage reads the document and the lexicon only: no files, no clock, no standard output.
func TestNoOutsideWorld(t *testing.T) {
	walk(t, func(pkg, path string, f *ast.File) {
		if pkg != "extract" && !strings.HasPrefix(pkg, "extract/") && pkg != "render" {
			return
		}
		for _, i := range f.Imports {
			switch dep, _ := strconv.Unquote(i.Path.Value); dep {
			case "os", "time", "net", "net/http", "log", "log/slog", "math/rand", "math/rand/v2":
				t.Errorf("%s imports %s", path, dep)
			}
		}
	})
}

// French is data: Go code of the library holds no string with an accent but in the names of Unicode letters and in messages to readers (text of warnings).
func TestNoFrenchInGo(t *testing.T) {
	walk(t, func(pkg, path string, f *ast.File) {
		if !strings.HasPrefix(pkg, "extract/") {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Warn" {
					return false
				}
			}
			if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
				s, _ := strconv.Unquote(l.Value)
				letters, accents := 0, 0
				accent := false
				for _, r := range s {
					if unicode.IsLetter(r) {
						letters++
					}
					if strings.ContainsRune("àâéèêëîïôûùüçœ", unicode.ToLower(r)) {
						accent = true
					}
					if r > 0x7f && unicode.IsLetter(r) {
						accents++
					}
				}
				if accents >= 6 && accents*2 >= letters {
					return true // an alphabet, no word
				}
				if accent && letters > 2 {
					t.Errorf("%s holds the French string %q: it belongs in lexicon/", path, s)
				}
			}
			return true
		})
	})
}

func walk(t *testing.T, visit func(pkg, path string, f *ast.File)) {
	t.Helper()
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if n := e.Name(); n == "testdata" || strings.HasPrefix(n, ".") && n != ".." || n == "dist" {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel("..", filepath.Dir(path))
		if err != nil {
			return err
		}
		visit(filepath.ToSlash(rel), path, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

package lexicon

import (
	"embed"
	"io/fs"
)

//go:embed rules/*.rules
var ruleFiles embed.FS

// Rules returns the built-in rule files, one a layer; they run in the order of their names.
func Rules() fs.FS {
	sub, err := fs.Sub(ruleFiles, "rules")
	if err != nil {
		return ruleFiles // the path is a constant: it is there
	}
	return sub
}

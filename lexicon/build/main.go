// Command build compiles the class files of lexicon/words and lexicon/lists into lexicon/table.bin, which the program embeds.
//
//	go run ./lexicon/build [-check] [-lenient]
//
// With -check it writes nothing and exits with 1 where the table is not what the files give.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/breve-nlp/breve/lexicon/build/table"
)

func main() {
	dir := flag.String("dir", "lexicon", "the lexicon's folder")
	check := flag.Bool("check", false, "only compare")
	lenient := flag.Bool("lenient", false, "print the mistakes of the files and go on without those lines")
	flag.Parse()
	fsys := os.DirFS(*dir)
	files, err := table.Files(fsys)
	if err != nil && *lenient {
		fmt.Fprintln(os.Stderr, err)
		err = nil
	}
	var out []byte
	if err == nil {
		out, err = table.Compile(fsys, files)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	path := filepath.Join(*dir, "table.bin")
	old, _ := os.ReadFile(path) // a table that is not there is not the same
	if *check {
		if !bytes.Equal(old, out) {
			fmt.Fprintf(os.Stderr, "%s is not what the class files give: run go run ./lexicon/build\n", path)
			os.Exit(1)
		}
		return
	}
	if err := os.WriteFile(path, out, 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%s: %d bytes\n", path, len(out))
}

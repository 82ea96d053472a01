// Command export writes gold answers as JSON, one article a line, for tools that read them so.
//
//	go run ./corpus/cmd/export [PATH…] > gold.jsonl
//
// PATH is a .gold file, a .jsonl file or a folder of .gold files; without one, corpus/gold.
package main

import (
	"bufio"
	"fmt"
	"os"

	"github.com/breve-nlp/breve/corpus"
)

func main() {
	paths := os.Args[1:]
	if len(paths) == 0 {
		paths = []string{"corpus/gold"}
	}
	out := bufio.NewWriter(os.Stdout)
	for _, path := range paths {
		articles, err := corpus.Load(path)
		if err == nil {
			err = corpus.WriteJSONL(out, articles)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
	}
	if err := out.Flush(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

// Command breve reads French news articles and gives the brève back.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/breve-nlp/breve/extract"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/render"
)

func main() {
	r, err := extract.New()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if len(os.Args) > 2 && os.Args[1] == "json" {
		b, err := os.ReadFile(os.Args[2])
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		out := render.JSON(r.Article(b, doc.About{Path: os.Args[2]}), render.Options{Indent: true})
		os.Stdout.Write(out)
		return
	}
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for {
		l, err := in.ReadBytes('\n')
		if len(l) > 1 {
			var x struct{ ID, Text, Published, Title string }
			if e := json.Unmarshal(l, &x); e != nil {
				fmt.Fprintln(os.Stderr, e)
			} else {
				out := render.JSON(r.Article([]byte(x.Text), doc.About{ID: x.ID, Title: x.Title, Published: x.Published}), render.Options{})
				w.Write(out)
			}
		}
		if err == io.EOF {
			return
		}
	}
}

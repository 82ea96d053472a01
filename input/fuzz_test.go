package input_test

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"github.com/breve-nlp/breve/input"
)

// Whatever the bytes and the name are: no panic, each turn an article or an error, metadata in UTF-8 and no article above the limit.
func FuzzOpen(f *testing.F) {
	pdf := makePDF("1.4", pages(winAnsi, "BT /F1 12 Tf (Le pont) Tj ET")...)
	for _, s := range []struct {
		name string
		data []byte
	}{
		{"a.txt", []byte("Le pont.")}, {"a.md", []byte("---\ntitle: a\n---\n# Un\n")}, {"a.eml", []byte("From: a\nSubject: =?utf-8?q?b?=\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nx\n--B--")},
		{"a.docx", docx(f)}, {"a.odt", odt(f)}, {"a.rtf", []byte(`{\rtf1\ansi l\'e9\u233?{\*\x}\bin3 abc}`)}, {"a.pdf", pdf},
		{"a.jsonl", []byte("{\"text\":\"Un.\"}\n{}")}, {"a.json", []byte(`[{"text":"Un."}]`)}, {"a.csv", []byte("text;date\n\"Un\";3 mars 2025\n")},
		{"a.xml", []byte(`<rss><channel><item><description>Un</description></item></channel></rss>`)}, {"a.zip", pack(f, "a.txt", "Un.", "b.csv", "text\nx")},
		{"a.tar.gz", packGzip(packTar(f, "a.txt", "Un."))}, {"a.zst", packZstd(f, []byte("Un."))},
	} {
		f.Add(s.name, s.data)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		turns := 0
		for a, err := range input.Open(name, bytes.NewReader(data), input.Options{Largest: 1 << 20}) {
			if turns++; turns > 1_000_000 {
				t.Fatal("no end")
			}
			if err != nil {
				if a.Data != nil || err.Error() == "" {
					t.Errorf("an error with data, or without words: %v", err)
				}
				continue
			}
			if len(a.Data) > 6<<20 { // HTML is longer than the text in it
				t.Errorf("%d bytes", len(a.Data))
			}
			for _, s := range []string{a.Title, a.Author, a.Published, a.Outlet} {
				if !utf8.ValidString(s) {
					t.Errorf("%q is no UTF-8", s)
				}
			}
		}
		if turns == 0 && name != "" && len(data) == 0 {
			t.Error("an empty file is an empty article")
		}
	})
}

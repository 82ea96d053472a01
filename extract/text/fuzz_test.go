package text

import (
	"bytes"
	"strings"
	"testing"

	"github.com/breve-nlp/breve/extract/doc"
)

func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		"", "\xFF\xFE", "a\x00b\x00", "\r", "- x -", "## ", "#", "- ", "«", "PARIS, 3 mars (AFP) –", "Publié le 31/12/2025 à 23h59", "Par A", "©", "Lire aussi :\nA\nB",
		"(avec AFP)", "function f() {\n}\n}", "<p>a</p><p>b", "<!doctype html><title>x", "</p></p><br><br>", "Usine : la colère montepar Télé", "abc/de/fgh", "J. D.", "1 200 1er mai 2020",
		french, "caf\x8E \xE9\xE8", paragraph + "\n\nTitre\n\n" + paragraph, "\u00A0\u200B\n", "==\n", "***\n* *", "A\nB\nC\n\nD.",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d := decoder().Decode(src, doc.About{})
		sound(t, d)
		again := decoder().Decode(src, doc.About{})
		if told(d) != told(again) || d.Text != again.Text {
			t.Error("two readings differ")
		}
	})
}

// The hard inputs of the same shape, at one size and at twice that size, show whether time is linear: compare the bytes a second.
func BenchmarkDecode(b *testing.B) {
	text := strings.Repeat(paragraph+" "+paragraph+" "+paragraph+"\n\n"+paragraph+" "+paragraph+"\n\nUne colère ancienne\n\n", 400)
	for _, c := range []struct{ name, src string }{
		{"plain", text},
		{"short lines", strings.Repeat("Une ligne courte\n", 30_000)},
		{"short lines twice", strings.Repeat("Une ligne courte\n", 60_000)},
		{"one line", strings.Repeat("mot ", 500_000)},
		{"brackets", strings.Repeat("(", 500_000)},
		{"page", "<html><body><article><h1>Titre</h1>" + strings.Repeat("<p>"+paragraph+" "+paragraph+"</p>", 200) + "</article></body></html>"},
		{"page twice", "<html><body><article><h1>Titre</h1>" + strings.Repeat("<p>"+paragraph+" "+paragraph+"</p>", 400) + "</article></body></html>"},
	} {
		src := []byte(c.src)
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				decoder().Decode(src, doc.About{})
			}
		})
	}
}

func TestLarge(t *testing.T) {
	for _, src := range [][]byte{
		bytes.Repeat([]byte("é"), 1<<20), bytes.Repeat([]byte("\n"), 1<<20), bytes.Repeat([]byte(")"), 1<<20), bytes.Repeat([]byte("<p>"), 1<<17),
		bytes.Repeat([]byte("<div><p>a"), 1<<14), bytes.Repeat([]byte("{"), 1<<20), bytes.Repeat([]byte("{\n"), 1<<18), bytes.Repeat([]byte("\xE9"), 1<<20),
	} {
		sound(t, decoder().Decode(src, doc.About{}))
	}
}

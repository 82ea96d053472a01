package lexicon

import (
	"fmt"
	"testing"
)

// Every key of a perfect table is found in its place; a table of no keys has one place, which is empty.
func TestPerfect(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 1000, 50000} {
		hashes := make([]uint64, n)
		for i := range hashes {
			hashes[i] = hash(fmt.Sprint("word ", i))
		}
		b, err := buildPerfect(hashes, 3, func(i int, to []byte) { put24(to, uint32(i)+1) })
		if err != nil {
			t.Fatal(err)
		}
		p, err := openPerfect(string(b), 3)
		if err != nil {
			t.Fatal(err)
		}
		for i, h := range hashes {
			if got := u24(p.values, int(p.place(h))); got != uint32(i)+1 {
				t.Fatalf("%d keys: key %d has %d", n, i, got)
			}
		}
		if n == 0 && u24(p.values, int(p.place(hash("x")))) != 0 {
			t.Error("something stands in an empty table")
		}
	}
	if _, err := buildPerfect([]uint64{1, 1}, 3, func(int, []byte) {}); err == nil {
		t.Error("two keys of the same hash make no error")
	}
}

// A form is spelled with capitals in parts of its word, or written out.
func TestSpelling(t *testing.T) {
	for _, c := range []struct {
		form, norm string
		kind       int
	}{
		{"maison", "maison", asFolded},
		{"Marseille", "marseille", asTitle},
		{"Élisabeth", "élisabeth", asTitle},
		{"Saint-Étienne", "saint-étienne", asTitle},
		{"Saint-Germain-en-Laye", "saint-germain-en-laye", asParts},
		{"L'Haÿ-les-Roses", "l'haÿ-les-roses", asParts},
		{"McDonald", "mcdonald", asWritten},
		{"Œuilly", "oeuilly", asWritten},
		{"Marseille", "paris", asWritten},
		{"a-b-c-d-e-f-g-h-I", "a-b-c-d-e-f-g-h-i", asWritten},
	} {
		kind, parts := spelling(c.form, c.norm)
		if kind != c.kind {
			t.Errorf("%q of %q: kind %d, want %d", c.form, c.norm, kind, c.kind)
		}
		if got := spell(c.norm, parts); kind != asWritten && got != c.form {
			t.Errorf("%q is spelled %q", c.form, got)
		}
	}
}

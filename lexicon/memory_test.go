package lexicon

import "testing"

// What a Lexicon remembers changes no answer.
func TestMemory(t *testing.T) {
	l := Default()
	m := l.Remember()
	defer l.Forget(m)
	words := []string{"banque", "de", "france", "zzzz", "chef", "du", "état", "d'", "", "qwxyz"}
	for range 3 {
		for _, a := range words {
			if got, norm := m.Look([]byte(a)); got != l.t.word(a, hash(a)) && a != "" || got >= 0 && norm != a {
				t.Errorf("%q: word %d %q, want %d", a, got, norm, l.t.word(a, hash(a)))
			}
			for _, b := range words {
				e, w := l.Word(a), l.Word(b)
				if e >= 0 && w >= 0 && l.Next(e, w) != l.t.next(e, w) {
					t.Errorf("%q %q: entry %d, want %d", a, b, l.Next(e, w), l.t.next(e, w))
				}
			}
		}
	}
}

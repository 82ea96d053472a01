package summary

import (
	"sync"

	"github.com/kljensen/snowball/french"
)

// stems keeps the stems of words that were met, so that a word of the lexicon is stemmed once in the life of a Chooser.
type stems struct {
	mu    sync.RWMutex
	known map[string]string
}

// bound is how many words are kept; a word that comes later is stemmed each time that an article has it.
const bound = 1 << 16

// of returns the Snowball stem of a folded word.
func (s *stems) of(norm string) string {
	s.mu.RLock()
	stem, ok := s.known[norm]
	s.mu.RUnlock()
	if ok {
		return stem
	}
	stem = norm
	if len(norm) < 40 {
		stem = french.Stem(norm, true)
	}
	s.mu.Lock()
	if s.known == nil {
		s.known = make(map[string]string, 1<<12)
	}
	if len(s.known) < bound {
		// The keys must not hold on to an article's text.
		s.known[string([]byte(norm))] = stem
	}
	s.mu.Unlock()
	return stem
}

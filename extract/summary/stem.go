package summary

import (
	"strings"
	"sync"

	"github.com/kljensen/snowball/french"
)

// stems keeps the stems of the lexicon's words that were met, so that a word is stemmed once in the life of a Chooser.
type stems struct {
	mu    sync.RWMutex
	known map[int32]string
}

// bound is how many words are kept; a word that comes later is stemmed in each article that has it, as is a word that the lexicon does not know.
const bound = 1 << 16

// of returns the Snowball stem of a word.
func (s *stems) of(word int32, norm string) string {
	if word < 0 {
		return stem(norm)
	}
	s.mu.RLock()
	x, ok := s.known[word]
	s.mu.RUnlock()
	if ok {
		return x
	}
	x = strings.Clone(stem(norm)) // it must not hold on to an article's text
	s.mu.Lock()
	if s.known == nil {
		s.known = make(map[int32]string, 1<<12)
	}
	if len(s.known) < bound {
		s.known[word] = x
	}
	s.mu.Unlock()
	return x
}

func stem(norm string) string {
	if len(norm) > 40 {
		return norm
	}
	return french.Stem(norm, true)
}

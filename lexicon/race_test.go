//go:build race

package lexicon_test

// slow tells that the race detector runs: building the whole table takes minutes then, and .ci/run checks it without.
const slow = true

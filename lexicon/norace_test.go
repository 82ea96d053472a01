//go:build !race

package lexicon_test

const slow = false

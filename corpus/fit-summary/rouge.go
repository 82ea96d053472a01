package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// words cuts a text into lower-case runs of letters, digits and underscores.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(norm.NFC.String(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' })
}

// worth is a mean of the three measures, in points; the longest common subsequence, which is the hardest to raise, counts a little more.
func worth(got, want []string) float64 {
	r := rouge(got, want)
	return 100 * (0.8*r[0] + r[1] + 1.2*r[2]) / 3
}

// rouge returns the F1 of single words, of pairs and of the longest common subsequence.
func rouge(got, want []string) (out [3]float64) {
	for n := 1; n <= 2; n++ {
		a, b := grams(got, n), grams(want, n)
		both := 0
		for g, k := range a {
			both += min(k, b[g])
		}
		if both > 0 {
			out[n-1] = 2 * float64(both) / float64(len(got)-n+1+len(want)-n+1)
		}
	}
	prev, cur := make([]int, len(want)+1), make([]int, len(want)+1)
	for _, x := range got {
		for j, y := range want {
			if x == y {
				cur[j+1] = prev[j] + 1
			} else {
				cur[j+1] = max(prev[j+1], cur[j])
			}
		}
		prev, cur = cur, prev
	}
	if n := prev[len(want)]; n > 0 {
		out[2] = 2 * float64(n) / float64(len(got)+len(want))
	}
	return out
}

func grams(w []string, n int) map[string]int {
	m := map[string]int{}
	for i := 0; i+n <= len(w); i++ {
		m[strings.Join(w[i:i+n], " ")]++
	}
	return m
}

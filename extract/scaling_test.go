//go:build unix

package extract

import (
	"math"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/breve-nlp/breve/extract/doc"
)

// hard are texts without an end, each of one kind: news as it is written, and what has driven some reader of text to quadratic time.
var hard = []struct{ name, piece string }{
	{"news", "Orvane a racheté mardi Belmor pour 3 millions d'euros, a annoncé à l'AFP sa présidente, Léa Martin. « Nous sommes fiers », a-t-elle dit à Lyon.\n\nLe groupe, qui emploie 1 200 salariés, avait perdu 12 % de son chiffre d'affaires en 2019, selon Les Échos. Il a nommé Paul Duval directeur général.\n\n"},
	{"other names", ""},
	{"one line", "Orvane a racheté mardi Belmor pour 3 millions d'euros, a annoncé à l'AFP sa présidente, Léa Martin. "},
	{"no stop", "Orvane a racheté mardi Belmor pour 3 millions d'euros et a annoncé à l'AFP sa présidente Léa Martin "},
	{"brackets open", "("},
	{"brackets", "()"},
	{"quotes open", "« "},
	{"quotes", "« Oui », a dit Léa Martin. "},
	{"straight quotes", "\" mot"},
	{"digits", "1"},
	{"numbers", "1 200 000,5 "},
	{"amounts", "3 millions d'euros, "},
	{"dates", "mardi 3 mars 2021, "},
	{"capitals", "LÉA MARTIN "},
	{"names", "Léa Martin "},
	{"names and commas", "Léa Martin, Paul Duval, "},
	{"hyphens", "a-t-il-"},
	{"apostrophes", "l'd'"},
	{"one word", "anti"},
	{"letters of one byte", "\xe9 "},
	{"marks", "e\u0301"},
	{"lines", "Léa Martin\n"},
	{"empty lines", "\n"},
	{"stops", "."},
	{"sentences", "Il va. "},
	{"questions", "Va-t-il ? "},
	{"colons", "mot : "},
	{"dashes", "— mot "},
	{"de", "directeur de la "},
	{"verbs", "a dit avoir annoncé que "},
	{"tags", "<p>mot"},
	{"page", "<p>Orvane a racheté mardi Belmor pour 3 millions d'euros, a annoncé à l'AFP sa présidente, Léa Martin.</p>"},
	{"English", "The company said on Tuesday that John Smith had left for London. "},
}

// sized repeats a kind of text up to n bytes.
func sized(name, piece string, n int) []byte {
	if name == "other names" { // every sentence names somebody else
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			first, last := string(rune('A'+i%26))+"li"+string(rune('a'+i/26%26)), "Mar"+string(rune('a'+i/7%26))+string(rune('b'+i/676%20))+"in"+string(rune('a'+i/13520%26))
			b.WriteString(first + " " + last + ", directrice de la société " + last[3:] + "ex" + strconv.Itoa(i) + ", a quitté " + first + "ville mardi. ")
		}
		return []byte(b.String()[:n])
	}
	return []byte(strings.Repeat(piece, n/len(piece)+1)[:n])
}

// processor returns the time that the program has spent on all processors: other programs do not disturb it.
func processor() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkDoubling reads texts of 64 kB and then of twice the size, up to SCALE bytes (8 MB where it is not set), and prints how many times as
// long the larger text takes, in processor time: about 2 where time is linear. Run it with -benchtime 1x.
func BenchmarkDoubling(b *testing.B) {
	r, err := New()
	if err != nil {
		b.Fatal(err)
	}
	largest := 8 << 20
	if n, err := strconv.Atoi(os.Getenv("SCALE")); err == nil {
		largest = n
	}
	for _, h := range hard {
		b.Run(h.name, func(b *testing.B) {
			const smallest = 64 << 10
			var last, first time.Duration
			worst, doublings := 0.0, 0
			for n := smallest; n <= largest; n *= 2 {
				src := sized(h.name, h.piece, n)
				best := time.Duration(math.MaxInt64)
				for k := 0; k < 2 || k < 5 && best < 300*time.Millisecond; k++ {
					start := processor()
					r.Article(src, doc.About{Published: "2021-03-04"})
					best = min(best, processor()-start)
				}
				if last > 0 {
					ratio := float64(best) / float64(last)
					worst = max(worst, ratio)
					doublings++
					b.Logf("%6d kB %8.1f ms  × %.2f", n>>10, float64(best)/1e6, ratio)
				} else {
					first = best
					b.Logf("%6d kB %8.1f ms", n>>10, float64(best)/1e6)
				}
				last = best
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(worst, "worst-ratio")
			if doublings > 0 {
				b.ReportMetric(math.Log2(float64(last)/float64(first))/float64(doublings), "slope")
			}
			b.ReportMetric(float64(largest)/1e6/last.Seconds(), "MB/s")
		})
	}
}

package token

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// check cuts a text and compares the tokens, written with a middle dot between them.
func check(t *testing.T, text, want string) {
	t.Helper()
	d := &doc.Document{Text: text}
	var got []string
	for _, tk := range Cut(d, lexicon.Default()) {
		got = append(got, d.Slice(tk.Span))
	}
	if g := strings.Join(got, "·"); g != want {
		t.Errorf("%q:\n got %s\nwant %s", text, g, want)
	}
}

func TestCut(t *testing.T) {
	for _, c := range [][2]string{
		// elision, with every apostrophe
		{"L’Oréal et lʼEurope", "L’·Oréal·et·lʼ·Europe"},
		{"Aujourd'hui, quelqu'un l'a vu jusqu'ici", "Aujourd'hui·,·quelqu'un·l'·a·vu·jusqu'·ici"},
		{"la presqu'île lorsqu'elle", "la·presqu'île·lorsqu'·elle"},
		{"N'Golo Kanté, O'Reilly et D'Souza", "N'Golo·Kanté·,·O'Reilly·et·D'Souza"},
		{"l'\"exception\"", "l'·\"·exception·\""},
		// inversion and hyphens
		{"a-t-il dit, dit-on", "a·-t-il·dit·,·dit·-on"},
		{"un rendez-vous à Saint-Denis cette année-là", "un·rendez-vous·à·Saint-Denis·cette·année·-là"},
		{"Jean-Paul II et le franco-allemand", "Jean-Paul·II·et·le·franco-allemand"},
		{"le vol Londres-Berlin en Seine-Maritime", "le·vol·Londres·-·Berlin·en·Seine-Maritime"},
		// numbers
		{"1 200 000 € et 300.000 dollars", "1 200 000·€·et·300.000·dollars"},
		{"1\u202f200\u202f000 et 1.200.000,50", "1\u202f200\u202f000·et·1.200.000,50"},
		{"3,5 % ou 200M$ ou 10k€", "3,5·%·ou·200·M·$·ou·10·k·€"},
		{"le PIB, -3,4 %", "le·PIB·,·-3,4·%"},
		{"à 14h12 le 08/07/2025, 2025-07-08 ou 08.07.25", "à·14h12·le·08/07/2025·,·2025-07-08·ou·08.07.25"},
		{"le 1er avril, la 3e fois", "le·1er·avril·,·la·3e·fois"},
		{"gagne 3-1 (2-0)", "gagne·3·-·1·(·2·-·0·)"},
		{"75km, 3M et 4x4", "75·km·,·3M·et·4x4"},
		// abbreviations, initials, ends of sentences
		{"M. Dupont et MM. J.-C. Lattès", "M.·Dupont·et·MM.·J.-C.·Lattès"},
		{"J. Edgar Hoover, vitamine C. Il dort", "J.·Edgar·Hoover·,·vitamine·C·.·Il·dort"},
		{"art. 12, av. J.-C., etc.", "art.·12·,·av.·J.-C.·,·etc."},
		{"le 5 avril.En mai", "le·5·avril·.·En·mai"},
		{"fini...", "fini·..."},
		// names with signs and digits
		{"AT&T, Canal+, TF1, G7 et A380", "AT&T·,·Canal+·,·TF1·,·G7·et·A380"},
		{"Booking.com et lemonde.fr", "Booking.com·et·lemonde.fr"},
		{"sur @franceinfo et contact@exemple.fr", "sur·@franceinfo·et·contact@exemple.fr"},
		// quotation marks
		{"« Oui », dit-elle", "«·Oui·»·,·dit·-elle"},
		// decomposed accents, soft hyphens, marks of no width
		{"l'e\u0301te\u0301 Bour\u00adgogne Pa\u200bris", "l'·e\u0301te\u0301·Bour\u00adgogne·Pa\u200bris"},
		{"", ""},
		{" \u00a0\n", ""},
	} {
		check(t, c[0], c[1])
	}
}

func TestNorms(t *testing.T) {
	d := &doc.Document{Text: "L’E\u0301TAT Bour\u00adgogne Œuvre"}
	var got []string
	for _, tk := range Cut(d, lexicon.Default()) {
		got = append(got, tk.Norm)
	}
	if g := strings.Join(got, " "); g != "l' état bourgogne oeuvre" {
		t.Errorf("norms %q", g)
	}
}

// A capital without its accent finds the word that has it.
func TestBareCapitals(t *testing.T) {
	lex := lexicon.Default()
	for text, want := range map[string]string{"Etat": "état", "ELECTION": "élection", "Ecole": "école"} {
		tk := Cut(&doc.Document{Text: text}, lex)[0]
		if got := lex.Norm(tk.Word); got != want {
			t.Errorf("%s: word %q, want %q", text, got, want)
		}
	}
}

// Tokens tile the text: in order, not empty, and only space and invisible characters between them.
func tiles(t *testing.T, text string) {
	t.Helper()
	d := &doc.Document{Text: text}
	at := 0
	for _, tk := range Cut(d, lexicon.Default()) {
		if tk.Start < at || tk.End <= tk.Start || tk.End > len(text) {
			t.Fatalf("%q: token %v after byte %d", text, tk.Span, at)
		}
		blank(t, text[at:tk.Start])
		at = tk.End
	}
	blank(t, text[at:])
}

func blank(t *testing.T, gap string) {
	t.Helper()
	for _, r := range gap {
		if !isSpace(r) && !isInvisible(r) && r != '\n' {
			t.Fatalf("%q lies between two tokens", gap)
		}
	}
}

func FuzzCut(f *testing.F) {
	for _, s := range []string{"L’Oréal a-t-il 1 200,5 € ?", "1.200.5 \"'’ʼ((((", "a-a-a-a.b.c@d&e+f", "\xff\xfe«é", "J.-C.-", "2025-07-", "http://x.fr/a?b."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if utf8.ValidString(s) {
			tiles(t, s)
		}
		Cut(&doc.Document{Text: s}, lexicon.Default())
	})
}

// Twice the text takes at most about twice the time; the worst inputs that are known are here.
func BenchmarkScaling(b *testing.B) {
	lex := lexicon.Default()
	for name, piece := range map[string]string{"news": "L’Oréal rachète la marque pour 1 200 000 €. ", "hyphens": "a-", "stops": "A.", "quotes": "\"'", "brackets": "(", "digits": "1 200"} {
		for _, n := range []int{1 << 16, 1 << 17} {
			d := &doc.Document{Text: strings.Repeat(piece, n/len(piece))}
			b.Run(name+"/"+map[int]string{1 << 16: "64k", 1 << 17: "128k"}[n], func(b *testing.B) {
				b.SetBytes(int64(len(d.Text)))
				for b.Loop() {
					Cut(d, lex)
				}
			})
		}
	}
}

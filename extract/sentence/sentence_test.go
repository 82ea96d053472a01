package sentence

import (
	"strings"
	"testing"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

// check splits a text and compares the sentences, written with a bar between them.
func check(t *testing.T, text, want string) {
	t.Helper()
	lex := lexicon.Default()
	d := &doc.Document{Text: text}
	d.Tokens = token.Cut(d, lex)
	var got []string
	n := 0
	for _, s := range Split(d, lex) {
		if s.First != n || s.Last <= s.First {
			t.Fatalf("%q: sentences do not tile the tokens", text)
		}
		n = s.Last
		got = append(got, d.Words(s.Range))
	}
	if g := strings.Join(got, "|"); g != want {
		t.Errorf("%q:\n got %s\nwant %s", text, g, want)
	}
}

func TestSplit(t *testing.T) {
	for _, c := range [][2]string{
		{"Il pleut. Elle sort.", "Il pleut.|Elle sort."},
		{"M. Dupré est parti. Il a dit 3,5 %. Cf. art. 12, al. 3. Fin.", "M. Dupré est parti.|Il a dit 3,5 %.|Cf. art. 12, al. 3.|Fin."},
		{"Le 5 avril.En mai, rien.", "Le 5 avril.|En mai, rien."},
		{"Des pommes, des poires, etc. Le prix monte.", "Des pommes, des poires, etc.|Le prix monte."},
		{"Il a dit : « Nous partons. Demain. » Puis il est parti.", "Il a dit : « Nous partons.|Demain. »|Puis il est parti."},
		{"« C'est faux ! », tranche-t-elle.", "« C'est faux ! », tranche-t-elle."},
		{"Est-ce vrai ? oui, dit-il.", "Est-ce vrai ? oui, dit-il."},
		{"Il hésite... puis part. Fin", "Il hésite... puis part.|Fin"},
		{"J. Edgar Hoover dort.", "J. Edgar Hoover dort."},
		{"Premier paragraphe\n\nSecond paragraphe", "Premier paragraphe|Second paragraphe"},
		{"Une ligne coupée\nau milieu de la phrase\net finie ici. Autre phrase.", "Une ligne coupée\nau milieu de la phrase\net finie ici.|Autre phrase."},
		{"Le titre\nLa suite du texte est ici.", "Le titre|La suite du texte est ici."},
		{"Dans le sud-ouest de\n\nla France, rien.", "Dans le sud-ouest de\n\nla France, rien."},
		{"Il aime les Français.Les autres attendent.", "Il aime les Français.|Les autres attendent."},
		{"Morte à seulement... 8 ans, elle chantait.", "Morte à seulement... 8 ans, elle chantait."},
		{"", ""},
	} {
		check(t, c[0], c[1])
	}
}

// A subheading without a full stop is a sentence of its own, and no sentence of boilerplate is read.
func TestKinds(t *testing.T) {
	lex := lexicon.Default()
	d := &doc.Document{Text: "Un profil stratégique D’après nous, tout va. (Avec AFP)"}
	d.Sections = []doc.Section{{Title: doc.Span{Start: 0, End: len("Un profil stratégique")}}}
	i := strings.Index(d.Text, "(Avec")
	d.Boilerplate = []doc.Boilerplate{{Span: doc.Span{Start: i, End: len(d.Text)}, Kind: "credit"}}
	d.Tokens = token.Cut(d, lex)
	var got []doc.SentenceKind
	for _, s := range Split(d, lex) {
		got = append(got, s.Kind)
	}
	want := []doc.SentenceKind{doc.Heading, doc.Prose, doc.Aside}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("kinds %v, want %v", got, want)
	}
}

// A text without a stop falls into sentences that are not too long to read.
func TestEndless(t *testing.T) {
	lex := lexicon.Default()
	for _, piece := range []string{"mot ", "un mot, ", "( ", "1 200 ; "} {
		d := &doc.Document{Text: strings.Repeat(piece, 5000)}
		d.Tokens = token.Cut(d, lex)
		next := 0
		for _, s := range Split(d, lex) {
			if s.First != next || s.Len() > longest {
				t.Fatalf("%q: sentence %v after token %d", piece, s.Range, next)
			}
			next = s.Last
		}
		if next != len(d.Tokens) {
			t.Errorf("%q: sentences end at token %d of %d", piece, next, len(d.Tokens))
		}
	}
}

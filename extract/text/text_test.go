package text

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// decoder reads the word files as they stand beside the sources, so that a new line is tested before the table is built anew.
var decoder = sync.OnceValue(func() *Decoder {
	words := fstest.MapFS{}
	for _, name := range []string{"boilerplate.tsv", "media.tsv", "month.tsv"} {
		b, err := os.ReadFile(filepath.Join("..", "..", "lexicon", "words", name))
		if err != nil {
			panic(err)
		}
		words[name] = &fstest.MapFile{Data: b}
	}
	lex, err := lexicon.Default().With(words, func(_ *lexicon.Lexicon, form string) []string { return strings.Fields(lexicon.Fold(form)) })
	if err != nil {
		panic(err)
	}
	return New(lex)
})

// told writes down what was found in a text, one thing a line.
func told(d *doc.Document) string {
	var b strings.Builder
	say := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, value)
		}
	}
	say("title", d.Source.Title)
	say("author", d.Source.Author)
	say("published", d.Source.Published)
	say("outlet", d.Source.Outlet)
	for _, s := range d.Sections {
		say("section", d.Slice(s.Title))
	}
	for _, x := range d.Boilerplate {
		say(x.Kind, d.Slice(x.Span))
	}
	for _, w := range d.Warnings {
		say("warning", w.Code)
	}
	return b.String()
}

func check(t *testing.T, input string, about doc.About, want ...string) {
	t.Helper()
	d := decoder().Decode([]byte(input), about)
	sound(t, d)
	if got, want := told(d), strings.Join(append(want, ""), "\n"); got != want {
		t.Errorf("%q\n got:\n%s want:\n%s", input, got, want)
	}
}

// sound checks what holds for every document.
func sound(t *testing.T, d *doc.Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Errorf("the text is no UTF-8: %.80q", d.Text)
	}
	last := 0
	inside := func(what string, s doc.Span) {
		if s.Start < 0 || s.Start > s.End || s.End > len(d.Text) {
			t.Fatalf("%s %v is outside the text of %d bytes", what, s, len(d.Text))
		}
		if !utf8.ValidString(d.Slice(s)) {
			t.Errorf("%s %v cuts a character", what, s)
		}
	}
	for _, s := range d.Sections {
		inside("section", s.Title)
		inside("section body", s.Body)
		if s.Title.Start < last || s.Title.Len() == 0 || s.Body.Start < s.Title.End {
			t.Errorf("section %v after %d", s, last)
		}
		last = s.Title.End
	}
	last = 0
	for _, b := range d.Boilerplate {
		inside("boilerplate", b.Span)
		if b.Start < last || b.Len() == 0 || b.Kind == "" {
			t.Errorf("boilerplate %v after %d", b, last)
		}
		last = b.End
	}
	inside("title", d.Source.TitleSpan)
	if s := d.Source.TitleSpan; s.Len() > 0 && d.Slice(s) != d.Source.Title {
		t.Errorf("title %q stands at %q", d.Source.Title, d.Slice(s))
	}
}

const paragraph = "Le groupe a annoncé mardi la fermeture de son usine de Lorvaux, qui emploie 240 personnes depuis trente ans."

func TestLayout(t *testing.T) {
	p := paragraph
	for _, c := range []struct {
		input string
		want  []string
	}{
		{"Orvane ferme son usine\n\n" + p, []string{"title: Orvane ferme son usine"}},
		{"Orvane ferme son usine\n" + p + "\n" + p, []string{"title: Orvane ferme son usine"}},
		{"Économie\nOrvane ferme son usine bretonne de Lorvaux\n\n" + p, []string{"title: Orvane ferme son usine bretonne de Lorvaux", "navigation: Économie"}},
		{p + "\n" + p, nil},
		{"Orvane recrute.\n" + p, nil},
		{"Une seule ligne courte", nil},
		{"PSG - OM : 2-1\nLyon - Nice : 0-0\nLens - Lille : 3-1\nBrest - Metz : 1-1\nNantes - Reims : 0-2", nil},

		// bylines, times, datelines
		{"Orvane ferme son usine\nPar Camille Duroc\nPublié le 8 juillet 2025 à 14h12\n" + p,
			[]string{"title: Orvane ferme son usine", "author: Camille Duroc", "published: 2025-07-08T14:12", "byline: Par Camille Duroc", "published: Publié le 8 juillet 2025 à 14h12"}},
		{"Orvane ferme son usine\nPar Camille Duroc et Paul Le Goff, à Lorvaux\n" + p,
			[]string{"title: Orvane ferme son usine", "author: Camille Duroc et Paul Le Goff", "byline: Par Camille Duroc et Paul Le Goff, à Lorvaux"}},
		{"Orvane ferme son usine\n\nPar Camille Duroc, publié le 1er août 2024 à 9 h, mis à jour le 2 août 2024 à 10:30\n\n" + p,
			[]string{"title: Orvane ferme son usine", "author: Camille Duroc", "published: 2024-08-01T09:00", "published: Par Camille Duroc, publié le 1er août 2024 à 9 h, mis à jour le 2 août 2024 à 10:30"}},
		{"Mis à jour le 09/07/2025 à 08:05\nPublié le 08/07/2025\n" + p,
			[]string{"published: 2025-07-08", "published: Mis à jour le 09/07/2025 à 08:05", "published: Publié le 08/07/2025"}},
		{"Mardi 8 juillet 2025\n" + p, []string{"published: 2025-07-08", "published: Mardi 8 juillet 2025"}},
		{"AFP, publié le jeudi 27 août 2020 à 21h33\n\n" + p, []string{"published: 2020-08-27T21:33", "published: AFP, publié le jeudi 27 août 2020 à 21h33"}},
		{p + "\nLe décret publié le 8 juillet 2025 entre en vigueur demain.\n" + p, nil},
		{"Le rapport, publié le 8 juillet 2025, montre une hausse des prix.\n" + p, nil},
		{"Par ailleurs, l'usine de Brest reste ouverte.\n" + p, nil},
		{"De notre correspondant à Berlin, Paul Le Goff\n" + p, []string{"byline: De notre correspondant à Berlin, Paul Le Goff"}},
		{"PARIS, 3 mars (AFP) – " + p, []string{"dateline: PARIS, 3 mars (AFP) –"}},
		{"PARIS, 3 mars 2020 (Reuters) - " + p, []string{"published: 2020-03-03", "dateline: PARIS, 3 mars 2020 (Reuters) -"}},
		{"Saint-Étienne (AFP) - " + p, []string{"dateline: Saint-Étienne (AFP) -"}},
		{"New York (États-Unis), 1er mai (AFP) -- " + p, []string{"dateline: New York (États-Unis), 1er mai (AFP) --"}},
		{"Paris, le 3 mars, a connu une forte tempête. " + p, nil},
		{"Paris (Texas) reste une petite ville du comté. " + p, nil},

		// notices
		{p + "\n(Avec AFP)", []string{"credit: (Avec AFP)"}},
		{p + "\n" + p + " (avec AFP)", []string{"credit: (avec AFP)"}},
		{p + "\nSource : AFP", []string{"credit: Source : AFP"}},
		{p + "\n\ndch/vm/map", []string{"credit: dch/vm/map"}},
		{p + "\n\nAFP", []string{"credit: AFP"}},
		{p + "\nLire aussi : Orvane, vingt ans de bataille\n" + p, []string{"related: Lire aussi : Orvane, vingt ans de bataille"}},
		{p + "\nÀ LIRE AUSSI\nOrvane, vingt ans de bataille\n\n" + p, []string{"related: À LIRE AUSSI", "related: Orvane, vingt ans de bataille"}},
		{p + "\nCet article est réservé aux abonnés\nIl vous reste 12 % de cet article à lire.", []string{"subscription: Cet article est réservé aux abonnés", "subscription: Il vous reste 12 % de cet article à lire."}},
		{"En poursuivant votre navigation sur ce site, vous acceptez le dépôt de cookies.\n" + p, []string{"cookie: En poursuivant votre navigation sur ce site, vous acceptez le dépôt de cookies."}},
		{"Nous et nos 1 203 partenaires stockons des informations sur votre appareil. Tout refuser\n" + p, []string{"cookie: Nous et nos 1 203 partenaires stockons des informations sur votre appareil. Tout refuser"}},
		{"Google utilise des cookies publicitaires sans accord, estime le gendarme des données.\n" + p, nil},
		{"Partager sur Facebook\nTweeter\n3 commentaires\n" + p, []string{"share: Partager sur Facebook", "share: Tweeter", "share: 3 commentaires"}},
		{p + "\nInscrivez-vous à notre newsletter", []string{"newsletter: Inscrivez-vous à notre newsletter"}},
		{p + "\n© Tous droits réservés", []string{"copyright: © Tous droits réservés"}},
		{p + "\nPhoto : Paul Le Goff\n" + p, []string{"caption: Photo : Paul Le Goff"}},
		{p + "\nL'usine de Lorvaux, en mars. © Paul Le Goff / AFP\n" + p, []string{"caption: L'usine de Lorvaux, en mars. © Paul Le Goff / AFP"}},
		{p + "\n\nUsine de Lorvaux : la colère montepar Télé Ouest\n\n" + p, []string{"caption: Usine de Lorvaux : la colère montepar Télé Ouest"}},
		{p + "\nwindow.pvp_1 = new Pvp('x', {id: \"1\", type: \"public\"});\n" + p, []string{"script: window.pvp_1 = new Pvp('x', {id: \"1\", type: \"public\"});"}},
		{p + "\nfunction f() {\n  return x;\n}\n" + p, []string{"script: function f() {", "script: return x;", "script: }"}},
		{p + "\n.article p{margin:0;color:#333}\n{\"@type\":\"NewsArticle\",\"name\":\"x\"}\n" + p, []string{"script: .article p{margin:0;color:#333}", "script: {\"@type\":\"NewsArticle\",\"name\":\"x\"}"}},
		{p + "\nLe ministre (PS) a dit non ; le maire {sic} aussi.\n" + p, nil},

		// headings
		{p + "\nUne colère ancienne\n" + p, []string{"section: Une colère ancienne"}},
		{p + "\n\n- Une colère ancienne -\n\n" + p, []string{"section: Une colère ancienne"}},
		{p + "\n\n## Une colère ancienne\n\n" + p + "\n\n## La suite\n\n" + p, []string{"section: Une colère ancienne", "section: La suite"}},
		{p + "\n\n\"On se battra\"\n\n" + p, []string{"section: \"On se battra\""}},
		{p + "\n\nQui décide ?\n\n" + p, []string{"section: Qui décide ?"}},
		{"I. Le contexte\nII. Les chiffres\n" + p, []string{"section: I. Le contexte", "section: II. Les chiffres"}},
		{p + "\n\n- Les écoles fermées\n\n" + p + "\n\n- Les usines ouvertes\n\n" + p, []string{"section: Les écoles fermées", "section: Les usines ouvertes"}},
		{p + "\nSont concernés :\n- Brest\n- Lorient\n" + p, nil},
		{p + "\n\nUne dernière ligne", nil},
		{p + "\n\"On se battra jusqu'au bout.\"\n" + p, nil},
		{"Le groupe a annoncé mardi\nla fermeture de son usine\nde Lorvaux, qui emploie\n240 personnes. Le maire\nparle d'un coup dur. La\nvalidation attend encore.\nLe préfet se tait. Il dit\nattendre des nouvelles\ndu groupe.", nil},
	} {
		check(t, c.input, doc.About{}, c.want...)
	}
	check(t, "Orvane ferme son usine\n\n"+p, doc.About{Title: "ORVANE FERME SON USINE"}, "title: Orvane ferme son usine")
	check(t, p, doc.About{Title: "Autre titre", Published: "2020-01-02", Author: "X"}, "title: Autre titre", "author: X", "published: 2020-01-02")
}

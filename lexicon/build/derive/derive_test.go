package main

import (
	"archive/tar"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A tiny dictionary in the manner of the real one: elisions as prefixes, unit prefixes, needed affixes, two genders.
const tinyAff = `SET UTF-8
FLAG long
NEEDAFFIX ()
PFX L' Y 1
PFX L' 0 l' [aeo] dp:le|la+
PFX Um Y 3
PFX Um 0 0/S. .
PFX Um 0 kilo/S.() .
PFX Um 0 d'/S.() [aeo] dp:de+
SFX S. Y 2
SFX S. 0 0/L'D' [^sxz] is:sg
SFX S. 0 s/D' [^sxz] is:pl
SFX F. Y 4
SFX F. 0 0/L'D' [^sxz] is:mas is:sg
SFX F. 0 s/D' [^sxz] is:mas is:pl
SFX F. er ère/L'D' er is:fem is:sg
SFX F. er ères/D' er is:fem is:pl
SFX a0 Y 4
SFX a0 er er/n'q' er po:infi
SFX a0 er e/j'n' [^y]er po:ipre po:spre po:1sg po:3sg
SFX a0 er ons/n' [^cg]er po:ipre po:1pl
SFX a0 ger geons/n' ger po:ipre po:1pl
SFX p+ Y 1
SFX p+ er é/L' er po:ppas po:adj po:1jsg is:mas is:sg
`

const tinyDic = `9
mètre/Um po:nom is:mas
ami/S.() po:nom is:mas
boulanger/F.() po:nom po:adj
manger/a0p+() po:v1_it_x__a
la/-- po:mg po:det is:fem is:sg st:le
Rose/L' po:prn is:fem
rose/S.() po:nom is:fem
Kiev po:npr is:epi is:inv
C₆H₆ po:nom is:mas is:inv
`

func check(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s\n got %s\nwant %s", what, got, want)
	}
}

func TestExpand(t *testing.T) {
	a, err := parseAffixes([]byte(tinyAff))
	if err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"ami/S.() po:nom is:mas":          "ami amis",
		"boulanger/F.() po:nom po:adj":    "boulanger boulangers boulangère boulangères",
		"manger/a0p+() po:v1_it_x__a":     "manger mange mangeons mangé",
		"mètre/Um po:nom is:mas":          "mètre mètres kilomètre kilomètres",
		"Kiev po:npr":                     "Kiev",
		"":                                "",
		"parler/a0() po:v1_it_q__a":       "parler parle parlons",
		"bœuf/S.() po:nom is:mas":         "bœuf bœufs",
		"os/S.() po:nom is:mas":           "",
		"aïeul/XXL'S.() po:nom is:mas":    "aïeul aïeuls",
		"et/ po:mg po:cjco":               "et",
		"nez/L' po:nom is:mas is:inv x:y": "nez",
	} {
		var got []string
		for _, f := range a.expand(line) {
			got = append(got, f.Form)
		}
		check(t, line, strings.Join(got, " "), want)
	}
}

func TestAffixFileNotUnderstood(t *testing.T) {
	for _, aff := range []string{"FLAG num\n", "AF 1\n", "AM 2\n"} {
		if _, err := parseAffixes([]byte(aff)); err == nil {
			t.Errorf("%q: no error", aff)
		}
	}
}

func TestPattern(t *testing.T) {
	for _, c := range []struct {
		pattern, word string
		want          bool
	}{
		{".", "x", true}, {"er", "manger", true}, {"[^cg]er", "manger", false}, {"[^cg]er", "parler", true}, {"[cg]er", "parler", false},
		{".er", "er", false}, {".er", "ger", true}, {"[éè]re", "opéré", false}, {"[éè]re", "père", true},
	} {
		if got := parsePattern(c.pattern).endsOf(c.word); got != c.want {
			t.Errorf("%s of %s: %v", c.pattern, c.word, got)
		}
	}
}

func TestTags(t *testing.T) {
	for fields, want := range map[string]string{
		"po:nom po:adj is:fem is:pl":                        "nfp afp",
		"po:v1_it_x__a po:ipre po:spre po:1sg po:3sg":       "v.ip13s v.sp13s",
		"po:v1_it_x__a po:ppas po:adj po:1jsg is:mas is:sg": "v.pp.ms ams",
		"po:v1_it_x__a po:iimp po:spre po:1pl":              "v.ii1p v.sp1p",
		"po:v1_it_x__a po:ipsi po:3pl!":                     "v.is3p",
		"po:v1_it_x__a po:ipre po:1isg":                     "",
		"po:v1_it_x__a po:infi":                             "v.inf",
		"po:mg po:prep po:det is:mas is:sg":                 "pre det.ms",
		"po:mg po:cjsub po:proint po:prorel":                "con pro.ei",
		"po:titr is:fem is:sg":                              "tit.fs",
		"po:ponc po:sign":                                   "",
	} {
		check(t, fields, strings.Join(tags(strings.Fields(fields)), " "), want)
	}
}

func TestLemmaCode(t *testing.T) {
	for _, c := range [][3]string{{"amis", "ami", "1+"}, {"mangeons", "manger", "3+r"}, {"été", "être", "5+être"}, {"ami", "ami", "0+"}, {"yeux", "œil", "4+œil"}, {"père", "pêre", "4+êre"}} {
		// é and ê share their first byte: a code never cuts a letter in two
		got := lemmaCode(c[0], c[1])
		check(t, c[0], got, c[2])
		n, add, _ := strings.Cut(got, "+")
		cut := 0
		for _, d := range n {
			cut = cut*10 + int(d-'0')
		}
		check(t, c[0]+" "+got, c[0][:len(c[0])-cut]+add, c[1])
	}
}

func TestSexOf(t *testing.T) {
	for _, c := range []struct {
		f, m int
		want string
	}{{1841, 1, "m"}, {0, 214, "f"}, {55, 41, "mf"}, {178, 15, "mf"}, {15, 11850, "f"}} {
		check(t, "places", sexOf(c.f, c.m), c.want)
	}
}

func TestCompanyNames(t *testing.T) {
	w := newWords()
	w.add("orange", "nfs", "orange")
	for _, c := range [][3]string{
		{"Apple Inc.", "US", "Apple"}, {"The Coca-Cola Company", "US", "Coca-Cola"}, {"Renault Group", "FR", "Renault Group, Renault"},
		{"Match Group", "US", "Match Group"}, {"Orange Group", "FR", "Orange Group"}, {"KalmarB", "FI", "Kalmar"}, {"Community Bank, N.A.", "US", "Community Bank"},
		{"S.A.", "FR", "S.A."},
	} {
		check(t, c[0], strings.Join(companyNames(c[0], c[1], w), ", "), c[2])
	}
}

func TestAssignments(t *testing.T) {
	src := `class Provider(P):
    # "not this"
    first_names_male: ElementsType[str] = ("A\u00e9", 'B"b',  # "nor this"
        "C",)
    last_names = OrderedDict([("D", 0.5), ("E" "e", 1e-3)])
    first_names = first_names_male + ("F",)
`
	var got []string
	for _, a := range assignments(src) {
		got = append(got, a.name+"="+strings.Join(a.strings, "|"))
	}
	check(t, "assignments", strings.Join(got, " "), `first_names_male=Aé|B"b|C last_names=D|Ee first_names=F`)
}

func TestFold(t *testing.T) {
	for s, want := range map[string]string{"Éric": "éric", "L’Œuvre": "l'oeuvre", "İzmir": "izmir"} {
		check(t, s, fold(s), want)
	}
	for s, want := range map[string]string{"Łódź": "Lodz", "Ḩalwān": "Halwan", "Mar‘ib": "Marib", "Straße": "Strasse"} {
		check(t, s, plain(s), want)
	}
}

// The word lists come out sorted and marked, and twice the same.
func TestFormLists(t *testing.T) {
	dir := t.TempDir()
	var b bytes.Buffer
	tw := tar.NewWriter(&b)
	for name, text := range map[string]string{"./usr/share/hunspell/fr.aff": tinyAff, "./usr/share/hunspell/fr.dic": tinyDic} {
		if err := tw.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(text)), Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := tw.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	tw.Close()
	if err := os.WriteFile(filepath.Join(dir, "tiny.tar"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	pins := map[string]Package{dictionary: {Name: dictionary, Version: "0", Client: "apt", File: "tiny.tar", Sum: sumOf(b.Bytes()), Licence: "none"}}
	var first []byte
	for range 3 {
		s := &Sources{dir: dir, pins: pins, files: make(map[string]map[string][]byte)}
		words, lists, err := formLists(s)
		if err != nil {
			t.Fatal(err)
		}
		out := words.bytes(pins)
		for _, l := range lists {
			l.mark(words)
			out = append(out, l.bytes(pins)...)
		}
		if first == nil {
			first = out
		} else if !bytes.Equal(first, out) {
			t.Fatal("two runs differ")
		}
	}
	var lines []string
	for _, l := range strings.Split(strings.TrimSpace(string(first)), "\n") {
		if !strings.HasPrefix(l, "#") {
			lines = append(lines, l)
		}
	}
	want := []string{
		"ami\tnms,0+", "amis\tnmp,1+", "boulanger\tams,0+;nms,0+", "boulangers\tamp,1+;nmp,1+", "boulangère\tafs,4+er;nfs,4+er", "boulangères\tafp,5+er;nfp,5+er",
		"kilomètre\tnms,0+", "kilomètres\tnmp,1+", "la\tdet.fs,1+e", "mange\tv.ip13s,0+r;v.sp13s,0+r", "mangeons\tv.ip1p,3+r", "manger\tv.inf,0+", "mangé\tams,2+er;v.pp.ms,2+er",
		"mètre\tnms,0+", "mètres\tnmp,1+", "rose\tnfs,0+", "roses\tnfp,1+",
		"Rose\tgender=f\tword=1", "Kiev\tkind=name", "manger\tframe=it\taux=a",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("lists:\n%s\nwant:\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

// A package that is not the pinned one is refused.
func TestPinnedSum(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "x.tar"), []byte("something else"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := &Sources{dir: dir, pins: map[string]Package{"x": {Name: "x", File: "x.tar", Sum: sumOf([]byte("the pinned bytes"))}}, files: make(map[string]map[string][]byte)}
	if _, err := s.file("x", "y"); err == nil || !strings.Contains(err.Error(), "sha256") {
		t.Errorf("error %v", err)
	}
}

func TestPackageTable(t *testing.T) {
	pins, err := parsePackages(packageTable)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pins {
		if len(p.Sum) != 64 || clientName[p.Client] == "" || p.Licence == "" {
			t.Errorf("incomplete pin: %s", p)
		}
	}
}

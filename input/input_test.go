package input_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/breve-nlp/breve/input"
)

// read writes down what Open yields: a line an article with its path, the fields that are set, and its data; a line an error.
func read(name string, data []byte, o input.Options) string {
	var out strings.Builder
	for a, err := range input.Open(name, bytes.NewReader(data), o) {
		if err != nil {
			fmt.Fprintf(&out, "! %v\n", err)
			continue
		}
		out.WriteString(a.Path)
		for _, f := range [][2]string{{"id", a.ID}, {"title", a.Title}, {"author", a.Author}, {"published", a.Published}, {"outlet", a.Outlet}, {"type", a.MediaType}, {"encoding", a.Encoding}} {
			if f[1] != "" && !(f[0] == "id" && f[1] == a.Path) {
				fmt.Fprintf(&out, " %s=%s", f[0], f[1])
			}
		}
		fmt.Fprintf(&out, " %q\n", a.Data)
	}
	return out.String()
}

func check(t *testing.T, name string, data []byte, o input.Options, want string) {
	t.Helper()
	if got := read(name, data, o); strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("%s\ngot\n%s\nwant\n%s", name, got, want)
	}
}

func encode(t testing.TB, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// pack makes a zip archive of name, content, name, content …
func pack(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, files[i+1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func packTar(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		if err := w.WriteHeader(&tar.Header{Name: files[i], Mode: 0o644, Size: int64(len(files[i+1]))}); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, files[i+1])
	}
	w.Close()
	return b.Bytes()
}

func packGzip(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

func packZstd(t testing.TB, b []byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll(b, nil)
}

func TestText(t *testing.T) {
	none := input.Options{}
	check(t, "a.txt", []byte("Le pont rouvre."), none, `a.txt "Le pont rouvre."`)
	check(t, "-", []byte("Le pont rouvre."), none, `- "Le pont rouvre."`)
	check(t, "a.txt", nil, none, `a.txt ""`)
	check(t, "a.pdf", nil, none, `a.pdf ""`)
	check(t, "a.html", []byte("<p>Le pont"), none, `a.html type=text/html "<p>Le pont"`)
	check(t, "-", []byte("<!DOCTYPE html><p>Le pont"), none, `- type=text/html "<!DOCTYPE html><p>Le pont"`)
	check(t, "a.pdf", []byte("Le pont"), none, `a.pdf "Le pont"`)
	check(t, "photo.txt", []byte("\x89PNG\r\n\x1a\n\x00\x00"), none, `! photo.txt: this is a picture (PNG), there is no text to read in it`)
	check(t, "vieux.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), none, `! vieux.doc: this is a document of Word 97 to 2003 (or another old Office file): save it as .docx`)
	check(t, "film.mp4", []byte("\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2"), none, `! film.mp4: this is binary data, there is no text to read in it`)
	if wide := encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "Le pont rouvre."); true {
		check(t, "a.txt", wide, none, fmt.Sprintf("a.txt %q", wide))
	}
	check(t, "a.txt", bytes.Repeat([]byte("mot "), 300), input.Options{Largest: 1024}, `! a.txt: it has more than 1 kB: no article is that long; cut it into smaller files`)
}

func TestMarkdown(t *testing.T) {
	check(t, "a.md", []byte("---\ntitle: \"Le pont : enfin rouvert\"\ndate: 3 mars 2025\nauthor: Anne Le Goff # rédaction\ntags: [a]\n---\n# Le pont\n\nLe **maire** a [parlé](http://x.fr).\n\n## Et après\n\n- un\n- deux\n"), input.Options{},
		`a.md title=Le pont : enfin rouvert author=Anne Le Goff published=2025-03-03 type=text/html "<h1>Le pont</h1>\n<p>Le <strong>maire</strong> a <a href=\"http://x.fr\">parlé</a>.</p>\n<h2>Et après</h2>\n<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n"`)
	check(t, "a.md", []byte("---\n\nUn trait, puis un texte."), input.Options{}, `a.md type=text/html "<hr>\n<p>Un trait, puis un texte.</p>\n"`)
}

func TestMail(t *testing.T) {
	head := "From: =?utf-8?q?Lo=C3=AFc_Kerm=C3=A9?= <loic@exemple.fr>\r\nSubject: TR: =?iso-8859-1?Q?Le_march=E9_ferme?=\r\nDate: Mon, 3 Mar 2025 08:12:00 +0100\r\nMessage-ID: <1@exemple.fr>\r\nMIME-Version: 1.0\r\n"
	said := "id=1@exemple.fr title=Le marché ferme author=Loïc Kermé published=2025-03-03T08:12:00+01:00"
	check(t, "a.eml", []byte(head+"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nLe march=E9 a ferm=\r\n=E9.\r\n"), input.Options{},
		`a.eml `+said+` type=text/plain encoding=iso-8859-1 "Le march\xe9 a ferm\xe9.\r\n"`)
	check(t, "sans-nom", []byte(head+"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+TGUgbWFyY2jDqTwvcD4=\r\n"), input.Options{},
		`sans-nom `+said+` type=text/html encoding=utf-8 "<p>Le marché</p>"`)
	parts := head + "Content-Type: multipart/alternative; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nLe marché \r\na fermé.\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>Le marché a fermé.</p>\r\n--B--\r\n"
	check(t, "a.eml", []byte(parts), input.Options{}, `a.eml `+said+` type=text/plain encoding=utf-8 "Le marché a fermé.\n"`)
	check(t, "a.mht", []byte(parts), input.Options{}, `a.mht `+said+` type=text/html "<p>Le marché a fermé.</p>"`)
	check(t, "a.eml", []byte(head+"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"une.md\"\r\n\r\n# Une\r\n--B--\r\n"), input.Options{},
		`a.eml/une.md type=text/html "<h1>Une</h1>\n"`)
	check(t, "a.eml", []byte(head+"Content-Type: image/png\r\n\r\nx"), input.Options{}, `! a.eml: the mail has no text and no document that breve reads`)
}

const wordHead = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>`

func docx(t testing.TB) []byte {
	return pack(t, "[Content_Types].xml", "<Types/>",
		"word/document.xml", wordHead+`<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Le marché ferme</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Le maire </w:t></w:r><w:del><w:r><w:delText>n'</w:delText></w:r></w:del><w:r><w:t>a parlé &amp; promis</w:t><w:br/><w:t>hier.</w:t></w:r></w:p><w:p/>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>12 %</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
		"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style></w:styles>`,
		"docProps/core.xml", `<c:coreProperties xmlns:c="c" xmlns:dc="dc" xmlns:dcterms="t"><dc:title>Marché</dc:title><dc:creator>Anne Le Goff</dc:creator><dcterms:created>2025-03-03T07:00:00Z</dcterms:created></c:coreProperties>`)
}

func odt(t testing.TB) []byte {
	return pack(t, "mimetype", "application/vnd.oasis.opendocument.text",
		"content.xml", `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:h text:outline-level="1">Le marché</text:h>
<text:p>Le maire<text:s text:c="1"/>a
parlé<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note>.</text:p></office:text></office:body></office:document-content>`,
		"meta.xml", `<office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="d"><office:meta><dc:title>Document1</dc:title><meta:initial-creator>Loïc</meta:initial-creator><meta:creation-date>2025-03-03T07:00:00.5</meta:creation-date></office:meta></office:document-meta>`)
}

func TestOffice(t *testing.T) {
	check(t, "a.docx", docx(t), input.Options{}, `a.docx title=Marché author=Anne Le Goff published=2025-03-03T07:00:00Z type=text/html encoding=utf-8 "<h2>Le marché ferme</h2>\n<p>Le maire a parlé &amp; promis<br>hier.</p>\n<p>12 %</p>\n"`)
	check(t, "a.odt", odt(t), input.Options{}, `a.odt author=Loïc published=2025-03-03T07:00:00 type=text/html encoding=utf-8 "<h2>Le marché</h2>\n<p>Le maire a parlé.</p>\n"`)
	check(t, "a.xlsx", pack(t, "xl/workbook.xml", "<x/>"), input.Options{}, `! a.xlsx: this is an Excel workbook: save the sheet with the texts as .csv`)
	check(t, "a.docx", docx(t)[:200], input.Options{}, `! a.docx: the archive is damaged or not whole: its table of contents is missing`)
	check(t, "a.docx", pack(t, "word/document.xml", wordHead+"<w:p>"), input.Options{}, `! a.docx: the document is damaged: XML syntax error on line 1: unexpected EOF`)
}

func TestRTF(t *testing.T) {
	check(t, "a.rtf", []byte(`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\info{\title Le march\'e9}{\author Anne}{\creatim\yr2025\mo3\dy3}}{\*\generator Riched20;}
\pard L\rquote \'e9lu a dit\~: \'ab\u160?oui\'bb\u8230\'85\par {\b Fin} \u-10179?\u-8704? de l\'92article\emdash l\'e0.{\v cach\'e9}}`), input.Options{},
		`a.rtf title=Le marché author=Anne published=2025-03-03 type=text/plain encoding=utf-8 "L’élu a dit\u00a0: «\u00a0oui»…\n\nFin 😀 de l’article—là.\n"`)
	check(t, "a.rtf", []byte(`{\rtf1 }`), input.Options{}, `! a.rtf: there is no text in the document`)
}

func TestLines(t *testing.T) {
	check(t, "a.jsonl", []byte("\xef\xbb\xbf"+`{"id":7,"text":"Le pont.","published":"03/04/2025","title":"Pont"}`+"\r\n\n"+`{"body":["Un.","Deux."],"Text":""}`+"\n{\"x\":1,\"y\":2}\n[1]\n{\"text\":\nnon\n{\"texte\":\"Fin.\"}"), input.Options{}, `
a.jsonl:1 id=7 title=Pont published=2025-04-03 "Le pont."
a.jsonl:3 "Un.\n\nDeux."
! a.jsonl:4: there is no field "text", but x, y: say with --text-field which one holds the text
! a.jsonl:5: this is a JSON array, not an object with a text in it
! a.jsonl:6: this is no JSON object: unexpected end of JSON input
! a.jsonl:7: this is no JSON object: invalid character 'o' in literal null (expecting 'u')
a.jsonl:8 "Fin."`)
	check(t, "-", []byte(`{"corps":"Le pont.","n":"x1"}`), input.Options{TextField: "corps", IDField: "n"}, `-:1 id=x1 "Le pont."`)
	check(t, "a.json", []byte(`[{"text":"Un."},{"text":"Deux."}, 3]`), input.Options{}, "a.json:1 \"Un.\"\na.json:2 \"Deux.\"\n! a.json:3: this is a JSON number, not an object with a text in it")
	check(t, "a.json", []byte("{\n\"text\":\"Un.\"}"), input.Options{}, `a.json:1 "Un."`)
	check(t, "a.jsonl", []byte("{\"text\":\""+strings.Repeat("a", 2000)+"\"}\n{\"text\":\"court\"}\n"), input.Options{Largest: 1024}, "! a.jsonl:1: the line has more than 1 kB: no article is that long\na.jsonl:2 \"court\"")
}

func TestTable(t *testing.T) {
	check(t, "a.csv", encode(t, charmap.Windows1252, "id;Titre;Texte;date\r\n1;L’été;\"Il dit « oui » ;\r\npuis rien.\";3 août 2025 à 8h05\r\n2;vide;;\r\n;;;\r\n3;t;un;deux;trois\r\n4;t;Le maire a dit \"oui\" hier.;\r\n"), input.Options{}, `
a.csv:2 id=1 title=L’été published=2025-08-03T08:05:00 "Il dit \xab oui \xbb ;\npuis rien."
! a.csv:4: the field "texte" is empty: there is no text to read
! a.csv:6: the row has 5 cells, the first line has 4: a text with ";" in it must stand in quotation marks
a.csv:7 id=4 title=t "Le maire a dit \"oui\" hier."`)
	check(t, "a.csv", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "text\tid\nLe marché.\t1\n"), input.Options{}, `a.csv:2 id=1 "Le marché."`)
	check(t, "a.csv", []byte("sep=|\nid|text\n1|Un, deux; trois.\n"), input.Options{}, `a.csv:2 id=1 "Un, deux; trois."`)
	check(t, "a.tsv", []byte("id\tcorps\n1\tUn.\n"), input.Options{}, `! a.tsv:1: there is no field "text", but id, corps: say with --text-field which one holds the text (columns are cut at "\t", names are in the first line)`)
	check(t, "a.csv", []byte("text\n\""+strings.Repeat("mot\n", 40000)), input.Options{Largest: 1024}, `! a.csv: the row has more than 1 kB: a quotation mark that is opened there is not closed`)
}

func TestFeed(t *testing.T) {
	check(t, "a.xml", []byte(`<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Le Courrier</title>
<item><title>Le march`+"\xe9"+`</title><guid>g1</guid><pubDate>Mon, 03 Mar 2025 08:12:00 +0100</pubDate><description>&lt;p&gt;Il ferme.&lt;/p&gt;</description></item>
<item><title>Vide</title></item></channel></rss>`), input.Options{}, `
a.xml:1 id=g1 title=Le marché published=2025-03-03T08:12:00+01:00 outlet=Le Courrier type=text/html encoding=utf-8 "<p>Il ferme.</p>"
! a.xml:2: the item "Vide" has no text, only a title: fetch its page`)
	check(t, "-", []byte(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Courrier</title><entry><id>e1</id><title>Pont</title><updated>2025-03-03T08:12:00Z</updated><author><name>Anne</name></author><content type="text">Il rouvre.</content></entry></feed>`), input.Options{},
		`-:1 id=e1 title=Pont author=Anne published=2025-03-03T08:12:00Z outlet=Le Courrier type=text/plain encoding=utf-8 "Il rouvre."`)
	check(t, "a.xml", []byte(`<?xml version="1.0"?><plan/>`), input.Options{}, `! a.xml: this is XML, but no feed (RSS or Atom): only feeds are read`)
}

func TestArchives(t *testing.T) {
	z := pack(t, "mars/a.txt", "Un.", "logo.png", "x", "__MACOSX/._a.txt", "x", "b.jsonl", `{"text":"Deux."}`+"\n"+`{}`, "c.txt", "\x89PNG")
	want := `
ARC/mars/a.txt "Un."
ARC/b.jsonl:1 "Deux."
! ARC/b.jsonl:2: there is no field "text": say with --text-field which one holds the text
! ARC/c.txt: this is a picture (PNG), there is no text to read in it`
	in := func(name string) string { return strings.ReplaceAll(want, "ARC", name) }
	check(t, "a.zip", z, input.Options{}, in("a.zip"))
	check(t, "-", z, input.Options{}, in("-"))
	check(t, "b.zip", pack(t, "in/a.zip", string(z)), input.Options{}, in("b.zip/in/a.zip"))
	check(t, "c.zip", pack(t, "b.zip", string(pack(t, "a.zip", string(z)))), input.Options{}, `! c.zip/b.zip/a.zip: archives in archives in archives are not read: unpack the outer one first`)
	tr := packTar(t, "../a.txt", "Un.", "d.docx", string(docx(t)))
	for _, c := range []struct {
		name string
		data []byte
	}{{"a.tar", tr}, {"a.tar.gz", packGzip(tr)}, {"a.tgz", packGzip(tr)}, {"a.tar.zst", packZstd(t, tr)}, {"x", packZstd(t, packGzip(tr))}} {
		if got := read(c.name, c.data, input.Options{}); !strings.HasPrefix(got, c.name+"/a.txt \"Un.\"\n"+c.name+"/d.docx title=") {
			t.Errorf("%s: %s", c.name, got)
		}
	}
	check(t, "a.csv.gz", packGzip([]byte("text\nUn.\n")), input.Options{}, `a.csv.gz:2 "Un."`)
	check(t, "a.txt.gz", packGzip([]byte("Un."))[:12], input.Options{}, `! a.txt.gz: the file is not whole: its end is missing`)
	check(t, "a.zip", pack(t, "logo.png", "x"), input.Options{}, `! a.zip: the archive has 1 files, but none that breve reads (.txt .text .md .markdown .html …)`)
	bomb := packZstd(t, bytes.Repeat([]byte(" "), 80<<20))
	check(t, "a.txt.zst", bomb, input.Options{Largest: 1 << 30}, `! a.txt.zst: it unpacks to more than five hundred times its size: this looks like a zip bomb and is not read further`)
	check(t, "a.zip", pack(t, "a.txt", strings.Repeat(" ", 70<<20)), input.Options{}, `! a.zip/a.txt: it unpacks to more than five hundred times its size: this looks like a zip bomb and is not read further`)
}

func TestEarlyEnd(t *testing.T) {
	z := pack(t, "a.txt", "Un.", "b.jsonl", "{\"text\":\"Deux.\"}\n{\"text\":\"Trois.\"}", "c.csv", "text\nQuatre.\nCinq.\n")
	for stop := 1; stop <= 5; stop++ {
		n := 0
		for range input.Open("a.zip", bytes.NewReader(z), input.Options{}) {
			if n++; n == stop {
				break
			}
		}
		if n != stop {
			t.Errorf("%d articles, want %d", n, stop)
		}
	}
}

func TestFile(t *testing.T) {
	dir := t.TempDir()
	one := func(path string) (a input.Article, err error) {
		for a, err = range input.File(path, input.Options{}) {
		}
		return a, err
	}
	if _, err := one(dir); err == nil || !strings.Contains(err.Error(), "this is a folder: give it to breve batch") {
		t.Error(err)
	}
	if _, err := one(filepath.Join(dir, "rien.txt")); !errors.Is(err, os.ErrNotExist) || strings.Count(err.Error(), "rien.txt") != 1 {
		t.Error(err)
	}
	path := filepath.Join(dir, "a.zip")
	if err := os.WriteFile(path, pack(t, "a.txt", "Un."), 0o644); err != nil {
		t.Fatal(err)
	}
	if a, err := one(path); err != nil || string(a.Data) != "Un." || a.Path != path+"/a.txt" {
		t.Errorf("%+v %v", a, err)
	}
}

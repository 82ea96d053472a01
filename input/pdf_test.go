package input_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/breve-nlp/breve/input"
)

// makePDF writes a PDF of objects 1, 2 …; the first one is the catalogue.
func makePDF(version string, objects ...string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%%PDF-%s\n", version)
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R /Info 2 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

func stream(dict, s string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(s), s)
}

func flate(dict, s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return stream(dict+" /Filter /FlateDecode", b.String())
}

const (
	catalogue = "<< /Type /Catalog /Pages 3 0 R >>"
	info      = "<< /Title (\xfe\xff\x00L\x00e\x00 \x00p\x00o\x00n\x00t) /Author (Anne) /CreationDate (D:20250303081200+01'00') >>"
	winAnsi   = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
)

// pages is the tree of pages and its pages, from object 3 on, each with its content behind it; the font comes last.
func pages(font string, content ...string) []string {
	objects := []string{catalogue, info, ""}
	kids := ""
	last := 4 + 2*len(content)
	for i, c := range content {
		kids += fmt.Sprintf("%d 0 R ", 4+2*i)
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 3 0 R /Contents %d 0 R >>", 5+2*i), flate("", c))
	}
	objects[2] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [ %s] /Resources << /Font << /F1 %d 0 R >> >> >>", len(content), kids, last)
	return append(objects, font)
}

func TestPDF(t *testing.T) {
	said := ` title=Le pont author=Anne published=2025-03-03T08:12:00+01:00 type=text/html encoding=utf-8 `
	latin := func(s string) string { return string(encode(t, charmap.Windows1252, s)) }
	one := latin(`BT /F1 20 Tf 72 760 Td (Le pont rouvre) Tj ET
BT /F1 11 Tf 14 TL 72 720 Td (Le maire a annoncé l’ouver-) Tj T* (ture du pont, peut-) Tj T* (être demain, a-t-il dit.) Tj T* (Rien n’est sûr.) Tj
0 -30 Td [(Un)-300(autre) -250 (paragraphe)] TJ T* (qui continue) Tj ET
BT /F1 8 Tf 300 20 Td (Page 1) Tj ET`)
	two := latin(`q 1 0 0 1 0 0 cm BT /F1 11 Tf 14 TL 72 760 Td (sur l'autre page.) Tj ET Q BT /F1 8 Tf 300 20 Td (Page 2) Tj ET`)
	want := `a.pdf` + said + `"<h1>Le pont rouvre</h1>\n<p>Le maire a annoncé l’ouverture du pont, peut-être demain, a-t-il dit. Rien n’est sûr.</p>\n<p>Un autre paragraphe qui continue sur l&#39;autre page.</p>\n"`
	check(t, "a.pdf", makePDF("1.4", pages(winAnsi, one, two)...), input.Options{}, want)
	check(t, "a.pdf", append(makePDF("2.0", pages(winAnsi, one, two)...), "\r\n\r\n"...), input.Options{}, want)

	// A font of two bytes a letter with a table to Unicode, as browsers and office programs write it.
	cmap := flate("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n2 beginbfchar <0003> <0020> <0010> <FB01> endbfchar\n2 beginbfrange <0020> <0022> <0061> <0030> <0031> [<00E9> <006E>] endbfrange endcmap")
	objects := pages("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /W [0 [1000] 16 64 500] >>] /ToUnicode 7 0 R >>", "BT /F1 12 Tf 72 700 Td <00200021> Tj (\\000\\003\\000\\060) Tj <00100031> Tj ET")
	check(t, "a.pdf", makePDF("1.5", append(objects, cmap)...), input.Options{}, `a.pdf`+said+`"<p>ab éfin</p>\n"`)

	differences := "<< /Type /Font /Subtype /Type1 /Encoding << /Differences [1 /eacute /quoteright 65 /oe] >> >>"
	check(t, "a.pdf", makePDF("1.4", pages(differences, "BT /F1 12 Tf (l\\002\\001t\\001, cAur.) Tj ET")...), input.Options{}, `a.pdf`+said+`"<p>l’été, cœur.</p>\n"`)

	scan := []string{catalogue, info, "<< /Type /Pages /Count 1 /Kids [4 0 R] >>", "<< /Type /Page /Contents 5 0 R /Resources << /XObject << /I 6 0 R >> >> >>", stream("", "q /I Do Q"), stream("/Subtype /Image", "x")}
	check(t, "a.pdf", makePDF("1.4", scan...), input.Options{}, `! a.pdf: the PDF has 1 pages of pictures and no text, it is a scan: have its text recognised first (OCR)`)
	check(t, "a.pdf", makePDF("1.4", pages("<< /Subtype /Type0 /Encoding /Identity-H >>", "BT /F1 12 Tf <00200021> Tj ET")...), input.Options{}, `! a.pdf: the fonts of the PDF do not say which letters they show: export the text from the program that made it`)
	check(t, "a.pdf", makePDF("1.4", catalogue, info, "<< /Type /Pages /Kids [3 0 R 3 0 R] >>"), input.Options{}, `! a.pdf: the PDF has no pages, or they are not found: open it and save it anew`)
	whole := makePDF("1.4", pages(winAnsi, one)...)
	check(t, "a.pdf", whole[:len(whole)/2], input.Options{}, `! a.pdf: the PDF is not whole: its end is missing`)
	check(t, "a.pdf", bytes.Replace(whole, []byte("/Size"), []byte("/Prev 1 /Size"), 1), input.Options{}, `! a.pdf: the PDF cannot be read (xref Prev does not point to xref): open it and save it anew`)
}

// Files that would lead the library in circles or fill its stack end in an error.
func TestHostilePDF(t *testing.T) {
	whole := string(makePDF("1.4", pages(winAnsi, "BT /F1 12 Tf (Un) Tj ET")...))
	start := whole[strings.Index(whole, "startxref\n")+len("startxref\n"):]
	start = start[:strings.Index(start, "\n")]
	for name, s := range map[string]string{
		"circle of tables": strings.Replace(whole, "trailer\n<<", "trailer\n<< /Prev "+start, 1),
		"brackets":         "%PDF-1.4\n1 0 obj\n" + strings.Repeat("[", 3_000_000) + "\nendobj\nstartxref\n9\n%%EOF",
		"many objects":     "%PDF-1.4\nxref\n900000000 1\n0000000000 00000 n \ntrailer\n<< /Size 3 >>\nstartxref\n9\n%%EOF",
		"packed brackets":  "%PDF-1.5\n" + "1 0 obj\n" + flate("/Type /ObjStm /N 1 /First 4", "7 0 "+strings.Repeat("[", 3_000_000)) + "\nendobj\nstartxref\n9\n%%EOF",
	} {
		if got := read("a.pdf", []byte(s), input.Options{}); !strings.HasPrefix(got, "! a.pdf: ") {
			t.Errorf("%s: %.200s", name, got)
		}
	}
}

package text

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/breve-nlp/breve/extract/doc"
)

const french = "L’été dernier, Élise a dit : « Ça coûte 30 € à Nîmes… » Le cœur de l’affaire – déjà jugée – reste où il était."

func TestEncodings(t *testing.T) {
	encode := func(e encoding.Encoding, s string) string {
		out, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	le, be := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	plain := "L'été, le café d'à côté coûte 30 francs à Nîmes."
	latin9 := "L'été, le cœur coûte 30 € à Nîmes, déjà."
	for _, c := range []struct {
		name, src, declared, want, warning string
	}{
		{"utf-8", french, "", french, ""},
		{"utf-8", "\xEF\xBB\xBF" + french, "", french, ""},
		{"utf-8", french, "windows-1252", french, ""},
		{"utf-8", "cafe\u0301 A\u0300", "", "cafe\u0301 A\u0300", ""}, // NFD stays
		{"utf-8", "a\r\nb\u00A0c\u00ADd", "", "a\r\nb\u00A0c\u00ADd", ""},
		{"utf-16le", encode(le, french), "", french, ""},
		{"utf-16be", encode(be, french), "", french, ""},
		{"utf-16be", "\xFE\xFF" + encode(be, french), "", french, ""},
		{"windows-1252", encode(charmap.Windows1252, french), "", french, ""},
		{"windows-1252", encode(charmap.ISO8859_1, plain), "", plain, ""},
		{"windows-1252", "Caf\xE9", "", "Café", ""},
		{"iso-8859-15", encode(charmap.ISO8859_15, latin9), "", latin9, ""},
		{"iso-8859-15", encode(charmap.ISO8859_15, plain), "latin9", plain, ""},
		{"macintosh", encode(charmap.Macintosh, french), "", french, ""},
		{"macintosh", encode(charmap.Macintosh, plain), "", plain, ""},
		{"macintosh", "Caf\x8E", "", "Café", ""},
		{"macintosh", encode(charmap.Macintosh, plain), "macintosh", plain, ""},
		{"utf-8", "Le caf\xC3\xA9 et l'\xC3\xA9t\xC3\xA9 \xFF\xE9.", "", "Le café et l'été \uFFFD\uFFFD.", "bad_encoding"},
		{"binary", "ab\x00\x01\x02\x03cd", "", "", "binary"},
		{"binary", "%PDF-1.7 et la suite", "", "", "binary"},
		{"utf-8", "", "", "", "empty"},
		{"utf-8", " \n\t ", "", "", "empty"},
		{"utf-8", "\u00A0\u200B\n", "", "\u00A0\u200B\n", "empty"},
	} {
		d := decoder().Decode([]byte(c.src), doc.About{Encoding: c.declared})
		warning := ""
		if len(d.Warnings) > 0 {
			warning = d.Warnings[0].Code
		}
		if d.Text != c.want || d.Source.Encoding != c.name || warning != c.warning {
			t.Errorf("%q: got %s %q %q, want %s %q %q", c.src, d.Source.Encoding, d.Text, warning, c.name, c.want, c.warning)
		}
	}
}

func TestSource(t *testing.T) {
	d := decoder().Decode([]byte("abc"), doc.About{ID: "7", Path: "a.txt", Outlet: "Le Phare"})
	s := d.Source
	if s.SHA256 != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" || s.ID != "7" || s.Path != "a.txt" || s.Outlet != "Le Phare" || !s.Plain || s.Language != "" {
		t.Errorf("got %+v", s)
	}
	if strings.Contains(told(decoder().Decode([]byte("<p>a</p><p>b</p>"), doc.About{MediaType: "text/plain"})), "x") || !d.Source.Plain {
		t.Error("a media type of plain text is believed")
	}
}

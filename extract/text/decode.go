// Package text yields the text of an article out of its bytes, with what the page says around it: encoding, title, author, time of
// publication, subheadings, and the boilerplate that is no part of the story.
//
// Plain text is only decoded: each byte of Document.Text stands for the same character of the input, nothing is normalised. Of an HTML
// page the article is taken out and written down in paragraphs. Decode never fails: what cannot be read gives an empty text and a warning.
package text

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/lexicon"
)

// Decoder knows the words of pages. It may be used by many goroutines at once.
type Decoder struct {
	phrases *phrases
}

// New makes a Decoder that takes its words from the classes "boilerplate" and "month" of a lexicon.
func New(lex *lexicon.Lexicon) *Decoder {
	return &Decoder{readPhrases(lex)}
}

// Decode turns the bytes of an article into a document with Text, Source, Sections, Boilerplate and Warnings.
func (dec *Decoder) Decode(src []byte, about doc.About) *doc.Document {
	sum := sha256.Sum256(src)
	d := &doc.Document{Source: doc.Source{
		ID: about.ID, Path: about.Path, SHA256: hex.EncodeToString(sum[:]),
		Title: strings.TrimSpace(about.Title), Published: about.Published, Author: about.Author, Outlet: about.Outlet,
		Plain: true,
	}}
	if blank(src) {
		d.Source.Encoding = "utf-8"
		d.Warn("empty", "Le texte est vide.")
		return d
	}
	decoded, name, ok := decode(src, about)
	d.Source.Encoding = name
	if !ok {
		d.Warn("binary", "L’entrée n’est pas du texte\u202f: ce sont des données binaires.")
		return d
	}
	if strings.Contains(decoded, "\uFFFD") {
		d.Warn("bad_encoding", "Certains octets n’ont pas pu être décodés\u202f: ils sont remplacés par «\u202f\uFFFD\u202f».")
	}
	if isHTML(decoded, about.MediaType) {
		dec.page(d, decoded)
	} else {
		d.Text = decoded
		dec.layout(d, nil)
	}
	if isBlank(d.Text) {
		d.Warn("empty", "Le texte est vide.")
	}
	return d
}

// blank tells whether the bytes hold nothing but ASCII white space, a byte order mark included.
func blank(src []byte) bool {
	for _, c := range src {
		switch c {
		case ' ', '\t', '\n', '\r', '\f', '\v', 0xEF, 0xBB, 0xBF, 0xFE, 0xFF:
		default:
			return false
		}
	}
	return true
}

// isBlank tells whether a text shows nothing.
func isBlank(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c > ' ' && c != 0x7F {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) && !invisible(r) {
			return false
		}
		i += n
	}
	return true
}

// invisible tells whether a character has neither ink nor width: soft hyphen, zero-width space, joiners, byte order mark.
func invisible(r rune) bool {
	switch r {
	case 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF:
		return true
	}
	return false
}

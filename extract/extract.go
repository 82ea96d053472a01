// Package extract reads French news articles: an article goes in, a Document comes out.
//
// A Reader is made once and used for any number of articles, by any number of goroutines:
//
//	reader, err := extract.New()
//	d := reader.Article(bytes, doc.About{Published: "2025-07-08"})
//
// Reading never fails and never looks at files, the network or the clock; what could not be read well stands in Document.Warnings.
package extract

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/breve-nlp/breve/extract/amount"
	"github.com/breve-nlp/breve/extract/annotation"
	"github.com/breve-nlp/breve/extract/date"
	"github.com/breve-nlp/breve/extract/doc"
	"github.com/breve-nlp/breve/extract/english"
	"github.com/breve-nlp/breve/extract/entity"
	"github.com/breve-nlp/breve/extract/event"
	"github.com/breve-nlp/breve/extract/language"
	"github.com/breve-nlp/breve/extract/mention"
	"github.com/breve-nlp/breve/extract/quote"
	"github.com/breve-nlp/breve/extract/rule"
	"github.com/breve-nlp/breve/extract/sentence"
	"github.com/breve-nlp/breve/extract/summary"
	"github.com/breve-nlp/breve/extract/text"
	"github.com/breve-nlp/breve/extract/token"
	"github.com/breve-nlp/breve/lexicon"
)

// Reader reads articles. It is safe for any number of goroutines.
type Reader struct {
	lexicon  *lexicon.Lexicon
	layers   *rule.Layers
	decoder  *text.Decoder
	marker   *annotation.Marker
	measurer *amount.Measurer
	resolver *date.Resolver
	finder   *mention.Finder
	uniter   *entity.Uniter
	quoter   *quote.Attributor
	deriver  *event.Deriver
	chooser  *summary.Chooser
	length   summary.Options
	teller   *language.Teller
	english  *english.Reader
}

// An Option changes how a Reader is made.
type Option func(*settings) error

type settings struct {
	lex    *lexicon.Lexicon
	length summary.Options
}

// WithLexicon lays a folder of class files (lexicon/words has their form) over the built-in lexicon. Mistakes in it are returned by New, each as
// path:line:col. It may be given more than once.
func WithLexicon(fsys fs.FS) Option {
	return func(s *settings) error {
		l, err := s.lex.With(fsys, token.Forms)
		if err != nil {
			return err
		}
		s.lex = l
		return nil
	}
}

// WithWords asks for an extractive summary of about n words; the default is 40.
func WithWords(n int) Option {
	return func(s *settings) error { s.length.Words = n; return nil }
}

// WithSentences asks for an extractive summary of n sentences.
func WithSentences(n int) Option {
	return func(s *settings) error { s.length.Sentences = n; return nil }
}

// WithRatio asks for an extractive summary that has a part of the article's words: 0.2 is a fifth.
func WithRatio(part float64) Option {
	return func(s *settings) error { s.length.Ratio = part; return nil }
}

// New returns a Reader with the built-in lexicon and rules.
func New(options ...Option) (*Reader, error) {
	s := settings{lex: lexicon.Default()}
	for _, o := range options {
		if err := o(&s); err != nil {
			return nil, err
		}
	}
	r := &Reader{lexicon: s.lex}
	var err error
	if r.layers, err = compile(s.lex, lexicon.Rules()); err != nil {
		return nil, err
	}
	r.decoder = text.New(s.lex)
	r.marker = annotation.New(s.lex, r.layers)
	r.measurer = amount.New(s.lex)
	r.resolver = date.New(s.lex)
	r.finder = mention.New(s.lex)
	r.uniter = entity.New(s.lex)
	r.quoter = quote.New(s.lex)
	r.deriver = event.New(s.lex)
	r.chooser = summary.New(s.lex)
	r.length = s.length
	r.teller = language.New(s.lex)
	r.english = english.New()
	return r, nil
}

// Lexicon returns what the Reader knows of French.
func (r *Reader) Lexicon() *lexicon.Lexicon { return r.lexicon }

// Rules returns the Reader's rules in the order in which they run.
func (r *Reader) Rules() []*rule.Rule { return r.layers.Rules() }

// Article reads one article: src is its bytes (plain text or HTML, in any usual encoding), about is what the caller knows of it.
func (r *Reader) Article(src []byte, about doc.About) *doc.Document {
	d := r.decoder.Decode(src, about)
	r.read(d)
	return d
}

// read is the whole way of the data, in order: a stage reads what stands above its line, changes nothing of it, and yields what stands left of it.
func (r *Reader) read(d *doc.Document) {
	d.Tokens = token.Cut(d, r.lexicon)
	d.Source.Language = r.teller.Tell(d.Tokens)
	if d.Source.Language == "en" {
		d.Tokens, d.Sentences, d.Mentions = r.english.Recite(d, d.Tokens)
	} else {
		d.Sentences = sentence.Split(d, r.lexicon)
	}
	d.Annotations = r.marker.Mark(d)
	d.Amounts = r.measurer.Measure(d)
	d.Dates = r.resolver.Resolve(d)
	if d.Source.Language != "en" {
		d.Mentions = r.finder.Find(d)
	}
	d.Mentions, d.Entities = r.uniter.Unite(d)
	d.Quotes = r.quoter.Attribute(d)
	d.Events = r.deriver.Derive(d)
	d.Summary.Five.AccordingTo = r.quoter.Sources(d)
	reporters(d)
	d.Summary = r.chooser.Choose(d, r.length)
	if len(d.Tokens) > 0 && !summary.News(d) {
		d.Warn("no_news", "Le texte ne semble pas raconter une actualité.")
	}
	if d.Source.Language != "fr" && d.Source.Language != "und" {
		d.Warn("not_french", "Le texte ne semble pas écrit en français (langue reconnue : "+d.Source.Language+") : seuls les noms, les montants et les dates sont lus, sans garantie.")
	}
}

// compile reads every rule file of a folder, one layer a file, in the order of their names.
func compile(lex *lexicon.Lexicon, fsys fs.FS) (*rule.Layers, error) {
	names, err := fs.Glob(fsys, "*.rules")
	if err != nil {
		return nil, err
	}
	layers := rule.New()
	var errs []error
	for _, n := range names {
		b, err := fs.ReadFile(fsys, n)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		rules, err := rule.Parse("lexicon/rules/"+n, string(b), vocabulary{lex})
		errs = append(errs, err)
		layers.Add(strings.TrimSuffix(path.Base(n), ".rules"), rules)
	}
	return layers, errors.Join(errs...)
}

// vocabulary resolves what rules name by the lexicon.
type vocabulary struct{ lex *lexicon.Lexicon }

// Bit returns the number of a class.
func (n vocabulary) Bit(class string) uint8 { return uint8(n.lex.Class(class)) }

// Words returns the numbers of a literal's words.
func (n vocabulary) Words(literal string) ([]int32, error) {
	var out []int32
	for _, w := range token.Forms(n.lex, literal) {
		id := n.lex.Word(w)
		if id < 0 {
			return nil, fmt.Errorf("the table does not know the word %q of %q: run go run ./lexicon/build", w, literal)
		}
		out = append(out, id)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%q holds no word", literal)
	}
	return out, nil
}

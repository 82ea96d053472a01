// Package render writes a Document out: one file a format. It sees the Document only; every format is drawn from the contract object.
package render

// Object is the contract object "breve/1": what breve says about one article. Positions are half-open pairs of Unicode code points of the
// decoded text. The JSON Schema of it is generated from this type.
type Object struct {
	Schema      string        `json:"schema" jsonschema:"enum=breve/1"`
	Generator   Generator     `json:"generator"`
	Source      Source        `json:"source"`
	Lead        *Claim        `json:"lead" jsonschema:"nullable"`
	KeyPoints   []Claim       `json:"key_points"`
	Summary     []Extract     `json:"summary"`
	FiveW       FiveW         `json:"five_w"`
	Entities    []Entity      `json:"entities"`
	Amounts     []Amount      `json:"amounts"`
	Dates       []Date        `json:"dates"`
	Quotes      []Quote       `json:"quotes"`
	Events      []Event       `json:"events"`
	Timeline    []Moment      `json:"timeline"`
	Keywords    []Keyword     `json:"keywords"`
	Sections    []Section     `json:"sections"`
	Boilerplate []Boilerplate `json:"boilerplate"`
	Warnings    []Warning     `json:"warnings"`
	Text        string        `json:"text,omitempty"`
}

// Span is a half-open pair of code points.
type Span [2]int

// Generator names the program that made an object.
type Generator struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Lexicon string `json:"lexicon"`
}

// Source is where the article comes from.
type Source struct {
	ID         string `json:"id,omitempty"`
	Path       string `json:"path,omitempty"`
	SHA256     string `json:"sha256"`
	Chars      int    `json:"chars"`
	Encoding   string `json:"encoding"`
	OffsetUnit string `json:"offset_unit" jsonschema:"enum=codepoint"`
	Language   string `json:"language,omitempty"`
	Title      *Title `json:"title" jsonschema:"nullable"`
	Published  string `json:"published,omitempty"`
	Author     string `json:"author,omitempty"`
	Outlet     string `json:"outlet,omitempty"`
}

// Title is the article's title; its span is null where the caller gave it.
type Title struct {
	Text string `json:"text"`
	Span *Span  `json:"span" jsonschema:"nullable"`
}

// Piece is a slice of the text.
type Piece struct {
	Span Span   `json:"span"`
	Text string `json:"text"`
}

// Claim is a sentence about the article with the slices that prove it.
type Claim struct {
	Text     string   `json:"text"`
	Mode     string   `json:"mode" jsonschema:"enum=verbatim,enum=trimmed,enum=composed"`
	Evidence []Piece  `json:"evidence"`
	Events   []string `json:"events"`
	Score    float64  `json:"score"`
}

// Extract is a whole sentence of the article.
type Extract struct {
	Text  string  `json:"text"`
	Span  Span    `json:"span"`
	Score float64 `json:"score"`
}

// FiveW answers a news story's questions with ids.
type FiveW struct {
	Who         []string `json:"who"`
	What        []string `json:"what"`
	When        []string `json:"when"`
	Where       []string `json:"where"`
	HowMuch     []string `json:"how_much"`
	Why         []Piece  `json:"why"`
	How         []Piece  `json:"how"`
	AccordingTo []string `json:"according_to"`
	Unanswered  []string `json:"unanswered"`
}

// Entity is who or what is named.
type Entity struct {
	ID       string    `json:"id"`
	Type     string    `json:"type" jsonschema:"enum=person,enum=organization,enum=location,enum=product,enum=work,enum=event"`
	Kind     string    `json:"kind,omitempty"`
	Name     string    `json:"name"`
	Salience float64   `json:"salience"`
	Gender   string    `json:"gender,omitempty"`
	Aliases  []string  `json:"aliases"`
	Roles    []Role    `json:"roles,omitempty"`
	Parent   string    `json:"parent,omitempty"`
	Source   bool      `json:"source,omitempty"`
	Mentions []Mention `json:"mentions"`
}

// Role is a function of a person.
type Role struct {
	Title            string  `json:"title"`
	Organization     *string `json:"organization" jsonschema:"nullable"`
	OrganizationText string  `json:"organization_text,omitempty"`
	Status           string  `json:"status" jsonschema:"enum=current,enum=former,enum=incoming,enum=acting"`
	Span             Span    `json:"span"`
	Text             string  `json:"text"`
}

// Mention is one place where an entity is named.
type Mention struct {
	Span Span   `json:"span"`
	Text string `json:"text"`
	Form string `json:"form" jsonschema:"enum=name,enum=short,enum=acronym,enum=nominal,enum=pronoun"`
}

// Amount is a figure with its value.
type Amount struct {
	ID        string   `json:"id"`
	Kind      string   `json:"kind" jsonschema:"enum=money,enum=percent,enum=share,enum=points,enum=count,enum=measure,enum=age,enum=score,enum=number"`
	Text      string   `json:"text"`
	Span      Span     `json:"span"`
	Value     *float64 `json:"value" jsonschema:"nullable"`
	Min       *float64 `json:"min,omitempty"`
	Max       *float64 `json:"max,omitempty"`
	Currency  string   `json:"currency,omitempty"`
	Unit      string   `json:"unit,omitempty"`
	Modifier  string   `json:"modifier,omitempty" jsonschema:"enum=exact,enum=about,enum=more_than,enum=at_least,enum=less_than,enum=at_most,enum=almost,enum=between"`
	Per       string   `json:"per,omitempty"`
	Of        string   `json:"of,omitempty"`
	Direction string   `json:"direction,omitempty"`
	Inferred  bool     `json:"inferred,omitempty"`
	About     string   `json:"about,omitempty"`
	Part      string   `json:"part,omitempty"`
}

// Date is a TIMEX3 expression.
type Date struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Span     Span   `json:"span"`
	Type     string `json:"type" jsonschema:"enum=DATE,enum=TIME,enum=DURATION,enum=SET"`
	Value    string `json:"value,omitempty"`
	Mod      string `json:"mod,omitempty"`
	Resolved bool   `json:"resolved"`
}

// Quote is what somebody said.
type Quote struct {
	ID          string  `json:"id"`
	Kind        string  `json:"kind" jsonschema:"enum=direct,enum=indirect,enum=mixed"`
	Text        string  `json:"text"`
	Span        Span    `json:"span"`
	Speaker     *string `json:"speaker" jsonschema:"nullable"`
	SpeakerText string  `json:"speaker_text,omitempty"`
	Verb        string  `json:"verb,omitempty"`
	Cue         *Piece  `json:"cue" jsonschema:"nullable"`
}

// Event is a happening.
type Event struct {
	ID         string              `json:"id"`
	Type       string              `json:"type" jsonschema:"enum=appointment,enum=departure,enum=recruitment,enum=succession,enum=acquisition,enum=merger,enum=investment,enum=funding,enum=earnings,enum=layoff,enum=insolvency,enum=closure,enum=opening,enum=agreement,enum=contract,enum=product_launch,enum=lawsuit,enum=conviction,enum=sanction,enum=investigation,enum=election,enum=legislation,enum=death,enum=accident,enum=disaster,enum=attack,enum=protest,enum=strike,enum=match,enum=market_move,enum=statement"`
	Trigger    Piece               `json:"trigger"`
	Span       Span                `json:"span"`
	Roles      map[string][]Filler `json:"roles"`
	Polarity   string              `json:"polarity" jsonschema:"enum=affirmative,enum=negated"`
	Modality   string              `json:"modality" jsonschema:"enum=asserted,enum=reported,enum=possible,enum=planned,enum=denied"`
	Source     string              `json:"source,omitempty"`
	Confidence float64             `json:"confidence"`
	Rule       string              `json:"rule"`
}

// Filler is who or what plays a role in an event.
type Filler struct {
	Entity string `json:"entity,omitempty"`
	Amount string `json:"amount,omitempty"`
	Date   string `json:"date,omitempty"`
	Quote  string `json:"quote,omitempty"`
	Text   string `json:"text"`
	Span   Span   `json:"span"`
}

// Moment is an event in time.
type Moment struct {
	Date  *string `json:"date" jsonschema:"nullable"`
	Event *string `json:"event" jsonschema:"nullable"`
	Text  string  `json:"text"`
	Span  Span    `json:"span"`
}

// Keyword is what the article is about.
type Keyword struct {
	Text  string  `json:"text"`
	Score float64 `json:"score"`
}

// Section is a subheading.
type Section struct {
	Title string `json:"title"`
	Span  Span   `json:"span"`
}

// Boilerplate is text of the page that is not the article.
type Boilerplate struct {
	Kind string `json:"kind"`
	Span Span   `json:"span"`
}

// Warning is something to know about the result.
type Warning struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

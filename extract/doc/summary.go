package doc

// Summary is the brève: what an editor would print of the article.
type Summary struct {
	Lead      Claim
	KeyPoints []Claim
	Sentences []Extract // the extractive summary, in article order
	Scores    []float64 // one for each of Document.Sentences
	Five      FiveW
	Timeline  []Moment
	Keywords  []Keyword
}

// Claim is a sentence about the article with the words that prove it.
type Claim struct {
	Text     string
	Mode     string // verbatim trimmed composed
	Evidence []Span
	Events   []int
	Score    float64
}

// Extract is a sentence of the article that stands for it.
type Extract struct {
	Span
	Sentence int
	Score    float64
}

// FiveW answers the questions of a news story with indexes of what was read.
type FiveW struct {
	Who, Where  []int // entities
	What        []int // events
	When        []int // dates
	HowMuch     []int // amounts
	Why, How    []Span
	AccordingTo []int // entities
	Unanswered  []string
}

// Moment is an event in time.
type Moment struct {
	Date  int // index or None
	Event int // index or None
	Span      // the words
}

// Keyword is a word or phrase that the article is about.
type Keyword struct {
	Text  string
	Score float64
}

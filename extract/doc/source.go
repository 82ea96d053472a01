package doc

// About is what the caller knows of an article before it is read. Every field may be empty.
type About struct {
	ID        string
	Path      string
	Title     string // read for its meaning; positions never point into it
	Published string // ISO date or date-time: the anchor of relative dates
	Author    string
	Outlet    string
	MediaType string // "text/plain", "text/html" …; empty: found out from the bytes
	Encoding  string // IANA name; empty: found out from the bytes
}

// Source says where an article comes from and what stands around its text.
type Source struct {
	ID        string
	Path      string
	SHA256    string // of the bytes that were given
	Encoding  string // of the bytes that were given: "utf-8", "windows-1252" …
	Language  string // BCP 47: "fr", "en", "und"
	Title     string
	TitleSpan Span   // where the title stands in Text; empty where the caller gave it
	Published string // ISO 8601 date or date-time
	Author    string
	Outlet    string
	Plain     bool // the input was plain text: Text is the input, only decoded
}

// Warning is something that the reader of a result should know.
type Warning struct {
	Code string // no_date not_french empty truncated_input inconsistent_weekday bad_sum …
	Text string // French, for people
}

// Section is a part of the article under a subheading.
type Section struct {
	Title Span // the subheading
	Body  Span // from the end of the subheading to the next one
}

// Boilerplate is text on the page that is not the article: never summarized, never a source of names.
type Boilerplate struct {
	Span
	Kind string // published byline dateline credit related caption cookie subscription share script
}

package doc

// Amount is a figure with its value.
type Amount struct {
	Range
	Span             // exact bytes (an amount may begin or end inside a token: "200M$", "10k€")
	Kind      string // money percent share points count measure age score number
	Value     float64
	Min, Max  float64
	HasValue  bool   // Value holds
	HasMin    bool   // Min holds
	HasMax    bool   // Max holds
	Currency  string // ISO 4217
	Unit      string // CLDR unit or the counted noun
	Modifier  string // exact about more_than at_least less_than at_most almost between
	Per       string // "an", "action"
	Of        string // "capital", "voix"
	Direction string // up down
	Inferred  bool   // the currency or unit comes from the context
	Whole     int    // index of the amount of which this is a part, or None
	About     string // what the figure tells of
	By        string // who made it
}

// Date is an expression of time with its TIMEX3 value.
type Date struct {
	Range
	Span
	Type     string // DATE TIME DURATION SET
	Value    string // 2025-07-08, 2025-Q2, P3D …
	Mod      string // START MID END APPROX BEFORE AFTER
	Resolved bool
	By       string
}

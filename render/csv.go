package render

import (
	"bytes"
	"encoding/csv"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Table returns a table of the article: its columns and its rows. Names are those of the verbs; "summary" has everything that was found, one finding a row.
// The first column names the article, so that tables of several articles can stand below each other.
func Table(o *Object, name string) (columns []string, rows [][]string) {
	article := o.Source.ID
	if article == "" {
		article = o.Source.Path
	}
	add := func(cells ...string) { rows = append(rows, append([]string{article}, cells...)) }
	at := func(s Span) (string, string) { return strconv.Itoa(s[0]), strconv.Itoa(s[1]) }
	switch name {
	case "people":
		columns = []string{"article", "id", "name", "gender", "role", "organization", "status", "mentions"}
		for _, e := range o.Of(name) {
			n := strconv.Itoa(len(e.Mentions))
			if len(e.Roles) == 0 {
				add(e.ID, e.Name, e.Gender, "", "", "", n)
			}
			for _, r := range e.Roles {
				org := r.OrganizationText
				if r.Organization != nil {
					org = o.name(*r.Organization)
				}
				add(e.ID, e.Name, e.Gender, r.Title, org, r.Status, n)
			}
		}
	case "entities", "companies", "organizations", "places", "sources":
		columns = []string{"article", "id", "type", "kind", "name", "aliases", "salience", "mentions", "source"}
		for _, e := range o.Of(name) {
			add(e.ID, e.Type, e.Kind, e.Name, strings.Join(e.Aliases, " | "), decimal(&e.Salience), strconv.Itoa(len(e.Mentions)), strconv.FormatBool(e.Source))
		}
	case "amounts":
		columns = []string{"article", "id", "kind", "text", "value", "min", "max", "currency", "unit", "modifier", "per", "of", "direction", "about", "start", "end"}
		for _, a := range o.Amounts {
			s, e := at(a.Span)
			add(a.ID, a.Kind, a.Text, decimal(a.Value), decimal(a.Min), decimal(a.Max), a.Currency, a.Unit, a.Modifier, a.Per, a.Of, a.Direction, a.About, s, e)
		}
	case "dates":
		columns = []string{"article", "id", "type", "text", "value", "mod", "resolved", "start", "end"}
		for _, d := range o.Dates {
			s, e := at(d.Span)
			add(d.ID, d.Type, d.Text, d.Value, d.Mod, strconv.FormatBool(d.Resolved), s, e)
		}
	case "quotes":
		columns = []string{"article", "id", "kind", "speaker", "verb", "text", "start", "end"}
		for i := range o.Quotes {
			q := &o.Quotes[i]
			s, e := at(q.Span)
			add(q.ID, q.Kind, o.speaker(q), q.Verb, q.Text, s, e)
		}
	case "events":
		columns = []string{"article", "id", "type", "polarity", "modality", "source", "trigger", "role", "filler", "reference", "start", "end"}
		for _, v := range o.Events {
			s, e := at(v.Span)
			if len(v.Roles) == 0 {
				add(v.ID, v.Type, v.Polarity, v.Modality, o.name(v.Source), v.Trigger.Text, "", "", "", s, e)
			}
			for _, role := range slices.SortedFunc(maps.Keys(v.Roles), byRole) {
				for _, f := range v.Roles[role] {
					add(v.ID, v.Type, v.Polarity, v.Modality, o.name(v.Source), v.Trigger.Text, role, f.Text, f.Entity+f.Amount+f.Date+f.Quote, s, e)
				}
			}
		}
	default:
		columns = []string{"article", "part", "id", "type", "text", "value", "detail", "start", "end"}
		if o.Lead != nil {
			add("lead", "", o.Lead.Mode, o.Lead.Text, "", "", "", "")
		}
		for _, k := range o.KeyPoints {
			add("key_point", "", k.Mode, k.Text, "", "", "", "")
		}
		for _, x := range o.Summary {
			s, e := at(x.Span)
			add("summary", "", "", x.Text, decimal(&x.Score), "", s, e)
		}
		for i := range o.Entities {
			v := &o.Entities[i]
			add("entity", v.ID, v.Type, v.Name, "", o.portrait(v), "", "")
		}
		for i := range o.Amounts {
			v := &o.Amounts[i]
			s, e := at(v.Span)
			add("amount", v.ID, v.Kind, v.Text, decimal(v.Value), worth(v), s, e)
		}
		for _, v := range o.Dates {
			s, e := at(v.Span)
			add("date", v.ID, v.Type, v.Text, v.Value, v.Mod, s, e)
		}
		for i := range o.Quotes {
			v := &o.Quotes[i]
			s, e := at(v.Span)
			add("quote", v.ID, v.Kind, v.Text, "", o.speaker(v), s, e)
		}
		for i := range o.Events {
			v := &o.Events[i]
			s, e := at(v.Span)
			add("event", v.ID, v.Type, v.Trigger.Text, v.Modality, o.happening(v).tail, s, e)
		}
	}
	return columns, rows
}

func decimal(f *float64) string {
	if f == nil {
		return ""
	}
	return strconv.FormatFloat(*f, 'f', -1, 64)
}

// CSV writes rows as RFC 4180 has it, in UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
func CSV(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, r := range rows {
		for i := range r {
			r[i] = harmless(r[i])
		}
		if err := w.Write(r); err != nil {
			return nil // a buffer does not fail
		}
	}
	w.Flush()
	return b.Bytes()
}

// harmless keeps a spreadsheet from running a cell: "=HYPERLINK(…)" in a title is text. Negative numbers stay numbers.
func harmless(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}

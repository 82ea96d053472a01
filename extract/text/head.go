package text

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// head is what a page says about its article: meta elements, JSON-LD, <time>, <h1>.
type head struct {
	title, author, outlet, published, modified string
}

// Where a page says it, best first. JSON-LD keys begin with "ld:".
var (
	titleKeys     = []string{"og:title", "ld:headline", "twitter:title", "dc.title", "h1", "title"}
	authorKeys    = []string{"ld:author", "author", "article:author", "dc.creator", "parsely-author", "itemprop:author"}
	outletKeys    = []string{"og:site_name", "ld:publisher", "application-name", "dc.publisher"}
	publishedKeys = []string{"article:published_time", "ld:datePublished", "og:published_time", "datepublished", "itemprop:datePublished", "dc.date.issued", "dcterms.created", "parsely-pub-date", "date", "dc.date", "pubdate", "time"}
	modifiedKeys  = []string{"article:modified_time", "ld:dateModified", "og:updated_time", "itemprop:dateModified"}
)

func readHead(root *html.Node) head {
	said := map[string]string{}
	say := func(key, value string) {
		value = strings.Join(strings.Fields(html.UnescapeString(value)), " ")
		if _, ok := said[key]; !ok && key != "" && value != "" {
			said[key] = value
		}
	}
	walk(root, func(n *html.Node) bool {
		switch n.DataAtom {
		case atom.Meta:
			c := attr(n, "content")
			say(strings.ToLower(attr(n, "property")), c)
			say(strings.ToLower(attr(n, "name")), c)
			if p := attr(n, "itemprop"); p != "" {
				say("itemprop:"+p, c)
			}
		case atom.Script:
			if strings.Contains(attr(n, "type"), "ld+json") && n.FirstChild != nil {
				var v any
				if json.Unmarshal([]byte(n.FirstChild.Data), &v) == nil {
					linked(v, 0, say)
				}
			}
			return false
		case atom.Title, atom.H1:
			if n.DataAtom == atom.Title && n.Parent != nil && n.Parent.DataAtom != atom.Head {
				return false // of an <svg>
			}
			var w writer
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				w.node(c)
			}
			say(n.DataAtom.String(), w.b.String())
		case atom.Time:
			if v := attr(n, "datetime"); v != "" {
				if p := attr(n, "itemprop"); p == "dateModified" {
					say("itemprop:dateModified", v)
				} else {
					say("time", v)
				}
			}
		default:
			if p := attr(n, "itemprop"); p == "datePublished" {
				say("itemprop:datePublished", attr(n, "content"))
			}
		}
		return true
	})
	first := func(keys []string) string {
		for _, k := range keys {
			if v := said[k]; v != "" && !strings.HasPrefix(v, "http") && !strings.HasPrefix(v, "@") {
				return v
			}
		}
		return ""
	}
	h := head{title: first(titleKeys), author: first(authorKeys), outlet: first(outletKeys)}
	if h1 := said["h1"]; h1 != "" && len(h1) < len(h.title) && strings.HasPrefix(h.title, h1) {
		h.title = h1 // "Titre | Le Journal"
	}
	if h.outlet != "" {
		for _, sep := range []string{" - ", " | ", " – ", " — ", " : ", " · "} {
			h.title = strings.TrimSuffix(h.title, sep+h.outlet)
		}
	}
	date := func(keys []string) string {
		for _, k := range keys {
			if v := isoTime(said[k]); v != "" {
				return v
			}
		}
		return ""
	}
	h.published, h.modified = date(publishedKeys), date(modifiedKeys)
	return h
}

// linked looks for what JSON-LD says of the article, through lists and graphs.
func linked(v any, depth int, say func(key, value string)) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			linked(x, depth+1, say)
		}
	case map[string]any:
		kind := named(v["@type"])
		if strings.Contains(kind, "Article") || strings.Contains(kind, "Posting") || strings.HasPrefix(kind, "Report") || v["datePublished"] != nil && v["headline"] != nil {
			for _, k := range []string{"headline", "datePublished", "dateModified", "author", "publisher"} {
				say("ld:"+k, named(v[k]))
			}
			return
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			linked(v[k], depth+1, say)
		}
	}
}

// named returns a JSON-LD value as text: a string, the name of a thing, the names of a list.
func named(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		s, _ := v["name"].(string)
		return s
	case []any:
		var out []string
		for _, x := range v {
			if s := named(x); s != "" && len(out) < 8 {
				out = append(out, s)
			}
		}
		return strings.Join(out, ", ")
	}
	return ""
}

// isoTime makes "2019-06-02T12:30:00+02:00" the local "2019-06-02T12:30": what the article calls "dimanche" is the newsroom's day. Universal
// time keeps its "Z". Other forms give "".
func isoTime(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return ""
	}
	for _, i := range []int{0, 1, 2, 3, 5, 6, 8, 9} {
		if s[i] < '0' || s[i] > '9' {
			return ""
		}
	}
	st := stamp{year: number(s[:4]), month: number(s[5:7]), day: number(s[8:10])}
	if !st.valid() {
		return ""
	}
	if len(s) < 16 || s[10] != 'T' && s[10] != ' ' || s[13] != ':' {
		return st.String()
	}
	for _, i := range []int{11, 12, 14, 15} {
		if s[i] < '0' || s[i] > '9' {
			return st.String()
		}
	}
	st.hour, st.minute, st.timed = number(s[11:13]), number(s[14:16]), true
	if st.hour > 23 || st.minute > 59 {
		st.timed = false
		return st.String()
	}
	if strings.HasSuffix(s, "Z") || strings.HasSuffix(s, "+00:00") {
		return st.String() + "Z"
	}
	return st.String()
}

func number(s string) (n int) {
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

package input

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/mmcdole/gofeed"

	"github.com/breve-nlp/breve/extract/doc"
)

// feed reads RSS and Atom: each item is an article, with as much of its text as the feed has.
func (w *walk) feed(p place, data []byte) bool {
	var f *gofeed.Feed
	if err := tame(func() (err error) {
		f, err = gofeed.NewParser().Parse(bytes.NewReader(data))
		return err
	}); err != nil {
		return w.fail(p.path, 0, fmt.Errorf("the feed cannot be read: %w", err))
	}
	if len(f.Items) == 0 {
		return w.fail(p.path, 0, fmt.Errorf("the feed has no items"))
	}
	for i, item := range f.Items {
		where := p.path + ":" + strconv.Itoa(i+1)
		body := item.Content
		if strings.TrimSpace(body) == "" {
			body = item.Description
		}
		if strings.TrimSpace(body) == "" {
			if !w.fail(p.path, i+1, fmt.Errorf("the item %q has no text, only a title: fetch its page", item.Title)) {
				return false
			}
			continue
		}
		a := Article{About: doc.About{Path: where, Title: readable(item.Title), Outlet: readable(f.Title), MediaType: "text/html", Encoding: "utf-8"}, Data: []byte(body)}
		if !strings.Contains(body, "<") { // a text, with line ends that mean something
			a.MediaType = "text/plain"
		}
		for _, id := range []string{item.GUID, item.Link} {
			if a.ID == "" {
				a.ID = strings.TrimSpace(id)
			}
		}
		var by []string
		for _, x := range item.Authors {
			if x != nil && x.Name != "" {
				by = append(by, readable(x.Name))
			}
		}
		a.Author = strings.Join(by, ", ")
		for _, when := range []string{item.Published, item.Updated} {
			if a.Published == "" {
				a.Published = w.iso(when)
			}
		}
		if !w.give(a) {
			return false
		}
	}
	return true
}

package extract

import "github.com/breve-nlp/breve/extract/doc"

// reporters marks the media among the sources that only report: who plays a part in an event or is heard in a quote of its own does more. It stands
// here and in no room, since it needs what all of them have found.
func reporters(d *doc.Document) {
	for _, e := range d.Summary.Five.AccordingTo {
		if e >= 0 && e < len(d.Entities) && d.Entities[e].Kind == "media" {
			d.Entities[e].Reporter = !plays(d, e) && !heard(d, e)
		}
	}
}

// plays tells whether an entity fills a role of an event.
func plays(d *doc.Document, e int) bool {
	for i := range d.Events {
		for _, f := range d.Events[i].Roles {
			if f.Kind == "entity" && f.Index == e {
				return true
			}
		}
	}
	return false
}

// heard tells whether an entity speaks in a quote with its own words.
func heard(d *doc.Document, e int) bool {
	for i := range d.Quotes {
		if q := &d.Quotes[i]; q.Speaker == e && q.Kind == "direct" {
			return true
		}
	}
	return false
}

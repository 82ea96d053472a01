package render

import "strings"

// Markdown returns the brève as Markdown. Blocks are those that are named, or all.
func Markdown(o *Object, blocks ...string) string {
	var b strings.Builder
	para := func(s string) {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(s + "\n")
	}
	if len(blocks) == 0 {
		if o.Source.Title != nil {
			para("# " + mdText(clean(o.Source.Title.Text)))
		}
		if s := imprint(o); s != "" {
			para("*" + mdText(s) + "*")
		}
		if o.Lead != nil {
			para("**" + mdText(clean(o.Lead.Text)) + "**")
		}
	}
	for _, x := range o.blocks(blocks) {
		para("## " + headings[x.name])
		switch {
		case len(x.items) == 0:
			para(nothing[x.name])
			continue
		case x.list:
			para(mdText(joined(x)))
			continue
		}
		b.WriteByte('\n')
		for _, i := range x.items {
			line := "- "
			if i.mark.sign != "" {
				line += mdText(i.mark.sign) + " "
			}
			if i.head != "" {
				line += "**" + mdText(i.head) + "**"
				if i.tail != "" {
					line += " — "
				}
			}
			b.WriteString(line + mdText(i.tail) + "\n")
		}
		if x.foot != "" {
			para("*" + mdText(x.foot) + "*")
		}
	}
	return b.String()
}

var mdEscaper = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "|", `\|`, "&", `\&`, "~", `\~`, "#", `\#`, "!", `\!`)

// mdText makes a text mean itself in Markdown.
func mdText(s string) string { return mdEscaper.Replace(s) }

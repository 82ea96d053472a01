package text

import "strings"

// script tells whether a line is code of the page that was pasted with the text: JavaScript, CSS, JSON, tags. It looks at the first bytes of
// the line only, and remembers the braces that are open: "return x;" is code after "function f() {".
func (r *reader) script(s string) bool {
	head := s[:min(len(s), 240)]
	depth := strings.Count(head, "{") - strings.Count(head, "}")
	if len(s) > len(head) && depth != 0 {
		depth = strings.Count(s, "{") - strings.Count(s, "}")
	}
	code := isCode(head)
	if !code && r.open > 0 {
		last := s[len(s)-1]
		code = strings.IndexByte("{}();,[]", last) >= 0 && strings.Count(head, " ") < 12 || depth != 0
		if !code {
			r.open = 0 // prose: the braces never close
			return false
		}
	}
	if code {
		r.open = max(0, r.open+depth)
	}
	return code
}

// The beginnings of lines and the words that only code has.
var (
	codeStarts = []string{"<script", "</script", "<style", "</style", "<!--", "<iframe", "window.", "document.", "var ", "let ", "const ", "function ", "function(", "$(", "jQuery(", "googletag.", "gtag(", "dataLayer", "@media", "@import", "@font-face", "import {", "(function", "!function", "//<![CDATA[", "//]]>", "/*", "*/", "try {", "}"}
	codeWords  = []string{"function(", "function (", "=> {", "document.getElementById", "window.", " = new ", "dataLayer.push", "addEventListener(", "</script>", "{\"", "[{", "!important", "px;", "em;"}
)

// isCode counts the marks of code. French prose has no braces, and no "=" or ";" beside them.
func isCode(s string) bool {
	if strings.IndexByte(s, '{') < 0 && strings.IndexByte(s, '}') < 0 && strings.IndexByte(s, '(') < 0 && strings.IndexByte(s, '<') < 0 && strings.IndexByte(s, '=') < 0 && s[0] != '@' && s[0] != '/' {
		return false
	}
	marks, braces := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{', '}':
			braces++
			marks++
		case '=', ';', '<', '>', '_', '\\', '$', '|', '&':
			marks++
		case '(', ')', '[', ']', '"', '\'', ':', '/':
			if s[i] != '(' || i > 0 && s[i-1] != ' ' {
				marks++
			}
		}
	}
	for _, w := range codeStarts {
		if strings.HasPrefix(s, w) {
			return marks > 0
		}
	}
	if braces > 0 && marks*12 > len(s) {
		return true
	}
	if marks*16 > len(s) {
		for _, w := range codeWords {
			if strings.Contains(s, w) {
				return true
			}
		}
	}
	return s[len(s)-1] == ';' && marks*8 > len(s) && strings.IndexByte(s, '=') > 0
}

package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	const article = "-- text --\nMeta rachète Nubilia à Florence pour 3 M€, a dit Florence Meta.\n« Je pars », dit-elle. Meta gagne 3 M€.\n"
	for _, c := range []struct{ lines, want string }{
		{"-- entities --\norganization Meta\nperson Florence Meta\nlocation Florence", "organization Meta 0; location Florence 23; person Florence Meta 49; organization Meta 87"},
		{"-- entities --\norganization Meta #2", "organization Meta 58"},
		{"-- entities --\norganization|product? [Meta] gagne", "organization Meta 87"},
		{"-- amounts --\nmoney pour [3 M€] = 3000000 EUR at_most", "amount 3 M€ 37 3e+06 EUR at_most"},
		{"-- amounts --\nmoney 3 M€ = 1..2 EUR", "amount 3 M€ 37 1..2 EUR between; amount 3 M€ 98 1..2 EUR between"},
		{"-- quotes --\ndirect Je … pars = Florence Meta", "quote Je pars 66 by Florence Meta"},
		{"-- quotes --\ndirect Je pars = -", "quote Je pars 66 by "},
		{"-- events --\nacquisition reported negated rachète = acquirer: Meta; target: Nubilia + Florence", "event rachète 5 negated reported acquirer=[Meta] target=[Nubilia Florence]"},
		{"-- entities --\nperson Macron", `x.gold:5: "Macron" is not in the article`},
		{"-- entities --\nfirm Meta\n-- roles --\npast Meta | PDG", `x.gold:5: unknown entity type "firm": person, organization, location, product, work, event x.gold:7: unknown status "past": current, former, incoming, acting x.gold:7: "PDG" is not in the article`},
		{"-- amounts --\nmoney 3 M€", `x.gold:5: no value: words = value`},
		{"-- entities --\norganization Nubilia #2", `x.gold:5: "Nubilia" stands only 1 times in the article`},
		{"-- entities --\norganization [Meta] gagne\norganization [Meta] gagne 3", `x.gold:6: "[Meta] gagne 3" stands only inside longer annotations`},
		{"-- faces --\nMeta", `x.gold:5: unknown section "faces"`},
	} {
		a, err := Parse("x.gold", article+c.lines)
		got := describe(a)
		if err != nil {
			got = strings.ReplaceAll(err.Error(), "\n", " ")
		}
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.lines, got, c.want)
		}
	}
}

func describe(a Article) string {
	var out []string
	for _, e := range a.Entities {
		out = append(out, join(e.Type, e.Text, e.Start))
	}
	for _, x := range a.Amounts {
		s := join("amount", x.Text, x.Start)
		if x.Value != nil {
			s = join(s, *x.Value)
		} else if x.Min != nil {
			b, _ := json.Marshal(*x.Min)
			e, _ := json.Marshal(*x.Max)
			s = join(s, string(b)+".."+string(e))
		}
		out = append(out, join(s, x.Currency, x.Modifier))
	}
	for _, q := range a.Quotes {
		out = append(out, join("quote", q.Text, q.Start, "by", *q.Speaker))
	}
	for _, e := range a.Events {
		s := join("event", e.Text, e.Start, e.Polarity, e.Modality)
		for _, r := range []string{"acquirer", "target"} {
			s = join(s, r+"="+fmt.Sprint([]string(e.Roles[r])))
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func join(parts ...any) string {
	var b bytes.Buffer
	for i, p := range parts {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprint(&b, p)
	}
	return b.String()
}

// The articles are of the length of news, every kind of event and amount has examples, and spans are slices of the text.
func TestGold(t *testing.T) {
	articles, err := Load("gold")
	if err != nil {
		t.Fatal(err)
	}
	if len(articles) < 50 {
		t.Errorf("only %d articles", len(articles))
	}
	events, amounts := map[string]int{}, map[string]int{}
	for _, a := range articles {
		if n := len(strings.Fields(a.Text)); n > 600 || n < 200 && !strings.Contains(a.Kind, "flash") {
			t.Errorf("%s has %d words", a.ID, n)
		}
		if a.Published == "" {
			t.Errorf("%s: no day of publication", a.ID)
		}
		for _, e := range a.Events {
			events[e.Type]++
		}
		for _, x := range a.Amounts {
			amounts[x.Kind]++
		}
		text := []rune(a.Text)
		for _, q := range a.Quotes {
			before := string(text[max(0, q.Start-2):q.Start])
			if !strings.ContainsAny(before, "«\"“") || strings.ContainsAny(q.Text, "«»") {
				t.Errorf("%s: the quote %q does not begin at a quotation mark or holds one", a.ID, q.Text)
			}
		}
		end := 0
		for _, e := range a.Entities {
			if e.Start < end || string(text[e.Start:e.End]) != e.Text {
				t.Errorf("%s: %q overlaps another name or is no slice of the text", a.ID, e.Text)
			}
			end = e.End
		}
	}
	for _, k := range goldEvents {
		if events[k] == 0 {
			t.Errorf("no event of the type %s", k)
		}
	}
	for _, k := range goldAmounts {
		if amounts[k] == 0 {
			t.Errorf("no amount of the kind %s", k)
		}
	}
}

// What is written as JSON is read back the same.
func TestJSONL(t *testing.T) {
	articles, err := Load("gold")
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	if err := WriteJSONL(&first, articles); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "gold.jsonl")
	if err := os.WriteFile(path, first.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	back, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteJSONL(&second, back); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the articles changed on the way through JSON")
	}
	if !slices.Equal(back[0].Layers, layers) {
		t.Errorf("layers %v", back[0].Layers)
	}
}

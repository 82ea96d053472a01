package main

import (
	"slices"
	"strings"
)

// The tags of form.tsv; lexicon/lists/README.md explains them to readers of the list.
var (
	moods  = map[string]string{"ipre": "ip", "iimp": "ii", "ipsi": "is", "ifut": "if", "cond": "cp", "spre": "sp", "simp": "si", "impe": "mp"}
	closed = map[string]string{ // parts of speech with neither gender nor number
		"adv": "adv", "negadv": "adv", "advint": "adv", "loc.adv": "adv", "prep": "pre", "prepv": "pre", "preploc": "pre", "loc.prep": "pre",
		"cj": "con", "cjsub": "con", "cjco": "con", "loc.cj": "con", "interj": "int", "loc.interj": "int", "nb": "num",
		"loc.adj": "loc", "loc.nom": "loc", "loc.verb": "loc",
	}
	open = map[string]string{ // parts of speech with gender and number
		"nom": "n", "adj": "a", "titr": "tit.", "det": "det.", "detpos": "det.", "detind": "det.", "detdem": "det.", "detneg": "det.",
		"propersuj": "pro.", "properobj": "pro.", "prodem": "pro.", "proind": "pro.", "prorel": "pro.", "proint": "pro.", "proneg": "pro.", "proadv": "pro.",
	}
	genders = map[string]string{"mas": "m", "fem": "f", "epi": "e"}
	numbers = map[string]string{"sg": "s", "pl": "p", "inv": "i"}
)

// tags turns the fields of dictionary and affix into tags: "po:nom is:fem is:pl" is "nfp", "po:ipre po:spre po:1sg po:3sg" is
// "v.ip13s" and "v.sp13s". Forms that only stand before their subject ("aimè-je") get none.
func tags(fields []string) []string {
	var out []string
	var gender, number, sg, pl string
	verb, inverted := false, false
	for _, f := range fields {
		_, v, _ := strings.Cut(f, ":")
		if g := genders[v]; g != "" && gender == "" {
			gender = g
		}
		if n := numbers[v]; n != "" && number == "" {
			number = n
		}
		switch v {
		case "1sg", "2sg", "3sg":
			sg += v[:1]
		case "1pl", "2pl", "3pl":
			pl += v[:1]
		case "3pl!":
			pl += "3"
		case "1isg":
			inverted = true
		}
		if strings.HasPrefix(f, "po:v") && len(v) > 1 && v[1] >= '0' && v[1] <= '9' {
			verb = true
		}
	}
	if gender == "" { // "que", "mieux"
		gender = "e"
	}
	if number == "" { // "mégaflops"
		number = "i"
	}
	add := func(t string) {
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	for _, f := range fields {
		k, v, _ := strings.Cut(f, ":")
		if k != "po" && k != "is" {
			continue
		}
		switch {
		case verb && v == "infi":
			add("v.inf")
		case verb && v == "ppre":
			add("v.ppr")
		case verb && v == "ppas":
			add("v.pp." + gender + number)
		case verb && moods[v] != "":
			if sg != "" && !inverted {
				add("v." + moods[v] + sg + "s")
			}
			if pl != "" {
				add("v." + moods[v] + pl + "p")
			}
		case k == "po" && closed[v] != "":
			add(closed[v])
		case k == "po" && open[v] != "":
			add(open[v] + gender + number)
		}
	}
	return out
}

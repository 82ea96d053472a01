package main

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// order puts a command line into the order that the cli package wants: verb, flags, "--", file names. So flags may stand anywhere, and the verb may be left
// out: "breve article.txt --words 60". What follows "--" is never a flag.
func order(app *cli.App, args []string) ([]string, error) {
	if len(args) == 0 {
		return []string{"breve"}, nil
	}
	out := args[:1:1]
	command, rest := verbOf(app, args[1:])
	if command == nil {
		if only(rest, "--help", "-h", "help") {
			return append(out, "--help"), nil
		}
		if only(rest, "--version", "-v") {
			return append(out, "version"), nil
		}
		if err := misspelt(app, rest); err != nil {
			return nil, err
		}
		command = app.Command("summary")
	}
	out = append(out, command.Name)
	flags, names := permute(command, rest)
	if len(command.Subcommands) > 0 && len(names) > 0 {
		sub := find(command.Subcommands, names[0])
		if sub == nil {
			return nil, noSuch(command.Name+" has no", names[0], namesOf(command.Subcommands))
		}
		out = append(out, sub.Name)
		flags, names = permute(sub, without(rest, names[0]))
	}
	out = append(out, flags...)
	if len(names) > 0 {
		out = append(append(out, "--"), names...)
	}
	return out, nil
}

// verbOf finds the verb: the first word that is no flag and no value of one, where it names a verb. "help json" means "json --help".
func verbOf(app *cli.App, args []string) (*cli.Command, []string) {
	for i := 0; i < len(args); i++ {
		switch a := args[i]; {
		case a == "--":
			return nil, args
		case isFlag(a):
			if takesValue(app.Command("summary"), a) {
				i++
			}
		default:
			if a == "help" && i+1 < len(args) {
				if c := app.Command(args[i+1]); c != nil {
					return c, []string{"--help"}
				}
			}
			c := app.Command(a)
			if c == nil {
				return nil, args
			}
			return c, slices.Concat(args[:i], args[i+1:])
		}
	}
	return nil, args
}

// permute parts the flags (with their values) of a command line from the names.
func permute(c *cli.Command, args []string) (flags, names []string) {
	for i := 0; i < len(args); i++ {
		a := args[i]
		switch {
		case a == "--":
			return flags, append(names, args[i+1:]...)
		case !isFlag(a):
			names = append(names, a)
		default:
			flags = append(flags, a)
			if takesValue(c, a) && i+1 < len(args) {
				i++
				flags = append(flags, args[i])
			}
		}
	}
	return flags, names
}

func isFlag(a string) bool { return len(a) > 1 && a[0] == '-' }

// takesValue tells whether a flag of a command is followed by its value: "--words 60", not "--words=60" and not "--quiet".
func takesValue(c *cli.Command, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	if strings.Contains(name, "=") {
		return false
	}
	flags := c.Flags
	for _, s := range c.Subcommands {
		flags = append(flags[:len(flags):len(flags)], s.Flags...)
	}
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			d, ok := f.(cli.DocGenerationFlag)
			return ok && d.TakesValue()
		}
	}
	return false
}

// misspelt tells whether the first name is a verb with a slip rather than a file.
func misspelt(app *cli.App, args []string) error {
	_, names := permute(app.Command("summary"), args)
	if len(names) == 0 || slices.Contains(args, "--") || names[0] == "-" || strings.ContainsAny(names[0], "./\\") {
		return nil
	}
	if _, err := os.Stat(names[0]); err == nil {
		return nil
	}
	if near(names[0], namesOf(app.Commands)) == "" && len(names) > 1 {
		return nil
	}
	return noSuch("no file and no verb is called", names[0], namesOf(app.Commands))
}

func noSuch(what, word string, known []string) error {
	if s := near(word, known); s != "" {
		return usage("%s %q: did you mean %q?", what, word, s)
	}
	return usage("%s %q: choose one of %s", what, word, strings.Join(known, ", "))
}

var unknownFlag = regexp.MustCompile(`^flag provided but not defined: -+(.*)$`)

// misused makes one line of a mistake in the flags, with the flag that may have been meant.
func misused(c *cli.Context, err error, _ bool) error {
	m := unknownFlag.FindStringSubmatch(err.Error())
	if m == nil {
		return &failure{exitUsage, fmt.Errorf("%w: \"breve %s --help\" lists the flags", err, c.Command.Name)}
	}
	var known []string
	for _, f := range c.Command.Flags {
		known = append(known, f.Names()...)
	}
	if s := near(m[1], known); s != "" {
		return &failure{exitUsage, fmt.Errorf("%s has no flag --%s: did you mean --%s?", c.Command.Name, m[1], s)}
	}
	return &failure{exitUsage, errors.New(c.Command.Name + " has no flag --" + m[1] + ": \"breve " + c.Command.Name + " --help\" lists the flags")}
}

// near returns the word that differs least, where it differs by a slip or two.
func near(word string, known []string) string {
	best, slips := "", 3
	if len(word) < 5 {
		slips = 2
	}
	for _, k := range known {
		if n := distance(strings.ToLower(word), k); n < slips && n < len(k) {
			best, slips = k, n
		}
	}
	return best
}

// distance counts the letters to add, to drop, to change or to swap between two words.
func distance(a, b string) int {
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur, prev, before := rows[(i+1)%3], rows[i%3], rows[(i+2)%3]
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			change := prev[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
		}
	}
	return rows[(len(a)+1)%3][len(b)]
}

func only(args []string, words ...string) bool {
	return len(args) == 1 && slices.Contains(words, args[0])
}

func namesOf(commands []*cli.Command) []string {
	var out []string
	for _, c := range commands {
		out = append(out, c.Name)
	}
	return out
}

func find(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.Name == name {
			return c
		}
	}
	return nil
}

func without(args []string, name string) []string {
	i := slices.Index(args, name)
	return slices.Concat(args[:i], args[i+1:])
}

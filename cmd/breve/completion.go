package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

func completionVerb(w world) *cli.Command {
	return &cli.Command{
		Name: "completion", Usage: "completion for bash, zsh or fish", ArgsUsage: "bash|zsh|fish",
		Description: "bash:  source <(breve completion bash)\nzsh:   source <(breve completion zsh)\nfish:  breve completion fish | source",
		Action:      func(c *cli.Context) error { return complete(c, w) },
	}
}

// complete writes a script for a shell: verbs first, then the flags of the verb and file names.
func complete(c *cli.Context, w world) error {
	shells := []string{"bash", "zsh", "fish"}
	shell := c.Args().First()
	switch shell {
	case "fish":
		script, err := c.App.ToFishCompletion()
		if err != nil {
			return &failure{exitNothing, err}
		}
		fmt.Fprint(w.out, script)
		return nil
	case "bash", "zsh":
	case "":
		return usage("completion wants a shell: bash, zsh or fish")
	default:
		return noSuch("there is no completion for", shell, shells)
	}
	var b strings.Builder
	if shell == "zsh" {
		b.WriteString("autoload -Uz bashcompinit && bashcompinit\n")
	}
	b.WriteString("_breve() {\n  local cur=${COMP_WORDS[COMP_CWORD]} words\n  case ${COMP_WORDS[1]} in\n")
	for _, x := range c.App.Commands {
		fmt.Fprintf(&b, "    %s) words=%q ;;\n", x.Name, strings.Join(append(flagsOf(x), namesOf(x.Subcommands)...), " "))
	}
	fmt.Fprintf(&b, "    *) words=%q ;;\n  esac\n", strings.Join(append(namesOf(c.App.Commands), flagsOf(c.App.Command("summary"))...), " "))
	b.WriteString("  if [ \"$COMP_CWORD\" -eq 1 ]; then words=\"" + strings.Join(namesOf(c.App.Commands), " ") + "\"; fi\n")
	b.WriteString("  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\") $(compgen -f -- \"$cur\"))\n}\ncomplete -o filenames -F _breve breve\n")
	fmt.Fprint(w.out, b.String())
	return nil
}

func flagsOf(c *cli.Command) []string {
	var out []string
	for _, f := range c.Flags {
		out = append(out, "--"+f.Names()[0])
	}
	return out
}

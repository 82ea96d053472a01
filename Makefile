.PHONY: all build test check lexicon schema readme bench fuzz

all: build test

build:            # the program, into dist/
	go build -trimpath -ldflags='-s -w' -o dist/breve ./cmd/breve

test:
	go test ./...

check:            # what the checks of a change run
	.ci/run

lexicon:          # compile the class files into the table that is built in
	go run ./lexicon/build

schema:           # render/schema.json from the types
	go test ./render -run Schema -update

readme:           # the output that README.md shows
	go test ./cmd/breve -run ReadmeOutput -update

bench:
	go test -run '^$$' -bench . -benchmem ./extract/... ./render

fuzz:
	go test ./extract/text -run '^$$' -fuzz . -fuzztime 20s

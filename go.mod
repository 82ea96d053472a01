module github.com/breve-nlp/breve

go 1.26

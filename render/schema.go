package render

import _ "embed"

// Schema is the JSON Schema of the contract object. A test makes it from the types: go test ./render -run Schema -update
//
//go:embed schema.json
var Schema []byte

package render_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"testing"

	"github.com/invopop/jsonschema"
	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/breve-nlp/breve/render"
)

var update = flag.Bool("update", false, "write the files that these tests compare with")

// generated makes the schema from the types and their comments.
func generated(t *testing.T) []byte {
	t.Helper()
	r := jsonschema.Reflector{ExpandedStruct: true, BaseSchemaID: "https://github.com/breve-nlp/breve/render"}
	r.Mapper = func(t reflect.Type) *jsonschema.Schema {
		if t != reflect.TypeFor[render.Span]() {
			return nil
		}
		two, zero := uint64(2), json.Number("0")
		return &jsonschema.Schema{
			Type: "array", Items: &jsonschema.Schema{Type: "integer", Minimum: zero}, MinItems: &two, MaxItems: &two,
			Description: "Half-open pair of Unicode code points of the decoded text.",
		}
	}
	if err := r.AddGoComments("github.com/breve-nlp/breve/render", "."); err != nil {
		t.Fatal(err)
	}
	b, err := json.MarshalIndent(r.Reflect(&render.Object{}), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(b, '\n')
}

func TestSchemaIsFresh(t *testing.T) {
	want := generated(t)
	if *update {
		if err := os.WriteFile("schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(want, render.Schema) {
		t.Error("render/schema.json is not what the types say: go test ./render -run Schema -update")
	}
}

// validate checks bytes against the shipped schema.
func validate(t *testing.T, what string, object []byte) {
	t.Helper()
	parsed, err := validator.UnmarshalJSON(bytes.NewReader(render.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := validator.NewCompiler()
	if err := c.AddResource("breve.json", parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("breve.json")
	if err != nil {
		t.Fatal(err)
	}
	instance, err := validator.UnmarshalJSON(bytes.NewReader(object))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(instance); err != nil {
		t.Errorf("%s: %v", what, err)
	}
}

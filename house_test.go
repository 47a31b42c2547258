// Package muster_test holds the rules of the house: what a package may import,
// and that each says what it is for.
package muster_test

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed lists what a package of the house may import of the house, and why
// not more. Data flows one way: documents, claims, ledger, findings, pages.
var allowed = map[string]struct {
	imports []string
	reason  string
}{
	"muster/interval":            {nil, "exact numbers are below everything"},
	"muster/interval/formula":    {[]string{"interval"}, "an expression knows amounts and units, and nothing of who told them"},
	"muster/language":            {[]string{"language/perceptron"}, "words and sentences know nothing of figures"},
	"muster/language/perceptron": {nil, "a linear model knows nothing of words"},
	"muster/language/train":      {[]string{"language", "language/perceptron"}, "training makes the weights of language and nothing else"},
	"muster/documents":           {nil, "a format reader gives text; what the text says is for claims"},
	"muster/proof":               {nil, "a stranger checks proofs with this package alone"},
	"muster/ledger":              {[]string{"proof"}, "a ledger that knows no domain type can be trusted by all of them"},
	"muster/ledger/tables":       {[]string{"ledger"}, "what all stores read alike"},
	"muster/ledger/sqlite":       {[]string{"ledger", "ledger/tables"}, "a store stores"},
	"muster/ledger/postgres":     {[]string{"ledger", "ledger/tables"}, "a store stores"},
	"muster/ledger/ledgertest":   {[]string{"ledger", "proof"}, "one suite for every store"},
	"muster/ledger/witness":      {[]string{"ledger", "proof"}, "a witness sees checkpoints and proofs, never what they are about"},

	"muster/ledger/postgres/postgrestest": {nil, "a server for tests knows nothing of what is stored in it"},
	"muster/claims":                       {[]string{"interval", "language", "documents"}, "reading a text needs no record of earlier texts"},
	"muster/counts":                       {[]string{"counts/table", "interval"}, "counts come from files, never from claims"},
	"muster/counts/table":                 {nil, "rows of a file, whatever its format; what columns mean is for counts"},
	"muster/counts/synthetic":             {nil, "invented rows know nothing of how they are read"},
	"muster/counts/synthetic/generate":    {[]string{"counts/synthetic"}, "a command that writes files of invented rows"},
	"muster/dossier":                      {[]string{"claims", "counts", "documents", "interval", "interval/formula", "language", "ledger", "ledger/postgres", "ledger/sqlite", "ledger/witness", "proof"}, "the one way in; what follows from the record is not its business"},
	"muster/origins":                      {[]string{"claims", "counts", "documents", "dossier", "interval", "language"}, "tracing looks at the record and changes nothing"},
	"muster/origins/origintest":           {[]string{"claims", "counts", "documents", "dossier", "interval"}, "states built by hand for the tests of origins and findings"},
	"muster/findings/edits":               {[]string{"interval"}, "edits tie amounts together and know nothing of who told them"},
	"muster/findings/script":              {[]string{"claims", "counts", "documents", "dossier", "findings", "interval", "interval/formula", "origins"}, "a test language drives the rules and is driven by none"},
	"muster/findings":                     {[]string{"claims", "counts", "documents", "dossier", "findings/edits", "interval", "interval/formula", "language", "origins"}, "a finding looks at the record and changes nothing"},
	"muster/pages":                        {[]string{"claims", "counts", "documents", "dossier", "findings", "interval", "language", "origins", "pages/drawing", "pages/verify", "proof", "signin"}, "pages show what the others found; they decide nothing"},
	"muster/signin":                       {nil, "who may come in knows nothing of what is inside"},
	"muster/pages/drawing":                {nil, "marks on a plane, and nothing of what they stand for"},
	"muster/pages/verify":                 {nil, "a program to hand out, and nothing of what it checks"},
	"muster/cmd/muster-verify":            {[]string{"proof"}, "who checks the record must not have to trust the rest of Muster"},
	"muster/cmd/muster":                   {[]string{"claims", "counts", "counts/table", "documents", "dossier", "findings", "findings/script", "interval", "language", "ledger", "ledger/witness", "origins", "pages", "proof", "signin"}, "the command line calls all rooms and is called by none"},
}

type listed struct {
	ImportPath, Doc string
	Imports         []string
	GoFiles         []string
}

func house(t *testing.T) []listed {
	t.Helper()
	command := exec.Command("go", "list", "-json=ImportPath,Doc,Imports,GoFiles", "./...")
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	decoder := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p listed
		if err := decoder.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestImportsGoOneWay(t *testing.T) {
	for _, p := range house(t) {
		if len(p.GoFiles) == 0 {
			continue
		}
		rule, ok := allowed[p.ImportPath]
		if !ok {
			t.Errorf("%s is not in the house: say in house_test.go what it may import, and why", p.ImportPath)
			continue
		}
		for _, i := range p.Imports {
			name, ours := strings.CutPrefix(i, "muster/")
			if ours && !slices.Contains(rule.imports, name) {
				t.Errorf("%s imports %s, and may not: %s", p.ImportPath, i, rule.reason)
			}
		}
	}
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	for _, p := range house(t) {
		if len(p.GoFiles) > 0 && p.Doc == "" {
			t.Errorf("%s has no package comment: say in one sentence what it is for", p.ImportPath)
		}
	}
}

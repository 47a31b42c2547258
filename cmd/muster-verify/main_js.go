//go:build js

// In a browser, muster-verify is a function for the published pages:
//
//	musterVerify(key, file) → { verified, sentences, body }
//
// key is the log's verifier key, file the text of a .tlog-proof. body is what
// was recorded, "" when it is withheld or nothing was verified.
package main

import (
	"syscall/js"

	"muster/proof"
)

func main() {
	js.Global().Set("musterVerify", js.FuncOf(func(_ js.Value, arguments []js.Value) any {
		key, file := arguments[0].String(), arguments[1].String()
		var sentences []any
		v := proof.Verifier{Key: key, Tell: func(sentence string) { sentences = append(sentences, sentence) }}
		p, err := v.File([]byte(file))
		if err != nil {
			return map[string]any{"verified": false, "sentences": []any{err.Error()}, "body": ""}
		}
		return map[string]any{"verified": true, "sentences": sentences, "body": string(p.Body)}
	}))
	select {} // the function stays until the page goes
}

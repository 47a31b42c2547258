// Package verify holds muster-verify as WebAssembly, with which a reader checks
// a number inside the page that shows it. Program and glue are what the Go
// release in go.txt makes of cmd/muster-verify, to the byte; the test makes them
// again and compares, and writes them anew with -update.
package verify

import "embed"

// Files holds, by name, all that Names returns.
//
//go:embed muster-verify.wasm.gz wasm_exec.js verify.js
var Files embed.FS

// Names returns the files that pages refer to, under verify/.
func Names() []string { return []string{"muster-verify.wasm.gz", "wasm_exec.js", "verify.js"} }

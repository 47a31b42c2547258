package proof_test

import (
	"crypto/sha256"
	"fmt"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// A key for this example; a real signing key is kept secret.
const (
	exampleKey      = "PRIVATE+KEY+example.org/operation+48609a53+AQcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH"
	exampleVerifier = "example.org/operation+48609a53+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs"
)

// A log of three leaves: its checkpoint, and the proof that one leaf is in it.
func Example() {
	body := []byte(`{"nonce":"000102030405060708090a0b0c0d0e0f","content":{"value":5000}}`)
	var tree proof.Tree
	var lines []string
	for i, subject := range []string{"f1", "f2", "f3"} {
		leaf := proof.Leaf{
			Kind: "figure", Subject: subject, Version: 1, Author: "curator:ann",
			Time:   time.Date(2025, 6, 3, 9, 12, i, 0, time.UTC),
			Digest: sha256.Sum256(body),
		}
		lines = append(lines, leaf.String())
		if err := tree.Append(leaf.Hash()); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Print(lines[1])

	root, err := tree.Root(3)
	if err != nil {
		fmt.Println(err)
	}
	signer, err := note.NewSigner(exampleKey)
	if err != nil {
		fmt.Println(err)
	}
	checkpoint, err := proof.Checkpoint{Origin: signer.Name(), Size: 3, Root: root}.Sign(signer)
	if err != nil {
		fmt.Println(err)
	}
	hashes, err := tlog.ProveRecord(3, 1, &tree)
	if err != nil {
		fmt.Println(err)
	}
	file := proof.Proof{Line: lines[1], Body: body, Index: 1, Hashes: hashes, Checkpoint: checkpoint}.Format()
	fmt.Printf("\n%s\n", file)

	read, err := proof.Parse(file)
	if err != nil {
		fmt.Println(err)
	}
	verified, err := read.Verify(exampleVerifier)
	fmt.Println(verified.Leaf.Kind, verified.Leaf.Subject, "is entry", read.Index, "of", verified.Checkpoint.Size, err)
	// Output:
	// muster/v1 figure f2 1 2025-06-03T09:12:01Z curator:ann sha256:9f1587168edeb741349faea9dc2353f7a616b9c65d684028478145d765451801
	//
	// c2sp.org/tlog-proof@v1
	// extra bXVzdGVyL3YxIGZpZ3VyZSBmMiAxIDIwMjUtMDYtMDNUMDk6MTI6MDFaIGN1cmF0b3I6YW5uIHNoYTI1Njo5ZjE1ODcxNjhlZGViNzQxMzQ5ZmFlYTlkYzIzNTNmN2E2MTZiOWM2NWQ2ODQwMjg0NzgxNDVkNzY1NDUxODAxCnsibm9uY2UiOiIwMDAxMDIwMzA0MDUwNjA3MDgwOTBhMGIwYzBkMGUwZiIsImNvbnRlbnQiOnsidmFsdWUiOjUwMDB9fQ==
	// index 1
	// j6DKwCDG13mXeX6hj5Wy9szlverRsmgAiF0NZUaKnMQ=
	// KLzClxMI7yiQjfCzOhBIyilw9WIi24aRq29kaQ5HaIg=
	//
	// example.org/operation
	// 3
	// ZMOm5ZnDpMLpDd5t5c08Z7Afd70t1cfES3zT7VaaOwM=
	//
	// — example.org/operation SGCaUzUz9HgGAOAtdWUul03s2WcU44AQbyY7EI06FqmvNwZJtHTrGbbsfLbFu6cAKXaXPR23PgGwQ+NAr8NOLNyWCgc=
	//
	// figure f2 is entry 1 of 3 <nil>
}

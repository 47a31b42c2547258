// Package proof holds the formats by which a stranger can check a ledger:
// leaves, checkpoints, tiles, and proofs. It reads and writes bytes only; it
// opens no files and no connections, and it knows nothing of figures.
//
// # Leaf
//
// Each entry of the ledger is one line of text, which commits to a body by its
// SHA-256. The line is what the Merkle tree of RFC 6962 holds, so a body may be
// withheld and every proof still stands:
//
//	muster/v1 figure f17 2 2025-06-03T09:12:04Z curator:ann sha256:6f1c…
//
// that is: format, kind, subject, version of the subject (counted from 1), time
// in UTC, author, digest of the body's exact bytes.
//
// # Checkpoint
//
// A checkpoint (https://c2sp.org/tlog-checkpoint) states the size and the root
// of the tree. It is a signed note (https://c2sp.org/signed-note) with the
// log's Ed25519 signature, whose key name is the origin:
//
//	muster/operation-at-large/5f0c3a91e2d4
//	41
//	CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
//
//	— muster/operation-at-large/5f0c3a91e2d4 Az3grlgtzPICa5OS8npVmf1M…
//
// # Tiles
//
// Hashes and leaves are published as static files (https://c2sp.org/tlog-tiles):
// tile/<level>/<number>[.p/<width>] for hashes, 256 in a full tile, and
// tile/entries/<number>[.p/<width>] for bundles of leaves, each leaf after its
// length as a big-endian uint16.
//
// # Proof
//
// A proof file (https://c2sp.org/tlog-proof, extension .tlog-proof) shows that
// one leaf is in the tree of one checkpoint:
//
//	c2sp.org/tlog-proof@v1
//	extra bXVzdGVyL3YxIGZpZ3VyZSBmMTcgMi…
//	index 17
//	gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
//
//	muster/operation-at-large/5f0c3a91e2d4
//	41
//	…
//
// The extra data is the leaf's line followed by the body's exact bytes; nothing
// follows the line when the body is withheld. Nothing in it is trusted: the line
// has to hash to a leaf of the tree, and the body to the digest in the line.
//
// A proof shows when the ledger said what, not that the figure is true.
package proof

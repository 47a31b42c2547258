package ledger

import (
	"testing"
)

// FuzzParseKeys reads lists of earlier keys: what is taken is taken in one form.
func FuzzParseKeys(f *testing.F) {
	f.Add("41 example.org/operation+48609a53+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs\n")
	f.Add("041 example.org/operation+48609a53+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs\n")
	f.Add("41 example.org/operation+48609a53+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs")
	f.Fuzz(func(t *testing.T, text string) {
		keys, err := parseKeys(text)
		if err == nil && formatKeys(keys) != text {
			t.Errorf("%q becomes %q", text, formatKeys(keys))
		}
	})
}

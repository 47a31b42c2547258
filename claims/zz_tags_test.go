package claims

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestZZTags(t *testing.T) {
	b, err := os.ReadFile(os.Getenv("ZZTEXT"))
	if err != nil {
		t.Skip()
	}
	r := newTestReader(t)
	for _, s := range r.model.Sentences(string(b)) {
		var o []string
		for _, w := range s.Words {
			o = append(o, w.In(string(b))+"/"+string(w.Tag))
		}
		fmt.Println(strings.Join(o, " "))
	}
}

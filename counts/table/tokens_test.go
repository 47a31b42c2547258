package table

import "testing"

func TestCutTag(t *testing.T) {
	for text, want := range map[string]string{
		`<c r="A1">x`: `c| r="A1"`, `<c r="A1"/>x`: `c| r="A1"`, `<v>`: `v|`, `</x:c >`: `c| `, `<c a=">" b="x">y`: `c| a=">" b="x"`,
		`<c a='x">' b="z">y`: `c| a='x">' b="z"`, `<c a="x='>" b="">`: `c| a="x='>" b=""`, `<c a= ">">`: `c| a= ">"`, `<c a="1>2">`: `c| a="1>2"`, `<c a="`: "", `<c a="x>`: "",
	} {
		tag, used := cutTag([]byte(text))
		got := ""
		if used > 0 {
			got = string(tag.name) + "|" + string(tag.rest)
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

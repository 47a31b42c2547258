package claims

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"muster/documents"
)

func TestZZDump(t *testing.T) {
	f, err := os.Open(os.Getenv("ZZIN"))
	if err != nil {
		t.Skip()
	}
	out, _ := os.Create(os.Getenv("ZZOUT"))
	defer out.Close()
	r := newTestReader(t)
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<25)
	for s.Scan() {
		var d struct{ ID, Text, Title, Publisher, Published string }
		json.Unmarshal(s.Bytes(), &d)
		doc := documents.Document{ID: d.ID, Text: d.Text, Title: d.Title, Publisher: d.Publisher, Published: d.Published}
		sentences := r.look(doc.Text, r.model.Sentences(doc.Text))
		tm := r.statementsOf(doc, sentences)
		for _, st := range tm.inOrder() {
			if st.view() && tm.within(st) || st.speech == "" && st.unreal() {
				continue
			}
			if len(st.content) == 0 && len(st.beyond) == 0 || st.class == holding && len(st.hops) > 0 && st.hops[len(st.hops)-1].Kind != DocumentHop && !st.callsFor() {
				continue
			}
			cue, _ := st.shown()
			if cue.empty() {
				continue
			}
			sp := tm.span(st.line.bytes(cue))
			kind := ""
			if len(st.hops) > 0 {
				kind = string(st.hops[len(st.hops)-1].Kind)
			}
			srcTag, src := "", ""
			if !st.source.empty() {
				srcTag = string(st.line.words[min(st.core, len(st.line.words))-1].Tag)
				src = tm.span(st.line.bytes(st.source)).Exact
			}
			out.WriteString(fmt.Sprintf("%s\t%d\t%d\t%s\tclass=%s\taside=%v\tpassive=%v\tneg=%v\ttrail=%v\tlemma=%s\tverbtag=%s\tkind=%s\tsrctag=%s\twithin=%v\tunreal=%v\tspeech=%s\tsrc=%s\n", d.ID, sp.Start, sp.End, sp.Exact, st.class, st.aside, st.passive, st.negated, st.trailing, st.lemma, st.line.words[cue.to-1].Tag, kind, srcTag, tm.within(st), st.unreal(), st.speech, src))
		}
	}
}

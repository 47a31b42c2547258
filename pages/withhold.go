package pages

import (
	"errors"
	"strconv"
	"strings"

	"muster/dossier"
)

// withholding is the form that withholds a document, a reply or an entry.
type withholding struct {
	Address string    // that it is sent to, from the dossier's own page on
	Curator signature // empty where nothing can be withheld
	Open    bool      // nothing can be withheld where it is false
	Choices []term    // what may be withheld here
	Chosen  string
	Reason  string
	By      string
	Problem string
}

// withholdDocument offers a document.
func withholdDocument(q *request, doc *dossier.Document) withholding {
	return newWithholding(q, "document/"+doc.ID+"/withhold/", documentTerm(doc))
}

func documentTerm(doc *dossier.Document) term {
	return term{Code: doc.ID, Name: "document " + doc.ID + ", with all that it says"}
}

// withholdFigure offers what stands on a figure's page: its document, for what
// the figure says stands there too, its replies, and what people decided on it.
func withholdFigure(q *request, t *telling) withholding {
	choices := []term{documentTerm(t.Doc)}
	for _, r := range t.Replies {
		choices = append(choices, term{Code: r.ID, Name: "the reply by " + r.Office + ", entry " + strconv.FormatInt(r.Entry, 10)})
	}
	for _, e := range t.History {
		if e.Action != dossier.Propose {
			choices = append(choices, term{Code: strconv.FormatInt(e.Entry, 10), Name: "what was decided by entry " + strconv.FormatInt(e.Entry, 10)})
		}
	}
	return newWithholding(q, "figure/"+t.ID+"/withhold/", choices...)
}

func newWithholding(q *request, address string, choices ...term) withholding {
	get := func(name string) string { return strings.TrimSpace(q.PostFormValue(name)) }
	w := withholding{Address: address, Open: q.decidable(), Choices: choices, Chosen: get("what"), Reason: get("withhold-reason"), By: get("withhold-by")}
	if w.Open {
		w.Curator = q.curator()
	}
	return w
}

// documentWithhold withholds a document from its page.
func (s *site) documentWithhold(q *request) (answer, error) {
	doc := q.view.state.Document(q.PathValue("id"))
	if doc == nil {
		return s.documentPage(q)
	}
	w := withholdDocument(q, doc)
	if done, err := s.withhold(q, &w); err != nil || done {
		return answer{to: q.frame.Root + "document/" + doc.ID + "/"}, err
	}
	return s.documentAnswer(q, doc, w)
}

// figureWithhold withholds from the page of a figure.
func (s *site) figureWithhold(q *request) (answer, error) {
	t, err := q.figure()
	if err != nil {
		return answer{}, err
	}
	w := withholdFigure(q, t)
	if done, err := s.withhold(q, &w); err != nil || done {
		return answer{to: q.frame.Root + "figure/" + t.ID + "/"}, err
	}
	f := newForm(q, t)
	f.Withhold = &w
	a, err := s.figureAnswer(q, t, f)
	a.status = 422
	return a, err
}

// withhold does what a form asks for; done is false when the form says what is
// wrong.
func (s *site) withhold(q *request, w *withholding) (done bool, err error) {
	if !q.decidable() {
		return false, errReadOnly()
	}
	offered := false
	for _, choice := range w.Choices {
		offered = offered || choice.Code == w.Chosen
	}
	switch {
	case !offered:
		w.Problem = "Choose what is to be withheld. Nothing was withheld."
		return false, nil
	case q.PostFormValue("sure") == "":
		w.Problem = "It cannot be undone, so it has to be confirmed. Nothing was withheld."
		return false, nil
	}
	report, err := s.source.Withhold(q.Context(), dossier.Withholding{What: w.Chosen, Reason: w.Reason, Authority: w.By, Curator: w.Curator.Name})
	if errors.Is(err, dossier.ErrDecision) {
		w.Problem = sentence(err)
		return false, nil
	}
	s.forget()
	if err != nil && report.Added > 0 { // it is withheld; only the store's file is to be cleaned
		return false, problem{409, "It is withheld. " + sentence(err)}
	}
	if err != nil {
		return false, err
	}
	q.keepCurator(w.Curator.Name)
	return true, nil
}

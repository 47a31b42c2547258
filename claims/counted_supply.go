package claims

import (
	"strings"

	"muster/interval"
)

// supplyCounted finds what is counted where it is left out beside the number:
// "2,000 from one agency and 500 from another", "raise arrests to 3,000".
func (s *scan) supplyCounted(here []*found, document *quantityContext) {
	for i, f := range here {
		if f.countedText == "dozen" {
			f.countedText = "" // "a couple of dozen"
		}
		switch {
		case f.kind != "":
		case f.conversionOf && i > 0:
			f.countedText = here[i-1].countedText
		case f.unit.kind == moneyUnit && f.countedText == "" && s.purpose(f.end+1) != "":
			f.countedText = s.purpose(f.end + 1)
		case f.unit.name != "" && f.countedText == "" && !f.multiple && !s.joinedNoun(f).empty():
			f.countedText = s.phraseText(s.joinedNoun(f))
		case f.unit.kind == measureUnit && f.countedText == "" && i+1 < len(here) && s.at(f.end+1).is("of") && here[i+1].first == f.end+2 && here[i+1].unit.name == "percent":
			f.countedText = here[i+1].countedText // "50 ml of 30% sulphuric acid"
		case f.unit.kind == moneyUnit && f.countedText == "":
			f.countedText = s.countedFor(f)
			if p := i - 1; f.countedText == "" && p >= 0 && here[p].unit == f.unit && !s.before(f.first, "to", "from") {
				f.countedText = here[p].countedText // "will spend $3 million on fences and has released $1 million"
			}
		case f.unit.kind != "" && f.unit.name != "percent":
		case f.multiple:
			if f.countedText = s.multipleOf(here, i, document); f.countedText == "" {
				s.countBase(f)
			}
		case f.unit.name == "share" || f.unit.name == "percent":
			if f.countedText == "" && i+1 < len(here) && s.at(f.end+1).is("of") && here[i+1].first <= f.end+6 {
				f.countedText = here[i+1].countedText // "60% of the 5,000 troops"
			} else if those := s.thoseWho(f); those != "" {
				f.countedText = those
			} else if f.countedText == "" && s.at(f.end+1).is("as") && s.at(f.end+2).is("many", "much") {
				f.countedText = s.multipleOf(here, i, document)
			} else if f.countedText == "" && s.pointsBack(f) {
				f.countedText = document.counted
			} else if f.countedText == "" && s.told(f.quantity) != "" {
				f.countedText = s.changed(f)
			}
		case f.countedText == "" && !s.toldAs(f).empty():
			f.countedText = s.phraseText(s.toldAs(f))
		case f.countedText == "" && s.words.in("fates", s.at(f.end+1).lower):
			if i > 0 && here[i-1].unit.name == "" && s.countsPersons(here[i-1]) && s.at(f.end+1).is("killed", "injured", "wounded", "dead", "missing", "displaced", "homeless", "hurt") {
				f.countedText = here[i-1].countedText // "three miners were killed and five injured"
			} else if f.countedText = s.fate(f); f.countedText == "" {
				f.countedText = s.elided(here, i, document)
			}
		case f.unit.name == "" && f.countedText == "" && s.before(f.first, "population"):
			f.countedText = "population" // "Dorn, population 41,000"
		case s.tellsMoney(f):
			if p := i - 1; f.countedText == "" && p >= 0 && here[p].amount.scale.Cmp(interval.Int(1000)) > 0 && !s.words.in("persons", lastWord(here[p].countedText)) && !s.countsPersonnel(here[p]) {
				f.countedText = here[p].countedText // "33 million marks, 3 million of which"
			}
		case f.countedText == "" && (i == 0 || s.tellsWhere(here[i-1])) && !s.wholeForce(f).empty():
			f.countedText = s.phraseText(s.wholeForce(f))
		case f.countedText == "":
			f.countedText = s.elided(here, i, document)
		case s.words.in("abstract", s.headOf(f.counted)) && f.counted.first > f.end && f.unit.name == "":
			if text := s.elided(here, i, document); text != "" {
				f.countedText = text
			}
		}
		if f.kind == "" && f.countedText == "" {
			f.countedText = s.topicNoun(here, i, document)
		}
		if f.kind == "" && (f.unit.name == "" || f.unit.name == "percent" || f.unit.name == "share") && f.countedText != "" && !(s.isPlaced(f) && document.counted != "" && document.countedAt >= s.index-1) {
			document.counted, document.countedAt = f.countedText, s.index
			if s.words.in("personnel", strings.ToLower(lastWord(f.countedText))) {
				document.people, document.peopleAt = f.countedText, s.index
			}
		}
	}
	s.countListed(here)
}

package claims

import (
	"embed"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"muster/interval"
)

//go:embed rounding.toml
var roundingFile embed.FS

// Rounding is the table that says what rounding would still allow of a number
// as told. It is versioned: pages that show a reading show the version too.
type Rounding struct {
	Version string
	atMost  interval.Number // largest share by which a bare round number is off
	within  interval.Number // share for "about"
	moved   bool            // whether the end of "more than n" moves
	precise map[string]bool // words that rule out rounding
	vague   []vagueWords    // longest words first
}

type vagueWords struct {
	words   string
	reading interval.Interval
}

// LoadRounding returns the built-in table.
func LoadRounding() (*Rounding, error) {
	b, err := roundingFile.ReadFile("rounding.toml")
	if err != nil {
		return nil, fmt.Errorf("built-in rounding table: %w", err)
	}
	return ParseRounding(b)
}

// ParseRounding reads a table in the form of rounding.toml.
func ParseRounding(b []byte) (*Rounding, error) {
	var file struct {
		Version string
		Bare    struct {
			AtMost  string `toml:"at_most"`
			Precise []string
		}
		About  struct{ Within string }
		Bounds struct{ Moved bool }
		Vague  map[string][]int64
	}
	if err := toml.Unmarshal(b, &file); err != nil {
		return nil, fmt.Errorf("rounding table: expected TOML like the built-in rounding.toml: %w", err)
	}
	if file.Version == "" {
		return nil, fmt.Errorf(`rounding table: expected version = "…", found none; add one, pages show it`)
	}
	atMost, err := interval.Parse(file.Bare.AtMost)
	if err != nil {
		return nil, fmt.Errorf("rounding table: bare.at_most: %w", err)
	}
	within, err := interval.Parse(file.About.Within)
	if err != nil {
		return nil, fmt.Errorf("rounding table: about.within: %w", err)
	}
	r := &Rounding{Version: file.Version, atMost: atMost, within: within, moved: file.Bounds.Moved,
		precise: map[string]bool{}}
	for _, word := range file.Bare.Precise {
		r.precise[strings.ToLower(word)] = true
	}
	for _, word := range slices.Sorted(maps.Keys(file.Vague)) {
		ends, reading := file.Vague[word], interval.Interval{}
		switch len(ends) {
		case 1:
			reading = interval.AtLeast(interval.Int(ends[0]))
		case 2:
			reading = interval.Between(interval.Int(ends[0]), interval.Int(ends[1]))
		default:
			return nil, fmt.Errorf("rounding table: vague.%q: expected lowest and highest number, found %d numbers", word, len(ends))
		}
		r.vague = append(r.vague, vagueWords{word, reading})
	}
	slices.SortStableFunc(r.vague, func(a, b vagueWords) int { return len(b.words) - len(a.words) })
	return r, nil
}

// Reading returns what rounding would still allow of an amount told with the
// qualifier. stated is what the words commit to; words are those of the number
// as written ("exactly 3,000", "tens of thousands of").
func (r *Rounding) Reading(qualifier Qualifier, stated interval.Interval, words string) interval.Interval {
	words = strings.ToLower(words)
	switch qualifier {
	case Vague:
		return r.vagueReading(words)
	case Exact:
		if r.isPrecise(words) {
			return stated
		}
		return r.spread(stated, r.bareMargin)
	case About:
		return r.spread(stated, r.aboutMargin)
	}
	if !r.moved {
		return stated
	}
	return r.spread(stated, r.bareMargin)
}

// spread moves both ends outwards by what margin gives for them.
func (r *Rounding) spread(i interval.Interval, margin func(interval.Number) interval.Number) interval.Interval {
	if i.Min.Bounded {
		i.Min.Value = i.Min.Value.Sub(margin(i.Min.Value))
	}
	if i.Max.Bounded {
		i.Max.Value = i.Max.Value.Add(margin(i.Max.Value))
	}
	return i
}

// bareMargin is half of the last non-zero place of a round number, at most the
// table's share; 0 for a number that is not round.
func (r *Rounding) bareMargin(n interval.Number) interval.Number {
	place := roundPlace(n)
	half := place.Div(interval.Int(2))
	return smaller(half, absolute(n).Mul(r.atMost))
}

func (r *Rounding) aboutMargin(n interval.Number) interval.Number {
	share, bare := absolute(n).Mul(r.within), r.bareMargin(n)
	if share.Cmp(bare) < 0 {
		return bare
	}
	return share
}

// roundPlace returns the place of the last non-zero digit of a whole number
// that ends in zeros (5,750: 10); 0 for every other number.
func roundPlace(n interval.Number) interval.Number {
	digits := strings.TrimPrefix(n.String(), "-")
	trimmed := strings.TrimRight(digits, "0")
	if !n.IsInt() || trimmed == "" || trimmed == digits {
		return interval.Number{}
	}
	place := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(digits)-len(trimmed))), nil)
	number, err := interval.Parse(place.String())
	if err != nil {
		return interval.Number{}
	}
	return number
}

func (r *Rounding) isPrecise(words string) bool {
	for _, word := range strings.Fields(words) {
		if r.precise[word] {
			return true
		}
	}
	return false
}

// vagueReading looks the vague words up, the longest first: "tens of
// thousands" before "thousands".
func (r *Rounding) vagueReading(words string) interval.Interval {
	for _, v := range r.vague {
		if _, after, found := strings.Cut(words, v.words); found {
			return interval.Scale(v.reading, scaleOf(after))
		}
	}
	return interval.Interval{}
}

// scaleOf multiplies the scale words that follow a vague word: "several
// hundred thousand".
func scaleOf(words string) interval.Number {
	scale := interval.Int(1)
	for word := range strings.FieldsSeq(words) {
		switch word {
		case "dozen":
			scale = scale.Mul(interval.Int(12))
		case "hundred":
			scale = scale.Mul(interval.Int(100))
		case "thousand":
			scale = scale.Mul(interval.Int(1000))
		case "million":
			scale = scale.Mul(interval.Int(1_000_000))
		case "billion":
			scale = scale.Mul(interval.Int(1_000_000_000))
		case "of", "a":
		default:
			return scale
		}
	}
	return scale
}

func absolute(n interval.Number) interval.Number {
	if n.Sign() < 0 {
		return interval.Number{}.Sub(n)
	}
	return n
}

func smaller(a, b interval.Number) interval.Number {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

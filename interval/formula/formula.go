// Package formula works out expressions over amounts that are known as
// intervals, with their units: "guard / agents <= 5". The grammar is that of Go
// expressions, read by the standard library: + - * /, == != < <= > >=, && || !,
// parentheses, names and numbers. Numbers are exact.
package formula

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"slices"
	"strings"

	"muster/interval"
)

// Formula is an expression that was read.
type Formula struct {
	text string
	root ast.Expr
}

// mostDepth bounds how deep an expression may be nested, and mostLength how many
// bytes it may have.
const (
	mostDepth  = 50
	mostLength = 1000
)

// Parse reads an expression that compares amounts. The error says where what was
// expected.
func Parse(text string) (*Formula, error) {
	if len(text) > mostLength {
		return nil, fmt.Errorf("expression of %d characters: expected at most %d", len(text), mostLength)
	}
	if strings.Contains(text, "\n") {
		return nil, errors.New("expression: expected one line")
	}
	root, err := parser.ParseExpr(text)
	if err != nil {
		var list scanner.ErrorList
		if errors.As(err, &list) && len(list) > 0 {
			return nil, fmt.Errorf("expression %q, character %d: %s", text, list[0].Pos.Column, list[0].Msg)
		}
		return nil, fmt.Errorf("expression %q: %w", text, err)
	}
	f := &Formula{text, root}
	truth, err := f.check(root, 0)
	if err != nil {
		return nil, err
	}
	if !truth {
		return nil, fmt.Errorf("expression %q: expected a comparison, such as %s <= 5", text, text)
	}
	return f, nil
}

// String returns the expression as it was written.
func (f *Formula) String() string { return f.text }

// Names returns the names in the expression, each once, in order.
func (f *Formula) Names() []string {
	var out []string
	ast.Inspect(f.root, func(n ast.Node) bool {
		if name, ok := n.(*ast.Ident); ok && !slices.Contains(out, name.Name) {
			out = append(out, name.Name)
		}
		return true
	})
	return out
}

func (f *Formula) errorAt(n ast.Node, format string, args ...any) error {
	return fmt.Errorf("expression %q, character %d: %s", f.text, n.Pos(), fmt.Sprintf(format, args...))
}

// check reports whether a part of the expression is a truth, else an amount.
func (f *Formula) check(e ast.Expr, depth int) (truth bool, err error) {
	if depth > mostDepth {
		return false, f.errorAt(e, "expected at most %d parentheses in each other", mostDepth)
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.check(e.X, depth+1)
	case *ast.Ident:
		return false, nil
	case *ast.BasicLit:
		if e.Kind != token.INT && e.Kind != token.FLOAT {
			return false, f.errorAt(e, "expected a number or a name, found %s", e.Value)
		}
		if _, err := literal(e); err != nil {
			return false, f.errorAt(e, "%v", err)
		}
		return false, nil
	case *ast.UnaryExpr:
		truth, err := f.check(e.X, depth+1)
		if err == nil && (e.Op != token.NOT || !truth) {
			err = f.errorAt(e, "expected ! before a comparison in parentheses, found %s", e.Op)
		}
		return true, err
	case *ast.BinaryExpr:
		left, err := f.check(e.X, depth+1)
		if err != nil {
			return false, err
		}
		right, err := f.check(e.Y, depth+1)
		if err != nil {
			return false, err
		}
		switch e.Op {
		case token.ADD, token.SUB, token.MUL, token.QUO:
			if left || right {
				return false, f.errorAt(e, "expected amounts on both sides of %s, found a comparison", e.Op)
			}
			return false, nil
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			if left || right {
				return false, f.errorAt(e, "expected amounts on both sides of %s, found a comparison", e.Op)
			}
			return true, nil
		case token.LAND, token.LOR:
			if !left || !right {
				return false, f.errorAt(e, "expected comparisons on both sides of %s, found an amount", e.Op)
			}
			return true, nil
		}
		return false, f.errorAt(e, "expected + - * / == != < <= > >= && or ||, found %s", e.Op)
	}
	return false, f.errorAt(e, "expected names, numbers and + - * / == != < <= > >= && || ! ( ) only")
}

func literal(e *ast.BasicLit) (interval.Number, error) {
	text := strings.ReplaceAll(e.Value, "_", "")
	if strings.ContainsAny(text, "xXpPbBoO") || len(text) > 1 && text[0] == '0' && text[1] != '.' {
		return interval.Number{}, fmt.Errorf("expected a decimal number such as 5000 or 0.5, found %s", e.Value)
	}
	return interval.Parse(text)
}

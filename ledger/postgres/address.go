package postgres

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Address says where a ledger is: a database, and a schema in it. It holds no
// password and may be shown to anyone.
type Address struct {
	url    string // without the schema
	schema string
}

// defaultSchema is used when an address names none.
const defaultSchema = "muster"

// IsAddress reports whether words look like an address, right or wrong.
func IsAddress(words string) bool {
	return strings.HasPrefix(words, "postgres://") || strings.HasPrefix(words, "postgresql://")
}

// ParseAddress reads postgres://HOST/DATABASE?schema=NAME. All parts but the
// scheme may be left out; what is missing comes from PostgreSQL's own
// environment variables (PGHOST, PGUSER, PGSERVICE and the rest), and the
// password from PGPASSWORD or the password file alone.
func ParseAddress(words string) (Address, error) {
	if !IsAddress(words) {
		return Address{}, fmt.Errorf("%q is no address of a PostgreSQL database; expected such as postgres://db.example.org/newsroom?schema=operation", words)
	}
	parsed, err := url.Parse(words)
	if err != nil {
		return Address{}, errors.New("the address of the PostgreSQL database cannot be read; expected such as postgres://db.example.org/newsroom?schema=operation")
	}
	query := parsed.Query()
	if _, has := parsed.User.Password(); has || query.Has("password") {
		return Address{}, errors.New("the address of the PostgreSQL database holds a password, and the dossier may be handed over; take it out and put it into PGPASSWORD or the file ~/.pgpass")
	}
	a := Address{schema: query.Get("schema")}
	if a.schema == "" {
		a.schema = defaultSchema
	}
	query.Del("schema")
	parsed.RawQuery = query.Encode()
	a.url = parsed.String()
	_, err = a.config(true)
	return a, err
}

// String returns the address as ParseAddress reads it.
func (a Address) String() string {
	separator := "?"
	if strings.Contains(a.url, "?") {
		separator = "&"
	}
	return a.url + separator + "schema=" + url.QueryEscape(a.schema)
}

// config is how to connect.
func (a Address) config(readOnly bool) (*pgx.ConnConfig, error) {
	config, err := pgx.ParseConfig(a.url)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a, err)
	}
	parameters := config.RuntimeParams
	parameters["search_path"] = pgx.Identifier{a.schema}.Sanitize()
	// What was signed must never be lost to a power cut, whatever the server's
	// own settings are.
	parameters["synchronous_commit"] = "on"
	parameters["lock_timeout"] = "10000" // milliseconds
	parameters["client_encoding"] = "UTF8"
	// Every query goes along a primary key. The planner does not know that while
	// a ledger is new, and would read whole tables.
	for _, other := range []string{"seqscan", "bitmapscan", "hashjoin", "mergejoin"} {
		parameters["enable_"+other] = "off"
	}
	parameters["plan_cache_mode"] = "force_generic_plan"
	if parameters["application_name"] == "" {
		parameters["application_name"] = "muster"
	}
	if readOnly {
		parameters["default_transaction_read_only"] = "on"
	}
	return config, nil
}

// poolConfig gives a pool these settings; the library insists on making its own.
func (a Address) poolConfig() (*pgxpool.Config, error) {
	pool, err := pgxpool.ParseConfig(a.url)
	if err != nil {
		return nil, err
	}
	pool.ConnConfig, err = a.config(true)
	pool.MaxConns = 8
	return pool, err
}

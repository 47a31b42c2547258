package dossier

import (
	"strings"
	"testing"
)

func TestAColumnIsRemembered(t *testing.T) {
	const text = "title = \"Inspections\"\n\n[[series]]\nname = \"first\"\nfiles = [\"counts/a.csv\"]\ndate = \"d\"\n\n[[series]] # the second\nname = \"second\" # of two\nfiles = [\"counts/b.csv\"]\ndate = \"d\"\nunit = \"Duty office\"\n\n[publish]\nsmall_cells = 3\n"
	once, err := withColumn([]byte(text), "second", "Duty office", "Office")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(once), "name = \"second\" # of two\nrenamed = { \"Duty office\" = [\"Office\"] }\n") || strings.Count(string(once), "renamed") != 1 {
		t.Errorf("got\n%s", once)
	}
	twice, err := withColumn(once, "second", "Duty office", "Bureau")
	if err != nil || !strings.Contains(string(twice), "renamed = { \"Duty office\" = [\"Office\", \"Bureau\"] }\n") || strings.Count(string(twice), "renamed") != 1 {
		t.Errorf("got %v\n%s", err, twice)
	}
	if same, err := withColumn(twice, "second", "Duty office", "Bureau"); err != nil || string(same) != string(twice) {
		t.Errorf("the same name twice: %v\n%s", err, same)
	}
	const ladder = "\n[[ladder]]\nname = \"steps\"\nstages = [\"low\", \"high\"]\nfiles = { low = [\"counts/l.csv\"], high = [\"counts/h.csv\"] }\ninstitution = \"Brigade\"\n"
	if got, err := withColumn([]byte(text+ladder), "steps", "Brigade", "Corps"); err != nil || !strings.Contains(string(got), "name = \"steps\"\nrenamed = { \"Brigade\" = [\"Corps\"] }\n") || strings.Count(string(got), "renamed") != 1 {
		t.Errorf("a ladder: %v\n%s", err, got)
	}
	if _, err := withColumn([]byte(text), "third", "a", "b"); err == nil || !strings.Contains(err.Error(), "third") {
		t.Errorf("got %v", err)
	}
	if _, err := withColumn([]byte("series = [{ name = \"a\", files = [\"b\"], date = \"d\" }]\n"), "a", "x", "y"); err == nil || !strings.Contains(err.Error(), "by hand") {
		t.Errorf("got %v", err)
	}
}

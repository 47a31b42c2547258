package documents

import (
	"encoding/json"
	"html"
	"slices"
	"strings"
)

// linked is what a page's JSON-LD says of its article.
type linked struct{ headline, publisher, published, updated, url, language, body string }

// linkedArticle finds the article in JSON-LD scripts (schema.org): the one at
// the page's own address, else the first. Scripts that are not valid JSON say
// nothing.
func linkedArticle(scripts []string, canonical string) linked {
	var objects []map[string]any
	for _, script := range scripts {
		var value any
		if json.Unmarshal([]byte(strings.Trim(script, " \t\r\n;")), &value) == nil {
			objects = gather(objects, value)
		}
	}
	byID := map[string]map[string]any{}
	for _, object := range objects {
		if id, _ := object["@id"].(string); id != "" && (byID[id] == nil || len(object) > len(byID[id])) {
			byID[id] = object
		}
	}
	var chosen linked
	for _, object := range objects {
		if !isArticle(object["@type"]) {
			continue
		}
		found := linked{
			headline:  said(object["headline"], "name"),
			published: said(object["datePublished"], "@value"),
			updated:   said(object["dateModified"], "@value"),
			url:       said(object["url"], "@id"),
			language:  said(object["inLanguage"], "alternateName"),
			publisher: said(resolve(object["publisher"], byID), "name"),
		}
		if body, ok := object["articleBody"].(string); ok {
			found.body = html.UnescapeString(body)
		}
		if posts, ok := object["liveBlogUpdate"].([]any); ok && found.body == "" {
			found.body = postsOf(posts)
		}
		if found.url == "" {
			found.url = said(object["mainEntityOfPage"], "@id")
		}
		if found.headline == "" && found.published == "" {
			continue
		}
		if found.url != "" && found.url == canonical {
			return found
		}
		if chosen.headline == "" && chosen.published == "" {
			chosen = found
		}
	}
	return chosen
}

// postsOf returns the text of the posts of a live blog.
func postsOf(posts []any) string {
	var out []string
	for _, post := range posts {
		if object, ok := post.(map[string]any); ok {
			body, _ := object["articleBody"].(string)
			out = append(out, said(object["headline"], "name"), html.UnescapeString(body))
		}
	}
	return strings.Join(out, "\n\n")
}

// gather appends every object within value, the outer ones first, in the order
// of lists; objects within an object come in the order of their keys.
func gather(objects []map[string]any, value any) []map[string]any {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			objects = gather(objects, item)
		}
	case map[string]any:
		objects = append(objects, v)
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range keys {
			objects = gather(objects, v[key])
		}
	}
	return objects
}

// isArticle reports whether an @type is one of schema.org's kinds of article.
func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		k = strings.TrimPrefix(strings.TrimPrefix(k, "http://schema.org/"), "https://schema.org/")
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "BlogPosting") || k == "Report"
	case []any:
		return slices.ContainsFunc(k, isArticle)
	}
	return false
}

// resolve replaces a bare reference {"@id": …} by the object it names.
func resolve(value any, byID map[string]map[string]any) any {
	if list, ok := value.([]any); ok && len(list) > 0 {
		value = list[0]
	}
	object, ok := value.(map[string]any)
	if !ok || object["name"] != nil {
		return value
	}
	if id, _ := object["@id"].(string); byID[id] != nil {
		return byID[id]
	}
	return value
}

// said returns a string, or the string under key of an object, or that of the
// first item of a list. Some pages write HTML entities into JSON.
func said(value any, key string) string {
	switch v := value.(type) {
	case string:
		return oneLine(html.UnescapeString(v))
	case map[string]any:
		if s, ok := v[key].(string); ok {
			return said(s, key)
		}
	case []any:
		if len(v) > 0 {
			if _, nested := v[0].([]any); !nested {
				return said(v[0], key)
			}
		}
	}
	return ""
}

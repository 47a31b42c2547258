package origins

import "muster/claims"

// family returns the stages between which one figure may pass from text to
// text without becoming another: a request that is told as planned, asked for
// or not yet approved is one; what was approved, or was sent, is another.
func family(stage claims.Stage) string {
	switch stage {
	case claims.CalledFor, claims.Requested, claims.Pending:
		return "wished"
	case claims.Ordered, claims.Deployed:
		return "sent"
	case claims.Other, "":
		return ""
	}
	return string(stage)
}

// sameStage reports whether tellings of two stages may be of one figure. A rate
// that is called for is a target. What one text calls a plan another may tell as
// ordered ("is to use", "will be sent"); see asksLink.
func sameStage(a, b telling) bool {
	x, y := family(a.stage), family(b.stage)
	if x == "" || y == "" || x == y || asksLink(a, b) {
		return true
	}
	rate := a.Claim.Per != "" && b.Claim.Per != ""
	return rate && (x == "wished" && y == "target" || x == "target" && y == "wished")
}

// asksLink reports whether two stages are so far apart that only a link between
// the texts makes their tellings one figure: planned and ordered.
func asksLink(a, b telling) bool {
	return family(a.stage) == "wished" && b.stage == claims.Ordered || a.stage == claims.Ordered && family(b.stage) == "wished"
}

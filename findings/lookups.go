package findings

// lookups are what several rules look up in all of a state, each worked out when first asked
// for, and once for all goroutines.
type lookups struct {
	parted      []memo[[][]*Figure] // of each group
	retold      []memo[[]retelling] // likewise
	offices     memos[string, bool] // publishers that are offices, and that are none; of those asked for
	publishes   memos[string, bool] // names asked for: whether they are of publishers
	replaced    once[replacements]
	lists       once[[]partList]
	totals      once[map[amountKey][]partList]
	systems     once[[]system]
	jumps       once[[]jump]
	worked      once[[]Finding] // of the rule on arithmetic
	granted     once[[]*Figure] // figures told as granted
	told        once[toldDays]
	members     once[bool] // whether amount.lists are filled in
	unitNumbers once[map[unitNumber][]*Figure]
	sources     once[*sources]
}

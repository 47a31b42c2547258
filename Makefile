# What CI does is .ci/run. This is for what takes longer.

.PHONY: check nightly benchmarks

check:
	.ci/run

# The fault tests in their full form: 200 kills, full disks, restarts under load.
nightly:
	MUSTER_FULL=1 MUSTER_NIGHTLY=1 go test -count 1 -timeout 60m ./ledger/... ./dossier ./cmd/muster

# Both stores with a million entries, on a machine that does nothing else.
benchmarks:
	MUSTER_BENCH_ENTRIES=1000000 go test -run xxx -bench . -timeout 60m ./ledger/...

# make run    the whole story on an invented branch, step by step
# make test   everything that a change must pass
# make lint   gofmt, vet, staticcheck
# make bench  the quality bars, as ratios of one run
# make soak   the long runs
# make build  bin/branchbook

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
# packages with goroutines, and those whose values goroutines share
RACE = ./store ./store/bundle ./store/safefile

.PHONY: run build test lint bench soak setup

build:
	CGO_ENABLED=0 go build -trimpath -o bin/branchbook .

run: build
	.ci/story bin/branchbook

setup:
	@.ci/setup

test: setup
	CGO_ENABLED=0 go vet ./...
	CGO_ENABLED=0 go test -timeout 10m ./...
	CGO_ENABLED=1 go test -race -short -timeout 10m $(RACE)

lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || (echo "gofmt:"; gofmt -l $$(git ls-files '*.go'); exit 1)
	go vet ./...
	CGO_ENABLED=0 go run $(STATICCHECK) ./...

bench:
	CGO_ENABLED=0 go test ./ui/cli -run '^TestBars$$' -v -bars -barsout "$(CURDIR)/bench.json"

soak:
	CGO_ENABLED=0 go test ./store -run Kill -soak -timeout 3h -v
	for f in FuzzRead FuzzCard FuzzReceipt FuzzSecret; do CGO_ENABLED=0 go test -run '^$$' -fuzz "^$$f$$" -fuzztime 10m ./store/bundle || exit 1; done

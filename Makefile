# make run      the window on an invented branch; where there is no screen its picture, then the story of the verbs
# make test     everything that a change must pass
# make lint     gofmt, vet, staticcheck
# make bench    the quality bars, as ratios of one run
# make soak     the long runs
# make build    bin/branchbook
# make licences assets/licences.txt, after a module was added or renewed
# make windows  bin/branchbook.exe, built here and looked into
# make windows-picture   the same under Wine, if that is there
# make shots    every screen drawn into docs/screens
# make story    the window driven by keys and clicks, on a screen that nobody sees

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
# Everything but main.go needs no cgo and no screen.
BARE = ./assets/... ./rules/... ./store/... ./ui/...
TAGS = migrated_fynedo,no_emoji,no_metadata
# x11: a Wayland window of the toolkit takes no Chinese input
WINDOW = $(TAGS),x11
TEST = $(TAGS),test
# packages with goroutines, and those whose values goroutines share
RACE = ./store ./store/bundle ./store/safefile

.PHONY: run build licences windows windows-picture test lint shots story bench soak

build:
	@.ci/setup build
	CGO_ENABLED=1 go build -trimpath -tags $(WINDOW) -ldflags "-s -w" -o bin/branchbook .

run: build
	.ci/window bin/branchbook bin/window.png
	.ci/story bin/branchbook

licences:
	assets/pack/licences.sh

windows:
	@.ci/setup build windows
	CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc \
	  go build -trimpath -tags $(TAGS) -ldflags "-s -w -H=windowsgui -extldflags=-static" -o bin/branchbook.exe .
	.ci/windows-check bin/branchbook.exe

windows-picture: windows
	.ci/wine bin/branchbook.exe bin/windows-wine.png

shots:
	CGO_ENABLED=0 go test -tags $(TEST) ./ui -run '^TestShots' -count=1 -shots "$(CURDIR)/docs/screens"

story:
	@.ci/setup story
	.ci/windowstories bin/story $(TAGS)

test:
	@.ci/setup build test
	CGO_ENABLED=0 go vet -tags $(TEST) $(BARE)
	CGO_ENABLED=1 go vet -tags $(WINDOW) .
	CGO_ENABLED=0 go test -tags $(TEST) -timeout 10m $(BARE)
	CGO_ENABLED=1 go test -race -short -timeout 10m $(RACE)
	CGO_ENABLED=1 go test -race -tags $(TEST) -run ^TestRunner ./ui/kit

lint:
	@.ci/setup build
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || (echo "gofmt:"; gofmt -l $$(git ls-files '*.go'); exit 1)
	CGO_ENABLED=0 go vet -tags $(TEST) $(BARE)
	CGO_ENABLED=0 go vet -tags $(TEST),widgetmap,story ./ui ./ui/story
	CGO_ENABLED=0 GOOS=windows go vet -tags $(TEST) $(BARE)
	CGO_ENABLED=0 GOBIN="$(CURDIR)/bin" go install $(STATICCHECK)
	CGO_ENABLED=0 bin/staticcheck -tags $(TEST) $(BARE)
	CGO_ENABLED=1 bin/staticcheck -tags $(WINDOW) .

bench: build
	CGO_ENABLED=0 go test ./ui/cli -run '^TestBars$$' -v -bars -program "$(CURDIR)/bin/branchbook" -barsout "$(CURDIR)/bench.json"

soak:
	CGO_ENABLED=0 go test ./store -run Kill -soak -timeout 3h -v
	for f in FuzzRead FuzzCard FuzzReceipt FuzzSecret; do CGO_ENABLED=0 go test -run '^$$' -fuzz "^$$f$$" -fuzztime 10m ./store/bundle || exit 1; done

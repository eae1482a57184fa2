#!/bin/sh
# Writes assets/licences.txt: the licence of the program, of Go, and of each
# module that the window or the verbs are built from, on Linux and on Windows.
# Called by `make licences` from the module's root, with the modules at hand.
set -eu
out=assets/licences.txt

# What the program is built from; a module that only tests need is not listed.
modules() {
  for system in linux windows; do
    CGO_ENABLED=1 GOOS=$system GOARCH=amd64 go list -deps -tags migrated_fynedo,no_emoji,no_metadata,x11 \
      -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' .
  done | sort -u
}

# Every file of a module that tells a licence: parts taken from elsewhere, such
# as the C sources of a library, have their own in a folder below.
texts() { find "$1" -name testdata -prune -o -type f -print | grep -iE '/(licen[cs]e|copying|notice|unlicense)[^/]*$' | LC_ALL=C sort; }

{
  echo "== 支部台账 Branchbook"
  cat LICENSE
  echo
  echo "== Go $(go env GOVERSION)"
  cat "$(go env GOROOT)/LICENSE"
  modules | while read -r path version dir; do
    found=$(texts "$dir")
    if [ -z "$found" ]; then
      echo "$path has no licence" >&2
      exit 1
    fi
    printf '\n== %s %s\n' "$path" "$version"
    echo "$found" | while read -r file; do cat "$file"; echo; done
  done
} > "$out.part"
mv "$out.part" "$out"

// Branchbook (支部台账) keeps a Party branch's organisational life, training and
// study hours in one file on one computer.
package main

import (
	"os"

	"branchbook/ui/cli"
)

// version is the program's version; a release sets it when linking.
var version = "0.1.0"

func main() {
	os.Exit(cli.Run(cli.Env{Stdout: os.Stdout, Stderr: os.Stderr, Version: version}, os.Args[1:]))
}

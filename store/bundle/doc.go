// Package bundle is the sync bundle that a branch hands up, the card that says
// whom it is for, and the receipt that comes back: bytes to records and
// records to bytes.
//
// It knows no SQL, no paths and no clock. FORMAT.md beside it is the format,
// written for a reader who has only the public age tool and gunzip.
//
// A reader believes nothing: size before memory, decryption before the
// signature, the signature before any record, and every line must be exactly
// the bytes that this package would write for what it says.
package bundle

// Format is the version of the format that this package writes, and Reader the
// highest min_reader that it can read. What any reader can read says min_reader
// 1; secondReader is what version 2 of FORMAT.md added.
const (
	Format = 1
	Reader = 2

	firstReader  = 1
	secondReader = 2
)

// Limits of format 1. A writer that would pass one refuses as well.
const (
	MaxFile     = 64 << 20  // bytes of the whole file
	MaxPlain    = 256 << 20 // bytes of the text inside
	MaxHeader   = 16 << 10  // bytes of the age header
	MaxManifest = 64 << 10  // bytes of the first line of a bundle
	MaxRecord   = 256 << 10 // bytes of one record, line break included
	MaxRecords  = 200_000
	MaxYears    = 200
	MaxReceipt  = 1 << 20 // bytes of the text inside a receipt
	MaxReturned = 1000    // items that one receipt returns
	MaxCard     = 4 << 10 // bytes of a card, and of a secret file
	MaxWork     = 18      // log2 of the scrypt cost: 256 MiB for a second or two
)

package safefile

// Place says what kind of drive a folder lies on.
type Place struct {
	Removable bool   // a stick, a card, a disk on USB
	Network   bool   // another computer's disk
	System    string // file system, such as ext4, vfat, nfs4; may be empty
	Mount     string // where the drive is mounted
}

// Drive is one removable drive that is mounted and can be written to.
type Drive struct {
	Name string // the label if it has one
	Path string // its top folder
	Free uint64 // bytes
}

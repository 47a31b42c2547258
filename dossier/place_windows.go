package dossier

import (
	"path/filepath"
	"syscall"
	"unsafe"
)

// networkSystem names what holds a folder when it is a network drive; "" when
// it is not.
func networkSystem(dir string) string {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	root, err := syscall.UTF16PtrFromString(filepath.VolumeName(absolute) + `\`)
	if err != nil {
		return ""
	}
	const driveRemote = 4
	kind, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("GetDriveTypeW").Call(uintptr(unsafe.Pointer(root)))
	if kind == driveRemote {
		return "a network drive"
	}
	return ""
}

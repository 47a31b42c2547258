package dossier

import "syscall"

// networkSystem names the network file system that holds a folder; "" for none.
func networkSystem(dir string) string {
	var s syscall.Statfs_t
	if syscall.Statfs(dir, &s) != nil {
		return ""
	}
	return networkType(uint32(s.Type))
}

// networkType names a network file system by its number in statfs(2).
func networkType(number uint32) string {
	return map[uint32]string{
		0x6969: "NFS", 0x517b: "SMB", 0xff534d42: "CIFS", 0xfe534d42: "SMB", 0x5346414f: "AFS", 0x00c36400: "Ceph",
		0x564c: "NCP", 0x73757245: "Coda", 0x0bd00bd0: "Lustre", 0x7461636f: "OCFS2", 0x01161970: "GFS2",
	}[number]
}

//go:build !unix

package postgrestest

import "os/exec"

// Elsewhere no server is started; MUSTER_TEST_POSTGRES may name one.
func giveToPostgres(string) error { return errNone }

func (s *Server) command(program string, arguments ...string) *exec.Cmd {
	return exec.Command(program, arguments...)
}

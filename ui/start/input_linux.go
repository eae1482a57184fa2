package start

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

// InputMethod makes Chinese input possible where the session forgot to. Call it
// before the window toolkit starts.
func InputMethod() {
	env := map[string]string{}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG", "XMODIFIERS"} {
		env[name] = os.Getenv(name)
	}
	for name, value := range inputEnv(env, locales(), processes("/proc", os.Getuid())) {
		os.Setenv(name, value)
	}
}

// locales lists the system's locales; nil if it does not say.
func locales() []string {
	out, err := exec.Command("locale", "-a").Output()
	if err != nil {
		return nil
	}
	return strings.Fields(string(out))
}

// processes lists the names of a user's processes. Those that end meanwhile are
// left out.
func processes(proc string, uid int) []string {
	dirs, err := filepath.Glob(filepath.Join(proc, "[0-9]*"))
	if err != nil {
		return nil
	}
	var names []string
	for _, dir := range dirs {
		info, err := os.Stat(dir)
		if err != nil {
			continue
		}
		if st, ok := info.Sys().(*syscall.Stat_t); !ok || int(st.Uid) != uid {
			continue
		}
		if name, err := os.ReadFile(filepath.Join(dir, "comm")); err == nil {
			names = append(names, strings.TrimSpace(string(name)))
		}
	}
	return names
}

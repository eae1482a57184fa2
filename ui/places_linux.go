package ui

import (
	"os"
	"path/filepath"
	"strings"
)

// userFolders are 桌面, 文档 and 下载 as the desktop names them in its file
// user-dirs.dirs, and the user's own folder.
func userFolders() []spot {
	home, err := os.UserHomeDir()
	if err != nil {
		return nil
	}
	var out []spot
	if config, err := os.UserConfigDir(); err == nil {
		if text, err := os.ReadFile(filepath.Join(config, "user-dirs.dirs")); err == nil {
			out = xdgFolders(string(text), home)
		}
	}
	return append(out, spot{"home", "个人文件夹", "", home})
}

// xdgFolders reads lines such as XDG_DESKTOP_DIR="$HOME/桌面".
func xdgFolders(text, home string) []spot {
	paths := map[string]string{}
	for line := range strings.Lines(text) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		if !ok || strings.HasPrefix(key, "#") {
			continue
		}
		path := strings.Trim(value, `"`)
		if rest, under := strings.CutPrefix(path, "$HOME"); under {
			path = filepath.Join(home, rest)
		}
		if filepath.IsAbs(path) && path != home {
			paths[key] = path
		}
	}
	var out []spot
	for _, s := range []spot{{"folder", "桌面", "", paths["XDG_DESKTOP_DIR"]}, {"folder", "文档", "", paths["XDG_DOCUMENTS_DIR"]}, {"folder", "下载", "", paths["XDG_DOWNLOAD_DIR"]}} {
		if s.path != "" {
			out = append(out, s)
		}
	}
	return out
}

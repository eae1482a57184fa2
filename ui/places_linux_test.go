package ui

import (
	"slices"
	"testing"
)

func TestTheDesktopSaysWhereTheUsersFoldersAre(t *testing.T) {
	text := "# comment\nXDG_DESKTOP_DIR=\"$HOME/桌面\"\nXDG_DOWNLOAD_DIR=\"/data/下载\"\nXDG_DOCUMENTS_DIR=\"$HOME/\"\nXDG_MUSIC_DIR=\"$HOME/音乐\"\n"
	want := []spot{{"folder", "桌面", "", "/home/zhang/桌面"}, {"folder", "下载", "", "/data/下载"}}
	if got := xdgFolders(text, "/home/zhang"); !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

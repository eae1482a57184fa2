package start

import (
	"slices"
	"strings"
)

// inputEnv decides what to set so that Chinese can be typed: X11 hands the
// characters of an input method only to a program whose character type is UTF-8
// and that knows the method's name. locales are those that the system has, nil if
// not known; running are the names of the user's processes.
func inputEnv(env map[string]string, locales, running []string) map[string]string {
	set := map[string]string{}
	if !usable(locale(env), locales) {
		name := "LC_CTYPE"
		if env["LC_ALL"] != "" {
			name = "LC_ALL" // it wins over LC_CTYPE
		}
		set[name] = best(locales)
	}
	if env["XMODIFIERS"] == "" {
		if im := method(running); im != "" {
			set["XMODIFIERS"] = "@im=" + im
		}
	}
	return set
}

// locale is the one that a C program takes its character type from.
func locale(env map[string]string) string {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if env[name] != "" {
			return env[name]
		}
	}
	return ""
}

// usable is false for C and for a locale that was named but never installed,
// which counts as C.
func usable(name string, locales []string) bool {
	if name == "" || name == "C" || name == "POSIX" {
		return false
	}
	return locales == nil || has(locales, name)
}

func best(locales []string) string {
	if has(locales, "zh_CN.UTF-8") {
		return "zh_CN.UTF-8"
	}
	return "C.UTF-8"
}

func has(locales []string, name string) bool {
	return slices.ContainsFunc(locales, func(l string) bool { return plain(l) == plain(name) })
}

// plain makes one spelling of a locale: UTF-8 and utf8 are the same.
func plain(locale string) string {
	return strings.ReplaceAll(strings.ToLower(locale), "-", "")
}

// method is the input method that runs, by the name that X11 knows it by.
func method(running []string) string {
	for _, m := range []struct{ process, name string }{{"fcitx5", "fcitx"}, {"fcitx", "fcitx"}, {"ibus-daemon", "ibus"}} {
		if slices.Contains(running, m.process) {
			return m.name
		}
	}
	return ""
}

#!/bin/bash
# Tries the Debian packages in a clean Debian that has nothing but what they ask for: installs them, reads a code off a picture, shows
# its one-time code, opens the window, previews a link, and removes them without a trace but the vault. Needs root and mmdebstrap;
# the apt sources of this computer are used.
# usage: smoke.sh FOLDER    (FOLDER: holds the two packages)
set -euo pipefail
packages=$(realpath "${1:?the folder with the packages}")
cd "$(dirname "$0")/.."
say() { printf '   %s\n' "$1"; }
fail() { echo "smoke: $1" >&2; exit 1; }
[ "$(id -u)" = 0 ] || fail "it needs root, for a Debian of its own"

work=$(mktemp -d)
root=$work/root
home=/srv/try # within it
end() {
    for pid in ${inside:-}; do kill "$pid" 2>/dev/null || true; done
    # Never below a mounted system.
    ! mountpoint -q "$root/proc" || umount "$root/proc" || return
    rm -rf "$work"
}
trap end EXIT

sources=
for list in /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources; do
    [ ! -s "$list" ] || sources=$list
done
[ -n "$sources" ] || fail "where Debian's packages come from is not known here"
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
# What the try itself needs: a display, fingers, and a program that lists the windows.
mmdebstrap --quiet --variant=minbase --include=xvfb,xdotool,x11-utils,openbox "$release" "$root" "$sources"
mount -t proc proc "$root/proc" # a program finds the libraries beside it by it
say "a clean Debian"
mkdir "$root/packages" "$root$home"
cp "$packages"/*.deb "$root/packages/"
before() { (cd "$root" && find etc usr var/cache -not -path '*/apt/*' -not -path '*/dpkg/*' | sort); }
in_root() { chroot "$root" env -i HOME="$home" PATH=/usr/bin:/bin:/usr/sbin:/sbin LANG=C.UTF-8 DISPLAY=:5 "$@"; }
cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
in_root apt-get update -qq
# Its libraries first: what is there afterwards, and not before, is its own.
depends=$(in_root dpkg-deb -f "/packages/$(cd "$packages" && ls tessera_*.deb)" Depends)
in_root apt-get satisfy -y -qq --no-install-recommends "$depends" >"$work/apt.log" 2>&1 || { tail -n 20 "$work/apt.log"; exit 1; }
before >"$work/before"
in_root sh -c 'dpkg -i /packages/tessera_*.deb' >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log"; exit 1; }
say "installed: $(in_root tessera --version)"
in_root env TESSERA_JAVA_OPTIONS="-Xlog:aot=info:file=$home/aot.log" tessera --version >/dev/null
grep -q 'Using AOT-linked classes: true' "$root$home/aot.log" || { cat "$root$home/aot.log"; fail "what a start learned is not taken up"; }
say "a start takes up what was learned"
in_root tessera demo >"$work/demo" 2>&1 && fail "the package holds a server"
grep -q "install tessera-demo" "$work/demo" || fail "it does not say where the login side is: $(cat "$work/demo")"
[ -z "$(find "$root/usr/lib/tessera" -name 'jetty*' -o -name 'h2-*')" ] || fail "there is a server in the package"
say "no server in it, and it says where that is"

printf 'a phrase of the smoke test\n' >"$root$home/phrase"
chmod 600 "$root$home/phrase"
run() { in_root tessera --vault "$home/vault.tessera" "$@" --passphrase-file "$home/phrase"; }
run vault create >/dev/null
link='otpauth://totp/Shop:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Shop'
printf '%s\n' "$link" | run add - >/dev/null
run qr shop -o "$home/code.png" >/dev/null
in_root tessera scan --raw "$home/code.png" | grep -q 'otpauth://totp/Shop' || fail "the picture was read wrong"
code=$(run code shop)
[[ $code =~ ^[0-9]{6}$ ]] || fail "this is no code: $code"
say "a picture read, a code shown"

chroot "$root" /usr/bin/Xvfb :5 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
inside=$!
await() {
    for _ in $(seq 300); do "$@" >/dev/null 2>&1 && return; sleep 0.2; done
    fail "this never came to be: $*"
}
await in_root xdpyinfo
in_root openbox --sm-disable >/dev/null 2>&1 &
inside="$inside $!"
in_root tessera "$home"/vault.tessera >"$work/window.log" 2>&1 &
window=$!
inside="$inside $window"
shown() { in_root xdotool search --onlyvisible --name Tessera | head -n 1 | grep .; }
await shown
class=$(sed -n 's/^StartupWMClass=//p' packaging/linux/dev.tessera.Tessera.desktop)
in_root xprop -id "$(shown)" WM_CLASS | grep -qF "\"$class\"" || fail "the window is not that of the menu entry"
say "the window is up, and known as that of the menu entry"
# A second start hands its link over; once unlocked, the window previews it.
in_root tessera --vault "$home/vault.tessera" 'otpauth://totp/Bank:ann?secret=GEZDGNBVGY3TQOJQ&issuer=Bank' || fail "the link was not handed over"
opened() { find "$root$home/.local/state/tessera/windows" -name '*-open' -type s | grep -q .; }
for _ in $(seq 20); do
    in_root xdotool type --delay 20 "a phrase of the smoke test"
    in_root xdotool key Return
    for _ in $(seq 30); do opened && break 2; sleep 0.2; done
    in_root xdotool key ctrl+a BackSpace
done
opened || fail "the vault was not opened in the window"
sleep 1
in_root xdotool key Return # the preview's button, to add it
added() { in_root tessera --vault "$home/vault.tessera" list --passphrase-file "$home/phrase" | grep -q Bank; }
await added
say "a link was previewed and added"
code=$(in_root env JAVA_TOOL_OPTIONS="-Xlog:class+load:file=$home/loaded.log" tessera code shop --vault "$home/vault.tessera" 2>/dev/null)
[[ $code =~ ^[0-9]{6}$ ]] || fail "the window gives no code: $code"
grep -q 'dev.tessera.cli.QuickCode source: shared objects file' "$root$home/loaded.log" || fail "what a code learned is not taken up"
say "the window gave a code, by what was learned of that"
kill "$window"
wait "$window" 2>/dev/null || true

in_root sh -c 'dpkg -i /packages/tessera-demo_*.deb' >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log"; exit 1; }
in_root tessera demo --headless-walk | grep -q 'The whole process was completed' || fail "the login side does not walk"
say "the login side, from its own package"
in_root dpkg --purge tessera-demo tessera >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log"; exit 1; }
before >"$work/after"
diff "$work/before" "$work/after" || fail "something was left behind"
[ -s "$root$home/vault.tessera" ] || fail "the vault is gone"
say "removed without a trace but the vault"

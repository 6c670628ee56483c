#!/bin/bash
# Tessera beside KeePassXC, Numberstation and OTPClient in one run: how soon each is there, what it takes of memory, of the processor at rest, and of
# the disk. Prints a table of Markdown. Takes about a quarter of an hour, on a computer that does nothing else.
# usage: measure.sh FOLDER [STARTS] [SECONDS]    (FOLDER: a release's, unpacked, with what a start learned; STARTS: of each program, 10; SECONDS: at rest in each state, 60)
# Needs Xvfb, openbox, xdotool, dbus-run-session, python3 and the three programs (Debian: xvfb openbox xdotool dbus python3 keepassxc numberstation otpclient);
# root, for a cold disk.
set -euo pipefail
folder=$(realpath "${1:?the folder}")
cd "$(dirname "$0")/.."
for tool in Xvfb openbox xdotool dbus-run-session python3 keepassxc keepassxc-cli numberstation otpclient; do
    command -v "$tool" >/dev/null || { echo "measure: $tool is missing (Debian: xvfb openbox xdotool dbus python3 keepassxc numberstation otpclient)" >&2; exit 1; }
done
here=$(mktemp -d)
end() {
    for pid in ${manager:-} ${display:-}; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$here"
}
trap end EXIT
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$here/number" >/dev/null 2>&1 &
display=$!
for _ in $(seq 100); do
    [ ! -s "$here/number" ] || break
    sleep 0.1
done
DISPLAY=":$(cat "$here/number")"
export DISPLAY
openbox --sm-disable >/dev/null 2>&1 &
manager=$!
# A bus of its own, whose keyring is empty and gone afterwards; what the bus has to say is of no interest.
mkdir -m 700 "$here/run"
HOME="$here" XDG_RUNTIME_DIR="$here/run" dbus-run-session -- \
    bash -c 'exec python3 -B packaging/measure/main.py "$@" 2>&4' measure "$folder" "${2:-10}" "${3:-60}" 4>&2 2>"$here/bus"

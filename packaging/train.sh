#!/bin/bash
# Learns what a start does and keeps it in FOLDER/lib/tessera.aot, so that the next starts need not do it again: a window
# is opened on a vault, unlocked, looked at and closed. Meanwhile it is asked for a code, and what that takes is kept in
# FOLDER/lib/quick/code.aot. Needs Xvfb and xdotool.
# usage: train.sh FOLDER    (FOLDER: what packaging/RuntimeImage.java made)
set -euo pipefail
app=$(realpath "${1:?the folder}")
here=$(mktemp -d)
export HOME="$here/home" XDG_RUNTIME_DIR="$here/run" XDG_STATE_HOME="$here/state" XDG_CONFIG_HOME="$here/config" XDG_DATA_HOME="$here/data"
mkdir -p "$HOME" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR" "$XDG_STATE_HOME"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS TESSERA_JAVA_OPTIONS

end() {
    [ -z "${window:-}" ] || kill "$window" 2>/dev/null || true
    [ -z "${display:-}" ] || kill "$display" 2>/dev/null || true
    rm -rf "$here"
}
trap end EXIT

# Waits at most a minute until a command succeeds.
await() {
    for _ in $(seq 600); do
        "$@" >/dev/null 2>&1 && return
        sleep 0.1
    done
    echo "train: this never came to be: $*" >&2
    return 1
}

started_display() { [ -s "$here/number" ]; }
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$here/number" >/dev/null 2>&1 &
display=$!
await started_display
DISPLAY=":$(cat "$here/number")"
export DISPLAY

vault=$here/vault.tessera
(umask 077 && echo "a phrase for one start" >"$here/phrase")
rm -f "$app/lib/tessera.aot" "$app/lib/quick/code.aot"
run() { "$app/bin/tessera" --vault "$vault" "$@" --passphrase-file "$here/phrase" >/dev/null; }
run vault create
for name in Shop Bank Mail; do
    # Secrets that are worth nothing: the vault is gone afterwards.
    echo "otpauth://totp/$name:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=$name" | run add -
done

# Without what was compiled: the launcher does not take that up.
TESSERA_JAVA_OPTIONS="-XX:AOTCacheOutput=$app/lib/tessera.aot -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining" "$app/bin/tessera" --vault "$vault" >"$here/out" 2>&1 &
window=$!
shown() { xdotool search --onlyvisible --name Tessera; }
await shown
id=$(shown | head -n 1)
xdotool windowfocus "$id"
opened() { compgen -G "$XDG_RUNTIME_DIR/tessera/*-open" || compgen -G "$XDG_STATE_HOME/tessera/windows/*-open"; }
# The field takes keys once it has the focus: typed again until the vault is open.
for _ in $(seq 30); do
    xdotool type --delay 5 "a phrase for one start"
    xdotool key Return
    for _ in $(seq 20); do
        opened >/dev/null && break 2
        sleep 0.1
    done
    xdotool key ctrl+a BackSpace
done
opened >/dev/null || { cat "$here/out" >&2; echo "train: the vault was not opened" >&2; exit 1; }
# The same options as the launcher's: what is learned holds for them.
"$app/lib/runtime/bin/java" "-XX:AOTCacheOutput=$app/lib/quick/code.aot" '-Xlog:aot*=off' -Xint -Xmx64m -XX:+UseSerialGC -XX:-UsePerfData \
    -cp "$app/lib/quick/code.jar" "-Dtessera.state=$XDG_STATE_HOME/tessera" \
    dev.tessera.cli.QuickCode code shop --vault "$vault" >"$here/code" 2>"$here/learning" || { cat "$here/learning" >&2; exit 1; }
[ -s "$app/lib/quick/code.aot" ] || { cat "$here/learning" >&2; echo "train: nothing was learned of a code" >&2; exit 1; }
sleep 3 # the codes of a few seconds
kill -TERM "$window"
wait "$window" || [ $? = 143 ] || { cat "$here/out" >&2; exit 1; }
[ -s "$app/lib/tessera.aot" ] || { cat "$here/out" >&2; echo "train: nothing was learned" >&2; exit 1; }

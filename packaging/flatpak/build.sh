#!/bin/bash
# Makes a Flatpak of what packaging/release.sh left: target/release/tessera-VERSION.flatpak. Needs flatpak,
# flatpak-builder, Xvfb and xdotool, and Flathub as a remote, from which the runtime and its SDK are fetched. See docs/packaging.md for what was tried of it.
# usage: build.sh [FLATPAK-BUILDER-OPTION…]
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's#^  <version>\(.*\)</version>#\1#p' pom.xml | head -n 1)
archive=$(compgen -G "target/release/tessera-$version-linux-*.tar.gz" | head -n 1) || true
[ -n "$archive" ] || { echo "flatpak: there is no archive in target/release: run packaging/release.sh first" >&2; exit 1; }
for tool in flatpak flatpak-builder Xvfb xdotool; do
    command -v "$tool" >/dev/null || { echo "flatpak: $tool is missing (Debian: flatpak flatpak-builder xvfb xdotool)" >&2; exit 1; }
done
work=target/flatpak
rm -rf "$work"
mkdir -p "$work/tessera"
tar -C "$work/tessera" --strip-components=1 -xzf "$archive"
# In a Flatpak all files are of 1970. What a start learned holds for files of the dates that it was learned with: it is learned anew.
find "$work/tessera" -exec touch --no-dereference --date=@0 {} +
packaging/train.sh "$work/tessera"
chmod 644 "$work/tessera/lib/tessera.aot" "$work/tessera/lib/quick/code.aot"
cp packaging/flatpak/dev.tessera.Tessera.yaml "$work/"
flatpak-builder --user --install-deps-from=flathub --force-clean --state-dir="$work/state" --repo="$work/repo" "$@" \
    "$work/build" "$work/dev.tessera.Tessera.yaml"
flatpak build-bundle "$work/repo" "target/release/tessera-$version.flatpak" dev.tessera.Tessera
packaging/checksums.sh target/release
ls -l target/release

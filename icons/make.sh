#!/bin/sh
# Makes the PNG sizes out of the two SVG files; needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")"
windows=../src/main/resources/dev/tessera/desktop/icons
mkdir -p "$windows"
for size in 16 24 32; do
    rsvg-convert --width "$size" --height "$size" --output "tessera-$size.png" tessera-small.svg
done
for size in 48 64 128 256 512; do
    rsvg-convert --width "$size" --height "$size" --output "tessera-$size.png" tessera.svg
done
for size in 16 32 48 64 128 256; do
    cp "tessera-$size.png" "$windows/"
done

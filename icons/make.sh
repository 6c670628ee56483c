#!/bin/sh
# Makes the PNG sizes out of the two SVG files, and the .ico and .icns out of those; needs rsvg-convert (Debian: librsvg2-bin).
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
# The ones that Windows and macOS want for their programs; needs ImageMagick and png2icns (Debian: imagemagick icnsutils).
convert tessera-16.png tessera-24.png tessera-32.png tessera-48.png tessera-64.png tessera-128.png tessera-256.png tessera.ico
png2icns tessera.icns tessera-16.png tessera-32.png tessera-48.png tessera-128.png tessera-256.png tessera-512.png >/dev/null

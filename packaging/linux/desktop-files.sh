#!/bin/bash
# Puts what a desktop looks for into PREFIX/share: the menu entry, the type of vault files, the icons, the description for software centres.
# usage: desktop-files.sh PREFIX VERSION DATE
set -euo pipefail
share=${1:?the prefix}/share
version=${2:?the version}
date=${3:?the date}
cd "$(dirname "$0")/../.."
id=dev.tessera.Tessera
mkdir -p "$share/applications" "$share/mime/packages" "$share/metainfo" "$share/icons/hicolor/scalable/apps"
cp "packaging/linux/$id.desktop" "$share/applications/"
cp "packaging/linux/$id.mime.xml" "$share/mime/packages/$id.xml"
sed "s/@VERSION@/$version/; s/@DATE@/${date%%T*}/" "packaging/linux/$id.metainfo.xml" >"$share/metainfo/$id.metainfo.xml"
cp icons/tessera.svg "$share/icons/hicolor/scalable/apps/tessera.svg"
for size in 16 24 32 48 64 128 256 512; do
    mkdir -p "$share/icons/hicolor/${size}x$size/apps"
    cp "icons/tessera-$size.png" "$share/icons/hicolor/${size}x$size/apps/tessera.png"
done

#!/bin/bash
# Makes the two Debian packages: tessera, with its own Java and without a server, and tessera-demo, the login side for trying out.
# usage: deb.sh FOLDER OUT VERSION DATE    (FOLDER: a release's folder; DATE: of every file, in ISO 8601)
set -euo pipefail
folder=$(realpath "${1:?the folder}")
mkdir -p "${2:?where the packages go}"
out=$(realpath "$2")
version=${3:?the version}
SOURCE_DATE_EPOCH=$(date -ud "${4:?the date}" +%s)
export SOURCE_DATE_EPOCH
cd "$(dirname "$0")/.."
architecture=$(dpkg --print-architecture)
trees=$(mktemp -d)
trap 'rm -rf "$trees"' EXIT

# Fills a control file in and makes the package of a tree. One thread, so that the same tree gives the same bytes.
pack() { # NAME CONTROL ARCHITECTURE
    local tree=$trees/$1
    find "$tree" -type d -exec chmod 755 {} +
    find "$tree" -type f -exec chmod u=rw,go=r {} +
    find "$tree" -type f \( -path '*/bin/*' -o -name jspawnhelper \) -exec chmod 755 {} +
    mkdir -m 755 "$tree/DEBIAN"
    local size
    size=$(du -k -s --apparent-size "$tree" | cut -f1)
    sed "s/@VERSION@/$version/; s/@ARCH@/$architecture/; s/@SIZE@/$size/" "packaging/deb/$2" >"$tree/DEBIAN/control"
    (cd "$tree" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
    find "$tree" -depth -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
    dpkg-deb --root-owner-group -Zxz -z9 --threads-max=1 --build "$tree" "$out/$1_${version}_$3.deb" >/dev/null
}

lib=$trees/tessera/usr/lib/tessera
share=$trees/tessera/usr/share
mkdir -p "$lib" "$trees/tessera/usr/bin" "$share/doc/tessera"
cp -r "$folder/bin" "$folder/lib" "$lib/"
rm -rf "$lib/lib/demo" "$lib/bin/tessera.bat"
ln -s ../lib/tessera/bin/tessera "$trees/tessera/usr/bin/tessera"
mkdir -p "$share/man/man1" "$share/bash-completion/completions" "$share/zsh/vendor-completions" "$share/fish/vendor_completions.d"
cp "$folder"/share/man/man1/*.1 "$share/man/man1/"
gzip -9 -n "$share"/man/man1/*.1
cp "$folder/share/bash-completion/completions/tessera" "$share/bash-completion/completions/"
cp "$folder/share/zsh/site-functions/_tessera" "$share/zsh/vendor-completions/"
cp "$folder/share/fish/vendor_completions.d/tessera.fish" "$share/fish/vendor_completions.d/"
packaging/linux/desktop-files.sh "$trees/tessera/usr" "$version" "$4"
cp packaging/deb/copyright "$share/doc/tessera/"
cp "$folder/sbom.json" "$share/doc/tessera/"
gzip -9 -n <CHANGELOG.md >"$share/doc/tessera/changelog.gz"
pack tessera control "$architecture"

demo=$trees/tessera-demo/usr
mkdir -p "$demo/lib/tessera/lib" "$demo/share/doc/tessera-demo"
cp -r "$folder/lib/demo" "$demo/lib/tessera/lib/"
cp packaging/deb/copyright "$demo/share/doc/tessera-demo/"
gzip -9 -n <CHANGELOG.md >"$demo/share/doc/tessera-demo/changelog.gz"
pack tessera-demo control-demo all

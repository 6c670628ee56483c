#!/bin/bash
# A release in one command: runs the tests, then leaves in target/release/ the packages (.deb, .tar.gz, and .rpm where rpmbuild is there), the list of what is in
# them (CycloneDX) and the checksums, and tries the packages in a clean Debian where it may.
# usage: release.sh [--untested]    (--untested: without `mvn verify`, for whoever has just run it)
# Needs a JDK 25 for Maven's toolchain, dpkg-deb, strip, Xvfb, xdotool, desktop-file-validate and appstreamcli; root who may mount, and mmdebstrap, to try the packages.
set -euo pipefail
cd "$(dirname "$0")/.."
say() { printf '\n== %s (%s)\n' "$1" "$(date -u +%H:%M:%S)"; }

for tool in mvn dpkg-deb strip Xvfb xdotool desktop-file-validate appstreamcli; do
    command -v "$tool" >/dev/null || { echo "release: $tool is missing (Debian: maven dpkg binutils xvfb xdotool desktop-file-utils appstream)" >&2; exit 1; }
done
out=target/release
if [ "${1:-}" = --untested ]; then
    say "compile"
    mvn -B -ntp -q -Dmaven.test.skip=true package
else
    say "compile and test"
    mvn -B -ntp clean verify
fi
# The first version and date of the build's description are its own.
version=$(sed -n 's#^  <version>\(.*\)</version>#\1#p' pom.xml | head -n 1)
date=$(sed -n 's#.*<project.build.outputTimestamp>\(.*\)</project.*#\1#p' pom.xml)
architecture=$(dpkg --print-architecture)
java=$(cat target/tessera/lib/built-with)/bin/java
name=tessera-$version
rm -rf "$out"
mkdir -p "$out"

say "the runtime, and what is in it"
"$java" packaging/RuntimeImage.java target/tessera "$out/$name"
# Names of functions within the libraries, which only a debugger reads.
find "$out/$name/lib/runtime" -name '*.so' -exec strip --strip-unneeded {} +
mvn -B -ntp -q org.cyclonedx:cyclonedx-maven-plugin:makeBom
cp target/sbom.json "$out/$name.cdx.json"
cp target/sbom.json "$out/$name/sbom.json"
cp LICENSE README.md CHANGELOG.md "$out/$name/"
packaging/linux/desktop-files.sh "$out/$name" "$version" "$date"
desktop-file-validate "$out/$name"/share/applications/*.desktop
appstreamcli validate --no-net "$out/$name"/share/metainfo/*.xml >/dev/null

say "what a start learns"
# What is learned holds for files of these dates: the packages keep them.
find "$out/$name" -exec touch --no-dereference --date="$date" {} +
packaging/train.sh "$out/$name"
chmod 644 "$out/$name/lib/tessera.aot" "$out/$name/lib/quick/code.aot"

say "the packages"
packaging/deb.sh "$out/$name" "$out" "$version" "$date"
if command -v rpmbuild >/dev/null; then
    packaging/rpm.sh "$out/$name" "$out" "$version" "$date"
else
    echo "no .rpm: rpmbuild is missing"
fi
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="$date" -C "$out" -czf "$out/$name-linux-$architecture.tar.gz" "$name"
rm -rf "${out:?}/$name"

if [ "$(id -u)" = 0 ] && command -v mmdebstrap >/dev/null && unshare --mount --pid --fork --mount-proc true 2>/dev/null; then
    say "the packages in a clean Debian"
    packaging/smoke.sh "$out"
else
    say "not tried in a clean Debian: that needs root who may mount, and mmdebstrap"
fi
packaging/checksums.sh "$out"
say "all in $out"
ls -l "$out"

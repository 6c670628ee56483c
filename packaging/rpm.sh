#!/bin/bash
# Makes the two packages of Fedora, openSUSE and the like: tessera and tessera-demo. Needs rpmbuild (Debian: rpm).
# usage: rpm.sh FOLDER OUT VERSION DATE    (FOLDER: a release's folder; DATE: of the build, in ISO 8601)
set -euo pipefail
folder=$(realpath "${1:?the folder}")
mkdir -p "${2:?where the packages go}"
out=$(realpath "$2")
version=${3:?the version}
date=${4:?the date}
SOURCE_DATE_EPOCH=$(date -ud "$date" +%s)
export SOURCE_DATE_EPOCH
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rpmbuild -bb --quiet \
    --define "_topdir $work" --define "_rpmdir $work/rpms" \
    --define "_buildhost localhost" --define "use_source_date_epoch_as_buildtime 1" --define "clamp_mtime_to_source_date_epoch 1" \
    --define "_binary_payload w9T1.zstdio" \
    --define "tessera_folder $folder" --define "tessera_sources $PWD" --define "tessera_version $version" --define "tessera_date $date" \
    packaging/rpm/tessera.spec >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; exit 1; }
find "$work/rpms" -name '*.rpm' -exec cp {} "$out/" \;

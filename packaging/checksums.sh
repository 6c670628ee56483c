#!/bin/bash
# Writes the checksums of all files of a folder into its SHA256SUMS.
# usage: checksums.sh FOLDER
set -euo pipefail
cd "${1:?the folder}"
rm -f SHA256SUMS
sum=(sha256sum)
command -v sha256sum >/dev/null || sum=(shasum -a 256) # macOS
sums=$("${sum[@]}" -- *)
printf '%s\n' "$sums" >SHA256SUMS

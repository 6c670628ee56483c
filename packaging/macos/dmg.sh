#!/bin/bash
# Makes the disk image for macOS, target/release/tessera-VERSION-macos-ARCH.dmg, with Tessera.app in it, and beside it the
# login side as an archive that is unpacked over the app. See docs/packaging.md for what was tried of it.
# usage: dmg.sh
# Needs macOS 13 or later, Maven and a JDK 25 for Maven's toolchain. Signed with the identity in TESSERA_SIGNING_IDENTITY, without one only so that it
# starts on the computer that made it; and notarised with the profile of notarytool in TESSERA_NOTARY_PROFILE.
set -euo pipefail
cd "$(dirname "$0")/../.."
for tool in mvn codesign hdiutil xcrun; do
    command -v "$tool" >/dev/null || { echo "dmg: $tool is missing" >&2; exit 1; }
done
version=$(sed -n 's#^  <version>\(.*\)</version>#\1#p' pom.xml | head -n 1)
architecture=$(uname -m)
mvn -B -ntp -q -Dmaven.test.skip=true package
java=$(cat target/tessera/lib/built-with)/bin/java
work=target/dmg
name=tessera-$version
rm -rf "$work"
mkdir -p "$work/image" target/release

"$java" packaging/RuntimeImage.java target/tessera "$work/$name"
cp LICENSE README.md CHANGELOG.md "$work/$name/"
# The login side for trying out is a package of its own.
mkdir -p "$work/demo/Tessera.app/Contents/app/lib"
mv "$work/$name/lib/demo" "$work/demo/Tessera.app/Contents/app/lib/"
tar -C "$work/demo" -czf "target/release/tessera-demo-$version-macos.tar.gz" Tessera.app

"$java" packaging/NativeLaunchers.java "$work/$name" "$work/app" "$version" icons/tessera.icns
app=$work/image/Tessera.app
mv "$work/app/Tessera.app" "$app"

# What macOS asks for: why the camera is used, and that the screen of a Mac may be as fine as it is.
plist=$app/Contents/Info.plist
describe() { # KEY TYPE VALUE
    plutil -replace "$1" "-$2" "$3" "$plist"
}
describe CFBundleIdentifier string dev.tessera.Tessera
describe LSMinimumSystemVersion string 13.0
describe LSApplicationCategoryType string public.app-category.utilities
describe NSCameraUsageDescription string "Tessera reads QR codes with the camera."
describe NSHighResolutionCapable bool true
describe CFBundleDocumentTypes json '[{"CFBundleTypeName":"Tessera vault","CFBundleTypeExtensions":["tessera"],"CFBundleTypeRole":"Editor"}]'

# Java writes code at run time, and loads the libraries that came with it.
cat >"$work/entitlements.plist" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
    <key>com.apple.security.cs.allow-jit</key><true/>
    <key>com.apple.security.cs.allow-unsigned-executable-memory</key><true/>
    <key>com.apple.security.cs.disable-library-validation</key><true/>
    <key>com.apple.security.device.camera</key><true/>
</dict>
</plist>
END
identity=${TESSERA_SIGNING_IDENTITY:--}
sign() {
    if [ "$identity" = - ]; then
        codesign --force --sign - "$@"
    else
        codesign --force --timestamp --options runtime --entitlements "$work/entitlements.plist" --sign "$identity" "$@"
    fi
}
# From the inside outwards: an app is sealed over what is in it.
find "$app" -type f \( -name '*.dylib' -o -name jspawnhelper -o -path '*/runtime/bin/*' \) -print0 | while IFS= read -r -d '' file; do
    sign "$file"
done
sign "$app"
codesign --verify --deep --strict "$app"

ln -s /Applications "$work/image/Applications"
image=target/release/$name-macos-$architecture.dmg
rm -f "$image"
hdiutil create -quiet -volname Tessera -srcfolder "$work/image" -fs HFS+ -format UDZO "$image"
if [ "$identity" != - ]; then
    codesign --sign "$identity" --timestamp "$image"
    if [ -n "${TESSERA_NOTARY_PROFILE:-}" ]; then
        xcrun notarytool submit "$image" --keychain-profile "$TESSERA_NOTARY_PROFILE" --wait
        xcrun stapler staple "$image"
    else
        echo "not notarised: macOS will refuse it on other computers. Set TESSERA_NOTARY_PROFILE."
    fi
else
    echo "not signed: macOS will refuse it on other computers. Set TESSERA_SIGNING_IDENTITY."
fi
packaging/checksums.sh target/release
ls -l target/release

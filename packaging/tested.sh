#!/bin/bash
# Runs tests on what is packaged: on the Java of a release's folder, and on its jars, both cut down to what is needed. Tells whether something is missing
# that only shows where it is used. Needs `mvn test-compile` and unzip. Two test classes need what is not packaged: heaps written out, and folders of classes.
# usage: tested.sh FOLDER [PATTERN]    (FOLDER: a release's, unpacked; PATTERN: of the names of test classes, as dev.tessera.scan.*; without it those of what is shown, read and written)
set -euo pipefail
folder=$(realpath "${1:?the folder}")
pattern=${2:-dev\.tessera\.(desktop|scan|cli|transfer|keyring|clock|presence).*}
cd "$(dirname "$0")/.."
corpus=${TESSERA_CORPUS:-../shared/corpus}
work=target/tested
mkdir -p "$work"
version=$(sed -n 's#.*<junit.version>\(.*\)</junit.version>.*#\1#p' pom.xml)
mvn -B -ntp -q dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$PWD/$work/path"
mvn -B -ntp -q dependency:copy -Dartifact="org.junit.platform:junit-platform-console-standalone:$version" -DoutputDirectory="$PWD/$work"
# What only tests need: every other library is the packaged one.
path=target/test-classes:$folder/lib/tessera.jar:$folder/lib/demo/*:$work/junit-platform-console-standalone-$version.jar
for jar in $(tr ':' '\n' <"$work/path"); do
    name=${jar##*/}
    case $name in
        javafx-* | junit-* | opentest4j-* | apiguardian-*) continue ;;
    esac
    [ -e "$folder/lib/$name" ] || [ -e "$folder/lib/demo/$name" ] || path=$path:$jar
done
# Tessera reads sealed archives and writes none, its tests write some: of the library's classes they get those that only write.
rm -rf "$work/writing"
unzip -q "$(tr ':' '\n' <"$work/path" | grep '/zip4j-')" 'net/lingala/zip4j/io/outputstream/*' 'net/lingala/zip4j/crypto/*Encrypter.class' \
    'net/lingala/zip4j/headers/FileHeaderFactory.class' 'net/lingala/zip4j/headers/HeaderWriter.class' 'net/lingala/zip4j/headers/Version*.class' \
    'net/lingala/zip4j/util/ZipVersionUtils.class' -d "$work/writing"
path=$path:$work/writing
options=(--enable-native-access=ALL-UNNAMED,javafx.graphics --add-modules=ALL-MODULE-PATH -Djava.awt.headless=true -Dglass.platform=Headless -Dprism.order=sw)
for package in com.sun.glass.ui com.sun.javafx.tk com.sun.javafx.application com.sun.javafx.scene com.sun.javafx.scene.input; do
    options+=("--add-exports=javafx.graphics/$package=ALL-UNNAMED")
done
for package in com.sun.javafx.tk.quantum com.sun.javafx.application com.sun.glass.ui javafx.scene; do
    options+=("--add-opens=javafx.graphics/$package=ALL-UNNAMED")
done
[ ! -d "$corpus" ] || options+=("-Dcorpus=$(realpath "$corpus")")
exec "$folder/lib/runtime/bin/java" -Xmx3g "${options[@]}" -Dtessera.target="$PWD/target" -Dtessera.state="$PWD/$work/state" -cp "$path" \
    org.junit.platform.console.ConsoleLauncher execute --scan-classpath target/test-classes --include-classname "$pattern" \
    --exclude-classname ".*(LockedHeapTest|SaidTest)" --disable-banner --disable-ansi-colors --details=summary

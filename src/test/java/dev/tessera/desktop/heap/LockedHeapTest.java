package dev.tessera.desktop.heap;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.WindowTest;
import dev.tessera.vault.file.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is left of a vault in the memory of a process that has locked it: its heap is dumped and searched. The process
/// keeps some things on purpose: where those are not found, nothing would be. `-Dtessera.heap=all` locks it in more
/// states.
@ExtendWith(WindowTest.NeedsText.class)
class LockedHeapTest {
    private static final boolean IN_ALL_STATES = "all".equals(System.getProperty("tessera.heap"));
    private static final int GROUPS = 14;

    @TempDir
    private static Path folder;

    private static Needles needles;

    /// By the dumps: what was found, and who holds it.
    private static final Map<String, Map<Needle, String>> FOUND = new HashMap<>();

    @BeforeAll
    static void sitAtTheWindowAndSearchTheDumps() throws IOException, InterruptedException {
        var planted = new Planted(folder);
        var begun = Instant.now();
        var process = OtherJvm.startWith(
                List.of(
                        "-Xmx768m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.language=en",
                        "-Dtessera.state=" + folder.resolve("state")),
                Sitting.class,
                folder.toString(),
                Boolean.toString(IN_ALL_STATES));
        assertThat(process.waitFor()).isZero();
        needles = planted.needles(begun, Instant.now());
        for (var name : all().toList()) {
            var file = folder.resolve(name + ".hprof");
            FOUND.put(name, search(HeapDump.read(file), !name.equals(Dumps.GARBAGE)));
            Files.delete(file);
        }
    }

    /// @param live whether only what is in use counts
    private static Map<Needle, String> search(HeapDump dump, boolean live) {
        var found = new HashMap<Needle, String>();
        for (var hit : dump.find(needles.all())) {
            if (dump.isHeld(hit.object())) {
                found.putIfAbsent(hit.needle(), dump.holders(hit.object()));
            } else if (!live && !dump.isFiller(hit.object())) {
                found.putIfAbsent(hit.needle(), dump.nameOf(hit.object()) + ", which is garbage");
            }
        }
        return found;
    }

    static Stream<String> all() {
        return Stream.of(Dumps.open(), Dumps.locked(IN_ALL_STATES), List.of(Dumps.GARBAGE))
                .flatMap(List::stream);
    }

    static Stream<String> locked() {
        return Dumps.locked(IN_ALL_STATES).stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsKeptOnPurposeIsFoundInEveryForm(String dump) {
        assertThat(found(dump, needles.kept())).containsExactlyElementsOf(needles.kept());
    }

    @Test
    void whileTheVaultIsOpenItsContentIsFound() {
        assertThat(found(Dumps.OPEN, needles.secrets()))
                .extracting(Needle::toString)
                .contains("secret of account A (bytes)", "secret of account B (bytes)", "secret of account C (bytes)");
        assertThat(found(Dumps.OPEN, needles.names()))
                .extracting(Needle::what)
                .contains("issuer A", "issuer B", "issuer C", "note N", "tag T");
        assertThat(found(Dumps.OPEN, needles.codes())).extracting(Needle::what).contains("code of A", "code of B");
        assertThat(found(Dumps.OPEN, needles.groups())).hasSizeGreaterThanOrEqualTo(GROUPS);
    }

    @Test
    void whatIsTypedAndShownIsFoundWhileItIsThere() {
        assertThat(found(Dumps.TYPING, needles.secrets()))
                .extracting(Needle::toString)
                .contains("secret of account f (Base32 in small letters, one byte a sign)");
        assertThat(found(Dumps.PROVING, needles.passphrase()))
                .extracting(Needle::form)
                .contains("text, UTF-16 of a char[]");
        assertThat(found(Dumps.SHOWING, needles.qrCodes()))
                .extracting(Needle::toString)
                .contains("QR code shown (squares)", "QR code shown (colours)");
    }

    @ParameterizedTest
    @MethodSource("locked")
    void lockedTheWindowHoldsNothingOfTheVault(String dump) {
        assertThat(told(dump, needles.mustBeGone())).isEmpty();
        assertThat(found(dump, needles.groups())).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theVaultKeyIsNeverLeftOnTheHeap(String dump) {
        assertThat(told(dump, needles.vaultKey())).isEmpty();
    }

    /// Strings are: they cannot be wiped. See docs/threat-model.md.
    @Test
    void notEvenInGarbageAreKeysThePassphraseAndSecretsThatWereOnlyListed() {
        assertThat(found(Dumps.GARBAGE, needles.dropped()))
                .as("garbage is searched")
                .isNotEmpty();
        assertThat(told(Dumps.GARBAGE, needles.passphrase())).isEmpty();
        assertThat(told(Dumps.GARBAGE, needles.wholeRecoveryKeys())).isEmpty();
        assertThat(told(Dumps.GARBAGE, needles.untouched())).isEmpty();
    }

    private static List<Needle> found(String dump, List<Needle> wanted) {
        var found = FOUND.getOrDefault(dump, Map.of());
        return wanted.stream().filter(found::containsKey).toList();
    }

    /// What was found, with those who hold it.
    private static String told(String dump, List<Needle> wanted) {
        var found = FOUND.getOrDefault(dump, Map.of());
        return found(dump, wanted).stream()
                .map(needle -> needle + " in " + found.getOrDefault(needle, ""))
                .collect(joining("\n"));
    }
}

package dev.tessera.transfer.plist;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyedArchiveTest {
    private static final byte[] ARCHIVE = Plists.archive(Map.of(
            "text",
            "Ä",
            "long",
            "x".repeat(300),
            "bytes",
            new byte[] {1, 2},
            "number",
            -7L,
            "list",
            List.of(new Plists.Instance(Map.of("name", "a", "count", 3)), Map.of("name", "b"))));

    @Test
    void valuesAreFoundHoweverTheyAreWrapped() throws ImportException {
        var root = KeyedArchive.parse(ARCHIVE).root();
        assertThat(root.text("text")).isEqualTo("Ä");
        assertThat(root.text("long")).hasSize(300);
        assertThat(root.bytes("bytes")).contains(new byte[] {1, 2});
        assertThat(root.number("number")).hasValue(-7);
        var list = root.list("list");
        assertThat(list).hasSize(2);
        assertThat(list.getFirst().text("name")).isEqualTo("a");
        assertThat(list.getFirst().number("count")).hasValue(3);
        assertThat(list.getLast().text("name")).isEqualTo("b");
    }

    @Test
    void whatIsMissingOrOfAnotherKindIsNothing() throws ImportException {
        var root = KeyedArchive.parse(ARCHIVE).root();
        assertThat(root.has("none")).isFalse();
        assertThat(root.has("text")).isTrue();
        for (var name : List.of("none", "number")) {
            assertThat(root.text(name)).isEmpty();
            assertThat(root.bytes(name)).isEmpty();
            assertThat(root.list(name)).isEmpty();
        }
        assertThat(root.number("text")).isEmpty();
    }

    @Test
    void aWholeNumberMayBeWrittenAsOneWithAFraction() throws ImportException {
        var root = KeyedArchive.parse(Plists.archive(Map.of("whole", 60.0, "part", 0.5, "huge", 1e300)))
                .root();
        assertThat(root.number("whole")).hasValue(60);
        assertThat(root.number("part")).isEmpty();
        assertThat(root.number("huge")).isEmpty();
    }

    @Test
    void cutOffOrChangedAnywhereItIsReadOrRefused() {
        for (int at = 0; at < ARCHIVE.length; at++) {
            assertHarmless(Arrays.copyOf(ARCHIVE, at));
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = ARCHIVE.clone();
                changed[at] ^= (byte) (1 << bit);
                assertHarmless(changed);
            }
        }
    }

    private static void assertHarmless(byte[] bytes) {
        try {
            var root = KeyedArchive.parse(bytes).root();
            root.text("text");
            root.bytes("bytes");
            root.number("number");
            for (var item : root.list("list")) {
                item.text("name");
            }
        } catch (ImportException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Test
    void noArchiveIsDamage() {
        for (byte[] bytes : new byte[][] {
            Plists.write(Map.of()),
            Plists.write(List.of()),
            Plists.write(Map.of("$objects", List.of(), "$top", Map.of("root", new Plists.Uid(5)))),
            Plists.write(Map.of("$objects", List.of(), "$top", Map.of())),
            "bplist00".getBytes(US_ASCII),
            new byte[50]
        }) {
            assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> KeyedArchive.parse(bytes));
        }
    }

    @Test
    void aListThatHoldsItselfOverAndOverIsRefused() throws ImportException {
        // Object 1 is a list of itself, 8,000 times.
        var self = new Plists.Uid(1);
        var many = new ArrayList<Object>(Collections.nCopies(8000, self));
        byte[] bytes = Plists.write(Map.of(
                "$objects",
                List.of("$null", Map.of("NS.objects", many, "NS.keys", many)),
                "$top",
                Map.of("root", Map.of("list", self))));
        var root = KeyedArchive.parse(bytes).root();
        assertThatExceptionOfType(CostlyImportException.class).isThrownBy(() -> root.list("list"));
    }
}

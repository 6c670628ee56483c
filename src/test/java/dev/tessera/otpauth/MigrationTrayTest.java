package dev.tessera.otpauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTrayTest {

    @ParameterizedTest
    @ValueSource(strings = {"0123", "3210", "2031", "00112233", "0102030"})
    void gathersThePartsInAnyOrderAndEachOnce(String order) {
        var tray = MigrationTray.empty();
        for (int index : order.chars().toArray()) {
            tray = tray.with(part(4, index - '0', 5));
        }
        var batch = tray.batches().getFirst();
        assertThat(tray.batches()).hasSize(1);
        assertThat(tray.isComplete()).isTrue();
        assertThat(batch.progress()).isEqualTo("4 of 4");
        assertThat(batch.missing()).isEmpty();
        assertThat(batch.rejected()).containsExactly("0/5", "1/5", "2/5", "3/5");
    }

    @Test
    void tellsWhatIsMissing() {
        var tray = MigrationTray.empty()
                .with(part(4, 3, 5))
                .with(part(4, 0, 5))
                .with(part(4, 2, 5))
                .with(part(4, 2, 5));
        assertThat(tray.isComplete()).isFalse();
        assertThat(tray.batches()).singleElement().satisfies(batch -> {
            assertThat(batch.progress()).isEqualTo("3 of 4");
            assertThat(batch.missing()).containsExactly(2);
            assertThat(batch.isComplete()).isFalse();
        });
    }

    @Test
    void beginsANewSetForAPartOfAnotherExport() {
        var tray = MigrationTray.empty()
                .with(part(2, 0, 5))
                .with(part(2, 1, -6))
                .with(part(3, 1, 5))
                .with(part(2, 1, 5))
                .with(part(2, 0, -6));
        assertThat(tray.batches()).extracting(MigrationBatch::progress).containsExactly("2 of 2", "2 of 2", "1 of 3");
        assertThat(tray.isComplete()).isFalse();
    }

    @Test
    void doesNotMixTwoExportsThatBothHaveNoId() {
        var other = new MigrationPayload(List.of(), List.of("other"), 2, 0, 0);
        var tray = MigrationTray.empty().with(part(2, 0, 0)).with(other);
        assertThat(tray.batches()).extracting(MigrationBatch::progress).containsExactly("1 of 2", "1 of 2");
    }

    @Test
    void staysAsItIsWhenAPartIsAdded() {
        var empty = MigrationTray.empty();
        empty.with(part(1, 0, 5));
        assertThat(empty.batches()).isEmpty();
    }

    @Test
    void hasBatchesOfOneExportEach() {
        var batch = MigrationBatch.of(part(2, 0, 5));
        assertThatThrownBy(() -> batch.with(part(2, 1, 6))).hasMessage("the part is of another export");
        assertThatThrownBy(() -> new MigrationBatch(List.of())).hasMessage("a batch begins with a part");
    }

    private static MigrationPayload part(int size, int index, int id) {
        return new MigrationPayload(List.of(), List.of(index + "/" + id), size, index, id);
    }
}

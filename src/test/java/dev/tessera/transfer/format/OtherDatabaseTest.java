package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.UnsupportedImportException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherDatabaseTest {

    @Test
    void aDatabaseOfAnotherAppIsNamedAsSuch() {
        var file = Databases.of(Databases.Table.of("songs", "title TEXT", List.of("a")));
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(file))
                .withMessageContaining("an app that Tessera does not know");
    }

    @Test
    void oneWhoseTablesAreStillInTheLogNamesIt() {
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(Databases.withLog()))
                .withMessageContaining("-wal");
    }

    @Test
    void aDamagedOneIsTold() {
        var file = Databases.of(Databases.Table.of("accounts", "email TEXT, secret TEXT", List.of("a", "GEZDGNBV")));
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(Arrays.copyOf(file, 1000)))
                .withMessageContaining("not copied completely");
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(Arrays.copyOf(file, 3000)));
    }

    @Test
    void whatLiesBesideADatabaseIsOfNoUseByItself() {
        for (var start : new String[] {"377f0682002de218", "377f0683002de218", "18e22d0000000000"}) {
            byte[] file = Arrays.copyOf(HexFormat.of().parseHex(start), 64);
            assertThatExceptionOfType(UnsupportedImportException.class)
                    .isThrownBy(() -> Exports.read(file))
                    .withMessageContaining("Import the database");
        }
    }
}
